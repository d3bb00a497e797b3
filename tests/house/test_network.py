"""Clew calls a network from one file only: the one that talks to the language model a workspace may name."""

from __future__ import annotations

import ast
from pathlib import Path

ROOMS = Path(__file__).resolve().parents[2] / "src" / "clew"
#: What opens connections, of the standard library and of what is often installed beside.
CALLERS = (
    "urllib.request",
    "http.client",
    "socket",
    "ssl",
    "ftplib",
    "smtplib",
    "asyncio",
    "httpx",
    "requests",
    "aiohttp",
    "urllib3",
    "openai",
)
#: Who may, and why.
ALLOWED = {
    "app/language_model/endpoint.py": "asks the configured language model, when somebody says clew ask-model",
    "cli/page_server.py": "listens on this machine for the page, and calls nobody",
}


def imported(tree: ast.AST) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def calls(file: Path) -> bool:
    names = imported(ast.parse(file.read_text(encoding="utf-8")))
    return any(name == caller or name.startswith(f"{caller}.") for name in names for caller in CALLERS)


def test_nothing_but_the_endpoint_calls_a_network() -> None:
    calling = {file.relative_to(ROOMS).as_posix() for file in ROOMS.rglob("*.py") if calls(file)}

    assert calling == set(ALLOWED)


def test_only_asking_uses_the_endpoint_and_only_the_command_asks() -> None:
    def users(module: str) -> set[str]:
        files = ((file, imported(ast.parse(file.read_text(encoding="utf-8")))) for file in ROOMS.rglob("*.py"))
        return {
            file.relative_to(ROOMS).as_posix()
            for file, names in files
            if any(name == module or name.startswith(f"{module}.") for name in names)
        }

    assert users("clew.app.language_model.endpoint") == {"app/language_model/asking.py"}
    assert users("clew.app.language_model.asking") == {"cli/ask_model_command.py"}
