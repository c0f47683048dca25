# Each target sets up what it needs: Python 3.11 or newer (with venv), make and git are enough.

.PHONY: site serve check schema test hostile ftm crate platforms bench release format clean

PYTHON ?= python3
BIN := .venv/bin
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

# the dossier as a site, in ./site
site: .venv/site.stamp
	$(BIN)/mkdocs build --strict

# a preview that follows each change (mkdocs 1.6 with click 8.3 or newer wants --livereload said)
serve: .venv/site.stamp
	$(BIN)/mkdocs serve --livereload

# the problems of the dossier, without building
check: .venv/site.stamp
	$(BIN)/dossier check

# everything that must hold, on the built site too
test: .venv/test.stamp site
	.ci/editor
	CHROMIUM="$$(.ci/chromium)" && export CHROMIUM && SITE_DIR=site $(BIN)/pytest

# every hostile input opened in Chromium, where `test` opens a sixth; more of them, and more edits, drawn
hostile: .venv/test.stamp
	CHROMIUM="$$(.ci/chromium)" && export CHROMIUM && \
	HOSTILE_EVERY=1 HOSTILE_EXAMPLES=400 STALE_STEPS=50 \
	$(BIN)/pytest tests/hostile tests/site/test_never_stale.py

# what the library of FollowTheMoney makes of its format: it is built against ICU (libicu-dev, a compiler)
ftm: .venv/test.stamp
	$(BIN)/pip install --quiet --requirement requirements-dev.txt --requirement tests/exports/ftm.txt
	$(BIN)/pytest -n0 tests/exports/test_follow_the_money.py

# what a validator of RO-Crate makes of an edition: it wants other versions than the tests have
crate: .venv/test.stamp
	$(PYTHON) -m venv .cache/crate
	.cache/crate/bin/pip install --quiet --requirement tests/cli/crate.txt
	CRATE_VALIDATOR="$(CURDIR)/.cache/crate/bin/python" $(BIN)/pytest -n0 tests/cli/test_crate.py

# the same dossier through ProperDocs and MaterialX, and beside plugins of others; the wheel alone
platforms: .venv/test.stamp
	CHROMIUM="$$(.ci/chromium)" && export CHROMIUM && \
	$(BIN)/pytest --numprocesses=0 platforms

# what is slow, and what other tools take for the same text: an hour, on a quiet machine
bench: .venv/site.stamp
	$(BIN)/pip install --quiet --requirement bench/requirements.txt
	$(BIN)/python bench/build.py --others

# the package as a wheel and a source archive in ./dist, the same bytes from the same commit
release: .venv/test.stamp
	$(BIN)/python tools/release.py

format: .venv/test.stamp
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

# what editors offer while one writes: fields, words, and the ids of the dossier as it is
schema: .venv/site.stamp
	$(BIN)/dossier schema --write schema

clean:
	rm -rf site .cache .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache

# A stamp is older than what it depends on only when something has to be installed.
.venv/site.stamp: requirements.txt plugins/pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --requirement requirements.txt
	touch $@

.venv/test.stamp: .venv/site.stamp requirements-dev.txt
	$(BIN)/pip install --quiet --requirement requirements-dev.txt
	touch $@
