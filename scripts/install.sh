#!/usr/bin/env bash
# Installs the Debian packages that are missing: `install.sh run` for serving, `install.sh test` for the whole suite.
set -euo pipefail
cd "$(dirname "$0")/.."

command -v swift >/dev/null || {
    echo "Swift 6.3 is needed and was not found: see https://www.swift.org/install/linux/" >&2
    exit 1
}

packages=(libsqlite3-dev libpq-dev libqrencode-dev libpango1.0-dev zlib1g-dev libexpat1-dev libxlsxwriter-dev libssl-dev
    libgeos-dev libshp-dev fonts-noto-cjk pkg-config poppler-utils libvips-tools)
if [ "${1:-run}" = test ]; then
    packages+=(postgresql hledger ledger beancount chromium-headless-shell poppler-utils zbar-tools age python3 python3-venv
        clamav-daemon tesseract-ocr tesseract-ocr-chi-sim)
fi

missing=()
for package in "${packages[@]}"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
    echo "installing: ${missing[*]}"
    sudo=""
    [ "$(id -u)" = 0 ] || sudo="sudo"
    $sudo apt-get update -qq
    DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

if [ "${1:-run}" = test ]; then
    # Python tools of the suite live in the build folder: the browser driver, the judges and the fuzzer of OpenAPI, the judge of OCDS, the second verifier,
    # the engine of EPA SWMM, and axe-core (MPL-2.0, inside axe-playwright-python), which is installed and not kept here.
    venv=.build/venv
    wanted=(Tests/browser/requirements.txt Tests/ocds/requirements.txt Tests/swmm/requirements.txt)
    if ! cat "${wanted[@]}" | cmp -s - "$venv/installed.txt"; then
        mkdir -p .build
        python3 -m venv "$venv"
        "$venv/bin/pip" install --quiet --disable-pip-version-check "${wanted[@]/#/-r}"
        cat "${wanted[@]}" >"$venv/installed.txt"
    fi
fi
