# Every command does all of its own set-up. `make` alone lists them.

PYTHON ?= python3
PORT ?= 8000
READY := .venv/ready
TOOLS := .tools/ready
COMPILE = .tools/bin/uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --quiet $(if $(value UPGRADE),--upgrade)
RUN := NO_MKDOCS_2_WARNING=1 .venv/bin/python

# What is typed behind a command, such as WORDS="…", is handed on as it is typed: nothing in it is filled in or run.
$(foreach name,$(.VARIABLES),$(if $(filter command,$(firstword $(origin $(name)))),$(eval override $(name) := $$(value $(name)))$(eval export $(name))))
export PORT

.PHONY: help serve site portable test test-long quick bench check add withdraw changes adopt review schemas lock audit clean
.DEFAULT_GOAL := help

help:  ## list these commands
	@sed -n 's/^\([a-z-]*\):.*## /make \1\t/p' Makefile | expand -t 16

serve: $(READY)  ## build the site and show it at http://127.0.0.1:8000/, anew after every change
	$(RUN) -m macros.commands.serve "$$PORT"

site: $(READY)  ## build the site into site/, a folder for any web server
	$(RUN) -m macros.commands.site

portable: $(READY)  ## build the same site as one zip, to open without a web server
	$(RUN) -m macros.commands.portable

test: $(READY)  ## run all the tests in real browsers
	CHROMIUM="$$($(RUN) -m tests.chromium)" && export CHROMIUM && $(RUN) -m tests.engines && $(RUN) -m pytest

test-long: $(READY)  ## run what takes long: many more kills and inputs made by chance
	LONG=1 $(RUN) -m pytest tests/test_killed.py tests/test_broken_by_rule.py

quick: $(READY)  ## run the tests that need no browser
	$(RUN) -m pytest -m "not browser"

bench: $(READY)  ## measure weight, paint and build time beside other themes; some of it with PARTS="pages paint builds growth"
	CHROMIUM="$$($(RUN) -m tests.chromium)" && export CHROMIUM && $(RUN) -m tests.bench $$PARTS

check: $(READY)  ## check the words, the data and the site, and say what is to do before launch; all that it found with ALL=yes
	$(RUN) -m macros.commands.check

add: $(READY)  ## add a clause: CLAUSE=new-id AFTER=id TITLE="…" WORDS="…"; in the place of another with REPLACES=id
	@$(RUN) -m macros.commands.clauses add --clause="$$CLAUSE" --after="$$AFTER" --title="$$TITLE" --words="$$WORDS" \
	  --replaces="$$REPLACES"

withdraw: $(READY)  ## withdraw a clause: CLAUSE=id NOW_SEE=id-of-another
	@$(RUN) -m macros.commands.clauses withdraw --clause="$$CLAUSE" --now-see="$$NOW_SEE"

changes: $(READY)  ## print what changes, clause by clause; between two versions with FROM=label TO=label; PDF=changes.pdf writes it
	@$(RUN) -m macros.commands.changes "$$FROM" "$$TO" "$$PDF"

adopt: $(READY)  ## freeze the words as a version: VERSION=… ADOPTED=… MINUTE=… BY=… IN_FORCE=… REVIEW=…
	@$(RUN) -m macros.commands.adopt --label="$$VERSION" --adopted-on="$$ADOPTED" --minute="$$MINUTE" --approved-by="$$BY" \
	  --in-force-from="$$IN_FORCE" --review-due="$$REVIEW"

review: $(READY)  ## say whether the policy's review or the check of a fact is due, or one by ABOUT=policy, ABOUT=facts; else nothing
	@$(RUN) -m macros.commands.review

schemas: $(READY)  ## write JSON Schemas, so that an editor completes and checks the YAML files while one types
	$(RUN) -m macros.commands.schemas

lock: $(TOOLS)  ## write requirements.txt and tools.txt from pyproject.toml; with the newest of everything by UPGRADE=yes
	$(COMPILE) pyproject.toml --group test --output-file requirements.txt
	$(COMPILE) --group tools --output-file tools.txt

audit: $(TOOLS)  ## ask whether a weakness is known in anything that the site is built and tested with
	.tools/bin/pip-audit --strict --require-hashes --disable-pip --requirement requirements.txt --requirement tools.txt

clean:  ## remove everything that make has made
	rm -rf .venv .tools .schemas .vscode site .site-in-the-making-* portable.zip .pytest_cache

.venv/ready: requirements.txt
.tools/ready: tools.txt
$(READY) $(TOOLS):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: install it, or name it with make PYTHON=python3.12 …")'
	$(PYTHON) -m venv $(@D)
	$(@D)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement $<
	@touch $@
