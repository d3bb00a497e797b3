"""Finds the column for each field of an interaction, by name and by what the values are like."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from clew.channels.column_words import DIRECTIONS_ABROAD, NETWORKS, OUTCOMES_ABROAD, PARTIES_ABROAD
from clew.channels.guess_columns import ColumnLook, channel_of, name_score, never_a_moment, without_accents
from clew.channels.vocabulary import DIRECTION_WORDS, OUTCOME_WORDS, PARTY_WORDS

Gate = Callable[[ColumnLook], bool]
Found = tuple[ColumnLook, str, float]

_FEW_ROWS = 5
#: An address with one of these words is where the message went through, not the customer's.
_CARRIERS = frozenset(("to", "via", "support", "source"))
_YES = frozenset(("true", "t", "yes", "y", "1", "1.0", "ja", "si", "oui", "wahr"))
_BOOLEAN_PAIRS = (("true", "false"), ("t", "f"), ("yes", "no"), ("y", "n"), ("1", "0"), ("1.0", "0.0"), ("ja", "nein"))
_DIRECTIONS = {**{spelling: word for word, all_ in DIRECTION_WORDS.items() for spelling in all_}, **DIRECTIONS_ABROAD}
_PARTIES = {**{spelling: word for word, all_ in PARTY_WORDS.items() for spelling in all_}, **PARTIES_ABROAD}
_OUTCOMES = {**{spelling: word for word, all_ in OUTCOME_WORDS.items() for spelling in all_}, **OUTCOMES_ABROAD}


def find_fields(looks: Sequence[ColumnLook], used: set[str], network: str | None) -> dict[str, Found]:
    """Return field -> (column, reason, confidence 0..1) for all fields but times and ids; each column serves one field."""
    found: dict[str, Found] = {}
    taken = set(used)

    def take(field: str, gate: Gate, at_least: float, by_values: float = 0.0, values_reason: str = "") -> None:
        best: Found | None = None
        for look in looks:
            if look.name in taken or not look.values or look.time is not None or look.damaged > 0.5 or not gate(look):
                continue
            score = name_score(look.words, field)
            reason = f'the name "{look.name}" is one of those for {field}'
            if score < at_least:
                score, reason = by_values, values_reason
            if score > 0 and (best is None or score > best[2]):
                best = (look, reason, min(score, 1.0))
        if best is not None:
            found[field] = best
            taken.add(best[0].name)

    take("channel", _channel, 0.6, 0.0)
    if "channel" not in found:
        take("channel", _only_channels, 2.0, 0.5, "nine of ten values are channels that Clew knows")
    take(
        "direction",
        lambda look: _known(look, _DIRECTIONS) >= 0.8 and (look.booleans < 0.5 or _says_direction(look)),
        0.6,
    )
    take("party", lambda look: _known(look, _PARTIES) >= 0.8 or (look.booleans >= 0.8 and "is" in look.words), 0.6)
    if "party" not in found:
        only_roles = "the values say who acts (customer, bot, agent), nobody in particular"
        take("party", lambda look: len(look.distinct) > 1 and _known(look, _PARTIES) >= 0.95, 2.0, 0.8, only_roles)
    _take_ends(take, found)
    take(
        "email",
        lambda look: look.emails >= 0.8 and _customers(look) and not _CARRIERS & set(look.words),
        0.6,
        0.5,
        "the values are e-mail addresses",
    )
    take("phone", lambda look: look.phones >= 0.8 and _customers(look), 0.6)
    take("customer_ref", lambda look: _customers(look) and not _is_prose(look), 0.7)
    take("account", lambda look: _customers(look) and not _is_prose(look), 0.7)
    take("device", lambda look: _customers(look) and len(look.distinct) > 2, 0.7)
    take("handle", lambda look: _customers(look) and look.numbers < 0.5 and not _has_blanks(look), 0.8)
    if network and not {"handle", "sender"} & set(found):
        take(
            "handle",
            lambda look: look.words in (("name",), ("user",), ("author",)) and not _has_blanks(look),
            2.0,
            0.6,
            f"names without blanks in a {network} file are handles",
        )
    take("sla_met", lambda look: look.booleans >= 0.8, 0.7)
    take("rating", _rating, 0.6)
    take("value", lambda look: look.money >= 0.95 and "id" not in look.words, 0.7)
    take("text", lambda look: look.mean_length >= 8 and look.booleans < 0.5 and look.numbers < 0.5, 0.6, 0.0)
    if "text" not in found:
        take("text", lambda look: look.mean_length > 40 and _is_prose(look), 2.0, 0.4, "the values are sentences")
    take("issue", _few_words, 0.6)
    take("outcome", lambda look: any(without_accents(value) in _OUTCOMES for value in look.distinct), 0.6)
    take("touchpoint", lambda look: _few_words(look) and look.numbers < 0.5 and not look.ours, 0.9)
    take("team", lambda look: not _is_prose(look) and look.booleans < 0.8, 0.7)
    take("party_id", lambda look: not _is_prose(look) and look.booleans < 0.8, 0.7)
    return found


def _take_ends(take: Callable[[str, Gate, float], None], found: dict[str, Found]) -> None:
    if "direction" in found or "party" in found:
        for end in ("sender", "recipient"):
            take(end, lambda look: not _has_blanks(look) and _known(look, _PARTIES) < 0.2, 0.7)
    else:
        take("sender", lambda look: look.phones >= 0.8 or look.emails >= 0.8, 0.9)


def network_of(words: Sequence[str]) -> str | None:
    """Return the social network that a file's or column's words name."""
    return next((network for hint, network in NETWORKS if hint in words), None)


def address_of(end: ColumnLook, network: str | None) -> str:
    """Return which identifier the ends of a message or call hold: e-mail, phone, handle or the source's own."""
    if end.emails >= 0.8:
        return "email"
    if network:
        return "handle"
    return "phone" if end.phones >= 0.8 else "customer_ref"


