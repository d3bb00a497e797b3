"""Lays one block's events out as columns: what is said once per customer or issue is written once and pointed to."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from clew.simulator.event import Event, Pursuit
from clew.simulator.lived import Lived
from clew.simulator.living.telling import journey_id, person_id
from clew.simulator.people import Person

US = 1_000_000
_TEXT = pa.string()
_NUMBER = pa.int64()
_CODED = pa.dictionary(pa.int32(), pa.string())
#: The columns of the flat table; ``valence`` is how the customer feels right after, from -2 to 2.
BULK = pa.schema(
    [
        ("interaction_id", _TEXT),
        ("person_id", _CODED),
        ("journey_id", _CODED),
        ("position", _NUMBER),
        ("system", _CODED),
        ("channel", _CODED),
        ("kind", _CODED),
        ("party", _CODED),
        ("conversation_id", _TEXT),
        ("case_ref", _CODED),
        ("issue", _CODED),
        ("occurred_us", _NUMBER),
        ("ended_us", _NUMBER),
        ("email", _CODED),
        ("phone", _CODED),
        ("account", _CODED),
        ("device", _CODED),
        ("handle", _CODED),
        ("team", _CODED),
        ("detail", _TEXT),
        ("text", _TEXT),
        ("valence", pa.float64()),
    ]
)
#: By identifier: how it reads for a customer, and the systems that know their customers by it.
KNOWN_BY: dict[str, tuple[Callable[[Person], str], frozenset[str]]] = {
    "email": (lambda person: person.email, frozenset({"livechat", "mailbox", "helpdesk", "surveys", "orders"})),
    "phone": (lambda person: person.phone, frozenset({"telephony", "sms"})),
    "account": (lambda person: person.account, frozenset({"helpdesk", "orders"})),
    "device": (lambda person: person.devices[0] if person.devices else "", frozenset({"website", "chatbot"})),
    "handle": (lambda person: person.handle, frozenset({"social"})),
}
#: Where those who log in leave their account too.
LOGGED_IN = frozenset({"website", "chatbot"})

Codes = NDArray[np.int32]


def flat_table(lived: Lived, texts: Mapping[int, str]) -> pa.Table:
    """Return one block's events as a table of :data:`BULK`, one row each, in the order of ``lived.events``."""
    events = lived.events
    if not events:
        return BULK.empty_table()
    of = dict(zip(Event._fields, zip(*events, strict=True), strict=True))
    numbers, system_codes = of["number"], _coded(of["system"])
    people = list(lived.people.values())
    places = {person.number: place for place, person in enumerate(people)}
    who = np.fromiter((places[person.number] for person in of["person"]), np.int32, len(events))
    issues = _Issues(events, lived.positions)
    at = np.fromiter(of["at"], np.int64, len(events))
    took = np.fromiter(of["lasts"], np.int64, len(events))
    columns = {
        "interaction_id": pa.array(map(lived.interaction_id, numbers), _TEXT, size=len(events)),
        "person_id": _pointing(who, [person_id(person.number) for person in people]),
        "journey_id": _pointing(issues.of, issues.keys, issues.outside),
        "position": pa.array([lived.positions.get(number) for number in numbers], _NUMBER),
        "system": system_codes,
        "channel": _coded(of["channel"]),
        "kind": _coded(of["kind"]),
        "party": _coded(of["by"]),
        "conversation_id": pa.array([thread or None for thread in of["thread"]], _TEXT),
        "case_ref": _coded([case or None for case in of["case"]]),
        "issue": _coded([None if pursuit is None else pursuit.issue.name for pursuit in of["pursuit"]]),
        "occurred_us": pa.array(at * US),
        "ended_us": pa.array((at + took) * US, mask=took == 0),
        **_identifiers(people, who, system_codes),
        "team": _coded([None if agent is None else agent.team for agent in of["agent"]]),
        "detail": pa.array([detail or None for detail in of["detail"]], _TEXT),
        "text": pa.array(map(texts.get, numbers), _TEXT, size=len(events)) if texts else pa.nulls(len(events), _TEXT),
        "valence": pa.array(np.fromiter(of["mood"], np.float64, len(events))),
    }
    return pa.table([columns[name] for name in BULK.names], schema=BULK)


class _Issues:
    """The journeys of a block in order of their first event, and by event which one it belongs to."""

    def __init__(self, events: Sequence[Event], positions: Mapping[int, int]) -> None:
        places: dict[Pursuit, int] = {}
        codes = [
            -1
            if event.pursuit is None or event.number not in positions
            else places.setdefault(event.pursuit, len(places))
            for event in events
        ]
        self.keys = [journey_id(pursuit.key) for pursuit in places]
        self.of: Codes = np.array(codes, np.int32)
        self.outside: NDArray[np.bool_] = self.of < 0


def _coded(values: Sequence[str | None]) -> pa.DictionaryArray:
    """Return texts as codes into their distinct values, in order of appearance."""
    return pa.array(values, _TEXT).dictionary_encode()


def _pointing(codes: Codes, values: Sequence[str], mask: NDArray[np.bool_] | None = None) -> pa.DictionaryArray:
    return pa.DictionaryArray.from_arrays(pa.array(codes, mask=mask), pa.array(values, _TEXT))


def _identifiers(people: Sequence[Person], who: Codes, systems: pa.DictionaryArray) -> dict[str, pa.DictionaryArray]:
    """Return each identifier's column, null where the event's system doesn't know customers by it."""
    names = systems.dictionary.to_pylist()
    codes = systems.indices.to_numpy()
    logged_in = np.array([person.logs_in for person in people])[who]
    columns: dict[str, pa.DictionaryArray] = {}
    for kind, (value_of, knowing) in KNOWN_BY.items():
        known = np.array([name in knowing for name in names])[codes]
        if kind == "account":
            known |= np.array([name in LOGGED_IN for name in names])[codes] & logged_in
        values = [value_of(person) for person in people]
        known &= np.array([bool(value) for value in values])[who]
        columns[kind] = _pointing(who, values, ~known)
    return columns
