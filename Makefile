# Every target makes its own .venv; only Python 3.11+, make and the package registry are needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SAMPLE := samples

.PHONY: demo test check browser bundle bench clean

$(VENV)/.runs: pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/.tests: pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[test]'
	@touch $@ $(VENV)/.runs

$(VENV)/.bench: pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[test,bench]'
	@touch $@ $(VENV)/.runs $(VENV)/.tests

demo: $(VENV)/.runs  ## reads the sample reports into a record and shows it
	@$(BIN)/didar demo

test: check browser  ## installs and passes all tests
	@$(BIN)/python -m pytest -n 2

check: $(VENV)/.tests  ## style, types, import contract
	@$(BIN)/ruff check src tests bench
	@$(BIN)/mypy
	@$(BIN)/lint-imports

browser: $(VENV)/.tests  ## what the tests of the pages need beside Python, where it can be had
	@.ci/browser $(VENV)

bundle: browser  ## the pages' script, from its modules
	@$(BIN)/python -m didar.web.bundle $(VENV)/node/node_modules/.bin/esbuild

bench: $(VENV)/.bench  ## speed against the peers, quality against ../shared
	@$(BIN)/python bench/run.py

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache
