#!/usr/bin/env bash
# The whole suite on the embedded store, then everything that touches a store once more on PostgreSQL.
set -euo pipefail
cd "$(dirname "$0")/.."

if [ -z "${QIANMO_TEST_POSTGRES:-}" ] && ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; then
    exec scripts/with-postgres.sh "$0"
fi
swift test --skip-build
if [ -z "${QIANMO_TEST_POSTGRES:-}" ]; then
    echo "Without PostgreSQL (apt install postgresql): the second pass, every test of the stores, the rooms, the server and" \
        "the program on PostgreSQL, was skipped whole; single tests skipped above are named with 'needs PostgreSQL'." >&2
    exit 0
fi
echo "Once more, on PostgreSQL:"
# Rooms without a store, and tests that name their store themselves, are done; so are those that break the disk under the
# program, which on PostgreSQL is not the program's but the server's.
QIANMO_TEST_STORE=postgres swift test --skip-build --skip TidyTests --skip KernelTests --skip WebTests \
    --skip EventLogTests --skip StorageTests --skip CLITests.PostgresTests --skip StandByTests --skip OutsideFaultTests
