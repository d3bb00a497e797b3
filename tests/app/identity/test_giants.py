"""A customer that suddenly joins a crowd raises an alarm at the build that makes it, once, and by its id only."""

from __future__ import annotations

from pathlib import Path

import pytest

import clew
from clew.app.building import build
from clew.app.identity.giants import Giant, sudden_giants, warning
from clew.app.workspace import Workspace
from tests.cli.running import run
from tests.customers.people import imported

PEOPLE = tuple(f"p{number}@x.org,d{number}" for number in range(30))
#: A till that no account is given with: 12 devices of strangers share one e-mail.
CROWD = tuple(f"till@x.org,t{number}" for number in range(12))


@pytest.fixture
def shop(tmp_path: Path) -> clew.Workspace:
    return imported(tmp_path, "email,device", *PEOPLE, "till@x.org,t0")


def more(shop: clew.Workspace, folder: Path, name: str, rows: tuple[str, ...]) -> None:
    """Import more rows, one a fortnight, so that no limit within days stops them."""
    lines = [
        f"{name}{number},2026-{1 + number // 2:02}-{1 + number % 2 * 15:02}T10:00:00Z,{row}"
        for number, row in enumerate(rows)
    ]
    (folder / f"{name}.csv").write_text(
        "\n".join(["source_id,occurred_at,email,device", *lines]) + "\n", encoding="utf-8"
    )
    shop.import_files(folder / f"{name}.csv", mapping=folder / "desk.toml")


def test_ordinary_growth_raises_no_alarm(shop: clew.Workspace, tmp_path: Path) -> None:
    build(Workspace(shop.path))
    assert sudden_giants(Workspace(shop.path)) == ()
    more(shop, tmp_path, "some", CROWD[:5])
    build(Workspace(shop.path))
    assert sudden_giants(Workspace(shop.path)) == ()


def test_a_crowd_that_becomes_one_customer_is_told_by_the_build_that_makes_it_and_not_by_the_next(
    shop: clew.Workspace, tmp_path: Path
) -> None:
    assert "Warning" not in run("build", "-w", shop.path).all
    more(shop, tmp_path, "crowd", CROWD)

    said = run("build", "-w", shop.path)

    (giant,) = sudden_giants(Workspace(shop.path))
    assert giant == Giant(giant.customer_id, 13, 2, 10)
    assert f"{giant.customer_id} from 2 to 13" in said.err
    assert "till" not in said.all
    assert run("customer", giant.customer_id, "-w", shop.path).code == 0
    more(shop, tmp_path, "next", ("new@x.org,n1",))
    assert "Warning" not in run("build", "-w", shop.path).all


def test_a_first_build_with_a_giant_tells_it_too_and_json_says_it_in_numbers(tmp_path: Path) -> None:
    shop = imported(tmp_path, "email,device", *PEOPLE)
    more(shop, tmp_path, "crowd", CROWD)

    (giant,) = run("build", "--json", "-w", shop.path).json()["sudden_giants"]
    assert (giant["identifiers"], giant["before"], giant["usual"]) == (13, 0, 10)


def test_nobody_is_nothing_to_warn_of() -> None:
    assert warning(()) == ""
    many = tuple(Giant(f"c{number}", 50, 0, 10) for number in range(7))
    assert "and 2 more" in warning(many)
