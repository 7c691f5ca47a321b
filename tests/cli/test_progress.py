"""What is shown while a run goes on: on a terminal only, and nothing of it is left behind."""
import fcntl
import os
import pty
import re
import struct
import subprocess
import termios
import unittest

from toolbox import FEATDEP, Project


class Progress(Project):
    def terminal(self, *arguments, columns=80, **environment):
        """The exit code and what the terminal that stderr is gets; stdout is a pipe."""
        master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        process = subprocess.Popen([FEATDEP, "audit", "-p", "build", "--fail-on", "never", *arguments], cwd=self.folder,
                                   stdout=subprocess.PIPE, stderr=slave,
                                   env=dict(os.environ, **{"TERM": "xterm", **environment}))
        os.close(slave)
        written = b""
        while True:
            try:
                part = os.read(master, 4096)
            except OSError:  # how Linux says that the other end is closed
                break
            if not part:
                break
            written += part
        process.stdout.read()
        process.stdout.close()
        os.close(master)
        return process.wait(), written.decode()

    def many(self, count):
        for i in range(count):
            self.write(f"src/extra{i}.c", f"int extra{i}(int x)\n{{\n\treturn x + {i};\n}}\n")
        self.database("main.c", "scale.c", *[f"extra{i}.c" for i in range(count)])

    def test_on_a_terminal(self):
        self.many(10)
        code, written = self.terminal("--batch", "2")
        self.assertEqual(code, 0, written)
        lines = [line for line in re.split(r"\r|\n", written.replace("\x1b[K", "")) if line]
        self.assertTrue(all(line.startswith("featdep: ") for line in lines), lines)
        for expected in ("planning", "extracting", "linking", "solving", "checking rules", "report.html", "pictures",
                         "featdep.db"):
            self.assertIn(f"featdep: {expected}", lines)
        shares = [line for line in lines if "%" in line]
        self.assertTrue(shares, lines)
        for line in shares:
            self.assertRegex(line, r"^featdep: extracting: \d+ % of 12 units(, about \d+ (s|min) left)?$")
        self.assertTrue(written.endswith("\r\x1b[K"), written[-40:])
        self.assertNotIn("\n", written)

    def test_nothing_to_do(self):
        self.audit()
        code, written = self.terminal()
        self.assertEqual(code, 0)
        self.assertNotIn("solving", written)

    def test_narrow(self):
        _, written = self.terminal(columns=20)
        for line in re.split(r"\r|\n", written.replace("\x1b[K", "")):
            self.assertLess(len(line), 20)

    def test_not_shown(self):
        for arguments, environment in ((["--quiet"], {}), ([], {"TERM": "dumb"})):
            code, written = self.terminal(*arguments, "-o", "out" + str(len(arguments)), **environment)
            self.assertEqual((code, written), (0, ""))

    def test_not_on_a_pipe(self):
        self.assertEqual(self.audit().stderr, "")

    def test_messages_stand_on_lines_of_their_own(self):
        self.write("featdep.yml", "version: 1\nmodells:\n  - { function: predict }\n")
        code, written = self.terminal()
        self.assertIn("featdep.yml", written)
        for line in written.split("\n"):
            if "featdep.yml" in line:
                self.assertTrue(re.match(r"^(.*\r\x1b\[K)?[^\r]*featdep\.yml", line), line)

    def test_timings(self):
        first = self.audit("--timings").stderr
        for name in ("planning", "extracting", "solving", "graph.json", "featdep.db", "all"):
            self.assertRegex(first, rf"(?m)^{name} +\d+\.\d\d\d +\d+\.\d\d\d$")
        again = self.audit("--timings").stderr
        self.assertNotIn("solving", again)
        self.assertIn("comparing", again)


if __name__ == "__main__":
    unittest.main()
