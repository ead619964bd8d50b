#!/usr/bin/env bash
# The whole suite on the embedded store, then everything that touches a store once more on PostgreSQL.
set -euo pipefail
cd "$(dirname "$0")/.."

if [ -z "${QIANMO_TEST_POSTGRES:-}" ] && ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; then
    exec scripts/with-postgres.sh "$0"
fi
# So many tests at a time: each holds a store, and one on PostgreSQL up to five sessions of the 400 the private server has.
suite=(swift test --skip-build --experimental-maximum-parallelization-width "${QIANMO_TEST_WIDTH:-16}")
"${suite[@]}"
if [ -z "${QIANMO_TEST_POSTGRES:-}" ]; then
    echo "Without PostgreSQL (apt install postgresql): the second pass, every test of the stores, the rooms, the server and" \
        "the program on PostgreSQL, was skipped whole; single tests skipped above are named with 'needs PostgreSQL'." >&2
    exit 0
fi
echo "Once more, on PostgreSQL:"
# By default the rooms, what the house makes of all of them, the feed and the moving of stores; the rest meets the same store by the
# same calls. With QIANMO_TEST_WHOLE=1 everything but what has no store (the Base targets but the stores' own), what names its
# store itself and would only be done twice (the sweep of faults, the simulation, the drill of acts), and what breaks the disk
# under the program, which on PostgreSQL is not the program's but the server's. Of the extremes a tenth is enough to see the
# same rules on this store.
choice=()
if [ "${QIANMO_TEST_WHOLE:-}" = 1 ]; then
    skip=(TidyTests StorageTests PlatformTests.SweepTests PlatformTests.SimulationTests PlatformTests.ActDrillTests
        CLITests.PostgresTests StandByTests OutsideFaultTests)
    for target in Sources/Base/*/; do
        tests="$(basename "$target")Tests"
        [ ! -d "Tests/$tests" ] || skip+=("$tests")
    done
    choice=("${skip[@]/#/--skip=}")
else
    for room in Sources/Domains/*/; do choice+=("--filter=^$(basename "$room")Tests\\."); done
    for house in Page Search Writer Verify Restart WholeErasure Matrix LuxianScenario MarketHouse FigureWay RowSum Extremes; do
        choice+=("--filter=^PlatformTests\\.${house}Tests")
    done
    choice+=('--filter=^ServerTests\.FeedTests' '--filter=^CLITests\.MoveTests')
fi
QIANMO_TEST_STORE=postgres QIANMO_EXTREMES="${QIANMO_EXTREMES:-1000}" "${suite[@]}" "${choice[@]}"
