"""Puts idioms together to a program: units, models, features in arrays, records or arguments, signals that arrive
directly, in a record or as parameters, predictions and stores as inputs of other features."""
import random
import re

from idiom import BUFFERS, NUMBERS, TOKEN, WHOLES, FUNCTION

SIGNALS = {"double": range(0, 6), "int": range(6, 9), "block": range(9, 11), "text": range(11, 13)}

# What changes nothing around the statements of an idiom.
FRAMES = (("do {", "} while (0);"), ("for (int once = 0; once < 1; once++) {", "}"),
          ("if (sizeof(struct inputs) > 8) {", "}"))

MANIFEST = """version: 1
signals:
  - { function: [sense, sense_int], value: return, name: "{arg0}" }
  - { function: [sense_block, sense_text], value: 1, name: "{arg0}" }
stores:
  - { name: kv, put: { function: kv_put, key: 0, value: 1 }, get: { function: kv_get, key: 0, value: return } }
models:
"""


def source_name(text):
    """The same for "sense(S3)" and "in->s3"."""
    return re.sub(r"sense(_int)?|in->|\W", "", text).lower()


class Part:
    """An instance of an idiom: where its features are and what its tokens stand for."""

    def __init__(self, idiom, number, form):
        self.idiom, self.number, self.form = idiom, number, form
        self.tokens = {}
        self.pairs = None  # parameters and arguments of its function


class Model:
    def __init__(self, number, shape, storage):
        self.number, self.shape, self.storage = number, shape, storage
        self.parts = []
        self.size = 0
        self.indexed = shape in ("array", "member")
        self.name = "member.v" if shape == "member" else "feat_%d" % number
        self.running = self.guard = self.cleared = False

    @property
    def function(self):
        return "extract_%d" % self.number

    def feature(self, index):
        """The id of the feature at a position of the model's input."""
        if self.shape == "record":
            return "feature:traits_%d.x%d" % (self.number, index)
        if self.shape == "arguments":
            return "feature:model_%d.x%d" % (self.number, index)
        if self.shape == "member":
            return "feature:member_%d.v[%d]" % (self.number, index)
        if self.storage == "passed":
            return "feature:step.feat_%d[%d]" % (self.number, index)
        if self.storage == "global":
            return "feature:feat_%d[%d]" % (self.number, index)
        return "feature:extract_%d.feat_%d[%d]" % (self.number, self.number, index)


