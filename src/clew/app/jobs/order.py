"""Reads the words of an order one by one, and says which of them is off without repeating what it was."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TypeGuard

from clew.app.jobs.job import Order
from clew.model import InputError, UsageError

#: More paths than anybody names one by one.
_MOST = 2_000
_LONGEST = 4_096


def only(order: Order, *known: str) -> None:
    """Raise UsageError when the order has a word that isn't known here."""
    if set(order) - set(known):
        said = f"Known here: {', '.join(known)}." if known else "This kind of job takes none."
        raise UsageError(f"The order has a word too many. {said}")


def text(order: Order, name: str, default: str = "") -> str:
    """Return a text of the order."""
    value = order.get(name, default)
    if not is_text(value, _LONGEST) or "\0" in value:
        raise UsageError(f"order.{name} has to be a text of at most {_LONGEST:,} characters.")
    return value


def is_text(value: object, longest: int) -> TypeGuard[str]:
    """Tell whether this is a text that can be written down; JSON can say halves of letters that can't (lone surrogates)."""
    return (
        isinstance(value, str) and len(value) <= longest and not any("\ud800" <= letter <= "\udfff" for letter in value)
    )


def flag(order: Order, name: str) -> bool:
    """Return a yes or no of the order; no where it isn't said."""
    value = order.get(name, False)
    if not isinstance(value, bool):
        raise UsageError(f"order.{name} has to be true or false.")
    return value


def number(order: Order, name: str, default: int, least: int, most: int) -> int:
    """Return a whole number of the order."""
    value = order.get(name, default)
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise UsageError(f"order.{name} has to be a whole number from {least:,} to {most:,}.")
    return value


def texts(order: Order, name: str) -> list[str]:
    """Return a list of texts of the order; empty where it isn't said."""
    value = order.get(name, [])
    if not isinstance(value, list) or len(value) > _MOST:
        raise UsageError(f"order.{name} has to be a list of at most {_MOST:,} texts.")
    return [text({name: each}, name) for each in value]


def parts(order: Order, name: str) -> list[Mapping[str, object]]:
    """Return a list of objects of the order; empty where it isn't said."""
    value = order.get(name, [])
    if not isinstance(value, list) or len(value) > _MOST or not all(isinstance(each, dict) for each in value):
        raise UsageError(f"order.{name} has to be a list of at most {_MOST:,} objects.")
    return value


def readable_paths(order: Order, name: str) -> list[str]:
    """Return the paths of files and folders on this machine that the order names; InputError where there is none such."""
    found = []
    for given in texts(order, name):
        path = _path(given)
        if path is None or not path.is_absolute():
            raise UsageError(
                f"order.{name} has to name files or folders by their whole paths, such as /data/exports or ~/exports."
            )
        try:
            there = path.exists()
        except OSError as error:
            raise InputError("Clew may not look there, or no disk can have such a name.") from error
        if not there:
            raise InputError("There is no such file or folder on the machine that Clew runs on. Check its spelling.")
        found.append(str(path))
    return found


def _path(given: str) -> Path | None:
    try:
        return Path(given).expanduser() if given.strip() else None
    except RuntimeError as error:
        raise InputError(
            "There is no such user on the machine that Clew runs on. Write the whole path, without ~."
        ) from error
