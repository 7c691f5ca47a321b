#!/usr/bin/env python3
"""Compares featdep with what generated programs do when they run.

Programs are put together at random from the idioms in tests/oracle/idioms. Each is run many times; a source (signal,
prediction, store key) whose change changes a feature or a store key is a dependency that exists. featdep has to
report all of them (recall), no others (precision; what no run confirmed counts as false), and their kind. A program
for which featdep reports more than its runs showed is run ten times as often before that counts.

First each idiom alone, in its plainest form, then programs of many. known.txt lists the idioms with known defects.
"""
import argparse
import collections
import concurrent.futures
import datetime
import pathlib
import random
import shutil
import sys
import tempfile

import execute
from idiom import idioms_load
from program import Program

HERE = pathlib.Path(__file__).resolve().parent
KNOWN = HERE / "known.txt"
DEFECTS = ("miss", "vague", "false", "kind")
ANY_KEY = "store:kv[*]"
MORE_TRIALS = 10  # times as many, where an edge is reported that no trial confirmed
GROUP = 12  # idioms alone in a model each, that share a program, because compiling costs most
PRECISION, IDIOM_PRECISION = 0.98, 0.90


def edge_with_any_key(edge):
    start, end = (ANY_KEY if node.startswith("store:") else node for node in edge)
    return {(start, end), (edge[0], end), (start, edge[1])} - {edge}


class Count:
    def __init__(self):
        self.real = self.found = self.reported = self.confirmed = self.kinds = 0
        self.kinds_checked = 0
        self.wrong = []  # (defect, text)

    def add(self, other):
        for name, value in vars(other).items():
            setattr(self, name, getattr(self, name) + value)

    def defects(self):
        return {defect for defect, _ in self.wrong}


def known_load():
    """{idiom: (defects, reason)}"""
    known = {}
    for line in KNOWN.read_text().splitlines():
        if line.strip() and not line.startswith("#"):
            name, defects, reason = (field.strip() for field in line.split("|", 2))
            known[name] = (set(defects.split()), reason)
    return known


def compare(program, real, sinks, reported):
    """{idiom name: Count}. An unknown key stands for all keys: that an edge has only that is vague, but no miss."""
    counts = collections.defaultdict(Count)
    for edge in sorted(set(real) | set(reported)):
        start, end = edge
        part = program.owner(end)
        if part is None and end in sinks:
            raise execute.Broken("no idiom owns " + end)
        if part is None or (end not in sinks and edge not in real) or start == ANY_KEY:
            continue
        count = counts[part.idiom.name]
        text = "%s -> %s" % edge
        count.real += edge in real
        count.reported += edge in reported
        if edge in real and edge in reported:
            count.found += 1
            count.confirmed += 1
            if not part.idiom.any_kind:
                count.kinds_checked += 1
                count.kinds += real[edge] == reported[edge]
                if real[edge] != reported[edge]:
                    count.wrong.append(("kind", "%s is %s, not %s" % (text, real[edge], reported[edge])))
        elif edge in real and edge_with_any_key(edge) & set(reported):
            count.found += 1
            count.wrong.append(("vague", "%s has only an unknown key" % text))
        elif edge in real:
            count.wrong.append(("miss", "%s %s is missing" % (text, real[edge])))
        else:
            count.wrong.append(("false", "%s %s never happens" % (text, reported[edge])))
    return counts


class Job:
    """One program; what came out of it."""

    def __init__(self, name, seed, idioms, plain, models=None):
        self.name, self.seed, self.idioms, self.plain, self.models = name, seed, idioms, plain, models
        self.counts, self.broken, self.crash, self.runs = {}, None, None, (0, 0)


def job_run(job, options, folder, runtime):
    place = folder / job.name
    try:
        program = Program(job.seed, job.idioms, job.models, job.plain)
        execute.program_write(program, place)
        if options.check:
            execute.check_defined(program, place, runtime, options.trials)
        else:
            real, sinks, job.runs = execute.truth(program, place, runtime, options.trials)
            reported = execute.audit(program, place, options.featdep)
            if set(reported) - set(real):
                real, sinks, job.runs = execute.truth(program, place, runtime, MORE_TRIALS * options.trials)
            job.counts = compare(program, real, sinks, reported)
    except execute.Broken as error:
        job.broken = str(error)
    except RuntimeError as error:
        job.crash = str(error)
    good = not (job.broken or job.crash or any(count.wrong for count in job.counts.values()))
    if not options.keep or (good and not options.keep_all):
        shutil.rmtree(place, ignore_errors=True)
    return job


def jobs_alone(idioms):
    """Each idiom in a function and a model of its own, and plain, so that it is the same for ever."""
    groups = [idioms[k:k + GROUP] for k in range(0, len(idioms), GROUP)]
    return [Job("alone-%d" % k, 1000 + k, group, True, len(group)) for k, group in enumerate(groups)]


def jobs_mixed(idioms, count, seed, must):
    jobs = []
    for k in range(count):
        choice = random.Random(seed * 100003 + k)
        chosen = list(must) + choice.sample(idioms, min(len(idioms), choice.randint(8, 14) - len(must)))
        choice.shuffle(chosen)
        jobs.append(Job("program-%d" % (seed * 1000 + k), seed * 1000 + k, chosen, False))
    return jobs


def jobs_run(jobs, options, folder, runtime):
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        return list(pool.map(lambda job: job_run(job, options, folder, runtime), jobs))


