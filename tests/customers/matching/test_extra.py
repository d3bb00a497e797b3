"""Matching by likeness is an optional part: without it, the message says how to get it."""

from __future__ import annotations

import sys

import pyarrow as pa
import pytest

from clew.customers.matching import train
from clew.model import UsageError
from tests.customers.matching.records import NOW


def test_a_missing_splink_names_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "splink", None)
    with pytest.raises(UsageError, match=r"pip install 'clew\[identity\]'"):
        train(pa.table({"record_id": ["1", "2"], "city": ["Graz", "Graz"]}), NOW)
