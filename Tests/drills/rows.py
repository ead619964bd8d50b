#!/usr/bin/env python3
"""A byte of a row changed beneath its index, and of the index beneath its row: `rows.py QIANMO`.

`verify` has to read the table as it lies and not as the index tells of it (S24). The file is changed by its bytes, and the store itself is asked
whether it was the row alone, or the index alone; then `verify` must end with 1. Untouched it ends with 0.
"""

import contextlib
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile

ENVIRONMENT = {**os.environ, "QIANMO_LANG": "en"}
INDEX = "sqlite_autoindex_command_answer_1"
# The first byte of a page says what it is: a leaf of a table, a leaf of an index.
KINDS = {"row": 0x0D, "index": 0x0A}


def verified(program, data):
    done = subprocess.run([program, "verify", "--data", data], capture_output=True, text=True, env=ENVIRONMENT)
    return done.returncode, (done.stdout + done.stderr).strip().splitlines()[-1]


def found(file, key):
    """Whether the table itself, and whether its index, knows an answer of that key."""
    with contextlib.closing(sqlite3.connect(file)) as store:
        asked = "SELECT COUNT(*) FROM command_answer {} WHERE person IN (SELECT person FROM command_answer NOT INDEXED) AND submission_key = ?"
        return tuple(store.execute(asked.format(how), (key,)).fetchone()[0] > 0 for how in ("NOT INDEXED", f"INDEXED BY {INDEX}"))


def change(file, place):
    """Changes one letter of a key in the row alone or in the index alone; the key, or None."""
    with contextlib.closing(sqlite3.connect(file)) as store:
        store.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        size = store.execute("PRAGMA page_size").fetchone()[0]
        keys = [row[0] for row in store.execute(
            "SELECT submission_key FROM command_answer WHERE length(submission_key) > 8 ORDER BY rowid DESC LIMIT 100")]
    whole = bytearray(file.read_bytes())
    for key in keys:
        at = -1
        while (at := whole.find(key.encode(), at + 1)) >= 0:
            if whole[at // size * size] != KINDS[place]:
                continue
            whole[at] ^= 1
            file.write_bytes(whole)
            # The same letters stand in other tables, too.
            if found(file, key) == ((False, True) if place == "row" else (True, False)):
                return key
            whole[at] ^= 1
    return None


def main():
    program, wrong = str(pathlib.Path(sys.argv[1]).resolve()), 0
    with tempfile.TemporaryDirectory(prefix="qianmo-rows-") as folder:
        whole = pathlib.Path(folder) / "whole"
        subprocess.run([program, "seed", "demo", "--small", "--data", whole], check=True, capture_output=True, env=ENVIRONMENT)
        code, _ = verified(program, whole)
        print(f"rows: untouched, verify {code}")
        wrong += code != 0
        for place in KINDS:
            data = pathlib.Path(folder) / place
            shutil.copytree(whole, data)
            key = change(data / "qianmo.sqlite", place)
            code, said = verified(program, data)
            print(f"rows: one letter of {key!r} in the {place} alone, verify {code}: {said}")
            wrong += key is None or code != 1
    return 1 if wrong else 0


sys.exit(main())
