"""Links are taken the best believed first; one that would join too much is left out, and only that one."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from clew.customers.constrained import ALL, DAY_US, NONE, CodedLimit, Joined, join
from clew.customers.fate import APART, JOINS, OVER_LIMIT

ACCOUNT, DEVICE = 0, 1
ONE_ACCOUNT = (CodedLimit((ACCOUNT,), 1),)


def joined(
    kinds: list[int],
    links: list[tuple[int, int]],
    limits: tuple[CodedLimit, ...] = ONE_ACCOUNT,
    apart: list[tuple[int, int]] | None = None,
    free: list[bool] | None = None,
    since_days: list[float] | None = None,
) -> Joined:
    since = np.array([round(day * DAY_US) for day in since_days or range(len(kinds))], dtype=np.int64)
    return join(
        np.array(kinds, dtype=np.int64),
        since,
        np.array(links, dtype=np.int64).reshape(-1, 2),
        limits,
        np.array(apart or [], dtype=np.int64).reshape(-1, 2),
        np.array([NONE if each else ALL for each in free or [False] * len(links)], dtype=np.int8),
    )


def test_a_device_of_two_accounts_stays_with_the_one_believed_more_and_the_other_link_says_why() -> None:
    found = joined([ACCOUNT, ACCOUNT, DEVICE], [(0, 2), (1, 2)])
    assert found.group.tolist() == [0, 1, 0]
    assert found.fate.tolist() == [JOINS, OVER_LIMIT]
    assert found.limit.tolist() == [-1, 0]


def test_a_word_of_a_person_is_free_of_limits() -> None:
    found = joined([ACCOUNT, ACCOUNT, DEVICE], [(0, 2), (1, 2)], free=[True, True])
    assert found.group.tolist() == [0, 0, 0]


def test_two_that_are_kept_apart_are_in_no_group_together_however_long_the_way_between_them() -> None:
    found = joined([DEVICE] * 5, [(0, 1), (1, 2), (2, 3), (3, 4)], apart=[(0, 4)])
    assert found.group[0] != found.group[4]
    assert found.fate.tolist() == [JOINS, JOINS, JOINS, APART], "the least believed link of the way is left out"


def test_a_limit_of_a_window_counts_only_what_was_first_seen_within_it() -> None:
    limits = (CodedLimit((DEVICE,), 2, window_us=30 * DAY_US),)
    chain = [(0, 1), (1, 2), (2, 3)]
    assert joined([DEVICE] * 4, chain, limits, since_days=[0, 40, 80, 120]).group.tolist() == [0, 0, 0, 0]
    close = joined([DEVICE] * 4, chain, limits, since_days=[0, 1, 2, 120])
    assert close.group.tolist() == [0, 0, 2, 2]
    assert close.fate.tolist() == [JOINS, OVER_LIMIT, JOINS]


def test_a_chain_of_two_hundred_thousand_is_joined_with_and_without_a_doubt() -> None:
    count = 200_000
    chain = np.column_stack((np.arange(count - 1), np.arange(1, count)))
    kinds = np.full(count, DEVICE)
    kinds[[0, -1]] = ACCOUNT
    nothing, nobody = np.zeros((0, 2), dtype=np.int64), np.zeros(len(chain), dtype=np.int8)
    found = join(kinds, np.arange(count), chain, ONE_ACCOUNT, nothing, nobody)
    assert np.count_nonzero(found.fate) == 1
    assert len(np.unique(found.group)) == 2


KINDS = st.lists(st.integers(0, 2), min_size=2, max_size=12)


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_no_group_breaks_a_limit_and_no_link_is_left_out_without_need(data: st.DataObject) -> None:
    kinds = data.draw(KINDS)
    one = st.integers(0, len(kinds) - 1)
    links = data.draw(st.lists(st.tuples(one, one).filter(lambda pair: pair[0] != pair[1]), max_size=20))
    apart = data.draw(st.lists(st.tuples(one, one).filter(lambda pair: pair[0] != pair[1]), max_size=3))
    limits = (CodedLimit((0,), 1), CodedLimit((1,), 2))
    found = joined(kinds, links, limits, apart)
    groups = [np.flatnonzero(found.group == root) for root in np.unique(found.group)]
    held = np.array(kinds)
    for group in groups:
        assert (held[group] == 0).sum() <= 1
        assert (held[group] == 1).sum() <= 2
        assert not any(a in group and b in group for a, b in apart)
    for (a, b), fate in zip(links, found.fate.tolist(), strict=True):
        both = np.isin(found.group, [found.group[a], found.group[b]])
        if fate == JOINS:
            assert found.group[a] == found.group[b]
        elif fate == OVER_LIMIT:
            assert found.group[a] != found.group[b]
            assert (held[both] == 0).sum() > 1 or (held[both] == 1).sum() > 2


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_connected_part_joined_alone_is_joined_as_among_all(data: st.DataObject) -> None:
    """What makes updates exact: only the part that a new link touches has to be joined again."""
    kinds = data.draw(KINDS)
    one = st.integers(0, len(kinds) - 1)
    links = data.draw(st.lists(st.tuples(one, one).filter(lambda pair: pair[0] != pair[1]), max_size=20))
    limits = (CodedLimit((0,), 1), CodedLimit((1,), 2))
    whole = joined(kinds, links, limits)
    part = joined(kinds, links, limits=()).group
    for root in np.unique(part).tolist():
        own = [at for at, (a, _) in enumerate(links) if part[a] == root]
        alone = joined(kinds, [links[at] for at in own], limits)
        members = np.flatnonzero(part == root)
        assert alone.group[members].tolist() == whole.group[members].tolist()
        assert alone.fate.tolist() == whole.fate[own].tolist()
