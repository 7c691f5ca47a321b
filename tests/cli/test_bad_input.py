"""Whatever is wrong with the input is said with its place, and the rest is analysed."""
import json
import os
import signal
import sqlite3
import subprocess
import time
import unittest

from toolbox import FEATDEP, MAIN_C, MANIFEST, Project

UNIT = "signal:sensor.1 -> feature:run.features[1]"


class Database(Project):
    def fails(self, content, *expected):
        self.write("build/compile_commands.json", content)
        result = self.featdep("audit", "-p", "build")
        self.assertEqual(result.returncode, 2, result.stderr)
        for part in expected:
            self.assertIn(part, result.stderr)

    def test_unusable(self):
        self.fails('[\n{"file": "a.c",,}]', "compile_commands.json:2:", "not JSON")
        self.fails("[]", "empty", "CMAKE_EXPORT_COMPILE_COMMANDS")
        self.fails("{}", "not a list")
        self.fails(b'[{"file": "\xff\xfe"}]', "no entry of the compile database can be used")
        self.fails('[{"directory": "/"}]', 'no "file"', "no entry of the compile database can be used")

    def test_none(self):
        result = self.featdep("audit", "-p", "src/nowhere", cwd="/")
        self.assertEqual(result.returncode, 2)
        self.assertIn("no compile_commands.json", result.stderr)

    def test_missing_file(self):
        self.database("main.c", "scale.c", "gone.c")
        self.audit(code=3)
        self.assertIn(UNIT, self.edges())
        self.assertEqual(self.graph()["coverage"]["failed_units"], ["src/gone.c: file does not exist"])

    def test_other_languages(self):
        self.write("src/x.cc", "class X {};\n")
        self.write("src/y.S", "nop\n")
        self.database("main.c", "scale.c", "x.cc", "y.S")
        self.audit()
        self.assertEqual(self.graph()["coverage"]["units_skipped"], 2)

    def test_all_skipped(self):
        self.write("src/x.cc", "class X {};\n")
        self.database("x.cc")
        self.audit()

    def test_same_file_twice(self):
        self.database("main.c", "scale.c", self.entry("scale.c", "-fPIC -DPIC"))
        self.audit()
        self.assertEqual(self.graph()["coverage"]["units"], 2)

    def test_variants(self):
        self.write("src/scale.c",
                   "double scale(double x)\n{\n#ifdef TRAINING\n\treturn 1;\n#else\n\treturn x;\n#endif\n}\n")
        self.database("main.c", "scale.c", self.entry("scale.c", "-DTRAINING"))
        self.audit()
        self.assertEqual(self.graph()["coverage"]["units"], 3)

    def test_unknown_flags(self):
        flags = ("-fno-ipa-sra -fconserve-stack -fanalyzer -fdump-tree-all -Wno-such-warning -march=no-such-machine "
                 "-mno-such-thing -fno-such-option -save-temps -fprofile-use -fdiagnostics-format=json -Werror "
                 "-MD -MF main.d -MMD -fopenmp")
        self.database(self.entry("main.c", flags), "scale.c")
        self.audit()
        self.assertIn(UNIT, self.edges())
        self.assertFalse((self.folder / "src/main.d").exists())

    def test_response_file(self):
        self.write("src/main.c", MAIN_C.replace('"sensor.h"', "SENSOR"))
        self.write("src/flags.rsp", "'-DSENSOR=\"sensor.h\"'")
        self.database(self.entry("main.c", "@flags.rsp"), "scale.c")
        self.audit()
        self.assertIn(UNIT, self.edges())

    def test_response_file_missing(self):
        self.database(self.entry("main.c", "@gone.rsp"), "scale.c")
        for _ in range(2):  # said again when nothing has changed
            self.assertIn('gone.rsp" cannot be read', self.audit().stderr)
        self.assertIn(UNIT, self.edges())

    def test_nothing_is_executed(self):
        self.database({"directory": str(self.folder / "src"), "file": "main.c",
                       "command": "touch executed; $(touch executed) `touch executed` -c main.c"}, "scale.c")
        self.audit()
        self.assertFalse((self.folder / "src/executed").exists())


