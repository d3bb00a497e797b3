"""What a consent purpose is: something a customer may agree to or refuse, and how sources write it down."""

from __future__ import annotations

from dataclasses import dataclass

#: What sources write, as small letters and digits only: yes and no, which mean what their column asks …
YES = (
    "true",
    "t",
    "yes",
    "y",
    "1",
    "1.0",
    "ja",
    "oui",
    "si",
    "on",
    "granted",
    "given",
    "accepted",
    "allowed",
    "agreed",
    "explicit",
    "checked",
)
NO = (
    "false",
    "f",
    "no",
    "n",
    "0",
    "0.0",
    "nein",
    "non",
    "off",
    "denied",
    "rejected",
    "refused",
    "declined",
    "disallowed",
    "never",
    "unchecked",
)
#: … and words that mean the same in every column.
OPTED_IN = ("subscribed", "subscribe", "optedin", "optin", "singleoptin", "doubleoptin", "confirmedoptin", "signedup")
OPTED_OUT = (
    *(
        "unsubscribed",
        "unsubscribe",
        "notsubscribed",
        "neversubscribed",
        "optedout",
        "optout",
        "withdrawn",
        "revoked",
        "stop",
        "stopped",
    ),
    *("cancelled", "canceled", "suppressed", "complained", "cleaned", "donotcontact", "blocked"),
)
#: What stands where nothing is known: no statement in any column.
NOTHING = ("", "null", "nan", "none", "na", "unknown", "undefined", "pending", "notset")


@dataclass(frozen=True)
class ConsentPurpose:
    """Something that a customer may consent to.

    ``grants`` are names of columns (small letters and digits only) in which yes is consent and no is none; ``denies`` are
    those in which yes is refusal, such as "unsubscribed": there, no lifts an earlier refusal of the same source, but is
    consent to nothing, and whatever else stands there (a date, a tick) is refusal. ``paths`` lead into objects, as in ``email_marketing_consent.state``, and are read like ``grants``. A denial of the
    purpose ``part_of`` denies this one, too.
    """

    name: str
    title: str
    grants: tuple[str, ...] = ()
    denies: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    part_of: str = ""
    source: str = ""
