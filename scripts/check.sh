#!/usr/bin/env bash
# Every rule that a machine can hold; runs them all, then fails if one did.
set -euo pipefail
CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/steps.sh
source scripts/steps.sh

main() {
    local failed=0
    echo "Checking"
    step "lint" .venv/bin/ruff check . || failed=1
    step "formatting" .venv/bin/ruff format --check . || failed=1
    step "types" .venv/bin/mypy || failed=1
    step "the ladder of packages" .venv/bin/lint-imports || failed=1
    step "the rules of the architecture" .venv/bin/pytest -q tests/architecture || failed=1
    return "$failed"
}

main
