"""Objects of random programs: their types, what they begin with, and the places that statements can name."""
from random_types import (BOOL, CHAR, DOUBLE, INT, NUMBERS, OWN, PROGRAM, SHORT, SLICE, UNSIGNED, Array, Pointer,
                          Record, Scalar, Variable, all_far, has_pointer, is_whole)
from random_tree import Items, Node

TYPES = ("whole", "char", "bool", "record", "array", "matrix", "pointer", "pointer2", "slice", "records", "row",
         "union",
         "pointers", "self", "const")


class Function:
    """What is being written: a helper, or the function of a round."""

    def __init__(self, name, sees_globals=True):
        self.name, self.sees_globals = name, sees_globals
        self.scopes = [[]]
        self.result = None
        self.loops, self.label, self.label_used = 0, None, False
        self.pure = False
        self.can_return = False


class Objects:
    """What RandomProgram has to say: random, and how likely which types and places are."""

    def chance(self, probability):
        return self.random.random() < probability

    def pick(self, choices):
        return self.random.choice(choices)

    def pick_by(self, weights):
        names = [name for name in weights if weights[name] > 0]
        return self.random.choices(names, [weights[name] for name in names])[0] if names else None

    def name(self, prefix):
        self.names += 1
        return "%s%d" % (prefix, self.names)

    def statement(self, *parts):
        return Node("statement", *parts)

    # Types and objects

    def record_type(self):
        if self.records and self.chance(0.7):
            return self.pick(self.records)
        record = Record(self.name("R"), (), "union" if self.chance(0.1 * self.likes["union"]) else "struct")
        if record.keyword == "union":
            record.fields = [("number", DOUBLE), ("bytes", Array(CHAR, 8)), ("whole", Scalar("unsigned"))]
        else:
            for _ in range(self.random.randint(2, 4)):
                type_ = self.field_type()
                record.fields.append((self.name("f"), Pointer(record, True) if type_ is None else type_))
            if any(isinstance(t, Pointer) and t.target is record for _, t in record.fields) and not all_far(record):
                record.fields = [(n, t) for n, t in record.fields if all_far(t)]
            record.fields.append((self.name("f"), DOUBLE))
        fields = [Node("field", type_.declare(name), ";") for name, type_ in record.fields]
        self.types.append(Node("type", record.name, " ", Items(fields), ";"))
        self.records.append(record)
        return record

    def field_type(self):
        kind = self.pick_by({"double": 3, "whole": self.likes["whole"], "char": self.likes["char"], "bits":
                             self.likes["char"] / 2, "bool": self.likes["bool"], "array": self.likes["array"],
                             "pointer": self.likes["pointer"], "self": self.likes["self"],
                             "record": self.likes["record"] if self.records else 0})
        if kind == "bits":
            return Scalar("unsigned", self.pick((1, 3, 4)))
        if kind == "array":
            return Array(self.pick((DOUBLE, DOUBLE, INT, CHAR)), self.pick((2, 3, 4)))
        if kind == "pointer":
            return Pointer(self.pick([DOUBLE, DOUBLE, INT] + [r for r in self.records if all_far(r)]), self.chance(0.5))
        if kind == "record":
            return self.pick(self.records)
        return {"double": DOUBLE, "whole": INT, "char": CHAR, "bool": BOOL, "self": None}[kind]

    def object_type(self, far):
        """A type for a new object; FAR: that lives as long as the program."""
        for _ in range(20):
            type_ = self.type_of_kind(self.pick_by(dict(self.likes, number=3)), far)
            if not far or all_far(type_):
                return type_
        return DOUBLE

    def type_of_kind(self, kind, far):
        if kind == "whole":
            return INT
        if kind == "char":
            return self.pick((CHAR, CHAR, SHORT, UNSIGNED))
        if kind == "bool":
            return BOOL
        if kind == "pointers":
            return Array(Pointer(self.pick((DOUBLE, DOUBLE, INT)), far or self.chance(0.3)), self.pick((2, 3, 4)))
        if kind in ("record", "union"):
            return self.record_type()
        if kind == "array":
            return Array(self.pick((DOUBLE, DOUBLE, INT, CHAR, BOOL)), self.pick((3, 4, 4, 4, 8)))
        if kind == "matrix":
            return Array(Array(self.pick((DOUBLE, DOUBLE, INT)), 4), self.pick((2, 3)))
        if kind == "records":
            return Array(self.record_type(), self.pick((2, 3, 4)))
        if kind == "pointer":
            far = far or self.chance(0.3)
            target = self.record_type() if self.chance(0.3 if self.likes["record"] else 0) else self.pick(NUMBERS[:2])
            return Pointer(target, far and all_far(target))
        if kind == "pointer2":
            return Pointer(Pointer(self.pick((DOUBLE, DOUBLE, INT)), far), far)
        if kind == "slice":
            return Pointer(DOUBLE, far, slice=True)
        if kind == "row":
            return Pointer(Array(DOUBLE, 4), far)
        return DOUBLE

    def constant(self, type_):
        """An initialiser for what lives as long as the program."""
        if isinstance(type_, Record) and type_.keyword == "union":
            return Node("initialiser", "{ .number = %s }" % self.pick(("1", "0.5", "2")))
        if isinstance(type_, Record):
            return Items([Node("member", ".%s = " % name, self.constant(field)) for name, field in type_.fields], True)
        if isinstance(type_, Array):
            return Items([Node("member", "[%d] = " % k, self.constant(type_.element)) for k in range(type_.count)],
                         True)
        if isinstance(type_, Pointer):
            if type_.maybe:
                return Node("pointer", "0")
            if self.made and self.made[-1][1] is type_.target:
                return Node("pointer", "&" + self.made[-1][0])
            paths = [p for v in self.globals for p in v.paths if p.direct and self.leads(p, type_)]
            path = self.pick(paths) if paths else self.global_make(self.array_of(type_)).paths[0]
            if not self.leads(path, type_):
                path = path.variable.paths[1]
            return self.address(path, type_, constant=True)
        if type_ == BOOL or type_.bits == 1:
            return Node("initialiser", self.pick("01"))
        return Node("initialiser", self.pick("0123") if is_whole(type_) else self.pick(("0", "1", "0.5", "2", "-1")))

    def array_of(self, pointer):
        return Array(pointer.target, SLICE) if pointer.slice else pointer.target

    def global_make(self, type_, may_be_const=False):
        name = self.name("g")
        self.made.append((name, type_))
        fixed = not has_pointer(type_) and self.chance(0.15 * self.likes["const"]) and may_be_const
        text = self.statement("static const " if fixed else "static ", type_.declare(name), " = ",
                              self.constant(type_), ";")
        self.made.pop()
        self.objects.append(text)
        variable = Variable(name, type_, PROGRAM, not fixed, not fixed)
        self.globals.append(variable)
        return variable

    def local_make(self, type_, scope=None):
        """A new variable of the innermost block, and its declaration."""
        name = self.name("v")
        outer = len(self.function.scopes) == 1
        if outer and all_far(type_) and not self.function.pure and self.chance(0.12):
            self.made.append((name, type_))
            node = self.statement("static ", type_.declare(name), " = ", self.constant(type_), ";")
            self.made.pop()
            variable = Variable(name, type_, PROGRAM)
        else:
            node = self.statement(type_.declare(name), " = ", self.initialiser(type_), ";")
            variable = Variable(name, type_, OWN, addressable=outer)
        return variable, node

    def local_add(self, variable):
        self.function.scopes[-1].append(variable)

    def initialiser(self, type_):
        if isinstance(type_, Array):
            return Items([Node("member", "[%d] = " % k, self.initialiser(type_.element)) for k in range(type_.count)],
                         True)
        return self.value(type_, 1, OWN)

    # Places

    def visible(self):
        variables = [variable for scope in self.function.scopes for variable in scope]
        return variables + (self.globals if self.function.sees_globals else [])

    def paths(self, accept):
        """A random one. Objects are equally likely, whatever the number of their parts."""
        found = []
        for variable in self.visible():
            paths = [path for path in variable.paths if accept(path)]
            if paths:
                found.append(paths)
        if not found:
            return None
        lives = [self.lasting if paths[0].variable.life == PROGRAM else 1 for paths in found]
        paths = self.random.choices(found, lives)[0]
        return self.random.choices(paths, [self.steps ** len(path.steps) for path in paths])[0]

    def index(self, count, constant=False):
        if constant or self.chance(self.constant_indices):
            return Node("index", str(self.random.randrange(count)))
        loops = [v for v in self.visible() if 0 < v.bound <= count]
        if loops and self.chance(0.75):
            loop = self.pick(loops)
            forms = ["%s", "%s", "{} - 1 - %s".format(loop.bound)] + (["%s + 1"] if loop.bound < count else [])
            return Node("index", self.pick(forms) % loop.name)
        path = self.paths(lambda p: is_whole(p.type) and not any(isinstance(step, int) for step in p.steps))
        whole = Node("whole", *self.scalar(path)) if path else self.whole_source()
        first = 0
        if count > 2 and self.chance(0.4):  # a part of the array
            first = self.random.randrange(count - 1)
            count = self.random.randint(2, count - first)
        start = "%d + " % first if first else ""
        if count & (count - 1) == 0:
            return Node("index", start + "INDEX(", whole, " & %d)" % (count - 1))
        return Node("index", start + "INDEX((unsigned)(", whole, ") %% %d)" % count)

    def place(self, path, constant=False):
        """The path as an expression."""
        parts, arrow = [path.variable.name], False
        for step in path.steps:
            if arrow and not (isinstance(step, str) and step != "*"):
                parts, arrow = ["(*"] + parts + [")"], False
            if step == "*":
                arrow = True
            elif isinstance(step, str):
                parts.append("->" + step[1:] if arrow else step)
                arrow = False
            else:
                parts += ["[", self.index(step, constant), "]"]
        return ["(*"] + parts + [")"] if arrow else parts

    def leads(self, path, pointer):
        """Whether the address of a place, or the array that it is, is such a pointer."""
        if not path.addressable:
            return False
        if pointer.slice:
            return isinstance(path.type, Array) and path.type.element is pointer.target and path.type.count >= SLICE
        return path.type is pointer.target or path.type == pointer.target and not isinstance(path.type, Record)

    def address(self, path, pointer, constant=False):
        parts = self.place(path, constant)
        if pointer.slice and path.type.count == 8 and not constant and self.chance(0.7):
            return Node("pointer", "&", *parts, "[", self.index(5), "]")
        if pointer.slice:
            return Node("pointer", *parts)
        if parts[0] == "(*" and len(path.steps) and path.steps[-1] == "*":
            return Node("pointer", *parts[1:-1])
        return Node("pointer", "&", *parts)

    def pointer(self, type_, life):
        """A value for a pointer that may live as long as that; none if there is nothing to point to."""
        life = PROGRAM if type_.far else life

        def same(path):
            held = path.type
            return (isinstance(held, Pointer) and not held.maybe and held.target == type_.target and held.slice ==
                    type_.slice and (held.far or max(path.life, path.value_life) >= life))

        found = []
        for _ in range(2):
            path = self.paths(lambda p: same(p) or self.leads(p, type_) and p.life >= life)
            if path is None:
                return None
            found.append(Node("pointer", *self.place(path)) if same(path) else self.address(path, type_))
        if self.chance(0.15):
            return Node("pointer", "(", self.decision(1), " ? ", found[0], " : ", found[1], ")")
        return found[0]
