# Installing Debian packages: without questions, without extras, without starting what they bring.
# shellcheck shell=bash

readonly START_POLICY=/usr/sbin/policy-rc.d
readonly SAVED_START_POLICY=/usr/sbin/policy-rc.d.before-vidya
readonly POLICY_MARK='# Vidya is installing packages: nothing is started meanwhile.'

# can_install_packages is true for root on a system with apt.
can_install_packages() {
    ((EUID == 0)) && command -v apt-get >/dev/null
}

# offers NAME is true if apt's lists have the package; fetch_lists where there are none yet.
offers() { [[ -n $(apt-cache show "$1" 2>/dev/null) ]]; }

has_lists() { compgen -G '/var/lib/apt/lists/*Packages*' >/dev/null; }

fetch_lists() { apt_get update; }

# missing_packages NAME... prints those that are not installed.
missing_packages() {
    local name
    for name in "$@"; do
        [[ $(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null) == installed ]] || echo "$name"
    done
}

# line_to_install NAME... prints what an ordinary user has to type.
line_to_install() {
    local line="apt-get update && apt-get install -y --no-install-recommends $*"
    if command -v sudo >/dev/null; then
        echo "sudo sh -c '$line'"
    else
        echo "su -c '$line'"
    fi
}

# install_packages NAME... leaves the machine's rule about starting daemons exactly as it was.
install_packages() (
    # dpkg wants these, and a shell that came by way of `su` or cron may lack them.
    export PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin
    exec 8</usr/sbin
    flock 8
    restore_start_policy
    trap restore_start_policy EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
    forbid_starting || exit
    # A fresh machine has no lists, and an old one has lists of packages that are gone.
    apt_install "$@" || { fetch_lists && apt_install "$@"; }
)

apt_install() { apt_get install --no-install-recommends "$@"; }

apt_get() {
    DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1 \
        apt-get -q -y -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 "$@" 8<&-
}

forbid_starting() {
    if [[ -e $START_POLICY || -L $START_POLICY ]]; then
        mv "$START_POLICY" "$SAVED_START_POLICY" || return
    fi
    printf '#!/bin/sh\n%s\nexit 101\n' "$POLICY_MARK" >"$START_POLICY"
    chmod 755 "$START_POLICY"
}

# Also repairs what a killed installation left behind.
restore_start_policy() {
    if grep -qsF "$POLICY_MARK" "$START_POLICY"; then
        rm -f "$START_POLICY"
    fi
    if [[ -e $SAVED_START_POLICY || -L $SAVED_START_POLICY ]]; then
        mv "$SAVED_START_POLICY" "$START_POLICY"
    fi
}
