# What is typed here: `make` alone prints the list.

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run test check bench evals lock

help:  ## Print this list
	@sed -n 's/^\([a-z]*\):  *## \(.*\)/  make \1\t\2/p' Makefile

run:  ## Set everything up, then start Vidya with the demo school
	@scripts/setup.sh run && exec .venv/bin/vidya serve --demo

test:  ## Set everything up, test servers too, then run every test
	@scripts/setup.sh test && scripts/test_servers.sh && exec .venv/bin/pytest -n 2 --dist loadfile

check:  ## Lint, formatting, types, the ladder of packages, the rules of the architecture
	@scripts/setup.sh test && exec scripts/check.sh

bench:  ## Measure speed and memory on this machine, as ratios
	@scripts/setup.sh test && exec .venv/bin/python -m tests.load

evals:  ## Measure how good the answers are
	@scripts/setup.sh test && exec .venv/bin/python -m tests.evals

lock:  ## Pin what pyproject.toml asks for, with hashes (upgrade=1 takes the newest of everything)
	@exec scripts/lock.sh $(if $(upgrade),--upgrade)
