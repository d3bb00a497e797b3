"""What the reference pages say: each is written from the definitions themselves, so that it can't tell otherwise."""

from __future__ import annotations

import importlib
import importlib.util
import inspect
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from clew.app.quality import known_checks
from clew.channels.connector import Connector
from clew.journeys import known_terms
from clew.metrics import THIN_BELOW
from clew.model.channel import CHANNELS
from clew.model.tables import CONTRACTS
from clew.plugins import definitions_in
from clew.simulator import TRUTH, vocabulary_page
from clew.simulator.score import SUBMISSION
from tools import endpoints_page as endpoints_of
from tools import pain_points_page as pain_points_of

SECOND_US = 1_000_000
#: Longest first: a length of time is said in the first of these that it is a whole number of.
UNITS = (("day", 86_400), ("hour", 3_600), ("minute", 60), ("second", 1))


def channels_page() -> str:
    """Return the page of channels."""
    rows = (
        (
            f"`{channel.name}`",
            channel.title,
            channel.tempo.replace("_", " "),
            duration(channel.expected_response_seconds) if channel.expected_response_seconds else "none is awaited",
            ", ".join(channel.also_called),
        )
        for channel in CHANNELS
    )
    return page(
        "Channels",
        "The channels that Clew knows, and how soon a customer expects an answer there. A source may use any of the other "
        "spellings; one that isn't here is given its channel in `clew.toml` or in the mapping.",
        table(("channel", "title", "tempo", "expected answer within", "also understood"), rows),
    )


def tables_page() -> str:
    """Return the page of tables."""
    parts: list[str] = []
    for contract in CONTRACTS.values():
        columns = table(("column", "type"), ((f"`{name}`", f"`{kind}`") for name, kind in contract.columns.items()))
        parts.append(f"## `{contract.name}`\n\nOne row: {contract.grain}.\n\n{columns}")
    return page(
        "Tables",
        "The tables that Clew's rooms hand each other, and that `clew export` and the library give. Columns that end in "
        "`_us` are whole microseconds since 1970, UTC.",
        *parts,
    )


def truth_page() -> str:
    """Return the page of the tables that a simulated company's truth is told in."""
    return page(
        "Truth of a simulated company",
        "One Parquet file for each of these stands in the folder `truth` that `clew simulate` writes. Times are whole "
        "microseconds since 1970 UTC, and true ones. [What they are for](../scoring.md).",
        *(_described(each.name, each.grain, each.columns) for each in TRUTH),
    )


def submission_page() -> str:
    """Return the page of the tables that a system hands in to be scored."""
    return page(
        "What a system hands in to be scored",
        "One Parquet or CSV file for each of these that it has something to say in; all may be left out. "
        "[The rules](../scoring.md).",
        *(_described(each.name, each.grain, each.columns, each.optional) for each in SUBMISSION),
    )


def _described(name: str, grain: str, columns: Mapping[str, tuple[str, str]], optional: Sequence[str] = ()) -> str:
    rows = (
        (f"`{column}`{' (may be left out)' if column in optional else ''}", kind, meaning)
        for column, (kind, meaning) in columns.items()
    )
    return f"## `{name}`\n\nOne row: {grain}.\n\n{table(('column', 'type', 'meaning'), rows)}"


