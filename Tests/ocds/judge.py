"""Judges the OCDS packages the program wrote: libcoveocds finds no error and no field it does not know, and the
releases merged by ocdskit are the compiled release the program made itself.

Runs offline: the standard and its extensions come from ../shared/data/ocds (QIANMO_SHARED), our own from
Sources/Domains/OpenData/Resources/ruralLease, all served on loopback, and every package's extension addresses point there.

    QIANMO_OCDS=.build/ocds .build/venv/bin/pytest Tests/ocds/judge.py
"""

import functools
import http.server
import json
import os
import pathlib
import shutil
import subprocess
import sys
import threading
import zipfile
from decimal import Decimal

import pytest

HERE = pathlib.Path(__file__).resolve()
REPOSITORY = HERE.parents[2]
SHARED = pathlib.Path(os.environ.get("QIANMO_SHARED", REPOSITORY.parent / "shared")) / "data" / "ocds"
PACKAGES = pathlib.Path(os.environ.get("QIANMO_OCDS", REPOSITORY / ".build" / "ocds"))
TOOLS = pathlib.Path(sys.executable).parent
EXTENSIONS = ["bids", "lots", "location", "ruralLease"]


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The extensions on loopback."""
    root = tmp_path_factory.mktemp("extensions")
    for name in EXTENSIONS[:3]:
        shutil.copytree(SHARED / "extensions" / name, root / name)
    shutil.copytree(REPOSITORY / "Sources/Domains/OpenData/Resources/ruralLease", root / "ruralLease")
    handler = functools.partial(Quiet, directory=str(root))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(scope="session")
def standard(tmp_path_factory):
    """The standard as libcoveocds wants it: a zip whose first entry is its one top folder."""
    path = tmp_path_factory.mktemp("standard") / "standard.zip"
    top = "standard-1__1__5/"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(top, "")
        for file in sorted((SHARED / "schema").rglob("*")):
            name = f"{top}schema/{file.relative_to(SHARED / 'schema')}"
            if file.name == "record-package-schema.json":
                archive.writestr(name, json.dumps(record_package_schema()))
            elif file.is_file():
                archive.write(file, name)
    return path


def record_package_schema():
    """The schema of record packages as version 1.1 has it, with the record as a definition of its own.

    The files here come from a checkout that already splits the record off into record-schema.json, as version 1.2 will;
    libcoveocds looks for `definitions/record` and ended with a KeyError. A versioned release is not among ours and would be
    fetched from the net: without the property one would be reported as an unknown field.
    """
    schema = json.loads((SHARED / "schema" / "record-package-schema.json").read_text(encoding="utf-8"))
    record = json.loads((SHARED / "schema" / "record-schema.json").read_text(encoding="utf-8"))
    del record["properties"]["versionedRelease"]
    definitions = record.pop("definitions")
    for name in ["id", "$schema"]:
        del record[name]
    schema["properties"]["records"]["items"] = {"$ref": "#/definitions/record"}
    schema["definitions"] = definitions | {"record": record}
    return schema


def packages(kind):
    return sorted(PACKAGES.glob(f"*-{kind}.json"))


def read(path):
    return json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)


def on_loopback(path, site, folder):
    """A copy of the package whose extensions are found on loopback."""
    package = json.loads(path.read_text(encoding="utf-8"))
    urls = package["extensions"]
    assert len(urls) == len(EXTENSIONS)
    for name, url in zip(EXTENSIONS, urls):
        assert name.removesuffix("s") in url
    package["extensions"] = [f"{site}/{name}/extension.json" for name in EXTENSIONS]
    copy = folder / path.name
    copy.write_text(json.dumps(package, ensure_ascii=False), encoding="utf-8")
    return copy


def judge(path, standard, folder):
    run = subprocess.run(
        [TOOLS / "libcoveocds", "-s", "1.1", "-o", folder / "out", "-d", "--additional-checks", "all",
         "--standard-zip", standard, path],
        capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr[-3000:]
    return json.loads(run.stdout)


def test_there_is_something_to_judge():
    """A lot that was sold and signed, one at which nobody bid, one that is running."""
    records = [read(path) for path in packages("records")]
    stages = [list(record["compiledRelease"]) for package in records for record in package["records"]]
    assert len(stages) >= 3
    assert any("contracts" in stage for stage in stages) and any("awards" not in stage for stage in stages)
    assert len(packages("releases")) == len(packages("records"))


@pytest.mark.parametrize("path", packages("releases") + packages("records"), ids=lambda path: path.stem)
def test_no_error_and_no_unknown_field(path, site, standard, tmp_path):
    verdict = judge(on_loopback(path, site, tmp_path), standard, tmp_path)
    assert verdict["validation_errors"] == []
    assert verdict["extensions"]["invalid_extension"] == {}
    assert verdict["extensions"]["is_extended_schema"]
    assert len(verdict["extensions"]["extensions"]) == len(EXTENSIONS)
    fields = verdict.get("all_additional_fields", verdict.get("additional_fields", []))
    assert not fields, fields
    assert not verdict.get("additional_closed_codelist_values"), verdict["additional_closed_codelist_values"]
    assert not verdict.get("conformance_errors"), verdict["conformance_errors"]


@pytest.mark.parametrize("kind", ["releases", "records"])
def test_the_judge_can_say_no(kind, site, standard, tmp_path):
    """A package with a wrong type and an unknown field is not let through, deep inside a record either."""
    path = on_loopback(packages(kind)[0], site, tmp_path)
    package = json.loads(path.read_text(encoding="utf-8"))
    release = package["releases"][0] if kind == "releases" else package["records"][0]["compiledRelease"]
    release["tender"]["minValue"] = {"amount": "much"}
    release["tender"]["colour"] = "red"
    release["tender"]["ruralLease"]["direction"] = "sideways"
    path.write_text(json.dumps(package), encoding="utf-8")
    verdict = judge(path, standard, tmp_path)
    said = json.dumps(verdict["validation_errors"])
    assert "minValue" in said
    assert "sideways" in json.dumps(verdict["additional_closed_codelist_values"])
    assert "colour" in json.dumps(verdict.get("all_additional_fields", verdict.get("additional_fields")))


@pytest.mark.parametrize("path", packages("records"), ids=lambda path: path.stem)
def test_the_compiled_release_is_ocdskits(path, site, tmp_path):
    """The reference merge, by the schema with all extensions applied, gives the same document."""
    schema = tmp_path / "schema.json"
    schema.write_text(json.dumps(extended_schema()), encoding="utf-8")
    ours = [record["compiledRelease"] for record in read(path)["records"]]
    releases = path.with_name(path.name.replace("-records", "-releases"))
    run = subprocess.run(
        [TOOLS / "ocdskit", "compile", "--schema", schema], input=releases.read_bytes(), capture_output=True,
        check=False)
    assert run.returncode == 0, run.stderr.decode()[-3000:]
    theirs = [json.loads(line, parse_float=Decimal) for line in run.stdout.decode().splitlines()]
    key = lambda release: release["ocid"]
    assert sorted(ours, key=key) == sorted(theirs, key=key)
    assert ours


def extended_schema():
    """The standard's release schema with the extensions' patches merged in (RFC 7396)."""
    schema = json.loads((SHARED / "schema" / "release-schema.json").read_text(encoding="utf-8"))
    folders = [SHARED / "extensions" / name for name in EXTENSIONS[:3]]
    for folder in folders + [REPOSITORY / "Sources/Domains/OpenData/Resources/ruralLease"]:
        schema = patched(schema, json.loads((folder / "release-schema.json").read_text(encoding="utf-8")))
    return schema


def patched(target, patch):
    if not isinstance(patch, dict):
        return patch
    merged = dict(target) if isinstance(target, dict) else {}
    for name, value in patch.items():
        if value is None:
            merged.pop(name, None)
        else:
            merged[name] = patched(merged.get(name), value)
    return merged


@pytest.mark.parametrize("path", packages("releases") + packages("records"), ids=lambda path: path.stem)
def test_nobody_is_named(path):
    """No full name of a natural person, no phone, no identity number leaves the house."""
    text = path.read_text(encoding="utf-8")
    for word in os.environ.get("QIANMO_OCDS_SECRETS", "").split(","):
        assert not word or word not in text
