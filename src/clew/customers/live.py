"""Customers that follow each new interaction and each word of a person at once, exactly as a whole rebuild would."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import duckdb
import numpy as np

from clew.channels.mailbox import mailbox_of
from clew.customers.constrained import join
from clew.customers.customer_id import customer_id
from clew.customers.decision import Decision
from clew.customers.graph import Graph, Pair
from clew.customers.numbered import write_given, write_pairs
from clew.customers.policy import Believed, kept_by, kind_of, knows_mailboxes, limits_for
from clew.customers.shared import Placeholders
from clew.model import IdentityPolicy


@dataclass(frozen=True)
class Moved:
    """What a change did: the identifiers whose customer is another now, with the customer before and after (None: nobody)."""

    identifiers: dict[str, tuple[str | None, str | None]]


class LiveCustomers:
    """The customers of a build, kept current link by link; only the connected part that a change touches is joined again."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, policy: IdentityPolicy) -> None:
        """Begin with the session's tables as :func:`clew.customers.resolve.write_customers` leaves them."""
        self._graph = Graph(connection)
        self._policy = policy
        self._placeholders = Placeholders(policy)
        self._believed = Believed(policy)
        numbered = self._graph.number
        shared = connection.execute("SELECT identifier FROM shared_identifiers").fetchall()
        self._shared_before = frozenset(numbered(identifier) for (identifier,) in shared)
        self._turned: set[int] = set()
        self._base = self._graph.eldest
        self._later: dict[int, int | None] = {}

    @classmethod
    def of_build(cls, connection: duckdb.DuckDBPyConnection, policy: IdentityPolicy) -> LiveCustomers:
        """Begin with a build's tables as views; leaves temporary tables behind in the session."""
        write_given(connection, policy)
        write_pairs(connection)
        return cls(connection, policy)

    def fork(self) -> LiveCustomers:
        """Return customers that go on from here by themselves, in a time that depends on what came since the build only."""
        fork = copy.copy(self)
        fork._graph, fork._turned, fork._later = self._graph.fork(), {*self._turned}, {**self._later}
        return fork

    def customer_of(self, identifier: str) -> str | None:
        """Return the id of an identifier's customer; None where it is shared or was never heard of."""
        code = self._graph.code(identifier)
        return None if code is None else self._named(self._eldest(code))

    def is_alone(self, identifier: str) -> bool:
        """Say whether an identifier leads to nothing else: its customer has no other."""
        code = self._graph.code(identifier)
        eldest = None if code is None else self._eldest(code)
        if code is None or eldest is None:
            return True
        return all(other == code or self._eldest(other) != eldest for other, _ in self._graph.beside(code))

    def see(self, identifiers: Sequence[str], at_us: int, *, linked: bool = True) -> Moved:
        """Follow an interaction or record that holds these identifiers: each was seen, and the first is linked to the others.

        ``linked`` is false where the policy switches the rule off that would link them.
        """
        codes = [self._graph.number(identifier) for identifier in identifiers]
        for code in set(codes):
            self._graph.see(code, at_us)
        plain = self._see_mailboxes(identifiers, at_us)
        # One that a row names twice stood beside the first twice, as the rules count it.
        for other in codes[1:]:
            if linked and other != codes[0]:
                self._graph.assert_link(codes[0], other, 1.0, at_us)
        return self._follow([*codes, *plain])

    def _see_mailboxes(self, identifiers: Sequence[str], at_us: int) -> list[int]:
        """Link each other spelling of an address to the mailbox's plain one, which is seen with it."""
        plain: list[int] = []
        for identifier in identifiers if knows_mailboxes(self._policy) else ():
            mailbox = mailbox_of(identifier)
            if mailbox is not None:
                plain.append(self._graph.number(mailbox))
                self._graph.see(plain[-1], at_us)
                self._graph.assert_link(plain[-1], self._graph.number(identifier), 1.0, at_us)
        return plain

    def link(self, identifier_a: str, identifier_b: str, confidence: float, at_us: int, times: int = 1) -> Moved:
        """Follow a link that another rule asserts, as likeness does; ``times`` is how often the two stood together."""
        ends = [self._graph.number(each) for each in (identifier_a, identifier_b)]
        self._graph.assert_link(ends[0], ends[1], confidence, at_us, times)
        return self._follow(ends)

    def say(self, decision: Decision) -> Moved:
        """Follow a person's word."""
        ends = [self._graph.number(each) for each in (decision.identifier_a, decision.identifier_b)]
        word = "" if decision.verdict == "withdrawn" else decision.verdict
        self._graph.tell(ends[0], ends[1], word, decision.at_us)
        return self._follow(ends)

    def _follow(self, touched: Iterable[int]) -> Moved:
        """Join the parts again that these identifiers belong to, and those of what became shared, or no longer is."""
        waiting = list(dict.fromkeys(touched))
        for code in waiting:
            if self._is_shared(code) != self._counts_as_shared(code):
                self._turned ^= {code}
                waiting += [other for other, _ in self._graph.beside(code) if other not in waiting]
        moved: dict[str, tuple[str | None, str | None]] = {}
        done: set[int] = set()
        for code in waiting:
            if code not in done:
                part = self._part(code)
                done |= part
                self._regroup(part, moved)
        return Moved(moved)

    def _regroup(self, part: set[int], moved: dict[str, tuple[str | None, str | None]]) -> None:
        """Join one part alone, and note whose customer is another now."""
        before = {code: self._named(self._eldest(code)) for code in part}
        members = sorted((code for code in part if self._belongs(code)), key=self._age)
        self._later.update(dict.fromkeys(part, None))
        place = {code: at for at, code in enumerate(members)}
        links: list[tuple[tuple[object, ...], int, int, bool, int]] = []
        apart: list[tuple[int, int]] = []
        for one in members:
            for other, pair in self._graph.beside(one):
                if other in place and place[one] < place[other]:
                    if pair.word == "different":
                        apart.append((place[one], place[other]))
                    elif pair.is_joinable:
                        links.append(
                            (self._order(one, other, pair), place[one], place[other], pair.word == "same", pair.times)
                        )
        links.sort(key=lambda link: link[0])
        names = [self._graph.identifier(code) for code in members]
        spaces, kinds = np.unique([name.partition(":")[0] for name in names] or [""], return_inverse=True)
        joined = join(
            kinds[: len(members)].astype(np.int64),
            np.array([self._age(code)[1] for code in members], dtype=np.int64),
            np.array([link[1:3] for link in links], dtype=np.int64).reshape(-1, 2),
            tuple(coded for _, coded in limits_for(self._policy, [str(space) for space in spaces])),
            np.array(apart, dtype=np.int64).reshape(-1, 2),
            kept_by(
                np.array([link[3] for link in links], dtype=bool), np.array([link[4] for link in links], dtype=np.int64)
            ),
        )
        self._later.update({code: members[int(root)] for code, root in zip(members, joined.group, strict=True)})
        for code in part:
            after = self._named(self._eldest(code))
            if after != before[code]:
                moved[self._graph.identifier(code)] = (before[code], after)

    def _part(self, start: int) -> set[int]:
        """Return everything that may be joined with an identifier, however far; shared ones join nobody."""
        part, waiting = {start}, [start]
        while waiting:
            code = waiting.pop()
            if self._counts_as_shared(code):
                continue
            for other, pair in self._graph.beside(code):
                if (
                    other not in part
                    and not self._counts_as_shared(other)
                    and (pair.is_joinable or pair.word == "different")
                ):
                    part.add(other)
                    waiting.append(other)
        return part

    def _belongs(self, code: int) -> bool:
        """Whether an identifier belongs to anybody: it isn't shared, and was seen, or a standing word says whose it is."""
        if self._counts_as_shared(code):
            return False
        return self._graph.since_us(code) is not None or any(p.word == "same" for _, p in self._graph.beside(code))

    def _counts_as_shared(self, code: int) -> bool:
        return (code in self._shared_before) != (code in self._turned)

    def _is_shared(self, code: int) -> bool:
        if self._graph.since_us(code) is None:
            return False
        identifier = self._graph.identifier(code)
        if self._placeholders.holds(identifier):
            return True
        met: dict[str, int] = {}
        for other, pair in self._graph.beside(code):
            if pair.times:
                kind = kind_of(self._graph.identifier(other))
                met[kind] = met.get(kind, 0) + 1
        return any(met.get(kind, 0) > most for kind, most in self._policy.shared_from.items())

    def _age(self, code: int) -> tuple[bool, int, str]:
        """Return what orders identifiers by age: those that only people named come last."""
        since = self._graph.since_us(code)
        if since is not None:
            return False, since, self._graph.identifier(code)
        told = (pair.told_us for _, pair in self._graph.beside(code) if pair.word == "same")
        return True, min(told, default=0), self._graph.identifier(code)

    def _order(self, one: int, other: int, pair: Pair) -> tuple[object, ...]:
        younger, older = sorted((self._age(one), self._age(other)), reverse=True)
        places = (self._believed.place(each[2]) for each in (younger, older))
        return pair.word == "same", -pair.confidence, max(places), -pair.times, pair.at_us, older, younger

    def _eldest(self, code: int) -> int | None:
        """Return the oldest member of an identifier's group, None where it belongs to nobody."""
        if code in self._later:
            return self._later[code]
        known = int(self._base[code]) if code < len(self._base) else -1
        return known if known >= 0 else None

    def _named(self, eldest: int | None) -> str | None:
        if eldest is None:
            return None
        return customer_id(self._graph.identifier(eldest))
