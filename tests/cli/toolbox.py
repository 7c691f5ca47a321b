"""What the command line tests share: a small project on disk, and running featdep in it."""
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

FEATDEP = pathlib.Path(os.environ["FEATDEP"]).resolve()
SOURCE = pathlib.Path(__file__).resolve().parent.parent.parent

MANIFEST = """\
version: 1
project: small
signals:
  - { function: sensor_read, value: return, name: "sensor.{arg0}" }
models:
  - { function: predict, input: 0, output: return, name: small }
"""

SENSOR_H = "int sensor_read(int channel);\n"
MAIN_C = """\
#include "sensor.h"
double predict(const double *features, int n);
double scale(double x);

double run(void)
{
	double features[2];

	features[0] = scale(sensor_read(0));
	features[1] = sensor_read(1);
	return predict(features, 2);
}
"""
SCALE_C = """\
double scale(double x)
{
	return x / 100;
}
"""


class Project(unittest.TestCase):
    """A folder of its own for every test, with src/main.c, src/scale.c, build/compile_commands.json and featdep.yml."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="featdep-cli-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.write("src/sensor.h", SENSOR_H)
        self.write("src/main.c", MAIN_C)
        self.write("src/scale.c", SCALE_C)
        self.write("featdep.yml", MANIFEST)
        self.database("main.c", "scale.c")

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            path.write_text(content, encoding="utf-8")
        return path

    def entry(self, name, flags=""):
        return {"directory": str(self.folder / "src"), "command": f"cc {flags} -c {name} -o {name}.o", "file": name}

    def database(self, *entries):
        """Entries are dicts, or names of files in src/."""
        content = [e if isinstance(e, dict) else self.entry(e) for e in entries]
        return self.write("build/compile_commands.json", json.dumps(content, indent=1))

    def featdep(self, *arguments, **options):
        environment = dict(os.environ, **options.pop("env", {}))
        tool = options.pop("tool", FEATDEP)
        result = subprocess.run([str(tool), *map(str, arguments)], cwd=options.pop("cwd", self.folder), env=environment,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=300, **options)
        result.stdout = result.stdout.decode("utf-8", "replace")
        result.stderr = result.stderr.decode("utf-8", "replace")
        self.assertGreaterEqual(result.returncode, 0, f"died: {result.stderr}")
        self.assertNotIn("featdep: bug", result.stderr)
        self.assertNotIn("ERROR: AddressSanitizer", result.stderr)
        self.assertNotIn("runtime error:", result.stderr)
        return result

    def audit(self, *arguments, code=0, **options):
        """Audits build/ and expects the exit code; findings never count."""
        result = self.featdep("audit", "-p", "build", "--fail-on", "never", *arguments, **options)
        self.assertEqual(result.returncode, code, result.stdout + result.stderr)
        return result

    def graph(self, out="featdep-out"):
        return json.loads((self.folder / out / "graph.json").read_text(encoding="utf-8"))

    def edges(self, out="featdep-out"):
        return {f"{e['from']} -> {e['to']}" for e in self.graph(out)["edges"]}

    def facts(self, name, out="featdep-out"):
        return self.folder / out / "facts" / name
