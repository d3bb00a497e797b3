"""How the weights that likeness learnt look in the terminal: a bar to the right for one person, to the left against it."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from clew.customers.matching import Model

#: Bits that a full bar stands for; what says more gets an arrow.
FULL = 16.0
_HALF, _WORDS = 12, 38
_PARTS = " ▏▎▍▌▋▊▉"


def print_weights(out: Console, model: Model) -> None:
    """Print one bar a column and step, the start of every pair first. Fits 80 columns."""
    day = model.trained_at.date().isoformat()
    out.print(
        Text(f"Model {model.version}, trained {day} on {model.rows:,} records ({model.pairs:,} pairs).", style="bold")
    )
    out.print(Text("In bits: each one more doubles the odds that two records are one person."))
    out.print()
    _print_bar(out, f"at the start (1 pair in {1 / model.prior:,.0f})", model.prior_weight)
    for column in model.columns:
        note = "" if column.learnt else " (defaults: too little to learn from)"
        out.print(Text(f"{column.column.replace('_', ' ')}{note}", style="bold"))
        for level in column.levels:
            _print_bar(out, level.words, level.weight)


def _print_bar(out: Console, words: str, weight: float) -> None:
    shown = words if len(words) <= _WORDS else f"{words[: _WORDS - 1]}…"
    length = min(abs(weight) / FULL, 1.0) * _HALF
    left = ("█" * round(length)).rjust(_HALF) if weight < 0 else " " * _HALF
    right = _bar(length).ljust(_HALF) if weight > 0 else " " * _HALF
    out.print(Text(f"  {shown:<{_WORDS}} {weight:>+6.1f} {left}│{right}".rstrip()))


def _bar(length: float) -> str:
    whole, rest = int(length), int((length % 1) * 8)
    return "█" * whole + _PARTS[rest].strip()
