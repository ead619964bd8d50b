#!/usr/bin/env bash
# Runs a command; with a private PostgreSQL 15 beside it when Debian's is there (unix socket, temporary folder).
# The command finds it in QIANMO_TEST_POSTGRES; without PostgreSQL the tests that need it say that they were skipped.
set -euo pipefail

bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1 || true)
if [ -z "$bin" ] || [ -n "${QIANMO_TEST_POSTGRES:-}" ]; then
    [ -n "$bin" ] || echo "PostgreSQL is not installed: its tests are skipped (apt install postgresql)" >&2
    exec "$@"
fi

# A short path every user can reach: a socket's path has at most 107 bytes, and the server does not run as root.
folder=$(mktemp -d "/tmp/qianmo-pg.XXXXXX")
as=()
if [ "$(id -u)" = 0 ]; then
    chown postgres "$folder"
    as=(runuser -u postgres --)
fi
stop() {
    (cd / && "${as[@]}" "$bin/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null 2>&1) || true
    rm -rf "$folder"
}
trap stop EXIT

# Nothing here outlives the tests, so nothing is flushed. Figures are never taken on this server.
(
    cd /
    "${as[@]}" "$bin/initdb" -D "$folder/data" -A trust -U postgres --no-locale -E UTF8 --no-sync >/dev/null
    "${as[@]}" "$bin/pg_ctl" -D "$folder/data" -l "$folder/log" -w \
        -o "-c listen_addresses='' -c unix_socket_directories='$folder' -c unix_socket_permissions=0777" \
        -o "-c max_connections=400 -c fsync=${QIANMO_TEST_FSYNC:-off} -c shared_buffers=64MB" start >/dev/null
)
export QIANMO_TEST_POSTGRES="postgresql://postgres@/postgres?host=$folder"
"$@"
