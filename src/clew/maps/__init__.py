"""The living journey map: composed from tables, drawn as page, picture, terminal text and data."""

from clew.maps.columns import Column, Columns, stage_columns, stage_titles, step_columns, touchpoints
from clew.maps.compose import assumptions, compose, handoff_matrix, headline_metrics, stage_metrics, top_variants
from clew.maps.document import to_json
from clew.maps.html import write_page
from clew.maps.lanes import LANES, METRIC_LANE, WAITS, LaneDefinition, Things
from clew.maps.png import rasterise
from clew.maps.svg import draw_map
from clew.maps.tally import Counted, Tally, entries, reach, reached, tally
from clew.maps.terminal import print_map
from clew.maps.titles import channel_title, ending_title, touchpoint_title

__all__ = [
    "LANES",
    "METRIC_LANE",
    "WAITS",
    "Column",
    "Columns",
    "Counted",
    "LaneDefinition",
    "Tally",
    "Things",
    "assumptions",
    "channel_title",
    "compose",
    "draw_map",
    "ending_title",
    "entries",
    "handoff_matrix",
    "headline_metrics",
    "print_map",
    "rasterise",
    "reach",
    "reached",
    "stage_columns",
    "stage_metrics",
    "stage_titles",
    "step_columns",
    "tally",
    "to_json",
    "top_variants",
    "touchpoint_title",
    "touchpoints",
    "write_page",
]
