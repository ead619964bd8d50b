#!/usr/bin/env bash
# Browser tests in headless Chromium: `browser.sh FILE…`; without arguments all of them; the long walks of
# axe are `make axe`.
set -euo pipefail
cd "$(dirname "$0")/.."
[ $# -gt 0 ] || set -- Tests/browser
exec .build/venv/bin/pytest -q "$@"
