"""The report adds up, tells every source, names metrics that exist, and gives no personal value away."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from clew.app.quality import SEVERITIES, Bounds, known_checks, quality_report
from clew.app.workspace import Workspace, create_workspace
from clew.metrics import known_metrics
from clew.model import CONTRACTS, UsageError
from tests.cli.running import run


def test_every_finding_adds_up(company: Workspace) -> None:
    report = quality_report(company)

    assert report.findings
    for found in report.findings:
        assert 0 < found.n <= found.of
        assert sum(month.n for month in found.trend) == found.n
        assert sum(month.of for month in found.trend) == found.of
        assert all(month.n <= month.of for month in found.trend)
        assert len(found.examples) <= 5


def test_findings_come_worst_first_and_sources_without_one_are_listed_too(company: Workspace) -> None:
    report = quality_report(company)

    places = [(SEVERITIES.index(found.severity), -found.n) for found in report.findings]
    assert places == sorted(places)
    assert sum(each.bad + each.warn + each.note for each in report.sources) == len(report.findings)
    with company.session() as connection:
        rows = dict(connection.execute("SELECT source, count(*) FROM interactions GROUP BY source").fetchall())
    assert {each.source: each.interactions for each in report.sources if each.interactions} == rows
    assert "hubspot" in {each.source for each in report.sources}, "a source of records only is a source"


def test_examples_are_ids_of_interactions_or_records(company: Workspace) -> None:
    with company.session() as connection:
        query = "SELECT interaction_id FROM interactions UNION ALL SELECT record_id FROM records"
        known = {row[0] for row in connection.execute(query).fetchall()}
        people = {row[0].partition(":")[2] for row in connection.execute("SELECT identifier FROM customers").fetchall()}
    report = quality_report(company)

    assert {example for found in report.findings for example in found.examples} <= known
    said = " ".join(text for found in report.findings for text in (found.says, *found.does, found.remedy))
    assert [value for value in people if len(value) > 5 and value in said] == []


def test_one_source_is_told_as_in_the_whole_report(company: Workspace) -> None:
    whole = quality_report(company)

    one = quality_report(company, source="zendesk")

    assert one.findings == tuple(found for found in whole.findings if found.source == "zendesk")
    assert [each.source for each in one.sources] == ["zendesk"]


def test_an_unknown_source_is_refused_with_the_known_ones(company: Workspace) -> None:
    with pytest.raises(UsageError, match=r'No source "helpdisk". Known: calls, chatbot_messages'):
        quality_report(company, source="helpdisk")


def test_every_check_says_what_it_does_to_metrics_that_exist() -> None:
    known = {*known_metrics(), *CONTRACTS}

    for check in known_checks().values():
        assert check.affects
        assert [effect.on for effect in check.affects if effect.on not in known] == []
        assert check.remedy.endswith(".") and check.why.endswith(".") and check.question.endswith("?")
        assert 0 <= check.bounds.note <= check.bounds.warn <= check.bounds.bad <= 1


def test_a_small_whole_is_never_bad() -> None:
    bounds = Bounds(note=0.01, warn=0.1, bad=0.5)

    assert [
        bounds.severity(n, of) for n, of in ((0, 0), (0, 50), (1, 200), (1, 100), (10, 100), (50, 100), (29, 29))
    ] == [
        None,
        None,
        None,
        "note",
        "warn",
        "bad",
        "warn",
    ]


def test_clean_data_has_no_finding(tmp_path: Path) -> None:
    lines = [f"n{n},2026-03-{n:02}T10:00:{n:02}Z,p{n}@x.org,resolved" for n in range(1, 9)]
    (tmp_path / "desk.csv").write_text("\n".join(["source_id,occurred_at,email,outcome", *lines]), encoding="utf-8")
    columns = "\n".join(f'{name} = "{name}"' for name in ("source_id", "occurred_at", "email", "outcome"))
    mapping = f'connector = "table"\nsource = "desk"\n[columns]\n{columns}\n[constants]\nchannel = "chat"\n'
    (tmp_path / "desk.toml").write_text(mapping, encoding="utf-8")
    place = tmp_path / "here"
    assert run("init", place).code == 0
    assert run("import", tmp_path / "desk.csv", "--mapping", tmp_path / "desk.toml", "-w", place).code == 0

    said = run("quality", "-w", place)

    assert f"nothing found by {len(known_checks())} checks" in said.all


def test_an_empty_workspace_says_what_to_do(tmp_path: Path) -> None:
    create_workspace(tmp_path / "empty").close()

    said = run("quality", "-w", tmp_path / "empty")

    assert (said.code, "clew import PATH" in said.out) == (0, True)


def test_the_command_tells_the_numbers_the_effect_and_the_remedy(company: Workspace) -> None:
    report = quality_report(company, source="survey_answers")
    said = run("quality", "survey_answers", "-w", company.folder)
    parsed = run("quality", "survey_answers", "--json", "-w", company.folder).json()

    assert report.findings
    for found in report.findings:
        assert found.says in said.all
        assert all(line in said.all for line in found.does)
        assert f"do: {found.remedy}" in said.all
    assert json.loads(json.dumps(parsed["findings"]))[0]["share"] == report.findings[0].share
    assert [each["source"] for each in parsed["sources"]] == ["survey_answers"]


def test_notes_take_one_line_in_the_whole_report_and_say_where_more_is(company: Workspace) -> None:
    notes = [found for found in quality_report(company).findings if found.severity == "note"]
    said = run("quality", "-w", company.folder)

    assert notes
    for found in notes:
        assert found.says not in said.all
        assert f"{found.source}: {found.title}" in said.all
        assert f"{found.n:,} of {found.of:,} {found.unit}" in said.all
    assert "clew quality SOURCE" in said.all
