"""What Schemathesis is told besides the document: a key of its own for every command, and how a piece of a paper is written.

A key used before, with other content, is refused before anything is looked at.
"""

import itertools
import os

import schemathesis

NUMBERS = itertools.count()


@schemathesis.hook
def before_call(context, case, kwargs):
    body = case.body
    if isinstance(body, dict) and isinstance(body.get("key"), str) and 1 <= len(body["key"]) <= 64:
        body["key"] = f"schema-{os.getpid()}-{next(NUMBERS)}"


# A piece of a paper is bytes as they are (tus 1.0).
schemathesis.serializer.alias("application/offset+octet-stream", "application/octet-stream")
