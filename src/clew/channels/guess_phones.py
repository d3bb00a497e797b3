"""Looks whether a table's phone numbers can be numbers of the workspace's country, and which country they fit if not."""

from __future__ import annotations

from collections.abc import Sequence

from clew.channels.guess_columns import ColumnLook
from clew.channels.guess_fields import Found
from clew.channels.identifiers import NOT_AN_IDENTIFIER, normal_phone

#: Countries that are tried, with their names; trying all 240 takes seconds for each table.
_COUNTRIES = {
    "US": "the United States", "CA": "Canada", "GB": "the United Kingdom", "DE": "Germany", "FR": "France", "ES": "Spain",
    "IT": "Italy", "NL": "the Netherlands", "BE": "Belgium", "AT": "Austria", "CH": "Switzerland", "PL": "Poland",
    "SE": "Sweden", "PT": "Portugal", "IN": "India", "AU": "Australia", "BR": "Brazil", "MX": "Mexico", "JP": "Japan",
    "TR": "Türkiye",
}  # fmt: skip
_LOOKED_AT = 200
#: Below this share of impossible numbers they are slips of a pen, which the import's notes count.
_WORTH_ASKING = 0.2
_FITS = 0.9


def checked_phones(found: dict[str, Found], region: str) -> tuple[dict[str, Found], list[str]]:
    """Return the fields with less confidence in phones that can't be read, and what to ask about their country."""
    checked = dict(found)
    questions: list[str] = []
    for field in ("phone", "sender", "recipient"):
        if field not in found or found[field][0].phones < 0.8:
            continue
        look, reason, confidence = found[field]
        numbers = _numbers(look)
        impossible = [number for number in numbers if normal_phone(number, region) is None]
        share = len(impossible) / len(numbers) if numbers else 0.0
        if share < _WORTH_ASKING:
            continue
        counted = f"{len(impossible):,} of {len(numbers):,}"
        country = _COUNTRIES.get(region, region)
        checked[field] = (
            look,
            f"{reason}; {counted} can't be numbers of {country}",
            min(confidence, max(1 - share, 0.1)),
        )
        questions.append(
            f"{counted} phone numbers in {look.name} aren't possible numbers of {country}: which country do they come from? "
            f"{_suggestion(numbers, region)}Set it under Settings, Country of phone numbers; otherwise they are kept in "
            "attributes and identify nobody"
        )
    return checked, questions


def _numbers(look: ColumnLook) -> list[str]:
    return [each for each in look.distinct if each.strip().lower() not in NOT_AN_IDENTIFIER][:_LOOKED_AT]


def _suggestion(numbers: Sequence[str], region: str) -> str:
    """Name the country in which nearly all numbers are possible, and more than in any other are in use; else nothing."""
    ranked = sorted(((_in_use(numbers, each), each) for each in _COUNTRIES if each != region), reverse=True)
    fitting = [(use, each) for use, each in ranked if use > (0, 0) and _possible(numbers, each) >= _FITS]
    if not fitting or (len(fitting) > 1 and fitting[1][0] == fitting[0][0]):
        return ""
    return f"They fit {_COUNTRIES[fitting[0][1]]} ({fitting[0][1]}). "


def _possible(numbers: Sequence[str], region: str) -> float:
    return sum(normal_phone(number, region) is not None for number in numbers) / len(numbers)


def _in_use(numbers: Sequence[str], region: str) -> tuple[int, int]:
    """Count the numbers in ranges that the country has given out, and those of them that are mobiles.

    Lengths alone fit many countries, and Italy's landlines nearly all numbers that begin with 0: people's mobiles tell.
    """
    import phonenumbers

    mobile = (phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE)
    valid = mobiles = 0
    for number in numbers:
        try:
            parsed = phonenumbers.parse(number, region)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(parsed):
            valid += 1
            mobiles += phonenumbers.number_type(parsed) in mobile
    return valid, mobiles
