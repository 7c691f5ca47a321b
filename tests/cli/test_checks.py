"""scripts/check-layers sees what it is there for."""
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from toolbox import SOURCE


class Layers(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="featdep-checks-"))
        self.addCleanup(shutil.rmtree, self.folder)

    def check(self, script, *arguments):
        return subprocess.run([script, *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)

    def copy(self):
        for name in ("analyzer", "scripts"):
            shutil.copytree(SOURCE / name, self.folder / name, ignore=shutil.ignore_patterns("node_modules"))
        return self.folder / "scripts/check-layers"

    def test_one_name_twice_in_the_source(self):
        script = self.copy()
        self.assertEqual(self.check(script).returncode, 0)
        source = self.folder / "analyzer/graph/extra.c"
        source.write_text("#include <stdint.h>\n\nuint32_t *walk_components(const void *walk)\n{\n\treturn 0;\n}\n")
        result = self.check(script)
        self.assertEqual(result.returncode, 1)
        self.assertIn("walk_components is defined by analyzer/graph/extra.c and by analyzer/render/walk.c",
                      result.stdout)
        source.write_text("static int *walk_components(const void *walk)\n{\n\treturn 0;\n}\n")
        self.assertEqual(self.check(script).returncode, 0)

    def test_one_name_twice_in_the_build(self):
        for archive in ("front", "solve"):
            (self.folder / "branch.c").write_text(f"int {archive}(void) {{ return 1; }}\n"
                                                  "int branch(void) { return 2; }\n")
            subprocess.run(["cc", "-c", "branch.c", "-o", f"{archive}.o"], cwd=self.folder, check=True)
            subprocess.run(["ar", "rc", f"libfeatdep_{archive}.a", f"{archive}.o"], cwd=self.folder, check=True)
        result = self.check(SOURCE / "scripts/check-layers", self.folder)
        self.assertEqual(result.returncode, 1)
        self.assertIn("branch is defined by libfeatdep_front.a(front.o) and by libfeatdep_solve.a(solve.o)",
                      result.stdout)
        self.assertNotIn("front is defined", result.stdout)

    def test_no_build(self):
        self.assertNotEqual(self.check(SOURCE / "scripts/check-layers", self.folder).returncode, 0)

    def test_include_direction(self):
        script = self.copy()
        (self.folder / "analyzer/base/extra.c").write_text('#include "model/graph.h"\n')
        self.assertIn("base/ may not include model/graph.h", self.check(script).stdout)


if __name__ == "__main__":
    unittest.main()