def totals(jobs):
    result = collections.defaultdict(Count)
    for job in jobs:
        for name, count in job.counts.items():
            result[name].add(count)
    return result


def share(part, whole):
    return "%6.2f %%" % (100 * part / whole) if whole else "      - "


def print_wrong(jobs, what):
    for job in jobs:
        for name, count in sorted(job.counts.items()):
            for defect, text in count.wrong:
                if defect in what:
                    print("%-10s %-34s %s  (%s)" % (defect, name, text, job.name))


def print_table(counts):
    print("%-40s %6s %9s %9s %9s" % ("idiom", "edges", "recall", "precision", "kinds"))
    total = Count()
    for name, count in sorted(counts.items()):
        total.add(count)
        print("%-40s %6d %9s %9s %9s" % (name, count.real, share(count.found, count.real),
              share(count.confirmed, count.reported), share(count.kinds, count.kinds_checked)))
    print("%-40s %6d %9s %9s %9s" % ("all", total.real, share(total.found, total.real),
          share(total.confirmed, total.reported), share(total.kinds, total.kinds_checked)))
    return total


def verdict_alone(counts, idioms, known):
    """Messages: the idioms alone must have exactly the defects that are known."""
    problems = []
    for idiom in idioms:
        there = counts[idiom.name].defects() if idiom.name in counts else set()
        expected = known.get(idiom.name, (set(), ""))[0] & set(DEFECTS)
        if there - expected:
            problems.append("%s: worse than known: %s" % (idiom.name, " ".join(sorted(there - expected))))
        if expected - there:
            problems.append("%s: better than known.txt says: no %s any more" %
                            (idiom.name, " ".join(sorted(expected - there))))
    return problems


def verdict_mixed(counts, known):
    problems, total = [], Count()
    for name, count in sorted(counts.items()):
        excused = {defect.removeprefix("mixed-") for defect in known.get(name, (set(), ""))[0]}
        if "miss" in count.defects() - excused:
            problems.append("%s: misses in programs of many idioms" % name)
        if "false" in excused or "miss" in excused:
            continue
        total.add(count)
        # A share says something when there are enough.
        if count.reported >= 30 and count.confirmed < IDIOM_PRECISION * count.reported:
            problems.append("%s: precision %s" % (name, share(count.confirmed, count.reported).strip()))
    if total.reported and total.confirmed < PRECISION * total.reported:
        problems.append("precision %s, without the idioms of known.txt" %
                        share(total.confirmed, total.reported).strip())
    return problems


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--featdep", type=pathlib.Path, default=HERE.parents[1] / "build/featdep")
    parser.add_argument("--programs", type=int, default=100, metavar="N", help="of many idioms; default: 100")
    parser.add_argument("--seed", type=int, help="default: from the date")
    parser.add_argument("--trials", type=int, default=150, help="of each program; default: 150")
    parser.add_argument("--idiom", action="append", default=[], metavar="NAME",
                        help="only idioms whose name contains it")
    parser.add_argument("--keep", type=pathlib.Path, metavar="DIR", help="keep the programs with defects there")
    parser.add_argument("--keep-all", action="store_true", help="keep all programs")
    parser.add_argument("--check", action="store_true", help="run the programs under sanitizers instead of comparing")
    parser.add_argument("--strict", action="store_true", help="known.txt excuses nothing")
    parser.add_argument("--no-table", action="store_true", help="no figures for each idiom")
    parser.add_argument("-j", "--jobs", type=int, default=2)
    options = parser.parse_args()
    if options.seed is None:
        options.seed = int(datetime.date.today().strftime("%Y%m%d"))
    return options


def main():
    options = arguments()
    idioms = idioms_load()
    chosen = [idiom for idiom in idioms if not options.idiom or any(word in idiom.name for word in options.idiom)]
    if not chosen:
        print("no such idiom", file=sys.stderr)
        return 2
    known = {} if options.strict else known_load()
    print("seed %d, %d idioms, %d programs" % (options.seed, len(chosen), options.programs), flush=True)
    with tempfile.TemporaryDirectory(prefix="featdep-oracle-") as temporary:
        folder = options.keep or pathlib.Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        runtime = execute.runtime_compile(pathlib.Path(temporary), options.check)
        alone = jobs_run(jobs_alone(chosen), options, folder, runtime)
        mixed = jobs_run(jobs_mixed(idioms, options.programs, options.seed, chosen if options.idiom else []),
                         options, folder, runtime)
    failed = False
    for job in alone + mixed:
        if job.broken or job.crash:
            print("%s: %s" % (job.name, job.broken or job.crash))
            failed = True
    if options.check:
        print("" if failed else "%d programs do only what C defines" % len(alone + mixed))
        return failed
    print_wrong(alone + mixed, DEFECTS)
    if not options.no_table:
        print("\nEach idiom alone")
        print_table(totals(alone))
    print("\nPrograms of many idioms")
    print_table(totals(mixed))
    problems = verdict_alone(totals(alone), chosen, known) + verdict_mixed(totals(mixed), known)
    print("%d runs, %d of them left their track" % tuple(map(sum, zip(*(job.runs for job in alone + mixed)))))
    for problem in problems:
        print("FAILED " + problem)
    return 1 if problems or failed else 0


if __name__ == "__main__":
    sys.exit(main())
