"""Every command explains itself with an example, prints JSON when asked, and ends with a code that means something."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from clew.cli import commands
from tests.cli.running import Shop, run

COMMANDS = list(commands())


def test_the_commands_of_the_plan_are_all_there() -> None:
    planned = {"init", "import", "build", "map", "metrics", "journeys", "customer", "sources", "export", "demo"}
    assert planned <= set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example_of_itself_and_prints_json(command: str) -> None:
    said = run(*command.split(), "--help")
    assert said.code == 0
    assert f"Example: clew {command}" in said.out
    assert "--json" in said.out


def test_every_option_says_what_it_does() -> None:
    for name, command in commands().items():
        for parameter in command.params:
            assert getattr(parameter, "help", None), (name, parameter.name)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shell_completion_is_offered(shell: str) -> None:
    said = run("--show-completion", shell)
    assert said.code == 0
    assert "_CLEW_COMPLETE" in said.out


def test_completion_names_the_commands() -> None:
    program = "from clew.cli import main; import sys; sys.argv = ['clew']; main()"
    words = {"_CLEW_COMPLETE": "complete_bash", "COMP_WORDS": "clew so", "COMP_CWORD": "1", "PATH": "/usr/bin:/bin"}
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=words, check=False)
    assert said.stdout.split() == ["sources"]


def test_the_version_is_printed() -> None:
    assert run("--version").out.startswith("clew 0.")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["import"], 2),
        (["sources", "--bogus"], 2),
        (["nonsense"], 2),
        (["sources", "-w", "/nowhere/at/all"], 3),
    ],
)
def test_wrong_words_end_with_2_and_a_missing_workspace_with_3(words: list[str], code: int) -> None:
    said = run(*words)
    assert said.code == code
    assert "Traceback" not in said.all
    assert said.out == ""


def test_a_workspace_whose_settings_are_broken_ends_with_3(shop: Shop) -> None:
    (shop.folder / "clew.toml").write_text("[workspace\n")
    said = shop.run("sources")
    assert said.code == 3
    assert "clew.toml is no valid TOML" in said.err


def test_a_workspace_is_not_made_twice(shop: Shop) -> None:
    said = run("init", shop.folder)
    assert said.code == 3
    assert "is a workspace already" in said.err


def test_a_fault_of_clews_own_is_one_sentence_without_a_traceback(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_words: object) -> None:
        raise ZeroDivisionError("mia@example.com")

    monkeypatch.setattr("clew.channels.source_ledgers", fail)
    said = shop.run("sources")
    assert said.code == 1
    assert "a fault of its own (ZeroDivisionError)" in said.err
    assert "mia@example.com" not in said.all
    assert "Traceback" not in said.all


def test_every_command_that_answers_prints_json_that_can_be_read(shop: Shop) -> None:
    rows = "id,when,channel,email\n1,2024-03-01 10:00,chat,mia@example.com\n2,2024-03-01 11:00,faxx,mia@example.com\n"
    assert json.loads(shop.takes(shop.file("calls.csv", rows), "--json").out)["files"]
    assert shop.run("build", "--json").json()["interactions"] == 1
    (source,) = shop.run("sources", "--json").json()
    assert list(source)[:6] == ["source", "received", "stored", "duplicate", "quarantined", "refused"]
    assert [row["row"] for row in shop.run("quarantine", "--json").lines()] == [3]
    (journey,) = shop.run("journeys", "--json").lines()
    assert journey["first_channel"] == "chat"
    names = ["name", "value", "unit", "n", "low", "high", "state", "reason"]
    assert {tuple(metric) for metric in shop.run("metrics", "--json").json()} == {tuple(names)}
    assert shop.run("customer", "email:mia@example.com", "--json").json()["identifiers"]
    assert shop.run("map", "--json").json()
    folder = shop.folder.parent / "out"
    assert len(shop.run("export", "--to", folder, "--format", "csv", "--json").json()["files"]) == 10
    retried = shop.run("quarantine", "--retry", "--json").json()
    assert [(each["tried"], each["stored"], each["still"]) for each in retried] == [(1, 0, 1)]


def test_a_reader_that_closes_the_pipe_is_no_error(shop: Shop) -> None:
    rows = "".join(f"{i},2024-03-01 10:00,faxx,{'x' * 200}\n" for i in range(2000))
    shop.takes(shop.file("calls.csv", "id,when,channel,text\n1,2024-03-01 10:00,chat,x\n" + rows), "--json")
    program = "from clew.cli import main; main()"
    words = [sys.executable, "-c", program, "quarantine", "--json", "-w", str(shop.folder)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as reading:
        assert reading.stdout is not None
        reading.stdout.read(10)
        reading.stdout.close()
        assert reading.stderr is not None
        said = reading.stderr.read()
    assert (reading.returncode, said) == (0, b"")
