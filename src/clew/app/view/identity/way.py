"""The way from one identifier to another, link by link with everything that says so, or what stands between them."""

from __future__ import annotations

from clew.app.identity.naming import identifier_named
from clew.app.view.identity.graph import Edge, edge_id, sayings
from clew.app.view.view import View
from clew.customers import Explained, Link, explain

#: Of what stands between two customers so much is told.
_MOST_BETWEEN = 200


def way(view: View, a: str, b: str) -> tuple[Explained, list[Edge], list[Edge]]:
    """Return what explains two identifiers, the links of the way, and those between; UsageError for one never seen."""
    region = view.settings.default_region
    with view.session() as session:
        found = explain(session, identifier_named(session, a, region), identifier_named(session, b, region))
        links = [*found.way, *found.between[:_MOST_BETWEEN]]
        pairs = [(each.identifier_a, each.identifier_b) for each in links]
        said = sayings(view, session, pairs)

    def edge(link: Link) -> Edge:
        pair = (link.identifier_a, link.identifier_b)
        return Edge(edge_id(*pair), *pair, link.fate, link.told, link.times, link.at_us, said.get(pair, ()))

    return found, [edge(each) for each in found.way], [edge(each) for each in found.between[:_MOST_BETWEEN]]
