#!/usr/bin/env bash
# The browser tests: real pages of the built program in headless Chromium.
set -euo pipefail
cd "$(dirname "$0")/.."
exec .build/venv/bin/pytest -q Tests/browser
