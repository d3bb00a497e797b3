"""The scenarios that come with Clew, one TOML file each, and how a scenario is read and checked."""