class Program:
    def __init__(self, seed, idioms, models=None, plain=False):
        """IDIOMS: which must be in. PLAIN: everything in its simplest form."""
        self.random = random.Random(seed)
        self.seed, self.plain = seed, plain
        self.unit_count = 1 if plain else self.random.randint(2, 4)
        self.units = [[] for _ in range(self.unit_count)]
        self.header = []
        self.keys = ["mean_speed", "last_seen", "visits", "score"]
        self.static_inputs = self.chance(0.4)
        self.main_loop = self.chance(0.5)
        self.parts, self.number = [], 0
        self.owners = {}  # feature -> Part
        self.models = [self.model_make(k) for k in range(models or self.random.randint(2, 4))]
        for place, idiom in enumerate(idioms):
            candidates = [m for m in self.models if not (idiom.pointer and not m.indexed)] or [self.models[0]]
            self.part_add(candidates[place % len(candidates)], idiom)
        self.write()

    def chance(self, probability):
        return not self.plain and self.random.random() < probability

    def pick(self, plain, *others):
        return plain if self.plain else self.random.choice((plain,) + others)

    def model_make(self, number):
        shape = "array" if number == 0 else self.pick("array", "array", "member", "record", "arguments")
        model = Model(number, shape, self.pick("local", "global", "passed"))
        model.running = self.chance(0.4) and model.indexed
        model.guard = self.chance(0.2)
        model.cleared = self.chance(0.5)
        model.code = []
        model.unit = self.random.randrange(self.unit_count)
        return model

    # Tokens

    def number_source(self, model, everywhere):
        """A number that comes from outside, as an expression."""
        roll = 1 if self.plain or everywhere else self.random.random()
        if roll < 0.12:
            return "kv_get(\"%s\")" % self.random.choice(self.keys)
        if roll < 0.3 and model.number + self.static_inputs > 0:
            top = len(self.models) if self.static_inputs else model.number
            return "in->p%d" % self.random.randrange(top)
        signal = self.random.choice(SIGNALS["double"])
        return "sense(S%d)" % signal if self.plain or everywhere or self.chance(0.5) else "in->s%d" % signal

    def whole_source(self, everywhere):
        signal = self.random.choice(SIGNALS["int"])
        return "sense_int(S%d)" % signal if self.plain or everywhere or self.chance(0.5) else "in->s%d" % signal

    def token_choose(self, token, model, everywhere):
        if token in NUMBERS:
            return self.number_source(model, everywhere)
        if token in WHOLES:
            return self.whole_source(everywhere)
        return "S%d" % SIGNALS["block" if token.startswith("BLOCK") else "text"][token.endswith("2")]

    def tokens_choose(self, part, model):
        """Different sources for different tokens, as long as there are some."""
        taken = {source_name(text) for text in part.tokens.values()}
        for token in part.idiom.tokens:
            if token not in NUMBERS + WHOLES + BUFFERS or token in part.tokens:
                continue
            for _ in range(20):
                text = self.token_choose(token, model, token in part.idiom.everywhere)
                if source_name(text) not in taken:
                    break
            part.tokens[token] = text
            taken.add(source_name(text))

    # Instances

    def part_add(self, model, idiom):
        form = self.pick("inline", "inline", "function", "far", "inline" if idiom.once else "shared")
        part = Part(idiom, self.number, form)
        self.number += 1
        self.parts.append(part)
        model.parts.append(part)
        self.tokens_choose(part, model)
        start = model.size
        model.size += idiom.outs
        self.own(part, model, start)
        home = self.units[model.unit]
        body_unit = self.units[self.random.randrange(self.unit_count)] if form == "far" else home
        far_unit = self.units[self.random.randrange(self.unit_count)] if not self.plain else home
        self.header.append(self.fill(part, part.idiom.text["types"]))
        far = self.fill(part, idiom.text["far"])
        self.header += [head + ";" for head in FUNCTION.findall(far)]
        far_unit.append(far)
        body_unit.append(self.fill(part, idiom.text["near"]))
        if form == "inline":
            self.inline_write(part, model, start)
        else:
            self.function_write(part, model, start, body_unit)
            if form == "shared":
                twin = Part(idiom, part.number, form)
                twin.tokens = {t: v for t, v in part.tokens.items() if t in BUFFERS or t in idiom.everywhere}
                self.tokens_choose(twin, model)
                self.own(twin, model, model.size)
                start, model.size = model.size, model.size + idiom.outs
                self.call_write(twin, model, start)

    def own(self, part, model, start):
        for index in range(start, start + part.idiom.outs):
            self.owners[model.feature(index)] = part

    def fill(self, part, text, extra=None):
        tokens = dict(part.tokens, **(extra or {}))
        text = TOKEN.sub(lambda match: tokens.get(match.group(1), match.group(1)), text)
        return text.replace("@", str(part.number))

    def place(self, model, index):
        """An element of the model's input, as something to assign to."""
        if model.shape == "record":
            return "traits.x%d" % index
        if model.shape == "arguments":
            return "input_%d" % index
        return "%s[%d]" % (model.name, index)

    def pointer(self, model, index):
        if model.running:
            return self.pick("%s + fill", "&%s[fill]") % model.name
        if index == 0:
            return model.name
        return self.pick("%s + %d", "&%s[%d]") % (model.name, index)

    def inline_write(self, part, model, start):
        idiom, extra = part.idiom, {}
        order = model.running and idiom.in_order
        for k in range(idiom.outs):
            running = "%s[fill++]" if order else "%s[fill + " + str(k) + "]"
            extra["OUT%d" % k] = running % model.name if model.running else self.place(model, start + k)
        extra["FEATURES"] = "(%s)" % self.pointer(model, start) if model.indexed else ""
        lines = self.fill(part, idiom.text["body"], extra).splitlines()
        if model.running and not order and idiom.outs:
            lines.append("fill += %d;" % idiom.outs)
        self.block(model, part, lines)

    def block(self, model, part, lines):
        if self.chance(0.2):
            before, after = self.random.choice(FRAMES)
            lines = [before] + ["\t" + line for line in lines] + [after]
        model.code.append("\t{ /* %s */" % part.idiom.name)
        model.code += ["\t\t" + line if line else "" for line in lines]
        model.code.append("\t}")

    def parameters(self, part, model):
        """What a function of its own gets, as (declaration, argument) pairs, and what its tokens become."""
        pairs, extra = [], {}
        by_record = part.form != "shared" and self.chance(0.4)
        if by_record:
            pairs.append(("const struct inputs *in", "in"))
        for token in part.idiom.tokens:
            if token in NUMBERS + WHOLES and token not in part.idiom.everywhere and not by_record:
                kind = "double" if token in NUMBERS else "int"
                pairs.append(("%s arg_%s" % (kind, token.lower()), part.tokens[token]))
                extra[token] = "arg_" + token.lower()
        return pairs, extra

    def function_write(self, part, model, start, unit):
        idiom = part.idiom
        part.pairs, extra = self.parameters(part, model)
        declarations = [d for d, _ in part.pairs]
        if model.indexed:
            declarations.append("double *out")
            extra.update({"OUT%d" % k: "out[%d]" % k for k in range(idiom.outs)}, FEATURES="out")
        else:
            declarations += ["double *result_%d" % k for k in range(idiom.outs)]
            extra.update({"OUT%d" % k: "*result_%d" % k for k in range(idiom.outs)})
        head = "void part_%d(%s)" % (part.number, ", ".join(declarations) or "void")
        if part.form == "far":
            self.header.append(head + ";")
        else:
            head = "static " + head
        body = self.fill(part, idiom.text["body"], extra)
        unit.append("%s\n{ /* %s */\n%s\n}" % (head, idiom.name, "\n".join("\t" + line for line in body.splitlines())))
        self.call_write(part, model, start)

    def call_write(self, part, model, start):
        pairs = part.pairs if part.pairs is not None else self.parameters(part, model)[0]
        arguments = [argument for _, argument in pairs]
        if model.indexed:
            arguments.append(self.pointer(model, start))
        else:
            arguments += ["&" + self.place(model, start + k) for k in range(part.idiom.outs)]
        lines = ["part_%d(%s);" % (part.number, ", ".join(arguments))]
        if model.running and part.idiom.outs:
            lines.append("fill += %d;" % part.idiom.outs)
        self.block(model, part, lines)

    # The text

    def model_text(self, model):
        name, size = model.name, max(model.size, 1)
        spare = 2 if self.chance(0.2) else 0
        clear = " = { 0 }" if model.cleared else ""
        result, lines = "double", []
        parameters = "const struct inputs *in"
        if model.shape == "record":
            self.header.append("struct traits_%d {\n%s};" % (model.number, "".join(
                "\tdouble x%d;\n" % k for k in range(size))))
            self.header.append("double model_%d(const struct traits_%d *traits);" % (model.number, model.number))
            lines.append("\tstruct traits_%d traits%s;" % (model.number, clear))
            call = "model_%d(&traits)" % model.number
        elif model.shape == "arguments":
            self.header.append("double model_%d(%s);" % (model.number, ", ".join(
                "double x%d" % k for k in range(size))))
            lines.append("\tdouble %s;" % ", ".join("input_%d = 0" % k for k in range(size)))
            call = "model_%d(%s)" % (model.number, ", ".join("input_%d" % k for k in range(size)))
        else:
            self.header.append("double model_%d(const double *features, int count);" % model.number)
            if model.shape == "member":
                self.header.append("struct member_%d {\n\tint version;\n\tdouble v[%d];\n};" %
                                   (model.number, size + spare))
                lines.append("\tstruct member_%d member%s;" % (model.number, clear))
            elif model.storage == "local":
                lines.append("\tdouble %s[%d]%s;" % (name, size + spare, clear))
            elif model.storage == "global":
                self.units[model.unit].append("static double %s[%d];" % (name, size + spare))
            else:
                parameters += ", double *%s" % name
            if model.running:
                lines.append("\tint fill = 0;")
            count = "fill" if model.running and self.chance(0.5) else str(size)
            call = "model_%d(%s, %s)" % (model.number, model.name, count)
        head = "%s %s(%s)" % (result, model.function, parameters)
        self.header.append(head + ";")
        if not model.size:
            lines.append("\t%s = 0;" % self.place(model, 0))
        return "%s\n{\n%s\n\treturn %s;\n}" % (head, "\n".join(lines + model.code), call)

    def step_text(self):
        lines = []
        lines.append("\t%sstruct inputs in%s;" % ("static " if self.static_inputs else "",
                                                  "" if self.static_inputs else " = { 0 }"))
        for model in self.models:
            if model.shape == "array" and model.storage == "passed":
                clear = " = { 0 }" if model.cleared else ""
                lines.append("\tdouble feat_%d[%d]%s;" % (model.number, model.size + 1, clear))
        lines.append("\tacquire(&in);")
        for model in self.models:
            extra = ", feat_%d" % model.number if model.shape == "array" and model.storage == "passed" else ""
            call = "in.p%d = %s(&in%s);" % (model.number, model.function, extra)
            if model.guard:
                signal = self.random.choice(SIGNALS["double"])
                lines.append("\tif (DECIDE(sense(S%d) > -4))" % signal)
                call = "\t" + call
            lines.append("\t" + call)
        main = "int main(void)\n{\n\twhile (next_round())\n\t\tstep();\n\treturn 0;\n}"
        if not self.main_loop:
            self.header.append("void step(void);")
        return "%svoid step(void)\n{\n%s\n}%s" % ("static " if self.main_loop else "", "\n".join(lines),
                                                   "\n\n" + main if self.main_loop else "")

    def acquire_text(self):
        lines = ["\tin->s%d = %s(S%d);" % (k, "sense" if k in SIGNALS["double"] else "sense_int", k)
                 for k in [*SIGNALS["double"], *SIGNALS["int"]]]
        return "void acquire(struct inputs *in)\n{\n%s\n}" % "\n".join(lines)

    def write(self):
        for model in self.models:
            self.units[model.unit].append(self.model_text(model))
        self.units[self.random.randrange(self.unit_count)].append(self.acquire_text())
        self.units[0].append(self.step_text())
        includes = ["math.h", "pthread.h", "stdarg.h", "stdatomic.h", "stdbool.h", "stddef.h", "stdint.h", "stdio.h",
                    "stdlib.h", "string.h"]
        fields = ["double " + ", ".join("s%d" % k for k in SIGNALS["double"]),
                  "int " + ", ".join("s%d" % k for k in SIGNALS["int"]),
                  "double " + ", ".join("p%d" % m.number for m in self.models)]
        header = ["#ifndef PROGRAM_H\n#define PROGRAM_H", "\n".join("#include <%s>" % name for name in includes),
                  "#include \"oracle.h\"", "enum signal { %s };" % ", ".join("S%d" % k for k in range(13)),
                  "struct inputs {\n%s};" % "".join("\t%s;\n" % field for field in fields),
                  "void acquire(struct inputs *in);"] + [text for text in self.header if text] + ["#endif"]
        self.files = {"program.h": "\n\n".join(header) + "\n"}
        for number, unit in enumerate(self.units):
            text = "\n\n".join(part for part in unit if part)
            self.files["unit_%d.c" % number] = "#include \"program.h\"\n\n%s\n" % text
        self.files["featdep.yml"] = MANIFEST + "".join(self.model_entry(model) for model in self.models)
        self.files["harness.c"] = "#include \"program.h\"\n\n%s\n" % "\n\n".join(
            [self.harness_text(model) for model in self.models] + ([] if self.main_loop else [
                "int main(void)\n{\n\twhile (next_round())\n\t\tstep();\n\treturn 0;\n}"]))

    def model_entry(self, model):
        array = "{ arg: 0, count: { arg: 1 } }"
        where = {"array": array, "member": array, "record": "0",
                 "arguments": "[%s]" % ", ".join(str(k) for k in range(max(model.size, 1)))}[model.shape]
        return "  - { function: model_%d, input: %s, output: return }\n" % (model.number, where)

    def harness_text(self, model):
        k, size = model.number, max(model.size, 1)
        if model.indexed:
            return "double model_%d(const double *in, int count)\n{\n\treturn oracle_infer(%d, in, count);\n}" % (k, k)
        if model.shape == "record":
            return ("double model_%d(const struct traits_%d *in)\n{\n"
                    "\treturn oracle_infer(%d, (const double *)in, %d);\n}" % (k, k, k, size))
        names = ["x%d" % i for i in range(size)]
        return "double model_%d(%s)\n{\n\tconst double in[] = { %s };\n\treturn oracle_infer(%d, in, %d);\n}" % (
            k, ", ".join("double " + name for name in names), ", ".join(names), k, size)

    def owner(self, node):
        """The part that a feature or a store key belongs to: keys that are written end in its number."""
        key = re.fullmatch(r"store:kv\[\w*_(\d+)\]", node)
        return next(part for part in self.parts if part.number == int(key.group(1))) if key else self.owners.get(node)

    def sink_id(self, name):
        """The node of what the runtime calls NAME."""
        if name.startswith("store:"):
            return name
        model, index = name.split()
        return self.models[int(model.removeprefix("model_"))].feature(int(index))
