"""Sets Clew up in ``.venv``: a virtual environment with exactly the packages that ``requirements.lock`` names.

Run by ``make``, with nothing but Python's own library. A second run finds the stamp and takes no time; a change of the
lock or of ``pyproject.toml`` brings the environment up to date; one without a stamp was left half made, and is made anew.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
STAMP = ENVIRONMENT / ".clew-ready"
LOCK = ROOT / "requirements.lock"
UV_LOCK = ROOT / "tools" / "uv.txt"
PYTHON = ENVIRONMENT / "bin" / "python"
UV = ENVIRONMENT / "bin" / "uv"

#: How an environment says that it wants no advice about newer versions, and trusts the certificates this machine trusts.
QUIET = {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_PYTHON_VERSION_WARNING": "1", "PIP_ROOT_USER_ACTION": "ignore"}
TRUST = {"UV_SYSTEM_CERTS": "1"}


class SetUpError(Exception):
    """Setting up can't go on; the message says what failed and what to do."""


def main() -> int:
    """Make ``.venv`` ready, saying what is done; return the exit code (0 ready, 1 not)."""
    stamp, wanted = stamped(), contents()
    if stamp == (str(ROOT), wanted) and starts():
        return 0
    began = time.monotonic()
    try:
        if stamp[0] == str(ROOT) and starts():
            say("Bringing Clew's .venv up to date with requirements.lock…")
        else:
            say("Setting up Clew in .venv (once, about a minute)…")
            make_environment()
        install()
    except SetUpError as error:
        say(f"Clew could not be set up: {error}")
        return 1
    STAMP.write_text(f"{ROOT}\n{wanted}\n", encoding="utf-8")
    say(f"Clew is ready in .venv ({time.monotonic() - began:.0f} s).")
    return 0


def stamped() -> tuple[str, str]:
    """Return where the finished environment was made and for what contents; empty words where none was finished.

    The place counts because the environment's commands hold it: one that was moved or copied is made anew.
    """
    lines = STAMP.read_text(encoding="utf-8").splitlines() if STAMP.is_file() else []
    return (lines[0], lines[1]) if len(lines) == 2 else ("", "")


def contents() -> str:
    """Return the digest of the files that decide what is installed."""
    digest = hashlib.sha256()
    for file in (LOCK, UV_LOCK, ROOT / "pyproject.toml"):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def starts() -> bool:
    """Tell whether the environment belongs to this folder and its Python starts."""
    question = "import sys; print(sys.prefix); sys.exit(sys.version_info < (3, 11))"
    try:
        answer = subprocess.run([PYTHON, "-I", "-c", question], capture_output=True, text=True, check=False)
    except OSError:  # no Python there, or the one it was made from is gone
        return False
    return answer.returncode == 0 and Path(answer.stdout.strip()).resolve() == ENVIRONMENT.resolve()


def has_pip() -> bool:
    """Tell whether the environment can install anything (one made with uv can't)."""
    return subprocess.run([PYTHON, "-I", "-c", "import pip"], capture_output=True, check=False).returncode == 0


def make_environment() -> None:
    """Make an empty environment, in place of whatever half-made one is there."""
    say(f"  1/3 an empty environment with Python {'.'.join(map(str, sys.version_info[:3]))}")
    try:
        if ENVIRONMENT.is_dir() and not ENVIRONMENT.is_symlink():
            shutil.rmtree(ENVIRONMENT)
        elif ENVIRONMENT.exists() or ENVIRONMENT.is_symlink():
            ENVIRONMENT.unlink()
    except OSError as error:
        raise SetUpError(f"the folder .venv can't be replaced ({error.strerror}). Remove it and run again.") from error
    run(
        [sys.executable, "-m", "venv", ENVIRONMENT],
        "the environment was not made. Debian and Ubuntu: apt-get install python3-venv; and see that the disk has room.",
    )


def install() -> None:
    """Install the locked packages and Clew itself: with uv, or with pip alone where uv finds no registry."""
    STAMP.unlink(missing_ok=True)
    pip: list[str | Path] = [PYTHON, "-m", "pip", "install", "--quiet", "--no-input"]
    no_registry = "the package registry can't be reached, or refused. See that pip works here (network, proxy, pip's settings), then run the same command again."

    say("  2/3 the installer, uv")
    if not has_pip():
        run(
            [PYTHON, "-I", "-m", "ensurepip"],
            "pip can't be put into .venv. Debian and Ubuntu: apt-get install python3-venv.",
        )
    run([*pip, "--require-hashes", "-r", UV_LOCK], no_registry)

    say(f"  3/3 {packages_in(LOCK)} packages, as requirements.lock pins them")
    uv: list[str | Path] = [UV, "pip", "install", "--python", PYTHON]
    if succeeds([*uv, "--require-hashes", "-r", LOCK]) and succeeds([*uv, "--no-deps", "-e", ROOT]):
        return
    say("      uv could not; pip tries the same list (takes some minutes)")
    run([*pip, "--require-hashes", "-r", LOCK], no_registry)
    run([*pip, "--no-deps", "-e", ROOT], no_registry)


def packages_in(lock: Path) -> int:
    """Count the packages a lock names, for people to see how much is coming."""
    return sum("==" in line for line in lock.read_text(encoding="utf-8").splitlines())


def run(command: Sequence[str | Path], remedy: str) -> None:
    """Run a step of the set-up; a step that fails ends it with the remedy."""
    if not succeeds(command):
        raise SetUpError(remedy)


def succeeds(command: Sequence[str | Path]) -> bool:
    """Run one command in the project's folder and tell whether it went well; what it prints is shown."""
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONHOME", "PYTHONPATH")}
    return subprocess.run(command, cwd=ROOT, env={**TRUST, **environment, **QUIET}, check=False).returncode == 0


def say(sentence: str) -> None:
    """Tell the person at the terminal, at once."""
    print(sentence, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
