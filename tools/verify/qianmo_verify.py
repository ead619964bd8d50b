#!/usr/bin/env python3
"""Independent verifier of a Qianmo log: written from the specifications, sharing no code with the program.

    qianmo_verify.py verify proof FILE --vkey KEY [--entry FILE]
    qianmo_verify.py verify log DIR --vkey KEY [--any-entries]
    qianmo_verify.py verify diff OLD NEW --vkey KEY [--any-entries]

KEY is the log's verifier key, "name+id+base64", or what log.pub holds: below it a line "KEY SIZE" for each key of before, which
counts up to that size; or @FILE holding either. A log whose key changed leads from the key of before to the present one
by its own entries. Needs Python 3.9 and the package
`cryptography`; never the network. Exit 0: good. 1: bad, the first bad entry named. 2: cannot tell.

Specifications: RFC 6962 (tree), RFC 9162 2.1.3.2 and 2.1.4.2 (proofs), C2SP signed-note, tlog-checkpoint,
tlog-tiles, tlog-proof. An entry of a Qianmo log is canonical JSON; --any-entries checks the hashes alone.
"""
import argparse
import base64
import binascii
import hashlib
import json
import os
import re
import sys
import unicodedata

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

WIDTH = 256
LARGEST_ENTRY = 16 * 1024
IDENTIFIER = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}"
ROLES = {
    "villageClerk", "villageAccountant", "stationAgent", "stationReviewer", "countyOfficer", "countyReleaser",
    "supervisor", "bidder", "villager", "administrator", "system",
}


class Bad(Exception):
    """The log or the proof is not what it claims to be."""

    def __init__(self, what, entry=None):
        super().__init__(what)
        self.entry = entry


class CannotTell(Exception):
    """Something needed is not there."""


# Hashes (RFC 6962, section 2.1)

EMPTY = hashlib.sha256(b"").digest()


def leaf_hash(entry):
    return hashlib.sha256(b"\x00" + entry).digest()


