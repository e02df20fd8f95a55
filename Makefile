# Everything lives in .venv/; remove that folder to start over.
PYTHON ?= python3
BIN := .venv/bin
export NO_MKDOCS_2_WARNING = 1
# Tests start hundreds of programs: each would compile the whole project again, were this set.
export PYTHONDONTWRITEBYTECODE =

.PHONY: serve site handouts offline test check links lock picture clean

serve: .venv/ready
	$(BIN)/mkdocs serve --dev-addr 127.0.0.1:8000

site: .venv/ready
	$(BIN)/mkdocs build --strict
	$(BIN)/python scripts/check_site.py site

handouts: .venv/browser
	$(BIN)/python scripts/make_handouts.py

offline: .venv/ready
	$(BIN)/python scripts/make_offline.py

test: check .venv/browser
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder

check: .venv/ready
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/python scripts/validate.py
	$(BIN)/python scripts/write_schemas.py --check
	$(BIN)/python scripts/write_issue_forms.py --check
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.dependabot .github/dependabot.yml
	$(BIN)/zizmor --offline --quiet .github

picture: site .venv/browser
	$(BIN)/python scripts/take_picture.py

links: .venv/ready
	$(BIN)/python scripts/check_links.py

lock:
	$(PYTHON) scripts/lock.py

clean:
	rm -rf .venv site .cache

.venv/ready: requirements.lock
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed.")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	touch $@

.venv/browser: .venv/ready scripts/browser.py
	$(BIN)/python scripts/browser.py
	touch $@
