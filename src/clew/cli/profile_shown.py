"""How a customer's profile looks in the terminal."""

from __future__ import annotations

from datetime import UTC, datetime

from rich.console import Console
from rich.table import Table
from rich.text import Text

from clew.app.identity.profile import Profile, ProfileConsent, ProfileIdentifier, ProfileTrait
from clew.cli.options import plain_table
from clew.customers import Statement, TraitValue

#: So many identifiers, and other values of a trait, are shown; --json has all.
SHOWN, OTHERS_SHOWN = 20, 5


def print_profile(out: Console, found: Profile) -> None:
    """Print everything, traits that contradict each other marked."""
    out.print(Text(f"Customer {found.customer_id}", style="bold"))
    between = ""
    if found.first_seen_us is not None and found.last_seen_us is not None:
        between = f", {_day(found.first_seen_us)} to {_day(found.last_seen_us)}"
    out.print(Text(f"{_many(found.interactions, 'interaction')} in {_many(found.journeys, 'journey')}{between}"))
    if found.channels:
        out.print(Text(", ".join(f"{channel.replace('_', ' ')} {count:,}" for channel, count in found.channels)))
    _print_identifiers(out, found.identifiers)
    _print_traits(out, found.traits)
    out.print()
    out.print(Text("Consents", style="bold"))
    out.print(_consents(found.consents))


def print_consent(out: Console, consent: ProfileConsent) -> None:
    """Print what stands for one purpose, and why."""
    out.print(_consents((consent,)))


def _print_identifiers(out: Console, identifiers: tuple[ProfileIdentifier, ...]) -> None:
    out.print()
    out.print(Text("Known by", style="bold"))
    table = _table(3)
    for each in identifiers[:SHOWN]:
        by = each.rule.replace("_", " ") if each.author == "rule" else f"said by {each.author}"
        came = by if each.rule else "first"
        table.add_row(Text(_plain(each.identifier)), _day(each.since_us), Text(_plain(came)))
    out.print(table)
    if len(identifiers) > SHOWN:
        out.print(Text(f"  and {len(identifiers) - SHOWN:,} more; --json has all."))
    if not identifiers:
        out.print(Text("  Nothing names this customer."))
    elif len(identifiers) > 1:
        out.print(Text("  'clew customers explain A B' says why two of them are one person."))


def _print_traits(out: Console, traits: tuple[ProfileTrait, ...]) -> None:
    out.print()
    out.print(Text("Traits", style="bold"))
    if not traits:
        out.print(
            Text("  No source tells any: Clew reads them from contact records and from columns no mapping names.")
        )
        return
    table = _table(3)
    for each in traits:
        policy = "" if each.policy == "latest" or not each.others else f"; by policy {each.policy}"
        table.add_row(Text(each.title), Text(_plain(each.standing.value)), Text(_told(each.standing) + policy))
        for other in each.others[:OTHERS_SHOWN]:
            mark = Text("  differs", style="bold") if other.contradicts else Text("  also")
            table.add_row(mark, Text(_plain(other.value)), Text(_told(other)))
        if len(each.others) > OTHERS_SHOWN:
            table.add_row("", Text(f"and {len(each.others) - OTHERS_SHOWN:,} more; --json has all."), "")
    out.print(table)


def _consents(consents: tuple[ProfileConsent, ...]) -> Table:
    table = _table(3)
    for each in consents:
        style = {"granted": "green", "denied": "red"}.get(each.standing, "")
        table.add_row(Text(each.purpose), Text(each.standing, style=style), Text(_why(each)))
    return table


def _why(consent: ProfileConsent) -> str:
    if consent.decided_by is not None:
        wider = f" ({consent.through})" if consent.through != consent.purpose else ""
        return _stated(consent.decided_by) + wider
    if not consent.statements:
        return "nothing was said"
    last = consent.statements[-1]
    return ("written word taken back: " if last.author else "no refusal, but no consent either: ") + _stated(last)


def _stated(said: Statement) -> str:
    who = f"{said.author} wrote: {said.evidence}" if said.author else said.source
    return _plain(f"{who}, {_day(said.at_us)}, of {said.identifier}")


def _told(value: TraitValue) -> str:
    others = [source for source in value.sources if source != value.source]
    also = f", also {' and '.join(others)}" if others else ""
    return f"{value.source}, {_day(value.at_us)}{also}" + (f", {value.tellings} tellings" if value.tellings > 1 else "")


def _table(columns: int) -> Table:
    table = plain_table()
    table.show_header = False
    for number in range(columns):
        table.add_column(overflow="fold", no_wrap=False, min_width=10 if number else 0)
    return table


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}" + ("" if count == 1 else "s")


def _day(moment_us: int) -> str:
    return datetime.fromtimestamp(moment_us / 1e6, UTC).date().isoformat()


def _plain(text: str) -> str:
    """Return a text as one line without what moves the cursor or colours the terminal."""
    return "".join(letter for letter in " ".join(text.split()) if letter.isprintable())
