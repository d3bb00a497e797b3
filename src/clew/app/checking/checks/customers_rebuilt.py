"""Customers as they stand are what rules, links and decisions give when everything is worked out from scratch."""

from __future__ import annotations

from clew.app.checking.check import Checked, Difference, StoreCheck, compare_customers
from clew.app.workspace import Tell, Workspace
from clew.customers import decisions, proposals, write_customers, write_links
from clew.store import latest_build, part_files, part_rows

_REMEDY = "Run 'clew build --anew', then 'clew check' again. If it differs again, report it."
#: Tables beside the customers whose rows are compared whole.
_OTHERS = ("shared_identifiers", "link_fates", "identity_links")


def _look(workspace: Workspace, tell: Tell) -> Checked:
    build, policy = latest_build(workspace.journal), workspace.settings.identity
    assert build is not None
    rows = part_rows(workspace.journal, "interactions")
    with workspace.warehouse.session(part_files(workspace.journal), rows) as session:
        tell("customers from scratch")
        write_links(session, decisions(workspace.journal), policy, proposals(workspace.journal))
        write_customers(session, policy)
        for table in ("customers", *_OTHERS):
            path = str(workspace.warehouse.root / build.files[table]).replace("'", "''")
            session.execute(f"CREATE TEMP VIEW stored_{table} AS FROM read_parquet('{path}')")
        found = compare_customers(session, "FROM customers", "FROM stored_customers", "customers", _REMEDY)
        for table in _OTHERS:
            columns = ", ".join(f'"{name}"' for (name, *_) in session.execute(f"DESCRIBE stored_{table}").fetchall())
            made, stored = f"SELECT {columns} FROM {table}", f"SELECT {columns} FROM stored_{table}"
            query = f"SELECT (SELECT count(*) FROM ({made} EXCEPT ALL {stored})), (SELECT count(*) FROM ({stored} EXCEPT ALL {made}))"
            ((missing, surplus),) = session.execute(query).fetchall()
            if missing or surplus:
                said = f"{missing:,} rows missing, {surplus:,} that shouldn't be there"
                found = (*found, Difference(table, "the same rows", said, _REMEDY))
        ((identifiers,),) = session.execute("SELECT count(*) FROM customers").fetchall()
    return Checked(f"{identifiers:,} identifiers, worked out from scratch", found)


CHECK = StoreCheck(
    name="customers_rebuilt",
    question="Are customers what everything that is stored gives from scratch?",
    look=_look,
    needs="build",
)