class Source(Project):
    def test_generated_header_missing(self):
        self.write("src/main.c", '#include "generated.h"\n' + MAIN_C)
        self.audit()
        self.assertIn(UNIT, self.edges())
        self.assertIn("generated.h", self.graph()["coverage"]["failed_units"][0])

    def test_syntax_error(self):
        self.write("src/scale.c", "double scale(double x)\n{\n\treturn x +;\n}\n")
        self.audit()
        self.assertIn(UNIT, self.edges())
        self.assertIn("src/scale.c", self.graph()["coverage"]["failed_units"][0])

    def test_not_utf8(self):
        self.write("src/scale.c", b'/* \xe4\xf6 */\nstatic const char *const name = "\xfc\xff";\n'
                   b"double scale(double x) { return name ? x : 0; } /* \xe9 */\n")
        self.audit()
        self.assertIn("signal:sensor.0 -> feature:run.features[0]", self.edges())

    def test_utf16(self):
        self.write("src/wide.c", "int x;\n".encode("utf-16"))
        self.database("main.c", "wide.c", "scale.c")
        self.audit(code=3)
        self.assertIn(UNIT, self.edges())
        self.assertEqual(self.graph()["coverage"]["failed_units"],
                         ["src/wide.c: source file is UTF-16 or UTF-32, which clang does not read"])

    def test_nested_parentheses(self):
        depth = 10000
        self.write("src/scale.c", "double scale(double x)\n{\n\treturn " + "(" * depth + "x" + ")" * depth + ";\n}\n")
        self.audit()
        self.assertIn("signal:sensor.0 -> feature:run.features[0]", self.edges())

    def test_empty_file(self):
        self.write("src/scale.c", "")
        self.audit()
        self.assertIn(UNIT, self.edges())

    def test_crash(self):
        self.write("src/crash.c", "#pragma clang __debug crash\nint x;\n")
        for extra in ("1", "3"):
            self.database("main.c", "crash.c", "scale.c")
            result = self.audit("--batch", extra, "-o", f"out{extra}", code=3)
            self.assertIn(UNIT, self.edges(f"out{extra}"))
            failed = self.graph(f"out{extra}")["coverage"]["failed_units"]
            self.assertEqual(len(failed), 1)
            self.assertTrue(failed[0].startswith("src/crash.c: "), failed)
            self.assertNotIn("Stack dump", result.stderr)

    def test_timeout(self):
        self.write("src/slow.c", self.slow())
        self.database("main.c", "slow.c", "scale.c")
        self.audit("--batch", "3", "--timeout", "1", code=3)
        self.assertIn(UNIT, self.edges())
        self.assertEqual(self.graph()["coverage"]["failed_units"], ["src/slow.c: extracting took longer than 1 s"])

    @staticmethod
    def slow():
        """clang needs quadratic time for this."""
        branches = "".join(f"\tif (x == {i}) return {i}; else\n" for i in range(60000))
        return "int f(int x)\n{\n" + branches + "\treturn 0;\n}\n"


