"""Expressions of random programs. None of them has effects: the order in which operands are evaluated says nothing."""
from random_types import (BOOL, CHAR, DOUBLE, OWN, SHORT, UNSIGNED, Array, Pointer, Scalar, all_far,
                     has_pointer, is_whole)
from random_objects import Objects
from random_tree import Items, Node


class Nothing(Exception):
    """There is nothing that a pointer could lead to."""


class Expressions(Objects):
    def two(self, make, depth):
        """Two that are not the same, if possible: what becomes of them depends on both."""
        one = make(depth)
        for _ in range(4):
            other = make(depth)
            if other.text() != one.text():
                break
        return one, other

    def number_place(self):
        path = self.paths(lambda p: isinstance(p.type, Scalar) and (p.type == DOUBLE or self.chance(0.3)))
        return self.scalar(path) if path else None

    def scalar(self, path):
        parts = self.place(path)
        if path.type == UNSIGNED or path.raw and is_whole(path.type):
            return ["(int)("] + parts + [" & 15)" if path.raw else self.pick((" & 15)", " % 7)", " / 0x20000000)"))]
        return parts

    def signal(self, whole):
        doubles = (self.signals + 1) // 2
        number = self.random.randrange(doubles, self.signals) if whole else self.random.randrange(doubles)
        return "sense_int(S%d)" % number if whole else "sense(S%d)" % number

    def number(self, depth):
        if depth <= 0 or self.chance(0.35):
            parts = self.number_place() if not self.chance(0.1) else None
            return Node("number", *(parts or [self.signal(False) if self.chance(0.5) and not self.function.pure else
                                              self.pick(("1", "0.5", "2", "-1"))]))
        kind = self.random.randrange(12)
        if kind < 4:
            # With a factor, so that x - x, which depends on nothing, is rare.
            one, other = self.two(self.number, depth - 1)
            return Node("number", "(", one, self.pick((" + ", " - 0.75 * ")), other, ")")
        if kind == 4:
            return Node("number", "(", self.number(depth - 1), " * ", self.pick(("0.5", "2", "3")), ")")
        if kind == 5:
            return Node("number", "(", self.number(0), " * ", self.number(0), ")")
        if kind == 6:
            one, other = self.two(self.number, depth - 1)
            return Node("number", self.pick(("fmax", "fmin")), "(", one, ", ", other, ")")
        if kind == 7:
            one, other = self.two(self.number, depth - 1)
            return Node("number", "(", self.decision(depth - 1), " ? ", one, " : ", other, ")")
        if kind == 8:
            return Node("number", "(double)(", self.whole(depth - 1), ")")
        if kind == 9:
            return Node("number", "-(", self.number(depth - 1), ")")
        pure = [helper for helper in self.helpers if helper.pure]
        if kind == 10 and pure:
            helper = self.pick(pure)
            return Node("number", *self.call_parts(helper))
        return Node("number", "(fabs(", self.number(depth - 1), ") - 1)")

    def whole_source(self):
        return Node("whole", self.signal(True) if not self.function.pure else self.pick("123"))

    def whole(self, depth):
        """Below 1000, whatever is in it."""
        if depth <= 0 or self.chance(0.4):
            path = self.paths(lambda p: is_whole(p.type)) if not self.chance(0.1) else None
            if path:
                return Node("whole", *self.scalar(path))
            loops = [v for v in self.visible() if v.bound]
            if loops and self.chance(0.5):
                return Node("whole", self.pick(loops).name)
            return self.whole_source()
        kind = self.random.randrange(12)
        if kind == 9:
            return Node("whole", "(unsigned char)(", self.whole(depth - 1), self.pick((" - 3", " + 250", " * 20")), ")")
        if kind == 10:
            before, after = self.pick((("(~", " & 6)"), ("(", " / 3 * 3)"), ("abs(", ")"), ("(", " % 4 + 1)"),
                                       ("(", " ^ 5)"),
                                       ("(-", " % 5)"), ("((", " & 7) - 4)")))
            return Node("whole", before, self.whole(depth - 1), after)
        if kind == 11:
            one, limit = self.whole(0), self.pick(("3", "7"))
            return Node("whole", "(DECIDE(", one, " > %s) ? %s : " % (limit, limit), one, ")")
        if kind < 3:
            one, other = self.two(self.whole, depth - 1)
            return Node("whole", "(", one, self.pick((" + ", " - ", " ^ ", " | ", " & ")), other, ")")
        if kind == 3:
            return Node("whole", "(", self.whole(depth - 1), " & %d)" % self.pick((1, 3, 7)))
        if kind == 4:
            return Node("whole", "(", self.whole(depth - 1), self.pick((" % 3", " / 2", " >> 1", " * 2")), ")")
        if kind == 5:
            one, other = self.two(self.whole, depth - 1)
            return Node("whole", "(", self.decision(depth - 1), " ? ", one, " : ", other, ")")
        if kind == 6:
            return Node("whole", "(int)fmax(-9, fmin(9, ", self.number(depth - 1), "))")
        if kind == 7:
            one, other = self.two(self.number, 0)
            return Node("whole", "(2 * (", one, self.pick((" < ", " > ")), other, "))")
        return Node("whole", "(3 * !", self.whole(0), ")")

    def decision(self, depth):
        kind = self.random.randrange(12)
        if depth > 0 and kind < 2:
            return Node("decision", "(", self.decision(depth - 1), self.pick((" && ", " || ")),
                        self.decision(depth - 1), ")")
        if depth > 0 and kind == 2:
            return Node("decision", "!", self.decision(depth - 1))
        if kind == 3:
            path = self.paths(lambda p: isinstance(p.type, Pointer) and not p.type.maybe and not p.type.slice)
            one, other = path and Node("pointer", *self.place(path)), path and self.pointer(path.type, OWN)
            if other and other.text() != one.text():
                return Node("decision", "DECIDE(", one, " == ", other, ")")
        if kind < 7:
            if self.chance(0.15):
                return Node("decision", "DECIDE((unsigned)", self.whole(0),
                            self.pick((" - 3u < 4u)", " - 1u > 5u)", " % 3 == 0)",
                                                                                        " + 1u < 2u)")))
            return Node("decision", "DECIDE(", self.whole(depth), self.pick((
                " > 1", " < 4", " & 1", " & 2", " == 1", " != 0", " >= 4", " <= 1", " == 3", " < 8", " > 7",
                                                                             " % 3 == 0", " <= 0",
                " >= 1", " != 2", " < 0")), ")")
        one, other = self.two(self.number, depth)
        return Node("decision", "DECIDE(", one, self.pick((" < ", " > ")), other if self.chance(0.3) else
                    self.pick(("0", "1", "-1", "2")), ")")

    def value(self, type_, depth, life):
        """An expression that can be assigned to such a type, without effects."""
        if type_ == BOOL:
            return Node("truth", self.whole(depth)) if self.chance(0.5) else self.decision(depth)
        if isinstance(type_, Scalar) and type_.bits:
            return Node("bits", "(unsigned)(", self.whole(depth), ")",
                        *([" & %d" % ((1 << type_.bits) - 1)] if self.chance(0.7) else []))
        if type_ in (CHAR, SHORT, UNSIGNED) and self.chance(0.6):
            return Node("bits", "(%s)(" % type_.name, self.whole(depth), ")")
        if isinstance(type_, Scalar) and type_ != DOUBLE:
            return Node("bits", "(", self.whole(depth), ") & %d" % (15 if type_ != CHAR else 127))
        if type_ == DOUBLE:
            return self.number(depth)
        if isinstance(type_, Pointer):
            if type_.maybe:
                return Node("pointer", "0")
            value = self.pointer(type_, life)
            return self.address(self.leading(self.object_for(type_), type_), type_) if value is None else value
        return self.record_value(type_, depth, life)

    def object_for(self, pointer):
        """A new object for a pointer to lead to."""
        type_ = self.array_of(pointer)
        if all_far(type_):
            return self.global_make(type_)
        if len(self.function.scopes) > 1 or self.function.name != "step":
            raise Nothing
        variable, node = self.local_make(type_)
        self.local_add(variable)
        self.before.append(node)
        return variable

    def leading(self, variable, pointer):
        return next(path for path in variable.paths if self.leads(path, pointer))

    def record_value(self, type_, depth, life):
        lives = not has_pointer(type_)
        path = self.paths(lambda p: p.type is type_ and (lives or max(p.life, p.value_life) >= life))
        if path and self.chance(0.5):
            return Node(type_.name, *self.place(path))
        if type_.keyword == "union":
            return Node(type_.name, "((%s){ .number = " % type_.name, self.number(depth), " })")
        members = []
        for name, field in type_.fields:
            if isinstance(field, Array):
                items = [Node("member", self.value(field.element, depth - 1, life)) for _ in range(field.count)]
                members.append(Node("member", ".%s = " % name, Items(items, True)))
            else:
                members.append(Node("member", ".%s = " % name, self.value(field, depth - 1, life)))
        return Node(type_.name, "((%s)" % type_.name, Items(members, True), ")")
