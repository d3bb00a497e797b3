"""Writes a customer's identifiers one way: phones as +15551234567, e-mails in lower case, junk left out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

import duckdb
import pyarrow as pa

from clew.model import UsageError

#: What sources write where they know nothing, or name a role instead of somebody; never an identifier of anybody.
NOT_AN_IDENTIFIER = (
    *("", "nan", "null", "none", "n/a", "na", "undefined", "unknown", "anonymous", "-", "?", "(null)", "\\n"),
    *(
        "customer",
        "client",
        "user",
        "end-user",
        "visitor",
        "guest",
        "caller",
        "agent",
        "bot",
        "chatbot",
        "system",
        "admin",
    ),
)


#: Numbers of the North American plan are possible with any ten digits that begin with 2 to 9: no library is asked.
_NORTH_AMERICA = ("US", "CA")
_TEN_DIGITS = re.compile(r"(?:\+1)?[2-9]\d{9}")
_PUNCTUATION = str.maketrans("", "", " ()-.")


@lru_cache(maxsize=200_000)
def normal_phone(raw: str, region: str) -> str | None:
    """Return a phone number in E.164, or None when it can't be a phone number of ``region`` or with its own country code.

    >>> normal_phone("(415) 555-2671", "US"), normal_phone("whatsapp:+4915112345678", "US"), normal_phone("0000", "US")
    ('+14155552671', '+4915112345678', None)
    """
    import phonenumbers

    text = raw.removeprefix("whatsapp:").removeprefix("tel:").strip()
    digits = text.translate(_PUNCTUATION)
    if region in _NORTH_AMERICA and _TEN_DIGITS.fullmatch(digits):
        return f"+1{digits[-10:]}"
    if text.endswith(".0") and text[:-2].isdigit():
        text = text[:-2]
    for candidate in (text, f"+{text}") if text.isdigit() and len(text) > 10 else (text,):
        try:
            number = phonenumbers.parse(candidate, region)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_possible_number(number):
            return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return None


def phone_table(raws: Iterable[str], region: str) -> pa.Table:
    """Return a table ``raw, normal`` of the distinct raw phones that can be phone numbers."""
    pairs = [(raw, normal) for raw in raws if (normal := normal_phone(raw, region)) is not None]
    return pa.table(
        {
            "raw": pa.array([raw for raw, _ in pairs], pa.string()),
            "normal": pa.array([normal for _, normal in pairs], pa.string()),
        }
    )


def prepare_identifiers(connection: duckdb.DuckDBPyConnection, drafts: str, region: str) -> None:
    """Make the session's ``phones`` table out of the phones in ``drafts``, and the macro that leaves junk out."""
    junk = ", ".join("'" + word + "'" for word in NOT_AN_IDENTIFIER)
    connection.execute(
        "CREATE OR REPLACE TEMP MACRO real_value(x) AS "
        f"CASE WHEN x IS NULL OR lower(trim(x)) IN ({junk}) THEN NULL ELSE trim(x) END"
    )
    plain = (
        "regexp_full_match(translate(phone, ' ()-.', ''), '(\\+1)?[2-9][0-9]{9}')"
        if region in _NORTH_AMERICA
        else "false"
    )
    connection.execute(
        f"""CREATE OR REPLACE TEMP TABLE phones AS
        SELECT phone AS raw, CASE WHEN {plain} THEN '+1' || right(translate(phone, ' ()-.', ''), 10) END AS normal
        FROM (SELECT DISTINCT phone FROM {drafts} WHERE phone IS NOT NULL)"""
    )
    others = connection.execute("SELECT raw FROM phones WHERE normal IS NULL").fetchall()
    if not others:
        return
    connection.register("phone_rows", phone_table((raw for (raw,) in others), region))
    connection.execute("DELETE FROM phones WHERE normal IS NULL")
    connection.execute("INSERT INTO phones SELECT raw, normal FROM phone_rows")
    connection.unregister("phone_rows")


def identifiers_sql(source_literal: str) -> str:
    """Return the DuckDB expression of a draft's identifiers as ``namespace:value`` texts, NULL where it has none.

    The first one, in the order e-mail, phone, account, source's own, handle, device, is the one that places the interaction.
    """
    return (
        "nullif(string_split(concat_ws(chr(31), "
        "CASE WHEN position('@' IN email) > 1 THEN 'email:' || lower(trim(email)) END, "
        "'phone:' || phones.normal, "
        "'account:' || real_value(account), "
        f"{source_literal} || ':' || real_value(customer_ref), "
        "'handle:' || lower(real_value(handle)), "
        "'device:' || real_value(device)), chr(31)), [''])"
    )


def identifiers_given(texts: Iterable[str], region: str) -> list[str]:
    """Return identifiers as an import would write and order them; UsageError for one without a kind that shows none either.

    >>> identifiers_given(["device:7f3a", "Mia@Example.com", "(415) 555-2671"], "US")
    ['email:mia@example.com', 'phone:+14155552671', 'device:7f3a']
    """
    return sorted(dict.fromkeys(_given(text.strip(), region) for text in texts), key=_place)


def _given(text: str, region: str) -> str:
    kind, colon, value = text.partition(":")
    phone = normal_phone(text.removeprefix("phone:"), region)
    if kind == "phone" or (not colon and phone):
        if phone is None:
            raise UsageError(
                "A phone number can't be one of that country. Write it with its country code: +14155552671."
            )
        return f"phone:{phone}"
    if not colon and "@" in text:
        kind, value = "email", text
    value = value.strip()
    if not kind or value.lower() in NOT_AN_IDENTIFIER or (kind == "email" and value.find("@") < 1):
        raise UsageError(
            "Write identifiers with their kind in front: email:mia@example.com, account:1234, device:7f3a."
        )
    return f"{kind}:{value.lower() if kind in ('email', 'handle') else value}"


def _place(identifier: str) -> int:
    """Return the place in which an import writes the kind; a source's own numbers stand between accounts and handles."""
    kind = identifier.partition(":")[0]
    return _ORDER.index(kind) if kind in _ORDER else _ORDER.index("")


_ORDER = ("email", "phone", "account", "", "handle", "device")
