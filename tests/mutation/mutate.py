#!/usr/bin/env python3
"""Makes a copy of C files in which each condition can be negated at run time.

usage: mutate.py OUTPUT-FOLDER FILE...

The condition of each `if`, and what each function that gives a bool returns, becomes MUTANT(n, condition): see mutant.h.
OUTPUT-FOLDER/mutants.tsv says what n is: number, file, line and condition.
"""
import pathlib
import re
import sys

HIDDEN = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.DOTALL)
BOOL_FUNCTION = re.compile(r"^(?:static )?bool \w+\([^;{]*\)\n\{\n(.*?)^\}", re.MULTILINE | re.DOTALL)
RETURN = re.compile(r"\breturn ([^;]+);")


def blank(text):
    """The text without what is in comments and quotes, everything else in its place."""
    return HIDDEN.sub(lambda m: re.sub(r"[^\n]", " ", m.group()), text)


def closing(text, at):
    """Where the bracket at AT closes."""
    depth = 0
    for i in range(at, len(text)):
        depth += {"(": 1, ")": -1}.get(text[i], 0)
        if not depth:
            return i
    raise ValueError("a bracket does not close")


def conditions(text):
    """Start and end of each condition."""
    bare = blank(text)
    for match in re.finditer(r"\bif \(", bare):
        yield match.end(), closing(bare, match.end() - 1)
    for function in BOOL_FUNCTION.finditer(bare):
        for match in RETURN.finditer(bare, function.start(1), function.end(1)):
            if match.group(1).strip() not in ("true", "false"):
                yield match.start(1), match.end(1)


def main():
    folder, files = pathlib.Path(sys.argv[1]), sys.argv[2:]
    rows = []
    for file in map(pathlib.Path, sorted(files)):
        text = file.read_text(encoding="utf-8")
        inserted = []
        for start, end in sorted(conditions(text)):
            rows.append((file.name, text.count("\n", 0, start) + 1, " ".join(text[start:end].split())))
            inserted += [(start, "MUTANT(%d, (" % len(rows)), (end, "))")]
        for at, what in sorted(inserted, reverse=True):
            text = text[:at] + what + text[at:]
        (folder / file.name).write_text(text, encoding="utf-8")
    (folder / "mutants.tsv").write_text("".join("%d\t%s\t%d\t%s\n" % (i, *row) for i, row in enumerate(rows, 1)))


if __name__ == "__main__":
    main()
