PORT ?= 8501
export PORT PYTHON DEMO PROCESSES ROWS
# What Python compiled once is kept: a process that starts would else compile Streamlit and this app anew.
unexport PYTHONDONTWRITEBYTECODE
MINUTES ?= 60

BIN := .venv/bin
WORKERS ?= 2

.DEFAULT_GOAL := help
.PHONY: help lock audit sbom setup run serve test test-fast programs check format bench figures unsteady soak distributed guide demo tools clean clean-data

help: ## what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-12s %s\n", $$1, $$2}' Makefile

setup: ## the environment in .venv, the packages, the default database
	@sh deploy/setup.sh database

run: setup ## the app on PORT of this machine (default 8501)
	@exec $(BIN)/python asgi.py

serve: setup ## PROCESSES processes (default: one a core) behind nginx on PORT, sticky by cookie
	@exec $(BIN)/python -m deploy.serve

# What is downloaded comes while types are checked.
test: tools ## formatting, lint, types, layers, then every test: a real PostgreSQL and a real browser included
	@$(MAKE) --no-print-directory --jobs 2 --output-sync check programs
	@$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal

test-fast: tools ## the tests that need no browser and no patience
	@$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal -m "not browser and not slow"

programs: tools ## the browser and the proxies of the tests, where there are none
	@$(BIN)/python -m tests.chromium
	@$(BIN)/python -m tests.front

check: tools ## formatting, lint, types and layers only
	@echo "Checking formatting, lint, types and layers ..."
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-cache --no-logo

format: tools ## put the code into the house's form
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

bench: setup ## speed of the data layer, as a table
	@$(BIN)/python -m benchmarks

figures: setup tools ## all tables of the README from one run, fifty minutes with nothing beside
	@$(BIN)/python -m benchmarks.readme

unsteady: setup tools ## MINUTES (60) of sources that fail and are written to, read under kill -9: nothing lost, nothing twice
	@$(BIN)/python -m benchmarks.unsteady --minutes $(MINUTES)

soak: setup tools ## MINUTES (60) of readers, imports, files, frozen figures, restarts and kills: every row once, memory flat
	@$(BIN)/python -m benchmarks.soak --minutes $(MINUTES)

distributed: setup tools ## ROWS rows on a Spark cluster of this machine: the same answers as SQLite and PostgreSQL
	@sh deploy/setup.sh scale
	@$(BIN)/python -m benchmarks.distributed

guide: setup tools ## new pictures for the README and the users' guide
	@$(BIN)/python -m docs.pictures

demo: setup ## the demonstration records once more, into the database that is set
	@$(BIN)/python -m data_access demo $(DEMO)

lock: tools ## hashes of the pinned packages and their licences: after every change of requirements*.txt
	@for name in requirements requirements-dev requirements-scale; do $(BIN)/uv pip compile --system-certs --quiet --no-deps \
		--generate-hashes --no-header --no-annotate --no-strip-extras --no-emit-index-url --python-version 3.11 \
		$$name.txt --output-file $$name.lock; done
	@$(BIN)/python -m deploy.licences

audit: setup ## known vulnerabilities of the packages; asks pypi.org, so it needs the Internet
	@$(BIN)/uv tool run --system-certs --from pip-audit==2.10.1 pip-audit --strict --no-deps --disable-pip \
		--requirement requirements.lock

sbom: setup ## what the app is made of, as CycloneDX: build/sbom.json; beside it what a lake adds
	@mkdir -p build
	@for name in "" -scale; do $(BIN)/uv tool run --system-certs --from cyclonedx-bom==7.5.0 cyclonedx-py requirements \
		requirements$$name.lock --output-reproducible --of JSON --output-file build/sbom$$name.json && \
		echo "build/sbom$$name.json"; done

tools: ## the packages for checking and testing
	@sh deploy/setup.sh tools

clean: ## forget the environment and what tools remember; data stays
	@rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis build
	@find . -name __pycache__ -not -path './.git/*' -prune -exec rm -rf {} +

clean-data: ## forget the default database; the next run prepares it anew
	@rm -f data/.schema data/dashboard.db data/dashboard.db-wal data/dashboard.db-shm data/unfinished.db*
