"""Programs as trees, so that they can be made smaller without being read again: a node is text with holes, the holes
are nodes and lists of nodes."""


class Node:
    """SORT says what can stand in its place: a node inside of the same sort, or what SMALLEST has for it."""

    def __init__(self, sort, *parts):
        self.sort, self.parts = sort, list(parts)

    def text(self):
        return "".join(part if isinstance(part, str) else part.text() for part in self.parts)


class Items:
    """Nodes each of which can be left out: statements of a block, members of a record, values of an initialiser."""

    def __init__(self, nodes=(), inline=False):
        self.nodes, self.inline = list(nodes), inline

    def text(self):
        if self.inline:
            return "{ %s }" % (", ".join(node.text() for node in self.nodes) or "0")
        lines = "\n".join(node.text() for node in self.nodes).splitlines()
        return "{\n%s\n}" % "\n".join("\t" + line for line in lines)


class Top(Items):
    """What a file consists of."""

    def text(self):
        return "\n".join(node.text() for node in self.nodes) + "\n"


SMALLEST = {"number": "1", "whole": "1", "decision": "DECIDE(1)"}


def holes(root):
    """(parent, position) of all nodes that stand in a hole, the outer ones first."""
    if isinstance(root, Items):
        for node in root.nodes:
            yield from holes(node)
        return
    for position, part in enumerate(root.parts):
        if isinstance(part, Node):
            yield root, position
        if not isinstance(part, str):
            yield from holes(part)


def lists(root):
    """All lists, the outer ones first."""
    if isinstance(root, Items):
        yield root
        for node in list(root.nodes):
            yield from lists(node)
        return
    for part in root.parts:
        if not isinstance(part, str):
            yield from lists(part)


def inner(node, sort):
    """The nodes of a sort inside of a node, the outer ones first."""
    return [parent.parts[position] for parent, position in holes(node) if parent.parts[position].sort == sort]


def size(root):
    return sum(1 for _ in holes(root)) + sum(len(items.nodes) for items in lists(root))
