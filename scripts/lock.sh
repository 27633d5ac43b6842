#!/usr/bin/env bash
# Pins what pyproject.toml asks for, with hashes; pins stay as they are unless `--upgrade` is given.
set -euo pipefail
CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
[[ -x .venv/bin/uv ]] || scripts/setup.sh run
# shellcheck source=scripts/steps.sh
source scripts/steps.sh

main() {
    echo "Pinning"
    step "requirements.lock: to run Vidya" compile "$@" pyproject.toml -o requirements.lock
    step "requirements-dev.lock: to test it too" \
        compile "$@" pyproject.toml --group dev --constraint requirements.lock -o requirements-dev.lock
    step "scripts/uv.lock.txt: to install both" compile "$@" scripts/uv.in -o scripts/uv.lock.txt
}

# No index address in the files: whoever installs says where from.
compile() {
    .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --annotation-style line --custom-compile-command "make lock" "$@"
}

main "$@"
