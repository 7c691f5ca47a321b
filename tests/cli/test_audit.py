"""An audit from the compile database to its outputs, and the questions about it."""
import json
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import tempfile
import unittest
import urllib.parse

import jsonschema

from toolbox import FEATDEP, MAIN_C, MANIFEST, SOURCE, Project

SMALL = {"signal:sensor.0 -> feature:run.features[0]", "signal:sensor.1 -> feature:run.features[1]",
         "feature:run.features[0] -> model:small", "feature:run.features[1] -> model:small"}


class Audit(Project):
    def test_outputs(self):
        result = self.audit()
        self.assertLessEqual(SMALL, self.edges())
        self.assertIn("featdep-out", result.stdout)
        out = self.folder / "featdep-out"
        self.assertIn("<svg", (out / "diagrams/overview.svg").read_text())
        self.assertTrue((out / "diagrams/features-small.svg").is_file())
        self.assertIn("small", (out / "report.md").read_text())
        rows = sqlite3.connect(out / "featdep.db").execute("select count(*) from nodes").fetchone()
        self.assertEqual(rows[0], len(self.graph()["nodes"]))
        schema = json.loads((SOURCE / "analyzer/model/graph.schema.json").read_text())
        jsonschema.validate(self.graph(), schema)
        self.assertNotIn(str(self.folder), (out / "graph.json").read_text())

    def test_relative_directory_and_arguments(self):
        self.database({"directory": "../src", "arguments": ["cc", "-c", "main.c"], "file": "main.c"},
                      {"directory": "../src", "arguments": ["cc", "-c", "../src/scale.c"], "file": "../src/scale.c"})
        self.audit()
        self.assertLessEqual(SMALL, self.edges())

    def test_found_from_below(self):
        result = self.featdep("audit", "--fail-on", "never", "-o", self.folder / "out", cwd=self.folder / "src")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertLessEqual(SMALL, self.edges("out"))

    def test_files_instead_of_a_database(self):
        (self.folder / "build/compile_commands.json").unlink()
        self.write("src/main.c", MAIN_C.replace('"sensor.h"', "SENSOR"))
        result = self.featdep("audit", "--fail-on", "never", "src/main.c", "src/scale.c", "--", '-DSENSOR="sensor.h"')
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertLessEqual(SMALL, self.edges())

    def with_finding(self):
        manifest = (self.folder / "featdep.yml").read_text()
        self.write("featdep.yml", manifest.replace("models:", "  - { function: no_such_function }\nmodels:"))

    def test_fail_on(self):
        self.with_finding()
        self.audit()
        levels = {f["level"] for f in self.graph()["findings"] if not f.get("hidden")}
        self.assertTrue(levels)
        for threshold, matching in [("never", set()), ("error", {"error"}), ("warning", {"error", "warning"}),
                                    ("note", {"error", "warning", "note"})]:
            result = self.featdep("audit", "-p", "build", "--fail-on", threshold)
            self.assertEqual(result.returncode, 1 if levels & matching else 0, threshold)

    def test_incomplete_beats_findings(self):
        self.with_finding()
        self.database("main.c", "scale.c", "gone.c")
        result = self.featdep("audit", "-p", "build", "--fail-on", "note")
        self.assertEqual(result.returncode, 3)

    def test_quiet(self):
        result = self.audit("--quiet")
        self.assertEqual(result.stdout + result.stderr, "")

    def test_no_colours_in_a_pipe(self):
        self.assertNotIn("\x1b", self.audit().stdout)

    def test_dumps(self):
        for stage, expected in [("plan", "src/main.c"), ("facts", "sensor_read"), ("program", "sensor_read"),
                                ("roles", "sensor_read"), ("flow", "run"), ("graph", '"signal:sensor.0"'),
                                ("findings", "")]:
            result = self.audit("--dump", stage, "--stop-after", stage)
            self.assertIn(expected, result.stdout, stage)
        self.assertFalse((self.folder / "featdep-out/graph.json").exists())

    def test_questions(self):
        self.audit()
        self.assertIn("features[0]", self.featdep("features", "small").stdout)
        self.assertIn("sensor.0", self.featdep("features", "model:small").stdout)
        self.assertIn("small", self.featdep("impact", "sensor.0").stdout)
        explained = self.featdep("explain", "signal:sensor.0", "feature:run.features[0]")
        self.assertIn("src/main.c:9", explained.stdout)
        self.assertIn("sensor_read(0)", explained.stdout)
        for arguments in [["features", "smal"], ["impact", "sensor.9"], ["explain", "nothing", "sensor.0"]]:
            result = self.featdep(*arguments)
            self.assertEqual(result.returncode, 2, arguments)
            self.assertTrue(result.stderr)

    def test_explain_from_elsewhere(self):
        self.audit()
        graph = self.folder / "featdep-out/graph.json"
        question = ["explain", "signal:sensor.0", "feature:run.features[0]", "--graph"]
        self.assertIn("^", self.featdep(*question, graph, cwd="/").stdout)
        with tempfile.TemporaryDirectory() as other:
            moved = shutil.copy(graph, other)
            self.assertIn("^", self.featdep(*question, moved).stdout)
            self.assertIn("^", self.featdep(*question, moved, "--root", self.folder, cwd="/").stdout)
            without = self.featdep(*question, moved, cwd=other)
            self.assertEqual(without.returncode, 0)
            self.assertNotIn("^", without.stdout)
            self.assertIn("sensor_read(0)", without.stdout)

    def test_census(self):
        """A function for each role, each of another length; comments and empty lines are no code."""
        self.write("src/main.c", """\
struct row { double age, price; };
int fetch(void);
double predict(const double *f);
void gauge(double value);
static const double weights[2] = {
    1, 2,
};

/* the model, with what only it calls */
static double dot(const double *f) {
    return f[0] * weights[0] + f[1] * weights[1];
}
double predict(const double *f) {
    return dot(f);
}
static int convert(void) {
    return fetch();
}
void load(struct row *row) {  // collection: fills what is declared as a signal

    row->age = convert();
    row->price = 2;
}
static double scaled(double x) {
    double y = x / 100;
    return y;
}
double run(struct row *row) {
    double f[2];
    f[0] = scaled(row->age);
    f[1] = row->price;
    return predict(f);
}
void parse_options(int argc) {
    (void)argc;
}
double decide(struct row *row) {
    double p = run(row);
    gauge(p);
    if (p > 0.5)
        return 2 * p;
    return 0;
}
double serve(struct row *row) {
    return 2 * run(row);
}
int main(void) {
    struct row row;
    load(&row);
    return decide(&row) + serve(&row) > 1;
}
""")
        self.write("src/test_it.c", "double run(void *row);\nint check(void) { return run(0) > 0; }\n")
        self.database("main.c", "test_it.c")
        self.write("featdep.yml", "version: 1\nsignals: [ { field: \"struct row.*\" } ]\n"
                   "models: [ { function: predict, input: 0, output: return, name: m } ]\n"
                   "monitors: [ { function: gauge, value: 0 } ]\n")
        self.audit("--no-pictures")
        self.assertEqual(self.graph()["census"], {
            "collection": 7, "extraction": 10, "model": 9, "serving": 8, "monitoring": 7,
            "configuration": 3, "glue": 0, "test": 2, "other": 4})

    def test_pictures_link_to_the_source(self):
        for output in ("featdep-out", "a b/%/out"):
            self.audit("-o", output)
            pictures = self.folder / output / "diagrams"
            links = set(re.findall(r'xlink:href="([^"]*)"', (pictures / "overview.svg").read_text()))
            self.assertTrue(links)
            for link in links:
                name, line = urllib.parse.unquote(link).split("#L")
                self.assertIn((pictures / name).resolve(), sorted(self.folder.rglob("*.[ch]")))
                self.assertTrue(int(line))
        self.audit("--link-template", "https://forge/blob/main/{file}#L{line}")
        picture = (self.folder / "featdep-out/diagrams/overview.svg").read_text()
        self.assertRegex(picture, r'xlink:href="https://forge/blob/main/src/main.c#L[0-9]+"')

    def test_diagrams(self):
        self.audit()
        for view in (["overview"], ["features", "small"], ["cascades"], ["hidden-consumers"], ["unused"],
                     ["impact", "sensor.0"]):
            result = self.featdep("diagram", *view, "-T", "svg")
            self.assertEqual(result.returncode, 0, result.stderr)
            self.assertIn("<svg", result.stdout)
        for form, magic in [("png", b"\x89PNG"), ("pdf", b"%PDF"), ("dot", b"digraph"), ("svg", b"<?xml")]:
            self.assertEqual(self.featdep("diagram", "overview", "-T", form, "-o", f"x.{form}").returncode, 0)
            self.assertIn(magic, (self.folder / f"x.{form}").read_bytes()[:200])
        self.assertIn("overview", self.featdep("diagram").stdout)
        for arguments in (["overveiw"], ["features", "smal"], ["overview", "-T", "jpgg"], ["impact", "nothing"]):
            result = self.featdep("diagram", *arguments)
            self.assertEqual(result.returncode, 2, arguments)
            self.assertTrue(result.stderr)


