"""Clew as a library: open a workspace, import files, ask for tables, metrics and the map."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from clew.app.workspace import Workspace as Folder
from clew.app.workspace import create_workspace, find_workspace

if TYPE_CHECKING:
    import polars as pl
    import pyarrow as pa

    from clew.app.contracts.conformance import Conformance
    from clew.app.importing import ImportReport
    from clew.app.mapping_out import MapFiles
    from clew.journeys import Kept
    from clew.model import JourneyMap, MetricValue, SourceLine


class Data:
    """A table, read when asked for: times are aware timestamps named ``*_at``, waits seconds named ``*_seconds``."""

    def __init__(self, name: str, read: Callable[[], pa.Table]) -> None:
        """Remember what to read."""
        self.name = name
        self._read = read

    def to_arrow(self) -> pa.Table:
        """Return the rows as a pyarrow table."""
        return self._read()

    def to_polars(self) -> pl.DataFrame:
        """Return the rows as a polars data frame."""
        import polars as pl

        frame = pl.from_arrow(self._read())
        return frame if isinstance(frame, pl.DataFrame) else frame.to_frame()

    def to_dicts(self) -> list[dict[str, object]]:
        """Return the rows as dictionaries."""
        return self._read().to_pylist()

    def __len__(self) -> int:
        """Count the rows."""
        return self._read().num_rows

    def __repr__(self) -> str:
        """Name the table."""
        return f"<clew data: {self.name}>"


class Workspace:
    """One workspace. Whatever is asked for is built first where it is stale."""

    def __init__(self, folder: Folder) -> None:
        """Wrap an opened folder; use :func:`open` or :func:`create`."""
        self._folder = folder

    @property
    def path(self) -> Path:
        """The workspace's folder."""
        return self._folder.folder

    def import_files(
        self,
        *paths: str | Path,
        connector: str | None = None,
        mapping: str | Path | None = None,
        source: str | None = None,
        replace: bool = False,
    ) -> ImportReport:
        """Import files, folders or patterns; the report accounts for every row. Raises ClewError with a remedy."""
        from clew.app.importing import ImportOrder, run_import

        order = ImportOrder(paths, connector, Path(mapping) if mapping else None, source, replace)
        return run_import(self._folder, order)

    def build(self) -> bool:
        """Bring all tables up to date; return whether anything had changed."""
        from clew.app.building import build

        return build(self._folder)

    def interactions(self) -> Data:
        """One row per interaction."""
        return self._table("interactions")

    def customers(self) -> Data:
        """One row per identifier, with the customer it belongs to."""
        return self._table("customers")

    def identity_links(self) -> Data:
        """One row per assertion or retraction that two identifiers are one person."""
        return self._table("identity_links")

    def traits(self) -> Data:
        """One row per telling of a trait (name, postcode and the like) of a customer: who told it, when, on what evidence."""
        return self._table("traits")

    def consents(self) -> Data:
        """One row per statement about what a customer consents to, by sources and by people."""
        return self._table("consents")

    def journeys(self) -> Data:
        """One row per journey."""
        return self._table("journeys")

    def steps(self) -> Data:
        """One row per interaction in its journey."""
        return self._table("steps")

    def handoffs(self) -> Data:
        """One row per change of channel or answering party within a journey."""
        return self._table("handoffs")

    def facts(self) -> Data:
        """One row per thing done with a fact in a text: given, answered, used, asked for, asked again or verified."""
        return self._table("facts")

    def pain_points(self) -> Data:
        """One row per thing that went wrong for a customer: which detector found it, at which step, and how bad it is."""
        return self._table("pain_points")

    def variants(self) -> Data:
        """One row per path through channels: ``path``, ``journeys``, ``share``, durations and resolved share."""
        return Data("variants", lambda: self._paths("variants"))

    def transitions(self) -> Data:
        """One row per pair of channels that follow each other, with ``n`` and the median wait in seconds."""
        return Data("transitions", lambda: self._paths("transitions"))

    def sources(self) -> list[SourceLine]:
        """The ledger by source: received = stored + duplicate + quarantined + refused."""
        from clew.app.mapping_out import source_lines

        return source_lines(self._folder)

    def metrics(self, *names: str) -> list[MetricValue]:
        """The named metrics (all where none is named), with interval, n and reason."""
        from clew.app.reporting import metric_values

        return metric_values(self._folder, names)

    def contracts(self) -> list[Conformance]:
        """How far each handoff contract of ``clew.toml`` was kept, with interval, n and reason."""
        from clew.app.contracts.conformance import conformances

        return conformances(self._folder)

    def check_handoff(self, handoff: Mapping[str, object]) -> dict[str, Kept]:
        """One handoff judged just now by the contracts that it falls under: the verdict of each by its name.

        ``handoff`` says what is known of it: ``from_channel`` … ``to_team``, ``wait_us``, ``waited_us`` (so far),
        ``facts_known``, ``facts_asked_again``, ``told``, ``promised``. Raises ClewError for anything else.
        """
        from clew.app.contracts.live import check_handoff

        return {contract.name: verdict for contract, verdict in check_handoff(handoff, self._folder.settings.contracts)}

    def map(self) -> JourneyMap:
        """The journey map as a document of plain values."""
        from clew.app.mapping_out import make_map

        return make_map(self._folder)

    def write_map(self, folder: str | Path | None = None) -> MapFiles:
        """Write the map as HTML, SVG, PNG and JSON into ``folder`` (the workspace's ``map/`` unless told)."""
        from clew.app.mapping_out import make_map, write_map

        return write_map(make_map(self._folder), Path(folder) if folder else self.path / "map")

    def close(self) -> None:
        """Let go of the workspace's files."""
        self._folder.close()

    def __enter__(self) -> Workspace:
        """Use the workspace in a ``with`` block."""
        return self

    def __exit__(self, *_exception: object) -> None:
        """Close it at the block's end."""
        self.close()

    def __repr__(self) -> str:
        """Name the folder."""
        return f"<clew workspace {self.path.name}>"

    def _table(self, name: str) -> Data:
        def read() -> pa.Table:
            from clew.app.shown_columns import shown_columns

            self.build()
            with self._folder.session() as connection:
                return connection.sql(f"SELECT {shown_columns(name)} FROM {name}").to_arrow_table()

        return Data(name, read)

    def _paths(self, name: str) -> pa.Table:
        from dataclasses import asdict

        import pyarrow as pa

        from clew.journeys import transitions, variants

        self.build()
        with self._folder.session() as connection:
            found = variants(connection) if name == "variants" else transitions(connection)
        seconds, share, text = pa.float64(), pa.float64(), pa.string()
        schema = {
            "variants": [
                *(("path", pa.list_(text)), ("journeys", pa.int64()), ("share", share)),
                *(("median_duration_seconds", seconds), ("resolved_share", share), ("told", pa.int64())),
            ],
            "transitions": [
                *(("from_channel", text), ("to_channel", text), ("n", pa.int64()), ("median_wait_seconds", seconds)),
            ],
        }
        return pa.Table.from_pylist([asdict(each) for each in found], schema=pa.schema(schema[name]))


def open(folder: str | Path) -> Workspace:  # noqa: A001 - the library's verb
    """Open the workspace in ``folder``; ClewError says what to do when there is none."""
    return Workspace(find_workspace(Path(folder)))


def create(folder: str | Path, name: str | None = None) -> Workspace:
    """Make a workspace in ``folder`` and open it."""
    return Workspace(create_workspace(Path(folder), name))
