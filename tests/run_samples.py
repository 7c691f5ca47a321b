#!/usr/bin/env python3
"""Builds, runs and audits the programs in samples/ and compares all they say with what is expected.

usage: run_samples.py FEATDEP [SAMPLE...]

For each sample: its own output with tests/golden/samples/SAMPLE.txt, the edges of the dependency graph with
samples/SAMPLE/expected-edges.txt ("FROM -> TO KIND [state]"; "state?" leaves it open) and the findings with
samples/SAMPLE/expected-findings.txt ("LEVEL RULE SUBJECT MESSAGE"), as whole lists in any order.
--accept writes the outputs and findings (never the edges, which are worked out by hand).
"""
import argparse
import difflib
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent

# What to run in the build folder, and the files to show afterwards. {sample} is the sample's folder.
RUNS = {
    "ad-ranker": ([["ad-ranker", ":memory:", "report.csv"]], ["report.csv"]),
    "predictive-maintenance": ([["predictive-maintenance"]], []),
    "fraud-scorer": (
        [
            [program, "{sample}/data/%s.txt" % day, "profile.txt"]
            for day in ("monday", "tuesday")
            for program in ("fraud-scorer", "fraud-updater")
        ],
        ["profile.txt"],
    ),
    "clean": ([["irrigation"]], []),
}


def run(command, folder, allowed=(0,)):
    result = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=300)
    if result.returncode not in allowed:
        raise SystemExit(
            "%s: exit code %d\n%s%s" % (" ".join(map(str, command)), result.returncode, result.stdout, result.stderr)
        )
    return result.stdout


def build(sample, folder):
    options = ["-DCMAKE_BUILD_TYPE=Debug", "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON"]
    options.append("-DCMAKE_C_FLAGS=-Werror -fsanitize=address,undefined -fno-sanitize-recover=undefined")
    run(["cmake", "-G", "Ninja", "-S", sample, "-B", folder, *options], ROOT)
    run(["cmake", "--build", folder, "-j2"], ROOT)


def program_output(name, sample, folder):
    commands, files = RUNS[name]
    output = []
    for file in files:
        (folder / file).unlink(missing_ok=True)
    for program, *arguments in commands:
        output.append("$ %s\n" % program)
        output.append(run([folder / program] + [a.format(sample=sample) for a in arguments], folder))
    for file in files:
        output.append("$ cat %s\n" % file)
        output.append((folder / file).read_text())
    return "".join(output).splitlines()


def edge_text(edge):
    return "%s -> %s %s%s" % (edge["from"], edge["to"], edge["kind"], " state" if edge["state"] else "")


def finding_text(finding):
    return " ".join([finding["level"], finding["rule"], finding["subject"], finding["message"]])


def lines_of(path):
    return [line for line in path.read_text().splitlines() if line and not line.startswith("#")]


def settle_state(expected, actual):
    """Replaces each expected "state?" by what is there."""
    settled = []
    for line in expected:
        if line.endswith(" state?"):
            line = line[: -len(" state?")]
            if line + " state" in actual:
                line += " state"
        settled.append(line)
    return settled


def differences(what, path, expected, actual):
    name = "%s (%s)" % (path.relative_to(ROOT), what)
    diff = list(difflib.unified_diff(expected, actual, name, "now", lineterm="", n=0))
    for line in diff:
        print(line)
    return bool(diff)


def check(name, featdep, folder, accept):
    sample = ROOT / "samples" / name
    build(sample, folder)
    output = program_output(name, sample, folder)
    run([featdep, "audit", "-p", folder, "-m", sample / "featdep.yml", "-o", folder / "audit"], folder, (0, 1))
    graph = json.loads((folder / "audit" / "graph.json").read_text())
    edges = sorted(edge_text(edge) for edge in graph["edges"])
    findings = sorted(finding_text(f) for f in graph["findings"] if not f.get("suppressed") and not f.get("hidden"))

    golden = ROOT / "tests/golden/samples" / (name + ".txt")
    expected_edges, expected_findings = sample / "expected-edges.txt", sample / "expected-findings.txt"
    if accept:
        golden.write_text("".join(line + "\n" for line in output))
        expected_findings.write_text("".join(line + "\n" for line in findings))
    bad = differences("output", golden, golden.read_text().splitlines(), output)
    wanted = sorted(settle_state(lines_of(expected_edges), edges))
    bad |= differences("edges", expected_edges, wanted, edges)
    bad |= differences("findings", expected_findings, sorted(lines_of(expected_findings)), findings)
    print("%s: %s" % (name, "FAILED" if bad else "passed"))
    return not bad


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("featdep", type=pathlib.Path)
    parser.add_argument("samples", nargs="*", default=sorted(RUNS))
    parser.add_argument("--accept", action="store_true")
    parser.add_argument("--work", type=pathlib.Path, help="keep the builds in this folder")
    options = parser.parse_args()
    good = True
    with tempfile.TemporaryDirectory(prefix="featdep-samples-") as temporary:
        for name in options.samples:
            folder = (options.work or pathlib.Path(temporary)).resolve() / name
            folder.mkdir(parents=True, exist_ok=True)
            good &= check(name, options.featdep.resolve(), folder, options.accept)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
