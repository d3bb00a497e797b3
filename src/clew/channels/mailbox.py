"""Which e-mail addresses a provider delivers to one mailbox: with a +tag, with dots where they don't count, under a second domain."""

from __future__ import annotations

import re

#: Providers that deliver name+anything@… to name@… (their help pages say so).
PLUS = (
    *(
        "gmail.com",
        "googlemail.com",
        "outlook.com",
        "hotmail.com",
        "live.com",
        "msn.com",
        "icloud.com",
        "me.com",
        "mac.com",
    ),
    *("fastmail.com", "fastmail.fm", "proton.me", "protonmail.com", "pm.me"),
)
#: Providers for which dots before the @ don't count.
DOTS = ("gmail.com", "googlemail.com")
#: Second domains of the same mailboxes.
ALSO = {"googlemail.com": "gmail.com", "protonmail.com": "proton.me", "pm.me": "proton.me"}
_FORM = re.compile(r"email:([^@+]+)(\+[^@]*)?@([^@]+)")


def mailbox_of(identifier: str) -> str | None:
    """Return the plain address of the mailbox that an e-mail identifier is another spelling of; None for plain and other ones.

    >>> mailbox_of("email:mia.tran+shop@googlemail.com"), mailbox_of("email:mia.tran@example.com")
    ('email:miatran@gmail.com', None)
    """
    found = _FORM.fullmatch(identifier)
    if found is None or found[3] not in PLUS or not found[1].replace(".", ""):
        return None
    name = found[1].replace(".", "") if found[3] in DOTS else found[1]
    plain = f"email:{name}@{ALSO.get(found[3], found[3])}"
    return plain if plain != identifier else None


def mailbox_sql(column: str) -> str:
    """Return the DuckDB expression of the same for a column: the plain address, NULL where there is none or it is that."""
    domain, name = f"split_part({column}, '@', 2)", f"split_part(split_part(substr({column}, 7), '@', 1), '+', 1)"
    also = " ".join(f"WHEN '{one}' THEN '{other}'" for one, other in ALSO.items())
    plain = f"""'email:' || CASE WHEN {domain} IN ({_listed(DOTS)}) THEN replace({name}, '.', '') ELSE {name} END
      || '@' || CASE {domain} {also} ELSE {domain} END"""
    is_one = f"starts_with({column}, 'email:') AND {domain} IN ({_listed(PLUS)}) AND split_part({column}, '@', 3) = ''"
    return f"CASE WHEN {is_one} AND replace({name}, '.', '') <> '' THEN nullif({plain}, {column}) END"


def _listed(domains: tuple[str, ...]) -> str:
    return ", ".join(f"'{domain}'" for domain in domains)
