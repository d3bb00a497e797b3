"""Settings, wiring and jobs: the only place that knows every room; what is public of it is the library in `clew`."""

__all__: list[str] = []
