"""The page on scoring names every capability and metric as it stands; tables have pages made from their definitions."""

from __future__ import annotations

from clew.simulator.score.capabilities.drivers import NO_CAUSE
from clew.simulator.score.capability import known_capabilities
from clew.simulator.score.submission import SUBMISSION
from clew.simulator.score.true_metrics import TRUE_METRICS
from tests.house.project_files import ROOT

PAGE = (ROOT / "docs" / "scoring.md").read_text(encoding="utf-8")


def test_the_page_has_every_capability_and_metric() -> None:
    for each in known_capabilities():
        assert f"| `{each.name}` | {each.question} | {', '.join(each.needs)} |" in PAGE
    assert [name for name in TRUE_METRICS if f"| `{name}` |" not in PAGE] == []
    assert "](reference/metrics.md)" in PAGE


def test_the_page_says_what_a_row_is_about_and_what_is_no_cause() -> None:
    rules = PAGE[PAGE.index("one thing is told twice") : PAGE.index("Rows that are wholly the same")]
    for table in SUBMISSION:
        assert table.name in rules
        assert table.name == "links" or [column for column in table.key if f"`{column}`" not in rules] == []
    assert [name for name in NO_CAUSE if f"`{name}` (" not in PAGE and f"`{name}`," not in PAGE] == []


def test_capabilities_need_tables_that_can_be_handed_in_and_have_places_of_their_own() -> None:
    known = {table.name for table in SUBMISSION}
    capabilities = known_capabilities()
    assert {table for each in capabilities for table in each.needs} <= known
    assert len({each.place for each in capabilities}) == len(capabilities)
