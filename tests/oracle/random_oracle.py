#!/usr/bin/env python3
"""Compares featdep with what random programs do when they run: oracle.py with programs from random_program.py.

For each program one line: how many dependences were confirmed, how many of them featdep reports, what it reports beside
them, and wrong kinds; then, over all programs, which constructs are in those that featdep is wrong about.
"""
import argparse
import concurrent.futures
import datetime
import pathlib
import shutil
import sys
import tempfile

import execute
from random_program import CONSTRUCTS, RandomProgram

MORE_TRIALS = 10  # times as many, where an edge is reported that no trial confirmed


class Verdict:
    """What there is (REAL), what featdep says (REPORTED), both {(from, to): kind} of sinks that were reached."""

    def __init__(self, real, reported):
        self.real, self.reported = real, reported

    @property
    def misses(self):
        return sorted(set(self.real) - set(self.reported))

    @property
    def false(self):
        return sorted(set(self.reported) - set(self.real))

    @property
    def kinds(self):
        return sorted(edge for edge in set(self.real) & set(self.reported) if self.real[edge] != self.reported[edge])


def judge(program, place, runtime, featdep, trials, more=MORE_TRIALS):
    execute.program_write(program, place)
    reported = execute.audit(program, place, featdep)
    for count in (trials, more * trials):
        real, sinks, _ = execute.truth(program, place, runtime, count)
        verdict = Verdict(real, {edge: kind for edge, kind in reported.items() if edge[1] in sinks})
        if not (more and (verdict.false or verdict.kinds)):
            break
    return verdict


def one_run(seed, options, folder, runtime):
    """(program, verdict or None, what went wrong)"""
    program = RandomProgram(seed, options.statements)
    place = folder / ("random-%d" % seed)
    try:
        if options.check:
            execute.program_write(program, place)
            execute.check_defined(program, place, runtime, options.trials)
            verdict, problem = None, None
        else:
            verdict, problem = judge(program, place, runtime, options.featdep, options.trials), None
    except (execute.Broken, RuntimeError) as error:
        verdict, problem = None, str(error)
    wrong = problem or verdict and (verdict.misses or verdict.false or verdict.kinds)
    if not wrong or not options.keep:
        shutil.rmtree(place, ignore_errors=True)
    return program, verdict, problem


def share(part, whole):
    return "%.2f %%" % (100 * part / whole) if whole else "-"


def print_run(program, verdict, problem, table):
    if verdict is not None and not table and not verdict.misses:
        return
    if verdict is None:
        print("%d: %s" % (program.seed, problem or "does only what C defines"))
        return
    print("%d: %d real, %d missed, %d false, %d wrong kinds" % (program.seed, len(verdict.real), len(verdict.misses),
          len(verdict.false), len(verdict.kinds)), flush=True)
    for edge in verdict.misses:
        print("  miss  %s -> %s (%s)" % (*edge, verdict.real[edge]))
    for edge in verdict.kinds:
        print("  kind  %s -> %s is %s, not %s" % (*edge, verdict.real[edge], verdict.reported[edge]))


def print_totals(runs, table):
    real = sum(len(v.real) for _, v in runs)
    missed = sum(len(v.misses) for _, v in runs)
    reported = sum(len(v.reported) for _, v in runs)
    false = sum(len(v.false) for _, v in runs)
    wrong = sum(len(v.kinds) for _, v in runs)
    print("%d programs, %d dependences: recall %s, precision %s, kinds %s" % (
        len(runs), real, share(real - missed, real), share(reported - false, reported),
        share(real - missed - wrong, real - missed)))
    if not table:
        return
    print("%-16s %8s %8s %10s %12s" % ("construct", "programs", "missed", "precision", "without it"))
    for name in sorted(CONSTRUCTS + ("choose",), key=str):
        with_it = [v for p, v in runs if name in p.used]
        others = [v for p, v in runs if name not in p.used]

        def precision(verdicts):
            said = sum(len(v.reported) for v in verdicts)
            return share(said - sum(len(v.false) for v in verdicts), said)

        print("%-16s %8d %8d %10s %12s" % (name, len(with_it), sum(len(v.misses) for v in with_it), precision(with_it),
              precision(others)))


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--featdep", type=pathlib.Path, default=execute.HERE.parents[1] / "build/featdep")
    parser.add_argument("--programs", type=int, default=100, metavar="N")
    parser.add_argument("--seed", type=int, default=int(datetime.date.today().strftime("%Y%m%d")) * 1000,
                        help="of the first program; default: changes with the date")
    parser.add_argument("--no-table", action="store_true", help="only the programs with misses, and the figures of all")
    parser.add_argument("--statements", type=int, default=12, metavar="N", help="about as many in each; default: 12")
    parser.add_argument("--trials", type=int, default=150, help="of each program; default: 150")
    parser.add_argument("--keep", type=pathlib.Path, metavar="DIR", help="keep the programs with defects there")
    parser.add_argument("--check", action="store_true", help="run the programs under sanitizers instead of comparing")
    parser.add_argument("-j", "--jobs", type=int, default=1)
    return parser.parse_args()


def main():
    options = arguments()
    runs, failed = [], False
    print("seed %d" % options.seed)
    with tempfile.TemporaryDirectory(prefix="featdep-random-") as temporary:
        folder = options.keep or pathlib.Path(temporary)
        runtime = execute.runtime_compile(pathlib.Path(temporary), options.check)
        seeds = range(options.seed, options.seed + options.programs)
        with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
            for program, verdict, problem in pool.map(lambda seed: one_run(seed, options, folder, runtime), seeds):
                if problem or not options.check:
                    print_run(program, verdict, problem, not options.no_table)
                failed = failed or bool(problem)
                if verdict:
                    runs.append((program, verdict))
    if runs:
        print_totals(runs, not options.no_table)
    return 1 if failed or any(verdict.misses for _, verdict in runs) else 0


if __name__ == "__main__":
    sys.exit(main())
