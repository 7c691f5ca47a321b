"""Statements of random programs. Each make_NAME() returns a list of nodes, or None if it cannot be made here."""
from random_types import (BOOL, CHAR, DOUBLE, INT, OWN, PROGRAM, UNSIGNED, Array, Pointer, Record, Scalar, Variable,
                          all_far, has_pointer)
from random_expressions import Expressions, Nothing
from random_tree import Items, Node

COMMON = ("assign", "assign", "assign", "declare", "update", "choose")
CONSTRUCTS = ("count", "count_to", "whilst", "do", "switch", "leave", "point", "point2", "swap", "call",
              "call_chosen", "copy",
              "copy_bytes", "clear", "shift", "search", "list_push", "list_walk", "list_drop", "heap", "ring", "text",
              "through_choice", "walk", "feature", "early", "record", "flag", "once", "effects", "maybe", "maybe_use",
              "wrap", "clamp")
BLOCKS = ("choose", "count", "count_to", "whilst", "do", "switch", "list_walk", "walk", "flag", "once", "effects",
          "maybe_use")  # what has statements of its own


class Statements(Expressions):
    def block(self, statements=None, before=(), after=()):
        """BEFORE: variables of the block."""
        self.function.scopes.append(list(before))
        nodes = self.statements(statements or self.random.randint(1, 2 + self.deep))
        self.function.scopes.pop()
        return Items(nodes + list(after))

    def statements(self, count):
        nodes = []
        for _ in range(count):
            if self.left <= 0 and nodes:
                break
            nodes += self.some_statement()
        return nodes

    def some_statement(self):
        return self.with_objects(self.statement_of_some_kind)

    def with_objects(self, make):
        """A statement after the declarations of what its pointers lead to."""
        outer, self.before = self.before, []
        nodes = make()
        nodes, self.before = self.before + nodes, outer
        return nodes

    def statement_of_some_kind(self):
        self.left -= 1
        deep = len(self.function.scopes) > 2 + self.deep
        for _ in range(20):
            name = self.pick_by(self.weights) if not self.chance(self.common) else self.pick(COMMON)
            if name == "declare" and not self.chance(self.declares):
                continue
            if name is None or name in BLOCKS and (deep or self.left < 0):
                continue
            try:
                nodes = getattr(self, "make_" + name)()
            except Nothing:
                continue
            if nodes:
                self.used.add(name)
                return nodes
        return [self.statement(";")]

    def target(self, accept=lambda path: True):
        """Somewhere to assign to."""
        return self.paths(lambda p: p.writable and not isinstance(p.type, Array) and accept(p)
                          and not (isinstance(p.type, Pointer) and p.type.maybe))

    def make_declare(self):
        variable, node = self.local_make(self.object_type(False))
        self.local_add(variable)
        return [node]

    def make_assign(self):
        path = self.target(lambda p: isinstance(p.type, Scalar))
        return path and [self.assign(path)]

    def assign(self, path):
        return self.statement(*self.place(path), " = ", self.value(path.type, 2, max(path.life, path.value_life)), ";")

    def make_record(self):
        path = self.target(lambda p: isinstance(p.type, Record))
        return path and [self.assign(path)]

    def make_point(self):
        path = self.target(lambda p: isinstance(p.type, Pointer))
        if path is None:
            return None
        value = self.pointer(path.type, max(path.life, path.value_life))
        return value and [self.statement(*self.place(path), " = ", value, ";")]

    def make_point2(self):
        """What pointers in objects lead to."""
        path = self.target(lambda p: isinstance(p.type, Pointer) and p.steps)
        value = path and self.pointer(path.type, max(path.life, path.value_life))
        return value and [self.statement(*self.place(path), " = ", value, ";")]

    def make_update(self):
        path = self.target(lambda p: p.type in (DOUBLE, CHAR, BOOL, INT, UNSIGNED) and not (p.raw and p.type == INT))
        if path is None:
            return None
        place = self.place(path)
        if path.type == UNSIGNED:
            return [self.statement(*place, self.pick((" += ", " -= ", " *= ", " ^= ", " |= ")), "(unsigned)",
                                   self.whole(1), ";")]
        if path.type == CHAR and self.chance(0.4):
            return [self.statement(*place, self.pick((" += ", " -= ")), self.whole(1), ";")]
        if path.type == DOUBLE:
            if self.chance(0.2):
                return [self.statement(*place, " *= 0.5;")]
            return [self.statement(*place, self.pick((" += ", " -= 0.75 * ")), self.number(1), ";")]
        if path.type == CHAR and self.chance(0.5):
            return [self.statement(*place, self.pick(("++;", "--;")))]
        if path.type == BOOL:
            return [self.statement(*place, self.pick((" |= ", " &= ", " ^= ")), self.decision(0), ";")]
        return [self.statement(*place, self.pick((" |= ", " ^= ", " &= ")), "(", self.whole(1), ") & 7;")]

    def make_choose(self):
        head = self.statement("if (", self.decision(self.random.randint(0, 1)), ") ", self.block())
        if self.chance(0.4):
            head.parts += [" else ", self.block()]
        elif self.chance(0.2):
            head.parts += [" else if (", self.decision(1), ") ", self.block(), " else ", self.block()]
        return [head]

    def make_switch(self):
        parts = ["switch (CHOOSE(", self.whole(1), " & 3)) {\n"]
        for k in range(self.random.randint(2, 3)):
            outer, self.function.loops = self.function.loops, 0
            parts += ["case %d: " % k, self.block(1), self.pick(("\nbreak;\n", "\nbreak;\n", "\n"))]
            self.function.loops = outer
        if self.chance(0.5):
            parts += ["default: ", self.block(1), "\n"]
        return [self.statement(*parts, "}")]

    def body(self, *before):
        """The body of a loop; sometimes there is a way out of all loops."""
        self.function.loops += 1
        outermost = self.function.loops == 1 and self.function.label is None and self.chance(0.5)
        if outermost:
            self.function.label, self.function.label_used = self.name("out"), False
        body = self.block(None, before)
        label = self.function.label
        after = [self.statement(label, ":;")] if outermost and self.function.label_used else []
        if outermost:
            self.function.label = None
        self.function.loops -= 1
        return body, after

    def make_count(self):
        bound, name = self.pick((2, 3, 4, 4)), self.name("k")
        body, after = self.body(Variable(name, INT, OWN, False, False, bound=bound))
        head = self.pick(("for (int {0} = 0; {0} < {1}; {0}++) ", "for (int {0} = 0; {0} < {1}; {0}++) ",
                          "for (int {0} = {1} - 1; {0} >= 0; {0}--) "))
        return [self.statement(head.format(name, bound), body)] + after

    def make_count_to(self):
        limit, name = self.whole(0), self.name("k")
        body, after = self.body(Variable(name, INT, OWN, False, False, bound=3))
        before = self.name("n")
        return [self.statement("int %s = " % before, limit, " & 3;"),
                self.statement("for (int {0} = 0; DECIDE({0} < {1}); {0}++) ".format(name, before), body)] + after

    def counter(self):
        name = self.name("t")
        variable = Variable(name, INT, OWN, len(self.function.scopes) == 1, False)
        return variable, self.statement("int %s = 0;" % name)

    def make_whilst(self):
        counter, declaration = self.counter()
        body, after = self.body(counter)
        loop = self.statement("while (%s++ < 4 && " % counter.name, self.decision(1), ") ", body)
        self.local_add(counter)
        return [declaration, loop] + after

    def make_do(self):
        counter, declaration = self.counter()
        body, after = self.body(counter)
        loop = self.statement("do ", body, " while (++%s < 3 && " % counter.name, self.decision(1), ");")
        self.local_add(counter)
        return [declaration, loop] + after

    def make_leave(self):
        if not self.function.loops:
            return None
        way = self.pick(("break", "continue", "goto"))
        if way == "goto":
            if self.function.label is None:
                return None
            way, self.function.label_used = "goto " + self.function.label, True
        return [self.statement("if (", self.decision(1), ")\n\t", way, ";")]

    def make_early(self):
        if not self.function.can_return or len(self.function.scopes) > 3:
            return None
        value = self.returned() if self.function.result is not None else ""
        return None if value is None else [self.statement("if (", self.decision(1), ")\n\treturn ", value, ";")]

    def make_swap(self):
        path = self.target(lambda p: not isinstance(p.type, Record) and not (isinstance(p.type, Scalar) and p.type.bits)
                           and not p.raw)
        if path is None:
            return None
        need = max(path.life, path.value_life)
        other = self.target(lambda p: p is not path and p.type == path.type and not p.raw and
                            (not isinstance(p.type, Pointer) or p.type.far or max(p.life, p.value_life) == need))
        if other is None:
            return None
        if path.type == DOUBLE and path.addressable and other.addressable and self.chance(0.5):
            self.uses_swap = True
            return [self.statement("swap(&", *self.place(path), ", &", *self.place(other), ");")]
        # Twice the same index expression would be two decisions of what it is.
        name, one, two = self.name("w"), self.place(path, True), self.place(other, True)
        return [self.statement("{\n\t", path.type.declare(name), " = ", *one, ";\n\t", *one, " = ", *two, ";\n\t", *two,
                               " = %s;\n}" % name)]

    # Conditions that have to do with each other

    def make_flag(self):
        """Set in one condition, asked in another."""
        name, kind = self.name("flag"), self.pick(("int", "_Bool"))
        outer = len(self.function.scopes) == 1
        nodes = [self.statement("%s %s = 0;" % (kind, name)),
                 self.statement("if (", self.decision(1), ") ", self.block(1, (), [self.statement("%s = 1;" % name)]))]
        self.local_add(Variable(name, BOOL if kind == "_Bool" else INT, OWN, outer, self.chance(0.3)))
        nodes += self.statements(self.random.randint(0, 2))
        head = self.statement("if (DECIDE(%s%s)) " % (self.pick(("", "!")), name), self.block(1))
        if self.chance(0.4):
            head.parts += [" else ", self.block(1)]
        return nodes + [head]

    def make_once(self):
        """In the first round, or in each other."""
        if self.function.pure:
            return None
        name = self.name("round")
        if self.chance(0.5):
            return [self.statement("static int %s;" % name), self.statement("if (DECIDE(!%s)) " % name, self.block(
                None, (), [self.statement("%s = 1;" % name)]))]
        return [self.statement("static unsigned %s;" % name),
                self.statement("if (DECIDE(%s++ & 1)) " % name, self.block(1),
                                                                             " else ", self.block(1))]

    def make_effects(self):
        """Assignments whose value is used."""
        path = self.target(lambda p: p.type == DOUBLE and not p.steps and p.life == OWN)
        if path is None:
            return None
        name = path.variable.name
        way = self.random.randrange(4)
        if way == 0:
            return [self.statement("if (DECIDE((%s = " % name, self.number(1), ") > ", self.pick(("0", "1")), ")) ",
                                   self.block())]
        if way == 1:
            other = self.target(lambda p: p.type in (DOUBLE, CHAR))
            return [self.statement(*self.place(other, True), " = %s = " % name, self.number(1), ";")]
        counter = self.target(lambda p: p.type in (CHAR, UNSIGNED) and not p.steps)
        array = self.array_place(lambda p: p.writable and p.type.count in (2, 4, 8) and p.type.element == DOUBLE)
        if counter is None or array is None:
            return None
        counting = self.pick(("%s++", "++%s", "--%s", "%s--")) % counter.variable.name
        place = [*self.place(array, True), "[INDEX(%s & %d)]" % (counting, array.type.count - 1)]
        return [self.statement(*place, " = %s;" % name) if way == 2 else self.statement("%s = " % name, *place, ";")]

    def make_wrap(self):
        """Counts on, from the last to the first."""
        path = self.target(lambda p: p.type == INT and not p.raw)
        if path is None:
            return None
        place, limit = self.place(path, True), self.pick(("3", "4", "7"))
        return [self.statement("if (DECIDE(++", *place, " >= %s))\n\t" % limit, *place, " = 0;")]

    def make_clamp(self):
        path = self.target(lambda p: p.type in (INT, DOUBLE) and not p.raw)
        if path is None:
            return None
        place, limit = self.place(path, True), self.pick((("<", "0"), ("<", "1"), (">", "3"), (">", "2")))
        return [self.statement("if (DECIDE(", *place, " %s %s))\n\t" % limit, *place, " = %s;" % limit[1])]

    def make_maybe(self):
        """A pointer that may be null: a new one, or where it leads to from now on."""
        old = [v for v in self.visible() if isinstance(v.type, Pointer) and v.type.maybe and v.writable and
               v.name not in self.guarded]
        new = not old or self.chance(0.4)
        type_ = Pointer(self.pick((DOUBLE, DOUBLE, INT)), maybe=True) if new else self.pick(old).type
        target = self.pointer(Pointer(type_.target), OWN)
        if target is None or new and len(self.function.scopes) > 1:
            return None
        value = Node("pointer", self.decision(1), " ? ", target,
                     " : 0") if self.chance(0.5) else self.pick((target, "0"))
        if new:
            name = self.name("m")
            self.local_add(Variable(name, type_, OWN, False))
            return [self.statement(type_.declare(name), " = ", value, ";")]
        return [self.statement("%s = " % self.pick([v for v in old if v.type == type_]).name, value, ";")]

    def make_maybe_use(self):
        found = [v for v in self.visible() if isinstance(v.type, Pointer) and v.type.maybe and v.writable]
        if not found:
            return None
        variable = self.pick(found)
        sure = Variable(variable.name, Pointer(variable.type.target), OWN, False, False)
        before = set(self.guarded)
        self.guarded.add(variable.name)
        block = self.block(None, [sure])
        self.guarded = before
        head = self.statement("if (DECIDE(%s%s)) " % (variable.name, self.pick(("", " != 0"))), block)
        if self.chance(0.3):
            head.parts += [" else ", self.block(1)]
        return [head]

    # Bytes

    def array_place(self, accept):
        return self.paths(lambda p: isinstance(p.type, Array) and isinstance(p.type.element, Scalar) and accept(p))

    def make_copy(self):
        """Elements of an array to another, or a record."""
        to = self.paths(lambda p: p.writable and isinstance(p.type, (Array, Record)))
        if to is None:
            return None
        if isinstance(to.type, Record):
            return [self.assign(to)]
        to = self.array_place(lambda p: p.writable)
        other = to and self.array_place(lambda p: p.type.element == to.type.element and p.variable is not to.variable)
        if not other:
            return None
        count = min(to.type.count, other.type.count)
        if self.chance(0.5):
            name = self.name("k")
            text = "for (int {0} = 0; {0} < %d; {0}++)\n\t".format(name) % count
            return [self.statement(text, *self.place(to), "[%s] = " % name, *self.place(other), "[%s];" % name)]
        return [self.move(to, other, count)]

    def move(self, to, other, count):
        part = self.random.randint(1, count)
        first, second = self.random.randint(0, to.type.count - part), self.random.randint(0, other.type.count - part)
        same = to.variable is other.variable or not (to.direct and other.direct)
        element = to.type.element.declare("").strip()
        return self.statement("memmove(" if same else "memcpy(", "&", *self.place(to), "[%d], &" % first,
                              *self.place(other), "[%d], %d * sizeof(%s));" % (second, part, element))

    def make_copy_bytes(self):
        """A record as bytes."""
        to = self.target(lambda p: isinstance(p.type, Record) and p.addressable)
        need = to and max(to.life, to.value_life)
        other = to and self.paths(lambda p: p.type is to.type and p is not to and p.addressable and
                                  (not has_pointer(p.type) or max(p.life, p.value_life) >= need))
        if not other:
            return None
        return [self.statement("memmove(&", *self.place(to), ", &", *self.place(other),
                               ", sizeof(%s));" % to.type.name)]

    def make_clear(self):
        to = self.paths(lambda p: p.writable and p.addressable and isinstance(p.type, (Array, Record))
                        and not has_pointer(p.type))
        if to is None:
            return None
        return [self.statement("memset(&", *self.place(to), ", 0, sizeof(%s));" % to.type.declare("").strip())]

    def make_shift(self):
        """An array by one place, or the next place of a ring."""
        to = self.array_place(lambda p: p.writable and p.type.count > 2)
        if to is None:
            return None
        place, element = self.place(to, True), to.type.element.declare("").strip()
        size = "%d * sizeof(%s));" % (to.type.count - 1, element)
        return [self.statement("memmove(&", *place, "[1], &", *place, "[0], ", size),
                self.statement(*place, "[0] = ", self.value(to.type.element, 1, OWN), ";")]

    def make_ring(self):
        ring = self.global_make(Array(self.pick((DOUBLE, DOUBLE, INT)), 4)) if self.function.sees_globals else None
        if ring is None:
            return None
        position = self.global_make(INT)
        return [self.statement("%s[INDEX(%s & 3)] = " % (ring.name, position.name),
                               self.value(ring.type.element, 1, OWN), ";"),
                self.statement("%s = (%s + 1) & 3;" % (position.name, position.name))]

    # Pointers

    def make_search(self):
        """The place in an array of what is looked for; -1 or a count if there is none."""
        array = self.array_place(lambda p: p.type.element == DOUBLE)
        to = self.target(lambda p: p.type == DOUBLE)
        if array is None or to is None:
            return None
        at, k, count, none = self.name("at"), self.name("k"), array.type.count, self.pick((-1, array.type.count))
        place = self.place(array, True)
        found = "%s >= 0" % at if none < 0 else "%s < %d" % (at, count)
        if self.chance(0.5):
            other = self.array_place(lambda p: p.writable and p.type.count >= count and p.type.element == DOUBLE)
            array = other or array
        used = [*self.place(array, True), "[INDEX(%s)]" % at]
        if array.writable and self.chance(0.4):
            use = self.statement(*used, " = ", self.number(1), ";")
        else:
            use = self.statement(*self.place(to), " = ", *used, ";")
        return [self.statement("int %s = %d;" % (at, none)),
                self.statement("for (int {0} = 0; {0} < {1}; {0}++)\n\tif (DECIDE(".format(k, count), *place,
                               "[%s]" % k, self.pick((" > ", " < ")), self.number(0),
                               ")) {\n\t\t%s = %s;\n\t\tbreak;\n\t}" % (at, k)),
                self.statement("if (DECIDE(%s)) " % found, Items([use]))]

    def make_through_choice(self):
        one = self.target(lambda p: p.addressable and p.type in (DOUBLE, INT))
        two = one and self.target(lambda p: p.addressable and p.type == one.type)
        if not two:
            return None
        return [self.statement("*(", self.decision(1), " ? &", *self.place(one), " : &", *self.place(two), ") = ",
                               self.value(one.type, 1, OWN), ";")]

    def make_walk(self):
        """A pointer that goes through an array."""
        array = self.array_place(lambda p: p.writable)
        if array is None:
            return None
        name, place = self.name("p"), self.place(array, True)
        walker = Variable(name, Pointer(array.type.element), OWN, False, False)
        offset = Variable(self.name("k"), INT, OWN, False, False, bound=array.type.count)
        body, after = self.body(walker, *[offset] * (array.type.count <= 4))
        body.nodes.insert(0, self.statement("int %s = (int)(%s - " % (offset.name, name), *place, ");"))
        return [self.statement("for (", walker.type.declare(name), " = ", *place, "; %s < " % name, *place,
                               " + %d; %s++) " % (array.type.count, name), body)] + after

    def make_heap(self):
        records = [record for record in self.records if all_far(record) and record.keyword == "struct"]
        if not records or self.function.pure:
            return None
        record, name = self.pick(records), self.name("h")
        first = self.statement("{0} *{1} = malloc(sizeof *{1});\n*{1} = ".format(record.name, name),
                               self.record_value(record, 1, PROGRAM), ";")
        outer = len(self.function.scopes) == 1
        self.local_add(Variable(name, Pointer(record, True), OWN, outer, True))
        return [first]

    def make_text(self):
        to = self.target(lambda p: p.type in (DOUBLE, INT))
        if to is None or self.function.pure:
            return None
        name, whole = self.name("text"), to.type == INT
        return [self.statement("char %s[400];" % name),
                self.statement("snprintf(%s, sizeof %s, \"%s\", " % (name, name, "%d" if whole else "%.3f"),
                               self.whole(1) if whole else Node("real", "(double)", self.number(1)), ");"),
                self.statement(*self.place(to), (" = atoi(%s) & 15;" if whole else " = atof(%s);") % name)]

    # Lists

    def list_type(self):
        if self.node is None:
            self.node = Record("node", [("value", DOUBLE)])
            if self.chance(0.3):
                self.node.fields.append(("kind", INT))
            self.node.fields.append(("next", Pointer(self.node, True, maybe=True)))
            fields = [Node("field", type_.declare(name), ";") for name, type_ in self.node.fields]
            self.types.append(Node("type", "struct node ", Items(fields), ";"))
            self.lists = [self.name("list") for _ in range(self.random.randint(1, 2))]
            self.objects += [self.statement("static struct node *%s;" % name) for name in self.lists]
        return self.node

    def make_list_push(self):
        if not self.function.sees_globals:
            return None
        node, name, head = self.list_type(), self.name("h"), None
        head = self.pick(self.lists)
        members = [Node("member", ".%s = " % n, self.value(t, 1, PROGRAM)) for n, t in node.fields[:-1]]
        members.append(Node("member", ".next = " + head))
        nodes = [self.statement("struct node *{0} = malloc(sizeof *{0});\n*{0} = (struct node)".format(name),
                                Items(members, True), ";"),
                 self.statement("%s = %s;" % (head, name))]
        self.local_add(Variable(name, Pointer(node, True), OWN, False, False))
        return nodes

    def make_list_walk(self):
        if not self.function.sees_globals or self.node is None:
            return None
        name = self.name("h")
        body, after = self.body(Variable(name, Pointer(self.node, True), OWN, False, False))
        return [self.statement("for (struct node *{0} = {1}; DECIDE({0} != 0); {0} = {0}->next) ".format(
            name, self.pick(self.lists)), body)] + after

    def make_list_drop(self):
        if not self.function.sees_globals or self.node is None:
            return None
        head = self.pick(self.lists)
        if len(self.lists) > 1 and self.chance(0.5):
            one, two = self.lists
            text = "{\n\tstruct node *other = %s;\n\t%s = %s;\n\t%s = other;\n}"
            return [self.statement(text % (one, one, two, two))]
        return [self.statement("if (DECIDE(%s != 0))\n\t%s = %s->next;" % (head, head, head))]

    # Calls

    def call_parts(self, helper):
        parts = [helper.name, "("]
        for number, type_ in enumerate(helper.parameters):
            parts += [", "] if number else []
            if type_ == "depth":
                parts.append(Node("depth", self.pick("123")) if self.chance(0.6) else
                             Node("depth", self.whole(0), " & 3"))
            elif number and isinstance(type_, Pointer) and type_ == helper.parameters[number - 1] and self.chance(0.3):
                parts.append(parts[-2])  # the same object twice
            else:
                parts.append(self.value(type_, 1, OWN))
        return parts + [")"]

    def make_call(self):
        if not self.helpers:
            return None
        helper = self.pick(self.helpers)
        if self.function.pure and not helper.pure:
            return None
        return self.call(self.call_parts(helper), helper.result)

    def call(self, parts, result):
        if result is None:
            return [self.statement(*parts, ";")]
        path = self.target(lambda p: not p.steps and (p.type is result or p.type == result == DOUBLE))
        if path and self.chance(0.5) and not isinstance(result, Pointer):
            return [self.statement(path.variable.name, " = ", *parts, ";")]
        name = self.name("v")
        node = self.statement(result.declare(name), " = ", *parts, ";")
        self.local_add(Variable(name, result, OWN, len(self.function.scopes) == 1))
        return [node]

    def make_call_chosen(self):
        """Through a pointer to a function: from a table, or one of two."""
        if not self.tables or self.function.pure:
            return None
        table, pair = self.pick(self.tables)
        parts = self.call_parts(pair[0])
        if self.chance(0.6):
            parts[0:1] = [table, "[", self.index(2), "]"]
        else:
            parts[0:1] = ["(", self.decision(1), " ? %s : %s)" % (pair[0].name, pair[1].name)]
        return self.call(parts, pair[0].result)
