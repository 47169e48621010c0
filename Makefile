# `make run` serves the chronology, `make test` runs every test; `make help` lists the rest.

HOST ?= 127.0.0.1
PORT ?= 8000
export HOST PORT

VENV := .venv
BIN := $(VENV)/bin
MANAGE := $(BIN)/python manage.py
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input --require-hashes
# Extras are kept: with hashes, pip wants "coverage[toml]" pinned as such once a newer coverage exists.
LOCK := $(BIN)/uv pip compile --quiet --universal --no-strip-extras --python-version 3.11 --generate-hashes --no-header

# The first interpreter that fits; another one can be named: make run PYTHON=/opt/python3.12/bin/python3
SUPPORTED := import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))
PYTHON ?= $(shell for name in python3 python3.13 python3.12 python3.11; do \
	$$name -c '$(SUPPORTED)' 2>/dev/null && echo $$name && break; done)

.DEFAULT_GOAL := help
.PHONY: help run dev ingest demo test test-postgres lint evaluate lock bench screenshots clean

help: ## list the commands
	@grep -hE '^[a-z-]+:.*## ' Makefile | awk -F ':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

run: $(VENV)/run.stamp ## set everything up, read the articles in seeds/ and serve on http://127.0.0.1:8000 (HOST=… PORT=…)
	@exec $(MANAGE) serve

dev: export DEBUG = 1
dev: $(VENV)/dev.stamp ## the same with Django's own server, which reloads when the code changes
	@$(MANAGE) prepare
	@if [ "$${JOBS:-embedded}" = embedded ]; then $(MANAGE) work --parent $$$$ & fi; exec $(MANAGE) runserver $(HOST):$(PORT)

ingest: $(VENV)/run.stamp ## read more articles: make ingest FILES="folder file.txt"
	@$(MANAGE) ingest $(FILES)

demo: $(VENV)/run.stamp ## add a second chronology of 7,500 visits and travels since 1866, to try the site with
	@$(MANAGE) demo

test: $(VENV)/dev.stamp chromium ## run every test, the browser's too, and show the coverage
	@$(BIN)/python -m pytest --cov --cov-report=term --cov-fail-under=90

# Debian's pg_virtualenv names the server that it has made in the variables of libpq.
test-postgres: export DATABASE_URL ?= $(if $(PGPASSWORD),postgres://$(PGUSER):$(PGPASSWORD)@$(PGHOST):$(PGPORT)/$(PGDATABASE))
test-postgres: $(VENV)/dev.stamp ## run the tests of the database on PostgreSQL: DATABASE_URL=postgres://…, or pg_virtualenv -t make test-postgres
	@case "$$DATABASE_URL" in postgres*) ;; *) echo "Set DATABASE_URL=postgres://user:password@host/name, or run: pg_virtualenv -t make test-postgres"; exit 1;; esac
	@$(BIN)/python -m pytest -q -m "database and not browser"

lint: $(VENV)/dev.stamp ## check style, types, templates, migrations and the settings of a public site
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/djlint templates --lint --quiet
	$(MANAGE) makemigrations --check --dry-run
	SITE_URL=https://chronology.example $(MANAGE) check --deploy --fail-level WARNING
	$(BIN)/python -m pytest -q tests/test_translations.py tests/test_project.py

evaluate: $(VENV)/run.stamp ## score the extractor on tests/corpus/; fails when a published figure is lost
	@$(MANAGE) evaluate --check

lock: $(VENV)/dev.stamp ## write requirements*.txt anew from requirements*.in (UPGRADE=--upgrade for newer releases)
	$(LOCK) $(UPGRADE) requirements.in -o requirements.txt
	$(LOCK) $(UPGRADE) requirements-dev.in -o requirements-dev.txt

bench: $(VENV)/dev.stamp chromium ## measure pages, start-up, and the reading room beside its peers; WRITE=--write puts the figures into docs/performance.md
	$(BIN)/python -m bench.pages $(WRITE)
	$(BIN)/python -m bench.startup $(WRITE)
	$(BIN)/python -m bench.reading $(WRITE)

screenshots: $(VENV)/dev.stamp chromium ## take the pictures of the README from a running site
	$(BIN)/python docs/screenshots.py

clean: ## remove what `make` made; the data in var/ stays
	rm -rf $(VENV) staticfiles htmlcov .coverage .coverage.* .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
	find locale -name '*.mo' -delete

# -- what the commands above need ---------------------------------------------------------------------------------

# A half-made environment is removed, so that the next try starts afresh.
$(BIN)/python:
	@if [ -z "$(PYTHON)" ] || ! $(PYTHON) -c '$(SUPPORTED)'; then \
		echo "Aide-mémoire needs Python 3.11, 3.12 or 3.13. Install one, or name it: make run PYTHON=/path/to/python3.12"; \
		exit 1; fi
	@if ! $(PYTHON) -c 'import ensurepip, venv' 2>/dev/null; then \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
			echo "Installing python3-venv …"; \
			apt-get install -y -qq python3-venv >/dev/null || { apt-get update -qq && apt-get install -y -qq python3-venv >/dev/null; }; \
		else echo "Python's venv module is missing. On Debian and Ubuntu: sudo apt install python3-venv"; exit 1; fi; fi
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "$(PYTHON) could not make a virtual environment here."; exit 1; }
	@$(PIP_INSTALL) -r requirements-pip.txt || { rm -rf $(VENV); exit 1; }

$(VENV)/run.stamp: requirements.txt | $(BIN)/python
	@echo "Installing what the site needs (about a minute the first time) …"
	@$(PIP_INSTALL) -r requirements.txt
	@touch $@

$(VENV)/dev.stamp: requirements-dev.txt $(VENV)/run.stamp
	@echo "Installing what the tests need …"
	@$(PIP_INSTALL) -r requirements-dev.txt
	@touch $@

# The browser tests drive the system's Chromium. Where it lacks and cannot be installed, they are skipped and say so.
.PHONY: chromium
chromium:
	@if ! command -v chromium >/dev/null && [ -z "$$CHROMIUM" ]; then \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
			echo "Installing Chromium for the browser tests …"; \
			apt-get update -qq && apt-get install -y -qq chromium >/dev/null; \
		else echo "Chromium is missing, so the browser tests are skipped. On Debian: sudo apt install chromium"; fi; fi