def translations(found: dict[str, Found]) -> dict[str, dict[str, str]]:
    """Return field -> spelling -> Clew's word, for what intake doesn't understand by itself."""
    makers = {"direction": direction_words, "party": party_words, "outcome": outcome_words}
    made = {field: make(found[field][0]) for field, make in makers.items() if field in found}
    return {field: words for field, words in made.items() if words}


def decimal_mark(looks: Sequence[ColumnLook]) -> str:
    """Return the mark before the fraction in amounts: a comma when most of them end in a comma and one or two digits."""
    endings = [value.rstrip(" €$£").rpartition(",") for look in looks for value in look.distinct]
    commas = sum(mark == "," and len(fraction) in (1, 2) for _, mark, fraction in endings)
    return "," if commas * 2 > len(endings) else "."


def direction_words(look: ColumnLook) -> dict[str, str]:
    """Return the translations a direction column needs beyond intake's own words; both words of a yes/no pair."""
    if look.booleans >= 0.8:
        outbound = {"outbound", "outgoing", "reply"} & set(look.words)
        return _yes_no(look, "outbound" if outbound else "inbound", "inbound" if outbound else "outbound")
    return _abroad(look, DIRECTIONS_ABROAD) | {
        value: "inbound" if value.lower().startswith("in") else "outbound"
        for value in look.distinct
        if without_accents(value) not in _DIRECTIONS
        and value.lower().startswith(("inbound", "incoming", "outbound", "outgoing"))
    }


def party_words(look: ColumnLook) -> dict[str, str]:
    """Return the translations a party column needs beyond intake's own words."""
    if look.booleans >= 0.8:
        agent = {"agent", "staff", "outbound", "admin"} & set(look.words)
        bot = "bot" in look.words
        return _yes_no(
            look, "bot" if bot else "agent" if agent else "customer", "customer" if agent or bot else "agent"
        )
    return _abroad(look, PARTIES_ABROAD)


def outcome_words(look: ColumnLook) -> dict[str, str]:
    """Return the translations a status column needs beyond intake's own words."""
    return _abroad(look, OUTCOMES_ABROAD)


def _yes_no(look: ColumnLook, yes: str, no: str) -> dict[str, str]:
    words = {value: yes if value.lower() in _YES else no for value in look.distinct}
    lower = {value.lower() for value in look.distinct}
    for pair in _BOOLEAN_PAIRS:
        if lower & set(pair):
            words |= {word: meaning for word, meaning in zip(pair, (yes, no), strict=True) if word not in lower}
    return words


def _abroad(look: ColumnLook, words: dict[str, str]) -> dict[str, str]:
    return {value: words[without_accents(value)] for value in look.distinct if without_accents(value) in words}


def _channel(look: ColumnLook) -> bool:
    telling = name_score(look.words, "channel") > 0.95 and bool({"channel", "kanal", "canal"} & set(look.words))
    short = len(look.distinct) <= 30 and look.numbers < 0.5 and look.mean_length < 30
    return look.channels >= 0.5 or (short and telling)


def _only_channels(look: ColumnLook) -> bool:
    names = {channel_of(value) for value in look.distinct}
    return look.channels >= 0.9 and len(names) >= 2 and not look.ours


def _says_direction(look: ColumnLook) -> bool:
    return bool({"inbound", "outbound", "incoming", "outgoing"} & set(look.words))


def _known(look: ColumnLook, words: dict[str, str]) -> float:
    known = {value for value in look.distinct if _is_known(value, words)}
    return sum(value in known for value in look.values) / len(look.values)


def _is_known(value: str, words: dict[str, str]) -> bool:
    plain = without_accents(value)
    return plain in words or (
        words is _DIRECTIONS and plain.startswith(("inbound", "incoming", "outbound", "outgoing"))
    )


def _customers(look: ColumnLook) -> bool:
    # A column that says the same in every row names the company (a Twilio account, a shop), not a customer.
    return not look.ours and not never_a_moment(look) and (len(look.distinct) > 1 or look.rows < _FEW_ROWS)


def _rating(look: ColumnLook) -> bool:
    if look.numbers < 0.95:
        return False
    highest = max(float(value.replace(",", ".")) for value in look.distinct if _is_number(value))
    return highest <= 10 or (highest <= 100 and bool({"csat", "nps", "satisfaction"} & set(look.words)))


def _is_number(value: str) -> bool:
    try:
        float(value.replace(",", "."))
    except ValueError:
        return False
    return True


def _few_words(look: ColumnLook) -> bool:
    repeats = len(look.distinct) <= max(10, len(look.values) // 2)
    return look.mean_length < 60 and repeats and look.numbers < 0.9 and look.booleans < 0.8


def _has_blanks(look: ColumnLook) -> bool:
    return sum(" " in value.strip() for value in look.distinct) > 0.2 * len(look.distinct)


def _is_prose(look: ColumnLook) -> bool:
    return sum(value.count(" ") >= 3 for value in look.distinct) > 0.5 * len(look.distinct)
