"""Tells whether a folder holds nothing but what a simulation wrote there: only then may another take its place."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath

import msgspec

from clew.model import UsageError

COMPANY_CARD = "clew-simulated.json"
EVENTS_CARD = "clew-simulated-events.json"
#: The file that each kind of finished folder holds, and what such a folder is. Its key ``holds`` lists all files.
CARDS = {COMPANY_CARD: "a simulated company's exports", EVENTS_CARD: "a simulated flat table"}
#: What desktops leave in every folder that somebody looks at.
_LEFT_BEHIND = (".DS_Store", "Thumbs.db", "desktop.ini")
_MOST_NAMED = 5


def held(folder: Path, card: str) -> list[str]:
    """Return what a finished folder's card has to list: every file, as seen from the folder, and the card itself."""
    files = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return sorted({card, *files})


def refuse_what_is_not_ours(target: Path, called: Path, card: str) -> None:
    """Return if the folder is absent, empty, or holds an earlier result of the same kind and nothing besides.

    UsageError, naming what is there and what to do, for anything else; ``called`` is what the user called it.
    """
    here = Path.cwd()
    if Path(os.path.realpath(target)) in (here, *here.parents):
        raise UsageError(
            f'"{called}" is the folder that you are in, or one around it, and can\'t be replaced as a whole: '
            "name a folder of its own, such as company."
        )
    if target.is_symlink() and not target.exists():
        raise UsageError(f"{called} is a link that leads nowhere: remove it, or name another folder.")
    if not target.exists() or (target.is_dir() and not any(target.iterdir())):
        return
    if not target.is_dir() or not (target / card).is_file():
        raise UsageError(_refusal(target, called, card))
    if others := _others(target, card):
        more = len(others) - _MOST_NAMED
        named = ", ".join(others[:_MOST_NAMED]) + (f" and {more:,} more" if more > 0 else "")
        raise UsageError(
            f"{called} holds more than what was simulated, and that would be deleted with it: {named}. Nothing is "
            "touched: move that elsewhere, or name another folder."
        )


def _refusal(target: Path, called: Path, card: str) -> str:
    for other, what in CARDS.items():
        if other != card and (target / other).is_file():
            return (
                f"{called} holds {what}, which {CARDS[card]} doesn't replace: delete it first, or name another folder."
            )
    return f"{called} holds something that was not simulated, and nothing in it is touched: name another folder."


def _others(target: Path, card: str) -> list[str]:
    """Return what lies in the folder and isn't on its card: files, links and folders, in order of their paths."""
    ours = _listed(target / card)
    folders = {parent.as_posix() for each in ours for parent in PurePosixPath(each).parents}
    found: list[str] = []
    for place, below, files in os.walk(target):
        at = Path(place)
        for name in [*below]:
            path = (at / name).relative_to(target).as_posix()
            if path not in folders or (at / name).is_symlink():
                found.append(f"{path}/")
                below.remove(name)
        paths = ((at / name).relative_to(target).as_posix() for name in files if name not in _LEFT_BEHIND)
        found += (path for path in paths if path not in ours)
    return sorted(found)


def _listed(card: Path) -> set[str]:
    """Return the files that a card lists; of a card that was spoilt only itself, so that all else is kept."""
    try:
        return {card.name, *msgspec.json.decode(card.read_bytes(), type=_Card).holds}
    except msgspec.DecodeError:
        return {card.name}


class _Card(msgspec.Struct):
    holds: list[str] = []
