"""Texts on the page: made harmless, so that a label from a user's file is only ever read, never run."""

from __future__ import annotations

from html import escape

from clew.maps.wording import plain


def said(text: str) -> str:
    """Return a text as HTML that shows it as it is."""
    return escape(plain(text))


def section(anchor: str, title: str, about: str, body: str) -> str:
    """Return a part of the page with its heading and the sentence that explains it."""
    opening = f'<section id="{anchor}" aria-labelledby="{anchor}-title"><h2 id="{anchor}-title">{said(title)}</h2>'
    return f"{opening}<p>{said(about)}</p>{body}</section>"


def scrolling(label: str, table: str) -> str:
    """Return a table that scrolls within its own frame, reachable by keyboard."""
    return f'<div class="scroll" role="region" aria-label="{said(label)}" tabindex="0">{table}</div>'


def length(share: float) -> str:
    """Return a share of 0..1 as a CSS length in per cent."""
    return f"{min(max(share, 0), 1) * 100:.2f}%"
