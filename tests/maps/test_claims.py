"""What stands beside the map's numbers in every rendering: of how many they are, of which journeys, and that shares are rounded."""

from __future__ import annotations

from dataclasses import replace

from clew.model.journey_map import Cell, Entry, Variant
from tests.maps import sample
from tests.maps.reading import renderings


def test_equal_counts_have_equal_shares() -> None:
    """Three of nine and three of nine are both 33.3 %, though 33.3 three times make 99.9."""
    m = sample.thin()
    cell = Cell("support", tuple(Entry(name, 3, 1 / 3) for name in ("Letter", "Fax", "Visit")), "9 steps")
    paths = tuple(Variant((name,), 8, 1 / 3, None, None, 0) for name in ("email", "phone", "chat"))
    m = replace(m, lanes=(replace(m.lanes[0], cells=(cell,)),), variants=paths)
    for kind, text in renderings(m).items():
        assert text.count("33.3 %") == 6, kind
        assert "33.4 %" not in text, kind
        assert "Shares are rounded" in text, kind


def test_the_share_resolved_of_a_path_says_of_how_many_that_ended() -> None:
    """Of 17 journeys by e-mail 11 ended, 8 resolved; of 4 by e-mail then phone 3 ended; of the others none."""
    for kind, text in renderings(sample.thin()).items():
        for said in (
            "72.7 % of 11",
            "withheld, n = 3",
            "none ended",
            "of those that ended (neither open nor dropped off). What rests on fewer than 5 is withheld",
        ):
            assert said in text, (kind, said)


def test_the_selection_stands_right_under_the_title_and_the_sources_say_whose_they_are() -> None:
    m = sample.thin()
    for kind, text in renderings(m).items():
        assert (
            0
            <= text.index(m.title)
            < text.index(m.selection)
            < text.index("1 Mar 2024")
            < text.index("workspace pilot")
        )
        assert text.count(m.selection) == 1, kind
        assert "Sources of the workspace" in text, kind
        assert "all that was imported, not the selection only" in text, kind
    everything = renderings(replace(m, selection=""))
    assert not [kind for kind, text in everything.items() if "Only journeys" in text or "selection" in text]
