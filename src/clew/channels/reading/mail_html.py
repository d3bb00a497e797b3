"""Turns a mail that came as HTML into the text that its reader saw, line by line."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

_UNSEEN = ("script", "style", "title", "template")
_BLOCKS = re.compile(
    "address|article|aside|blockquote|body|d[dlt]|div|fieldset|figure|footer|form|h[1-6]|header|hr|html|li|main|nav|ol|p|pre|"
    "section|table|tbody|tfoot|thead|tr|ul"
)
_PARAGRAPHS = re.compile("p|h[1-6]|ul|ol|table|blockquote|pre")
_TAG = re.compile(r"<[^>]*>")


def html_to_text(html: str) -> str:
    """Return the text: a line for each block, a blank one between paragraphs, quotations with ``> `` in front.

    Scripts and styles are left out, entities are letters. HTML that no parser takes is read without its tags.
    """
    reader = _Reader()
    try:
        reader.feed(html)
        reader.close()
    except AssertionError:
        return unescape(_TAG.sub(" ", html)).strip()
    return reader.text()


class _Reader(HTMLParser):
    """Collects lines while the parser goes through the tags."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self.line = ""
        self.unseen = self.quotes = self.preformatted = 0

    # pyrefly: ignore[missing-override-decorator] - typing.override comes with Python 3.12
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the parser's call
        if tag in _UNSEEN:
            self.unseen += 1
        elif tag == "br":
            self._end_line(keep_blank=True)
        elif tag in ("td", "th"):
            self.line += " "
        elif _BLOCKS.fullmatch(tag):
            self._begin_block(tag)
            self.quotes += tag == "blockquote"
            self.preformatted += tag == "pre"

    # pyrefly: ignore[missing-override-decorator] - typing.override comes with Python 3.12
    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self.unseen = max(0, self.unseen - 1)
        elif _BLOCKS.fullmatch(tag):
            self._end_line()
            self.quotes = max(0, self.quotes - (tag == "blockquote"))
            self.preformatted = max(0, self.preformatted - (tag == "pre"))
            if _PARAGRAPHS.fullmatch(tag):
                self._blank()

    # pyrefly: ignore[missing-override-decorator] - typing.override comes with Python 3.12
    def handle_data(self, data: str) -> None:
        if self.unseen:
            return
        if not self.preformatted:
            words = re.sub(r"[ \t\r\n\f]+", " ", data)
            self.line += words.lstrip(" ") if not self.line else words
            return
        first, *others = data.split("\n")
        self.line += first
        for other in others:
            self._end_line(keep_blank=True)
            self.line = other

    def text(self) -> str:
        """All lines, no more than one blank line in a row and none in front or behind."""
        self._end_line()
        return re.sub(r"\n{3,}", "\n\n", "\n".join(self.lines)).strip("\n")

    def _begin_block(self, tag: str) -> None:
        self._end_line()
        if _PARAGRAPHS.fullmatch(tag):
            self._blank()

    def _blank(self) -> None:
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def _end_line(self, *, keep_blank: bool = False) -> None:
        seen = self.line.replace("\xa0", " ").rstrip()
        if seen or keep_blank:
            self.lines.append(f"{'> ' * self.quotes}{seen}".rstrip())
        self.line = ""