def connectors_page() -> str:
    """Return the page of connectors: one section for each file in the folder."""
    parts: list[str] = []
    found = (
        definitions_in("clew.channels.connectors", "CONNECTOR", Connector) if exists("clew.channels.connectors") else {}
    )
    for connector in found.values():
        names = [connector.name, *connector.aliases]
        facts = [
            f"- `clew import PATH --as {connector.name}`" + (f" (or {listing(names[1:])})" if names[1:] else ""),
            f"- Reads {', '.join(connector.formats)}.",
            f"- Its source is called `{connector.source}` unless the mapping says otherwise."
            if connector.source
            else "- Its source is called after the file unless the mapping says otherwise.",
            f"- Documented by its makers: {connector.documentation}",
        ]
        rows = (
            (
                f"`{each.name}`",
                listing(each.stems) or "any",
                listing(each.needs),
                "interactions" if each.sql else "records",
            )
            for each in connector.tables
        )
        recognised = table(("table", "file names", "recognised by the columns", "its rows become"), rows)
        parts.append(f"## {connector.title}\n\n{connector.question}\n\n" + "\n".join(facts) + f"\n\n{recognised}")
    return page(
        "Connectors",
        "The exports that Clew reads. Each is one file in `src/clew/channels/connectors/`; without `--as`, Clew picks the one "
        "whose columns it finds, and says so.",
        *parts,
    )


def metrics_page() -> str:
    """Return the page of metrics: one section for each file in the folder."""
    parts: list[str] = []
    metrics: dict[str, Any] = {}
    if exists("clew.metrics"):
        rooms: Any = importlib.import_module("clew.metrics")
        metrics = definitions_in("clew.metrics.catalogue", "METRIC", rooms.Metric)
    for metric in metrics.values():
        facts = (
            ("formula", metric.formula),
            ("unit", metric.unit),
            ("better", metric.better),
            ("grain", f"{metric.grain}; its share of {metric.per}" if metric.per else metric.grain),
            ("counts", metric.matures_after),
            ("source", metric.source),
        )
        rows = ((name, str(value)) for name, value in facts)
        parts.append(f"## `{metric.name}`\n\n{metric.question}\n\n{table(('', ''), rows)}")
    return page(
        "Metrics",
        "Every number that `clew metrics` and the map show. Each comes with n and a 95 % interval; it is shown as thin below "
        "n = 30, withheld below 5, and left out until its window has closed.",
        *parts,
    )


def quality_page() -> str:
    """Return the page of the data quality report's checks: one section for each file in the folder."""
    parts: list[str] = []
    for check in known_checks().values():
        bounds = (("told", check.bounds.note), ("warns", check.bounds.warn), ("bad", check.bounds.bad))
        stated = ", ".join(
            f"{word} from {bound * 100:g} %" if bound else f"{word} from the first" for word, bound in bounds
        )
        facts = (
            ("counts", check.unit),
            ("is", stated),
            ("matters because", check.why),
            ("what to do", check.remedy.replace("{source}", "the source")),
        )
        effects = table(("what it reaches", "and how"), ((f"`{each.on}`", each.becomes) for each in check.affects))
        parts.append(f"## `{check.name}`\n\n{check.question}\n\n{table(('', ''), facts)}\n\n{effects}")
    return page(
        "Checks of the data",
        "What `clew quality` looks for in each source. Shares are of all that could be amiss; fewer than "
        f"{THIN_BELOW} are never called bad. A trend compares the earlier half of the months with the later one.",
        *parts,
    )


def contracts_page() -> str:
    """Return the page of handoff contracts: one section for each term in the folder."""
    parts: list[str] = []
    for term in known_terms().values():
        facts = (("can't be told where", term.untold), ("source", term.source))
        parts.append(f"## `{term.name}`\n\n{term.question}\n\n{table(('', ''), facts)}")
    return page(
        "Handoff contracts",
        "What a company promises itself of its handoffs, in `clew.toml` under `[[contracts]]`: a `name`; which handoffs fall under "
        "it (`from_channel`, `to_channel`, `from_party`, `to_party`, `from_team`, `to_team`, lists that may be left out); and its "
        'terms (`required_facts = ["order"]`, `within = "30 min"`, `told = true`, `promise = true`). `clew contracts` says how far '
        "each was kept over history; a handoff that happens just now is judged by the same expression. One broken term breaks the "
        "contract; where none is broken but one can't be told, nor can the contract. Changing a contract needs no new build.",
        *parts,
    )


