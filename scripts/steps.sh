# How a script tells what it is at: one line a step with its seconds, and the output only if it fails.
# shellcheck shell=bash

step_output=$(mktemp)
ticker=
trap 'stop_ticker; rm -f "$step_output"' EXIT

# step TITLE COMMAND... runs the command behind one line of text; its exit status is the command's.
# step_lines_shown, if set, is how many lines are shown from either end of a failed command's output.
step() {
    local title=$1 started=${EPOCHREALTIME/[.,]/} status=0
    shift
    printf '  %s' "$title"
    tell_that_it_still_runs &
    ticker=$!
    "$@" >"$step_output" 2>&1 </dev/null || status=$?
    stop_ticker
    if ((status == 0)); then
        printf '  %s s\n' "$(seconds_since "$started")"
    else
        printf '  FAILED after %s s\n' "$(seconds_since "$started")"
        show_output | sed 's/^/    /'
    fi
    return "$status"
}

# seconds_since MICROSECONDS prints seconds with one decimal.
seconds_since() {
    local tenths=$(((${EPOCHREALTIME/[.,]/} - $1) / 100000))
    printf '%d.%d' $((tenths / 10)) $((tenths % 10))
}

tell_that_it_still_runs() {
    # The lock of a set-up must not outlive it here.
    exec 9>&-
    # Reading from a pipe that nobody writes to waits without a `sleep` that would have to be killed too.
    local waited=0 silence
    exec {silence}<> <(:)
    until read -rt 10 -u "$silence"; do
        kill -0 $$ 2>/dev/null || return 0
        waited=$((waited + 10))
        printf '\n    still running after %d s' "$waited"
    done
}

# Installers list every hash and every file: their first lines and their last ones tell what was wrong.
show_output() {
    local lines shown=${step_lines_shown:-}
    lines=$(wc -l <"$step_output")
    if [[ -z $shown ]] || ((lines <= 2 * shown)); then
        cat "$step_output"
        return
    fi
    head -n "$shown" "$step_output"
    echo "[$((lines - 2 * shown)) lines]"
    tail -n "$shown" "$step_output"
}

stop_ticker() {
    [[ -n $ticker ]] || return 0
    kill "$ticker" 2>/dev/null || true
    wait "$ticker" 2>/dev/null || true
    ticker=
}