class Files(Project):
    def test_manifest_typo(self):
        self.write("featdep.yml", "version: 1\nsignals:\n  - { functoin: sensor_read }\n")
        result = self.audit(code=2)
        self.assertIn("featdep.yml:3:", result.stderr)
        self.assertIn("function", result.stderr)
        self.assertFalse(self.facts("src/scale.c.facts").exists(), "said before the units are read")

    def test_manifest_missing(self):
        result = self.audit("-m", "gone.yml", code=2)
        self.assertIn("gone.yml", result.stderr)

    def test_damaged_facts(self):
        self.audit()
        facts = self.facts("src/scale.c.facts")
        self.assertTrue(facts.is_file())
        whole = facts.read_bytes()
        for damage in (b"", b"nonsense\n", whole[:len(whole) // 2], whole.replace(b"ret", b"\xff\x00"), b"\x00" * 1000):
            facts.write_bytes(damage)
            result = self.audit(code=3)
            self.assertIn("scale.c.facts", result.stderr)
            self.assertIn(UNIT, self.edges())
            self.audit()  # made again
            self.assertEqual(facts.read_bytes(), whole)

    def test_damaged_state(self):
        self.audit()
        graph = self.folder / "featdep-out/graph.json"
        whole = graph.read_bytes()
        for damage in (b"", b"{}", whole[:-10]):
            graph.write_bytes(damage)
            self.audit()
            self.assertEqual(graph.read_bytes(), whole)
            self.write("featdep-out/state", b"\xff" * 30)
            self.audit()

    def test_damaged_graph_in_questions(self):
        for content in ("", "[]", "{", '{"version":99}', '{"version":1,"nodes":3}'):
            self.write("featdep-out/graph.json", content)
            result = self.featdep("impact", "x")
            self.assertEqual(result.returncode, 2, content)
            self.assertIn("graph.json", result.stderr)

    def test_output_is_a_file(self):
        self.write("featdep-out", "mine")
        result = self.audit(code=2)
        self.assertIn("featdep-out", result.stderr)
        self.assertEqual((self.folder / "featdep-out").read_text(), "mine")

    def test_output_is_read_only(self):
        def as_nobody():
            if os.geteuid() == 0:  # root may write everywhere
                os.setgid(65534)
                os.setuid(65534)
        self.folder.chmod(0o755)
        self.audit()
        whole = (self.folder / "featdep-out/graph.json").read_bytes()
        self.write("src/scale.c", "double scale(double x) { return 1; }\n")
        for path in self.folder.rglob("*"):
            path.chmod(0o555 if path.is_dir() else 0o444)
        self.folder.chmod(0o555)
        try:
            if subprocess.run([FEATDEP, "--version"], preexec_fn=as_nobody, stdout=subprocess.DEVNULL).returncode:
                self.skipTest("others may not run this build")
            for out in ("featdep-out", "new"):
                result = self.audit("-o", out, code=2, preexec_fn=as_nobody)
                self.assertRegex(result.stderr, "output folder cannot be (written|made): Permission denied")
        finally:
            for path in [self.folder, *self.folder.rglob("*")]:
                path.chmod(0o755)
        self.assertEqual((self.folder / "featdep-out/graph.json").read_bytes(), whole)

    def test_facts_folder_is_a_file(self):
        self.write("featdep-out/facts", "mine")
        result = self.audit(code=2)
        self.assertIn("facts", result.stderr)

    def test_output_in_use(self):
        self.audit()
        lock = subprocess.Popen(["flock", str(self.folder / "featdep-out/.lock"), "sleep", "60"])
        self.addCleanup(lock.wait)
        self.addCleanup(lock.kill)
        while subprocess.run(["flock", "-n", str(self.folder / "featdep-out/.lock"), "true"]).returncode == 0:
            time.sleep(0.05)
        self.assertIn("another featdep", self.audit(code=2).stderr)

    def test_killed_run_leaves_old_outputs(self):
        self.audit()
        old = {p: p.read_bytes() for p in (self.folder / "featdep-out").rglob("*")
               if p.suffix in (".json", ".md", ".svg", ".db") and "batches" not in p.parts}
        self.write("src/slow.c", Source.slow())
        self.database("main.c", "slow.c", "scale.c")
        run = subprocess.Popen([FEATDEP, "audit", "-p", "build", "--quiet"], cwd=self.folder, start_new_session=True)
        while not (self.folder / "featdep-out/batches/1.json").exists() and run.poll() is None:
            time.sleep(0.01)
        time.sleep(0.2)
        os.killpg(run.pid, signal.SIGKILL)
        run.wait()
        self.assertEqual({p: p.read_bytes() for p in old}, old)
        for path in (self.folder / "featdep-out/facts").rglob("*.facts"):
            self.assertTrue(path.read_bytes().endswith(b"\n"))

    def outputs(self, out="featdep-out"):
        """By name; what every reader may rely on is that each is whole."""
        folder = self.folder / out
        return {str(p.relative_to(folder)): p.read_bytes() for p in [*folder.glob("*.*"), *folder.glob("diagrams/*")]
                if p.is_file() and p.suffix in (".json", ".md", ".html", ".sarif", ".svg") and p.name != "state.json"}

    def rename_project(self, name):
        self.write("featdep.yml", MANIFEST.replace("project: small", f"project: {name}"))

    def test_killed_while_outputs_are_written(self):
        """Wherever it is killed, each report is whole, all are of one run while the state says that they belong together,
        and the next run makes them right."""
        expected = {}
        for name in ("first", "second"):
            self.rename_project(name)
            self.audit("-o", "featdep-out")
            expected[name] = self.outputs()
        self.assertNotEqual(expected["first"]["graph.json"], expected["second"]["graph.json"])
        kills = together = 0
        for i in range(30):
            self.rename_project("first" if i % 2 else "second")
            run = subprocess.Popen([FEATDEP, "audit", "-p", "build", "--quiet", "--fail-on", "never"], cwd=self.folder)
            time.sleep(0.02 + 0.03 * i)
            run.kill()
            kills += run.wait() != 0
            outputs = self.outputs()
            self.assertEqual(set(outputs), set(expected["first"]), i)
            for name, text in outputs.items():
                self.assertIn(text, [whole[name] for whole in expected.values()], (i, name))
            if (self.folder / "featdep-out/state").exists():
                together += 1
                self.assertIn(outputs, expected.values(), i)
            database = sqlite3.connect(self.folder / "featdep-out/featdep.db")
            self.assertEqual(database.execute("pragma integrity_check").fetchone(), ("ok",))
            database.close()
        self.assertGreater(kills, 3)
        self.assertGreater(together, 3)
        self.rename_project("second")
        self.audit()
        self.assertEqual(self.outputs(), expected["second"])
        self.assertEqual(list((self.folder / "featdep-out").glob("featdep.db.*.tmp")), [])
        self.assertEqual([p for p in (self.folder / "featdep-out/.new").rglob("*") if p.is_file()], [])

    def test_race_on_one_folder(self):
        """One run works, the others say so and leave; nobody ever reads a torn file."""
        self.audit()
        graph = self.folder / "featdep-out/graph.json"
        works = 0
        for i in range(4):
            self.rename_project(f"race{i}")
            runs = [subprocess.Popen([FEATDEP, "audit", "-p", "build", "--fail-on", "never"], cwd=self.folder,
                                     stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for _ in range(4)]
            while any(run.poll() is None for run in runs):
                json.loads(graph.read_bytes())
            for run in runs:
                message = run.communicate()[1].decode()
                self.assertIn(run.returncode, (0, 2), message)
                if run.returncode == 2:
                    self.assertIn("another featdep is at work", message)
                works += run.returncode == 0
            self.audit()
            self.assertEqual(self.graph()["project"], f"race{i}")
        self.assertGreaterEqual(works, 4)

    def test_race_on_two_folders(self):
        runs = [subprocess.Popen([FEATDEP, "audit", "-p", "build", "--fail-on", "never", "--quiet", "-o", f"out{i}"],
                                 cwd=self.folder) for i in range(3)]
        self.assertEqual([run.wait() for run in runs], [0, 0, 0])
        self.assertEqual(self.outputs("out0"), self.outputs("out1"))
        self.assertEqual(self.outputs("out0"), self.outputs("out2"))

    def test_huge_manifest(self):
        """Ten thousand entries of which one matches, each with a glob: no more than linear work for each function."""
        lines = "".join(f"  - {{ function: 'source_{i}*', value: return }}\n" for i in range(10000))
        paths = "".join(f"  - {{ name: m{i}, path: 'x{i}/**' }}\n" for i in range(10000))
        self.write("featdep.yml", MANIFEST.replace("models:", lines + "models:") + "modules:\n" + paths)
        result = self.audit("--no-pictures")  # 3 s; work for each pair would end at the time limit of a command
        self.assertLessEqual({UNIT}, self.edges())
        self.assertIn("20000 such", result.stdout)
        self.assertLess(len(result.stdout), 3000)

    def test_manifest_not_utf8(self):
        for content, place in [(MANIFEST.encode().replace(b"project: small", b"project: sm\xe4ll"), "featdep.yml:2:"),
                               (b"# \xff\xfe\n" + MANIFEST.encode(), "featdep.yml:1:"),
                               (MANIFEST.encode("utf-16"), "featdep.yml:1:"),
                               (MANIFEST.encode() + b"\0", "featdep.yml:7:")]:
            self.write("featdep.yml", content)
            result = self.audit(code=2)
            self.assertIn(place, result.stderr)
            self.assertNotIn("\0", result.stderr)

    def test_file_names_are_bytes(self):
        """Names that are not UTF-8, with blanks: found, analysed, shown with U+FFFD."""
        name = b"f\xfc nf\xff.c"
        with open(os.path.join(os.fsencode(self.folder), b"src", name), "wb") as file:
            file.write(MAIN_C.encode())
        folder = os.fsencode(self.folder) + b"/src"
        self.write("build/compile_commands.json",
                   b'[{"directory": "' + folder + b'", "file": "' + name + b'", "command": "cc -c \'' + name + b'\'"},'
                   b' {"directory": "' + folder + b'", "file": "scale.c", "arguments": ["cc", "-c", "scale.c"]}]')
        for _ in range(2):
            self.audit()
            self.assertIn(UNIT, self.edges())
            self.assertEqual(self.graph()["coverage"]["failed_units"], [])
        sites = {site["file"] for node in self.graph()["nodes"] for site in node["sites"]}
        self.assertIn("src/f\ufffd nf\ufffd.c", sites)
        for document in ("report.md", "report.html", "findings.sarif"):
            (self.folder / "featdep-out" / document).read_text(encoding="utf-8")
        self.write("featdep.yml", MANIFEST + "rules: { unvalidated-signal: note }\n")
        result = subprocess.run([FEATDEP, "check", "-p", "build", "-o", "featdep-out", "--fail-on", "never", "--no-pictures",
                                 "--all", "-f", "github"], cwd=self.folder, stdout=subprocess.PIPE)
        self.assertIn("file=src/f\ufffd nf\ufffd.c,", result.stdout.decode("utf-8"))
        self.write("featdep.yml", MANIFEST)
        result = subprocess.run([FEATDEP, b"audit", b"-o", b"two", b"-m", b"featdep.yml", b"--fail-on", b"never",
                                 b"src/" + name, b"src/scale.c"], cwd=self.folder, stdout=subprocess.PIPE)
        self.assertEqual(result.returncode, 0)
        self.assertIn(UNIT, self.edges("two"))

    def test_no_escapes_on_the_terminal(self):
        self.write("featdep.yml", MANIFEST + "  - { functio: \"\x9b\" } # \x1b[31m\n")
        result = self.audit(code=2)
        self.assertIn("featdep.yml:7:", result.stderr)
        for character in "\x1b\x9b":
            self.assertNotIn(character, result.stderr)


if __name__ == "__main__":
    unittest.main()
