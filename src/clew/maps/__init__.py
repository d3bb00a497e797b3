"""The living journey map: composed from tables, drawn as page, picture, terminal text and data."""

from clew.maps.compose import compose, handoff_matrix, top_variants
from clew.maps.document import to_json
from clew.maps.html import write_page
from clew.maps.png import rasterise
from clew.maps.svg import draw_map
from clew.maps.terminal import print_map

__all__ = [
    "compose",
    "draw_map",
    "handoff_matrix",
    "print_map",
    "rasterise",
    "to_json",
    "top_variants",
    "write_page",
]
