"""What handoffs lose: counted by what was known before, every number opens its handoffs, and each is shown by the very words."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

import clew
from clew.app.building import build
from clew.app.view import Selection, View, Views, behind
from clew.app.view.contracts.cells import contracts_of_pair, matrix_verdicts
from clew.app.view.contracts.judged import broken_terms
from clew.app.view.contracts.word import ContractWord
from clew.app.view.handoffs.context import SAID_PARTS
from clew.app.view.handoffs.evidence import evidence
from clew.app.view.handoffs.listed import listed_handoffs
from clew.app.view.handoffs.lost import around
from clew.app.view.handoffs.matrix import handoff_matrix
from clew.app.view.handoffs.pair import handoff_pair
from clew.app.view.handoffs.word import handoffs_of, pair_word
from clew.app.workspace import Workspace
from clew.model import HandoffContract, UsageError

HEADER = ["id", "time", "email", "channel", "direction", "party", "conversation", "text"]
GIVEN = "My bill is too high. My account number is 76623077."
FINE, AGAIN = "Hello, I look into it.", "Hello. What is your account number?"
TO_AGENT = "handoff:party/bot/agent"
SOON = HandoffContract("Soon", to_party=("agent",), within_seconds=600)
KNOWN = HandoffContract("Known", from_party=("bot",), required_facts=("account",))


def chat(number: int, agent_after: int, said: str, asked: str) -> list[tuple[str, ...]]:
    """A customer says something to a bot; an agent takes over minutes later and says something."""
    at, person, thread = f"2026-03-{number + 1:02}T10", f"p{number}@x.com", f"t{number}"
    return [
        (f"c{number}", f"{at}:00:00Z", person, "chat", "inbound", "customer", thread, said),
        (
            f"b{number}",
            f"{at}:00:09Z",
            person,
            "chat",
            "outbound",
            "bot",
            thread,
            "I'll transfer you to a colleague now.",
        ),
        (f"a{number}", f"{at}:{agent_after:02}:09Z", person, "chat", "outbound", "agent", thread, asked),
    ]


def desk(folder: Path, *, read: bool) -> Iterator[View]:
    """Seven chats: the account number is asked again in two, given in none of the last; the third agent comes late."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(HEADER)
    for number in range(7):
        said = "Hello there." if number == 6 else GIVEN
        writer.writerows(chat(number, 15 if number == 2 else 5, said, AGAIN if number in (1, 4) else FINE))
    (folder / "desk.csv").write_text(out.getvalue(), encoding="utf-8")
    made = clew.create(folder / "ws")
    file = made.path / "clew.toml"
    wanted = file.read_text(encoding="utf-8").replace("facts = true", f"facts = {str(read).lower()}")
    file.write_text(wanted, encoding="utf-8")
    clew.open(made.path).import_files(folder / "desk.csv")
    place = Workspace(made.path)
    build(place)
    views = Views(place)
    found = views.wait()
    assert isinstance(found, View)
    yield found
    views.close()
    place.close()


@pytest.fixture(scope="module")
def talk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    yield from desk(tmp_path_factory.mktemp("talk"), read=True)


