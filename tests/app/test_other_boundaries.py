"""Numbers under other plausible boundaries: as they stand, and where what is doubtful is cut or joined."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from clew.app.building import build
from clew.app.cutting_otherwise import cut_otherwise, metric_ranges, session_otherwise
from clew.app.lock import only_writer
from clew.app.other_boundaries import COARSER, FINER
from clew.app.workspace import Workspace
from clew.model import BusyError, UsageError
from clew.store import latest_build


@pytest.fixture(scope="module")
def own(company: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A copy of the small company that tests may write to."""
    folder = tmp_path_factory.mktemp("boundaries") / "workspace"
    shutil.copytree(company.folder, folder)
    return Workspace(folder)


def journeys(workspace: Workspace, name: str) -> int:
    boundaries = {"finer": FINER, "coarser": COARSER}[name]
    with session_otherwise(workspace, boundaries) as connection:
        ((count, steps),) = connection.sql("SELECT count(*), sum(steps)::BIGINT FROM journeys").fetchall()
        ((every,),) = connection.sql("SELECT count(*) FROM interactions").fetchall()
    assert steps == every
    return int(count)


def test_finer_boundaries_make_more_journeys_and_coarser_ones_fewer_of_the_same_interactions(own: Workspace) -> None:
    with own.session() as connection:
        ((stands,),) = connection.sql("SELECT count(*) FROM journeys").fetchall()

    assert journeys(own, "finer") > stands > journeys(own, "coarser")


def test_a_value_is_told_beside_what_it_would_be(own: Workspace) -> None:
    (found,) = metric_ranges(own, ["contacts_per_journey"])

    finer, coarser = found.others["finer"].value, found.others["coarser"].value
    assert found.value.value is not None
    assert finer is not None
    assert coarser is not None
    assert finer < found.value.value < coarser
    assert found.known == [finer, found.value.value, coarser]


def test_they_are_cut_once_for_a_build_and_go_when_it_goes(own: Workspace) -> None:
    metric_ranges(own, ["contacts_per_journey"])
    made = latest_build(own.journal)
    assert made is not None
    files = sorted(path.name for path in (own.warehouse.root / made.folder).glob("*-finer.parquet"))
    assert files == ["handoffs-finer.parquet", "journeys-finer.parquet", "touched-finer.parquet"]
    stamps = [(own.warehouse.root / made.folder / name).stat().st_mtime_ns for name in files]

    metric_ranges(own, ["contacts_per_journey"])
    assert [(own.warehouse.root / made.folder / name).stat().st_mtime_ns for name in files] == stamps

    build(own, anew=True)
    build(own, anew=True)
    assert not Path(own.warehouse.root / made.folder).exists()


def test_an_unknown_metric_names_the_known_ones(own: Workspace) -> None:
    with pytest.raises(UsageError, match=r"Known: .*contacts_per_journey"):
        metric_ranges(own, ["contacts"])


def test_cutting_is_done_once_and_goes_on_where_it_was_interrupted(own: Workspace) -> None:
    build(own, anew=True)
    assert cut_otherwise(own) == ["finer", "coarser"]
    assert cut_otherwise(own) == []

    made = latest_build(own.journal)
    assert made is not None
    (own.warehouse.root / made.folder / "touched-coarser.parquet").unlink()
    assert cut_otherwise(own) == ["coarser"]


def test_nobody_else_writes_while_journeys_are_cut(own: Workspace) -> None:
    build(own, anew=True)
    with only_writer(own.store), pytest.raises(BusyError):
        cut_otherwise(own)


def test_journeys_are_cut_by_the_settings_of_their_build_not_by_later_ones(own: Workspace) -> None:
    build(own, anew=True)
    before = journeys(own, "coarser")
    settings = own.folder / "clew.toml"
    said = settings.read_text(encoding="utf-8")
    settings.write_text(said.replace("facts = true", "facts = false"), encoding="utf-8")
    try:
        later = Workspace(own.folder)
        made = latest_build(later.journal)
        assert made is not None
        for file in (later.warehouse.root / made.folder).glob("*-coarser.parquet"):
            file.unlink()
        assert not later.settings.texts.facts
        assert journeys(later, "coarser") == before
    finally:
        settings.write_text(said, encoding="utf-8")
