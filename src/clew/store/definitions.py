"""Definitions are Ibis expressions over table contracts; here they become SQL text for an engine.

Ibis is used as a compiler only: expressions are unbound, the text is run by Clew's own executors.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from clew.model import CONTRACTS, TableContract

if TYPE_CHECKING:
    import ibis.expr.types as ir
    from ibis.expr.operations import Node


@cache
def contract_table(name: str) -> ir.Table:
    """Return the unbound Ibis table of the contract called ``name``."""
    return unbound(CONTRACTS[name])


def unbound(contract: TableContract) -> ir.Table:
    """Return an unbound Ibis table with the contract's name and columns."""
    import ibis

    return ibis.table(dict(contract.columns), name=contract.name)


def compile_sql(expression: ir.Table, dialect: str = "duckdb") -> str:
    """Return the expression as one SQL query for the dialect.

    The columns come out in the expression's order and, after :func:`clew.store.warehouse` casts them, in its types.
    """
    return _compiled(expression.op(), dialect)


@lru_cache(maxsize=512)
def _compiled(node: Node, dialect: str) -> str:
    """Compile once a process: it takes some 30 ms, and the same definitions are asked for again and again."""
    import ibis

    return str(ibis.to_sql(node.to_expr(), dialect=dialect, pretty=False))


def column_types(contract: TableContract) -> dict[str, str]:
    """Return the contract's columns with DuckDB's names of their types."""
    names = {
        "string": "VARCHAR",
        "int64": "BIGINT",
        "float64": "DOUBLE",
        "boolean": "BOOLEAN",
        "array<string>": "VARCHAR[]",
    }
    return {column: names[kind] for column, kind in contract.columns.items()}
