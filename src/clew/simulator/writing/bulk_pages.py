"""Describes a flat table beside it: a README with its columns for people, and a card with its order for programs."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pyarrow as pa

from clew.simulator.lived import Order
from clew.simulator.writing.bulk_columns import BULK
from clew.simulator.writing.company_pages import changes, introduction, ordered, table
from clew.simulator.writing.own_folder import EVENTS_CARD, held

#: By column: what it says.
MEANINGS: dict[str, str] = {
    "interaction_id": "the interaction, unique in the table; as in the truth of the same company",
    "person_id": "the customer; with `journey_id` and `position` this is the truth, so don't show it to what you measure",
    "journey_id": "the journey; null = of none (browsing, orders)",
    "position": "place in its journey, from 1; null without one",
    "system": "where it was written down: chatbot, helpdesk, livechat, mailbox, orders, sms, social, surveys, …",
    "channel": "Clew's word for the channel",
    "kind": "Clew's word for what it is",
    "party": "who did it: customer, bot, agent or system",
    "conversation_id": "the session, chat, call or thread; null = none",
    "case_ref": "the case it belongs to; null = none",
    "issue": "what about, by the scenario's name; null = nothing to settle",
    "occurred_us": "when it happened, in microseconds since 1970 UTC",
    "ended_us": "when it ended; null for what takes no time",
    "email": "the customer's address, where the system knows customers by it, else null; so the next four",
    "phone": "the customer's number (+12125550101)",
    "account": "the customer's account",
    "device": "the customer's browser",
    "handle": "the customer's name on social media",
    "team": "the team of who answered; null = nobody of the company",
    "detail": "what the system notes: a page's path, a status, how a call or a chat ended, a mark from 1 to 5",
    "text": "what was said; null throughout without `--text`",
    "valence": "how the customer feels right after, from -2 (furious) to 2 (delighted)",
}
_TYPES = {pa.int64(): "int64", pa.float64(): "float64"}


def write_bulk_pages(order: Order, folder: Path, interactions: int, text: bool) -> None:
    """Write README.md and the card into ``folder``, which has to hold the finished parts."""
    (folder / "README.md").write_text(_readme(order, interactions), encoding="utf-8", newline="\n")
    card = {
        **ordered(order),
        "text": text,
        "interactions": interactions,
        "scenario": order.scenario,
        "holds": held(folder, EVENTS_CARD),
    }
    (folder / EVENTS_CARD).write_bytes(msgspec.json.format(msgspec.json.encode(card), indent=1) + b"\n")


def _readme(order: Order, interactions: int) -> str:
    columns = [(f"`{field.name}`", _TYPES.get(field.type, "string"), MEANINGS[field.name]) for field in BULK]
    parts = [
        f"# {order.scenario.company.name}, a made-up company, as one flat table",
        introduction(order),
        f"`events/*.parquet` holds {interactions:,} interactions, one a row, without any dirt; in each row group, which is "
        f"that of 1,000 customers, in the order of time. `{EVENTS_CARD}` holds the order and the whole scenario.",
        changes(order),
        "Keep nothing of your own in this folder: another simulation replaces it as a whole, and refuses to while "
        "anything else lies in it.",
        "## Columns\n\n" + table(("column", "type", "meaning"), columns),
    ]
    return "\n\n".join(parts) + "\n"
