# Everything lives in .venv/; remove that folder to start over. It is filled in parts, each of which
# has a lock in requirements/ and leaves an empty file once it is there: .venv/site, .venv/test, …
PYTHON ?= python3
BIN := .venv/bin
# The pip outside fills the environment, where there is one: a copy of it takes a sixth of the time.
# What is installed is compiled when it is first used, which less than half of it is.
PIP := $$(test -x $(BIN)/pip && echo $(BIN)/python -m pip || echo $(PYTHON) -m pip --python $(BIN)/python)
INSTALL := $(PIP) install --quiet --disable-pip-version-check --no-compile --require-hashes -r
export NO_MKDOCS_2_WARNING = 1
# Tests start hundreds of programs: each would compile the whole project again, were this set.
export PYTHONDONTWRITEBYTECODE =

# Two installations into one folder at a time would get in each other's way.
.NOTPARALLEL:
.PHONY: serve site handouts offline test check links lock picture clean

serve: .venv/site
	$(BIN)/mkdocs serve --dev-addr 127.0.0.1:8000

site: .venv/site
	$(BIN)/mkdocs build --strict
	$(BIN)/python scripts/check_site.py site

handouts: .venv/browser
	$(BIN)/python scripts/make_handouts.py

offline: .venv/site
	$(BIN)/python scripts/make_offline.py

test: check .venv/test .venv/browser
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder

check: .venv/check
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/python scripts/validate.py
	$(BIN)/python scripts/write_schemas.py --check
	$(BIN)/python scripts/write_issue_forms.py --check
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.dependabot .github/dependabot.yml
	$(BIN)/zizmor --offline --quiet .github

picture: site .venv/test .venv/browser
	$(BIN)/python scripts/take_picture.py

links: .venv/site
	$(BIN)/python scripts/check_links.py

lock:
	$(PYTHON) scripts/lock.py

clean:
	rm -rf .venv site .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache

.venv/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed.")'
	$(PYTHON) -m pip --version >/dev/null 2>&1 && $(PYTHON) -m venv --without-pip .venv || $(PYTHON) -m venv .venv
	touch $@

ifeq ($(filter test picture .venv/test,$(MAKECMDGOALS)),)
.venv/site: requirements/catalog.lock requirements/site.lock | .venv/python
	$(INSTALL) requirements/site.lock
	touch $@

.venv/handouts: requirements/handouts.lock .venv/site
	$(INSTALL) requirements/handouts.lock
	touch $@

.venv/check: requirements/check.lock .venv/site
	$(INSTALL) requirements/check.lock
	touch $@
else
# The tests need every part, and their lock names all: one installation takes two thirds of the time.
.venv/test: $(addprefix requirements/,catalog.lock site.lock handouts.lock check.lock test.lock) | .venv/python
	$(INSTALL) requirements/test.lock
	touch .venv/site .venv/handouts .venv/check $@

.venv/site .venv/handouts .venv/check: .venv/test ;
endif

.venv/browser: .venv/handouts scripts/browser.py
	$(BIN)/python scripts/browser.py
	touch $@
