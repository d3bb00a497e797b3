"""``clew ask-model``: what would be sent is shown first, what came is told, and all of it can be taken back."""

from __future__ import annotations

from clew.cli import main
from tests.app.language_model.desk import HEADER, MASKED, OTHER, OTHER_MASKED, VEILED, configure, talk
from tests.app.language_model.standing_in import asks_for, standing_in
from tests.cli.running import Shop


def desk(shop: Shop, url: str) -> None:
    rows = "\n".join((HEADER, *talk("mia", VEILED), *talk("al", OTHER)))
    shop.takes(shop.file("desk.csv", rows + "\n"))
    configure(shop.folder, url)


def test_without_a_model_it_says_that_none_is_needed_and_what_to_write(shop: Shop) -> None:
    said = shop.run("ask-model")

    assert said.code == 2
    assert "none is needed" in said.err
    assert "[language_model]" in said.err


def test_a_dry_run_shows_every_sentence_and_sends_nothing(shop: Shop) -> None:
    with standing_in(lambda _body, _at: asks_for("account")) as endpoint:
        desk(shop, endpoint.url)
        said = shop.run("ask-model", "--dry-run")
        plan = shop.run("ask-model", "--dry-run", "--json").json()
        assert endpoint.bodies == []

    assert said.code == 0
    assert said.out.splitlines() == [MASKED, OTHER_MASKED]
    assert "2 sentences would be sent" in said.all
    assert (plan["would_send"], plan["waiting"], plan["answered_before"]) == ([MASKED, OTHER_MASKED], 2, 0)


def test_asking_tells_what_came_and_the_next_build_uses_it(shop: Shop) -> None:
    with standing_in(lambda body, _at: asks_for("account" if "go by" in str(body) else "none")) as endpoint:
        desk(shop, endpoint.url)
        done = shop.run("ask-model", "--json").json()
        again = shop.run("ask-model")
    (rate,) = shop.run("metrics", "asked_again_rate", "--json").json()

    assert (done["sent"], done["questions"], done["none"], done["left"], done["trouble"]) == (2, 1, 1, 0, "")
    assert "0 sentences sent" in again.all
    assert "2 answered before" in again.all
    assert rate["n"] == 2
    assert shop.run("ask-model", "--forget", "--json").json() == {"forgotten": 2}
    assert "No answers were kept" in shop.run("ask-model", "--forget").out


def test_a_wrong_key_is_an_error_with_its_own_code_and_no_words_of_anybody(shop: Shop) -> None:
    with standing_in(lambda _body, at: 401 if at else asks_for("none")) as endpoint:
        desk(shop, endpoint.url)
        said = shop.run("ask-model")

    assert said.code == 8
    assert "refuses the key" in said.err
    assert "run the same command again to go on" in said.err
    assert "1 for none" in said.all
    assert MASKED not in said.all
    assert "Traceback" not in said.all
    assert main.__doc__ is not None and "8 the language model" in main.__doc__


def test_a_dry_run_and_forgetting_do_not_go_together(shop: Shop) -> None:
    assert shop.run("ask-model", "--dry-run", "--forget").code == 2
