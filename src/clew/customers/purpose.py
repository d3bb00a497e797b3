"""What a consent purpose is: something a customer may agree to or refuse, and how sources write it down."""

from __future__ import annotations

from dataclasses import dataclass

#: What sources write for yes and no, in small letters; anything else (such as "pending") is no statement.
YES = (
    *("true", "t", "yes", "y", "1", "1.0", "ja", "oui", "on", "granted", "given", "accepted", "allowed", "agreed"),
    *(
        "subscribed",
        "opted_in",
        "opted in",
        "opt_in",
        "opt-in",
        "optin",
        "single_opt_in",
        "confirmed_opt_in",
        "explicit",
    ),
)
NO = (
    *(
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
        "withdrawn",
        "revoked",
        "rejected",
        "refused",
    ),
    *("declined", "unsubscribed", "not_subscribed", "never_subscribed", "opted_out", "opted out", "opt_out", "opt-out"),
    "optout",
)


@dataclass(frozen=True)
class ConsentPurpose:
    """Something that a customer may consent to.

    ``grants`` are names of columns (small letters and digits only) in which yes is consent and no is none; ``denies`` are
    those in which yes is refusal, such as "unsubscribed": there, no lifts an earlier refusal of the same source, but is
    consent to nothing. ``paths`` lead into objects, as in ``email_marketing_consent.state``, and are read like ``grants``. A denial of the
    purpose ``part_of`` denies this one, too.
    """

    name: str
    title: str
    grants: tuple[str, ...] = ()
    denies: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    part_of: str = ""
    source: str = ""
