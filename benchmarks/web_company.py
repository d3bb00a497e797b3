"""Makes the company that the web application is measured on, once for each size."""

from __future__ import annotations

from pathlib import Path

from clew.app.building import build
from clew.app.importing import ImportOrder, run_import
from clew.app.workspace import Workspace, create_workspace
from clew.simulator import Order, load_scenario, write_company

OUT = Path(__file__).resolve().parent.parent / "bench-out"


def company(customers: int, *, quiet: bool = False) -> Path:
    """Return the folder of a built workspace of so many customers, made where it isn't there yet."""
    folder = OUT / f"web-{customers}"
    if (folder / "done").is_file():
        build(Workspace(folder / "workspace"))
        return folder / "workspace"
    if not quiet:
        print(f"Making up {customers:,} customers, importing and building them (once)…", flush=True)
    write_company(Order(load_scenario("billing"), customers=customers), folder / "company")
    workspace = create_workspace(folder / "workspace", "Measured")
    run_import(workspace, ImportOrder([folder / "company" / "exports"]))
    build(workspace)
    workspace.close()
    (folder / "done").touch()
    return folder / "workspace"
