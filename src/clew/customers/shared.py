"""Finds identifiers that stand for nobody in particular: placeholders, the company's own, and what many people share."""

from __future__ import annotations

import re

import duckdb
import pyarrow as pa

from clew.model import IdentityPolicy

#: Values that people and systems write where they have none, as patterns of DuckDB's regular expressions.
_PLACEHOLDER_EMAIL = (
    r"^email:(test\d*|no[-_.]?reply|do[-_.]?not[-_.]?reply|none|null|na|nobody|unknown|anonymous|example|asdf\w*|qwert\w*|"
    r"abc|customer|guest|user)@.*$"
)
#: A domain that means none, and one letter over and over on both sides (a@a.com); RE2 has no back references.
_PLACEHOLDER_DOMAIN = (
    r"^email:(.*@(test|none|na|nomail|noemail|invalid|localhost|fake|no)(\.[a-z]+)?|(a+@a+|x+@x+)\.[a-z]+)$"
)
#: One digit seven times at the end (0000000), or all ten counted up or down (1234567890).
_PLACEHOLDER_PHONE = r"(0{7}|1{7}|2{7}|3{7}|4{7}|5{7}|6{7}|7{7}|8{7}|9{7}|1234567890|0123456789|9876543210)$"
PLACEHOLDER, BLOCKED, SHARED = "placeholder", "blocked", "shared"


def write_shared(connection: duckdb.DuckDBPyConnection, policy: IdentityPolicy) -> None:
    """Create the session's table ``shared_identifiers`` (see its contract) from ``numbered`` and ``pairs``.

    ``because`` is placeholder, blocked (by the settings) or shared: it was given with ``met`` identifiers of a ``kind``,
    more than the policy allows. What a person said counts for more: their links don't make an identifier shared, and what only
    people named is never shared.
    """
    connection.register("kinds_shared", _caps(policy))
    connection.register("patterns", pa.table({"pattern": pa.array([_pattern(p) for p in policy.blocked], pa.string())}))
    connection.execute(
        f"""CREATE OR REPLACE TABLE shared_identifiers AS
        WITH junk AS (
          SELECT identifier, '{PLACEHOLDER}' AS because FROM given
          WHERE (starts_with(identifier, 'email:') AND (regexp_matches(identifier, $re${_PLACEHOLDER_EMAIL}$re$)
              OR regexp_matches(identifier, $re${_PLACEHOLDER_DOMAIN}$re$)))
            OR (starts_with(identifier, 'phone:') AND regexp_matches(identifier, $re${_PLACEHOLDER_PHONE}$re$))
          UNION ALL
          SELECT identifier, '{BLOCKED}' FROM given JOIN patterns ON identifier LIKE pattern ESCAPE '\\'
        ), ends AS (
          SELECT a AS code, b AS other FROM pairs WHERE times > 0 UNION ALL SELECT b, a FROM pairs WHERE times > 0
        ), met AS (
          SELECT ends.code, kind, count(*) AS met FROM ends JOIN numbered ON numbered.code = ends.other
          WHERE kind IN (SELECT kind FROM kinds_shared) GROUP BY ALL
        ), many AS (
          SELECT numbered.identifier, '{SHARED}' AS because, met.kind, met
          FROM met JOIN kinds_shared USING (kind) JOIN numbered ON numbered.code = met.code WHERE met > most
        )
        SELECT DISTINCT ON (identifier) identifier, because, kind, met FROM (
          SELECT identifier, because, NULL AS kind, NULL AS met FROM junk UNION ALL SELECT * FROM many
        ) ORDER BY identifier, because, met DESC, kind"""
    )
    connection.unregister("kinds_shared")
    connection.unregister("patterns")


class Placeholders:
    """The same question about one identifier: is it a placeholder, or blocked by the settings?"""

    def __init__(self, policy: IdentityPolicy) -> None:
        """Take up the policy's patterns."""
        self._emails = re.compile(f"{_PLACEHOLDER_EMAIL}|{_PLACEHOLDER_DOMAIN}")
        self._phones = re.compile(_PLACEHOLDER_PHONE)
        blocked = (".*".join(re.escape(part) for part in given.split("*")) for given in policy.blocked)
        self._blocked = [re.compile(pattern, re.DOTALL) for pattern in blocked]

    def holds(self, identifier: str) -> bool:
        """Whether the identifier names nobody by its value alone."""
        if identifier.startswith("email:") and self._emails.search(identifier):
            return True
        if identifier.startswith("phone:") and self._phones.search(identifier):
            return True
        return any(pattern.fullmatch(identifier) for pattern in self._blocked)


def _caps(policy: IdentityPolicy) -> pa.Table:
    return pa.table(
        {
            "kind": pa.array(list(policy.shared_from), pa.string()),
            "most": pa.array(list(policy.shared_from.values()), pa.int64()),
        }
    )


def _pattern(given: str) -> str:
    """Return a setting's pattern, in which ``*`` stands for anything, as one of SQL's LIKE."""
    escaped = given.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return escaped.replace("*", "%")
