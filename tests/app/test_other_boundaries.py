"""Numbers under other plausible boundaries: as they stand, and where what is doubtful is cut or joined."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from clew.app.building import build
from clew.app.other_boundaries import COARSER, FINER, metric_ranges, session_otherwise
from clew.app.workspace import Workspace
from clew.model import UsageError
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
    assert files == ["handoffs-finer.parquet", "journeys-finer.parquet"]
    stamps = [(own.warehouse.root / made.folder / name).stat().st_mtime_ns for name in files]

    metric_ranges(own, ["contacts_per_journey"])
    assert [(own.warehouse.root / made.folder / name).stat().st_mtime_ns for name in files] == stamps

    build(own, anew=True)
    build(own, anew=True)
    assert not Path(own.warehouse.root / made.folder).exists()


def test_an_unknown_metric_names_the_known_ones(own: Workspace) -> None:
    with pytest.raises(UsageError, match=r"Known: .*contacts_per_journey"):
        metric_ranges(own, ["contacts"])
