#!/usr/bin/env bash
# Browser tests in headless Chromium: `browser.sh FILE…`; without arguments all but the walks of axe (`make axe`), which
# double the time.
set -euo pipefail
cd "$(dirname "$0")/.."
[ $# -gt 0 ] || set -- Tests/browser --ignore Tests/browser/test_axe.py
exec .build/venv/bin/pytest -q "$@"
