"""The files in scripts/integrations, each run as far as one machine can."""
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

from toolbox import FEATDEP, MAIN_C, SOURCE, Project

FILES = SOURCE / "scripts/integrations"
BROKEN = MAIN_C.replace("features[0] = scale", "features[0] = sensor_read(2);\n\tfeatures[0] = scale")
CMAKE = """\
cmake_minimum_required(VERSION 3.20)
project(small C)
add_library(small STATIC src/main.c src/scale.c)
add_library(other STATIC src/other.c)
%s
"""


class Integrations(Project):
    def setUp(self):
        super().setUp()
        tools = self.folder / "tools"
        tools.mkdir()
        (tools / "featdep").symlink_to(FEATDEP)
        self.environment = dict(os.environ, PATH=f"{tools}:{os.environ['PATH']}",
                                FEATDEP_DATA=str(FEATDEP.parent / "share/featdep"))
        self.write("src/other.c", "int featdep_must_not_see_this(void) { return 1; }\n")
        self.write("CMakeLists.txt", CMAKE % "")

    def run_in(self, *command, code=0, **environment):
        result = subprocess.run(command, cwd=self.folder, env=dict(self.environment, **environment),
                                stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        text = result.stdout.decode("utf-8", "replace")
        if code is not None:
            self.assertEqual(result.returncode, code, text)
        return text

    def nights(self, script, **environment):
        """The script of a CI job: quiet at first, then a new finding, then the same one again."""
        first = self.run_in("bash", "-ec", script, **environment)
        self.write("src/main.c", BROKEN)
        second = self.run_in("bash", "-ec", script, code=1, **environment)
        third = self.run_in("bash", "-ec", script, code=0, **environment)
        self.assertIn("1 new", second)
        self.assertIn("0 new, 0 fixed, 1 remaining", third)
        return first, second, third

    def block(self, name, start):
        """The lines of a literal block behind the line that is START."""
        lines = (FILES / name).read_text().splitlines()
        at = next(i for i, line in enumerate(lines) if line.strip() == start) + 1
        if lines[at].strip().endswith("|"):
            at += 1
        indent = len(lines[at]) - len(lines[at].lstrip())
        block = []
        while at < len(lines) and (not lines[at].strip() or len(lines[at]) - len(lines[at].lstrip()) >= indent):
            block.append(lines[at][indent:])
            at += 1
        return "\n".join(block)

    def test_github(self):
        script = self.block("github-workflow.yml", "- name: featdep")
        summary = self.write("summary.md", "")
        _, second, third = self.nights(script, GITHUB_STEP_SUMMARY=str(summary), GITHUB_REF_NAME="main")
        self.assertIn("::warning file=src/main.c,", second)
        self.assertNotIn("::warning", third)
        self.assertIn("**0 new**", summary.read_text())
        self.assertTrue((self.folder / "featdep-out/findings.sarif").is_file())

    def test_gitlab(self):
        self.nights(self.block("gitlab-ci.yml", "script:"), CI_COMMIT_BRANCH="main", CI_DEFAULT_BRANCH="main",
                    CI_PROJECT_URL="https://example.org/p", CI_COMMIT_SHA="abc")
        for name in re.findall(r"featdep-out/\w+\.(?:json|xml)", (FILES / "gitlab-ci.yml").read_text()):
            self.assertTrue((self.folder / name).is_file(), name)

    def test_yaml(self):
        try:
            import yaml
        except ImportError:
            self.skipTest("no PyYAML")
        for name in ["github-workflow.yml", "gitlab-ci.yml"]:
            self.assertTrue(yaml.safe_load((FILES / name).read_text()), name)

    def test_jenkins(self):
        script = re.search(r"script: '''(.*?)'''", (FILES / "Jenkinsfile").read_text(), re.S).group(1)
        keep = "\ncode=$?\nmkdir -p featdep-last && cp featdep-out/graph.json featdep-last\nexit $code"
        self.nights("set +e\n" + script + keep, JENKINS_HOME=str(self.folder))

    def test_pre_commit(self):
        def git(*arguments, code=0):
            return self.run_in("git", "-c", "user.name=t", "-c", "user.email=t@example.org", *arguments, code=code)
        git("init", "-q")
        shutil.copy(FILES / "pre-commit", self.folder / ".git/hooks/pre-commit")
        git("add", "src", "featdep.yml")
        self.assertIn("nothing to compare with", git("commit", "-m", "one"))
        self.run_in("featdep", "check", "-p", "build", "--write-baseline", "featdep-baseline.json")
        self.write("src/main.c", BROKEN)
        self.assertIn("1 new", git("commit", "-a", "-m", "two", code=1))
        self.write("src/main.c", MAIN_C + "\n")
        self.assertIn("0 new", git("commit", "-a", "-m", "three"))

    def test_pre_commit_framework(self):
        if not shutil.which("pre-commit"):
            self.skipTest("no pre-commit")
        def git(*arguments, code=0):
            return self.run_in("git", "-c", "user.name=t", "-c", "user.email=t@example.org", *arguments, code=code)
        entry = re.search(r"#   - repo: local\n(?:# .*\n)*", (FILES / "pre-commit").read_text()).group()
        self.write(".pre-commit-config.yaml", "repos:\n" + re.sub(r"(?m)^#   ", "  ", entry))
        self.write(".gitignore", "build\nfeatdep-out\ntools\n")
        (self.folder / "scripts").mkdir()
        shutil.copy(FILES / "pre-commit", self.folder / "scripts/pre-commit")
        self.run_in("featdep", "check", "-p", "build", "--no-pictures", "--write-baseline", "featdep-baseline.json")
        git("init", "-q")
        git("add", ".")
        git("commit", "-q", "-m", "one")
        self.run_in("pre-commit", "install")
        self.write("src/main.c", BROKEN)
        self.assertIn("1 new", git("commit", "-a", "-m", "two", code=1))
        self.write("src/main.c", MAIN_C + "\n")
        self.assertIn("Passed", git("commit", "-a", "-m", "three"))

    def installed(self):
        prefix = pathlib.Path(tempfile.mkdtemp(prefix="featdep-prefix-"))
        self.addCleanup(shutil.rmtree, prefix, ignore_errors=True)
        subprocess.run(["cmake", "--install", os.environ["FEATDEP_BUILD"], "--prefix", prefix], check=True,
                       stdout=subprocess.DEVNULL)
        return prefix

    def test_cmake(self):
        prefix = self.installed()
        self.write("CMakeLists.txt", CMAKE % "find_package(featdep 0.1 REQUIRED)\n"
                   "featdep_audit(small FORMATS junit BASELINE base.json)")
        self.environment.pop("FEATDEP_DATA")
        self.run_in("featdep", "check", "-p", "build", "--write-baseline", "base.json",
                    FEATDEP_DATA=str(prefix / "share/featdep"))
        for generator in ["Ninja", "Unix Makefiles"]:
            build = f"b-{generator.split()[0]}"
            self.run_in("cmake", "-S", ".", "-B", build, "-G", generator, f"-DCMAKE_PREFIX_PATH={prefix}")
            text = self.run_in("cmake", "--build", build, "--target", "featdep-small")
            self.assertIn("0 new", text)
            out = self.folder / build / "featdep-small"
            self.assertIn("feature:run.features[1]", (out / "graph.json").read_text())
            self.assertEqual((out / "compile_commands.json").read_text().count('"file"'), 2)
            self.assertTrue((out / "junit.xml").is_file())
        self.write("src/main.c", BROKEN)
        self.assertIn("1 new", self.run_in("cmake", "--build", "b-Ninja", "--target", "featdep-small", code=1))
        self.write("CMakeLists.txt", CMAKE % "find_package(featdep REQUIRED)\nfeatdep_audit(nothing)")
        self.assertIn("no target \"nothing\"", self.run_in("cmake", "-S", ".", "-B", "b-Ninja", code=1))

    def test_meson(self):
        if not shutil.which("meson"):
            self.skipTest("no meson")
        self.write("meson.build", "project('small', 'c')\nstatic_library('small', 'src/main.c', 'src/scale.c')\n"
                   + (FILES / "meson.build").read_text())
        self.run_in("meson", "setup", "m")
        self.run_in("ninja", "-C", "m", "featdep")
        self.assertIn("feature:run.features[1]", (self.folder / "m/featdep-out/graph.json").read_text())


if __name__ == "__main__":
    unittest.main()
