"""What Clew says when it can't go on: one family of errors, each naming what happened, what was expected and what to do."""

from __future__ import annotations


class ClewError(Exception):
    """Anything Clew refuses or cannot do; ``str(error)`` is one sentence for a person and names the remedy.

    ``exit_code`` is what the command line ends with. Messages never hold personal data: name the place, not the value.
    """

    exit_code = 1


class UsageError(ClewError):
    """The words of the call are off: an unknown name, a missing option."""

    exit_code = 2


class WorkspaceError(ClewError):
    """There is no workspace where one is needed, or its ``clew.toml`` can't be used."""

    exit_code = 3


class InputError(ClewError):
    """A file given to Clew can't be read as a whole (missing, empty, broken, a bomb); nothing of it was stored."""

    exit_code = 4


class MappingError(ClewError):
    """A mapping file can't be used: it names a missing column, an unknown field or connector."""

    exit_code = 5


class StorageError(ClewError):
    """The disk refused: full, read-only or not permitted. What was committed before stays."""

    exit_code = 6


class BusyError(StorageError):
    """Another Clew writes just now, and one at a time may; waiting helps."""


class EndpointError(ClewError):
    """The language model that was configured can't be asked: it isn't there, refuses the key, or doesn't answer as agreed."""

    exit_code = 8


class DefinitionError(ClewError):
    """A one-file definition (connector, rule, metric) breaks its room's contract; its author must mend it."""

    exit_code = 7
