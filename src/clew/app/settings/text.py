"""Writes a workspace's ``clew.toml``: every setting with a comment that says what it decides."""

from __future__ import annotations

from clew.app.settings.answers import answers_text
from clew.app.settings.contracts import contracts_text
from clew.app.settings.identity import identity_text
from clew.app.settings.language_model import language_model_text
from clew.app.settings.toml_text import key, listed, quoted
from clew.model import CHANNELS, ContactRules, Settings, StageRule, TextRules, Windows


def settings_text(settings: Settings) -> str:
    """Return the commented ``clew.toml`` of these settings; reading it gives the same settings."""
    return "\n".join(
        (
            "# Settings of a Clew workspace. Every line may be left out; what stands here are the defaults.\n"
            "# After a change, run 'clew build': journeys are made anew, nothing that was imported changes.\n",
            _workspace(settings),
            _SOURCES,
            _channels(settings),
            _stages(settings),
            _windows(settings.windows),
            _contacts(settings.contacts),
            identity_text(settings.identity),
            _texts(settings.texts),
            answers_text(settings.expected_answers),
            _costs(settings),
            language_model_text(settings.language_model),
            contracts_text(settings.contracts),
        )
    )


_SOURCES = """# Sources appear here as you import: 'clew sources' lists them with their ledger. Mappings that Clew guessed are in
# mappings/, one file a source; correct one and say: clew import FILE --mapping mappings/NAME.toml --replace
[sources]
"""


def _workspace(settings: Settings) -> str:
    return f"""[workspace]
name = {quoted(settings.name)}          # shown on top of the map
region = {quoted(settings.default_region)}             # country of phone numbers without a country code (ISO 3166, e.g. "DE")
time_zone = {quoted(settings.time_zone)}         # zone of times that don't say theirs, unless a mapping does
# Files imported before a change of region or time_zone stay as they were read: say clew import FILE --replace
currency = {quoted(settings.currency)}
"""


def _channels(settings: Settings) -> str:
    known = "\n".join(
        f"#   {channel.name:<13} {channel.tempo.replace('_', ' '):<13} answer expected within "
        f"{channel.expected_response_seconds // 60} min"
        for channel in CHANNELS
    )
    spellings = [f"{quoted(spelling)} = {quoted(name)}" for spelling, name in settings.channel_spellings.items()]
    return f"""# Channels that Clew knows:
{known}
# Other spellings that your systems use, on the left:
[channels]
{_lines(spellings, '# "Hotline Nord" = "phone"')}
"""


def _stages(settings: Settings) -> str:
    titles = "\n".join(f"{key(stage)} = {quoted(title)}" for stage, title in settings.stages)
    rules = "\n".join(f"  {_inline(rule)}," for rule in settings.stage_rules)
    return f"""# Stages of the map, in their order, with the titles to show.
[stages.names]
{titles}

# How a step gets its stage: the first rule of which every condition holds. Conditions: channel, kind, direction, party,
# outcome (lists), answered, handed_over, resolved (true or false: had that happened before the step?).
[stages]
rules = [
{rules}
]
"""


def _windows(windows: Windows) -> str:
    return f"""[windows]
journey_gap_days = {windows.journey_gap_days}   # a longer silence on one issue begins a new journey
repeat_days = {windows.repeat_days}         # another contact within so many days is a repeat
contact_gap_hours = {windows.contact_gap_hours}  # a message after a longer pause is a new contact
open_days = {windows.open_days}          # a journey without an end is open until it has been silent for so long
"""


def _contacts(contacts: ContactRules) -> str:
    return f"""# What isn't a contact of the customer with somebody, though the customer did it.
[contacts]
not_contact_kinds = {listed(contacts.not_contact_kinds)}
not_contact_channels = {listed(contacts.not_contact_channels)}
not_contact_visits = {listed(contacts.not_contact_visits)}  # looking at pages, without a word
"""


def _texts(texts: TextRules) -> str:
    return f"""# What is read in texts. Facts are order numbers, sums, dates, problems, steps tried, promises and what is asked for: who had to
# say what twice. 100,000 texts take some 15 seconds once, and 4 more to follow; a build follows only what changed. false leaves texts alone.
[texts]
facts = {str(texts.facts).lower()}
"""


def _costs(settings: Settings) -> str:
    costs = [f"{key(channel)} = {cost!r}" for channel, cost in settings.channel_costs.items()]
    return f"""# What one contact costs on each channel, in the workspace's currency (used by cost metrics once you fill it).
[costs]
{_lines(costs, "# phone = 6.00", "# chat = 3.50")}
"""


def _lines(given: list[str], *examples: str) -> str:
    return "\n".join(given or examples)


def _inline(rule: StageRule) -> str:
    parts = [f"stage = {quoted(rule.stage)}"]
    for name in ("channel", "kind", "direction", "party", "outcome"):
        words: tuple[str, ...] = getattr(rule, name)
        if words:
            parts.append(f"{name} = {listed(words)}")
    for name in ("answered", "handed_over", "resolved"):
        flag: bool | None = getattr(rule, name)
        if flag is not None:
            parts.append(f"{name} = {str(flag).lower()}")
    return "{ " + ", ".join(parts) + " }"
