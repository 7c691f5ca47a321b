"""Options, help, exit codes."""
import re
import shutil
import subprocess
import unittest

from toolbox import SOURCE, Project

COMMANDS = ["audit", "diagram", "features", "impact", "explain", "rules", "extract", "link"]


class Usage(Project):
    def test_help(self):
        result = self.featdep("--help")
        self.assertEqual(result.returncode, 0)
        for command in COMMANDS:
            self.assertIn(f"\n  {command} ", result.stdout)
            one = self.featdep(command, "--help")
            self.assertEqual(one.returncode, 0)
            self.assertIn(f"usage: featdep {command}", one.stdout)
            self.assertEqual(one.stderr, "")
            for line in one.stdout.splitlines():
                self.assertLessEqual(len(line), 120)

    def options(self, command):
        """The options that --help lists, with their dashes."""
        lines = self.featdep(command, "--help").stdout.splitlines()
        return {re.match(r"  (--?[\w-]+)", line).group(1) for line in lines if line.startswith("  -")} - {"--help"}

    def commands(self):
        """Those of the command table, in its order."""
        table = (SOURCE / "analyzer/commands/commands.def").read_text()
        return re.findall(r"(?m)^COMMAND\((\w+)\)", table)

    def test_manual_has_every_command_and_option(self):
        page = (SOURCE / "analyzer/doc/featdep.1").read_text()
        sections = dict(re.findall(r"(?ms)^\.SS featdep (\w+)$(.*?)(?=^\.S[SH] )", page))
        self.assertEqual(set(sections), set(self.commands()))
        manual = {}
        for command, section in sections.items():
            entries = re.findall(r"(?m)^\.BI? (\S.*)$", section)
            self.assertEqual(section.count("\n.TP\n"), len([e for e in entries if e.startswith("\\-")]), command)
            names = re.findall(r"(?m)(?<![\w-])--?[A-Za-z][\w-]*", "\n".join(entries).replace("\\-", "-"))
            manual[command] = set(names)
        manual["check"] |= self.options("check") & manual["audit"]
        for command in self.commands():
            self.assertEqual(manual[command], self.options(command), command)
            self.assertRegex(page, rf"(?m)^\.B featdep {command}\b")

    def test_completion_has_every_option(self):
        for shell in ("bash", "zsh", "fish"):
            script = self.featdep("completion", shell).stdout
            for command in self.commands():
                for option in self.options(command):
                    self.assertIn(option.lstrip("-") if shell == "fish" else option, script, (shell, command))

    def test_completion_completes(self):
        """What the shells themselves offer, as far as they are installed."""
        cases = {"diagram --gr": {"--graph", "--group-by"}, "dia": {"diagram"}, "diagram hid": {"hidden-consumers"},
                 "diff -T m": {"markdown"}, "diagram -T p": {"pdf", "png"}, "trend -T s": {"svg"}}
        for line, expected in cases.items():
            words = ["featdep", *line.split(" ")]
            script = f"""{self.featdep("completion", "bash").stdout}
                COMP_WORDS=({" ".join(words)}); COMP_CWORD={len(words) - 1}; _featdep; echo "${{COMPREPLY[@]}}" """
            found = subprocess.run(["bash", "-c", script], stdout=subprocess.PIPE, text=True).stdout.split()
            self.assertEqual(set(found), expected, line)
        if shutil.which("fish"):
            for line, expected in cases.items():
                script = f"""{self.featdep("completion", "fish").stdout}\ncomplete -C "featdep {line}" """
                lines = subprocess.run(["fish", "-c", script], stdout=subprocess.PIPE, text=True).stdout.splitlines()
                self.assertEqual({found.split("\t")[0] for found in lines}, expected, line)
        if shutil.which("zsh"):
            script = self.featdep("completion", "zsh").stdout
            self.assertEqual(subprocess.run(["zsh", "-n"], input=script, text=True).returncode, 0)

    def test_one_name_for_links(self):
        for command in self.commands():
            self.assertNotIn("--link", self.options(command))
        self.assertIn("--link-template", self.options("audit") & self.options("check") & self.options("diagram"))

    def test_readme_names_options_that_exist(self):
        every = {"--install", "--prefix"} | {o for c in self.commands() for o in self.options(c)} | {"--build", "--"}
        for name in ("README.md", "analyzer/README.md"):
            for option in re.findall(r"(?<![\w-])--[a-z][\w-]+", (SOURCE / name).read_text()):
                self.assertIn(option, every, name)

    def test_version(self):
        self.assertRegex(self.featdep("--version").stdout, r"^featdep \d+\.\d+\.\d+\n$")

    def test_no_command(self):
        result = self.featdep()
        self.assertEqual(result.returncode, 2)
        self.assertIn("usage: featdep", result.stderr)

    def test_unknown_command(self):
        result = self.featdep("audti")
        self.assertEqual(result.returncode, 2)
        self.assertIn('did you mean "audit"', result.stderr)

    def test_unknown_option(self):
        for arguments, expected in [
            (["audit", "--job", "2"], 'did you mean "--jobs"'),
            (["audit", "--fial-on=error"], 'did you mean "--fail-on"'),
            (["audit", "-z"], "unknown option"),
            (["audit", "--quiet=1"], "unknown option"),
            (["diagram", "--dakr"], 'did you mean "--dark"'),
        ]:
            result = self.featdep(*arguments)
            self.assertEqual(result.returncode, 2, arguments)
            self.assertIn(expected, result.stderr)

    def test_values(self):
        for arguments, expected in [
            (["audit", "--jobs"], "needs a value"),
            (["audit", "--jobs", "many"], 'needs a number up to 100000, not "many"'),
            (["audit", "--jobs", "-1"], "needs a number"),
            (["audit", "--fail-on", "sometimes"], "needs note, warning, error or never"),
            (["audit", "--dump", "soup"], "needs a stage"),
            (["audit", "--stop-after", "soup"], "plan, facts, program"),
            (["impact"], "needs NODE"),
            (["impact", "a", "b"], "one operand too many"),
            (["diagram", "--depth", "x", "overview"], "needs a number"),
            (["diagram", "--kinds", "data,soup", "overview"], "needs data, index or control"),
            (["extract"], "needs -o"),
            (["extract", "-o", "x.facts", "--", "cc", "-v"], "no source file"),
            (["extract", "-o", "x.facts", "--", "c++", "-c", "a.cc"], "is C++"),
        ]:
            result = self.featdep(*arguments)
            self.assertEqual(result.returncode, 2, arguments)
            self.assertIn(expected, result.stderr)

    def test_questions_before_an_audit(self):
        for arguments in [["features"], ["impact", "x"], ["explain", "x"], ["diagram", "overview"]]:
            result = self.featdep(*arguments)
            self.assertEqual(result.returncode, 2)
            self.assertIn("run `featdep audit` first", result.stderr)

    def test_closed_output(self):
        with open("/dev/full", "w") as full:
            import subprocess
            from toolbox import FEATDEP
            result = subprocess.run([FEATDEP, "--help"], stdout=full, stderr=subprocess.PIPE)
        self.assertEqual(result.returncode, 2)
        self.assertIn(b"cannot be written", result.stderr)

    def test_rules(self):
        names = [line.split()[0] for line in self.featdep("rules").stdout.splitlines()]
        self.assertEqual(names, sorted(names))
        self.assertIn("unused-feature", names)
        for name in names:
            result = self.featdep("rules", name)
            self.assertEqual(result.returncode, 0)
            self.assertTrue(result.stdout.startswith(name))
        self.assertIn('did you mean "unused-feature"', self.featdep("rules", "unusd-feature").stderr)


if __name__ == "__main__":
    unittest.main()
