#!/usr/bin/env python3
"""Runs the cases in tests/case: small C files that say in comments what featdep must find in them.

usage: run_cases.py FEATDEP [NAME-FILTER...]

A case is a file NAME.c or a folder NAME with several files. It may hold a manifest, as a comment that starts with
"/* manifest" or as NAME/featdep.yml; without one it uses default.yml, and a comment that starts with "/* manifest +"
adds to that. One expectation a line:

  // edge: FROM -> TO [KIND [state|state?]]   KIND without "state": not from one invocation to the next; no KIND: any
  // edge: FROM -> TO KIND assumed            its witness goes through a function without definition
  // no-edge: FROM -> TO [KIND]               no edge (of this kind)
  // step: FROM -> TO NOTE: TEXT              in the witness of the edge, NOTE is said at a line with TEXT
  // node: ID            // no-node: ID
  // guards: ID LINE …                        what decides only whether ID is evaluated is on these lines
  // finding: RULE [SUBJECT]                  SUBJECT: * stands for anything; it has a witness
  // no-finding: RULE [SUBJECT]
  // suppressed: RULE [SUBJECT]               there is one, marked as suppressed
  // hidden: RULE [SUBJECT]                   there is one, shown only with --all
  // message: RULE TEXT                       a finding of RULE says TEXT
  // no-message: RULE TEXT                    none does
  // unresolved: N                            number of places that could not be analysed
  // flags: -DX                               for the compiler
  // known-bug: REASON                        the case must fail
"""
import argparse
import concurrent.futures
import json
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
CASES = ROOT / "tests/case"
WORDS = "step|no-message|message|suppressed|hidden|no-edge|edge|no-node|node|guards|no-finding|finding|unresolved|flags|known-bug"
EXPECTATION = re.compile(r"^\s*(?://|/\*) (%s): *(.*?)(?: \*/)?$" % WORDS)
KINDS = ("data", "index", "control")
WITHOUT_STEPS = ("bare-slot",)  # what it says is in the nodes


class Case:
    def __init__(self, name, sources):
        self.name, self.sources = name, sources
        self.flags, self.expectations, self.bug, self.manifest = [], [], None, None
        for source in sources:
            self.read(source)

    def read(self, source):
        text = source.read_text(errors="replace")
        manifest = re.search(r"^/\* manifest( \+)?\n(.*?)^\s*\*/", text, re.MULTILINE | re.DOTALL)
        if manifest:
            self.manifest = ((CASES / "default.yml").read_text() if manifest.group(1) else "") + manifest.group(2)
        for number, line in enumerate(text.splitlines(), 1):
            match = EXPECTATION.match(line)
            if not match:
                continue
            what, rest = match.groups()
            if what == "flags":
                self.flags += rest.split()
            elif what == "known-bug":
                self.bug = rest
            else:
                self.expectations.append(("%s:%d" % (source.relative_to(CASES), number), what, rest))

    def manifest_text(self):
        if self.manifest:
            return self.manifest
        own = self.sources[0].parent / "featdep.yml"
        return (own if own.exists() else CASES / "default.yml").read_text()


def find_cases(filters):
    cases = []
    for path in sorted(CASES.iterdir()):
        sources = sorted(path.rglob("*.c")) if path.is_dir() else [path] if path.suffix == ".c" else []
        if sources and (not filters or any(word in path.name for word in filters)):
            cases.append(Case(path.stem, sources))
    return cases


def edge_text(edge):
    words = [word for word, there in (("state", edge["state"]), ("assumed", edge["unresolved"])) if there]
    return "%s -> %s %s" % (edge["from"], edge["to"], " ".join([edge["kind"], *words]))


def same_subject(pattern, subject):
    return re.fullmatch(".*".join(map(re.escape, pattern.split("*"))), subject) is not None


def parse_edge(rest):
    ends, _, kind = rest.partition(" -> ")
    words = kind.split()
    known = not words[1:2] or words[1] in KINDS, not words[2:] or words[2:] in (["state"], ["state?"], ["assumed"])
    if not words or not all(known):
        raise ValueError("not an edge: " + rest)
    return ends, words[0], words[1] if len(words) > 1 else None, words[2] if len(words) > 2 else None


def check_edge(graph, what, rest):
    start, end, kind, state = parse_edge(rest)
    found = [e for e in graph["edges"] if e["from"] == start and e["to"] == end and (not kind or e["kind"] == kind)]
    if what == "no-edge":
        good = not found
    elif state == "assumed":
        good = any(e["unresolved"] for e in found)
    elif kind and state != "state?":
        good = any(e["state"] == (state == "state") for e in found)
    else:
        good = bool(found)
    return good, [edge_text(e) for e in graph["edges"] if e["to"] == end or (what == "edge" and e["from"] == start)]


