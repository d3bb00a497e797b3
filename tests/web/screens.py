"""The screens of the application, for whatever every one of them has to hold."""

from __future__ import annotations

SCREENS: dict[str, str] = {
    "start": "/start",
    "overview": "/overview",
    "map": "/map",
    "explorer variants": "/explorer",
    "explorer flow": "/explorer?view=flow",
    "explorer stages": "/explorer?view=stages",
    "explorer alignment": "/explorer?view=alignment",
    "explorer groups": "/explorer?view=groups",
    "handoffs": "/handoffs",
    "journeys": "/journeys",
    "customers": "/customers",
    "review": "/customers/review",
    "review weights": "/customers/review?tab=model",
    "metrics": "/metrics",
    "metric": "/metrics/first_contact_resolution",
    "data sources": "/data/sources",
    "data quality": "/data/quality",
    "data quarantine": "/data/quarantine",
    "data mappings": "/data/mappings",
    "data jobs": "/data/jobs",
    "number opened": "/metrics/first_contact_resolution?behind=metric:first_contact_resolution",
    "settings": "/settings",
    "settings stages": "/settings?tab=stages",
    "settings channels": "/settings?tab=channels",
    "gallery": "/gallery",
}
