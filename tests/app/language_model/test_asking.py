"""A configured language model is asked about doubtful sentences only, masked, once each; whatever it does, nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

import clew
from clew.app.building import build, is_current
from clew.app.language_model import asking
from clew.app.language_model.endpoint import MOST_BYTES
from clew.app.workspace import Workspace
from clew.model import EndpointError, UsageError
from tests.app.language_model.desk import MASKED, OTHER, OTHER_MASKED, VEILED, configure, desk, told
from tests.app.language_model.standing_in import asks_for, saying, standing_in

PLAIN = "What is your account number?"


def ask(place: Workspace) -> asking.AskedModel:
    return asking.ask(place, asking.planned(place), sleep=lambda _seconds: None)


def test_only_masked_sentences_that_follow_a_handoff_and_hold_no_question_are_sent_each_once(tmp_path: Path) -> None:
    with standing_in(lambda _body, _at: asks_for("account")) as endpoint:
        place = desk(tmp_path, endpoint.url, questions={"mia": VEILED, "bo": VEILED, "al": OTHER, "cy": PLAIN})
        done = ask(place)

    assert endpoint.sentences == [MASKED, OTHER_MASKED]
    assert (done.sent, done.questions, done.left) == (2, 2, 0)
    assert set(endpoint.paths) == {"/v1/chat/completions"}
    sent = repr(endpoint.bodies).lower()
    for private in ("mia", "lopez", "76623077", "example.com", "bill is too high", "connecting"):
        assert private not in sent


def test_what_was_answered_is_never_asked_again_and_nobody_is_asked_by_a_build(tmp_path: Path) -> None:
    with standing_in(lambda _body, _at: asks_for("account")) as endpoint:
        place = desk(tmp_path, endpoint.url)
        build(place)
        assert endpoint.bodies == []
        ask(place)
        assert not is_current(place)
        build(place)
        assert asking.planned(place).waiting == ()
        assert ask(place).sent == 0
        assert len(endpoint.bodies) == 1
    build(place, anew=True)

    assert told(place, "SELECT act, read_by FROM facts WHERE read_by IS NOT NULL") == [("ask_again", "small-1")]


NONSENSE = [
    b"",
    b"<html>busy</html>",
    b"[" * 100_000,
    b"{}",
    b'{"choices": []}',
    saying("I think it asks for the account number."),
    saying({"fact": "shoe_size", "check": False}),
    saying({"fact": ["account"], "check": False}),
    saying({"fact": "account"}),
    saying({"fact": "account", "check": "no"}),
    saying({"fact": "account", "check": False, "note": "x"}),
    saying([]),
    saying("null"),
]


def test_an_answer_that_is_not_what_was_asked_for_counts_and_changes_nothing(tmp_path: Path) -> None:
    with standing_in(lambda _body, at: [*NONSENSE, asks_for("account")][at]) as endpoint:
        place = desk(tmp_path, endpoint.url)
        for nonsense in NONSENSE:
            done = ask(place)
            assert (done.sent, done.unusable, done.questions, done.left) == (1, 1, 0, 1), nonsense[:80]
            assert is_current(place)
        again = ask(place)

    assert (again.questions, again.left) == (1, 0)


@pytest.mark.parametrize("trouble", [500, 429, "hang up", "hang", "cut short"])
def test_trouble_is_tried_again_and_then_goes_on_from_there(tmp_path: Path, trouble: int | str) -> None:
    with standing_in(lambda _body, at: trouble if at in (1, 2, 4) else asks_for("account")) as endpoint:
        place = desk(tmp_path, endpoint.url, questions={"mia": VEILED, "al": OTHER}, timeout_seconds=0.2)
        done = ask(place)

    assert (done.sent, done.questions, done.unanswered, done.trouble) == (2, 2, 0, "")
    assert endpoint.sentences == [MASKED, *[OTHER_MASKED] * 3]


@pytest.mark.parametrize("trouble", [503, "hang up"])
def test_an_endpoint_that_stays_in_trouble_is_left_alone_and_what_came_is_kept(
    tmp_path: Path, trouble: int | str
) -> None:
    words = ("kettle", "ladder", "garden", "window", "carpet")
    questions = {f"p{word}": f"Would you please look at the {word} by the door?" for word in words}
    down = True
    with standing_in(lambda _body, at: trouble if down and at else asks_for("none")) as endpoint:
        place = desk(tmp_path, endpoint.url, questions=questions)
        waits: list[float] = []
        done = asking.ask(place, asking.planned(place), sleep=waits.append)
        assert (done.sent, done.none, done.unanswered, done.left) == (4, 1, 3, 4)
        assert "times in a row" in done.trouble
        assert waits == [1.0, 4.0] * 3
        down = False
        assert (ask(place).none, len(set(endpoint.sentences))) == (4, 5)


@pytest.mark.parametrize(
    ("status", "said"), [(401, "refuses the key"), (404, "no such page or model"), (302, "sends elsewhere")]
)
def test_what_no_asking_again_can_mend_ends_at_once_and_says_what_to_do(tmp_path: Path, status: int, said: str) -> None:
    with standing_in(lambda _body, _at: status) as endpoint:
        done = ask(desk(tmp_path, endpoint.url))

    assert said in done.trouble
    assert len(endpoint.bodies) == 1, "and a redirect isn't followed"
    assert (done.left, done.questions) == (1, 0)


def test_an_endless_answer_is_cut_off(tmp_path: Path) -> None:
    with standing_in(lambda _body, _at: b" " * (MOST_BYTES + 1)) as endpoint:
        done = ask(desk(tmp_path, endpoint.url))

    assert (done.unanswered, done.left) == (1, 1)


def test_an_endpoint_that_is_not_there_is_said_and_nothing_breaks(tmp_path: Path) -> None:
    with standing_in(lambda _body, _at: 500) as endpoint:
        place = desk(tmp_path, endpoint.url)
    done = ask(place)

    assert (done.unanswered, done.left) == (1, 1)


def test_an_endpoint_that_knows_no_schemas_is_asked_without(tmp_path: Path) -> None:
    def does(body: dict[str, object], _at: int) -> bytes | int:
        return 400 if "response_format" in body else asks_for("account")

    with standing_in(does) as endpoint:
        place = desk(tmp_path, endpoint.url, questions={"mia": VEILED, "al": OTHER})
        assert ask(place).questions == 2

    forms = [body.get("response_format", {}).get("type") for body in endpoint.bodies]
    assert forms == ["json_schema", "json_object", None, None]


def test_the_key_comes_from_the_environment_and_stands_nowhere_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with standing_in(lambda _body, at: 401 if at else asks_for("account")) as endpoint:
        place = desk(tmp_path, endpoint.url, questions={"mia": VEILED, "al": OTHER}, key_variable="CLEW_TEST_KEY")
        with pytest.raises(EndpointError, match="CLEW_TEST_KEY"):
            ask(place)
        monkeypatch.setenv("CLEW_TEST_KEY", "s3cret-key")
        done = ask(place)
        place.close()

    assert endpoint.keys == ["Bearer s3cret-key"] * 2
    assert "s3cret-key" not in done.trouble
    files = [file.read_bytes() for file in place.folder.rglob("*") if file.is_file()]
    assert not any(b"s3cret-key" in each or MASKED.encode() in each for each in files)


def test_no_more_is_asked_in_one_run_than_the_settings_allow(tmp_path: Path) -> None:
    with standing_in(lambda _body, _at: asks_for("none")) as endpoint:
        place = desk(tmp_path, endpoint.url, questions={"mia": VEILED, "al": OTHER}, most_questions=1)
        assert (ask(place).left, len(endpoint.bodies)) == (1, 1)
        assert (ask(place).left, len(endpoint.bodies)) == (0, 2)


def test_an_interruption_loses_nothing_that_was_answered(tmp_path: Path) -> None:
    with standing_in(lambda _body, _at: asks_for("account")) as endpoint:
        place = desk(tmp_path, endpoint.url, questions={"mia": VEILED, "al": OTHER})

        def stop(done: int, _total: int) -> None:
            if done == 1:
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            asking.ask(place, asking.planned(place), stop)
        assert ask(place).sent == 1

    assert endpoint.sentences == [MASKED, OTHER_MASKED]


def test_a_sentence_that_still_holds_the_customers_name_is_withheld(tmp_path: Path) -> None:
    named = "my name is Mia Lopez and my bill is too high"
    veiled = "and what do we go by in your case, lopez?"
    with standing_in(lambda _body, _at: asks_for("account")) as endpoint:
        place = desk(tmp_path, endpoint.url, questions={"mia": veiled})
        rows = f'x1,2026-03-01T09:59:00Z,mia@example.com,chatbot,inbound,customer,miab,"{named.replace("my name", "My name")}"\n'
        file = tmp_path / "more.csv"
        file.write_text(
            (tmp_path / "desk.csv").read_text(encoding="utf-8").splitlines()[0] + "\n" + rows, encoding="utf-8"
        )
        clew.open(place.folder).import_files(file)
        plan = asking.planned(place)

    assert (plan.waiting, plan.doubtful.withheld, plan.doubtful.places) == ((), 1, 1)


def test_without_a_model_or_without_texts_it_says_what_to_write(tmp_path: Path) -> None:
    place = desk(tmp_path)
    with pytest.raises(UsageError, match=r"\[language_model\]"):
        asking.planned(place)
    configure(place.folder, "http://localhost:1/v1")
    file = place.folder / "clew.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("facts = true", "facts = false"), encoding="utf-8")
    with pytest.raises(UsageError, match="facts = true"):
        asking.planned(Workspace(place.folder))
