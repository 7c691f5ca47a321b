"""What `cmake --install` puts in place works from there, also when the folder is moved."""
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from toolbox import SOURCE, Project

BUILD = pathlib.Path(os.environ["FEATDEP_BUILD"]).resolve()
SMALL = "signal:sensor.0 -> feature:run.features[0]"


class Install(Project):
    @classmethod
    def setUpClass(cls):
        os.environ.pop("FEATDEP_DATA", None)  # what is installed is found without it
        cls.top = pathlib.Path(tempfile.mkdtemp(prefix="featdep-install-"))
        first = cls.top / "first"
        subprocess.run(["cmake", "--install", str(BUILD), "--prefix", str(first)], check=True,
                       stdout=subprocess.DEVNULL)
        cls.prefix = cls.top / "moved"
        first.rename(cls.prefix)

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.top, ignore_errors=True)

    def one(self, pattern):
        found = sorted(self.prefix.rglob(pattern))
        self.assertTrue(found, pattern)
        return found[0]

    def test_files(self):
        for pattern in ("bin/featdep", "include/featdep/featdep.h", "include/featdep/annotate.h",
                        "include/featdep/stub.h", "share/featdep/packs/libsvm.yml", "share/featdep/stubs/string.c",
                        "share/featdep/facts/string.facts", "featdep.pc", "man1/featdep.1*", "libfeatdep.so"):
            self.one(pattern)

    def test_audit(self):
        tool = self.one("bin/featdep")
        result = self.featdep("audit", "-p", "build", "--fail-on", "never", tool=tool)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual(result.stderr.count("warning"), 0, result.stderr)
        self.assertIn(SMALL, self.edges())
        self.assertIn(str(tool), (self.folder / "featdep-out/build.ninja").read_text())

    def broken(self, damage):
        """What an audit says whose share/featdep is a copy that DAMAGE was done to."""
        copy = self.folder / "copy"
        shutil.copytree(self.prefix, copy, symlinks=True)
        damage(next(copy.rglob("share/featdep")))
        return self.audit(tool=next(copy.rglob("bin/featdep"))).stderr

    def test_without_data(self):
        said = self.broken(shutil.rmtree)
        self.assertIn("warning: featdep's stubs are missing", said)
        self.assertIn("warning: featdep's packs are missing", said)
        for hint in ("copy/share/featdep/packs", "cmake --install", "FEATDEP_DATA"):
            self.assertIn(hint, said)

    def test_empty_data(self):
        def damage(data):
            for path in [*data.glob("facts/*"), *data.glob("packs/*")]:
                path.unlink()
        said = self.broken(damage)
        self.assertIn("share/featdep/facts: warning: featdep's stubs are not in their folder", said)
        self.assertIn("share/featdep/packs: warning: featdep's packs are not in their folder", said)

    def test_damaged_data(self):
        def damage(data):
            (data / "facts/string.facts").write_text("featdep-facts 1\nfunction\n")
            (data / "packs/libsvm.yml").write_text("version: 1\nmodel: []\n")
        said = self.broken(damage)
        self.assertIn("facts/string.facts:2:", said)
        self.assertRegex(said, r"warning: 1 of featdep's [0-9]+ stub files cannot be used")
        self.assertIn("packs/libsvm.yml:2:1: error: unknown key", said)

    def test_wrong_data(self):
        for value, expected in [("/nowhere", "which is no folder"), (self.folder, "which has no folder")]:
            result = self.audit(tool=self.one("bin/featdep"), env={"FEATDEP_DATA": str(value)})
            self.assertIn(expected, result.stderr)
            self.assertIn(SMALL, self.edges())
        whole = self.audit(tool=self.one("bin/featdep"), env={"FEATDEP_DATA": str(self.prefix / "share/featdep")})
        self.assertNotIn("FEATDEP_DATA", whole.stderr)

    @staticmethod
    def output(command, environment, **options):
        return subprocess.run(command, env=dict(os.environ, **environment), stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, text=True, **options)

    def example(self, flags, environment):
        program, source = self.folder / "example", SOURCE / "tests/library/example.c"
        subprocess.run(["cc", "-std=c11", "-Wall", "-Wextra", "-Werror", "-o", program, source, *flags], check=True)
        result = self.output([program, "build", "featdep.yml", "out"], environment, cwd=self.folder)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertIn("feature:run.features[0] <- signal:sensor.0 (data)", result.stdout)
        self.assertIn("    src/main.c:9: features[0] = scale(sensor_read(0));", result.stdout)
        self.assertIn(SMALL, self.edges("out"))
        failing = self.output([program, "/nowhere"], environment, cwd="/tmp")
        self.assertEqual(failing.returncode, 1)
        self.assertIn("no compile_commands.json", failing.stderr)

    @unittest.skipIf(os.environ.get("FEATDEP_SANITIZE") == "ON", "the example is not built with the sanitizers")
    def test_library_installed(self):
        library = self.one("libfeatdep.so").parent
        environment = {"PKG_CONFIG_PATH": str(self.one("featdep.pc").parent)}
        flags = self.output(["pkg-config", "--cflags", "--libs", "featdep"], environment, check=True).stdout.split()
        self.example(flags, {"LD_LIBRARY_PATH": str(library)})

    @unittest.skipIf(os.environ.get("FEATDEP_SANITIZE") == "ON", "the example is not built with the sanitizers")
    def test_library_in_build_tree(self):
        self.example([f"-I{SOURCE}/include", f"-L{BUILD}", "-lfeatdep"], {"LD_LIBRARY_PATH": str(BUILD)})

    def test_library_exports_only_its_header(self):
        symbols = self.output(["nm", "-D", "--defined-only", self.one("libfeatdep.so")], {}, check=True).stdout
        names = [line.split()[-1] for line in symbols.splitlines()]
        self.assertTrue(names)
        self.assertEqual([n for n in names if not n.startswith("fd_")], [])


if __name__ == "__main__":
    unittest.main()
