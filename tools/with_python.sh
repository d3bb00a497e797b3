#!/bin/sh
# Runs a script with the first Python on this machine that Clew can be set up with, or says what to install.
#
#     sh tools/with_python.sh tools/set_up.py
#
# Each name is tried by running it: a name may exist and still not start (pyenv's stand-ins), and Debian's Python starts
# but can't make a virtual environment until python3-venv is there. PYTHON=/path/to/python3 make … names one yourself.
set -u

old=''       # a Python was found, but it is too old
no_venv=''   # a Python that is new enough was found, but it can't make a virtual environment

for python in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11 python}; do
    "$python" -c 'import sys' >/dev/null 2>&1 || continue
    if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
        old=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null)
        continue
    fi
    if ! "$python" -c 'import venv, ensurepip' >/dev/null 2>&1; then
        no_venv=$python
        continue
    fi
    exec "$python" "$@"
done

if [ -n "$no_venv" ]; then
    echo "$no_venv can't make virtual environments: its modules venv and ensurepip are missing. Debian and Ubuntu: apt-get install python3-venv. Then run the same command again." >&2
elif [ -n "$old" ]; then
    echo "Clew needs Python 3.11 or newer; this machine has $old. Install a newer one (Debian and Ubuntu: apt-get install python3 python3-venv; macOS: brew install python), or name one: PYTHON=/path/to/python3.11 make …" >&2
else
    echo "Clew needs Python 3.11 or newer; none was found${PYTHON:+ under the name $PYTHON}. Install it (Debian and Ubuntu: apt-get install python3 python3-venv; macOS: brew install python), then run the same command again." >&2
fi
exit 1