def check_step(graph, rest):
    start, end, step = re.fullmatch(r"(\S.*) -> (\S+) (\S.*)", rest).groups()
    note, _, text = step.partition(": ")
    steps = [s for e in graph["edges"] if (e["from"], e["to"]) == (start, end) for s in e["witness"]]
    return any(s["note"] == note and text in s["text"] for s in steps), ["%(note)s: %(text)s" % s for s in steps]


def check(graph, what, rest):
    """Whether the expectation holds, and what there is instead."""
    if what in ("edge", "no-edge"):
        return check_edge(graph, what, rest)
    if what == "step":
        return check_step(graph, rest)
    if what in ("node", "no-node"):
        ids = [node["id"] for node in graph["nodes"]]
        return (rest in ids) == (what == "node"), ids
    if what == "guards":
        model, *lines = rest.split()
        there = [[str(guard["line"]) for guard in node["guards"]] for node in graph["nodes"] if node["id"] == model]
        return there == [lines], [" ".join(one) for one in there]
    if what == "unresolved":
        places = graph["coverage"]["unresolved"]
        return len(places) == int(rest), [json.dumps(place) for place in places]
    rule, _, subject = rest.partition(" ")
    found = [f for f in graph["findings"] if f["rule"] == rule and f.get("hidden", False) == (what == "hidden")]
    found = [f for f in found if f["suppressed"] == (what == "suppressed")]
    if what in ("message", "no-message"):
        matches = [f for f in found if subject in f["message"]]
    else:
        matches = [f for f in found if not subject or same_subject(subject, f["subject"])]
    if what == "finding" and rule not in WITHOUT_STEPS:
        matches = [f for f in matches if f["witness"]]
    return bool(matches) != what.startswith("no-"), ["%(level)s %(rule)s %(subject)s: %(message)s" % f for f in found]


def run(case, featdep, arguments):
    """The failures of CASE as text."""
    with tempfile.TemporaryDirectory(prefix="featdep-case-") as folder:
        manifest = pathlib.Path(folder) / "featdep.yml"
        manifest.write_text(case.manifest_text())
        # Below their own folder, for what lies in a folder "tests" is test code.
        command = [featdep, "audit", "--no-pictures", "--root", CASES, "-m", manifest]
        command += ["-o", pathlib.Path(folder) / "out", *arguments, *case.sources]
        command += ["--", "-std=gnu11", "-w", "-I", CASES, "-I", ROOT / "include", *case.flags]
        try:
            result = subprocess.run(command, cwd=CASES, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120)
        except subprocess.TimeoutExpired:
            return ["takes more than 120 s"]
        output = pathlib.Path(folder) / "out/graph.json"
        if result.returncode not in (0, 1) or not output.exists():
            message = (result.stdout + result.stderr).decode(errors="replace").strip()
            return ["featdep: exit code %d\n    %s" % (result.returncode, message.replace("\n", "\n    "))]
        graph = json.loads(output.read_text())
    failures = []
    for place, what, rest in case.expectations:
        good, actual = check(graph, what, rest)
        if not good:
            instead = "".join("\n    there is " + item for item in actual or ["nothing"])
            failures.append("%s: %s: %s%s" % (place, what, rest, instead))
    return failures


def report(case, failures):
    """Prints what is wrong; true when the case is as it should be."""
    if case.bug is None and failures:
        print("FAILED %s\n  %s" % (case.name, "\n  ".join(failures)))
    elif case.bug is not None and not failures:
        print("FAILED %s\n  passes, although it is marked as a known bug: %s" % (case.name, case.bug))
    return bool(failures) == (case.bug is not None)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("featdep", type=pathlib.Path)
    parser.add_argument("filters", nargs="*", metavar="NAME-FILTER", help="only cases whose name contains one of these")
    parser.add_argument("-j", "--jobs", type=int, default=2)
    parser.add_argument("--argument", action="append", default=[], help="for featdep audit")
    options = parser.parse_args()
    cases = find_cases(options.filters)
    if not cases:
        parser.error("no such case")
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        results = pool.map(lambda case: run(case, options.featdep.resolve(), options.argument), cases)
        good = [report(case, failures) for case, failures in zip(cases, results)]
    bugs = sum(case.bug is not None for case in cases)
    print("%d passed, %d failed (%d known bugs)" % (sum(good), len(good) - sum(good), bugs))
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
