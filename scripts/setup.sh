#!/usr/bin/env bash
# Makes .venv ready: `setup.sh run` for the product alone, `setup.sh test` for its tests and checks too.
set -euo pipefail
CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."

readonly OLDEST=3.11 NEWEST=3.14
# Four lines: where and with which Python and uv .venv was made, what for, from which locks, from which
# pyproject.toml. It is away while .venv is being changed: without it .venv was left half made, or was
# made by hand, and is made anew.
readonly READY=.venv/.ready

main() {
    local wanted=$1
    is_ready "$wanted" && return
    wait_for_other_set_ups
    is_ready "$wanted" && return
    is_writable || stop "$(id -un) may not write to $PWD/.venv: remove it, or run this as its owner."

    local started=${EPOCHREALTIME/[.,]/}
    # shellcheck source=scripts/steps.sh
    source scripts/steps.sh
    step_lines_shown=8
    echo "Setting up Vidya in $PWD"
    # What is there stays: `make run` does not take the test tools away from `make test`.
    [[ $(ready_line 2) == test ]] && wanted="test"
    is_usable || make_environment
    has_packages "$wanted" || install_packages_of_lock "$wanted"
    install_vidya "$wanted"
    echo "Set up in $(seconds_since "$started") s."
}

is_ready() {
    has_packages "$1" && has_vidya && is_usable
}

has_packages() {
    [[ $(ready_line 3) == "$(locks)" && ($(ready_line 2) == "$1" || $(ready_line 2) == test) ]]
}

has_vidya() { [[ $(ready_line 4) == "$(project)" ]]; }

# A .venv is of use only where it was made, with the Python that made it and the uv of today.
is_usable() {
    [[ -f $READY && $(ready_line 1) == "$(place)" ]]
}

ready_line() { sed -n "$1p" "$READY" 2>/dev/null || true; }

mark_ready() { printf '%s\n' "$(place)" "$@" >"$READY"; }

place() {
    local python
    python=$(.venv/bin/python -I -S -c 'import sys; print(*sys.version_info[:2])' 2>/dev/null) || python=none
    echo "$PWD, Python $python, uv $(sha256sum <scripts/uv.lock.txt)"
}

locks() { cat requirements.lock requirements-dev.lock scripts/setup.sh | sha256sum; }

project() { sha256sum <pyproject.toml; }

# Held until this script and everything that it started has ended.
wait_for_other_set_ups() {
    exec 9<.
    flock --nonblock 9 && return
    echo "Another set-up is at work in $PWD: waiting for it."
    flock 9
}

make_environment() {
    local python again=
    [[ ! -e .venv ]] || again=" anew"
    python=$(find_python) || stop "Vidya needs Python $OLDEST to $NEWEST.$(pythons_found)"
    can_make_environments "$python" || install_venv_module "$python"
    rm -rf .venv
    step "making .venv$again with $("$python" -V) ($python)" "$python" -m venv .venv ||
        stop ".venv could not be made."
    step "installing uv, which installs the rest" \
        env PIP_USER=0 .venv/bin/python -m pip install --disable-pip-version-check --retries 2 \
        --no-deps --only-binary :all: --require-hashes -r scripts/uv.lock.txt || stop_at_the_index
    mark_ready uv
}

# find_python prints the machine's own python3 if it is of use, else the newest one that is.
find_python() {
    local name candidate
    for name in python3 python3.14 python3.13 python3.12 python3.11; do
        while read -r candidate; do
            is_supported "$candidate" && echo "$candidate" && return
        done < <(type -ap "$name")
    done
    return 1
}

is_supported() {
    "$1" -I -c "import sys; v = '%d.%02d' % sys.version_info[:2]; sys.exit(not '$OLDEST' <= v <= '$NEWEST')" \
        2>/dev/null
}

pythons_found() {
    local python3
    python3=$(type -p python3) || { echo " There is no python3 on this machine."; return; }
    echo " This machine has $("$python3" -V 2>&1) ($python3)."
}

is_writable() {
    [[ -w . && (! -e .venv || -w .venv) ]]
}

can_make_environments() { "$1" -I -c 'import ensurepip, venv' 2>/dev/null; }

# Debian keeps what `python3 -m venv` needs in a package of its own.
install_venv_module() {
    local package
    package="$("$1" -I -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"
    # shellcheck source=scripts/debian.sh
    source scripts/debian.sh
    can_install_packages || stop "$1 cannot make virtual environments yet. Type this, then the same again:" \
        "" "  $(line_to_install "$package")"
    step "installing $package with apt" install_packages "$package" || stop "apt could not install $package."
    can_make_environments "$1" || stop "$1 cannot make virtual environments: it lacks ensurepip or venv."
}

install_packages_of_lock() {
    local lock=requirements.lock ready before
    [[ $1 == test ]] && lock=requirements-dev.lock
    adopt_pip_settings
    ready=$(<"$READY")
    before=$(uv_pip freeze)
    rm "$READY"
    if ! step "installing the packages of $lock" uv_pip sync --require-hashes "$lock"; then
        # Whoever goes back to the old lock, perhaps offline, finds .venv as it was.
        [[ $(uv_pip freeze) == "$before" ]] && echo "$ready" >"$READY"
        stop_at_the_index
    fi
    mark_ready "$1" "$(locks)"
}

# uv is its own build backend here, so nothing is fetched for this.
install_vidya() {
    rm "$READY"
    step "installing vidya itself, editable" uv_pip install --no-deps --editable . ||
        stop "Vidya's own package could not be installed."
    mark_ready "$1" "$(locks)" "$(project)"
}

uv_pip() {
    local cache=${UV_CACHE_DIR:-${XDG_CACHE_HOME:-${HOME:-/nonexistent}/.cache}/uv}
    # An account without a home of its own has no place for a cache.
    { mkdir -p "$cache" 2>/dev/null && [[ -w $cache ]]; } || export UV_NO_CACHE=1
    .venv/bin/uv pip "$@" --quiet --python .venv/bin/python
}

# uv reads nothing that pip was told, so it is told here.
adopt_pip_settings() {
    local settings
    settings=$(.venv/bin/python -m pip config list 2>/dev/null) || return 0
    tell_uv UV_DEFAULT_INDEX "$(pip_setting index-url "$settings")"
    tell_uv SSL_CERT_FILE "$(pip_setting cert "$settings")"
}

# The environment comes before a section for `install`, and that before the global one.
pip_setting() {
    local origin line
    for origin in :env: install global; do
        line=$(grep -m 1 "^$origin\.$1='" <<<"$2") || continue
        line=${line#*=\'}
        echo "${line%\'}"
        return
    done
}

tell_uv() {
    [[ -n $2 && -z ${!1:-} ]] || return 0
    export "$1=$2"
}

stop_at_the_index() {
    stop "Packages could not be fetched. If the reason above is the network, check:" \
        "  - that this machine reaches the internet, or your own package index" \
        "  - a proxy: HTTPS_PROXY and NO_PROXY" \
        "  - the index: UV_DEFAULT_INDEX, PIP_INDEX_URL, \`pip config list\`" \
        "  - its certificate: SSL_CERT_FILE, PIP_CERT" \
        "Then type the same again."
}

stop() {
    printf '%s\n' "" "$@" >&2
    exit 1
}

main "$1"
