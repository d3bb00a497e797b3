"""The sheet that a map's parts are drawn on: rectangles, lines and texts that stay inside their boxes."""

from __future__ import annotations

from html import escape

from clew.maps.svg_text import ELLIPSIS, shorten, width_of
from clew.maps.wording import plain

INK, SOFT, FAINT, HAIRLINE, PANEL, PAPER = "#14202e", "#51606f", "#7a8794", "#dde3e9", "#f4f6f8", "#ffffff"
ACCENT, ACCENT_PALE, OTHER = "#24577f", "#dbe7f1", "#aeb8c2"
#: Colour means a state and nothing else: amber where evidence is short, grey where there is no number, red where rows are lost.
STATE_COLOURS = {
    "ok": INK,
    "thin": "#9a5b00",
    "immature": "#9a5b00",
    "withheld": "#5f6b77",
    "empty": "#5f6b77",
    "lost": "#b3261e",
}
STATE_GROUNDS = {
    "ok": PAPER,
    "thin": "#fff6e5",
    "immature": "#fff6e5",
    "withheld": PANEL,
    "empty": PANEL,
    "lost": "#fdecea",
}

FAMILY = "'Clew Sans', Inter, 'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"


class Canvas:
    """Collects SVG elements from the top of the sheet down; all lengths are in the sheet's units."""

    def __init__(self, width: float) -> None:
        self.width = width
        self.margin = 56.0
        self._parts: list[str] = []

    @property
    def inner_width(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.margin

    def text(  # noqa: PLR0913 - a text has a place, a box and a look; a bundle of them would only hide it
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        room: float,
        *,
        weight: int = 400,
        colour: str = INK,
        anchor: str = "start",
        tip: str = "",
    ) -> float:
        """Draw one line with its baseline at ``y``, never wider than ``room``; return the width it takes.

        A text that is shortened shows the whole of it as a tooltip; ``tip`` adds a tooltip of its own.
        """
        whole = plain(text)
        shown = shorten(whole, room, size, weight)
        tip = plain(tip) or (whole if shown != whole and shown.endswith(ELLIPSIS) else "")
        title = f"<title>{escape(tip)}</title>" if tip else ""
        attributes = f'x="{_n(x)}" y="{_n(y)}" font-size="{_n(size)}" fill="{colour}" data-room="{_n(room)}"'
        attributes += f' font-weight="{weight}"' if weight != 400 else ""
        attributes += f' text-anchor="{anchor}"' if anchor != "start" else ""
        self._parts.append(f"<text {attributes}>{title}{escape(shown)}</text>")
        return width_of(shown, size, weight)

    def box(  # noqa: PLR0913 - as above
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: str = PANEL,
        *,
        radius: float = 0,
        stroke: str = "",
        dashes: str = "",
    ) -> None:
        """Draw a rectangle with its upper left corner at (x, y)."""
        shape = f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(max(width, 0))}" height="{_n(max(height, 0))}" fill="{fill}"'
        shape += f' rx="{_n(radius)}"' if radius else ""
        shape += f' stroke="{stroke}"' if stroke else ""
        shape += f' stroke-dasharray="{dashes}"' if dashes else ""
        self._parts.append(shape + "/>")

    def line(self, x1: float, y1: float, x2: float, y2: float, colour: str = HAIRLINE, thickness: float = 1) -> None:
        """Draw a straight line."""
        ends = f'x1="{_n(x1)}" y1="{_n(y1)}" x2="{_n(x2)}" y2="{_n(y2)}"'
        self._parts.append(f'<line {ends} stroke="{colour}" stroke-width="{_n(thickness)}"/>')

    def shape(self, corners: list[tuple[float, float]], fill: str) -> None:
        """Draw a filled polygon."""
        points = " ".join(f"{_n(x)},{_n(y)}" for x, y in corners)
        self._parts.append(f'<polygon points="{points}" fill="{fill}"/>')

    def heading(self, y: float, title: str, said: str, x: float | None = None, room: float | None = None) -> float:
        """Draw a section's heading with the sentence that explains it; return where its content may begin."""
        left, width = self.margin if x is None else x, self.inner_width if room is None else room
        self.line(left, y, left + width, y, INK, 1.5)
        taken = self.text(left, y + 28, title, 17, width, weight=600)
        self.text(left + taken + 14, y + 28, said, 12, width - taken - 14, colour=SOFT)
        return y + 46

    def to_svg(self, height: float, title: str, description: str) -> str:
        """Return the finished document, with a title and a description for those who can't see it."""
        size = f'width="{_n(self.width)}" height="{_n(height)}" viewBox="0 0 {_n(self.width)} {_n(height)}"'
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-labelledby="map-title map-description" '
            f'font-family="{FAMILY}" style="font-variant-numeric: tabular-nums">\n'
            f'<title id="map-title">{escape(plain(title))}</title>\n'
            f'<desc id="map-description">{escape(plain(description))}</desc>\n'
            f'<rect width="100%" height="100%" fill="{PAPER}"/>\n' + "\n".join(self._parts) + "\n</svg>\n"
        )


def _n(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
