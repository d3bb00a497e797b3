"""Who it was: identifiers joined into customers by links that can be taken back."""

from clew.customers.customer_id import customer_id, customer_id_sql
from clew.customers.decision import VERDICTS, Decision, Verdict, decide, decide_all, decisions
from clew.customers.explain import Explained, Link, explain
from clew.customers.links import known_rules, rules_in_force, write_links
from clew.customers.resolve import write_customers
from clew.customers.rule import IdentityRule
from clew.customers.what_if import Regrouping, WhatIf, what_if

__all__ = [
    "VERDICTS",
    "Decision",
    "Explained",
    "IdentityRule",
    "Link",
    "Regrouping",
    "Verdict",
    "WhatIf",
    "customer_id",
    "customer_id_sql",
    "decide",
    "decide_all",
    "decisions",
    "explain",
    "known_rules",
    "rules_in_force",
    "what_if",
    "write_customers",
    "write_links",
]
