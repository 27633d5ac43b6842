#!/usr/bin/env bash
# Installs the programs that only the tests need; without them the tests that need them are skipped.
set -euo pipefail
CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/debian.sh
source scripts/debian.sh
# shellcheck source=scripts/steps.sh
source scripts/steps.sh
step_lines_shown=8

readonly PACKAGES=(
    chromium         # the browser of the browser tests and screenshots
    fonts-noto-core  # what learners' phones draw Indian scripts with
    shellcheck       # reads the scripts in this folder
)

main() {
    local missing package offered=()
    mapfile -t missing < <(missing_packages "${PACKAGES[@]}")
    ((${#missing[@]})) || return 0

    echo "What only the tests need"
    if can_install_packages; then
        has_lists || step "fetching apt's lists of packages" fetch_lists || true
    fi
    for package in "${missing[@]}"; do
        if has_lists && ! offers "$package"; then
            echo "  apt has no $package here: the tests that need it are skipped"
        else
            offered+=("$package")
        fi
    done
    ((${#offered[@]})) || return 0
    if can_install_packages; then
        install_each "${offered[@]}"
    else
        echo "  not installed: ${offered[*]}; the tests that need it are skipped. To install:"
        echo "    $(line_to_install "${offered[@]}")"
    fi
}

install_each() {
    local package
    for package in "$@"; do
        step "installing $package with apt" install_packages "$package" ||
            echo "  without $package: the tests that need it are skipped"
    done
}

main
