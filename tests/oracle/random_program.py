"""Programs made statement by statement, about how values flow: through objects of many types, pointers, indices, loops,
conditions, helpers and the rounds of the main loop. Each program prefers a few of the constructs (swarm testing, Groce
et al., ISSTA 2012): what is rare among all is frequent in some. Nothing that C leaves undefined is made: indices are
masked, whole numbers stay small, everything begins with a value, no pointer outlives what it leads to."""
import random

from random_types import (CALLER, DOUBLE, INT, OWN, PROGRAM, Array, Pointer, Record, Variable, has_pointer)
from random_expressions import Nothing
from random_objects import TYPES, Function
from random_statements import CONSTRUCTS, Statements
from random_tree import Items, Node, Top

MANIFEST = """version: 1
signals:
  - { function: [sense, sense_int], value: return, name: "{arg0}" }
models:
"""


class Helper:
    def __init__(self, name, result, parameters, pure):
        self.name, self.result, self.parameters, self.pure = name, result, parameters, pure


class RandomProgram(Statements):
    def __init__(self, seed, statements=12):
        self.random = random.Random(seed)
        self.seed, self.left = seed, statements
        self.names, self.used = 0, set()
        self.weights = {name: self.pick((0, 0, 0, 1, 1, 3, 8)) for name in CONSTRUCTS}
        for name in self.random.sample(CONSTRUCTS, 2) + ["call"] * self.chance(0.5):
            self.weights[name] += 12
        self.common = self.pick((0.2, 0.4, 0.6))
        self.likes = {name: self.pick((0, 0, 1, 3)) for name in TYPES}
        self.likes[self.pick(TYPES)] += 6
        self.constant_indices = self.pick((0.2, 0.5, 0.9))
        self.deep = self.pick((0, 1, 1, 2))
        self.steps = self.pick((0.5, 1, 2, 4))  # how likely a part of an object is, or what it points to
        self.lasting = self.pick((1, 1, 3, 8))  # how likely are objects that live as long as the program
        self.declares = self.pick((0.1, 1, 1))
        self.signals = self.random.randint(4, 8)
        self.types, self.objects, self.functions = [], [], []
        self.globals, self.records, self.helpers, self.tables = [], [], [], []
        self.made = []  # (name, type) of the objects that are being made
        self.guarded = set()  # pointers that are known not to be null
        self.node = None  # the type of list nodes
        self.function = Function("")
        self.models = [self.random.randint(4, 12) for _ in range(self.random.randint(1, 2))]
        if self.chance(0.4):
            self.narrow()
        self.write(statements)

    def narrow(self):
        """Few objects that last, stored to at places that are not known: the same elements again and again."""
        self.lasting, self.constant_indices = self.pick((6, 12)), self.pick((0.2, 0.5))
        self.likes = dict({name: 0 for name in self.likes}, whole=1, **{self.pick(("array", "matrix", "records")): 6})
        self.declares, self.common = 0.1, 0.6
        chosen = self.random.sample(("through_choice", "shift", "clear", "copy", "count", "call", "search", "walk",
                                     "swap", "whilst", "switch", "effects"), 3)
        self.weights = {name: 3 if name in chosen else 0 for name in self.weights}

    # Functions

    def returned(self):
        result = self.function.result
        return self.pointer(result, CALLER) if isinstance(result, Pointer) else self.value(result, 1, CALLER)

    def parameter_type(self, pure):
        kind = self.pick_by({"number": 3, "whole": 1 + self.likes["whole"]} if pure else
                            {"number": 2, "whole": 1, "pointer": 2 + self.likes["pointer"],
                             "record": self.likes["record"],
                             "record_pointer": self.likes["record"] + self.likes["pointer"], "slice": 1 +
                             self.likes["slice"], "pointer2": self.likes["pointer2"], "row": self.likes["row"]})
        if kind == "record":
            return self.record_type()
        if kind == "record_pointer":
            return Pointer(self.record_type())
        if kind == "pointer":
            return Pointer(self.pick((DOUBLE, DOUBLE, INT)))
        return self.type_of_kind(kind, False)

    def helper_make(self, like=None):
        pure = self.chance(0.25) if like is None else like.pure
        name = self.name("help")
        outer, self.function = self.function, Function(name, not pure and self.chance(0.6))
        function = self.function
        function.pure, function.can_return = pure, True
        recursive = like is None and self.chance(0.15)
        if like:
            types = like.parameters
        else:
            types = [self.parameter_type(pure) for _ in range(self.random.randint(1, 3))]
            types = ["depth"] * recursive + types
        parameters, declarations = [], []
        for type_ in types:
            parameter = self.name("a")
            if type_ == "depth":
                declarations.append("int depth")
                function.scopes[0].append(Variable("depth", INT, OWN, False, False))
                continue
            declarations.append(type_.declare(parameter))
            function.scopes[0].append(Variable(parameter, type_, OWN, value_life=CALLER))
        function.result = like.result if like else self.result_type(types, pure)
        helper = Helper(name, function.result, types, pure)
        nodes = self.statements(self.random.randint(1, 5))
        if recursive:
            end = [" ", self.returned()] if function.result is not None else []
            nodes.append(self.statement("if (DECIDE(depth <= 0))\n\treturn", *end, ";"))
            nodes += self.statements(self.random.randint(0, 2))
            try:
                parts = self.call_parts(helper)
                parts[2] = "depth - 1"
                nodes += self.call(parts, None if isinstance(function.result, Pointer) else function.result)
            except Nothing:
                pass
        if function.result is not None:
            nodes.append(Node("return", "return ", self.returned(), ";"))
        self.function = outer
        head = function.result.declare("%s(%s)") if function.result is not None else "void %s(%s)"
        self.functions.append(Node("function", "static " + head % (name, ", ".join(declarations)), "\n", Items(nodes)))
        return helper

    def result_type(self, types, pure):
        if pure:
            return DOUBLE
        pointers = [type_ for type_ in types if isinstance(type_, Pointer) and not isinstance(type_.target,
                                                                                              (Pointer, Array))]
        choices = [DOUBLE, DOUBLE, None, INT] + pointers + [type_ for type_ in types if isinstance(type_, Record)
                                                            and not has_pointer(type_)]
        return self.pick(choices)

    def helpers_make(self):
        for _ in range(self.pick((0, 1, 2, 3, 4) if self.weights["call"] < 8 else (2, 3, 4, 5))):
            if self.left > 0:
                self.helpers.append(self.helper_make())
        tables = 1 if self.weights["call_chosen"] > 1 and self.left > 3 else 0
        for _ in range(tables):
            one = self.helper_make()
            two = self.helper_make(one) if "depth" not in one.parameters else one
            name = self.name("table")
            types = ", ".join("int" if t == "depth" else t.declare("") for t in one.parameters)
            inner = "(*const %s[2])(%s)" % (name, types)
            head = one.result.declare(inner) if one.result is not None else "void " + inner
            self.functions.append(Node("function", "static %s = { %s, %s };" % (head, one.name, two.name)))
            self.tables.append((name, (one, two)))

    # The program

    def features_make(self, model):
        """Where the features of a model are, and the declaration of that."""
        size, shape = self.models[model], self.shapes[model]
        if shape == "record":
            type_ = Record("traits_%d" % model, [("x%d" % k, DOUBLE) for k in range(size)])
            self.types.append(Node("type",
                                   "struct traits_%d {\n%s};\ndouble model_%d(const struct traits_%d *traits);" % (
                model, "".join("\tdouble x%d;\n" % k for k in range(size)), model, model)))
            variable = Variable("traits_%d_" % model, type_, OWN)
        else:
            self.types.append(Node("type", "double model_%d(const double *features, int count);" % model))
            variable = Variable("feat_%d" % model, Array(DOUBLE, size), PROGRAM if shape == "global" else OWN)
        text = variable.type.declare(variable.name)
        node = self.statement("static %s;" % text if shape == "global" else text + " = { 0 };")
        (self.objects if shape == "global" else self.first).append(node)
        self.fronts.append(variable)
        if self.weights["feature"] > 1:
            (self.globals if shape == "global" else self.function.scopes[0]).append(variable)
        return variable

    def make_feature(self):
        """One of the features, early."""
        if self.function.name != "step":
            return None
        path = self.pick([path for path in self.pick(self.fronts).paths if path.steps])
        return [self.statement(*self.place(path), " = ", self.number(1), ";")]

    def features_fill(self, model):
        front = self.fronts[model]
        if self.shapes[model] == "record":
            places = ["%s.x%d" % (front.name, k) for k in range(self.models[model])]
        else:
            places = ["%s[%d]" % (front.name, k) for k in range(self.models[model])]
        return [self.statement(place, " = ", self.number(self.pick((0, 0, 0, 1))), ";") for place in places
                if self.chance(0.9)]

    def write(self, statements):
        self.shapes = [self.pick(("local", "local", "global", "record")) for _ in self.models]
        self.fronts, self.first, self.before, self.uses_swap = [], [], [], False
        for _ in range(self.pick((0, 1, 2, 3, 5))):
            self.global_make(self.object_type(True), True)
        self.helpers_make()
        self.function = Function("step")
        nodes = []
        for k in range(self.signals):
            if self.chance(0.8):
                whole = k >= (self.signals + 1) // 2
                name = self.name("s")
                nodes.append(self.statement("%s %s = " % ("int" if whole else "double", name), Node(
                    "whole" if whole else "number", "sense%s(S%d)" % ("_int" if whole else "", k)), ";"))
                self.local_add(Variable(name, INT if whole else DOUBLE, OWN, writable=self.chance(0.2)))
        for _ in range(self.random.randint(1, 5)):
            nodes += self.with_objects(self.make_declare)
        for model in range(len(self.models)):
            self.features_make(model)
        left = max(self.left, statements // 2, 4)
        for model, size in enumerate(self.models):
            self.left = left // len(self.models)
            while self.left > 0:
                nodes += self.some_statement()
            nodes += self.features_fill(model)
            if self.chance(0.3):
                nodes += self.some_statement()
            name = self.name("y")
            arguments = "&traits_%d_" % model if self.shapes[model] == "record" else "feat_%d, %d" % (model, size)
            nodes.append(self.statement("double %s = model_%d(%s);" % (name, model, arguments)))
            self.local_add(Variable(name, DOUBLE, OWN))
        if self.globals:
            self.left = 2
            nodes += self.statements(2)
        includes = Node("fixed", "\n".join("#include <%s.h>" % name for name in ("math", "stdio", "stdlib", "string")) +
                        "\n#include \"oracle.h\"\n\nenum signal { %s };" % ", ".join(
                            "S%d" % k for k in range(self.signals)))
        swap = [Node("function", "static void swap(double *one, double *two)\n{\n\tdouble both = *one;\n"
                     "\t*one = *two;\n\t*two = both;\n}")] if self.uses_swap else []
        step = Node("fixed", "static void step(void)\n", Items(self.first + nodes))
        main = Node("fixed", "int main(void)\n{\n\twhile (next_round())\n\t\tstep();\n\treturn 0;\n}")
        self.tree = Top([includes] + self.types + self.objects + swap + self.functions + [step, main])

    @property
    def files(self):
        harness = "#include \"oracle.h\"\n" + "\n".join(
            "double model_%d(const double *in, int count)\n{\n\treturn oracle_infer(%d, in, %s);\n}" % (
                k, k, size if self.shapes[k] == "record" else "count") for k, size in enumerate(self.models))
        entries = "".join("  - { function: model_%d, input: %s, output: return }\n" % (
            k, "0" if shape == "record" else "{ arg: 0, count: { arg: 1 } }") for k, shape in enumerate(self.shapes))
        return {"unit_0.c": self.tree.text(), "harness.c": harness, "featdep.yml": MANIFEST + entries}

    def sink_id(self, name):
        """The node of what the runtime calls NAME."""
        model, index = name.split()
        number = int(model.removeprefix("model_"))
        return {"record": "feature:traits_%d.x%s", "global": "feature:feat_%d[%s]",
                "local": "feature:step.feat_%d[%s]"}[self.shapes[number]] % (number, index)
