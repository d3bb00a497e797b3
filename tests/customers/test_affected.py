"""Trying words out on the touched parts alone tells what trying them on everything tells."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from clew.customers import parts_of, what_if, what_words_change
from tests.customers.test_live import FEW, POLICY, SAID, SEEN, Event, parted, rebuilt

#: Words are about identifiers that were seen: one that was never seen and is named only beside a shared one isn't followed.
EVERYBODY = (
    *(
        "account:1",
        "account:2",
        "account:3",
        "email:ann@x.org",
        "email:bea@x.org",
        "email:cyd@x.org",
        "desk:1",
        "desk:2",
    ),
    *("phone:+14155552671", "device:d", "device:e", "device:f", "device:kiosk1", "email:test@test.com"),
)


@FEW
@given(st.lists(st.one_of(SEEN, SAID), max_size=14), st.lists(SAID, max_size=3), st.lists(SAID, min_size=1, max_size=3))
def test_what_changes_is_the_same_as_when_everything_is_joined_again(
    built: list[Event], since: list[Event], tried: list[Event]
) -> None:
    everybody: list[Event] = [([name], 60) for name in EVERYBODY]
    rows, said = parted([*everybody, *built, *since, *tried])
    before, words = said[: len(said) - len(tried)], said[len(said) - len(tried) :]
    build = rebuilt(rows, before[: len(before) - len(since)])

    found = what_words_change(build, parts_of(build), before, words, POLICY)

    whole = what_if(rebuilt(rows, before), (before, POLICY), ([*before, *words], POLICY))
    assert (found.merges, found.splits, found.mixed) == (whole.merges, whole.splits, whole.mixed)
    assert found.customers_after - found.customers_before == whole.customers_after - whole.customers_before
    assert (found.shared, found.owned) == (whole.shared, whole.owned)
