"""Who it was: identifiers joined into customers by links that can be taken back."""

from clew.customers.affected import Parts, parts_of, what_words_change
from clew.customers.consent import Consent, Standing, Statement, consents_of
from clew.customers.consent_table import known_purposes, write_statement, written_statements
from clew.customers.customer_id import customer_id, customer_id_sql
from clew.customers.decision import VERDICTS, Decision, Verdict, decide, decide_all, decisions
from clew.customers.explain import Explained, Link, explain
from clew.customers.fate import link_told
from clew.customers.links import known_rules, rules_in_force, write_links
from clew.customers.live import LiveCustomers
from clew.customers.profiles import write_profiles
from clew.customers.proposed import Proposal, Trace, forget_proposals, proposals, proposals_stamp, replace_proposals
from clew.customers.purpose import ConsentPurpose
from clew.customers.resolve import write_customers
from clew.customers.rule import IdentityRule
from clew.customers.standing_trait import Telling, TraitValue, standing_trait
from clew.customers.trait import Trait
from clew.customers.trait_table import alike_sql, known_traits
from clew.customers.what_if import Regrouping, WhatIf, what_if

__all__ = [
    "VERDICTS",
    "Consent",
    "ConsentPurpose",
    "Decision",
    "Explained",
    "IdentityRule",
    "Link",
    "LiveCustomers",
    "Parts",
    "Proposal",
    "Regrouping",
    "Standing",
    "Statement",
    "Telling",
    "Trace",
    "Trait",
    "TraitValue",
    "Verdict",
    "WhatIf",
    "alike_sql",
    "consents_of",
    "customer_id",
    "customer_id_sql",
    "decide",
    "decide_all",
    "decisions",
    "explain",
    "forget_proposals",
    "known_purposes",
    "known_rules",
    "known_traits",
    "link_told",
    "parts_of",
    "proposals",
    "proposals_stamp",
    "replace_proposals",
    "rules_in_force",
    "standing_trait",
    "what_if",
    "what_words_change",
    "write_customers",
    "write_links",
    "write_profiles",
    "write_statement",
    "written_statements",
]
