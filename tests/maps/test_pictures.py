"""What every picture of the journey map promises: nothing missing, nothing overflowing, nothing run."""

from __future__ import annotations

import json
import re
import struct
import xml.etree.ElementTree as ElementTree
import zlib
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace

import msgspec
import pytest

from clew.maps import wording
from clew.maps.document import to_json
from clew.maps.html import write_page
from clew.maps.png import rasterise
from clew.maps.svg import draw_map
from clew.maps.svg_text import width_of
from clew.model.journey_map import Cell, Entry, JourneyMap, SourceLine
from tests.maps import sample
from tests.maps.reading import SVG, Page, printed, svg_words

SAMPLES: dict[str, Callable[[], JourneyMap]] = {
    "full": sample.full,
    "empty": sample.empty,
    "thin": sample.thin,
    "large": sample.large,
}
HOSTILE = "<script>alert('&\"')</script>\x1b[31m[red]\u202e"

every_sample = pytest.mark.parametrize("name", SAMPLES)


def counts_of(value: object) -> Iterator[int]:
    """Every whole number anywhere in the map, but for its two moments."""
    if isinstance(value, bool):
        return
    if isinstance(value, int):
        yield value
    elif isinstance(value, tuple):
        for member in value:
            yield from counts_of(member)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in {"first_us", "last_us"}:
                yield from counts_of(getattr(value, field.name))


def figures(text: str) -> set[str]:
    return set(re.findall(r"\d+(?:,\d{3})*", text))


def hostile() -> JourneyMap:
    """A map in which every label that can come from a user's file tries to break out."""
    m = sample.thin()
    metric = replace(m.headline[0], title=HOSTILE, reason=HOSTILE, question=HOSTILE)
    cell = Cell("support", (Entry(HOSTILE, 3, 1.0, HOSTILE),), HOSTILE, "", (metric,))
    lane = replace(m.lanes[0], title=HOSTILE, question=HOSTILE, cells=(cell, Cell("retention", (), "", HOSTILE)))
    return replace(
        m,
        title=HOSTILE,
        workspace=HOSTILE,
        made_at=HOSTILE,
        selection=HOSTILE,
        stages=tuple(replace(stage, title=HOSTILE) for stage in m.stages),
        lanes=(lane,),
        headline=(metric,),
        matrix=replace(m.matrix, titles=(HOSTILE, "x")),
        variants=(replace(m.variants[0], path=(HOSTILE,)),),
        sources=(SourceLine(HOSTILE, 1, 1, 0, 0, 0, 1),),
        notes=(HOSTILE,),
    )


@every_sample
def test_every_count_of_the_map_stands_in_every_rendering(name: str) -> None:
    m = SAMPLES[name]()
    expected = {f"{number:,}" for number in counts_of(m)}
    renderings = {
        "svg": " ".join(svg_words(m)),
        "html": " ".join(Page(write_page(m)).words),
        **{f"terminal {width}": printed(m, width) for width in (80, 120, 200)},
    }
    missing = {kind: sorted(expected - figures(text)) for kind, text in renderings.items()}
    # An "immature" of 0, or "one path" of a named variant, is no figure worth ink.
    assert {kind: [number for number in numbers if number not in {"0", "1"}] for kind, numbers in missing.items()} == {
        kind: [] for kind in renderings
    }


@every_sample
def test_totals_of_the_matrix_are_printed_in_every_rendering(name: str) -> None:
    m = SAMPLES[name]()
    rows = [f"{sum(row):,}" for row in m.matrix.counts]
    columns = [f"{sum(column):,}" for column in zip(*m.matrix.counts, strict=True)]
    for text in (" ".join(svg_words(m)), " ".join(Page(write_page(m)).words), printed(m)):
        assert {*rows, *columns} <= figures(text)


@every_sample
def test_no_text_is_wider_than_its_box_or_leaves_the_sheet(name: str) -> None:
    root = ElementTree.fromstring(draw_map(SAMPLES[name]()))
    sheet = float(root.attrib["width"])
    for text in root.iter(f"{SVG}text"):
        words = (text.text or "") + "".join(child.tail or "" for child in text)
        weight = int(text.attrib.get("font-weight", "400"))
        width = width_of(words, float(text.attrib["font-size"]), weight)
        assert width <= float(text.attrib["data-room"]), words
        start = {"start": 0.0, "middle": width / 2, "end": width}[text.attrib.get("text-anchor", "start")]
        assert float(text.attrib["x"]) - start >= 0, words
        assert float(text.attrib["x"]) - start + width <= sheet, words


@every_sample
def test_no_two_texts_of_the_picture_overlap(name: str) -> None:
    boxes: list[tuple[float, float, float, float, str]] = []
    for text in ElementTree.fromstring(draw_map(SAMPLES[name]())).iter(f"{SVG}text"):
        words = (text.text or "") + "".join(child.tail or "" for child in text)
        size = float(text.attrib["font-size"])
        width = width_of(words, size, int(text.attrib.get("font-weight", "400")))
        start = {"start": 0.0, "middle": width / 2, "end": width}[text.attrib.get("text-anchor", "start")]
        left, base = float(text.attrib["x"]) - start, float(text.attrib["y"])
        boxes.append((left, base - 0.72 * size, left + width, base + 0.05 * size, words))
    boxes.sort(key=lambda one: one[1])
    for place, one in enumerate(boxes):
        for other in boxes[place + 1 :]:
            if other[1] >= one[3]:
                break
            assert one[2] <= other[0] or other[2] <= one[0], (one, other)


