"""Writes the reference page of the vocabulary: every act with what may be known of it, and how much is held out."""

from __future__ import annotations

from clew.simulator.wording.grammar import SLOTS
from clew.simulator.wording.published import SAME_WORDS, vocabulary

_OPENING = """\
# Vocabulary

What customers, agents, bots and systems say in a simulated company, whatever the issue is. Detectors may be made with the
`seen` part; `clew simulate --wording heldout` speaks the other one, which says the same in other words, so that nothing
is gained by matching sentences. It isn't printed here: whoever makes rules must not come across it. Words that belong to one issue stand in its scenario, parted in the same way.

In a wording, `[this|that|]` is one of several (the last one here: nothing), brackets don't nest, and `{account}` is
filled in. What can be filled in: """


def vocabulary_page() -> str:
    """Return the page as Markdown: one table for each act with the seen wordings; of the held-out ones only how many there are."""
    slots = ", ".join(f"`{{{slot}}}`" for slot in SLOTS)
    same = " ".join(
        f"`{other}` has the words of `{act}`: who asks again doesn't know it." for other, act in SAME_WORDS.items()
    )
    parts = [f"{_OPENING}{slots}.\n\n{same}\n"]
    for act, wordings in vocabulary().items():
        table = "\n".join(f"| {_cell(seen)} |" for seen in wordings["seen"])
        parts.append(f"## `{act}`\n\n| seen; {len(wordings['heldout'])} more are held out |\n| --- |\n{table}\n")
    return "\n".join(parts)


def _cell(wording: str) -> str:
    # A bar ends a cell even within code, unless it is escaped.
    return f"`{wording}`".replace("|", r"\|").replace("\n", " ⏎ ")
