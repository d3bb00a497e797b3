"""A customer's profile as the page reads it: the build on screen, with what people wrote down about consent since."""

from __future__ import annotations

from dataclasses import dataclass, replace

import duckdb

from clew.app.identity.consenting import check_consent_words, consent_statement
from clew.app.identity.profile import Profile, consents_with, profile_of
from clew.app.view.view import View
from clew.app.workspace import Workspace
from clew.customers import Statement, customer_id, write_statement, written_statements
from clew.model import UsageError


@dataclass(frozen=True)
class SeenProfile:
    """The profile, and which of its statements the build on screen doesn't know; consents follow those, too."""

    profile: Profile
    pending: frozenset[Statement]


@dataclass(frozen=True)
class ConsentSaid:
    """What somebody writes down; ``identifier`` "" for the one that the customer's id is made of."""

    purpose: str
    word: str
    reason: str
    author: str
    identifier: str = ""


def seen_profile(view: View, workspace: Workspace, customer: str) -> SeenProfile:
    """Return the profile of a customer of this build, by its id in it."""
    with view.session() as session:
        found = profile_of(session, customer, view.settings.identity)
        since = _written_since(session, workspace, _own(session, customer))
        if not since:
            return SeenProfile(found, frozenset())
        return SeenProfile(replace(found, consents=consents_with(session, customer, since)), frozenset(since))


def write_consent(view: View, workspace: Workspace, customer: str, word: ConsentSaid) -> None:
    """Write down a word about one of the customer's identifiers.

    UsageError for an unknown purpose or word, for somebody else's identifier, and for taking back what nobody wrote.
    """
    check_consent_words(word.purpose, word.word)
    with view.session() as session:
        own = _own(session, customer)
    about = word.identifier or next((each for each in own if customer_id(each) == customer), "")
    if about not in own:
        raise UsageError(
            "This isn't an identifier of the customer."
            if word.identifier
            else "Nothing names this customer, so that a word about it could not be found again."
        )
    if word.word == "withdrawn" and not _is_written(workspace, about, word.purpose):
        raise UsageError("Nobody wrote that down about this identifier, so nothing can be taken back.")
    said = consent_statement(about, word.purpose, word.word, reason=word.reason, author=word.author)
    write_statement(workspace.journal, said)


def _own(session: duckdb.DuckDBPyConnection, customer: str) -> list[str]:
    found = session.execute(
        "SELECT identifier FROM customers WHERE customer_id = ? ORDER BY since_us, identifier", [customer]
    ).fetchall()
    return [str(identifier) for (identifier,) in found]


def _written_since(session: duckdb.DuckDBPyConnection, workspace: Workspace, own: list[str]) -> list[Statement]:
    """Return what people wrote down about the identifiers that the build doesn't hold."""
    wanted = [each for each in written_statements(workspace.journal) if each.identifier in set(own)]
    if not wanted:
        return []
    built = set(
        session.execute(
            "SELECT identifier, purpose, at_us, author FROM consents WHERE identifier IN (SELECT unnest($1)) AND author <> ''",
            [own],
        ).fetchall()
    )
    return [each for each in wanted if (each.identifier, each.purpose, each.at_us, each.author) not in built]


def _is_written(workspace: Workspace, identifier: str, purpose: str) -> bool:
    said = [
        each
        for each in written_statements(workspace.journal)
        if (each.identifier, each.purpose) == (identifier, purpose)
    ]
    return bool(said) and said[-1].granted is not None
