"""A change of rules, limits or decisions shows who would be merged and split before it is made."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from clew.customers import Decision
from clew.customers.what_if import WhatIf, what_if
from clew.model import INTERACTIONS, RECORDS, IdentityLimit, IdentityPolicy
from tests.customers.people import UNLIMITED, decided, load, seen

ONE, TWO, MIA, BO, TABLET = "account:1", "account:2", "email:mia@x.org", "email:bo@x.org", "device:tablet"
STORY = [seen(1, ONE, MIA), seen(2, TWO, BO), seen(3, ONE, TABLET), seen(4, TWO, TABLET), seen(5, "email:zoe@x.org")]
LIMITED = IdentityPolicy(limits=(IdentityLimit("account", 1),))


def asked(now: tuple[Sequence[Decision], IdentityPolicy], then: tuple[Sequence[Decision], IdentityPolicy]) -> WhatIf:
    connection = duckdb.connect()
    load(connection, INTERACTIONS, STORY)
    load(connection, RECORDS, ())
    return what_if(connection, now, then)


def test_a_limit_shows_whom_it_would_split() -> None:
    found = asked(([], UNLIMITED), ([], LIMITED))
    (split,) = found.splits
    assert split.before == ((ONE, TWO, TABLET, BO, MIA),)
    assert split.after == ((ONE, TABLET, MIA), (TWO, BO))
    assert (found.customers_before, found.customers_after, found.merges, found.mixed) == (2, 3, (), ())


def test_taking_the_limit_away_shows_the_same_as_a_merge() -> None:
    found = asked(([], LIMITED), ([], UNLIMITED))
    (merge,) = found.merges
    assert merge.after == ((ONE, TWO, TABLET, BO, MIA),)
    assert merge.interactions == 4, "each interaction counts once, however many identifiers it names"
    assert found.splits == ()


def test_a_decision_that_moves_the_tablet_over_both_merges_and_splits() -> None:
    found = asked(([], LIMITED), ([decided(ONE, TABLET, False, 9)], LIMITED))
    (mixed,) = found.mixed
    assert mixed.after == ((ONE, MIA), (TWO, TABLET, BO))
    assert found.customers_before == found.customers_after == 3


def test_a_blocked_value_is_listed_as_belonging_to_nobody() -> None:
    blocking = IdentityPolicy(limits=LIMITED.limits, blocked=("device:*",))
    assert asked(([], LIMITED), ([], blocking)).shared == (TABLET,)
    assert asked(([], blocking), ([], LIMITED)).owned == (TABLET,)


def test_nothing_changes_where_nothing_is_changed() -> None:
    found = asked(([], LIMITED), ([], LIMITED))
    assert (found.merges, found.splits, found.mixed, found.shared, found.owned) == ((), (), (), (), ())