def test_a_shortened_text_keeps_its_whole_as_a_tooltip() -> None:
    longest = "Kundenselbstbedienungsportal für Geschäftskundenverträge (Bestandskunden, Süd-West)"
    root = ElementTree.fromstring(draw_map(sample.large()))
    shortened = [text for text in root.iter(f"{SVG}text") if (text[0].tail if len(text) else "") not in {"", None}]
    assert any(longest in (text[0].text or "") and (text[0].tail or "").endswith("…") for text in shortened)


@every_sample
def test_the_page_is_well_formed_and_fetches_nothing(name: str) -> None:
    page = write_page(SAMPLES[name]())
    parsed = Page(page)
    assert parsed.open == []
    tags = [tag for tag, _ in parsed.elements]
    assert {"header", "nav", "main", "footer", "h1", "table", "caption"} <= set(tags)
    assert not {"script", "link", "img", "iframe"} & set(tags)
    links = [attributes["href"] or "" for tag, attributes in parsed.elements if tag == "a"]
    identifiers = {attributes["id"] for _, attributes in parsed.elements if "id" in attributes}
    assert {"map.svg", "map.png", "map.json"} <= set(links)
    assert {link[1:] for link in links if link.startswith("#")} <= identifiers
    assert "http" not in page.replace('http-equiv="', "")
    assert not [key for _, attributes in parsed.elements for key in attributes if key.startswith("on")]
    assert all(attributes.get("scope") for tag, attributes in parsed.elements if tag == "th")


def test_labels_from_files_are_shown_and_never_run() -> None:
    m = hostile()
    root = ElementTree.fromstring(draw_map(m))
    assert not list(root.iter(f"{SVG}script"))
    page = Page(write_page(m))
    assert "script" not in [tag for tag, _ in page.elements]
    assert "<script>alert('&\"')</script>" in "".join(page.words)
    text = printed(m, 200)
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "[red]" in text


@every_sample
def test_values_that_are_not_firm_say_so_in_words(name: str) -> None:
    m = SAMPLES[name]()
    texts = (" ".join(svg_words(m)), " ".join(Page(write_page(m)).words), printed(m, 200))
    for metric in m.headline:
        for text in texts:
            assert wording.STATE_WORDS[metric.state] in text
            if metric.reason:
                assert metric.reason.split(" ")[0] in text


@every_sample
def test_the_reason_stands_whole_in_the_page(name: str) -> None:
    m = SAMPLES[name]()
    words = Page(write_page(m)).words
    assert all(metric.reason in words for metric in m.headline if metric.reason)


def test_an_empty_map_says_what_to_do_next() -> None:
    m = sample.empty()
    for text in (" ".join(svg_words(m)), " ".join(Page(write_page(m)).words), " ".join(printed(m).split())):
        assert "Import your first files with “clew import PATH”" in text


@every_sample
def test_the_document_holds_the_whole_map_and_reads_back_equal(name: str) -> None:
    m = SAMPLES[name]()
    assert msgspec.json.decode(to_json(m), type=JourneyMap) == m
    assert list(json.loads(to_json(m))) == [field.name for field in fields(m)]


def test_a_document_never_holds_a_number_that_is_none() -> None:
    with pytest.raises(ValueError, match="JSON"):
        to_json(replace(sample.thin(), headline=(replace(sample.thin().headline[0], value=float("nan")),)))


def test_the_printout_never_leaves_its_width() -> None:
    for width in (80, 120, 200):
        for name in ("full", "thin", "empty"):
            assert max(map(len, printed(SAMPLES[name](), width).splitlines())) <= width


def pixels(png: bytes) -> tuple[int, int, bytes]:
    """Width, height and the raw, filtered rows of a PNG: enough to tell pictures apart without an image library."""
    width, height = struct.unpack(">II", png[16:24])
    data, place = b"", 8
    while place < len(png):
        length, kind = struct.unpack(">I4s", png[place : place + 8])
        if kind == b"IDAT":
            data += png[place + 8 : place + 8 + length]
        place += length + 12
    return width, height, zlib.decompress(data)


def test_the_picture_has_its_size_and_its_text_is_really_drawn() -> None:
    svg = draw_map(sample.full())
    root = ElementTree.fromstring(svg)
    shape = float(root.attrib["height"]) / float(root.attrib["width"])
    width, height, drawn = pixels(rasterise(svg, 1200))
    assert (width, height) == (1200, pytest.approx(1200 * shape, abs=1.5))
    bare = re.sub(r"<text .*?</text>", "", svg)
    _, _, without = pixels(rasterise(bare, 1200))
    header = 4 * 1200 * 110
    assert len(set(drawn[:header])) > 20
    assert len(set(without[:header])) < 20
    differing = sum(one != other for one, other in zip(drawn[::7], without[::7], strict=True))
    assert differing > len(drawn[::7]) // 100
