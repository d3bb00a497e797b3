"""Proof that what is stored is consistent: files, ledger, customers, and nothing of anybody who was erased."""

from clew.app.checking.check import Checked, Difference, StoreCheck
from clew.app.checking.proof import Proof, check_workspace, known_store_checks

__all__ = ["Checked", "Difference", "Proof", "StoreCheck", "check_workspace", "known_store_checks"]
