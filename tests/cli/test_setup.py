"""What somebody meets who builds featdep for the first time: missing packages, and an LLVM that is too old."""
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from toolbox import SOURCE

LLVM_CONFIG = """\
#!/bin/sh
case $1 in
--version) echo {version};;
*) echo /nowhere;;
esac
"""


class Setup(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="featdep-setup-"))
        self.addCleanup(shutil.rmtree, self.folder)

    def program(self, name, text):
        path = self.folder / "bin" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
        path.chmod(0o755)
        return path

    def setup(self, installed):
        """scripts/setup for a user without root, on a system that has the packages matching INSTALLED, a shell pattern."""
        self.program("dpkg-query", f'#!/bin/sh\nfor last; do :; done\ncase $last in {installed}) echo installed;; esac\n')
        self.program("id", "#!/bin/sh\necho 1000\n")
        self.program("sudo", "#!/bin/sh\nexit 1\n")
        self.program("apt-get", f"#!/bin/sh\ntouch {self.folder}/called\n")
        environment = dict(os.environ, PATH=f"{self.folder}/bin:{os.environ['PATH']}")
        environment.pop("FEATDEP_BROWSER", None)
        return subprocess.run([SOURCE / "scripts/setup"], env=environment, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, text=True)

    def test_without_root(self):
        result = self.setup("[!l]*")
        self.assertEqual(result.returncode, 1)
        command = result.stderr.splitlines()[-1].split()
        self.assertEqual(command[:3], ["sudo", "apt-get", "install"])
        self.assertIn("libclang-19-dev", command)
        self.assertNotIn("cmake", command)
        self.assertFalse((self.folder / "called").exists())

    def test_nothing_missing(self):
        result = self.setup("*")
        self.assertEqual((result.returncode, result.stdout, result.stderr), (0, "", ""))

    def configure(self, version, *arguments):
        """What CMake says where llvm-config is of this version."""
        config = self.program("llvm-config", LLVM_CONFIG.format(version=version))
        (self.folder / "CMakeLists.txt").write_text(
            "cmake_minimum_required(VERSION 3.22)\nproject(small C)\nadd_library(featdep_front STATIC empty.c)\n"
            f"include({SOURCE}/scripts/cmake/dependencies.cmake)\n")
        (self.folder / "empty.c").write_text("")
        result = subprocess.run(["cmake", "-S", self.folder, "-B", self.folder / "build", *arguments],
                                env=dict(os.environ, PATH=f"{config.parent}:{os.environ['PATH']}"),
                                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        return result.returncode, " ".join(result.stdout.split())

    def test_old_llvm(self):
        for version in ("14.0.6", "15.0.7", "16.0.6"):
            code, said = self.configure(version, f"-DLLVM_CONFIG={self.folder}/bin/llvm-config")
            self.assertNotEqual(code, 0)
            self.assertIn(f"libclang {version} is too old: 17 or later is needed", said)
            self.assertIn("run scripts/setup", said)

    @unittest.skipUnless(any(pathlib.Path("/usr/lib").glob("llvm-1[7-9]/include/clang-c/Index.h")), "no libclang there")
    def test_old_llvm_beside_a_new_one(self):
        """Debian's llvm-config is 14; libclang-19-dev alone brings none."""
        found = {name: shutil.which(name) for name in ("cc", "pkg-config", "make")}
        code, said = self.configure(
            "14.0.6", "-G", "Unix Makefiles", f"-DCMAKE_MAKE_PROGRAM={found['make']}",
            f"-DCMAKE_C_COMPILER={found['cc']}", f"-DPKG_CONFIG_EXECUTABLE={found['pkg-config']}",
            f"-DCMAKE_PROGRAM_PATH={self.folder}/bin", "-DCMAKE_FIND_USE_CMAKE_SYSTEM_PATH=OFF",
            "-DCMAKE_FIND_USE_SYSTEM_ENVIRONMENT_PATH=OFF")
        self.assertEqual(code, 0, said)
        self.assertRegex(said, r"-- libclang 1[7-9] \(/usr/lib/llvm-")


if __name__ == "__main__":
    unittest.main()
