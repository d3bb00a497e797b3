"""Finds the handoffs: where a journey passes to another channel, another party, or both."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

from clew.model import HANDOFFS
from clew.store import unbound

if TYPE_CHECKING:
    import ibis.expr.types as ir


def raw_handoffs(served: ir.Table) -> ir.Table:
    """Return one row per change of channel or serving party between two consecutive service steps.

    ``position`` is that of the step after the change; ``wait_us`` runs from the end of the step before until the party
    that takes over first acts, NULL when it never does. A customer who was served by nobody yet (a web visit) hands over
    by changing channel only.
    """
    window = ibis.window(group_by=served.journey_id, order_by=served.position)
    paired = served.mutate(
        turn=ibis.row_number().over(window),
        from_position=served.position.lag().over(window),
        from_channel=served.channel.lag().over(window),
        from_party=served.server_party.lag().over(window),
        from_team=served.server_team.lag().over(window),
        us_before=served.until_us.lag().over(window),
    )
    new_channel = paired.channel != paired.from_channel
    new_party = (
        (paired.from_party != "")
        & (paired.server_party != "")
        & ((paired.server_party != paired.from_party) | (paired.server_team != paired.from_team))
    )
    changed = paired.filter((paired.turn > 0) & (new_channel | new_party))
    change = ibis.cases((new_channel & new_party, "channel and party"), (new_channel, "channel"), else_="party")
    # Not greatest(…, 0): engines disagree on what it makes of NULL, and NULL is what nobody's answer has to stay.
    wait = changed.answer_us - changed.us_before
    return changed.mutate(
        change=change,
        to_channel=changed.channel,
        to_party=changed.server_party,
        to_team=changed.server_team,
        wait_us=ibis.ifelse(wait < 0, 0, wait),
    ).select(
        [
            "journey_id",
            "customer_id",
            "position",
            "from_position",
            "change",
            "from_channel",
            "to_channel",
            "from_party",
            "to_party",
            "from_team",
            "to_team",
            "wait_us",
        ]
    )


def handoffs_table(raw: ir.Table, steps: ir.Table, journeys: ir.Table) -> ir.Table:
    """Return the handoffs contract: the raw ones with their stages and how their journey ended."""
    stages = steps.select("journey_id", "position", "stage")
    ends = journeys.select("journey_id", "outcome")
    return (
        raw.left_join(stages.rename(to_stage="stage"), ["journey_id", "position"])
        .drop("journey_id_right", "position_right")
        .left_join(stages.rename(from_stage="stage", from_position="position"), ["journey_id", "from_position"])
        .drop("journey_id_right", "from_position_right")
        .left_join(ends, "journey_id")
        .select(*unbound(HANDOFFS).columns)
    )
