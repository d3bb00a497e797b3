"""The newest build in memory, the selection that a person looks at, and the journeys behind every number."""

from clew.app.view.behind_number import Behind, Found, behind
from clew.app.view.options import Option, Options, options
from clew.app.view.selection import Selection
from clew.app.view.view import View
from clew.app.view.views import Opening, Views

__all__ = ["Behind", "Found", "Opening", "Option", "Options", "Selection", "View", "Views", "behind", "options"]
