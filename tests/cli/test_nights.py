"""Thirty nights: a generated code base changes by small commits; every night's new and fixed findings are what changed."""
import json
import os
import random
import unittest

from toolbox import Project

SLOTS, FILES, NIGHTS = 6, 3, 30

MANIFEST = """\
version: 1
project: nights
signals:
  - { function: sensor_read, value: return, name: "sensor.{arg0}" }
models:
""" + "".join(f"  - {{ function: predict_{f}, input: {{ arg: 0, count: {SLOTS} }}, output: return, name: m{f} }}\n"
              for f in range(FILES)) + """\
consumers:
  - { of: "model:*", function: "serve_*" }
"""


class Code:
    """FILES files with a model each. Findings: features that are assigned twice, one that is constant, one reader in another
    file that is not declared."""

    def __init__(self):
        self.twice = [set() for _ in range(FILES)]
        self.constant = [False] * FILES
        self.read = [False] * FILES
        self.padding = [0] * FILES
        self.spaces = [False] * FILES
        self.names = [f"part{f}.c" for f in range(FILES)]

    def text(self, f):
        lines = ["int sensor_read(int channel);", f"double predict_{f}(const double *x);"]
        lines += [f"/* Nothing to see in line {i}. */" for i in range(self.padding[f])]
        lines += [f"double run_{f}(void)", "{", f"\tdouble x[{SLOTS}];"]
        for slot in range(SLOTS):
            if slot in self.twice[f]:
                lines.append(f"\tx[{slot}] = sensor_read({100 + 10 * f + slot});")
            value = "1" if self.constant[f] and slot == SLOTS - 1 else f"sensor_read({10 * f + slot})"
            lines.append(f"\tx[{slot}] = {value};")
        text = "\n".join(lines + [f"\treturn predict_{f}(x);", "}", ""])
        return text.replace("\t", "    ").replace(" = ", "\n        = ") if self.spaces[f] else text

    def readers(self):
        """One is declared."""
        lines = [f"double run_{f}(void);\nint serve_{f}(void) {{ return run_{f}() > 0.5; }}" for f in range(FILES)]
        lines += [f"double look_{f}(void) {{ return 2 * run_{f}(); }}" for f in range(FILES) if self.read[f]]
        return "\n".join(lines + [""])

    def findings(self):
        """Rule and subject."""
        found = set()
        for f in range(FILES):
            found |= {("unused-feature", f"feature:run_{f}.x[{slot}]") for slot in self.twice[f]}
            found |= {("constant-feature", f"feature:run_{f}.x[{SLOTS - 1}]")} if self.constant[f] else set()
            found |= {("hidden-consumer", f"consumer:look_{f}")} if self.read[f] else set()
        return found


class Nights(Project):
    def change(self, code, chance):
        """One commit; what must not matter is as likely as what must."""
        f = chance.randrange(FILES)
        kind = chance.choice(["add", "fix", "add", "move", "format", "rename", "constant", "reader"])
        if kind == "add":
            # Even slots only: neighbours would be reported as one range.
            code.twice[f].add(2 * chance.randrange(SLOTS // 2))
        elif kind == "fix" and code.twice[f]:
            code.twice[f].remove(chance.choice(sorted(code.twice[f])))
        elif kind == "constant":
            code.constant[f] = not code.constant[f]
        elif kind == "reader":
            code.read[f] = not code.read[f]
        elif kind == "move":
            code.padding[f] = chance.randrange(40)
        elif kind == "format":
            code.spaces[f] = not code.spaces[f]
        elif kind == "rename":
            (self.folder / "src" / code.names[f]).unlink(missing_ok=True)
            code.names[f] = f"part{f}_{chance.randrange(1000)}.c"

    def write_code(self, code):
        for f in range(FILES):
            self.write(f"src/{code.names[f]}", code.text(f))
        self.write("src/readers.c", code.readers())
        self.database(*code.names, "readers.c")

    def result(self):
        """(new, fixed, remaining) as rules and subjects by the SARIF of tonight; notes do not count."""
        sarif = json.loads((self.folder / "featdep-out/findings.sarif").read_text())
        states = {"new": set(), "absent": set(), "unchanged": set()}
        for result in sarif["runs"][0]["results"]:
            if result["level"] != "note":
                states[result["baselineState"]].add((result["ruleId"], result["properties"]["subject"]))
        return states["new"], states["absent"], states["unchanged"]

    def test_thirty_nights(self):
        chance = random.Random(20151207)
        code = Code()
        self.write("featdep.yml", MANIFEST)
        self.write_code(code)
        run = ["check", "-p", "build", "--no-pictures", "--quiet", "--jobs", "2", "--history", "h.db", "-f", "sarif"]
        self.assertEqual(self.featdep(*run, "--write-baseline", "base.json").returncode, 0)
        known = code.findings()
        for night in range(NIGHTS):
            before = list(code.names)
            for _ in range(chance.randrange(4)):
                self.change(code, chance)
            self.write_code(code)
            self.write("renames", "".join(f"R100\tsrc/{old}\tsrc/{new}\n" for old, new in zip(before, code.names) if old != new))
            now = code.findings()
            result = self.featdep(*run, "--baseline", "base.json", "--write-baseline", "base.json", "--renames", "renames",
                                  env={"SOURCE_DATE_EPOCH": str(1700000000 + 86400 * night)})
            where = f"night {night}: {result.stdout}{result.stderr}"
            self.assertEqual(self.result(), (now - known, known - now, now & known), where)
            self.assertEqual(result.returncode, 1 if now - known else 0, where)
            known = now
        trend = self.featdep("trend", "--history", "h.db").stdout
        self.assertIn(f"{NIGHTS + 1} runs", trend)
        for rule in {rule for rule, _ in known}:
            self.assertRegex(trend, rf"findings:{rule} +0 +{sum(r == rule for r, _ in known)} ")


if __name__ == "__main__":
    unittest.main()
