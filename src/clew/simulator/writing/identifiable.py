"""Says which interactions can be put down to their customer from the exports alone, by true identifiers or by what is said."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from clew.simulator.event import Event
from clew.simulator.export import Block, Sheet

#: Natures of identifiers that stand for one customer only; shared, tablet, junk and mistyped ones prove nothing.
PROVING = frozenset({"own", "old"})
ADDRESS = re.compile(r"[^\s<>,;:\"]+@[^\s<>,;:\"]+")
#: Digits by which a phone number is the same however it is written.
PHONE_DIGITS = 10

#: Numbers and addresses that stand for one customer wherever they are said.
TELLING = ("account", "email", "phone", "order", "invoice")

#: A customer, and one identifier of theirs (kind and value, as far as spelling doesn't matter).
Node = tuple[int, str, str]
#: One conversation, or one event that belongs to none: what is known of a part of it is known of the whole.
Unit = tuple[str, str | int]


class Leading(NamedTuple):
    """Numbers of the events that lead to their customer: ``by_identifiers`` of the exports, and ``by_words`` as well."""

    by_identifiers: set[int]
    by_words: set[int]


def leading_events(block: Block, sheets: Iterable[tuple[str, Sheet]]) -> Leading:
    """Return which events lead to their customer; ``sheets`` come with their system's name.

    Two true identifiers of a customer are tied when one row holds both, or one conversation. An event leads to its
    customer when its conversation holds an identifier in the customer's largest such group (most identifiers). By words:
    the same, where numbers and addresses of the customer that somebody says in a conversation count as identifiers too.
    """
    known = _known_values(block)
    events = {event.number: event for event in block.events}
    records: list[list[Node]] = []
    seen: dict[Unit, list[Node]] = defaultdict(list)
    for system, sheet in sheets:
        values = known.get(system, {})
        for row in sheet.rows:
            if row.verdict in ("broken", "noise"):
                continue
            found = _found(row.cells, values)
            event = events.get(row.event) if row.event is not None else None
            if event is None:
                records.append(found)
            else:
                seen[_unit(event)] += [node for node in found if node[0] == event.person.number]
    by_identifiers = _leading(records, seen, block)
    for number, spoken in block.spoken.items():
        event = events[number]
        seen[_unit(event)] += [
            (event.person.number, said.fact, _spelt_plainly(said.fact, said.value))
            for said in spoken
            if said.fact in TELLING and said.value
        ]
    return Leading(by_identifiers, _leading(records, seen, block))


def _leading(records: Iterable[list[Node]], seen: Mapping[Unit, list[Node]], block: Block) -> set[int]:
    groups = _Groups()
    for nodes in (*records, *seen.values()):
        groups.tie_by_person(nodes)
    largest = groups.largest()
    leading = {
        unit: any(groups.root(node) == largest[node[0]] for node in nodes) for unit, nodes in seen.items() if nodes
    }
    return {event.number for event in block.events if leading.get(_unit(event))}


def _known_values(block: Block) -> dict[str, dict[str, list[Node]]]:
    """Return by system and by value as written whose identifiers those are."""
    found: dict[str, dict[str, list[Node]]] = {}
    for known in block.known:
        if known.nature in PROVING:
            # What one system calls its customers says nothing elsewhere.
            kind = f"{known.kind} of {known.system}" if known.kind == "customer_ref" else known.kind
            node = (known.person, kind, _spelt_plainly(known.kind, known.value))
            found.setdefault(known.system, {}).setdefault(known.value, []).append(node)
    return found


def _spelt_plainly(kind: str, value: str) -> str:
    if kind == "phone":
        return "".join(filter(str.isdigit, value))[-PHONE_DIGITS:]
    return value.strip().lower()


def _unit(event: Event) -> Unit:
    return (event.system, event.thread or event.number)


def _found(cells: dict[str, object] | str, values: dict[str, list[Node]]) -> list[Node]:
    """Return the identifiers in a row's cells, however deep; of a mail those in its head."""
    found: list[Node] = []
    if isinstance(cells, str):
        for address in ADDRESS.findall(cells.partition("\n\n")[0]):
            found += values.get(address, ())
        return found
    waiting: list[object] = list(cells.values())
    for value in waiting:
        # Every cell of every row comes by here: the plainest and most frequent case first.
        if isinstance(value, str):
            if value in values:
                found += values[value]
        elif isinstance(value, dict):
            waiting.extend(value.values())
        elif isinstance(value, Sequence):
            waiting.extend(value)
        elif value is not None and str(value) in values:
            found += values[str(value)]
    return found


class _Groups:
    """Identifiers tied to one another, by union-find."""

    def __init__(self) -> None:
        self._above: dict[Node, Node] = {}

    def root(self, node: Node) -> Node:
        above = self._above
        while (parent := above.setdefault(node, node)) != node:
            above[node] = node = above[parent]
        return node

    def tie_by_person(self, nodes: list[Node]) -> None:
        first: dict[int, Node] = {}
        for node in nodes:
            low, high = sorted((self.root(first.setdefault(node[0], node)), self.root(node)))
            self._above[high] = low

    def largest(self) -> dict[int, Node]:
        """Return each person's group of most identifiers by its root; of equal ones the first in order."""
        sizes: dict[Node, int] = defaultdict(int)
        for node in list(self._above):
            sizes[self.root(node)] += 1
        found: dict[int, Node] = {}
        for root in sorted(sizes, key=lambda root: (-sizes[root], root)):
            found.setdefault(root[0], root)
        return found
