"""The cells of the hand-made maps: five stages by six lanes of a German-English service desk."""

from __future__ import annotations

from clew.model.journey_map import Cell, Entry, MetricValue

STAGES = (
    ("awareness", "Awareness"),
    ("support", "Support"),
    ("escalation", "Escalation"),
    ("resolution", "Resolution"),
    ("retention", "Retention"),
)


def entries(*lines: tuple[str, int], remark: str = "", other: int = 0) -> tuple[Entry, ...]:
    """Return lines of one whole, with the rest as an explicit other."""
    whole = sum(number for _, number in lines) + other
    entries = tuple(Entry(label, number, number / whole, remark) for label, number in lines)
    return (*entries, Entry("other", other, other / whole, "", True)) if other else entries


def cells(*cells: tuple[Entry, ...], of: str) -> tuple[Cell, ...]:
    """Return one cell for each stage, saying what its shares are shares of."""
    return tuple(
        Cell(
            name,
            entries,
            f"{sum(entry.n for entry in entries):,} {of}",
            "" if entries else "nothing of it in this stage",
        )
        for (name, _), entries in zip(STAGES, cells, strict=True)
    )


def channel_cells() -> tuple[Cell, ...]:
    """Return where steps happen."""
    return cells(
        entries(("Help centre", 8_013), ("Website", 4_966), ("Advertising", 1_507), other=385),
        entries(("E-mail", 31_204), ("Phone", 22_861), ("Chat", 7_015), ("Social media", 4_122), other=1_700),
        entries(("Phone", 9_874), ("Back office", 3_991), ("E-mail", 1_240), other=125),
        entries(("E-mail", 22_118), ("Phone", 13_507), ("Back office", 4_902), other=481),
        entries(("Survey", 3_301), ("E-mail", 621)),
        of="steps",
    )


def touchpoint_cells() -> tuple[Cell, ...]:
    """Return what customers do."""
    return cells(
        entries(("Reads an article on invoices", 5_120), ("Searches “Rechnung korrigieren”", 2_877), other=6_874),
        entries(("Reports a broken laptop", 17_009), ("Asks for access to a shared drive", 12_440), other=37_453),
        entries(("Asks for a supervisor", 4_018), ("Case reopened by customer", 3_555), other=7_657),
        entries(("Confirms that it works", 20_101), ("Closed without answer", 8_230), other=12_677),
        entries(("Answers the satisfaction survey", 3_301), ("Unterlagen nachgereicht", 621)),
        of="steps",
    )


def wait_cells() -> tuple[Cell, ...]:
    """Return how long the next step takes."""
    return cells(
        entries(("under an hour", 11_020), ("an hour to a day", 3_151), ("longer", 700)),
        entries(("under an hour", 30_777), ("an hour to a day", 24_100), ("longer", 12_025)),
        entries(("under an hour", 2_211), ("an hour to a day", 6_019), ("longer", 7_000)),
        entries(("under an hour", 9_008), ("an hour to a day", 14_000), ("longer", 18_000)),
        (),
        of="waits",
    )


def handoff_cells() -> tuple[Cell, ...]:
    """Return where the thread changes hands."""
    return cells(
        entries(("Help centre → E-mail", 1_871), ("Website → Chat", 902), other=44, remark="median wait 12 min"),
        entries(("Chat → Phone", 2_960), ("E-mail → Phone", 2_114), other=733, remark="median wait 3 h"),
        entries(("Phone → Back office", 3_164), ("E-mail → Back office", 1_011), other=92, remark="median wait 22.1 h"),
        entries(("Back office → E-mail", 2_771), other=310, remark="median wait 1.4 d"),
        (),
        of="handoffs",
    )


def outcome_cells() -> tuple[Cell, ...]:
    """Return how journeys leave a stage."""
    return cells(
        entries(("goes on to Support", 8_702), ("dropped off", 502)),
        entries(("goes on to Resolution", 17_230), ("goes on to Escalation", 5_901), ("dropped off", 1_279)),
        entries(("goes on to Resolution", 5_004), ("dropped off", 1_373)),
        entries(("ends resolved", 16_240), ("goes on to Retention", 3_115), ("reopened", 511)),
        entries(("ends here", 3_115)),
        of="journeys",
    )


def metric_cells() -> tuple[Cell, ...]:
    """Return metrics measured within stages."""
    wait = MetricValue("wait", "Median wait", 79_560.0, "seconds", 15_230, 77_000.0, 82_000.0, "ok", "", "", "lower")
    reopened = MetricValue("reopen_rate", "Reopened", 0.0257, "ratio", 19_866, 0.0236, 0.0280, "ok", "", "", "lower")
    few = MetricValue("csat", "Satisfaction", None, "ratio", 3, None, None, "withheld", "Only 3 ratings here.")
    return (
        Cell("awareness", (), "", "no metric is measured in this stage"),
        Cell("support", (), "", "", (wait,)),
        Cell("escalation", (), "", "", (wait, few)),
        Cell("resolution", (), "", "", (reopened,)),
        Cell("retention", (), "", "", (few,)),
    )
