#!/usr/bin/env python3
"""An independent judge of credentials: reads rows of JSON from standard input, writes one verdict a line.

A row: {"token": "...", "keys": {kid: jwk}, "list": "..." or null, "now": seconds, "schema": true or false}.
It shares no code with the program: signature by the package cryptography, form by jsonschema and the schema of 1EdTech.
"""
import base64
import gzip
import json
import sys
from datetime import datetime

import jsonschema
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.hashes import SHA256

SKEW = 300


class Bad(Exception):
    pass


def raw(text):
    if "=" in text or any(c not in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_" for c in text):
        raise Bad("form")
    data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)) if len(text) % 4 != 1 else None
    if data is None or base64.urlsafe_b64encode(data).rstrip(b"=").decode() != text:
        raise Bad("form")
    return data


def once(pairs):
    if len({k for k, _ in pairs}) != len(pairs):
        raise Bad("form")
    return dict(pairs)


def take_apart(token):
    parts = token.split(".")
    if len(parts) != 3:
        raise Bad("form")
    try:
        header, payload = (json.loads(raw(p).decode("utf-8"), object_pairs_hook=once) for p in parts[:2])
    except (UnicodeDecodeError, json.JSONDecodeError):
        raise Bad("form")
    return header, payload, raw(parts[2]), (parts[0] + "." + parts[1]).encode()


def verified(token, keys):
    header, payload, signature, signed = take_apart(token)
    if header.get("typ", "JWT") not in ("vc+jwt", "JWT"):
        raise Bad("type")
    if "crit" in header:
        raise Bad("critical header")
    if header.get("alg") != "ES256":
        raise Bad("algorithm")
    jwk = keys.get(header.get("kid"))
    if jwk is None:
        raise Bad("key unknown")
    x, y = (int.from_bytes(raw(jwk[m]), "big") for m in "xy")
    if len(signature) != 64:
        raise Bad("signature")
    der = utils.encode_dss_signature(int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big"))
    try:
        ec.EllipticCurvePublicNumbers(x, y, ec.SECP256R1()).public_key().verify(der, signed, ec.ECDSA(SHA256()))
    except InvalidSignature:
        raise Bad("signature")
    return payload


def seconds(stamp):
    return datetime.fromisoformat(stamp.replace("Z", "+00:00")).timestamp()


def judge(row, schema):
    payload = verified(row["token"], row["keys"])
    if row["schema"]:
        claims = {k: v for k, v in payload.items() if k not in ("iss", "iat", "nbf", "exp", "jti", "sub")}
        if next(schema.iter_errors(claims), None) is not None:
            raise Bad("schema")
    if payload["iss"] != payload["issuer"]["id"]:
        raise Bad("issuer")
    if payload["jti"] != payload["id"] or payload["sub"] != payload["credentialSubject"]["id"]:
        raise Bad("identity")
    if payload["nbf"] != seconds(payload["validFrom"]) or payload["exp"] != seconds(payload["validUntil"]):
        raise Bad("claims")
    if max(payload["nbf"], payload["iat"]) > row["now"] + SKEW:
        raise Bad("not yet valid")
    if payload["exp"] < row["now"] - SKEW:
        raise Bad("expired")
    if row["list"] is None:
        raise Bad("status list missing")
    listed = verified(row["list"], row["keys"])
    if seconds(listed["validUntil"]) < row["now"] - SKEW:
        raise Bad("status list expired")
    bits = gzip.decompress(raw(listed["credentialSubject"]["encodedList"][1:]))
    index = int(payload["credentialStatus"]["statusListIndex"])
    if index >= len(bits) * 8:
        raise Bad("status list range")
    if bits[index // 8] & (0x80 >> index % 8):
        raise Bad("revoked")


def main():
    schema = jsonschema.Draft201909Validator(json.load(open(sys.argv[1]))) if len(sys.argv) > 1 else None
    for line in sys.stdin:
        try:
            judge(json.loads(line), schema)
            print("valid")
        except Bad as reason:
            print(reason)


main()
