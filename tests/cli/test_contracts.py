"""``clew contracts``: how far each was kept, by what it was broken, and which handoffs broke it."""

from __future__ import annotations

from tests.cli.running import Shop

DESK = """id,time,email,channel,direction,party,conversation,text
1,2026-03-01T10:00:00Z,mia@x.com,chat,inbound,customer,t1,My bill is too high
2,2026-03-01T10:00:09Z,mia@x.com,chat,outbound,bot,t1,One moment please
3,2026-03-01T10:15:09Z,mia@x.com,chat,outbound,agent,t1,Hello
"""
CONTRACT = '[[contracts]]\nname = "Soon"\nto_party = ["agent"]\nwithin = "{limit}"\n'


def with_contract(shop: Shop, text: str) -> None:
    file = shop.folder / "clew.toml"
    head = file.read_text(encoding="utf-8").partition("[[contracts]]\nname")[0]
    file.write_text(head + text, encoding="utf-8")


def test_without_contracts_it_says_where_to_write_one(shop: Shop) -> None:
    shop.takes(shop.file("desk.csv", DESK))

    assert "[[contracts]]" in shop.run("contracts").all
    assert shop.run("contracts", "--json").json() == []


def test_a_contract_is_judged_over_history_and_a_change_counts_at_once(shop: Shop) -> None:
    shop.takes(shop.file("desk.csv", DESK))
    with_contract(shop, CONTRACT.format(limit="10 min"))
    said = shop.run("contracts")
    (found,) = shop.run("contracts", "--json").json()
    (row,) = shop.run("contracts", "--broken", "Soon", "--json").lines()

    assert "time limit 1" in said.all
    assert "withheld" in said.all
    assert (found["name"], found["n"], found["broken"], found["kept_share"]) == ("Soon", 1, 1, None)
    assert (row["position"], row["wait_seconds"], row["broken"]) == (2, 900.0, ["time_limit"])
    assert "15 min" in shop.run("contracts", "--broken", "Soon").all

    with_contract(shop, CONTRACT.format(limit="15 min"))
    assert shop.run("contracts", "--json").json()[0]["kept"] == 1
    assert "No handoff broke it" in shop.run("contracts", "--broken", "Soon").all


def test_a_contract_that_is_not_there_or_cant_be_used_is_refused_with_a_remedy(shop: Shop) -> None:
    shop.takes(shop.file("desk.csv", DESK))
    said = shop.run("contracts", "--broken", "Soon")
    assert (said.code, "Known: none" in said.err) == (2, True)

    with_contract(shop, CONTRACT.format(limit="soon"))
    said = shop.run("contracts")
    assert said.code == 3
    assert "contracts.0.within" in said.err
    assert "30 min" in said.err
