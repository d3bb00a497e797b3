"""The whole name as a source writes it; a name of one word is compared with nothing, as it may be a nickname."""

from __future__ import annotations

from clew.customers.trait import WORDS, Trait

TRAIT = Trait(
    name="name",
    title="Name",
    words=(
        "name",
        "fullname",
        "displayname",
        "customername",
        "contactname",
        "clientname",
    ),
    sure_words=(
        "customername",
        "contactname",
        "clientname",
        "billingname",
    ),
    alike=f"CASE WHEN contains({WORDS}, ' ') THEN array_to_string(list_sort(string_split({WORDS}, ' ')), ' ') END",
    tells_apart=True,
)
