"""Whether a detector could find anything at all in a build: texts have to be read, and Clew has to know of pain points."""

from __future__ import annotations

from clew.app.view.view import View
from clew.pain_points import Detector

OLDER = "not looked for: an older Clew made these tables (clew build makes them anew)"


def not_looked_for(view: View, detector: Detector) -> str:
    """Return why the detector wasn't run on this build, the empty word where it was."""
    if "pain_points" not in view.tables:
        return OLDER
    return detector.not_looked_for(view.settings)
