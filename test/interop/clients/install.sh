#!/bin/sh
# Installs, with exact versions, the clients of the matrix that the project itself has no use for.
# usage: install.sh DIRECTORY; then IAMGEN_CLIENTS=DIRECTORY npm run test:interop
set -eu
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1/npm"
cp "$here/javascript/package.json" "$here/javascript/package-lock.json" "$1/npm/"
npm ci --prefix "$1/npm" --ignore-scripts --loglevel error
[ -d "$1/python" ] || python3 -m venv "$1/python"
"$1/python/bin/python" -m pip install --quiet --disable-pip-version-check --requirement "$here/python/requirements.txt"
