"""Idioms of feature code: how idioms/*.c are written, and what an instance of one becomes.

A file holds many idioms, each from a line "// idiom: NAME" on, in sections that begin with a line of their own:

  // kinds: any     the kind of its dependencies is not checked (where more than one is right)
  // once           is not called for two streams: its state is for one, and only the order of calls tells them apart
  // types          for the header of the program
  // far            functions that may come to lie in another unit
  // near           objects and functions in the unit of the body
  // body           statements

A section without a title is the body. In the text

  @                 is the number of the instance: names that end in it are its own
  A B C D           are numbers, I J whole numbers from 0 to 15: signals, predictions, values of a store
  BLOCK BLOCK2      are signals for sense_block(), TEXT TEXT2 signals for sense_text()
  OUT0 OUT1 ...     are the features that it computes, as things to assign to
  kv_put()          has keys that end in _@
  FEATURES          is a pointer to its features; how many says "// outs: N"
"""
import pathlib
import re

FOLDER = pathlib.Path(__file__).resolve().parent / "idioms"
NUMBERS = ("A", "B", "C", "D")
WHOLES = ("I", "J")
BUFFERS = ("BLOCK", "BLOCK2", "TEXT", "TEXT2")
TOKEN = re.compile(r"\b(A|B|C|D|I|J|BLOCK2?|TEXT2?|FEATURES|OUT\d+)\b")
FUNCTION = re.compile(r"^((?!static|typedef|struct \w+$)[a-z][\w *]*\(.*\))\n\{", re.MULTILINE)


class Idiom:
    def __init__(self, theme, name):
        self.theme, self.name = theme, name
        self.any_kind = self.once = False
        self.outs = 0
        self.sections = {"types": [], "far": [], "near": [], "body": []}

    def finish(self):
        self.text = {title: "\n".join(lines).strip("\n") for title, lines in self.sections.items()}
        body = self.text["body"]
        numbers = [int(n) for n in re.findall(r"\bOUT(\d+)\b", body)]
        self.outs = max([self.outs] + [n + 1 for n in numbers])
        self.pointer = "FEATURES" in body
        self.tokens = sorted(set(TOKEN.findall("\n".join(self.text.values()))))
        # Tokens outside of the body must be constant expressions of the whole program.
        self.everywhere = set(TOKEN.findall("\n".join(self.text[title] for title in ("types", "far", "near"))))
        # Each feature assigned once, in order, outside of nested statements: may be a running index.
        flat = [int(n) for n in re.findall(r"^OUT(\d+) = ", body, re.MULTILINE)]
        self.in_order = not self.pointer and numbers == flat == list(range(self.outs))
        if not self.outs and "kv_put" not in body:
            raise ValueError("idiom \"%s\" computes nothing" % self.name)


def idioms_load(folder=FOLDER):
    idioms = []
    for path in sorted(folder.glob("*.c")):
        idiom, section = None, None
        for number, line in enumerate(path.read_text().splitlines(), 1):
            title = re.match(r"// (idiom|kinds|once|outs|types|far|near|body)(?:: (.*))?$", line)
            if not title and idiom is None:
                continue
            if not title:
                idiom.sections[section].append(line)
            elif title.group(1) == "idiom":
                idiom, section = Idiom(path.stem, title.group(2)), "body"
                idioms.append(idiom)
            elif title.group(1) == "kinds":
                idiom.any_kind = True
            elif title.group(1) == "once":
                idiom.once = True
            elif title.group(1) == "outs":
                idiom.outs = int(title.group(2))
            else:
                section = title.group(1)
    for idiom in idioms:
        idiom.finish()
    names = [idiom.name for idiom in idioms]
    for name in names:
        if names.count(name) > 1:
            raise ValueError("two idioms \"%s\"" % name)
    return idioms
