"""Hand-made journey maps that the pictures are tried on: a full one, an empty one, a thin one and a large one."""

from __future__ import annotations

from dataclasses import replace

from clew.model.channel import BY_NAME
from clew.model.journey_map import (
    Cell,
    Entry,
    JourneyMap,
    Lane,
    Matrix,
    MetricValue,
    SourceLine,
    StageColumn,
    Variant,
)
from tests.maps.sample_cells import (
    STAGES,
    channel_cells,
    entries,
    handoff_cells,
    metric_cells,
    outcome_cells,
    touchpoint_cells,
    wait_cells,
)

HOUR, DAY = 3600.0, 86_400.0
SEVEN = ("email", "phone", "chat", "self_service", "social", "back_office", "in_person")


def full() -> JourneyMap:
    """A year of a German-English service desk: every part of the map has something to say."""
    journeys = 24_918
    reached = (9_204, 24_410, 6_377, 19_866, 3_115)
    steps = (14_871, 66_902, 15_230, 41_008, 3_922)
    stages = tuple(
        StageColumn(name, title, number, number / journeys, taken)
        for (name, title), number, taken in zip(STAGES, reached, steps, strict=True)
    )
    return JourneyMap(
        title="Customer journeys of Musterwerk GmbH",
        workspace="musterwerk-service",
        made_at="2024-07-01T06:30:00+00:00",
        selection="",
        first_us=1_704_067_200_000_000,
        last_us=1_719_791_999_000_000,
        interactions=sum(steps),
        customers=11_482,
        journeys=journeys,
        stages=stages,
        lanes=(
            Lane("channels", "Channels", "Where do customers and the company meet?", channel_cells()),
            Lane("touchpoints", "What customers do", "What happens there?", touchpoint_cells()),
            Lane("waits", "Waits", "How long is it until the next step?", wait_cells()),
            Lane("handoffs", "Handoffs", "Where does the thread change hands?", handoff_cells()),
            Lane("outcomes", "Outcomes", "How do journeys leave this stage?", outcome_cells()),
            Lane("metrics", "Metrics", "How well does it go here?", metric_cells()),
        ),
        headline=_headline(),
        matrix=_matrix(SEVEN, tuple(BY_NAME[name].title for name in SEVEN), busiest=3_164),
        variants=_variants(journeys),
        sources=(
            SourceLine("service_desk_incidents", 141_712, 141_712, 0, 0, 0, 141_712),
            SourceLine("zendesk (vendor_exports/zendesk)", 8_204, 7_990, 201, 13, 0, 7_988),
            SourceLine("twcs.csv", 93_000, 92_101, 0, 402, 497, 92_101),
        ),
        notes=(
            "A journey is one case where a case number is known; else one customer's interactions on one issue until 14 days pass without one.",
            "Times without a zone were read as UTC (assumed: the files name no zone).",
            "Stages follow the default rules in clew.toml; nobody has confirmed them for this company yet.",
            "1,204 journeys were still open when the data ended and are left out of times to resolution.",
        ),
    )


def empty() -> JourneyMap:
    """A workspace just after ``clew init``: nothing imported, every part says why it is empty."""
    said = "no interactions in this stage yet"
    return JourneyMap(
        title="Customer journeys of Our customers",
        workspace="our-customers",
        made_at="2024-07-01T06:30:00+00:00",
        selection="",
        first_us=None,
        last_us=None,
        interactions=0,
        customers=0,
        journeys=0,
        stages=tuple(StageColumn(name, title, 0, 0.0, 0) for name, title in STAGES),
        lanes=tuple(
            Lane(kind, title, "", tuple(Cell(name, (), "", said) for name, _ in STAGES))
            for kind, title in (("channels", "Channels"), ("touchpoints", "What customers do"), ("waits", "Waits"))
        ),
        headline=tuple(
            MetricValue(name, title, None, unit, 0, None, None, "empty", "There are no journeys to measure yet.")
            for name, title, unit in (
                ("contacts_per_journey", "Contacts per journey", "count"),
                ("first_contact_resolution", "First contact resolution (gross)", "ratio"),
                ("time_to_resolution", "Time to resolution", "seconds"),
            )
        ),
        matrix=Matrix((), (), (), (), 0),
        variants=(),
        sources=(),
        notes=("Stages follow the default rules in clew.toml.",),
    )


