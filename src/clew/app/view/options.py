"""What a selection can be made of: the channels, issues, outcomes and sources that journeys have, the most frequent first."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from clew.app.view.view import View
from clew.journeys import Words
from clew.maps import channel_title, ending_title


@dataclass(frozen=True)
class Option:
    """One word of a filter, its title, and how many journeys have it."""

    id: str
    title: str
    journeys: int


@dataclass(frozen=True)
class Options:
    """The words of every filter."""

    channels: tuple[Option, ...]
    first_channels: tuple[Option, ...]
    issues: tuple[Option, ...]
    outcomes: tuple[Option, ...]
    sources: tuple[Option, ...]
    stages: tuple[Option, ...]


def options(view: View) -> Options:
    """Return the options of a view."""
    return view.remembered("options", lambda: _options(view))


def _options(view: View) -> Options:
    journeys, steps = view.journeys, view.steps
    titles = dict(view.settings.stages)
    return Options(
        _per_step(view, steps.channel, {name: channel_title(name) for name in steps.channel.names}),
        _ranked(journeys.first_channel, {name: channel_title(name) for name in journeys.first_channel.names}),
        _ranked(journeys.issue, {"": "not named"}),
        _ranked(journeys.outcome, {name: ending_title(name) for name in journeys.outcome.names}),
        _ranked(journeys.source, {}),
        _per_step(view, steps.stage, {name: titles.get(name, name.capitalize()) for name in steps.stage.names}),
    )


def _ranked(words: Words, titles: dict[str, str]) -> tuple[Option, ...]:
    counts = np.bincount(words.codes, minlength=len(words.names))
    listed = [Option(name, titles.get(name, name), int(n)) for name, n in zip(words.names, counts, strict=True) if n]
    return tuple(sorted(listed, key=lambda each: (-each.journeys, each.id)))


def _per_step(view: View, words: Words, titles: dict[str, str]) -> tuple[Option, ...]:
    """Count the journeys that have a word on any of their steps."""
    width = max(len(words.names), 1)
    pairs = np.unique(view.steps.journey.astype(np.int64) * width + words.codes)
    counts = np.bincount(pairs % width, minlength=width)
    listed = [Option(name, titles.get(name, name), int(n)) for name, n in zip(words.names, counts, strict=False)]
    return tuple(sorted(listed, key=lambda each: (-each.journeys, each.id)))
