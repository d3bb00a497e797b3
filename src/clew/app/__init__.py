"""Settings, wiring and jobs: the only place that knows every room."""
