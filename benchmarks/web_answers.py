"""Measures every answer of the server, asked of selections that it hasn't seen, against the same question in one SQL query."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

import httpx

from benchmarks.web_figures import Figure
from benchmarks.web_server import served
from clew.app.workspace import Workspace

#: No answer may take longer than this.
MOST_MS = 500.0
TRIES = 9
#: Question -> address, with {journey}, {customer}, {through} of this workspace; whether a selection narrows it.
QUESTIONS: dict[str, tuple[str, bool]] = {
    "workspace": ("workspace", False),
    "overview: headline": ("overview/headline", True),
    "overview: handoffs": ("overview/handoffs", True),
    "overview: journeys": ("overview/journeys", True),
    "overview: health": ("overview/health", False),
    "overview: changes": ("overview/changes", False),
    "map": ("map", True),
    "map: headline": ("map/headline", True),
    "map: a cell": ("map/cell?cell=channels/support/chat", True),
    "explorer: variants": ("explorer/variants", True),
    "explorer: flow": ("explorer/flow", True),
    "explorer: flow of touchpoints": ("explorer/flow?level=touchpoint", True),
    "explorer: stages": ("explorer/stages", True),
    "explorer: alignment": ("explorer/alignment", True),
    "explorer: two groups": ("explorer/groups?vs_outcome=resolved", True),
    "handoffs: matrix of channels": ("handoffs?by=channel", True),
    "handoffs: matrix of teams": ("handoffs?by=team", True),
    "metrics: catalogue": ("metrics", True),
    "metrics: one": ("metrics/first_contact_resolution", True),
    "metrics: trend of a share": ("metrics/first_contact_resolution/trend?period=day", True),
    "metrics: trend of a median": ("metrics/time_to_resolution/trend?period=day", True),
    "metrics: breakdown": ("metrics/time_to_resolution/breakdown?by=first_channel", True),
    "metrics: distribution": ("metrics/time_to_resolution/distribution", True),
    "journeys: first page": ("journeys", True),
    "journeys: a page in the middle": ("journeys?at=50000&sort=-duration", True),
    "journeys: behind a variant": ("journeys?through=variant:chat", True),
    "journeys: one": ("journeys/{journey}", False),
    "customers: first page": ("customers", False),
    "customers: one": ("customers/{customer}", False),
    "customers: steps of one": ("customers/{customer}/steps", False),
    "sources": ("sources", False),
    "quarantine": ("quarantine", False),
    "jobs": ("jobs", False),
    "settings": ("settings", False),
    "mappings": ("mappings", False),
}
#: The same in SQL, on the view's tables in DuckDB; {since} is the start of the selection in microseconds.
FLOORS = {
    "explorer: variants": """SELECT path, count(*) FROM (SELECT journey_id, string_agg(channel, '>' ORDER BY position) AS path
        FROM steps SEMI JOIN (SELECT journey_id FROM journeys WHERE started_us >= {since}) USING (journey_id)
        GROUP BY journey_id) GROUP BY path ORDER BY 2 DESC""",
    "handoffs: matrix of channels": """SELECT from_channel, to_channel, count(*), median(wait_us) FROM handoffs
        SEMI JOIN (SELECT journey_id FROM journeys WHERE started_us >= {since}) USING (journey_id) GROUP BY ALL""",
    "journeys: first page": "SELECT * FROM journeys WHERE started_us >= {since} ORDER BY started_us DESC LIMIT 100",
    "metrics: trend of a share": """SELECT started_us // 86400000000, avg(CAST(outcome = 'resolved' AND contacts = 1 AS INT))
        FROM journeys WHERE started_us >= {since} AND contacts > 0 GROUP BY ALL""",
}


def measure_answers(folder: Path) -> list[Figure]:
    """Ask each question ``TRIES`` times and return the figures in milliseconds."""
    figures = []
    with served(folder) as server, server.client() as client:
        named = _named(client)
        days = _days(client)
        for name, (address, narrowed) in QUESTIONS.items():
            client.get(address.format(**named))  # what has to be loaded once is loaded
            taken = []
            for _ in range(TRIES):
                params = {"from": next(days).isoformat()} if narrowed else {}
                begun = time.perf_counter()
                answer = client.get(address.format(**named), params=_joined(address, params))
                taken.append((time.perf_counter() - begun) * 1000)
                answer.raise_for_status()
            figures.append(
                Figure(name, statistics.median(taken), max(taken), "ms", TRIES, MOST_MS, _floor(folder, name))
            )
        figures.append(_search(client, named))
    return figures


def _joined(address: str, params: dict[str, str]) -> dict[str, str]:
    """Return the parameters together with those that stand in the address (httpx would replace them)."""
    return {**dict(httpx.QueryParams(address.partition("?")[2])), **params}


def _named(client: httpx.Client) -> dict[str, str]:
    row = client.get("journeys", params={"sort": "-steps", "limit": 1}).raise_for_status().json()["items"][0]
    return {"journey": row["journey_id"], "customer": row["customer_id"]}


def _days(client: httpx.Client) -> Iterator[date]:
    """Give days, each a selection of its own, that leave most journeys in."""
    first = date.fromisoformat(client.get("workspace").json()["view"]["first_day"])
    for back in range(10_000):
        yield first - timedelta(days=back) if back % 2 else first + timedelta(days=back % 20)


def _search(client: httpx.Client, named: dict[str, str]) -> Figure:
    identifiers = client.get(f"customers/{named['customer']}/identifiers").raise_for_status().json()["items"]
    taken = []
    for at in range(TRIES):
        value = str(identifiers[at % len(identifiers)]["value"])
        begun = time.perf_counter()
        client.post("customers/search", json={"query": value}).raise_for_status()
        taken.append((time.perf_counter() - begun) * 1000)
    return Figure("customers: search", statistics.median(taken), max(taken), "ms", TRIES, MOST_MS)


def _floor(folder: Path, name: str) -> float | None:
    """Return the milliseconds that the same question takes in SQL, the median of three; None where none is written."""
    if name not in FLOORS:
        return None
    taken = []
    with _session(folder) as connection:
        for _ in range(3):
            begun = time.perf_counter()
            connection.execute(FLOORS[name].format(since=0)).fetchall()
            taken.append((time.perf_counter() - begun) * 1000)
    return statistics.median(taken)


@contextmanager
def _session(folder: Path):  # noqa: ANN202 - a DuckDB session
    with Workspace(folder).session() as connection:
        yield connection
