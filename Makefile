# `make site` builds the archive in content/documents into output/. `make test` runs every test.
# Both make .venv when it is missing and work from a path with spaces.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: site test check lint serve archive pictures clean help

help:
	@echo "make site     build the archive in content/documents into output/"
	@echo "make test     run every test"
	@echo "make serve    preview on http://127.0.0.1:8000/, rebuilding on change"
	@echo "make archive  write the offline archive, one zip"
	@echo "make lint     style and types"
	@echo "make clean    remove what was built"

site: .venv/.site
	@$(BIN)/python -m generator build
	@echo "The site is in output/. To read it, open output/index.html in a browser."

serve: .venv/.site
	@$(BIN)/python -m generator serve

archive: .venv/.site
	@$(BIN)/python -m generator archive

test: .venv/.dev
	@$(BIN)/python -m pytest -n auto

lint: .venv/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

clean:
	rm -rf content/pages .mypy_cache .pytest_cache .ruff_cache
	find output -mindepth 1 -not -name .gitkeep -delete

.venv/bin/python:
	@$(PYTHON) -m venv .venv || { rm -rf .venv; echo "Python's venv module is missing; on Debian: apt-get install python3-venv" >&2; exit 1; }

.venv/.site: pyproject.toml | .venv/bin/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/.dev: pyproject.toml | .venv/bin/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev]"
	@touch $@ .venv/.site
