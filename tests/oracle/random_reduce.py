#!/usr/bin/env python3
"""Makes a random program smaller as long as featdep stays wrong about one of its dependencies in the same way.

What is left out or simplified are nodes of the program's tree (random_tree.py): statements, then whatever surrounds
statements, then expressions. A program that does what C does not define, or that does not compile, is never taken.
"""
import argparse
import pathlib
import sys
import tempfile
import time

import execute
from random_oracle import judge
from random_program import RandomProgram
from random_tree import SMALLEST, Items, Node, holes, inner, lists, size

REMOVABLE = ("statement", "field", "member", "type", "function")


class Reducer:
    """TEST says whether a program is still of interest. CONSTANTS: expressions may become constants, which makes
    dependencies disappear: no help where featdep reports too much."""

    def __init__(self, program, test, constants, seconds):
        self.program, self.test, self.constants = program, test, constants
        self.end = time.monotonic() + seconds
        self.seen = {program.tree.text()}

    def holds(self):
        text = self.program.tree.text()
        if text in self.seen or time.monotonic() > self.end:
            return False
        self.seen.add(text)
        return self.test(self.program)

    def run(self):
        while True:
            before = size(self.program.tree)
            self.remove()
            self.unwrap()
            self.simplify()
            if size(self.program.tree) == before:
                return

    def replace_nodes(self, items, nodes):
        old, items.nodes = items.nodes, nodes
        if self.holds():
            return True
        items.nodes = old
        return False

    def remove(self):
        """From the end, because what comes later uses what comes before; many at once first."""
        for items in list(lists(self.program.tree)):
            step = max(1, len(items.nodes) // 2)
            while step:
                end = len(items.nodes)
                while end > 0:
                    start = max(0, end - step)
                    kept = [node for node in items.nodes[start:end] if node.sort not in REMOVABLE]
                    if len(kept) < end - start:
                        self.replace_nodes(items, items.nodes[:start] + kept + items.nodes[end:])
                    end = start
                step //= 2

    def unwrap(self):
        """The statements of a block instead of what it belongs to."""
        for items in list(lists(self.program.tree)):
            position = 0
            while position < len(items.nodes):
                node = items.nodes[position]
                blocks = [part for part in node.parts if isinstance(part, Items) and not part.inline]
                if node.sort == "statement":
                    any(self.replace_nodes(items, items.nodes[:position] + block.nodes + items.nodes[position + 1:])
                        for block in blocks)
                position += 1

    def simplify(self):
        for parent, position in list(holes(self.program.tree)):
            node = parent.parts[position]
            shorter = [Node(node.sort, SMALLEST[node.sort])] if self.constants and node.sort in SMALLEST else []
            for other in shorter + inner(node, node.sort):
                parent.parts[position] = other
                if self.holds():
                    break
                parent.parts[position] = node


def defect_of(verdict, edge):
    if edge in verdict.misses:
        return "miss"
    if edge in verdict.false:
        return "false"
    return "%s, not %s" % (verdict.real[edge], verdict.reported[edge]) if edge in verdict.kinds else None


def reduce(program, edge, defect, folder, featdep, trials, seconds):
    plain = execute.runtime_compile(folder, False)
    sanitized = execute.runtime_compile(folder, True)
    place = folder / "candidate"

    def test(candidate):
        """The cheapest first."""
        try:
            execute.program_write(candidate, place)
            if (edge in execute.audit(candidate, place, featdep)) == (defect == "miss"):
                return False
            verdict = judge(candidate, place, plain, featdep, trials, 0 if defect == "miss" else 5)
            if defect_of(verdict, edge) != defect:
                return False
            execute.check_defined(candidate, place, sanitized, 10)
            return True
        except (execute.Broken, RuntimeError):
            return False

    Reducer(program, test, defect == "miss", seconds).run()


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--featdep", type=pathlib.Path, default=execute.HERE.parents[1] / "build/featdep")
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--statements", type=int, default=12, help="as of random_oracle.py; default: 12")
    parser.add_argument("--trials", type=int, default=150)
    parser.add_argument("--seconds", type=int, default=300, help="after which it stops; default: 300")
    parser.add_argument("--defect", choices=("miss", "kind", "false"), default="miss", help="the first of these")
    parser.add_argument("--edge", nargs=2, metavar=("FROM", "TO"), help="this one")
    parser.add_argument("-o", "--output", type=pathlib.Path, required=True, metavar="DIR", help="for the program")
    return parser.parse_args()


def main():
    options = arguments()
    program = RandomProgram(options.seed, options.statements)
    with tempfile.TemporaryDirectory(prefix="featdep-reduce-") as temporary:
        folder = pathlib.Path(temporary)
        runtime = execute.runtime_compile(folder, False)
        verdict = judge(program, folder / "program", runtime, options.featdep, options.trials)
        edges = {"miss": verdict.misses, "kind": verdict.kinds, "false": verdict.false}[options.defect]
        edge = tuple(options.edge) if options.edge else edges[0] if edges else None
        defect = defect_of(verdict, edge)
        if defect is None:
            print("featdep is not wrong about this", file=sys.stderr)
            return 1
        reduce(program, edge, defect, folder, options.featdep, options.trials, options.seconds)
    execute.program_write(program, options.output)
    print("%s -> %s: %s\n%s" % (*edge, defect, program.tree.text()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
