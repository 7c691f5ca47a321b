#!/usr/bin/env python3
"""Negates each condition of the rules in turn; a unit test or a case must fail.

usage: test_mutants.py FEATDEP MUTANTS MUTANTS.TSV UNIT-TEST...

First every rule must have a case in which it fires, one in which it must not, a suppressed one and one with something
unresolved. Then the unit tests run with each mutant, and for those that survive the cases of their rule.
"""
import argparse
import collections
import concurrent.futures
import json
import os
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import run_cases

CASES, RULES = run_cases.CASES, run_cases.ROOT / "analyzer/rules"
ABOUT_RULES = ("finding", "no-finding", "suppressed", "hidden", "message")
Mutant = collections.namedtuple("Mutant", "number file line condition")


def read_mutants(path):
    rows = [line.split("\t", 3) for line in path.read_text(encoding="utf-8").splitlines()]
    return [Mutant(int(number), file, int(line), condition) for number, file, line, condition in rows]


def rule_names():
    texts = {path.stem: path.read_text(encoding="utf-8") for path in RULES.glob("*.c")}
    return {stem.replace("_", "-") for stem, text in texts.items() if "const Rule rule_%s =" % stem in text}


def expectations(case):
    """Of CASE, by the rule that they are about."""
    rules = collections.defaultdict(list)
    for _, what, rest in case.expectations:
        if what in ABOUT_RULES:
            rules[rest.partition(" ")[0]].append((what, rest))
    return rules


def lacking(cases, rules):
    """Rules without one of their four cases: rule_NAME, and that with _none, _suppressed and _unresolved."""
    wanted = {"": "finding", "_none": "no-finding", "_suppressed": "suppressed", "_unresolved": None}
    found = {case.name: {what for what, _ in expectations(case)[rule]} for case in cases for rule in expectations(case)
             if case.name.startswith("rule_" + rule.replace("-", "_"))}
    names = [("rule_" + rule.replace("-", "_") + end, what) for rule in sorted(rules) for end, what in wanted.items()]
    return ["there is no case %s%s" % (name, " with %s" % what if what else "") for name, what in names
            if name not in found or what and what not in found[name]]


def quiet():
    """A mutant that fails may leak or crash: what a sanitizer says of it is no report about featdep."""
    return {name: value for name, value in os.environ.items() if name not in ("ASAN_OPTIONS", "UBSAN_OPTIONS")}


class Hunt:
    def __init__(self, options, rules, mutants):
        self.options, self.rules = options, rules
        self.alive = {mutant.number: mutant for mutant in mutants}
        self.problems = []

    def unit_tests(self, number):
        """Number 0 is no mutant: all is as it should be."""
        for test in self.options.unit_tests:
            try:
                status = subprocess.run([test], env=dict(quiet() if number else os.environ, MUTANT=str(number)),
                                        cwd=run_cases.ROOT, timeout=20,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
            except subprocess.TimeoutExpired:
                status = 1
            if status and number:
                self.alive.pop(number, None)
                return
            if status:
                self.problems.append("%s fails without any mutant" % test.name)

    def concerned(self, case):
        """Living mutants of the rules of CASE, and those in files that several rules use."""
        rules = expectations(case)
        names = {n: mutant.file[:-2].replace("_", "-") for n, mutant in list(self.alive.items())}
        return [n for n, name in names.items() if name in rules or name not in self.rules]

    def findings(self, case, numbers):
        """Number → the findings of CASE with that mutant; nothing for one that crashes or does not end."""
        options = self.options
        with tempfile.TemporaryDirectory(prefix="featdep-mutants-") as folder:
            folder = pathlib.Path(folder)
            (folder / "featdep.yml").write_text(case.manifest_text())
            subprocess.run([options.featdep, "audit", "--stop-after", "facts", "-m", folder / "featdep.yml", "--root", CASES,
                            "-o", folder / "out", *case.sources, "--", "-std=gnu11", "-w", "-I", CASES, "-I",
                            run_cases.ROOT / "include", *case.flags], cwd=CASES, check=True, timeout=120,
                           stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
            result = subprocess.run([options.mutants, folder / "out/facts", folder / "featdep.yml", CASES, folder / "again",
                                     *map(str, numbers)], cwd=CASES, timeout=300, stdout=subprocess.PIPE,
                                    stderr=subprocess.PIPE,
                                    env=dict(quiet(), FEATDEP_DATA=str(options.featdep.parent / "share/featdep")))
        rows = [json.loads(line) for line in result.stdout.decode(errors="replace").splitlines()]
        return {row["mutant"]: row["findings"] for row in rows}

    def case(self, case):
        numbers = self.concerned(case)
        wanted = [one for rule in expectations(case).values() for one in rule]
        found = self.findings(case, [0, *numbers]) if numbers else {0: None}
        for number in found if numbers else []:
            right = all(run_cases.check({"findings": found[number]}, what, rest)[0] for what, rest in wanted)
            if not right and number:
                self.alive.pop(number, None)
            elif not right:
                self.problems.append("%s is not as it should be without any mutant" % case.name)
        for number in set(numbers) - set(found):
            self.alive.pop(number, None)


def report(hunt):
    """Prints what is wrong; true when nothing is."""
    for mutant in hunt.alive.values():
        print("survives: analyzer/rules/%s:%d: %s" % (mutant.file, mutant.line, mutant.condition))
    for problem in hunt.problems:
        print(problem)
    return not hunt.problems and not hunt.alive


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    path = lambda text: pathlib.Path(text).resolve()
    parser.add_argument("featdep", type=path)
    parser.add_argument("mutants", type=path)
    parser.add_argument("table", type=path)
    parser.add_argument("unit_tests", type=path, nargs="+")
    parser.add_argument("-j", "--jobs", type=int, default=2)
    options = parser.parse_args()
    cases, rules, mutants = run_cases.find_cases([]), rule_names(), read_mutants(options.table)
    hunt = Hunt(options, rules, mutants)
    hunt.problems += lacking(cases, rules)
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        list(pool.map(hunt.unit_tests, [0, *list(hunt.alive)]))
        left = len(hunt.alive)
        list(pool.map(hunt.case, [case for case in cases if expectations(case) and case.bug is None]))
    print("%d mutants, %d survive the unit tests, %d of them the cases" % (len(mutants), left, len(hunt.alive)))
    return 0 if report(hunt) else 1


if __name__ == "__main__":
    sys.exit(main())
