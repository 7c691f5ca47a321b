#!/usr/bin/env python3
"""Validates graph.json files against analyzer/model/graph.schema.json, and that the schema refuses what is wrong.

usage: check_graph.py PRINTER [GRAPH...]     PRINTER is unit_model_graph, which writes a graph with every key.
"""
import copy
import json
import pathlib
import subprocess
import sys
import tempfile

import jsonschema

SCHEMA = pathlib.Path(__file__).resolve().parents[2] / "analyzer/model/graph.schema.json"


def damages(graph):
    """(what, graph) pairs that the schema must refuse."""
    def changed(what, change):
        other = copy.deepcopy(graph)
        change(other)
        return what, other

    def node(other, kind):
        return next(n for n in other["nodes"] if n["kind"] == kind)

    yield changed("another version", lambda g: g.update(version=2))
    yield changed("no coverage", lambda g: g.pop("coverage"))
    yield changed("an unknown key", lambda g: g.update(created="now"))
    yield changed("an unknown kind", lambda g: g["nodes"][0].update(kind="thing"))
    yield changed("an id without its kind", lambda g: g["nodes"][0].update(id="age"))
    yield changed("a feature without use", lambda g: node(g, "feature").pop("use"))
    yield changed("a feature without element and range", lambda g: [node(g, "feature").pop(k, 0) for k in ("element", "range")])
    yield changed("a model without variants", lambda g: node(g, "model").pop("variants"))
    yield changed("a consumer without uses", lambda g: node(g, "consumer").pop("uses"))
    yield changed("an unknown use", lambda g: node(g, "consumer").update(uses=["eat"]))
    yield changed("an edge without witness", lambda g: g["edges"][0].pop("witness"))
    yield changed("an edge of no kind", lambda g: g["edges"][0].update(kind="guard"))
    yield changed("a negative line", lambda g: next(n for n in g["nodes"] if n["sites"])["sites"][0].update(line=-1))
    yield changed("a finding without fingerprint", lambda g: g["findings"][0].pop("fingerprint"))
    yield changed("a level as a number", lambda g: g["findings"][0].update(level=1))
    yield changed("units as text", lambda g: g["coverage"].update(units="3"))


def main():
    printer, graphs = sys.argv[1], [pathlib.Path(p) for p in sys.argv[2:]]
    schema = json.loads(SCHEMA.read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    with tempfile.TemporaryDirectory() as folder:
        full = pathlib.Path(folder, "graph.json")
        subprocess.run([printer, full], check=True)
        for path in [full, *graphs]:
            for error in validator.iter_errors(json.loads(path.read_text())):
                sys.exit(f"{path}: {error.json_path}: {error.message}")
        graph = json.loads(full.read_text())
    used = {key for n in graph["nodes"] for key in n}
    missing = set(schema["$defs"]["node"]["properties"]) - used
    if missing:
        sys.exit(f"the full graph does not show {sorted(missing)}")
    for what, damaged in damages(graph):
        if validator.is_valid(damaged):
            sys.exit(f"the schema accepts {what}")
    print("graph.schema.json: all graphs valid, all damages refused")


if __name__ == "__main__":
    main()
