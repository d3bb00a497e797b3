"""Proposes which records are one person by how alike they are: names, birth dates, addresses, each with its weight."""

from clew.customers.matching.explain import explain_pair, explain_weights
from clew.customers.matching.model import ColumnWeights, LevelWeight, Model, load_model
from clew.customers.matching.person import COLUMNS
from clew.customers.matching.propose import Bands, Proposals, propose
from clew.customers.matching.session import check_splink
from clew.customers.matching.train import train

__all__ = [
    "COLUMNS",
    "Bands",
    "ColumnWeights",
    "LevelWeight",
    "Model",
    "Proposals",
    "check_splink",
    "explain_pair",
    "explain_weights",
    "load_model",
    "propose",
    "train",
]
