"""Names sources after files, so that next month's export of the same file is the same source."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from pathlib import Path

_SPELLED_OUT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "oe", "ł": "l", "đ": "d"}
)


def source_name(stem: str) -> str:
    """Return a file's stem as a source's name, in letters that every system writes.

    >>> source_name("Calls 2024-05"), source_name("Müller & Söhne (2)"), source_name("Réclamations")
    ('calls_2024_05', 'mueller_soehne_2', 'reclamations')
    """
    spelled = unicodedata.normalize("NFC", stem).lower().translate(_SPELLED_OUT)
    return former_name("".join(c for c in unicodedata.normalize("NFKD", spelled) if not unicodedata.combining(c)))


def former_name(stem: str) -> str:
    """Return the name that Clew gave before it spelled letters out, when each of them became an underscore.

    >>> former_name("Müller & Söhne (2)")
    'm_ller_s_hne_2'
    """
    return re.sub(r"[^a-z0-9]+", "_", stem.lower()).strip("_") or "table"


def name_in_use(stem: str, sources: Collection[str], mappings: Path | None) -> str:
    """Return a file's name as a source; its former one where that is known, lest its rows count twice under two names."""
    former = former_name(stem)
    known = former in sources or (mappings is not None and (mappings / f"{former}.toml").exists())
    return former if known else source_name(stem)
