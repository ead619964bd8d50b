#!/usr/bin/env bash
# Browser tests in headless Chromium: `browser.sh FILE…`, all of them without arguments.
set -euo pipefail
cd "$(dirname "$0")/.."
[ $# -gt 0 ] || set -- Tests/browser
exec .build/venv/bin/pytest -q "$@"
