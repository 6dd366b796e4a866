# `make serve` and `make test` are all that a fresh machine with Python 3.11, Git and make needs.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
CHROMIUM ?= /usr/bin/chromium
SSHD ?= /usr/sbin/sshd
JOBS ?= 2
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready

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

# The browser in which the pages are tested.
$(CHROMIUM):
	@echo "Installing Chromium from Debian's packages, to test the pages in a real browser"
	@if [ "$$(id -u)" = 0 ]; then sudo=; else sudo=sudo; fi; \
		$$sudo apt-get update -qq && $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null

# The server of SSH over which a host is tested, on the loopback and with keys of its own.
$(SSHD):
	@echo "Installing openssh-server from Debian's packages, to test a host over SSH"
	@if [ "$$(id -u)" = 0 ]; then sudo=; else sudo=sudo; fi; \
		$$sudo apt-get update -qq && $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq openssh-server >/dev/null

serve: $(READY)
	@rm -rf demo
	@$(BIN)/board demo demo
	@$(BIN)/board --root demo serve --port $(PORT)

test: lint $(CHROMIUM) $(SSHD)
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
