"""What people say in a made-up company: the published vocabulary, its grammar, and who turns it into texts."""

from clew.simulator.wording.grammar import check_wording, compile_wording, facts_told
from clew.simulator.wording.page import vocabulary_page
from clew.simulator.wording.published import PARTS, vocabulary
from clew.simulator.wording.speech import Speech

__all__ = ["PARTS", "Speech", "check_wording", "compile_wording", "facts_told", "vocabulary", "vocabulary_page"]