def node_hash(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


def tree_hash(hashes):
    """The root over a list of hashes, by the recursive definition."""
    if not hashes:
        return EMPTY
    if len(hashes) == 1:
        return hashes[0]
    half = 1 << (len(hashes) - 1).bit_length() - 1
    return node_hash(tree_hash(hashes[:half]), tree_hash(hashes[half:]))


def inclusion_holds(index, size, leaf, proof, root):
    if not 0 <= index < size:
        return False
    fn, sn, reached = index, size - 1, leaf
    for sibling in proof:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            reached = node_hash(sibling, reached)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            reached = node_hash(reached, sibling)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and reached == root


# Texts

def decode_base64(text, what):
    """Standard Base64 with one text for every value."""
    try:
        raw = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise Bad(f"{what}: not Base64")
    if base64.b64encode(raw).decode() != text:
        raise Bad(f"{what}: not the standard Base64 of its value")
    return raw


def decode_hash(text, what):
    raw = decode_base64(text, what)
    if len(raw) != 32:
        raise Bad(f"{what}: not 32 bytes")
    return raw


def decode_number(text, what):
    if not re.fullmatch("0|[1-9][0-9]{0,18}", text) or int(text) >= 1 << 63:
        raise Bad(f"{what}: not a decimal number")
    return int(text)


def is_name(name):
    return bool(name) and not any(c.isspace() or c == "+" or ord(c) < 0x20 for c in name)


class Key:
    """A log's verifier key. `last`: the size of the largest checkpoint it may have signed; None without an end."""

    def __init__(self, text, last=None):
        self.text, self.last = text, last
        try:
            self.name, id_text, key_text = text.split("+", 2)
            raw = decode_base64(key_text, "key")
        except (ValueError, Bad):
            raise CannotTell("the verifier key is malformed")
        if not is_name(self.name) or len(raw) != 33 or raw[0] != 1:
            raise CannotTell("the verifier key is malformed")
        self.id = hashlib.sha256(self.name.encode() + b"\n" + raw).digest()[:4]
        if self.id.hex() != id_text:
            raise CannotTell("the verifier key does not match its own id")
        self.public = Ed25519PublicKey.from_public_bytes(raw[1:])


def read_keys(text):
    """The key that signs a log, and below it those of before, each with the size up to which it signed: as log.pub has them."""
    if text.startswith("@"):
        text = read_file(text[1:]).decode("utf-8", "replace")
    lines = [line for line in text.split("\n") if line]
    if not lines:
        raise CannotTell("the verifier key is malformed")
    keys = [Key(lines[0])]
    for line in lines[1:]:
        parts = line.split(" ")
        if len(parts) != 2 or not re.fullmatch("0|[1-9][0-9]{0,17}", parts[1]):
            raise CannotTell("the verifier key is malformed")
        keys.append(Key(parts[0], int(parts[1])))
    if len({key.name for key in keys}) != 1:
        raise CannotTell("the verifier keys are of several logs")
    return keys


class NotSigned(Bad):
    """None of the keys has signed."""


def open_note(raw, keys):
    """The text of a note that one of `keys` has signed, and which did. Unknown signatures are ignored, a known one must be
    right and alone."""
    if any(byte < 0x20 and byte != 0x0A for byte in raw) or not raw.endswith(b"\n"):
        raise Bad("the signed note is malformed")
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        raise Bad("the signed note is not UTF-8")
    # The last empty line; the signature lines after it are never empty, so it is not the file's end.
    blank = raw.rfind(b"\n\n")
    if blank < 0 or blank + 2 >= len(raw):
        raise Bad("the signed note has no signature")
    text, lines = raw[:blank + 1], raw[blank + 2:-1].decode().split("\n")
    if len(lines) > 100:
        raise Bad("the signed note has too many signatures")
    found = []
    for line in lines:
        parts = line.split(" ")
        if len(parts) != 3 or parts[0] != "\u2014" or not is_name(parts[1]):
            raise Bad("a signature line is malformed")
        signature = decode_base64(parts[2], "signature")
        if len(signature) <= 4:
            raise Bad("a signature line is malformed")
        key = next((key for key in keys if parts[1] == key.name and signature[:4] == key.id), None)
        if key is None:
            continue
        if key in found:
            raise Bad(f"{key.name} has signed twice")
        found.append(key)
        try:
            key.public.verify(signature[4:], text)
        except InvalidSignature:
            raise Bad(f"the signature by {key.name} is not valid")
    if not found:
        raise NotSigned(f"there is no signature by {keys[0].name}")
    return text.decode(), found


def parse_checkpoint(text, name):
    """The size, the root and the further lines of a checkpoint's text."""
    lines = text.split("\n")
    if len(lines) < 4 or "" in lines[:-1]:
        raise Bad("the checkpoint is malformed")
    size, root = decode_number(lines[1], "tree size"), decode_hash(lines[2], "root")
    if lines[0] != name:
        raise Bad(f"the checkpoint is of log {lines[0]}")
    return size, root, lines[3:-1]


def open_checkpoint(raw, keys):
    """The size and root of a checkpoint that the log has signed."""
    text, signers = open_note(raw, keys)
    size, root, _ = parse_checkpoint(text, keys[0].name)
    if not any(key.last is None or size <= key.last for key in signers):
        raise Bad(f"signed with a key of before, beyond its last {size} entries")
    return size, root


def follow(entry, keys):
    """The keys after an entry that hands the signing of the log over; the same after any other."""
    if b"log.signerChanged" not in entry:
        return keys, None
    try:
        leaf = json.loads(entry.decode("utf-8"))
        if leaf["kind"] != "log.signerChanged":
            return keys, None
        # Those before the reader's own key say nothing to him.
        text, _ = open_note(leaf["fields"]["handover"].encode(), keys[:1])
        size, root, further = parse_checkpoint(text, keys[0].name)
        if len(further) != 1 or not further[0].startswith("signer "):
            return keys, None
        key = Key(further[0][7:])
    except (Bad, CannotTell, ValueError, TypeError, KeyError, AttributeError):
        return keys, None
    if key.name != keys[0].name:
        return keys, None
    keys[0].last = size
    return [key] + keys, (size, root)


# Entries

def no_float(text):
    raise ValueError("a number that is no integer")


def unique(pairs):
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError("a name stands twice")
    return members


def integer(text):
    number = int(text)
    if not -(1 << 63) <= number < 1 << 63:
        raise ValueError("a number out of range")
    return number


def check_entry(entry, index, earliest):
    """Holds an entry to the form of a Qianmo leaf; returns its instant."""
    try:
        text = entry.decode("utf-8")
        leaf = json.loads(text, parse_float=no_float, parse_constant=no_float, parse_int=integer,
                          object_pairs_hook=unique)
        canonical = json.dumps(leaf, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        good = (
            canonical == text and unicodedata.is_normalized("NFC", text) and len(entry) <= LARGEST_ENTRY
            and set(leaf) - {"cause", "commitments", "division", "key", "office"}
            == {"at", "fields", "kind", "role", "stream", "v"}
            and type(leaf["v"]) is int and leaf["v"] in (1, 2) and type(leaf["at"]) is int
            # The desk stands there (1), or the commitment of who acted does (2).
            and ("office" in leaf) == (leaf["v"] == 1)
            and ("@actor" in leaf.get("commitments", {})) == (leaf["v"] == 2)
            and type(leaf.get("cause", 0)) is int
            and isinstance(leaf["fields"], dict) and isinstance(leaf.get("commitments", {}), dict)
            and all(isinstance(leaf.get(name, ""), str) for name in ("kind", "office", "stream"))
            and all(re.fullmatch(IDENTIFIER, leaf.get(name, "x")) for name in ("division", "office"))
            and re.fullmatch("[0-9a-f]{32}", leaf.get("key", "0" * 32)) and leaf["role"] in ROLES
            and all(leaf["stream"].partition("/")[::2])
        )
    except (ValueError, TypeError, RecursionError):
        good = False
    if not good:
        raise Bad("not a canonical entry", index)
    for path, value in leaf.get("commitments", {}).items():
        if not isinstance(value, str) or len(decode_base64(value, f"commitment {path}")) != 32:
            raise Bad(f"commitment {path} is malformed", index)
    if leaf["at"] < earliest:
        raise Bad("dated before the entry ahead of it", index)
    return leaf["at"]


# A log as files

def read_file(path):
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        raise CannotTell(f"{path} is missing or unreadable")


class Log:
    def __init__(self, directory, keys):
        self.directory = directory
        # What keys said as they handed over: sizes and roots that the log must have had.
        self.handovers = []
        checkpoint = read_file(os.path.join(directory, "checkpoint"))
        try:
            self.size, self.root = open_checkpoint(checkpoint, keys)
        except NotSigned:
            self.size, self.root = open_checkpoint(checkpoint, self.followed(checkpoint, keys[:1]))

    def followed(self, checkpoint, keys):
        """The keys that the log's own entries lead to, from the one the reader has."""
        text = checkpoint.partition(b"\n\n")[0].decode("utf-8", "replace") + "\n"
        self.size, _, _ = parse_checkpoint(text, keys[0].name)
        keys = [Key(keys[0].text)]
        try:
            for index in range(-(-self.size // WIDTH)):
                for entry in self.bundle(index):
                    keys, handover = follow(entry, keys)
                    if handover:
                        self.handovers.append(handover)
        except CannotTell:
            raise NotSigned(f"there is no signature by {keys[0].name}")
        return keys

    def read_tile(self, kind, index, width):
        """The file of a tile or bundle: as wide as asked, or wider where the narrow one is gone; and its width."""
        digits = f"{index:03d}"
        digits = digits.zfill(-(-len(digits) // 3) * 3)
        groups = [digits[i:i + 3] for i in range(0, len(digits), 3)]
        stem = os.path.join(self.directory, "tile", kind, *["x" + g for g in groups[:-1]], groups[-1])
        for wide in range(width, WIDTH + 1):
            path = stem if wide == WIDTH else os.path.join(stem + ".p", str(wide))
            if os.path.exists(path):
                return read_file(path), wide
        raise CannotTell(f"{stem} is missing")

    def hashes(self, level, index, size=None):
        """The hashes of a tile, as many as a log of `size` entries has."""
        width = min(WIDTH, (self.size if size is None else size) // WIDTH ** level - index * WIDTH)
        if width <= 0:
            return []
        raw, wide = self.read_tile(str(level), index, width)
        if len(raw) != 32 * wide:
            raise Bad(f"tile {level}/{index} has the wrong length", index * WIDTH ** (level + 1))
        return [raw[i:i + 32] for i in range(0, 32 * width, 32)]

    def bundle(self, index):
        width = min(WIDTH, self.size - index * WIDTH)
        raw, wide = self.read_tile("entries", index, width)
        entries, position = [], 0
        while position < len(raw):
            end = position + 2 + int.from_bytes(raw[position:position + 2], "big")
            if position + 2 > len(raw) or end > len(raw):
                raise Bad(f"entry bundle {index} is malformed")
            entries.append(raw[position + 2:end])
            position = end
        if len(entries) != wide:
            raise Bad(f"entry bundle {index} is malformed")
        return entries[:width]

    def verify(self, any_entries):
        """Recomputes the log from its entries: every tile of every level, and the root."""
        roots, earliest = [], -(1 << 63)
        for index in range(-(-self.size // WIDTH)):
            stored = self.hashes(0, index)
            for offset, entry in enumerate(self.bundle(index)):
                number = index * WIDTH + offset
                if leaf_hash(entry) != stored[offset]:
                    raise Bad("the entry does not match the log", number)
                if not any_entries:
                    earliest = check_entry(entry, number, earliest)
            roots.append(tree_hash(stored))
        # Full tiles are perfect subtrees, so the root over their roots (and the last tile's) is the root over all.
        if tree_hash(roots) != self.root:
            raise Bad(f"the root of the {self.size} entries is not the checkpoint's")
        for size, root in self.handovers:
            if tree_hash(list(self.leaves(size))) != root:
                raise Bad(f"the root of the first {size} entries is not what a key of before signed")
        below, level = roots[:self.size // WIDTH], 1
        while below:
            above = []
            for index in range(-(-len(below) // WIDTH)):
                computed = below[index * WIDTH:(index + 1) * WIDTH]
                for offset, (found, right) in enumerate(zip(self.hashes(level, index), computed)):
                    if found != right:
                        raise Bad(f"tile {level}/{index} is wrong", (index * WIDTH + offset) * WIDTH ** level)
                if len(computed) == WIDTH:
                    above.append(tree_hash(computed))
            below, level = above, level + 1

    def leaves(self, size):
        for index in range(-(-size // WIDTH)):
            yield from self.hashes(0, index, size)


def verify_proof(path, key, entry_path):
    raw = read_file(path)
    head, blank, checkpoint = raw.partition(b"\n\n")
    try:
        lines = head.decode("utf-8").split("\n")
    except UnicodeDecodeError:
        raise Bad("the receipt is not UTF-8")
    if not blank or lines.pop(0) != "c2sp.org/tlog-proof@v1":
        raise Bad("the receipt is malformed")
    entry = None
    if lines and lines[0].startswith("extra "):
        entry = decode_base64(lines.pop(0)[6:], "entry")
    if not lines or not lines[0].startswith("index "):
        raise Bad("the receipt is malformed")
    index = decode_number(lines.pop(0)[6:] or "-", "index")
    proof = [decode_hash(line, "proof") for line in lines]
    size, root = open_checkpoint(checkpoint, key)
    if entry_path:
        entry = read_file(entry_path)
    if entry is None:
        raise CannotTell("the receipt does not hold the entry; give it with --entry")
    if len(proof) > 63 or not inclusion_holds(index, size, leaf_hash(entry), proof, root):
        raise Bad("the proof does not hold", index)
    print(f"good: entry {index} of {size}")
    print(entry.decode("utf-8", "replace"))


def verify_log(directory, key, any_entries):
    log = Log(directory, key)
    log.verify(any_entries)
    print(f"good: {log.size} entries, root {base64.b64encode(log.root).decode()}")


def verify_diff(old_directory, new_directory, key, any_entries):
    old, new = Log(old_directory, key), Log(new_directory, key)
    old.verify(any_entries)
    new.verify(any_entries)
    common = min(old.size, new.size)
    for number, (before, after) in enumerate(zip(old.leaves(common), new.leaves(common))):
        if before != after:
            raise Bad("the newer log has another entry", number)
    if new.size < old.size:
        raise Bad("the newer log has dropped an entry", new.size)
    print(f"good: {new.size} entries continue the {old.size} before")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    command = parser.add_subparsers(dest="command", required=True).add_parser("verify")
    what = command.add_subparsers(dest="what", required=True)
    for name, places in (("proof", ["file"]), ("log", ["directory"]), ("diff", ["old", "new"])):
        part = what.add_parser(name)
        for place in places:
            part.add_argument(place)
        part.add_argument("--vkey", required=True)
        part.add_argument("--entry") if name == "proof" else part.add_argument("--any-entries", action="store_true")
    arguments = parser.parse_args()
    try:
        key = read_keys(arguments.vkey)
        if arguments.what == "proof":
            verify_proof(arguments.file, key, arguments.entry)
        elif arguments.what == "log":
            verify_log(arguments.directory, key, arguments.any_entries)
        else:
            verify_diff(arguments.old, arguments.new, key, arguments.any_entries)
    except Bad as bad:
        print(f"bad{'' if bad.entry is None else f' at entry {bad.entry}'}: {bad}", file=sys.stderr)
        return 1
    except CannotTell as unknown:
        print(f"cannot tell: {unknown}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
