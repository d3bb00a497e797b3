"""Reads the words of a map's picture, page and printout back, as a person would."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from html.parser import HTMLParser
from io import StringIO

from rich.console import Console

from clew.maps.html import write_page
from clew.maps.svg import draw_map
from clew.maps.terminal import print_map
from clew.model.journey_map import JourneyMap

SVG = "{http://www.w3.org/2000/svg}"
VOID = {"meta", "br", "link"}


def renderings(m: JourneyMap) -> dict[str, str]:
    """The words of each picture of a map, in their order, with single spaces."""
    words = {"svg": svg_words(m), "html": Page(write_page(m)).words, "terminal": printed(m, 200).split()}
    return {kind: " ".join(" ".join(text).split()) for kind, text in words.items()}


def printed(m: JourneyMap, width: int = 120) -> str:
    console = Console(file=StringIO(), width=width, force_terminal=False)
    print_map(m, console)
    return console.file.getvalue()  # type: ignore[attr-defined]


def svg_words(m: JourneyMap) -> list[str]:
    return ["".join(text.itertext()) for text in ElementTree.fromstring(draw_map(m)).iter(f"{SVG}text")]


class Page(HTMLParser):
    """Collects a page's words, elements and open tags, and complains of tags that don't match."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data)
