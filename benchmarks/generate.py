"""Makes up interactions of a company with many channels, the same ones each time, and writes them as one CSV file."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as arrow_csv

SEED = 7
CHUNK_ROWS = 500_000
FIRST_SECOND = 1_735_689_600  # 2025-01-01
YEAR_SECONDS = 365 * 86_400
#: One row in so many is written twice, so that there is something to deduplicate.
DUPLICATE_EVERY = 1_000

CHANNELS = np.array(["email", "chat", "phone", "chatbot", "whatsapp", "web", "survey"])
CHANNEL_SHARES = (0.34, 0.22, 0.18, 0.10, 0.08, 0.05, 0.03)
CHATBOT, WEB, SURVEY = 3, 5, 6
TEAMS = np.array([f"team {letter}" for letter in "ABCDEFGHIJKL"])
ISSUES = np.array(
    [
        "billing",
        "delivery",
        "refund",
        "login",
        "cancellation",
        "damage",
        "warranty",
        "address change",
        "invoice copy",
        "price question",
    ]
)
OPENINGS = np.array(
    [f"{word} {thing}" for word in ("Still no", "My", "About the", "Your") for thing in ("order", "bill", "parcel")]
)
MIDDLES = np.array(
    [
        f"was {what} on {day}"
        for what in ("charged twice", "late again", "broken")
        for day in ["Mon", "Tue", "Wed", "Thu", "Fri"]
    ]
)
ENDINGS = np.array(
    [f"please {what}, thank you" for what in ("call me back", "refund it", "send a new one", "tell me why")]
)


def write_interactions(rows: int, path: Path) -> int:
    """Write ``rows`` distinct interactions (plus one repeat per thousand) in the order of time; return the lines written.

    About one customer per eight interactions, one conversation per four; half of the conversations have a case number.
    """
    rng = np.random.default_rng(SEED)
    sizes = rng.integers(1, 8, size=rows // 3 + 10)
    conversation = np.repeat(np.arange(len(sizes)), sizes)[:rows]
    people = max(rows // 8, 1)
    turn = np.arange(rows) - np.concatenate(([0], np.cumsum(sizes)))[conversation]
    last = np.append(conversation[1:] != conversation[:-1], True)
    person = rng.integers(0, people, size=len(sizes))[conversation]

    gap = np.where(rng.random(rows) < 0.1, 172_800, 7_200) * rng.exponential(size=rows)
    walked = np.cumsum(np.where(turn == 0, 0, gap + 1).astype(np.int64))
    within = walked - walked[np.flatnonzero(turn == 0)][conversation]
    second = FIRST_SECOND + rng.integers(0, YEAR_SECONDS, size=len(sizes))[conversation] + within

    usual = rng.choice(len(CHANNELS), size=len(sizes), p=CHANNEL_SHARES)[conversation]
    channel = np.where(rng.random(rows) < 0.15, rng.choice(len(CHANNELS), size=rows, p=CHANNEL_SHARES), usual)
    by_customer = (turn == 0) | (rng.random(rows) < 0.5) | (channel == WEB) | (channel == SURVEY)
    by_bot = ~by_customer & ((channel == CHATBOT) | (rng.random(rows) < 0.1))
    team = np.where(rng.random(rows) < 0.12, rng.integers(0, len(TEAMS), rows), (conversation * 7) % len(TEAMS))

    has_phone = (person * 2_654_435_761) % 10 < 4
    how = rng.random(rows)
    no_name = ~by_customer & (how < 0.2)
    by_phone = has_phone & (how > 0.4)
    by_mail = ~no_name & ~(has_phone & (how > 0.7))
    at_work = ((person * 40_503) % 20 == 0) & (rng.random(rows) < 0.3)
    named = (turn == 0) | (rng.random(rows) < 0.7)
    cased = (conversation * 2_246_822_519) % 100 < 50
    outcome = np.where(last & (rng.random(rows) < 0.6), 1, np.where((turn == 0) & (rng.random(rows) < 0.02), 2, 0))
    rating = rng.integers(1, 6, rows)
    words = rng.integers(0, 1 << 30, rows)

    order = np.argsort(second, kind="stable")
    order = np.insert(
        order,
        np.arange(DUPLICATE_EVERY, rows, DUPLICATE_EVERY),
        order[DUPLICATE_EVERY - 900 : rows - 900 : DUPLICATE_EVERY],
    )
    writer: arrow_csv.CSVWriter | None = None
    for start in range(0, len(order), CHUNK_ROWS):
        at = order[start : start + CHUNK_ROWS]
        who = person[at]
        direction = np.where(by_customer[at], "inbound", "outbound")
        party = np.where(by_customer[at], "customer", np.where(by_bot[at], "bot", "agent"))
        agent = party == "agent"
        table = pa.table(
            {
                "id": _text("i", at),
                "time": pa.array(second[at].astype("datetime64[s]").astype(str)),
                "email": _given(
                    pc.binary_join_element_wise(
                        _text("p", who), pa.array(np.where(at_work[at], ".work@example.com", "@example.com")), ""
                    ),
                    by_mail[at],
                ),
                "phone": _given(_text("(415) ", who + 2_000_000), by_phone[at] & ~no_name[at]),
                "channel": pa.array(CHANNELS[channel[at]]),
                "direction": pa.array(direction),
                "party": pa.array(party),
                "agent": _given(_text("agent ", team[at] * 20 + conversation[at] % 20), agent),
                "team": _given(pa.array(TEAMS[team[at]]), agent),
                "conversation": _text("conversation-", conversation[at]),
                "case": _given(_text("CASE-", conversation[at]), cased[at]),
                "issue": _given(pa.array(ISSUES[(conversation[at] * 13) % len(ISSUES)]), named[at]),
                "outcome": _given(pa.array(np.array(["", "resolved", "reopened"])[outcome[at]]), outcome[at] > 0),
                "rating": _given(pc.cast(pa.array(rating[at]), pa.string()), channel[at] == SURVEY),
                "text": _sentence(words[at]),
            }
        )
        table = table.set_column(1, "time", pc.binary_join_element_wise(table["time"], pa.scalar("Z"), ""))
        writer = writer or arrow_csv.CSVWriter(path, table.schema)
        writer.write_table(table)
    if writer:
        writer.close()
    return len(order)


def _text(front: str, numbers: np.ndarray) -> pa.Array:
    return pc.binary_join_element_wise(pa.scalar(front), pc.cast(pa.array(numbers), pa.string()), "")


def _given(values: pa.Array, where: np.ndarray) -> pa.Array:
    return pc.if_else(pa.array(where), values, pa.scalar(None, pa.string()))


def _sentence(words: np.ndarray) -> pa.Array:
    return pc.binary_join_element_wise(
        pa.array(OPENINGS[words % len(OPENINGS)]),
        pc.cast(pa.array(words % 99_991), pa.string()),
        pa.array(MIDDLES[words // 7 % len(MIDDLES)]),
        pa.array(ENDINGS[words // 11 % len(ENDINGS)]),
        " ",
    )


if __name__ == "__main__":
    print(write_interactions(int(sys.argv[1]), Path(sys.argv[2])))
