"""Holds the page to its house rules: form and lint (biome), types (tsc), tests (vitest).

Where there is no Node.js it says so and checks nothing; in continuous integration (``CI`` is set) that is an error.
"""

from __future__ import annotations

import os
import sys

from tools.web_build import ROOT, BuildError, find_node, run_script, say

SCRIPTS = ("lint", "types", "test")


def main() -> int:
    """Run the page's checks one after another; return 1 at the first that fails."""
    try:
        find_node()
    except BuildError as error:
        if os.environ.get("CI"):
            say(str(error))
            return 1
        print(f"Skipped: {error}")
        return 0
    for script in SCRIPTS:
        try:
            run_script(ROOT, script, quiet=True)
        except BuildError as error:
            say(f"The page: {error}")
            return 1
    print("The page's form, types and tests are as they should be.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
