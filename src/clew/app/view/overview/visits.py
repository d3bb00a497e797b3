"""What changed since somebody last looked: each visit remembers the headline that it saw."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields

import sqlalchemy as sa

from clew.app.view.overview.headline import headline_metrics
from clew.app.view.selection import Selection
from clew.app.view.view import View
from clew.metrics import Difference, Metric, difference
from clew.model import MetricValue
from clew.store import Journal, parts, visits

#: Whoever looks again within this time is still on the same visit.
SAME_VISIT_US = 3_600_000_000
#: So many visits of one person are kept; only the last two are ever asked about.
KEPT_VISITS = 50
_LAST_FIRST = (visits.c.at_us.desc(), visits.c.id.desc())


@dataclass(frozen=True)
class Visit:
    """One person's look at the overview: when, at which build, and the headline seen, by metric and its version."""

    id: int
    at_us: int
    build: str
    seen: dict[str, dict[str, object]]


@dataclass(frozen=True)
class Moved:
    """A headline metric then and now; ``then`` is None where it wasn't seen or was defined otherwise (``reason``)."""

    now: MetricValue
    then: MetricValue | None
    difference: Difference


@dataclass(frozen=True)
class Changes:
    """What came in since the visit before this one, and how the headline moved; None before there was any other visit."""

    since_us: int
    same_build: bool
    files: int
    interactions: int
    moved: tuple[Moved, ...]


def note_visit(journal: Journal, view: View, author: str, now_us: int) -> Visit:
    """Write down that somebody looks at the overview; within an hour of their last visit it is the same one."""
    before = last_visits(journal, author)
    if before and _is_same(before[0], now_us):
        return before[0]
    seen: dict[str, dict[str, object]] = {
        value.name: {**asdict(value), "version": metric.version} for metric, value in _values(view)
    }
    row = {"author": author, "at_us": now_us, "build_digest": view.version, "seen": json.dumps(seen)}
    own = visits.c.author == author
    # Asked and written in one statement, as two tabs may note the same visit at the same moment.
    noted = sa.exists().where(own, visits.c.at_us > now_us - SAME_VISIT_US)
    new = sa.select(*(sa.literal(value) for value in row.values())).where(~noted)
    kept = sa.select(visits.c.id).where(own).order_by(*_LAST_FIRST).limit(KEPT_VISITS)
    with journal.transaction() as connection:
        connection.execute(sa.insert(visits).from_select(list(row), new))
        connection.execute(sa.delete(visits).where(own, visits.c.id.not_in(kept)))
    return last_visits(journal, author)[0]


def last_visits(journal: Journal, author: str) -> list[Visit]:
    """Return a person's visits, the last one first."""
    query = sa.select(visits).where(visits.c.author == author).order_by(*_LAST_FIRST)
    with journal.transaction() as connection:
        rows = connection.execute(query).all()
    return [Visit(row.id, row.at_us, row.build_digest, json.loads(row.seen)) for row in rows]


def changes(journal: Journal, view: View, author: str, now_us: int) -> Changes | None:
    """Return what changed since the visit before the present one; None on a first visit."""
    visit = next((each for each in last_visits(journal, author) if not _is_same(each, now_us)), None)
    if visit is None:
        return None
    files, interactions = _imported(journal, visit.at_us)
    moved = tuple(_moved(metric, value, visit.seen.get(metric.name)) for metric, value in _values(view))
    return Changes(visit.at_us, visit.build == view.version, files, interactions, moved)


def _is_same(visit: Visit, now_us: int) -> bool:
    return now_us - visit.at_us < SAME_VISIT_US


def _values(view: View) -> list[tuple[Metric, MetricValue]]:
    """Return the headline over all journeys."""
    everything = view.chosen(Selection())
    return view.remembered(
        "headline of everything",
        lambda: [(metric, view.metric(metric.name, everything)) for metric in headline_metrics()],
    )


def _imported(journal: Journal, since_us: int) -> tuple[int, int]:
    """Count the files of which rows were committed since, and the interactions in them."""
    query = sa.select(sa.func.count(sa.distinct(parts.c.import_id)), sa.func.sum(parts.c.rows))
    with journal.transaction() as connection:
        of_all = connection.execute(query.where(parts.c.committed_us > since_us)).one()
        told = query.where(parts.c.committed_us > since_us, parts.c.table_name == "interactions")
        return int(of_all[0]), int(connection.execute(told).one()[1] or 0)


def _moved(metric: Metric, now: MetricValue, seen: dict[str, object] | None) -> Moved:
    if seen is None:
        return Moved(now, None, Difference(None, None, None, "unknown", "not seen then"))
    then = _seen_value(seen)
    if then is None or seen.get("version") != metric.version:
        return Moved(now, None, Difference(None, None, None, "unknown", "defined otherwise then"))
    return Moved(now, then, difference(now, then))


def _seen_value(seen: dict[str, object]) -> MetricValue | None:
    """Return what a visit remembers, or None where another version of Clew wrote it in another shape."""
    names = {field.name for field in fields(MetricValue)}
    if names - set(seen):
        return None
    return MetricValue(**{name: seen[name] for name in names})  # type: ignore[arg-type]
