"""Finds the handoffs: where a journey passes to another channel, another party, or both."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

from clew.journeys.facts.kept import KEPT_COLUMNS
from clew.journeys.step import AGENT, BOT, NOBODY
from clew.model import HANDOFFS

if TYPE_CHECKING:
    import ibis.expr.types as ir


def raw_handoffs(served: ir.Table) -> ir.Table:
    """Return one row per change of channel or serving party between two consecutive service steps.

    ``rank`` and ``position`` are those of the step after the change; ``wait_us`` runs from the end of the step before
    (``handed_us``) until the party that takes over first acts, NULL when it never does. A customer who was served by nobody yet (a web
    visit) hands over by changing channel only; a team that isn't named is no other team.
    """
    window = ibis.window(group_by="journey", order_by=served["rank"])
    paired = served.mutate(
        turn=ibis.row_number().over(window),
        from_position=served.position.lag().over(window),
        from_channel_code=served.channel_code.lag().over(window),
        from_server=served.server.lag().over(window),
        from_server_team=served.server_team.lag().over(window),
        handed_us=served.until_us.lag().over(window),
    )
    new_channel = paired.channel_code != paired.from_channel_code
    other_team = (
        (paired.server_team >= 0) & (paired.from_server_team >= 0) & (paired.server_team != paired.from_server_team)
    )
    other = (paired.server != paired.from_server) | other_team
    new_party = (paired.from_server != NOBODY) & (paired.server != NOBODY) & other
    changed = paired.mutate(new_channel=new_channel, new_party=new_party).filter(
        (paired.turn > 0) & (new_channel | new_party)
    )
    # Not greatest(…, 0): engines disagree on what it makes of NULL, and NULL is what nobody's answer has to stay.
    wait = changed.answer_us - changed.handed_us
    return changed.mutate(wait_us=ibis.ifelse(wait < 0, 0, wait)).drop("turn", "answer_us", "until_us")


def handoffs_table(
    raw: ir.Table, steps: ir.Table, journeys: ir.Table, names: ir.Table, codes: dict[str, ir.Table]
) -> ir.Table:
    """Return the handoffs contract but for what was said: the raw ones with names for codes, their stages, and how their journey ended.

    ``journey``, the number it goes by here, comes along to sort by.
    """
    change = ibis.cases(
        (raw.new_channel & raw.new_party, "channel and party"), (raw.new_channel, "channel"), else_="party"
    )
    named = raw.mutate(change=change, from_party=_party(raw.from_server), to_party=_party(raw.server))
    named = named.inner_join(names.select("journey", "journey_id", "customer_id"), "journey")
    for code, column, field in (
        ("channel", "from_channel_code", "from_channel"),
        ("channel", "channel_code", "to_channel"),
        ("team", "from_server_team", "from_team"),
        ("team", "server_team", "to_team"),
    ):
        table = codes[code].select(**{column: codes[code][f"{code}_code"], field: codes[code][code]})
        named = named.left_join(table, column).drop(f"{column}_right")
    named = named.mutate(from_team=named.from_team.fill_null(""), to_team=named.to_team.fill_null(""))
    stages = steps.select("journey", "position", "stage")
    ends = journeys.select("journey", "outcome")
    return (
        named.inner_join(stages.rename(to_stage="stage"), ["journey", "position"])
        .inner_join(stages.rename(from_stage="stage", from_position="position"), ["journey", "from_position"])
        .inner_join(ends, "journey")
        .select("journey", *(name for name in HANDOFFS.columns if name not in KEPT_COLUMNS))
    )


def _party(server: ir.IntegerColumn) -> ir.StringValue:
    return ibis.cases((server == AGENT, "agent"), (server == BOT, "bot"), else_="")
