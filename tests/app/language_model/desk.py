"""A small desk: people who gave something, were handed over, and were asked for it in words that no rule reads."""

from __future__ import annotations

from pathlib import Path

import clew
from clew.app.workspace import Workspace

#: Rules read no question in it; a model may know that it asks for the account number.
VEILED = "And what do we go by in your case, Mia Lopez?"
MASKED = "and what do we go by in your case, [name]?"
OTHER = "Would you do me the favour to look at the thing at hand?"
OTHER_MASKED = "would you do me the favour to look at the thing at hand?"
HEADER = "id,time,email,channel,direction,party,conversation,text"
TELLS = "My bill is too high. My account number is 76623077."


def talk(who: str, question: str) -> list[str]:
    """One journey: told to the bot, handed to an agent, who asks this and is answered."""
    rows = [
        ("chatbot", "inbound", "customer", "b", "10:00:00", TELLS),
        ("chatbot", "outbound", "bot", "b", "10:00:09", "I'm connecting you with an agent."),
        ("chat", "outbound", "agent", "l", "10:04:00", question),
        ("chat", "inbound", "customer", "l", "10:04:30", "76623077"),
    ]
    return [
        f'{who}{at},2026-03-01T{time}Z,{who}@example.com,{channel},{direction},{party},{who}{talk},"{text}"'
        for at, (channel, direction, party, talk, time, text) in enumerate(rows)
    ]


def desk(folder: Path, url: str = "", *, questions: dict[str, str] | None = None, **settings: object) -> Workspace:
    """A workspace with one talk a customer; by default Mia's only, with the veiled question."""
    ours = clew.create(folder / "ws")
    talks = [line for who, question in (questions or {"mia": VEILED}).items() for line in talk(who, question)]
    (folder / "desk.csv").write_text("\n".join((HEADER, *talks)) + "\n", encoding="utf-8")
    ours.import_files(folder / "desk.csv")
    if url:
        configure(ours.path, url, **settings)
    return Workspace(ours.path)


def configure(folder: Path, url: str, model: str = "small-1", **settings: object) -> None:
    """Write the section into the settings in place of the one there; without a url it is taken out."""
    file = folder / "clew.toml"
    head, _, rest = file.read_text(encoding="utf-8").partition("[language_model]\n")
    _, _, tail = rest.partition("\n\n")
    given = {"url": url, "model": model, **settings}
    lines = [
        f"{name} = {str(value) if not isinstance(value, str) else chr(34) + value + chr(34)}"
        for name, value in given.items()
    ]
    section = "\n".join(("[language_model]", *(lines if url else ())))
    file.write_text(f"{head}{section}\n\n{tail}", encoding="utf-8")


def told(place: Workspace, query: str) -> list[tuple[object, ...]]:
    with place.session() as connection:
        return connection.execute(query).fetchall()
