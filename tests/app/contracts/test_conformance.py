"""Contracts over history: handoffs kept, broken by which term, or not to be told; every number opens what it counts."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

import clew
from clew.app.contracts.broken import broken_handoffs
from clew.app.contracts.conformance import conformance, conformances
from clew.app.contracts.judgements import BROKEN, KEPT, WORDS, judgements
from clew.app.view.behind_number import behind
from clew.app.view.contracts.judged import contract_over
from clew.app.view.contracts.word import ContractWord, read_word
from clew.app.view.view import View
from clew.app.workspace import Workspace
from clew.journeys import kept
from clew.model import HandoffContract, UsageError

HEADER = ["id", "time", "email", "channel", "direction", "party", "conversation", "text"]
BOT_TO_PERSON = HandoffContract(
    "Bot to person", from_party=("bot",), to_party=("agent",), required_facts=("account",), within_seconds=600
)


def chat(number: int, agent_after: int, question: str) -> list[tuple[str, ...]]:
    """A customer tells a bot the account number; an agent takes over minutes later and says something."""
    at = f"2026-03-{number + 1:02}T10"
    told = "My bill is too high. My account number is 76623077."
    return [
        (f"c{number}", f"{at}:00:00Z", f"p{number}@x.com", "chat", "inbound", "customer", f"t{number}", told),
        (f"b{number}", f"{at}:00:09Z", f"p{number}@x.com", "chat", "outbound", "bot", f"t{number}", "One moment."),
        (
            f"a{number}",
            f"{at}:{agent_after:02}:09Z",
            f"p{number}@x.com",
            "chat",
            "outbound",
            "agent",
            f"t{number}",
            question,
        ),
    ]


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Six chats: four kept, one where the account number is asked for again, one where the agent comes too late."""
    folder = tmp_path_factory.mktemp("contracts")
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(HEADER)
    fine, again = "Hello, I look into it.", "Hello. What is your account number?"
    for number in range(6):
        writer.writerows(chat(number, 15 if number == 5 else 5, again if number == 4 else fine))
    (folder / "desk.csv").write_text(out.getvalue(), encoding="utf-8")
    made = clew.create(folder / "ws")
    clew.open(made.path).import_files(folder / "desk.csv")
    place = Workspace(made.path)
    place.settings = replace(place.settings, contracts=(BOT_TO_PERSON, HandoffContract("Told", told=True)))
    return place


def test_a_contract_says_how_many_kept_it_and_which_terms_the_others_broke(ours: Workspace) -> None:
    found, told = conformances(ours)

    assert (found.n, found.journeys, found.kept, found.broken, found.unknown) == (6, 6, 4, 2, 0)
    assert {term.name: (term.kept, term.broken) for term in found.terms} == {
        "required_facts": (5, 1),
        "time_limit": (5, 1),
    }
    assert found.kept_share == pytest.approx(4 / 6)
    assert found.low is not None and found.high is not None and found.low < 4 / 6 < found.high
    assert (found.state, found.reason) == ("thin", "thin: fewer than 30 handoffs")
    assert told.n == 6


def test_the_broken_ones_are_listed_with_what_they_broke(ours: Workspace) -> None:
    rows = broken_handoffs(ours, "Bot to person")

    assert [(row["position"], row["broken"], row["wait_seconds"]) for row in rows] == [
        (2, ["time_limit"], 900.0),
        (2, ["required_facts"], 300.0),
    ]
    assert rows[1]["facts_asked_again"] == ["account"]
    with pytest.raises(UsageError, match="Known: Bot to person, Told"):
        broken_handoffs(ours, "Nobody's")


def test_one_handoff_just_now_is_judged_as_history_judges_it(ours: Workspace) -> None:
    """The same expression, row by row: what history says of each handoff, the live check says of it too."""
    with ours.session() as connection:
        rows = connection.sql("SELECT * FROM handoffs ORDER BY journey_id, position").to_arrow_table().to_pylist()
        found = judgements(connection, BOT_TO_PERSON)
    sides = ("from_channel", "to_channel", "from_party", "to_party", "from_team", "to_team")
    names = (*sides, "wait_us", "facts_known", "facts_asked_again")
    live = {row["journey_id"]: kept({name: row[name] for name in names}, BOT_TO_PERSON) for row in rows}
    history = {
        found.journey_ids[at]: code for at, code in zip(found.journey.tolist(), found.verdict.tolist(), strict=True)
    }

    assert sorted(history.values()) == [BROKEN, BROKEN, KEPT, KEPT, KEPT, KEPT]
    assert {name: WORDS[each.verdict] for name, each in live.items() if each} == history


def test_where_texts_are_not_read_nothing_is_claimed_of_them(unread: Workspace) -> None:
    with unread.session() as connection:
        found = conformance(contract := HandoffContract("Told", told=True), judgements(connection, contract))

    assert (found.kept, found.broken, found.kept_share, found.state) == (0, 0, None, "empty")
    assert found.unknown == found.n > 50
    assert "texts aren't read" in found.reason


def test_a_contract_under_which_nothing_falls_says_so(company: Workspace) -> None:
    with company.session() as connection:
        nobody = HandoffContract("x", to_team=("No such team",), within_seconds=60)
        found = conformance(nobody, judgements(connection, nobody))

    assert (found.n, found.state, found.reason) == (0, "empty", "no handoff falls under it")


def test_every_number_of_a_contract_opens_the_handoffs_that_it_counts(view: View) -> None:
    contract = HandoffContract("Within the hour", to_channel=("phone", "email"), within_seconds=3600)
    chosen = view.journeys.first_channel.among(("chat", "chatbot", "email"))
    found = contract_over(view, contract, chosen)

    assert found.n == found.kept + found.broken + found.unknown > 10
    for verdict, n in (("", found.n), ("kept", found.kept), ("broken", found.broken), ("unknown", found.unknown)):
        word = str(ContractWord(contract, verdict))
        assert int(behind(view, word).times[chosen].sum()) == n
    assert int((behind(view, str(ContractWord(contract))).times[chosen] > 0).sum()) == found.journeys
    (term,) = found.terms
    assert int(behind(view, str(ContractWord(contract, "broken", "time_limit"))).times[chosen].sum()) == term.broken


def test_a_word_holds_the_whole_contract_whatever_its_names_are() -> None:
    odd = HandoffContract(
        'A/B & "C" = 100 %', to_team=("1st/2nd", "a&b=c"), required_facts=("order",), within_seconds=90, promise=True
    )
    word = ContractWord(odd, "broken", "promise")

    assert read_word(str(word).removeprefix("contract:")) == word


@pytest.mark.parametrize(
    "rest",
    [
        "",
        "name=a",
        "name=a&told=true&x=1",
        "name=a&told=true/lost",
        "name=a&told=true/broken/promise",
        "told=true",
        "%ff&&",
    ],
)
def test_a_word_that_names_no_contract_is_refused(rest: str) -> None:
    with pytest.raises(UsageError):
        read_word(rest)
