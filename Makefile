# `make serve` and `make test` are all that a fresh machine with Python 3.11, Git and make needs.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
CHROMIUM ?= /usr/bin/chromium
SSHD ?= /usr/sbin/sshd
AGE ?= /usr/bin/age
JOBS ?= 2
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready

# Tests start the program hundreds of times, and each start would compile it anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help serve test lint bench pictures transcripts lock clean
.DEFAULT_GOAL := help

help:
	@echo "make serve        play a demonstration board, build its site and serve it on http://127.0.0.1:$(PORT)/"
	@echo "make test         everything that CI runs"
	@echo "make lint         formatting, types, import contracts, workflows"
	@echo "make bench        speed and size, measured side by side"
	@echo "make pictures     the pictures in the README"
	@echo "make transcripts  the whole purchases in the guide, played anew"
	@echo "make lock         requirements.lock anew from pyproject.toml"

# The tools, exactly as locked; and the program itself, read from this checkout.
$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or later is needed; $(PYTHON) is older. Try: make PYTHON=/path/to/python3.11"; exit 1; }
	@echo "Installing the tools of requirements.lock into $(VENV)"
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(READY)

# One of Debian's packages, and what the tests need it for.
define debian
@echo "Installing $(1) from Debian's packages, $(2)"
@if [ "$$(id -u)" = 0 ]; then sudo=; else sudo=sudo; fi; \
	$$sudo apt-get update -qq && $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $(1) >/dev/null
endef

$(CHROMIUM):
	$(call debian,chromium,to test the pages in a real browser)

# On the loopback and with keys of its own.
$(SSHD):
	$(call debian,openssh-server,to test a host over SSH)

$(AGE):
	$(call debian,age,to test that it opens our envelopes and we open its own)

serve: $(READY)
	@rm -rf demo
	@$(BIN)/board demo demo
	@$(BIN)/board --root demo serve --port $(PORT)

test: lint $(CHROMIUM) $(SSHD) $(AGE)
	$(BIN)/pytest --numprocesses $(JOBS) --dist worksteal

lint: $(READY)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/zizmor --offline --quiet .github/workflows
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml

bench: $(READY)
	@$(BIN)/python -m tests.bench

pictures: $(READY) $(CHROMIUM)
	@$(BIN)/python -m tests.site.pictures

transcripts: $(READY)
	@$(BIN)/python -m tests.transcripts

lock:
	@$(PYTHON) -m venv .cache/lock
	@.cache/lock/bin/python -m pip install --quiet --disable-pip-version-check uv
	@.cache/lock/bin/uv pip compile --quiet --no-header --no-annotate --generate-hashes --python-version 3.11 \
		--group dev --output-file requirements.lock pyproject.toml

clean:
	rm -rf $(VENV) .cache build dist demo public