@pytest.fixture(scope="module")
def unread(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    yield from desk(tmp_path_factory.mktemp("unread"), read=False)


def everything(view: View) -> np.ndarray:
    return view.chosen(Selection())


def opened(view: View, through: str) -> int:
    """Return how many handoffs the list behind a word counts."""
    return int(behind(view, through).times.sum())


def test_lost_is_what_was_asked_again_of_the_handoffs_with_something_known(talk: View) -> None:
    pair = handoff_pair(talk, everything(talk), pair_word(TO_AGENT)).around
    account = next(fact for fact in pair.facts if fact.name == "account")

    assert (pair.lost.known, pair.lost.lost, pair.n) == (6, 2, 7)
    assert pair.lost.share == pytest.approx(2 / 6)
    assert pair.lost.low < pair.lost.share < pair.lost.high  # type: ignore[operator]
    assert (account.known, account.asked_again) == (6, 2)
    assert pair.lost.state == "thin"
    assert pair.facts[0] == account, "what is asked again most stands first"


def test_every_part_of_what_was_said_opens_exactly_its_handoffs(talk: View) -> None:
    word = pair_word(TO_AGENT)
    pair = handoff_pair(talk, everything(talk), word).around
    expected = {
        "context=known": 6,
        "context=lost": 2,
        "told=yes": pair.told,
        "told=no": pair.read - pair.told,
        "promised=yes": pair.promised,
        "promised=no": pair.read - pair.promised,
        "back=yes": pair.came_back,
        "asked=account": 2,
    }
    assert set(SAID_PARTS) < set(expected)
    assert pair.told == 7, "the bot says that a colleague takes over"
    for part, n in expected.items():
        assert opened(talk, str(word.narrowed(part))) == n, part
        assert len(listed_handoffs(talk, everything(talk), str(word.narrowed(part))).rows) == n


def test_a_cell_loses_what_its_row_column_and_the_whole_lose_together(talk: View) -> None:
    matrix = handoff_matrix(talk, everything(talk), "party")

    for ends, at in ((matrix.rows, "row"), (matrix.columns, "column")):
        for number, end in enumerate(ends):
            cells = [cell.lost for cell in matrix.cells if getattr(cell, at) == number]
            for field in ("known", "lost", "facts_known", "facts_carried"):
                assert sum(getattr(cell, field) for cell in cells) == getattr(end.lost, field)
    assert matrix.lost == around(talk, np.arange(len(talk.handoffs.journey))).lost


def test_a_handoff_is_shown_by_the_question_and_by_where_it_had_been_given(talk: View) -> None:
    found = listed_handoffs(talk, everything(talk), f"{TO_AGENT}/context=lost")
    first, second = evidence(talk, found.rows)

    assert first.handed_us > second.handed_us, "the latest first"
    for each in (first, second):
        (asked,) = each.asked_again
        assert (asked.fact, asked.asked.words) == ("account", "What is your account number?")
        assert (asked.asked.before, asked.asked.after, asked.asked.is_cut) == ("Hello. ", "", (False, False))
        assert asked.given is not None
        assert (asked.given.words, asked.given.position) == ("76623077", 0)
        assert asked.given.before + asked.given.words + asked.given.after == GIVEN
        assert each.told is True
        assert "account" in (each.facts_known or ())


def test_handoffs_with_nothing_asked_again_have_no_questions(talk: View) -> None:
    rows = np.flatnonzero(handoffs_of(talk, pair_word(TO_AGENT)))
    asked = [each.asked_again for each in evidence(talk, rows)]

    assert sum(len(each) for each in asked) == 2
    assert len(asked) == 7


def test_where_texts_arent_read_nothing_is_claimed(unread: View) -> None:
    pair = handoff_pair(unread, everything(unread), pair_word(TO_AGENT)).around

    assert (pair.lost.state, pair.lost.share, pair.lost.carried_ratio) == ("unread", None, None)
    assert (pair.read, pair.told, pair.facts) == (0, 0, ())
    assert opened(unread, f"{TO_AGENT}/told=no") == 0, "not told isn't the same as not read"
    each = evidence(unread, np.flatnonzero(handoffs_of(unread, pair_word(TO_AGENT))))[0]
    assert (each.facts_known, each.told, each.promised, each.asked_again) == (None, None, None, ())


def test_contracts_over_cells_sum_to_all_handoffs_and_one_broken_contract_breaks_a_handoff(talk: View) -> None:
    cells, total = matrix_verdicts(talk, everything(talk), "party", [SOON, KNOWN])
    matrix = handoff_matrix(talk, everything(talk), "party")

    assert total.under + total.free == matrix.total.n
    for field in ("kept", "broken", "unknown", "free"):
        assert sum(getattr(said, field) for _row, _column, said in cells) == getattr(total, field)
    # Late (2), asked again (1 and 4), not known (6): four of the seven.
    to_agent = next(cell for cell in matrix.cells if (cell.word.before, cell.word.after) == ("bot", "agent"))
    said = next(said for row, column, said in cells if (row, column) == (to_agent.row, to_agent.column))
    assert (said.kept, said.broken, said.unknown) == (3, 4, 0)


def test_a_pairs_contracts_open_the_handoffs_that_broke_them(talk: View) -> None:
    word = pair_word(TO_AGENT)
    soon, known = contracts_of_pair(talk, everything(talk), word, [SOON, KNOWN])

    assert (soon.n, soon.broken, known.n, known.broken) == (7, 1, 7, 3)
    for each in (soon, known):
        judged = str(ContractWord(each.contract, "broken")).replace("contract:", "contract=", 1)
        through = str(word.narrowed(judged))
        assert opened(talk, through) == each.broken
        found = listed_handoffs(talk, everything(talk), through)
        assert found.contract == each.contract
        assert all(broken_terms(talk, each.contract, found.rows))
    assert contracts_of_pair(talk, everything(talk), word, [HandoffContract("No", to_party=("bot",), told=True)]) == []


@pytest.mark.parametrize(
    "word",
    ["handoff:party/bot/agent/asked=shoe", "handoff:party/bot/agent/told=maybe", "variant:x", "contract:nothing"],
)
def test_words_that_name_nothing_are_refused(talk: View, word: str) -> None:
    with pytest.raises(UsageError):
        listed_handoffs(talk, everything(talk), word)
