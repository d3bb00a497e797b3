"""A customer made by hand, of whom a test says only what matters to it."""

from __future__ import annotations

from dataclasses import replace

from clew.simulator.people import Person

_ANYBODY = Person(
    number=0,
    household=0,
    team=0,
    segment="regular",
    first_name="Ann",
    last_name="Bell",
    nickname="Annie",
    email="ann@example.com",
    other_email="",
    phone="+12125550147",
    old_phone="",
    phone_changed_at=0,
    family_phone="",
    account="47110815",
    devices=(),
    family_device="",
    handle="ann",
    postcode="10001",
    born="1980-01-01",
    logs_in=True,
    consent=True,
    sloppiness=0.0,
    chattiness=0.0,
    patience=1.0,
    sensitivity=1.0,
    habits=(1.0,) * 9,
)


def customer(number: int, **known: object) -> Person:
    """Return a customer who lives alone, makes no mistakes and never changed a number, but for what is ``known``."""
    return replace(_ANYBODY, **{"number": number, "household": number, **known})  # pyrefly: ignore[bad-argument-type]
