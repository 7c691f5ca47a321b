"""A night in CI: baselines, formats, histories, assertions, and what happens when something is wrong with them."""
import json
import os
import pathlib
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import unittest
import xml.etree.ElementTree

from toolbox import FEATDEP, MAIN_C, MANIFEST, SCALE_C, Project
import formats

FIRST, SECOND = "features[0] = scale", "features[1] = sensor"
UNUSED = MAIN_C.replace(FIRST, "features[0] = sensor_read(2);\n\t" + FIRST)


class Check(Project):
    def check(self, *arguments, code=0, **options):
        result = self.featdep("check", "-p", "build", "--no-pictures", *arguments, **options)
        self.assertEqual(result.returncode, code, result.stdout + result.stderr)
        return result

    def break_it(self):
        self.write("src/main.c", UNUSED)

    def git(self, *arguments):
        subprocess.run(["git", "-c", "user.name=t", "-c", "user.email=t@example.org", *arguments], cwd=self.folder,
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def test_only_new_findings_fail(self):
        self.check("--write-baseline", "base.json")
        self.break_it()
        result = self.check("--baseline", "base.json", code=1)
        self.assertIn("1 new, 0 fixed", result.stdout)
        self.assertIn("src/main.c", result.stdout)
        self.check("--baseline", "base.json", "--fail-on", "error")
        self.check("--write-baseline", "base2.json", "--fail-on", "never")
        self.assertIn("0 new, 0 fixed, 1 remaining", self.check("--baseline", "base2.json").stdout)
        self.write("src/main.c", MAIN_C)
        result = self.check("--baseline", "base2.json")
        self.assertIn("0 new, 1 fixed, 0 remaining", result.stdout)
        self.assertIn("fixed: src/main.c", result.stdout)

    def test_every_kind_of_baseline(self):
        self.break_it()
        self.audit("--no-pictures")
        shutil.copytree(self.folder / "featdep-out", self.folder / "old")
        for baseline in ["old", "old/graph.json", "old/featdep.db", "old/findings.sarif"]:
            self.assertIn("0 new, 0 fixed, 1 remaining", self.check("--baseline", baseline).stdout, baseline)
        self.write("src/main.c", MAIN_C)
        for baseline in ["old", "old/graph.json", "old/featdep.db", "old/findings.sarif"]:
            self.assertIn("0 new, 1 fixed, 0 remaining", self.check("--baseline", baseline).stdout, baseline)

    def test_without_an_analysis(self):
        self.audit("--no-pictures")
        shutil.copy(self.folder / "featdep-out/graph.json", self.folder / "base.json")
        self.break_it()
        self.audit("--no-pictures")
        result = self.featdep("check", "--graph", "featdep-out/graph.json", "--baseline", "base.json")
        self.assertEqual(result.returncode, 1, result.stderr)
        self.assertIn("1 new", result.stdout)

    def test_broken_baselines(self):
        self.audit("--no-pictures")
        graph = (self.folder / "featdep-out/graph.json").read_text()
        database = (self.folder / "featdep-out/featdep.db").read_bytes()
        cases = {
            "none": (None, "cannot be read"),
            "empty": ("", "not JSON"),
            "cut": (graph[:len(graph) // 2], "not JSON"),
            "later": (graph.replace('"version": 1', '"version": 99', 1), "version 99"),
            "foreign": ("{\"a\": 1}", "not a graph"),
            "sarif-cut": ('{"$schema": "sarif", "runs": [', "not JSON"),
            "sarif-old": ('{"version": "1.0.0", "runs": []}', "2.1.0"),
            "db-cut": (database[:len(database) // 2], "cannot be read"),
            "db-foreign": (self.foreign_database(), "another program"),
            "db-newer": (self.newer_database(database), "newer featdep"),
        }
        for name, (content, expected) in cases.items():
            if content is not None:
                self.write(name, content)
            result = self.check("--baseline", name, code=2)
            self.assertIn(expected, result.stderr, name)
            self.assertIn(name, result.stderr)

    def foreign_database(self):
        path = self.folder / "foreign.tmp"
        with sqlite3.connect(path) as database:
            database.execute("create table t (x)")
        return path.read_bytes()

    def newer_database(self, content):
        path = self.write("newer.tmp", content)
        with sqlite3.connect(path) as database:
            database.execute("pragma user_version = 99")
        return path.read_bytes()

    def test_incomplete_runs_fix_nothing(self):
        self.break_it()
        self.check("--write-baseline", "base.json", "--fail-on", "never")
        before = (self.folder / "base.json").read_bytes()
        self.write("src/main.c", "this is no C {\n" * 3 + "#include <nowhere.h>\n#error no\n")
        (self.folder / "src/main.c").unlink()
        result = self.check("--baseline", "base.json", "--write-baseline", "base.json", code=3)
        self.assertIn("not seen", result.stdout)
        self.assertIn("is not written", result.stderr)
        self.assertEqual((self.folder / "base.json").read_bytes(), before)

    def test_renamed_files(self):
        self.write("featdep.yml", MANIFEST + "  - { function: predict, input: 0, name: \"{file}\" }\n")
        self.break_it()
        self.check("--write-baseline", "base.json", "--fail-on", "never")
        (self.folder / "src/main.c").rename(self.folder / "src/start.c")
        self.database("start.c", "scale.c")
        self.check("--baseline", "base.json", "--rename", "src/main.c=src/start.c")
        self.write("renames", "R100\tsrc/main.c\tsrc/start.c\nM\tsrc/scale.c\n")
        self.check("--baseline", "base.json", "--renames", "renames")
        self.write("renames", "one two three four\n")
        self.assertIn("renames:1", self.check("--baseline", "base.json", "--renames", "renames", code=2).stderr)
        self.assertIn("OLD=NEW", self.check("--baseline", "base.json", "--rename", "x", code=2).stderr)

    def test_edits_that_change_nothing(self):
        self.break_it()
        self.check("--write-baseline", "base.json", "--fail-on", "never")
        moved = "/* A comment\n * of some\n * lines. */\n\n\n" + UNUSED.replace("\t", "        ").replace(";\n", ";\n\n")
        for edit in [moved, UNUSED.replace("double run", "static int unrelated;\n\nint other(void);\n\ndouble run"),
                     UNUSED.replace(" = ", "\n\t\t=\n\t\t")]:
            self.write("src/main.c", edit)
            self.assertIn("0 new, 0 fixed, 1 remaining", self.check("--baseline", "base.json").stdout)

    def write_elements(self, names, read, constant=()):
        lines = ["\tfeatures[%s] = %s;" % (name, "1" if name in constant else "sensor_read(%d)" % i)
                 for i, name in enumerate(names)]
        self.write("src/main.c", """\
int sensor_read(int channel);
double predict(const double *features, int n);
enum { %s, COUNT };

double run(void)
{
	double features[COUNT];
%s
	return predict(features, %d);
}
""" % (", ".join(names), "\n".join(lines), read))
        self.write("featdep.yml", MANIFEST.replace("input: 0,", "input: { arg: 0, count: { arg: 1 } },"))

    def test_elements_are_known_one_by_one(self):
        """Three dead elements in a row are one finding; what happens to one of them says nothing of the others."""
        names = ["AGE", "CTR", "OLD", "ODD", "DUE"]
        self.write_elements(names, 2)
        self.audit("--no-pictures")
        finding, = [f for f in self.graph()["findings"] if f["rule"] == "unused-feature"]
        self.assertEqual((finding["subject"], len(finding["parts"])), ("feature:run.features[2..4]", 3))
        shutil.copytree(self.folder / "featdep-out", self.folder / "old")
        for baseline in ["old/graph.json", "old/featdep.db", "old/findings.sarif"]:
            for changed, read, expected in [
                    (names[:4], 2, "0 new, 0 fixed, 1 remaining"),                # one is gone
                    (names, 4, "0 new, 0 fixed, 1 remaining"),                    # two are read now
                    ([*names, "NEW"], 2, "1 new, 0 fixed, 0 remaining"),          # one is added
                    (names[:2], 2, "0 new, 1 fixed, 0 remaining")]:
                self.write_elements(changed, read)
                result = self.check("--baseline", baseline, "--fail-on", "never")
                self.assertIn(expected, result.stdout, (baseline, changed))

    def test_enumerators_outlive_numbers(self):
        self.write_elements(["AGE", "BIAS"], 2, constant=["BIAS"])
        self.check("--write-baseline", "base.json", "--fail-on", "never")
        self.write_elements(["ZIP", "AGE", "BIAS"], 3, constant=["BIAS"])
        self.assertIn("0 new, 0 fixed, 1 remaining", self.check("--baseline", "base.json").stdout)

    def test_git_revisions(self):
        self.git("init", "-q")
        self.write(".gitignore", "featdep-out\nbuild\n")
        self.git("add", ".")
        self.git("commit", "-q", "-m", "one")
        self.check()
        self.break_it()
        self.assertIn("1 new", self.check("--baseline-git", "HEAD", code=1).stdout)
        self.git("commit", "-q", "-a", "-m", "two")
        self.assertIn("no results of \"HEAD\"", self.check("--baseline-git", "HEAD", code=2).stderr)
        self.assertIn("1 new", self.check("--baseline-git", "HEAD~1", code=1).stdout)
        self.assertIn("0 new, 0 fixed, 1 remaining", self.check("--baseline-git", "HEAD").stdout)
        self.git("mv", "src/main.c", "src/start.c")
        self.database("start.c", "scale.c")
        self.assertIn("0 new, 0 fixed, 1 remaining", self.check("--baseline-git", "HEAD").stdout)
        self.assertIn("names no commit", self.check("--baseline-git", "nothing", code=2).stderr)
        self.assertIn("names no commit", self.check("--baseline-git=--help", code=2).stderr)

    def test_suppressed_and_again(self):
        self.break_it()
        self.check("--write-baseline", "base.json", "--fail-on", "never")
        suppress = MANIFEST + "suppress:\n  - { rule: unused-feature, subject: \"*\", reason: r, until: %s }\n"
        self.write("featdep.yml", suppress % "2999-01-01")
        result = self.check("--baseline", "base.json", "--write-baseline", "base2.json")
        self.assertRegex(result.stdout, "[01] new, 0 fixed, 0 remaining")
        self.assertEqual([f["suppressed"] for f in self.graph()["findings"] if f["rule"] == "unused-feature"], [True])
        self.write("featdep.yml", suppress % "2020-01-01")
        result = self.check("--baseline", "base2.json", code=1)
        self.assertRegex(result.stdout, "[12] new")
        self.assertIn("2020-01-01", result.stdout + result.stderr)

    def test_suppressed_in_two_ways(self):
        """A comment is "inSource", the manifest "external"; both reasons are told."""
        comment = "/* featdep: ignore unused-feature the sensor has to be read */\n\tfeatures[0] = sensor_read(2);"
        self.write("src/main.c", UNUSED.replace("features[0] = sensor_read(2);", comment))
        self.write("featdep.yml", MANIFEST + "suppress:\n"
                   "  - { rule: hidden-consumer, subject: \"model:small\", reason: \"one program\" }\n")
        self.write("src/main.c", (self.folder / "src/main.c").read_text().replace("return predict", "return 2 * predict"))
        self.audit("--no-pictures", "-f", "sarif", "-f", "junit")
        sarif = json.loads((self.folder / "featdep-out/findings.sarif").read_text())
        formats.check_sarif(self, sarif)
        found = {r["ruleId"]: r["suppressions"][0] for r in sarif["runs"][0]["results"] if "suppressions" in r}
        self.assertEqual({rule: (s["kind"], s["justification"]) for rule, s in found.items()}, {
            "unused-feature": ("inSource", "the sensor has to be read"), "hidden-consumer": ("external", "one program")})
        formats.check_junit(self, (self.folder / "featdep-out/junit.xml").read_text())
        self.assertIn("message=\"suppressed: one program\"", (self.folder / "featdep-out/junit.xml").read_text())
        by_rule = {f["rule"]: f for f in self.graph()["findings"] if f["suppressed"]}
        self.assertTrue(by_rule["unused-feature"]["suppressed_in_source"])
        self.assertNotIn("suppressed_in_source", by_rule["hidden-consumer"])

    def test_assertions(self):
        text = MANIFEST + "assert:\n  - { count: \"feature:*\", of: \"model:small\", exactly: %d, because: contract }\n"
        self.write("featdep.yml", text % 2)
        self.check()
        result = self.featdep("assert")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertIn("1 of 1 assertions hold", result.stdout)
        self.write("featdep.yml", text % 3)
        result = self.check("--fail-on", "never", code=1)
        self.assertIn("featdep.yml:8: untrue: number of feature:* of model:small is 3", result.stdout)
        self.assertIn("because: contract", result.stdout)
        self.assertEqual(self.featdep("assert").returncode, 1)
        self.write("featdep.yml", MANIFEST + "assert:\n  - { count: \"x\" }\n")
        result = self.featdep("assert")
        self.assertEqual(result.returncode, 2)
        self.assertIn("featdep.yml:8:5", result.stderr)

    def test_diff(self):
        self.audit("--no-pictures", "-o", "old")
        self.write("src/main.c", MAIN_C.replace("sensor_read(1)", "sensor_read(7)"))
        self.audit("--no-pictures", "-o", "new")
        for old, new in [("old", "new"), ("old/featdep.db", "new/graph.json")]:
            result = self.featdep("diff", old, new, "--exit-code")
            self.assertEqual(result.returncode, 1, result.stderr)
            self.assertIn("- signal:sensor.1", result.stdout)
            self.assertIn("+ signal:sensor.7", result.stdout)
            self.assertIn("+ signal:sensor.7 → feature:run.features[1]", result.stdout)
        document = json.loads(self.featdep("diff", "old", "new", "-T", "json").stdout)
        self.assertEqual([n["id"] for n in document["nodes_came"]], ["signal:sensor.7"])
        self.assertEqual([(e["from"], e["to"]) for e in document["edges_went"]],
                         [("signal:sensor.1", "feature:run.features[1]")])
        self.assertIn("| came | `signal:sensor.7` |", self.featdep("diff", "old", "new", "-T", "markdown").stdout)
        result = self.featdep("diff", "old", "old", "--exit-code")
        self.assertEqual((result.returncode, result.stdout), (0, "nothing changed\n"))
        self.assertEqual(self.featdep("diff", "old/findings.sarif", "new").returncode, 2 if self.graph("old")["findings"] else 0)

    def test_history(self):
        self.check("--history", "h.db", env={"SOURCE_DATE_EPOCH": "1700000000"})
        self.break_it()
        self.audit("--no-pictures", "--history", "h.db", env={"SOURCE_DATE_EPOCH": "1700100000"})
        report = (self.folder / "featdep-out/report.html").read_text()
        self.assertIn('"history": {"times": ["2023-11-14T22:13:20Z", "this run"]', report)
        self.assertIn('"findings:unused-feature": [0, 1]', report)
        result = self.featdep("trend", "--history", "h.db")
        self.assertIn("2 runs, 2023-11-14T22:13:20Z to 2023-11-16T02:00:00Z", result.stdout)
        self.assertRegex(result.stdout, r"findings:unused-feature +0 +1 +\+1")
        svg = self.featdep("trend", "--history", "h.db", "-T", "svg", "features", "findings:*").stdout
        root = xml.etree.ElementTree.fromstring(svg)
        names = [e.text for e in root.iter() if e.get("class") == "name"]
        self.assertEqual(names, ["features", "findings:unused-feature"])
        self.assertRegex(self.featdep("trend", "--history", "h.db", "--last", "1").stdout, "^1 run,")
        self.audit("--no-pictures", "--history", "h.db")  # nothing has changed
        census = self.graph()["census"]
        lines = self.featdep("trend", "--history", "h.db", "lines", "lines:*").stdout
        self.assertRegex(lines, r"\nlines +%d +%d +\+1 " % (sum(census.values()) - 1, sum(census.values())))
        for role, count in census.items():
            self.assertRegex(lines, r"\nlines:%s +\d+ +%d " % (role, count))

    def test_histories_that_are_not_ours(self):
        foreign, newer = self.folder / "foreign.db", self.folder / "newer.db"
        foreign.write_bytes(self.foreign_database())
        self.check("--history", "newer.db")
        with sqlite3.connect(newer) as database:
            database.execute("pragma user_version = 99")
        damaged = self.write("damaged.db", b"SQLite format 3\0" + b"\xff" * 5000)
        text = self.write("text.db", "hello, this is no database at all, and it is long enough to be looked at" * 20)
        for path, expected in [(foreign, "another program"), (newer, "newer featdep"), (damaged, "damaged"), (text, "no SQLite")]:
            before = path.read_bytes()
            result = self.check("--history", path, code=2)
            self.assertIn(expected, result.stderr)
            self.assertEqual(path.read_bytes(), before)
            self.assertEqual(self.featdep("trend", "--history", path).returncode, 2)
        self.assertIn("--history", self.featdep("trend").stderr)
        self.assertEqual(self.featdep("trend", "--history", "nothing.db").returncode, 2)

    def test_full_disk(self):
        self.check("--history", "h.db", "--write-baseline", "base.json")
        kept = {name: (self.folder / name).read_bytes() for name in
                ["h.db", "base.json", "featdep-out/graph.json", "featdep-out/findings.sarif"]}
        self.break_it()
        self.audit("--no-pictures", "--stop-after", "facts")

        def limit():
            resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

        result = self.check("--history", "h.db", "--write-baseline", "base.json", "--baseline", "base.json", code=2,
                            preexec_fn=limit)
        self.assertIn("error", result.stderr)
        for name, content in kept.items():
            if name == "h.db":
                with sqlite3.connect(self.folder / name) as database:
                    self.assertEqual(database.execute("select count(*) from runs").fetchone()[0], 1)
            else:
                self.assertEqual((self.folder / name).read_bytes(), content, name)

    def test_two_at_once(self):
        (self.folder / "featdep-out").mkdir()
        command = f"exec 9>featdep-out/.lock; flock 9; '{FEATDEP}' check -p build --no-pictures"
        result = subprocess.run(["bash", "-c", command], cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.assertEqual(result.returncode, 2)
        self.assertIn(b"another featdep is at work", result.stderr)

    def test_formats(self):
        self.break_it()
        self.audit("--no-pictures", "-f", "junit", "-f", "codequality", "-f", "gitlab", "-f", "job-summary", "-f", "github=a.txt",
                   "-f", "sarif=-", env={"CI_PROJECT_URL": "https://example.org/p", "CI_COMMIT_SHA": "abc"})
        out = self.folder / "featdep-out"
        formats.check_sarif(self, json.loads((out / "findings.sarif").read_text()))
        formats.check_junit(self, (out / "junit.xml").read_text())
        formats.check_code_quality(self, json.loads((out / "codequality.json").read_text()))
        links = json.loads((out / "annotations.json").read_text())["featdep"]
        self.assertTrue(links[0]["external_link"]["url"].startswith("https://example.org/p/-/blob/abc/src/main.c#L"))
        self.assertRegex((self.folder / "a.txt").read_text(), r"^::warning file=src/main.c,line=\d+,col=\d+,title=featdep ")
        self.assertIn("| warning | `unused-feature` | [`src/main.c:", (out / "summary.md").read_text())
        self.assertIn("did you mean \"junit\"", self.featdep("audit", "-p", "build", "-f", "junt").stderr)

    def test_formats_of_a_comparison(self):
        self.break_it()
        self.check("--write-baseline", "base.json", "--fail-on", "never")
        self.write("featdep.yml", MANIFEST + "  - { function: no_such_function, input: 0 }\n")
        self.check("--baseline", "base.json", "-f", "sarif", "-f", "junit", "-f", "github", "-f", "job-summary=-", code=1)
        sarif = json.loads((self.folder / "featdep-out/findings.sarif").read_text())
        formats.check_sarif(self, sarif)
        states = {r["properties"]["subject"]: r["baselineState"] for r in sarif["runs"][0]["results"]}
        self.assertEqual(states.pop("feature:run.features[0]"), "unchanged")
        self.assertEqual(list(states.values()), ["new"])
        root = formats.check_junit(self, (self.folder / "featdep-out/junit.xml").read_text())
        self.assertEqual(root.get("failures"), "1")
        self.write("featdep.yml", MANIFEST)
        self.write("src/main.c", MAIN_C)
        self.check("--baseline", "base.json", "-f", "sarif")
        sarif = json.loads((self.folder / "featdep-out/findings.sarif").read_text())
        self.assertEqual([r["baselineState"] for r in sarif["runs"][0]["results"]], ["absent"])

    def test_unknown_formats_before_the_analysis(self):
        for command in ["check", "audit"]:
            result = self.featdep(command, "-p", "build", "-f", "json", "-f", "text=a.txt")
            self.assertEqual(result.returncode, 2)
            self.assertIn("unknown format \"text\"", result.stderr)
            self.assertFalse((self.folder / "featdep-out").exists())

    def test_hostile_names(self):
        nasty = "a\"<b>&'`|%,:\n\r\t\x01\x7f\u202e]]>\\{}*_#"
        graph = json.loads((self.make_graph()).read_text())
        for finding in graph["findings"]:
            for key in ["subject", "message", "advice"]:
                finding[key] = nasty
            finding["witness"] = [{"file": nasty, "line": 1, "column": 1, "function": nasty, "text": nasty, "note": nasty,
                                   "kind": "data"}]
        text = json.dumps(graph, ensure_ascii=True).replace("\\u202e", "\\u202e")
        self.write("nasty.json", text)
        out = self.folder / "featdep-out"
        result = self.featdep("check", "--graph", "nasty.json", "-f", "sarif", "-f", "junit", "-f", "codequality", "-f", "github",
                              "-f", "gitlab", "-f", "job-summary", "--link-template", "https://example.org/{file}#L{line}")
        self.assertEqual(result.returncode, 1, result.stderr)
        self.assertNotIn("\x01", result.stdout)
        annotations = [line for line in result.stdout.splitlines() if line.startswith("::")]
        self.assertEqual(len(annotations), len(graph["findings"]))
        formats.check_sarif(self, json.loads((out / "findings.sarif").read_text()))
        formats.check_junit(self, (out / "junit.xml").read_text())
        formats.check_code_quality(self, json.loads((out / "codequality.json").read_text()))
        json.loads((out / "annotations.json").read_text())
        rows = [line for line in (out / "summary.md").read_text().splitlines() if line.startswith("| warning")]
        self.assertEqual(len(rows), 1)
        self.assertNotRegex(re.sub(r"(`+).*?[^`]\1(?!`)", "", rows[0]), r"(?<!\\)[<>`]")

    def make_graph(self):
        self.break_it()
        self.audit("--no-pictures")
        return self.folder / "featdep-out/graph.json"

    def test_long_paths_and_many_findings(self):
        graph = json.loads(self.make_graph().read_text())
        finding = graph["findings"][0]
        step = {"file": "src/main.c", "line": 1, "column": 1, "function": "run", "text": "x", "note": "n", "kind": "data"}
        graph["findings"] = [dict(finding, fingerprint=f"{i:016x}", subject=f"s{i}", witness=[step] * (5000 if i == 0 else 1))
                             for i in range(6000)]
        self.write("many.json", json.dumps(graph))
        self.featdep("check", "--graph", "many.json", "-f", "sarif", "-f", "junit", "-f", "github=a.txt", "-f", "job-summary")
        sarif = json.loads((self.folder / "featdep-out/findings.sarif").read_text())
        formats.check_sarif(self, sarif)
        run = sarif["runs"][0]
        self.assertEqual(len(run["results"]), 5000)
        self.assertEqual(len(run["results"][0]["codeFlows"][0]["threadFlows"][0]["locations"]), 1000)
        said = " ".join(n["message"]["text"] for n in run["invocations"][0]["toolExecutionNotifications"])
        self.assertIn("1000 findings", said)
        self.assertIn("4000 steps", said)
        self.assertIn("5990 more findings", (self.folder / "a.txt").read_text())

    def test_outputs_are_deterministic(self):
        self.break_it()
        names = ["findings.sarif", "junit.xml", "codequality.json", "summary.md"]
        flags = ["-f", "junit", "-f", "codequality", "-f", "job-summary"]
        self.audit("--no-pictures", *flags)
        first = {name: (self.folder / "featdep-out" / name).read_bytes() for name in names}
        self.audit("--no-pictures", *flags, "-o", "other")
        for name in names:
            self.assertEqual(first[name], (self.folder / "other" / name).read_bytes(), name)
        self.audit("--no-pictures", *flags)
        for name in names:
            self.assertEqual(first[name], (self.folder / "featdep-out" / name).read_bytes(), name)


if __name__ == "__main__":
    unittest.main()
