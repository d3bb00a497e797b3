"""A small town whose people write about bills and about parcels: enough talk to learn from what goes with what."""

from __future__ import annotations

from tests.journeys.threads import DAY, HOUR, Row, answered, said

BILL = (
    "my bill is far too high this month",
    "why was I charged twice on the invoice",
    "the amount on my bill is wrong, please explain the charge",
    "I was charged a fee that is not on my contract",
)
PARCEL = (
    "where is my parcel, the courier never came",
    "the delivery is late and tracking shows nothing",
    "my parcel has not arrived at the door",
    "the courier left the delivery with nobody",
)


def town(people: int = 40) -> list[Row]:
    """Everybody has one matter and comes twice about it, a day apart; every second one has a bill, the others a parcel."""
    told: list[Row] = []
    for number in range(people):
        words = BILL if number % 2 else PARCEL
        begun = number * 3 * HOUR
        for turn in range(2):
            name, who = f"t{number}-{turn}", f"p{number}"
            thread = f"{who}/{turn}"
            text = words[(number // 2 + turn) % len(words)]
            told.append(said(name, begun + turn * DAY, who, text=text, conversation_id=thread))
            told.append(answered(f"{name}r", begun + turn * DAY + HOUR, who=who, text="I see.", conversation_id=thread))
    return told
