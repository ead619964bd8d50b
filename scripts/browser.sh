#!/usr/bin/env bash
# Browser tests in headless Chromium: `browser.sh FILE…`; without arguments all of them, by as many workers as there are
# processors, each with a county of its own, and then what they have opened together. The long walks of axe are `make axe`.
set -euo pipefail
cd "$(dirname "$0")/.."
pytest=(.build/venv/bin/pytest -q)
[ $# -eq 0 ] || exec "${pytest[@]}" "$@"
QIANMO_BROWSER_SEEN=$(mktemp -d)
export QIANMO_BROWSER_SEEN
trap 'rm -rf "$QIANMO_BROWSER_SEEN"' EXIT
"${pytest[@]}" -n "${QIANMO_BROWSERS:-$(nproc)}" --durations 12 --ignore Tests/browser/test_whole.py Tests/browser
"${pytest[@]}" Tests/browser/test_whole.py
