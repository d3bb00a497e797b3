"""Made-up companies with known truth, written as the exports that a company has."""

from clew.simulator.company import START, Company, write_company
from clew.simulator.paths import FULL_BILLING_STORY
from clew.simulator.world import PlantedJourney

__all__ = ["FULL_BILLING_STORY", "START", "Company", "PlantedJourney", "write_company"]
