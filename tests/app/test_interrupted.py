"""An import that is killed half way leaves all of a batch or none, and the same command completes it."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from clew.app.lock import only_writer
from tests.cli.running import Shop, counts, run

pytestmark = pytest.mark.faults
ROOT = Path(__file__).resolve().parents[2]
ROWS, BATCH = 1000, 100
HEADER = "id,when,channel,email\n"


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    assert run("init", tmp_path / "shop").code == 0
    return Shop(tmp_path / "shop")


def calls(shop: Shop) -> Path:
    """Write 1,000 rows, of which every hundredth (10 of them) has no possible date."""
    rows = (
        f"{i},{'2024-02-31' if i % 100 == 7 else f'2024-03-{1 + i % 28:02d}'} 10:00,chat,c{i % 50}@example.com\n"
        for i in range(ROWS)
    )
    return shop.file("calls.csv", HEADER + "".join(rows))


def threads(shop: Shop) -> Path:
    """Write 1,000 posts for a connector that joins rows, so that the file is loaded whole before it is committed."""
    rows = (f"{i},c{i % 50},True,Tue Oct 31 22:{i % 60:02d}:47 +0000 2017,hello {i},,\n" for i in range(1, ROWS + 1))
    head = "tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id\n"
    return shop.file("twcs.csv", head + "".join(rows))


def die(shop: Shop, file: Path, where: str) -> None:
    driver = Path(__file__).with_name("killed_import.py")
    words = [sys.executable, str(driver), str(shop.folder), str(file), str(BATCH), where]
    ended = subprocess.run(words, capture_output=True, text=True, cwd=ROOT, check=False)
    assert ended.returncode == (0 if where == "never" else -signal.SIGKILL), ended.stderr


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Shop:
    """The same rows, imported in the same batches without interruption."""
    folder = tmp_path_factory.mktemp("whole") / "shop"
    assert run("init", folder).code == 0
    whole = Shop(folder)
    die(whole, calls(whole), "never")
    return whole


def parts(shop: Shop) -> set[str]:
    """The part files on disk."""
    return {path.name for path in (shop.folder / ".clew" / "warehouse" / "interactions").iterdir()}


def content(shop: Shop) -> list[tuple[object, ...]]:
    """What is stored, without the time of its import."""
    return [tuple(value for name, value in row.items() if name != "received_us") for row in shop.interactions()]


@pytest.mark.parametrize("where", ["after:200", "between:1", "between:3", "within:3", "after:1000"])
def test_a_killed_import_leaves_whole_batches_and_the_same_command_completes_it(
    shop: Shop, whole: Shop, where: str
) -> None:
    file = calls(shop)
    die(shop, file, where)
    point, number = where.split(":")
    batches = int(number) // BATCH if point == "after" else int(number) - 1
    expected = counts(batches * BATCH, stored=batches * (BATCH - 1), quarantined=batches)
    assert shop.ledger() == {"calls": expected}
    assert len(shop.interactions()) == expected["stored"]
    assert len(shop.waiting()) == expected["quarantined"]
    assert "unfinished: run the same import again" in shop.run("sources").all

    said = shop.takes(file)
    assert "resumed" in said.out
    assert shop.ledger() == {"calls": counts(ROWS, stored=ROWS - 10, quarantined=10)}
    assert "balanced" in shop.run("sources").all

    assert content(shop) == content(whole)
    assert [row["raw"] for row in shop.waiting()] == [row["raw"] for row in whole.waiting()]
    if where == "between:3":
        assert shop.run("journeys", "--json").out == whole.run("journeys", "--json").out


def test_a_part_that_was_written_but_not_committed_is_swept_by_the_next_import(shop: Shop) -> None:
    file = calls(shop)
    die(shop, file, "between:3")
    left = parts(shop)
    assert len(left) == 3
    shop.takes(file)
    assert len(left - parts(shop)) == 1
    known = shop.interactions()
    assert len(known) == len({row["interaction_id"] for row in known}) == ROWS - 10


def test_an_import_that_joins_rows_is_resumed_too(shop: Shop) -> None:
    file = threads(shop)
    die(shop, file, "between:5")
    assert shop.ledger() == {"social": counts(400, stored=400)}
    shop.takes(file)
    assert shop.ledger() == {"social": counts(ROWS, stored=ROWS)}
    assert len(shop.interactions()) == ROWS


def test_what_a_killed_import_had_unpacked_is_removed_by_the_next_one(shop: Shop) -> None:
    import gzip

    file = shop.file("calls.csv.gz", gzip.compress(calls(shop).read_bytes()))
    die(shop, file, "after:200")
    scratch = shop.folder / ".clew" / "warehouse" / "scratch"
    assert [path for path in scratch.rglob("*") if path.is_file()]
    shop.takes(file)
    assert not [path for path in scratch.rglob("*") if path.is_file()]
    assert shop.ledger() == {"calls": counts(ROWS, stored=ROWS - 10, quarantined=10)}


def test_a_killed_import_can_be_taken_back_and_begun_anew(shop: Shop) -> None:
    file = calls(shop)
    die(shop, file, "after:300")
    shop.takes(file, "--replace")
    assert shop.ledger() == {"calls": counts(ROWS, stored=ROWS - 10, quarantined=10)}


def test_a_second_writer_is_told_that_another_is_at_work_and_readers_are_not_held_up(shop: Shop) -> None:
    file = calls(shop)
    shop.takes(file)
    other = shop.file("other.csv", HEADER + "x1,2024-03-01 10:00,chat,a@example.com\n")
    with only_writer(shop.folder / ".clew"):
        shop.refuses(6, other, saying=("Another Clew is importing", "wait until it has finished"))
        assert shop.run("sources", "--json").json()[0]["stored"] == ROWS - 10
        assert shop.run("quarantine", "--retry").code == 6
    shop.takes(other)


def test_the_lock_of_a_killed_importer_is_free_again(shop: Shop, tmp_path: Path) -> None:
    ready = tmp_path / "ready"
    program = (
        "import sys, time; from pathlib import Path; from clew.app.lock import only_writer\n"
        "with only_writer(Path(sys.argv[1])): Path(sys.argv[2]).touch(); time.sleep(60)"
    )
    words = [sys.executable, "-c", program, str(shop.folder / ".clew"), str(ready)]
    with subprocess.Popen(words) as holder:
        until = time.monotonic() + 30
        while not ready.exists() and time.monotonic() < until:
            time.sleep(0.02)
        shop.refuses(6, calls(shop), saying=("Another Clew is importing",))
        holder.kill()
    shop.takes(calls(shop))


def test_ctrl_c_ends_with_130_and_says_that_the_same_command_goes_on(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_words: object) -> None:
        raise KeyboardInterrupt

    file = calls(shop)
    with monkeypatch.context() as patched:
        patched.setattr("clew.channels.intake.commit_batch", stop)
        said = shop.run("import", file)
    assert said.code == 130
    assert "What was committed stays; run the same command again to go on" in said.err
    assert json.loads(shop.run("sources", "--json").out)[0]["files"][0]["state"] == "running"
    shop.takes(file)
    assert shop.ledger() == {"calls": counts(ROWS, stored=ROWS - 10, quarantined=10)}