class Incremental(Project):
    def stamps(self):
        return {str(p): p.stat().st_mtime_ns for p in (self.folder / "featdep-out/facts").rglob("*.facts.inputs")}

    def test_nothing_changed(self):
        self.audit("--batch", "1")
        before, graph = self.stamps(), (self.folder / "featdep-out/graph.json").stat()
        second = self.audit("--batch", "1")
        self.assertEqual(self.stamps(), before)
        self.assertEqual((self.folder / "featdep-out/graph.json").stat().st_ino, graph.st_ino)
        self.assertIn("small", second.stdout)

    def test_touched(self):
        self.audit("--batch", "1")
        before = self.stamps()
        for path in (self.folder / "src").iterdir():
            os.utime(path)
        self.audit("--batch", "1")
        self.assertEqual(self.stamps(), before)

    def test_one_changed(self):
        self.audit("--batch", "2")
        before = self.stamps()
        self.write("src/scale.c", "double scale(double x)\n{\n\treturn 1;\n}\n")
        self.audit("--batch", "2")
        changed = {pathlib.Path(p).name for p, t in self.stamps().items() if before[p] != t}
        self.assertEqual(changed, {"scale.c.facts.inputs"})
        self.assertNotIn("signal:sensor.0 -> feature:run.features[0]", self.edges())
        self.assertIn("signal:sensor.1 -> feature:run.features[1]", self.edges())

    def test_header_changed(self):
        self.audit()
        before = self.stamps()
        self.write("src/sensor.h", "#define SENSOR 1\nint sensor_read(int channel);\n")
        self.audit()
        changed = {pathlib.Path(p).name for p, t in self.stamps().items() if before[p] != t}
        self.assertEqual(changed, {"main.c.facts.inputs"})

    def test_argument_changed(self):
        self.write("src/scale.c",
                   "double scale(double x)\n{\n#ifdef ZERO\n\treturn 0;\n#else\n\treturn x;\n#endif\n}\n")
        self.audit()
        self.assertIn("signal:sensor.0 -> feature:run.features[0]", self.edges())
        self.database("main.c", self.entry("scale.c", "-DZERO"))
        self.audit()
        self.assertNotIn("signal:sensor.0 -> feature:run.features[0]", self.edges())

    def test_header_appears(self):
        self.write("src/scale.c", '#include "generated.h"\ndouble scale(double x)\n{\n\treturn x;\n}\n')
        result = self.audit()
        self.assertIn("generated.h", "\n".join(self.graph()["coverage"]["failed_units"]) + result.stdout)
        self.write("src/generated.h", "#define GENERATED 1\n")
        self.audit()
        self.assertEqual(self.graph()["coverage"]["failed_units"], [])

    def test_header_stays_away(self):
        """That it is missing is known: the unit is not read again until it appears, wherever it may."""
        self.write("src/scale.c", '#include "sub/generated.h"\n#include <other.h>\n'
                   "double scale(double x)\n{\n\treturn x;\n}\n")
        self.database("main.c", self.entry("scale.c", "-I../include -isystem /nowhere"), "gone.c")
        first = self.audit(code=3)
        self.assertEqual(self.audit(code=3, env={"PATH": "/nowhere"}).stdout, first.stdout)
        for place, content in (("include/sub/generated.h", "#define A 1\n"), ("include/other.h", "#define B 1\n"),
                               ("src/gone.c", "int gone;\n")):
            before = self.stamps()
            self.write(place, content)
            result = self.featdep("audit", "-p", "build", "--fail-on", "never")
            changed = {p for p, stamp in self.stamps().items() if before[p] != stamp}
            self.assertEqual(len(changed), 1, place)
            self.assertEqual(result.returncode, 0 if place == "src/gone.c" else 3)
        self.assertEqual(self.graph()["coverage"]["failed_units"], [])

    def test_manifest_changed(self):
        self.audit()
        text = (self.folder / "featdep.yml").read_text()
        self.write("featdep.yml", text.replace("name: small", "name: other"))
        self.audit()
        self.assertIn("feature:run.features[1] -> model:other", self.edges())

    def outputs(self):
        out = self.folder / "featdep-out"
        return {p for p in [*out.glob("*.*"), *out.glob("diagrams/*")] if p.is_file() and not p.name.startswith(".")}

    def test_says_the_same_again(self):
        """With findings, messages, a unit that failed, something unresolved: the digest has all that is said."""
        self.write("src/scale.c", "double (*unknown)(double);\ndouble scale(double x)\n{\n\treturn unknown(x);\n}\n")
        self.write("featdep.yml", MANIFEST + "  - { function: no_such_model, input: 0, output: return }\n")
        self.database("main.c", "scale.c", "gone.c")
        for arguments in ([], ["--all"], ["--fail-on", "note"], ["--quiet"]):
            shutil.rmtree(self.folder / "featdep-out", ignore_errors=True)
            first = self.featdep("audit", "-p", "build", *arguments)
            names, graph = self.outputs(), (self.folder / "featdep-out/graph.json").stat()
            second = self.featdep("audit", "-p", "build", *arguments)
            self.assertEqual((second.returncode, second.stdout, second.stderr),
                             (first.returncode, first.stdout, first.stderr))
            self.assertEqual(self.outputs(), names)
            self.assertEqual((self.folder / "featdep-out/graph.json").stat().st_mtime_ns, graph.st_mtime_ns)

    def test_says_again_what_is_about_no_file(self):
        """A unit that is built twice, with other arguments and equal facts."""
        self.database(*({"directory": str(self.folder / "src"), "file": "main.c", "arguments": ["cc", *more, "-c", "main.c"]}
                        for more in ([], ["-DOTHER"])))
        first = self.audit()
        self.assertIn("built again with equal facts", first.stderr)
        self.assertEqual(self.audit().stderr, first.stderr)
        self.assertNotIn("solving", self.audit("--timings").stderr)

    def test_findings_again(self):
        for code, threshold in ((1, "note"), (0, "never")):
            self.write("src/other.c", "double predict(const double *f, int n);\n"
                       "int other(void)\n{\n\tdouble features[2] = { 1, 2 };\n\treturn predict(features, 2) > 0;\n}\n")
            self.database("main.c", "scale.c", "other.c")
            runs = [self.featdep("audit", "-p", "build", "--fail-on", threshold) for _ in range(3)]
            self.assertEqual([r.returncode for r in runs], [code] * 3)
            self.assertEqual({r.stdout for r in runs}, {runs[0].stdout})

    def test_formats_again(self):
        """What needs the whole graph gets it although nothing has changed."""
        self.audit("-f", "junit=one.xml", "-f", "json=one.json")
        self.audit("-f", "junit=two.xml", "-f", "json=two.json", "--history", "history.db")
        for form in ("xml", "json"):
            self.assertEqual((self.folder / f"one.{form}").read_text(), (self.folder / f"two.{form}").read_text())
        self.assertTrue((self.folder / "history.db").is_file())

    def test_output_deleted_or_changed(self):
        self.audit()
        contents = {p: p.read_bytes() for p in self.outputs()}
        self.assertGreater(len(contents), 10)
        for name in ("graph.json", "featdep.db", "report.html", "diagrams/overview.svg", "state.json"):
            path = self.folder / "featdep-out" / name
            path.unlink()
            self.audit()
            self.assertEqual(path.read_bytes(), contents[path])
        self.assertEqual(self.outputs(), set(contents))
        graph = self.folder / "featdep-out/graph.json"
        for damage in (b"{}", contents[graph].replace(b"small", b"large")):
            graph.write_bytes(damage)
            self.audit()
            self.assertEqual(graph.read_bytes(), contents[graph])

    def test_state_damaged(self):
        expected = self.audit("--no-pictures").stdout
        for name in ("state", "state.json"):
            path = self.folder / "featdep-out" / name
            text = path.read_bytes()
            for damage in (b"", text[:len(text) // 2], text.replace(b"counts", b"count"), b"\xff" + text, text * 2):
                path.write_bytes(damage)
                self.assertEqual(self.audit("--no-pictures").stdout, expected, damage[:200])

    def test_options_changed(self):
        self.assertNotIn("pictures:", self.audit("--no-pictures").stdout)
        picture = self.folder / "featdep-out/diagrams/overview.svg"
        self.assertFalse(picture.exists())
        self.audit()
        self.assertTrue(picture.exists())
        self.audit("--link-template", "https://forge/{file}#{line}")
        self.assertIn("https://forge/src/main.c#", picture.read_text())
        self.audit()
        self.assertNotIn("https://forge/", picture.read_text())
        self.audit("--root", self.folder / "src")
        self.assertNotIn('"src/main.c"', (self.folder / "featdep-out/graph.json").read_text())

    def test_pictures_of_models_that_are_gone(self):
        self.audit()
        diagrams = self.folder / "featdep-out/diagrams"
        mine = self.write("featdep-out/diagrams/mine.svg", "mine")
        self.write("featdep.yml", MANIFEST.replace("name: small", "name: other"))
        self.audit()
        self.assertEqual({p.name for p in diagrams.glob("features-*")}, {"features-other.svg"})
        self.assertTrue(mine.exists())
        self.audit("--no-pictures")
        self.assertEqual(list(diagrams.iterdir()), [mine])

    def test_contents_decide(self):
        """A file that is changed and looks older than the facts, as when a copy is moved back."""
        self.audit()
        self.write("src/main.c", MAIN_C.replace("sensor_read(1)", "sensor_read(7)"))
        os.utime(self.folder / "src/main.c", (1e9, 1e9))
        self.audit()
        self.assertIn("signal:sensor.7 -> feature:run.features[1]", self.edges())

    def test_contents_decide_after_a_fresh_checkout(self):
        """Neither ninja nor libclang has anything to do: PATH has no ninja."""
        self.audit()
        for path in self.folder.rglob("src/*"):
            os.utime(path)
        self.audit(env={"PATH": "/nowhere"})

    def test_contents_decide_about_the_outputs(self):
        """A night in CI: sources, facts and outputs come from a checkout and a cache, with times of their own."""
        expected = self.audit()
        for path in list(self.folder.rglob("src/*")) + list(self.folder.rglob("featdep-out/**/*")):
            os.utime(path, (1e9, 1e9))
        for _ in range(2):
            phases = self.audit("--timings")
            self.assertEqual(phases.stdout, expected.stdout)
            self.assertNotIn("solving", phases.stderr)
        facts = self.folder / "featdep-out/facts/src/scale.c.facts"
        content, times = facts.read_bytes(), facts.stat()
        facts.write_bytes(content.replace(b"scale", b"scola"))
        self.assertIn("solving", self.audit("--timings").stderr)
        facts.write_bytes(content)
        os.utime(facts, ns=(times.st_atime_ns, times.st_mtime_ns))
        self.assertIn("solving", self.audit("--timings").stderr)

    def test_incremental_is_like_full(self):
        self.audit("-o", "one")
        self.write("src/scale.c", "double scale(double x)\n{\n\treturn x * 2;\n}\n")
        self.audit("-o", "one")
        self.audit("-o", "two")
        for name in ("graph.json", "report.md", "diagrams/overview.svg"):
            self.assertEqual((self.folder / "one" / name).read_bytes(), (self.folder / "two" / name).read_bytes(), name)

    def test_jobs_and_batches_do_not_matter(self):
        for i in range(12):
            self.write(f"src/extra{i}.c", f"static int helper(int x) {{ return x + {i}; }}\n"
                       f"int extra{i}(int x) {{ return helper(x); }}\n")
        self.database("main.c", "scale.c", *[f"extra{i}.c" for i in range(12)])
        texts = set()
        for jobs, batch in ((1, 14), (4, 1), (2, 5)):
            self.audit("--jobs", jobs, "--batch", batch, "-o", f"out{jobs}")
            texts.add((self.folder / f"out{jobs}/graph.json").read_bytes())
        self.assertEqual(len(texts), 1)


class Plumbing(Project):
    def test_long_way(self):
        """Of a way of many steps the beginning and the end are shown, and how much is left out."""
        lines = "".join(f"\tx = x * 1.5 + {i}.25;\n" for i in range(5000))
        self.write("src/main.c", MAIN_C.replace("{\n", "{\n\tdouble x = sensor_read(2);\n" + lines, 1)
                   .replace("scale(sensor_read(0))", "x"))
        self.audit("--no-pictures")
        graph = json.loads((self.folder / "featdep-out/graph.json").read_text())
        notes = next([step["note"] for step in edge["witness"]] for edge in graph["edges"]
                     if edge["from"].startswith("signal:") and edge["to"] == "feature:run.features[0]")
        self.assertLess(len(notes), 100)
        self.assertEqual((notes[0], notes[-1]), ("read from outside", "assigned"))
        left_out = [int(match[1]) for match in (re.search(r"(\d+) steps are left out before", note) for note in notes) if match]
        self.assertEqual(sum(left_out) + len(notes), 5002)

    def test_plan_then_ninja_then_facts(self):
        result = self.audit("--plan-only")
        self.assertIn("ninja -C featdep-out", result.stdout)
        self.assertFalse((self.folder / "featdep-out/facts").exists())
        subprocess.run(["ninja", "-C", "featdep-out", "--quiet"], cwd=self.folder, check=True,
                       stdout=subprocess.DEVNULL)
        result = self.featdep("audit", "--facts", "featdep-out/facts", "-o", "out2", "-m", "featdep.yml", "--fail-on",
                              "never")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.audit("-o", "out3")
        self.assertEqual((self.folder / "out2/graph.json").read_bytes(), (self.folder / "out3/graph.json").read_bytes())

    def test_extract_and_link(self):
        for name in ("main", "scale"):
            result = self.featdep("extract", "-o", f"facts/{name}.facts", "-MF", f"{name}.d", "--",
                                  "gcc", "-Wall", "-O2", "-c", f"src/{name}.c", "-o", f"{name}.o")
            self.assertEqual(result.returncode, 0, result.stderr)
        self.assertIn("src/sensor.h", (self.folder / "main.d").read_text())
        result = self.featdep("link", "-o", "program.facts", "facts/main.facts", "facts/scale.facts")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertIn("scale", (self.folder / "program.facts").read_text())
        result = self.featdep("audit", "--facts", "facts", "-m", "featdep.yml", "--fail-on", "never")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertLessEqual(SMALL, self.edges())

    def test_facts_folder_without_facts(self):
        self.write("empty/readme.txt", "")
        result = self.featdep("audit", "--facts", "empty")
        self.assertEqual(result.returncode, 2)
        self.assertIn("no facts files", result.stderr)


if __name__ == "__main__":
    unittest.main()
