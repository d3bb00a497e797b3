"""Who it was: identifiers joined into customers by links that can be taken back."""

from clew.customers.links import Decision, decide, decisions, known_rules, write_links
from clew.customers.resolve import write_customers
from clew.customers.rule import IdentityRule

__all__ = ["Decision", "IdentityRule", "decide", "decisions", "known_rules", "write_customers", "write_links"]