def thin() -> JourneyMap:
    """Two dozen journeys: numbers that are thin, withheld, not ripe or empty, each with its reason."""
    headline = (
        MetricValue("contacts_per_journey", "Contacts per journey", 2.1, "count", 24, 1.7, 2.6, "thin", "Only 24 journeys; 30 make a firm number.", "How many contacts does an issue take?", "lower"),
        MetricValue("first_contact_resolution", "First contact resolution (gross)", None, "ratio", 4, None, None, "withheld", "Only 4 journeys were resolved; below 5 a rate says more about chance than about service.", "How often is an issue solved in the first contact?", "higher"),
        MetricValue("no_repeat_within_7d", "No repeat within 7 days", None, "ratio", 0, None, None, "immature", "All 24 journeys are younger than 7 days; look again on 9 March.", "How often do customers not come back?", "higher", 24),
        MetricValue("sla_met_rate", "Service level met", None, "ratio", 0, None, None, "empty", "No source says whether a service level was met.", "How often is the promise kept?", "higher"),
        MetricValue("time_to_first_response", "Time to first response", 5_400.0, "seconds", 31, 3_000.0, 9_000.0, "ok", "", "How long until somebody answers?", "lower", 3),
    )  # fmt: skip
    stages = tuple(
        StageColumn(name, title, number, number / 24, taken)
        for (name, title), number, taken in zip(STAGES, (0, 24, 3, 9, 1), (0, 41, 4, 10, 1), strict=True)
    )
    channels = (
        Cell("awareness", (), "steps", "no step was put in this stage"),
        Cell("support", entries(("E-mail", 30), ("Chat", 11)), "41 steps"),
        Cell("escalation", entries(("Phone", 4)), "4 steps"),
        Cell("resolution", entries(("E-mail", 10)), "10 steps"),
        Cell("retention", entries(("Survey", 1)), "1 step"),
    )
    metrics = tuple(
        Cell(
            stage.name, (), "", "" if stage.journeys else "nobody was here", headline[:2] if stage.journeys > 9 else ()
        )
        for stage in stages
    )
    return JourneyMap(
        title="Customer journeys of a pilot",
        workspace="pilot",
        made_at="2024-03-03T10:00:00+00:00",
        selection="Only journeys that began on or after 2024-03-01, and that have a step on E-mail or Phone.",
        first_us=1_709_251_200_000_000,
        last_us=1_709_337_600_000_000,
        interactions=56,
        customers=23,
        journeys=24,
        stages=stages,
        lanes=(
            Lane("channels", "Channels", "Where do customers and the company meet?", channels),
            Lane("metrics", "Metrics", "How well does it go here?", metrics),
        ),
        headline=headline,
        matrix=Matrix(("email", "phone"), ("E-mail", "Phone"), ((2, 4), (0, 0)), ((None, None), (None, None)), 6),
        variants=(
            Variant(("email",), 17, 17 / 24, 5_000.0, 8 / 11, 11),
            Variant(("email", "phone"), 4, 4 / 24, None, None, 3),
            Variant((), 3, 3 / 24, None, None, 0, True, 3),
        ),
        sources=(SourceLine("pilot.csv", 60, 56, 1, 2, 0, 56),),
        notes=("Short data: most windows have not closed.",),
    )


