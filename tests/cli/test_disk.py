"""A disk that is full or not ours to write to: a sentence with the remedy, nothing half done, and the same command goes on.

The full disk is a real one where a small file system may be mounted (in a mount namespace of its own); besides, the
refusal is simulated at the two places where bytes leave Clew: the sync of a Parquet part and the pages of the journal.
"""

from __future__ import annotations

import ctypes
import errno
import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from clew.store import warehouse
from tests.cli.running import Shop, counts

pytestmark = pytest.mark.faults
ROOT = Path(__file__).resolve().parents[2]
HEADER = "id,when,channel,email,text\n"
ROWS = "".join(f"{i},2024-03-01 10:00,chat,c{i}@example.com,hello\n" for i in range(10))
CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH, PR_CAPBSET_DROP = 1, 2, 24


def test_a_full_disk_keeps_whole_batches_and_the_import_goes_on_when_space_is_freed(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    chance = random.Random(7)
    file = tmp_path / "calls.csv"
    # What fills the disk stands in the numbers of the rows: there are no texts, which would all have to be read.
    rows = (f"{i}-{chance.randbytes(60).hex()},2024-03-01 10:00,chat,c{i % 9}@example.com,\n" for i in range(40_000))
    file.write_text(HEADER + "".join(rows))
    enter = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--user", "--map-root-user", "--mount"]
    script = 'mount -t tmpfs -o size=16m tmpfs "$1" || exit 77; cd "$2"; exec "$3" -m tests.cli.full_disk "$1" "$4"'
    words = [*enter, "sh", "-c", script, "sh", str(disk), str(ROOT), sys.executable, str(file)]
    try:
        ended = subprocess.run(words, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        pytest.skip("there is no unshare here to mount a small file system with")
    if ended.returncode == 77 or "unshare" in ended.stderr:
        pytest.skip("a small file system may not be mounted here; the simulated tests below remain")
    assert ended.returncode == 0, ended.stderr
    seen = json.loads(ended.stdout)
    assert seen["full"]["code"] == 6
    for words_of in ("full", "unpacking", "building"):
        assert "full" in seen[words_of]["err"].splitlines()[-1], seen[words_of]
        assert "ree some space" in seen[words_of]["err"]
        assert "Traceback" not in seen[words_of]["err"]
        assert seen[words_of]["code"] == 6
    stored = seen["stored"]
    assert 0 < stored < 40_000
    assert stored % 4000 == 0
    assert seen["ledger"] == {"calls": counts(stored, stored=stored)}
    assert (seen["again"]["code"], seen["built"]["code"]) == (0, 0), seen["again"]
    assert "resumed" in seen["again"]["out"]
    assert seen["ledger_after"] == {"calls": counts(40_000, stored=40_000)}
    assert seen["stored_after"] == 40_000
    assert seen["parts"] == 10


def test_a_part_that_the_disk_does_not_take_is_not_committed(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    file = shop.file("calls.csv", HEADER + ROWS)
    with monkeypatch.context() as full:
        full.setattr(warehouse.os, "fsync", refuse)
        shop.refuses(6, file, saying=("is full: free some space and run the same command again",))
    assert shop.ledger() == {"calls": counts(0)}
    assert shop.interactions() == []
    shop.takes(file)
    assert shop.ledger() == {"calls": counts(10, stored=10)}
    assert len(list((shop.folder / ".clew" / "warehouse" / "interactions").iterdir())) == 1


def test_a_journal_that_cannot_grow_takes_a_batch_whole_or_not(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    from clew.store import journal

    bad = "".join(f"b{i},2024-03-01 10:00,faxx,c@example.com,{'x' * 500}\n" for i in range(2000))
    file = shop.file("calls.csv", HEADER + ROWS + bad)
    mapping = shop.mapping(
        'connector = "table"\nsource = "calls"\n[columns]\nsource_id = "id"\noccurred_at = "when"\nchannel = "channel"\n'
    )
    pages = (shop.folder / ".clew" / "state.db").stat().st_size // 4096 + 20
    set_pragmas = journal._set_pragmas

    def small(connection: object, record: object) -> None:
        set_pragmas(connection, record)  # pyrefly: ignore
        connection.execute(f"PRAGMA max_page_count={pages}")  # type: ignore[attr-defined]

    with monkeypatch.context() as full:
        full.setattr(journal, "_set_pragmas", small)
        words = ("The disk is full: free some space", "what was committed stays")
        shop.refuses(6, file, "--mapping", mapping, saying=words)
    assert shop.ledger() == {"calls": counts(0)}
    assert (shop.interactions(), shop.waiting()) == ([], [])
    shop.takes(file, "--mapping", mapping)
    assert shop.ledger() == {"calls": counts(2010, stored=10, quarantined=2000)}


def bound_by_permissions() -> None:
    """Make the child obey file permissions even where it is root, who may otherwise write everywhere."""
    if os.geteuid() == 0:
        library = ctypes.CDLL(None)
        for capability in (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH):
            library.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)


def obedient(*words: str | Path) -> subprocess.CompletedProcess[str]:
    program = "from clew.cli import main; main()"
    return subprocess.run(
        [sys.executable, "-c", program, *map(str, words)],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=bound_by_permissions,
    )


@pytest.fixture(scope="module")
def permissions_hold(tmp_path_factory: pytest.TempPathFactory) -> None:
    place = tmp_path_factory.mktemp("closed")
    place.chmod(0o500)
    program = f"open({str(place / 'x')!r}, 'w')"
    tried = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=False, preexec_fn=bound_by_permissions
    )
    place.chmod(0o700)
    if tried.returncode == 0:
        pytest.skip("this system lets the tests write everywhere")


@pytest.mark.usefixtures("permissions_hold")
@pytest.mark.parametrize(
    ("closed", "mode", "code", "words"),
    [
        (".clew/warehouse/interactions", 0o500, 6, "give yourself write permission there"),
        (".clew/warehouse/scratch", 0o500, 6, "give yourself write permission there"),
        (".clew/state.db", 0o400, 6, "give yourself write permission"),
        ("mappings", 0o500, 6, "give yourself write permission there"),
        ("clew.toml", 0o000, 3, "clew.toml can't be read"),
        ("../calls.csv", 0o000, 4, "calls.csv: Clew may not read it. Give yourself permission to read"),
        ("../closed", 0o000, 4, "Give yourself permission (chmod u+rx)"),
    ],
)
def test_a_missing_permission_is_named_with_its_place(
    shop: Shop, closed: str, mode: int, code: int, words: str
) -> None:
    file = shop.file("calls.csv", HEADER + ROWS)
    (shop.folder.parent / "closed").mkdir()
    given = shop.folder.parent / "closed" / "calls.csv" if closed == "../closed" else file
    place = (shop.folder / closed).resolve()
    before = place.stat().st_mode
    place.chmod(mode)
    try:
        said = obedient("import", given, "-w", shop.folder)
    finally:
        place.chmod(before)
    assert said.returncode == code, said.stderr
    assert words in " ".join(said.stderr.split())
    assert "Traceback" not in said.stderr
    assert sum(each["stored"] for each in shop.ledger().values()) == 0
    shop.takes(file)
    assert shop.ledger() == {"calls": counts(10, stored=10)}


@pytest.mark.usefixtures("permissions_hold")
def test_a_workspace_that_may_only_be_read_still_shows_its_ledger(shop: Shop) -> None:
    shop.takes(shop.file("calls.csv", HEADER + ROWS))
    everything = [shop.folder, *shop.folder.rglob("*")]
    modes = {path: path.stat().st_mode for path in everything}
    for path in everything:
        path.chmod(0o500 if path.is_dir() else 0o400)
    try:
        shown = obedient("sources", "--json", "-w", shop.folder)
        refused = obedient("import", shop.folder.parent / "calls.csv", "-w", shop.folder)
    finally:
        for path, mode in modes.items():
            path.chmod(mode)
    assert json.loads(shown.stdout)[0]["stored"] == 10
    assert refused.returncode == 6
    assert "give yourself write permission" in refused.stderr
