"""What becomes of a link: its name in tables, its number on the way there, and what it means to a reader."""

from __future__ import annotations

#: By name, in the order of their numbers; a reader's words may name what it is ``because`` of.
FATES = {
    "joins": "joins them",
    "over_limit": "left out: {because}",
    "kept_apart": "left out: somebody said that two in these groups are different people",
    "shared": "doesn't count: {because} is shared by many or stands for nobody",
    "retracted": "somebody said that this link doesn't count",
    "different": "somebody said that they are different people",
}
JOINS, OVER_LIMIT, APART, SHARED, RETRACTED, DIFFERENT = range(len(FATES))


def link_told(fate: str, because: str) -> str:
    """Return what became of a link, in words."""
    return FATES[fate].format(because=because)
