"""``clew pain-points``: what hurts, from a call log as it comes, with the decision, the places, and plain words where there is none."""

from __future__ import annotations

import csv
import io

import clew
from tests.cli.running import Shop

#: Ten calls, of which two were given up after a minute and one was taken only after seven.
HEADER = ("Call ID", "Call start", "Answered at", "Call end", "Direction", "Customer phone", "Agent", "Disposition")


def calls() -> str:
    told = io.StringIO()
    rows = csv.writer(told)
    rows.writerow(HEADER)
    for number in range(10):
        day, phone = f"2026-03-{number + 1:02}", f"+1212555{number:04}"
        taken = "09:07:00" if number == 0 else "09:01:00"
        if number < 2:
            rows.writerow((f"C{number}x", f"{day} 08:00:00", "", f"{day} 08:01:00", "inbound", phone, "", "Abandoned"))
        rows.writerow(
            (f"C{number}", f"{day} 09:00:00", f"{day} {taken}", f"{day} 09:10:00", "inbound", phone, "Jo", "Advised")
        )
    return told.getvalue()


def leave_texts(shop: Shop) -> None:
    """Have texts not read in this workspace."""
    settings = shop.folder / "clew.toml"
    settings.write_text(settings.read_text().replace("facts = true", "facts = false"))


def test_a_call_log_tells_of_queues_that_were_left_and_of_waits(shop: Shop) -> None:
    leave_texts(shop)
    assert shop.run("import", shop.file("calls.csv", calls())).code == 0
    lines = {line["detector"]: line for line in shop.run("pain-points", "--json").json()}

    left, waited, unknown = lines["abandoned_queue"], lines["long_wait"], lines["asked_again"]
    assert (left["found"], left["median_amount"], left["amount_unit"]) == (2, 60.0, "seconds")
    assert (waited["found"], waited["median_amount"]) == (1, 420.0)
    assert waited["decision"] == "Staffing, or routing to a desk that is free."
    assert unknown["found"] is None
    assert unknown["reason"].startswith("not looked for")
    assert lines["repeat_contact"]["found"] == 2


def test_people_get_a_table_with_shares_and_decisions(shop: Shop) -> None:
    leave_texts(shop)
    shop.run("import", shop.file("calls.csv", calls()))
    said = shop.run("pain-points")

    assert said.code == 0
    assert "Abandoned queue" in said.all
    assert "Staffing" in said.all
    assert "not looked for: texts aren't read" in said.all


def test_the_findings_of_one_detector_name_their_journey_and_step(shop: Shop) -> None:
    shop.run("import", shop.file("calls.csv", calls()))
    (found,) = shop.run("pain-points", "--detector", "long_wait", "--json").lines()
    table = shop.run("pain-points", "--detector", "long_wait")

    assert (found["at"], found["channel"], found["amount"]) == ("2026-03-01T09:00:00Z", "phone", 420.0)
    assert found["journey_id"] in table.out
    assert shop.run("pain-points", "--detector", "rage_clicks").out.startswith("Rage clicks: none found.")


def test_an_unknown_detector_is_refused_with_the_known_ones(shop: Shop) -> None:
    said = shop.run("pain-points", "--detector", "long_waits")

    assert said.code == 2
    assert 'No detector "long_waits". Known: abandoned_queue,' in said.all


def test_the_library_and_the_export_hold_the_same_findings(shop: Shop) -> None:
    shop.run("import", shop.file("calls.csv", calls()))
    told = shop.run("export", "--format", "parquet", "--to", shop.folder.parent / "tables", "--json").json()
    with clew.open(shop.folder) as workspace:
        found = workspace.pain_points().to_dicts()

    assert told["counts"]["pain_points"] == len(found)
    assert sum(row["detector"] == "abandoned_queue" for row in found) == 2
    assert {"journey_id", "interaction_id", "severity", "start_char"} <= set(found[0])


def test_what_customers_expect_is_set_in_clew_toml_and_a_slip_is_refused_with_its_place(shop: Shop) -> None:
    shop.run("import", shop.file("calls.csv", calls()))
    settings = shop.folder / "clew.toml"
    kept = settings.read_text()
    settings.write_text(kept.replace("[answers]", '[answers]\nphone = "10 min"'))
    patient = {line["detector"]: line for line in shop.run("pain-points", "--json").json()}
    settings.write_text(kept.replace("[answers]", '[answers]\nphone = "soon"'))
    slip = shop.run("pain-points")
    settings.write_text(kept.replace("[answers]", '[answers]\nphoen = "1 min"'))
    unknown = shop.run("pain-points")

    assert patient["long_wait"]["found"] == 0
    assert slip.code == 3
    assert 'answers.phone: "soon" is no length of time.' in slip.all
    assert 'answers.phoen: no channel "phoen". Known: chat,' in unknown.all
