"""Types of C as random programs use them, and the places that can be reached from an object of one."""
import dataclasses


@dataclasses.dataclass(frozen=True)
class Scalar:
    name: str
    bits: int = 0  # of a bit-field

    def declare(self, inner):
        return "%s %s" % (self.name, inner) + (" : %d" % self.bits if self.bits else "")


@dataclasses.dataclass(frozen=True)
class Array:
    element: object
    count: int

    def declare(self, inner):
        return self.element.declare("%s[%d]" % (inner, self.count))


@dataclasses.dataclass(frozen=True)
class Pointer:
    """FAR: only to what lives as long as the program. SLICE: to the first of at least four elements. MAYBE: or null."""
    target: object
    far: bool = False
    slice: bool = False
    maybe: bool = False

    def declare(self, inner):
        return self.target.declare(("(*%s)" if isinstance(self.target, Array) else "*%s") % inner)


class Record:
    def __init__(self, name, fields=(), keyword="struct"):
        self.name, self.fields, self.keyword = "%s %s" % (keyword, name), list(fields), keyword

    def declare(self, inner):
        return "%s %s" % (self.name, inner)


DOUBLE, INT, CHAR, BOOL = Scalar("double"), Scalar("int"), Scalar("unsigned char"), Scalar("_Bool")
SHORT, UNSIGNED = Scalar("unsigned short"), Scalar("unsigned")
NUMBERS = (DOUBLE, INT, CHAR, BOOL)
SLICE = 4


def is_whole(type_):
    return isinstance(type_, Scalar) and type_.name != "double"


def all_far(type_):
    """Whether an object that lives as long as the program may have this type."""
    if isinstance(type_, Record):
        return all(all_far(field) for _, field in type_.fields)
    if isinstance(type_, Array):
        return all_far(type_.element)
    return not isinstance(type_, Pointer) or type_.far


def has_pointer(type_):
    if isinstance(type_, Record):
        return any(has_pointer(field) for _, field in type_.fields)
    return isinstance(type_, Pointer) or isinstance(type_, Array) and has_pointer(type_.element)


# How long an object lives: as long as the function that runs, its caller, the program.
OWN, CALLER, PROGRAM = range(3)


@dataclasses.dataclass(eq=False)
class Variable:
    name: str
    type: object
    life: int
    addressable: bool = True
    writable: bool = True
    value_life: int = OWN  # of what a near pointer leads to
    bound: int = 0  # of a loop variable: values below it

    def __post_init__(self):
        self.paths = list(walk(self, [], self.type, self.life, self.value_life, self.addressable, self.writable, False))


@dataclasses.dataclass(eq=False)
class Path:
    """From a variable to a part of it or to what it points to. STEPS: ".name", "*" or the count of an array."""
    variable: Variable
    steps: list
    type: object
    life: int
    value_life: int
    addressable: bool
    writable: bool
    raw: bool  # any bits: a member of a union

    @property
    def direct(self):
        return all(isinstance(step, str) and step != "*" for step in self.steps)


def walk(variable, steps, type_, life, value_life, addressable, writable, raw):
    yield Path(variable, steps, type_, life, value_life, addressable, writable, raw)
    if len(steps) > 4 or steps.count("*") > 2:
        return
    if isinstance(type_, Record):
        raw = raw or type_.keyword == "union"
        for name, field in type_.fields:
            bits = isinstance(field, Scalar) and field.bits
            yield from walk(variable, steps + ["." + name], field, life, value_life, addressable and not bits, writable,
                            raw)
    elif isinstance(type_, Array):
        yield from walk(variable, steps + [type_.count], type_.element, life, value_life, addressable, writable, raw)
    elif isinstance(type_, Pointer) and not type_.maybe:
        # What a pointer in an object leads to lives at least as long as the object.
        life = PROGRAM if type_.far else max(life, value_life)
        step = SLICE if type_.slice else "*"
        yield from walk(variable, steps + [step], type_.target, life, OWN, True, True, False)