def commands_page() -> str:
    """Return the page of commands, from the command line itself."""
    parts: list[str] = []
    if exists("clew.cli"):
        commands: dict[str, Any] = importlib.import_module("clew.cli").commands()
        parts = [_command_section(name, command) for name, command in sorted(commands.items()) if not command.hidden]
    return page("Commands", "Every command of `clew`. `clew COMMAND --help` says the same in the terminal.", *parts)


def _command_section(name: str, command: Any) -> str:  # noqa: ANN401 -- click's class, which Typer brings in its own form
    rows: list[tuple[str, str]] = []
    for each in command.params:
        if getattr(each, "hidden", False):
            continue
        is_option = each.param_type_name == "option"
        word = ", ".join((*each.opts, *each.secondary_opts)) if is_option else (each.metavar or each.name.upper())
        default = each.default if is_option and isinstance(each.default, str | int | float) else None
        said = "" if default is None or isinstance(default, bool) or default == "" else f" (default: {default})"
        rows.append((f"`{word}`", (getattr(each, "help", None) or "") + said))
    options = table(("argument or option", "what it does"), rows) if rows else "It takes no options."
    return f"## `clew {name}`\n\n{inspect.cleandoc(command.help or '')}\n\n{options}"


def pain_points_page() -> str:
    """Return the page of detectors: one section for each file in the folder, and what the signals decide."""
    sections = (
        f"## `{name}`\n\n{question}\n\n{table(('', ''), lines)}" for name, question, lines in pain_points_of.detectors()
    )
    return page(
        "Pain points",
        "What `clew pain-points` looks for on every journey. Severity is from 0 to 1. [How it is found](../pain_points.md).",
        table(("signal in the data", "found by", "the decision it supports"), pain_points_of.signals()),
        table(("what upsets customers", "found by"), pain_points_of.triggers()),
        *sections,
    )


def endpoints_page() -> str:
    """Return the page of endpoints: one section for each noun."""
    nouns = (
        f"## {noun}\n\n{table(('endpoint', 'needs', 'what it does'), lines)}"
        for noun, lines in endpoints_of.lines_by_noun().items()
    )
    return page(
        "Endpoints",
        endpoints_of.opening(),
        table(("permission", "is for"), endpoints_of.permissions()),
        table(("status", "means"), endpoints_of.statuses()),
        *nouns,
    )


PAGES: dict[str, Callable[[], str]] = {
    "channels.md": channels_page,
    "commands.md": commands_page,
    "connectors.md": connectors_page,
    "contracts.md": contracts_page,
    "endpoints.md": endpoints_page,
    "metrics.md": metrics_page,
    "pain_points.md": pain_points_page,
    "quality.md": quality_page,
    "submission.md": submission_page,
    "tables.md": tables_page,
    "truth.md": truth_page,
    "vocabulary.md": vocabulary_page,
}


def exists(package: str) -> bool:
    """Tell whether the package is built already: the rooms of Clew come one after another."""
    specification = importlib.util.find_spec(package)
    return specification is not None and specification.origin is not None


def page(title: str, opening: str, *parts: str) -> str:
    """Return a whole page: a note for editors, a title, an opening and its parts."""
    note = "<!-- Written by `make docs` from the definitions; change those, not this page. -->"
    return "\n\n".join((note, f"# {title}", opening, *(parts or ("There are none yet.",)))) + "\n"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table; bars and line breaks in cells are kept from breaking it."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(_cell(cell) for cell in line) + " |" for line in lines)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def listing(names: Iterable[str]) -> str:
    """Return names as code, with commas."""
    return ", ".join(f"`{name}`" for name in names)


def duration(seconds: int) -> str:
    """Return a length of time in the largest unit it is a whole number of.

    >>> duration(86_400), duration(5_400), duration(120)
    ('1 day', '90 minutes', '2 minutes')
    """
    for unit, length in UNITS:
        if seconds % length == 0:
            count = seconds // length
            return f"{count} {unit}" + ("" if count == 1 else "s")
    raise AssertionError("every whole number of seconds is a number of seconds")