def large() -> JourneyMap:
    """Seventeen channels and labels as long as companies really write them."""
    whole = full()
    names = tuple(BY_NAME)
    longest = "Kundenselbstbedienungsportal für Geschäftskundenverträge (Bestandskunden, Süd-West)"
    titles = tuple(longest if name == "self_service" else BY_NAME[name].title for name in names)
    numbers = tuple(4_000 // (place + 1) for place in range(len(names)))
    channels = entries(*zip(titles, numbers, strict=True), other=77)
    matrix = _matrix(names, titles, busiest=148_209)
    lanes = tuple(
        Lane(lane.kind, lane.title, lane.question, tuple(_widened(cell, channels, longest) for cell in lane.cells))
        for lane in whole.lanes
    )
    paths = (*((*names[place:], *names[: place % 9]) for place in range(9)), (*names, *names))
    variants = tuple(
        Variant(path, 100 - place, (100 - place) / 1_000, 40 * DAY, 0.5 + place / 100, 61 + place)
        for place, path in enumerate(paths)
    )
    rest = 1_000 - sum(variant.n for variant in variants)
    sources = tuple(
        SourceLine(f"{longest} {place:02}", 1_234_567 + place, 1_234_000, 500, 60, 7 + place, 1_234_000)
        for place in range(12)
    )
    return replace(
        whole,
        title=f"{whole.title} and every subsidiary in Deutschland, Österreich und der Schweiz, " * 2,
        lanes=lanes,
        matrix=matrix,
        variants=(*variants, Variant((), rest, rest / 1_000, None, 0.81, 97, True, 409)),
        sources=sources,
        notes=(*whole.notes, longest * 3),
        selection=f"Only journeys that have a step on {' or '.join(titles)}, and that are about {longest}.",
    )


def _headline() -> tuple[MetricValue, ...]:
    return (
        MetricValue("contacts_per_journey", "Contacts per journey", 2.84, "count", 24_918, 2.81, 2.87, "ok", "", "How many contacts does an issue take?", "lower"),
        MetricValue("channel_switching_rate", "Journeys that switch channel", 0.3842, "ratio", 24_918, 0.3779, 0.3905, "ok", "", "How often must customers change channel?", "lower"),
        MetricValue("first_contact_resolution", "First contact resolution (gross)", 0.4173, "ratio", 24_918, 0.4109, 0.4237, "ok", "", "How often is an issue solved in the first contact?", "higher"),
        MetricValue("no_repeat_within_7d", "No repeat within 7 days", 0.7911, "ratio", 23_714, 0.7857, 0.7964, "ok", "1,204 journeys are too young to count.", "How often do customers not come back with the same issue?", "higher", 1_204),
        MetricValue("time_to_first_response", "Time to first response", 4_380.0, "seconds", 22_051, 4_260.0, 4_500.0, "ok", "", "How long until a person answers?", "lower"),
        MetricValue("time_to_resolution", "Time to resolution", 79_560.0, "seconds", 23_714, 78_100.0, 81_200.0, "ok", "", "How long until the issue is settled?", "lower"),
        MetricValue("reopen_rate", "Reopened", 0.0257, "ratio", 19_866, 0.0236, 0.0280, "ok", "", "How often does a solved issue come back?", "lower"),
        MetricValue("sla_met_rate", "Service level met", 0.9142, "ratio", 28, 0.79, 0.97, "thin", "Only 28 journeys carry a service level; 30 make a firm number.", "How often is the promise kept?", "higher"),
    )  # fmt: skip


def _matrix(names: tuple[str, ...], titles: tuple[str, ...], busiest: int) -> Matrix:
    size = len(names)
    counts = tuple(
        tuple(0 if (i * 3 + j * 5) % 4 == 1 else busiest // (1 + (i * 7 + j * 3) % 29) for j in range(size))
        for i in range(size)
    )
    waits = tuple(
        tuple(None if counts[i][j] == 0 else 300.0 * (1 + i + j) ** 2.5 for j in range(size)) for i in range(size)
    )
    return Matrix(names, titles, counts, waits, sum(map(sum, counts)))


def _variants(journeys: int) -> tuple[Variant, ...]:
    paths: tuple[tuple[tuple[str, ...], int, float, float | None], ...] = (
        (("email",), 7_120, 31 * HOUR, 0.921),
        (("phone",), 5_884, 4.4 * HOUR, 0.953),
        (("self_service", "email"), 2_071, 40 * HOUR, 0.874),
        (("chat", "phone"), 1_960, 6.2 * HOUR, 0.803),
        (("phone", "back_office", "email"), 1_733, 5.5 * DAY, 0.711),
        (("email", "phone", "email"), 1_020, 3.1 * DAY, 0.765),
        (("self_service", "chat", "phone", "back_office", "email"), 806, 8.9 * DAY, 0.598),
    )
    shown = tuple(Variant(path, n, n / journeys, length, solved, n - 17) for path, n, length, solved in paths)
    rest = journeys - sum(variant.n for variant in shown)
    return (*shown, Variant((), rest, rest / journeys, None, 0.744, rest - 905, True, 1_288))


def _widened(cell: Cell, channels: tuple[Entry, ...], longest: str) -> Cell:
    if cell.metrics or not cell.entries:
        return cell
    entries = tuple(Entry(f"{entry.label}: {longest}", entry.n, entry.share, longest) for entry in cell.entries[:2])
    if cell.of.endswith("steps") and cell.entries[-1].is_other and len(cell.entries) > 3:
        return Cell(cell.stage, channels, cell.of, "", ())
    return Cell(cell.stage, (*entries, *cell.entries[2:]), f"{cell.of} ({longest})", "", ())
