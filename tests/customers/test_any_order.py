"""Customers depend on what was said and seen, not on the order, the interleaving or the number of times it was told."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clew.customers import Decision
from clew.customers.decision import VERDICTS
from clew.model import IdentityLimit, IdentityPolicy
from tests.customers.people import UNLIMITED, Row, ids, recorded, seen

POLICY = IdentityPolicy(
    limits=(IdentityLimit("account", 1), IdentityLimit("device", 2, days=1e-9)), shared_from={"account": 2, "email": 3}
)
NAMES = st.sampled_from([f"{kind}:{number}" for kind in ("account", "email", "device", "desk") for number in range(4)])
SEEN = st.lists(NAMES, min_size=1, max_size=4, unique=True)
SAID = st.tuples(NAMES, NAMES, st.sampled_from(VERDICTS)).filter(lambda said: said[0] != said[1])
FEW = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
CHAIN = 10_000


def words(said: list[tuple[str, str, str]]) -> list[Decision]:
    return [
        Decision(*sorted((a, b)), verdict, "said in a test", "tester", 1000 + number)  # type: ignore[arg-type]
        for number, (a, b, verdict) in enumerate(said)
    ]


@FEW
@given(st.lists(SEEN, max_size=12), st.lists(SEEN, max_size=4), st.lists(SAID, max_size=8), st.randoms())
def test_any_order_and_any_interleaving_give_the_same_customers_and_ids(
    rows: list[list[str]], contacts: list[list[str]], said: list[tuple[str, str, str]], chance: object
) -> None:
    interactions: list[Row] = [seen(number, *given) for number, given in enumerate(rows)]
    records = [recorded(number, *given) for number, given in enumerate(contacts)]
    decided = words(said)
    first = ids(interactions, records, decided, POLICY)

    for told in (interactions, records, decided):
        chance.shuffle(told)  # type: ignore[attr-defined]

    assert ids(interactions, records, decided, POLICY) == first


@FEW
@given(st.lists(SEEN, max_size=8), st.lists(SAID, max_size=6))
def test_a_word_that_is_said_again_and_one_that_is_withdrawn_leave_no_trace(
    rows: list[list[str]], said: list[tuple[str, str, str]]
) -> None:
    interactions: list[Row] = [seen(number, *given) for number, given in enumerate(rows)]
    plain = ids(interactions, (), (), POLICY)
    once = ids(interactions, (), words(said), POLICY)

    twice = [word for word in said for _ in range(2)]
    assert ids(interactions, (), words(twice), POLICY) == once

    taken_back = [*said, *((a, b, "withdrawn") for a, b, _ in said)]
    assert ids(interactions, (), words(taken_back), POLICY) == plain


def test_a_chain_of_ten_thousand_identifiers_is_one_person_named_after_its_oldest() -> None:
    chain = [seen(number, f"device:{number}", f"device:{number + 1}") for number in range(CHAIN)]

    (members,) = ids(chain, policy=UNLIMITED).values()

    assert len(members) == CHAIN + 1
    assert ids(chain[::-1], policy=UNLIMITED) == ids(chain, policy=UNLIMITED)


def test_a_chain_that_a_limit_cuts_is_many_people_and_none_is_over_the_limit() -> None:
    chain = [seen(number, f"device:{number}", f"device:{number + 1}") for number in range(CHAIN)]

    groups = ids(chain, policy=IdentityPolicy(limits=(IdentityLimit("device", 30),), shared_from={})).values()

    assert max(map(len, groups)) == 30
    assert sum(map(len, groups)) == CHAIN + 1
