#!/bin/sh
# Prepares what is missing and nothing else: `setup.sh packages | tools | scale | database`. The Makefile calls it.
# An interrupted run leaves no mark behind, so the next one takes that step again.
set -eu
cd "$(dirname "$0")/.."
python=.venv/bin/python
uv_version=0.13.8

is_new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

find_python() {
    for name in "${PYTHON:-python3}" python3 python3.11 python3.12 python3.13 python3.14; do
        if is_new_enough "$name"; then
            echo "$name"
            return
        fi
    done
    echo "Python 3.11 or newer is needed, and none was found here. Install one, or name it: make PYTHON=/path/to/python3" >&2
    exit 1
}

create_environment() {
    if [ -f .venv/.created ] && "$python" -c '' 2>/dev/null; then
        return
    fi
    found=$(find_python)
    echo "Creating .venv with $("$found" --version 2>&1) ..."
    rm -rf .venv
    if ! "$found" -m venv .venv >/dev/null 2>&1; then
        install_venv "$found"
        rm -rf .venv
        "$found" -m venv .venv
    fi
    touch .venv/.created
}

# Debian ships venv apart from Python.
install_venv() {
    if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
        echo "$1 cannot create environments. On Debian and Ubuntu: sudo apt-get install python3-venv" >&2
        exit 1
    fi
    echo "Installing python3-venv ..."
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq >/dev/null && apt-get install -y -qq python3-venv >/dev/null
}

# install MARK FILE...: only when the files differ from those installed last. Every package has to have its hash.
install() {
    mark=.venv/.$1
    shift
    wanted=$(cat "$@" | cksum)
    if [ "$(cat "$mark" 2>/dev/null || true)" = "$wanted" ]; then
        return
    fi
    for last; do :; done
    echo "Installing the packages of $last ..."
    began=$(date +%s)
    # uv takes seconds where pip takes most of a minute; pip is there wherever uv is not.
    if ! "$python" -m pip install --quiet "uv==$uv_version" >/dev/null 2>&1 ||
        ! .venv/bin/uv pip install --quiet --system-certs --python "$python" --require-hashes -r "$last"; then
        echo "uv could not, so pip does it. This takes a minute or two."
        "$python" -m pip install --progress-bar off --require-hashes -r "$last"
    fi
    echo "$wanted" >"$mark"
    echo "Installed in $(($(date +%s) - began)) s."
}

prepare_database() {
    if [ -n "${DATABASE_URL:-}" ]; then
        return
    fi
    schema=$(ls data_access/migrations/versions/0*.py | cksum)
    if [ -f data/dashboard.db ]; then
        [ "$(cat data/.schema 2>/dev/null || true)" = "$schema" ] && return
        echo "Bringing data/dashboard.db to the schema of this version ..."
        "$python" -m data_access init
        echo "$schema" >data/.schema
        return
    fi
    echo "Preparing the database data/dashboard.db ..."
    mkdir -p data
    rm -f data/unfinished.db*
    DATABASE_URL="sqlite:///$PWD/data/unfinished.db"
    export DATABASE_URL
    if [ "${DEMO:-}" = none ]; then
        "$python" -m data_access init --empty
    else
        "$python" -m data_access init
        # shellcheck disable=SC2086 # the options are separate words
        "$python" -m data_access demo ${DEMO:-}
    fi
    mv data/unfinished.db data/dashboard.db
    echo "$schema" >data/.schema
}

create_environment
case "$1" in
packages) install packages requirements.lock ;;
tools) install tools requirements-dev.lock ;;
scale) install scale requirements-scale.lock ;;
database)
    install packages requirements.lock
    prepare_database
    ;;
*)
    echo "usage: $0 packages | tools | scale | database" >&2
    exit 2
    ;;
esac
