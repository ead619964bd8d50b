#!/usr/bin/env bash
# Makes a room with scripts/new-domain, builds it, runs its tests and the tidy tests, and takes it away again. It is tried in
# place: a copy elsewhere would be compiled from the first file on. `make test` begins with it, since the first build of a clone
# compiles everything anyway.
set -euo pipefail
cd "$(dirname "$0")/.."

name=Sample
outside=(Package.swift Tests/TidyTests/ArrowTests.swift Sources/App/Platform/InstallationPlan+Qianmo.swift)
inside=("Sources/Domains/$name" "Tests/${name}Tests" "Tests/PlatformTests/Snapshots/$name")
for folder in "${inside[@]}"; do
    [ ! -e "$folder" ] || { echo "$folder is there already: nothing is tried" >&2; exit 1; }
done

kept=$(mktemp -d)
listing() { git ls-files -co --exclude-standard -z | xargs -0 sha256sum 2>/dev/null | sort; }
listing >"$kept/before"
cp --parents "${outside[@]}" "$kept"
restore() {
    rm -rf "${inside[@]}"
    cp -r "$kept/"*/ .
    cp "$kept/Package.swift" .
    rm -rf "$kept"
}
trap restore EXIT

scripts/new-domain "$name" 样例
swift format --in-place --recursive "${inside[@]:0:2}"
changed=$(listing | comm -13 "$kept/before" - | awk '{print $2}' | grep -vE "^(Sources/Domains|Tests)/$name" | sort)
[ "$changed" = "$(printf '%s\n' "${outside[@]}" | sort)" ] || {
    echo "a new room changes these files outside its own: $changed" >&2
    exit 1
}
swift build --explicit-target-dependency-import-check error --build-tests
QIANMO_RECORD=$name swift test --skip-build --filter PlatformTests.PageTests
swift test --skip-build --filter "${name}Tests|TidyTests"
