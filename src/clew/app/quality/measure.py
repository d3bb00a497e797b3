"""Makes one check on all sources at once and words what it found."""

from __future__ import annotations

from dataclasses import dataclass

import duckdb

from clew.app.quality.check import QualityCheck
from clew.app.quality.finding import Finding, Month
from clew.app.quality.trend import direction

#: What a check counted, once, so that months, examples and journeys are all taken from the same rows.
_LOOKED_AT = """
CREATE OR REPLACE TEMP TABLE looked_at AS
SELECT source, coalesce(part, '') AS part, date_trunc('month', make_timestamp(at_us)) AS month, coalesce(n, 0)::BIGINT AS n,
  "of"::BIGINT AS "of", example, detail
FROM ({query}) WHERE source IS NOT NULL
"""

_COUNTED = """
WITH summed AS (
  SELECT source, part, month, grouping(month) = 1 AS is_total, sum(n)::BIGINT AS n, sum("of")::BIGINT AS "of",
    list_sort(min(example, 5) FILTER (WHERE n > 0)) AS examples, mode(detail ORDER BY detail) FILTER (WHERE n > 0) AS detail
  FROM looked_at GROUP BY GROUPING SETS ((source, part, month), (source, part))
)
SELECT source, part, coalesce(strftime(month, '%Y-%m'), 'undated'), is_total, n, "of", examples, coalesce(detail, '')
FROM summed ORDER BY source, part, is_total DESC, month
"""

_JOURNEYS = """
SELECT source, part, count(DISTINCT journey_id)
FROM (SELECT source, part, example AS interaction_id FROM looked_at WHERE n > 0)
JOIN steps USING (interaction_id) GROUP BY ALL
"""


@dataclass(frozen=True)
class _Counted:
    n: int
    of: int
    examples: tuple[str, ...]
    detail: str
    months: tuple[Month, ...]


def findings_of(connection: duckdb.DuckDBPyConnection, check: QualityCheck, all_journeys: int) -> list[Finding]:
    """Return what ``check`` finds in the session's tables, one finding for each source and part that is worth telling."""
    connection.execute(_LOOKED_AT.format(query=check.query))
    counted = _counted(connection, check)
    told = {key: found for key, found in counted.items() if check.bounds.severity(found.n, found.of)}
    journeys: dict[tuple[str, str], int] = {}
    if told and check.unit == "interactions":
        journeys = {(source, part): n for source, part, n in connection.execute(_JOURNEYS).fetchall()}
    connection.execute("DROP TABLE looked_at")
    return [_finding(check, key, found, journeys, all_journeys) for key, found in told.items()]


def _counted(connection: duckdb.DuckDBPyConnection, check: QualityCheck) -> dict[tuple[str, str], _Counted]:
    found: dict[tuple[str, str], _Counted] = {}
    months: dict[tuple[str, str], list[Month]] = {}
    for source, part, month, is_total, n, of, examples, detail in connection.execute(_COUNTED).fetchall():
        if is_total:
            found[source, part] = _Counted(n, of, tuple(examples or ()), detail, ())
        else:
            counts = of >= check.month_from and month != "undated"
            months.setdefault((source, part), []).append(Month(month, n, of, counts))
    return {
        key: _Counted(each.n, each.of, each.examples, each.detail, tuple(months.get(key, ())))
        for key, each in found.items()
    }


def _finding(
    check: QualityCheck, key: tuple[str, str], found: _Counted, journeys: dict[tuple[str, str], int], all_journeys: int
) -> Finding:
    source, part = key
    severity = check.bounds.severity(found.n, found.of)
    assert severity is not None
    touched = journeys.get(key, 0) if check.unit == "interactions" else None
    return Finding(
        check=check.name,
        title=check.title,
        source=source,
        part=part,
        severity=severity,
        unit=check.unit,
        n=found.n,
        of=found.of,
        trend=found.months,
        direction=direction(found.months),
        examples=found.examples,
        journeys=touched,
        all_journeys=all_journeys,
        says=check.says.format(
            n=f"{found.n:,}",
            of=f"{found.of:,}",
            share=shown_share(found.n, found.of),
            source=source,
            part=part.replace("_", " "),
            detail=found.detail,
        ),
        does=_does(check, touched, all_journeys),
        affects=tuple(effect.on for effect in check.affects),
        remedy=check.remedy.replace("{source}", source),
    )


def _does(check: QualityCheck, touched: int | None, all_journeys: int) -> tuple[str, ...]:
    said = tuple(f"{effect.on}: {effect.becomes}" for effect in check.affects)
    return said if touched is None else (f"found in {touched:,} of {all_journeys:,} journeys", *said)


def shown_share(n: int, of: int) -> str:
    """Return a share in per cent; what isn't nothing or all is never shown as such.

    >>> shown_share(1, 10_000), shown_share(3, 8), shown_share(999, 1000)
    ('under 1 %', '38 %', 'over 99 %')
    """
    share = n / of if of else 0.0
    if 0 < share < 0.01:
        return "under 1 %"
    return "over 99 %" if 0.99 < share < 1 else f"{share:.0%}".replace("%", " %")
