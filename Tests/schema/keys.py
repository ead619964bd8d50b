"""Every command that is asked has a key of its own: one used before, with other content, is refused before anything is looked at."""

import itertools
import os

import schemathesis

NUMBERS = itertools.count()


@schemathesis.hook
def before_call(context, case, kwargs):
    body = case.body
    if isinstance(body, dict) and isinstance(body.get("key"), str) and 1 <= len(body["key"]) <= 64:
        body["key"] = f"schema-{os.getpid()}-{next(NUMBERS)}"
