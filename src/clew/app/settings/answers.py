"""The part of ``clew.toml`` that says within which time customers expect an answer, channel by channel."""

from __future__ import annotations

from collections.abc import Mapping

from clew.app.settings.errors import SettingError
from clew.app.settings.toml_text import key, quoted
from clew.model import BY_NAME, UsageError, length_text, seconds_in


def answers_of(content: Mapping[str, object]) -> dict[str, int]:
    """Return the seconds by channel; SettingError for a channel that isn't known and a length of time that is none."""
    found: dict[str, int] = {}
    for channel, length in content.items():
        place = f"answers.{channel}"
        if channel not in BY_NAME:
            raise SettingError(place, f'{place}: no channel "{channel}". Known: {", ".join(BY_NAME)}.')
        try:
            found[channel] = seconds_in(str(length))
        except UsageError as error:
            raise SettingError(place, f"{place}: {error}") from error
    return found


def answers_text(answers: Mapping[str, int]) -> str:
    """Return the part with a comment that says what it decides."""
    lines = [f"{key(channel)} = {quoted(length_text(seconds))}" for channel, seconds in answers.items()]
    example = '# email = "4 h"'
    return f"""# Within which time customers expect an answer, where your channels differ from the list above. Three times as long is a long wait.
[answers]
{chr(10).join(lines) or example}
"""
