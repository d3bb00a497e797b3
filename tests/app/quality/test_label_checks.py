"""Labels used inconsistently are found: spellings, several issues at once, outcomes that nobody understands or tells."""

from __future__ import annotations

from tests.app.quality.looking import found, numbers, told
from tests.customers.people import Row


def labelled(*issues: str | None, **more: object) -> list[Row]:
    return [
        told(n, f"2026-03-01T10:{n:02}:00", f"email:p{n}@x.org", issue=issue, **more) for n, issue in enumerate(issues)
    ]


def test_spellings_that_differ_in_case_spaces_accents_or_punctuation_are_told() -> None:
    rows = labelled("Billing", "Billing", "billing ", "Billing-", "Delivery", "Café", "Café", "cafe", None)

    findings = found("labels_spelled_differently", rows)

    assert numbers(findings) == [("desk", "issue", 3, 8)]
    assert findings[0].examples == ("i0002", "i0003", "i0007")


def test_one_spelling_each_is_no_finding_and_teams_are_looked_at_too() -> None:
    assert found("labels_spelled_differently", labelled("Billing", "Billing", "Delivery", team="Phone")) == []
    teams = [
        told(n, "2026-03-01T10:00:00", team=team) for n, team in enumerate(("Phone team", "Phone team", "phone-team"))
    ]
    assert numbers(found("labels_spelled_differently", teams)) == [("desk", "team", 1, 3)]


def test_labels_that_may_hold_personal_values_are_not_shown() -> None:
    findings = found("labels_spelled_differently", labelled("Call mia@x.org", "Call mia@x.org", "call mia@x.org"))

    assert numbers(findings) == [("desk", "issue", 1, 3)]
    assert "mia@x.org" not in findings[0].says


def test_the_usual_spelling_is_that_of_all_sources() -> None:
    rows = labelled("high_bill", "high_bill")
    other = told(9, "2026-03-02T10:00:00", "email:mia@x.org", source="calls", issue="High bill")

    assert numbers(found("labels_spelled_differently", [*rows, other])) == [("calls", "issue", 1, 1)]


def test_a_case_with_two_issues_is_told_but_not_two_spellings_of_one() -> None:
    two = labelled("Billing", "Delivery", case_ref="c1")
    spelled = [
        {**row, "interaction_id": f"x{n}", "case_ref": "c2"} for n, row in enumerate(labelled("Billing", "billing"))
    ]

    assert numbers(found("several_issues", [*two, *spelled])) == [("desk", "case", 1, 2)]
    assert found("several_issues", spelled) == []


def test_outcomes_in_unknown_words_are_told_of_all_outcomes() -> None:
    rows = labelled(None, None, None, None)
    rows[0]["outcome"] = rows[1]["outcome"] = "resolved"
    rows[2]["attributes"] = '{"outcome_as_given": "handed over"}'

    findings = found("unread_outcomes", rows)

    assert numbers(findings) == [("desk", "chat", 1, 3)]
    assert "“handed over”" in findings[0].says
    assert found("unread_outcomes", rows[:2]) == []


def test_a_source_that_never_resolves_anything_is_told_with_the_journeys_that_nobody_else_resolves() -> None:
    mute = [told(n, "2026-03-01T10:00:00", f"email:p{n}@x.org") for n in range(3)]
    other = told(8, "2026-03-01T11:00:00", "email:p0@x.org", source="calls", kind="call", outcome="resolved")
    #: Long after, so that the journeys above are over.
    later = told(9, "2026-06-30T11:00:00", "email:p9@x.org", source="calls", kind="call", outcome="resolved")
    newest = told(10, "2026-06-30T11:00:00", "email:p9@x.org")

    findings = found("outcomes_never_told", [*mute, other, later, newest], with_journeys=True)

    assert numbers(findings) == [("desk", "", 2, 4)]


def test_a_source_that_says_resolved_once_and_one_that_serves_nobody_are_left_in_peace() -> None:
    says = [
        told(1, "2026-03-01T10:00:00", "email:a@x.org"),
        told(2, "2026-03-02T10:00:00", "email:b@x.org", outcome="resolved"),
    ]
    visits = [told(3, "2026-03-01T10:00:00", "device:d1", source="site", kind="visit")]

    assert found("outcomes_never_told", [*says, *visits], with_journeys=True) == []
