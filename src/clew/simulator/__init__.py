"""Made-up companies with known truth, written as the exports that a company has, and the scoreboard on it."""

from clew.simulator.export import VERDICTS
from clew.simulator.lived import Order
from clew.simulator.scenario import Scenario
from clew.simulator.scenarios.scenario_file import known_scenarios, load_scenario, scenario_from
from clew.simulator.truth_tables import TRUTH, TruthTable
from clew.simulator.wording import vocabulary_page
from clew.simulator.writing.bulk import Bulk, write_events
from clew.simulator.writing.company import write_company
from clew.simulator.writing.company_report import Company, FileRows

__all__ = [
    "TRUTH",
    "VERDICTS",
    "Bulk",
    "Company",
    "FileRows",
    "Order",
    "Scenario",
    "TruthTable",
    "known_scenarios",
    "load_scenario",
    "scenario_from",
    "vocabulary_page",
    "write_company",
    "write_events",
]
