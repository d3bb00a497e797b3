"""Names the findings of one detector, or of all together, and those that show on one channel, in a word of their own."""

from __future__ import annotations

from dataclasses import dataclass

from clew.model import UsageError
from clew.pain_points import known_detectors

EXAMPLE = "pain_point:long_wait/phone"
ANY = "*"


@dataclass(frozen=True)
class PainPointWord:
    """The findings of one detector, of all where ``detector`` is empty; on one channel, or on any."""

    detector: str = ""
    channel: str = ""

    def __str__(self) -> str:
        """Return the through word."""
        return f"pain_point:{self.detector or ANY}" + (f"/{self.channel}" if self.channel else "")


def read_word(rest: str) -> PainPointWord:
    """Return what follows ``pain_point:`` in a through word, taken apart; UsageError names the known detectors."""
    detector, _, channel = rest.partition("/")
    if detector != ANY and detector not in known_detectors():
        raise UsageError(f"No detector is called that. Known: {', '.join((ANY, *known_detectors()))}.")
    return PainPointWord("" if detector == ANY else detector, channel)


def words_of(word: PainPointWord, channel_title: str) -> str:
    """Return what the word names, as a heading."""
    title = known_detectors()[word.detector].title if word.detector else "Any pain point"
    return f"{title}, on {channel_title}" if word.channel else title
