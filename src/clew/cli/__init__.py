"""Clew on the command line: one file a command, errors as sentences, exit codes that mean something."""

from clew.cli.app import app, commands, main

__all__ = ["app", "commands", "main"]
