#!/usr/bin/env python3
"""The proxies of deploy/ in front of the real program, with a certificate of our own: `proxies.py QIANMO [--only caddy,haproxy,control]`.

The very files deploy/Caddyfile and deploy/haproxy-tls.cfg are taken; only ports, certificate and journal are put in. Tried through each:
TLS and HTTP/2, what is compressed and what is not, an event stream that goes through at once and stays open, whose address the program sees
and limits, half requests, bodies beyond the limit, cookies, HSTS, the links of an export, a foreign name, /metrics. `control` takes the
lines of haproxy-tls.cfg out that this depends on: each must be missed. Needs caddy, haproxy, curl, openssl.
"""

import argparse
import base64
import contextlib
import gzip
import hashlib
import hmac
import http.client
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import sqlite3
import ssl
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
import warnings

ROOT = pathlib.Path(__file__).resolve().parents[2]
NAME = "lease.example.cn"
ENVIRONMENT = {**os.environ, "QIANMO_LANG": "en"}
# How long half a head may take before the drill calls it forgotten: the files say 10 s, the program alone would say 60 s.
PATIENCE = 25


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def put(text, **changes):
    """`text` with each of `changes`, which must stand in it."""
    for old, new in changes.values():
        if old not in text:
            sys.exit(f"the file no longer holds: {old}")
        text = text.replace(old, new)
    return text


class Tries:
    """What was looked at, and what was not as it should be."""

    def __init__(self):
        self.wrong, self.count = {}, 0

    def check(self, name, good, what=""):
        self.count += 1
        if not good:
            self.wrong.setdefault(name, str(what)[:300])


class Proxied:
    """The program behind one of the two."""

    def __init__(self, kind, program, template, base, certificate):
        self.kind, self.program = kind, program
        self.folder = base / kind
        self.data = self.folder / "data"
        shutil.copytree(template, self.data)
        self.inside, self.port, self.plain = free_port(), free_port(), free_port()
        self.certificate = certificate
        self.context = ssl.create_default_context(cafile=certificate / "cert.pem")
        self.processes = []

    def start(self):
        said = subprocess.run([self.program, "account", "admin", "--data", self.data, "--json"], check=True,
                              capture_output=True, text=True, env=ENVIRONMENT)
        self.password = json.loads(said.stdout)["password"]
        self.run("program", [self.program, "serve", "--data", self.data, "--port", str(self.inside), "--behind-proxy",
                             "--address", f"https://{NAME}"])
        self.wait(lambda: self.direct("/healthz")[0] == 200)
        config = self.folder / "config"
        config.write_text(getattr(self, f"config_{self.kind}")())
        if self.kind == "caddy":
            home = {"XDG_DATA_HOME": str(self.folder / "share"), "XDG_CONFIG_HOME": str(self.folder / "etc"), "HOME": str(self.folder)}
            self.run("proxy", ["caddy", "run", "--config", config, "--adapter", "caddyfile"], home)
        else:
            self.run("proxy", ["haproxy", "-W", "-f", config])
        self.wait(lambda: self.get("/healthz")[0] == 200)
        return self

    def config_caddy(self):
        pem = self.certificate
        return put(
            (ROOT / "deploy/Caddyfile").read_text(),
            ports=("{\n\tservers {", f"{{\n\tadmin off\n\thttp_port {self.plain}\n\thttps_port {self.port}\n\tskip_install_trust\n\tservers {{"),
            certificate=(f"\n{NAME} {{\n", f"\n{NAME} {{\n\ttls {pem}/cert.pem {pem}/key.pem\n"),
            inside=("reverse_proxy 127.0.0.1:8080", f"reverse_proxy 127.0.0.1:{self.inside}"),
            # The same line with a time that the drill can wait for; the open event stream has to outlive it.
            body=("read_body 5m", "read_body 20s"))

    def config_haproxy(self):
        return put(
            (ROOT / "deploy/haproxy-tls.cfg").read_text(),
            user=("    user haproxy\n    group haproxy\n", ""),
            journal=("    log /dev/log local0\n", "    log stdout format raw local0\n"),
            plain=("bind :80\n", f"bind 127.0.0.1:{self.plain}\n"),
            port=("bind :443 ", f"bind 127.0.0.1:{self.port} "),
            certificate=("/etc/haproxy/lease.pem", f"{self.certificate}/both.pem"),
            inside=("127.0.0.1:8080", f"127.0.0.1:{self.inside}"))

    def config_control(self):
        """Without the lines that matter."""
        text = self.config_haproxy()
        text = re.sub(r".*ssl-min-ver.*\n", "    ssl-default-bind-options ssl-min-ver TLSv1.0\n", text)
        text = re.sub(r"ssl-default-bind-ciphers .*", "ssl-default-bind-ciphers DEFAULT:@SECLEVEL=0", text)
        for line in (r".*timeout http-request.*\n", r".*Content-Encoding identity.*\n", r".*http-request deny.*\n", r".*del-header.*\n", r".*forwardfor.*\n"):
            text, count = re.subn(line, "", text)
            assert count, line
        return text.replace(" alpn h2,http/1.1", "").replace("scheme https", "location /")

    def run(self, name, command, more=None):
        out = (self.folder / f"{name}.log").open("ab")
        self.processes.append(subprocess.Popen([str(part) for part in command], stdout=out, stderr=subprocess.STDOUT,
                                               env={**ENVIRONMENT, **(more or {})}))

    def wait(self, good, seconds=60):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            for process in self.processes:
                if process.poll() is not None:
                    sys.exit(f"{self.kind} ended: " + "".join(
                        file.read_text(errors="replace")[-1_500:] for file in self.folder.glob("*.log")))
            with contextlib.suppress(OSError, http.client.HTTPException):
                if good():
                    return
            time.sleep(0.1)
        sys.exit(f"{self.kind}: nobody answers")

    def stop(self):
        for process in reversed(self.processes):
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    # MARK: Asking

    def direct(self, path, **headers):
        link = http.client.HTTPConnection("127.0.0.1", self.inside, timeout=30)
        with contextlib.closing(link):
            link.request("GET", path, headers=headers)
            answer = link.getresponse()
            return answer.status, answer.headers, answer.read()

    def line(self, source="127.0.0.1", context=None):
        """A connection to the proxy, from an address of this machine."""
        plain = socket.create_connection(("127.0.0.1", self.port), timeout=60, source_address=(source, 0))
        return (context or self.context).wrap_socket(plain, server_hostname=NAME)

    def ask(self, method, path, body=None, source="127.0.0.1", host=NAME, **headers):
        link = http.client.HTTPSConnection(NAME, self.port, timeout=60)
        link.sock = self.line(source)
        with contextlib.closing(link):
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            link.request(method, path, body, {"Host": f"{host}:{self.port}", **named})
            answer = link.getresponse()
            return answer.status, answer.headers, answer.read()

    def get(self, path, **more):
        return self.ask("GET", path, **more)

    def api(self, path, body, **more):
        return self.ask("POST", path, json.dumps(body), Content_Type="application/json", **more)


class Browser:
    """Somebody with cookies who sends forms."""

    def __init__(self, house):
        self.house, self.cookies, self.set = house, {}, []

    def send(self, method, path, fields=None, **more):
        body = urllib.parse.urlencode(fields) if fields is not None else None
        if fields is not None:
            more |= {"Content_Type": "application/x-www-form-urlencoded", "Origin": f"https://{NAME}:{self.house.port}"}
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        status, headers, text = self.house.ask(method, path, body, **more, **({"Cookie": cookie} if cookie else {}))
        for given in headers.get_all("Set-Cookie") or []:
            self.set.append(given)
            name, value = given.split(";")[0].split("=", 1)
            self.cookies.pop(name, None)
            if value:
                self.cookies[name] = value
        if headers.get("Content-Encoding") == "gzip":
            text = gzip.decompress(text)
        return status, headers, text.decode(errors="replace")

    def form(self, path, **fields):
        """The page at `path`, its form sent with these fields."""
        _, _, page = self.send("GET", path)
        hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page))
        return self.send("POST", path, {**hidden, **fields})

    def enrol(self, password):
        """Signs the administrator in for the first time, with the second factor set up on the way."""
        status, _, page = self.form("/sign-in", name="admin", password=password, code="")
        if status not in (302, 303):
            sys.exit(f"{self.house.kind}: nobody came in: {status} {re.sub('<[^>]*>', ' ', page)[:600]}")
        _, _, page = self.send("GET", "/account/second-factor")
        secret = re.search(r'<p class="number"><code>([A-Z2-7 ]+)</code>', page).group(1).replace(" ", "")
        hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page))
        status, _, page = self.send("POST", "/account/second-factor", {**hidden, "code": one_time(secret)})
        if status != 200:
            sys.exit(f"{self.house.kind}: the second factor was not taken: {status}")
        session = json.loads(self.send("GET", "/api/v1/session")[2])
        return session["formToken"]


def one_time(secret):
    step = int(time.time() // 30).to_bytes(8, "big")
    digest = hmac.new(base64.b32decode(secret + "=" * (-len(secret) % 8)), step, hashlib.sha1).digest()
    start = digest[-1] & 15
    return f"{(int.from_bytes(digest[start:start + 4], 'big') & 0x7FFFFFFF) % 1_000_000:06d}"


class Stream(threading.Thread):
    """An open event stream of the public feed: when each event came, and whether it is still open."""

    def __init__(self, house, after):
        super().__init__(daemon=True)
        self.link = house.line("127.0.0.8")
        self.link.sendall(f"GET /api/v1/changes/events?after={after} HTTP/1.1\r\nHost: {NAME}:{house.port}\r\n"
                          "Accept-Encoding: gzip\r\n\r\n".encode())
        self.began, self.text, self.first, self.ended = time.monotonic(), b"", None, None
        self.start()

    def run(self):
        with contextlib.suppress(OSError, ssl.SSLError):
            while piece := self.link.recv(65_536):
                self.text += piece
                if self.first is None and b"\ndata:" in self.text:
                    self.first = time.monotonic() - self.began
        self.ended = time.monotonic() - self.began

    def waits_for(self, what, seconds=15):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if what(self.text):
                return time.monotonic() - self.began
            time.sleep(0.02)
        return None


# MARK: What is tried


def encryption(house, tries):
    for version, name in ((ssl.TLSVersion.TLSv1_2, "TLS 1.2"), (ssl.TLSVersion.TLSv1_3, "TLS 1.3")):
        context = ssl.create_default_context(cafile=house.certificate / "cert.pem")
        context.minimum_version = context.maximum_version = version
        with house.line(context=context) as link:
            tries.check(name, link.version() == name.replace(" ", "v"), link.version())
    # This side would take it; whether it is refused is then the proxy's.
    old = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    old.check_hostname, old.verify_mode = False, ssl.CERT_NONE
    old.set_ciphers("DEFAULT:@SECLEVEL=0")
    with warnings.catch_warnings(action="ignore"):
        old.minimum_version = old.maximum_version = ssl.TLSVersion.TLSv1_1
    try:
        with house.line(context=old) as link:
            spoken = link.version()
    except (ssl.SSLError, OSError):
        spoken = None
    tries.check("TLS 1.1 refused", spoken is None, spoken)
    said = subprocess.run(
        ["curl", "-s", "-o", os.devnull, "-w", "%{http_version} %{http_code}", "--http2", "--cacert", house.certificate / "cert.pem",
         "--resolve", f"{NAME}:{house.port}:127.0.0.1", f"https://{NAME}:{house.port}/lots"], capture_output=True, text=True)
    tries.check("HTTP/2", said.stdout == "2 200", said.stdout)
    link = http.client.HTTPConnection("127.0.0.1", house.plain, timeout=30)
    with contextlib.closing(link):
        link.request("GET", "/lots", headers={"Host": NAME})
        answer = link.getresponse()
        tries.check("plain HTTP is sent to TLS", answer.status in (301, 308) and answer.headers["Location"].startswith(f"https://{NAME}"),
                    (answer.status, answer.headers["Location"]))


def compression(house, tries, browser, token):
    status, headers, body = house.get("/lots", Accept_Encoding="gzip")
    whole = gzip.decompress(body) if headers.get("Content-Encoding") == "gzip" else body
    tries.check("a public page is compressed", status == 200 and headers.get("Content-Encoding") == "gzip" and len(body) < len(whole) / 2,
                (status, headers.get("Content-Encoding"), len(body), len(whole)))
    tries.check("compressed, it is the same page", b"</html>" in whole, whole[-50:])
    sizes = (len(whole), len(body))
    style = re.search(rb'<link rel="stylesheet" href="([^"]+)"', whole).group(1).decode()
    tries.check("the stylesheet is compressed", house.get(style, Accept_Encoding="gzip")[1].get("Content-Encoding") == "gzip", style)
    tries.check("nobody is sent gzip who does not ask", house.get("/lots")[1].get("Content-Encoding") is None)
    # A page with a form token, whether of a session or of a visit, is never compressed.
    stranger = Browser(house)
    stranger.send("GET", "/sign-in")
    for who, path in ((stranger, "/sign-in"), (stranger, "/sign-in/phone"), (browser, "/account"), (browser, "/staff/accounts"), (browser, "/")):
        status, headers, page = who.send("GET", path, Accept_Encoding="gzip")
        tries.check("what is one person's is not compressed", status == 200 and headers.get("Content-Encoding") in (None, "identity"),
                    f"{path} {status} {headers.get('Content-Encoding')}")
    pages = ["/", "/county", "/lots", "/places", "/contracts", "/notices", "/log", "/search?q=secret"]
    for path in pages + re.findall(r'href="(/lots/[^"/]+)"', whole.decode())[:3]:
        status, headers, page = stranger.send("GET", path, Accept_Encoding="gzip")
        packed = headers.get("Content-Encoding") == "gzip"
        tries.check("no form token in what is compressed", status == 200 and not (packed and "_csrf" in page), f"{path} {status}")
    return sizes


def streams(house, tries, browser, token, stream):
    stream.waits_for(lambda _: stream.first is not None)
    first = stream.first
    tries.check("the first event comes while the stream is open", first is not None and stream.ended is None, (first, stream.ended))
    head = stream.text.split(b"\r\n\r\n")[0].decode(errors="replace").lower()
    tries.check("an event stream is not compressed", "gzip" not in head and "text/event-stream" in head, head)
    before = time.monotonic() - stream.began
    status, _, body = browser.send("GET", "/api/v1/session")
    given = house.api("/api/v1/commands", {"do": "registry.openOffice", "key": f"proxies-{house.kind}", "with": {
        "office": "drill-proxies", "role": "countyOfficer", "division": "p140498", "person": "drill-proxies", "title": "Drill"}},
        Cookie="; ".join(f"{name}={value}" for name, value in browser.cookies.items()), X_Form_Token=token)
    tries.check("a command with cookie and token", given[0] == 200, given)
    came = stream.waits_for(lambda text: b"drill-proxies" in text)
    tries.check("an entry comes down the open stream", came is not None and stream.ended is None, stream.text[-200:])
    return first, None if came is None else came - before


def addresses(house, tries):
    """Wrong passwords from one address, each of which says it is somebody else: the program counts and writes down the one the proxy saw."""
    statuses, lock = [], threading.Lock()

    def guess(number):
        status, _, _ = house.api("/api/v1/sign-in", {"name": f"nobody-{number}", "password": f"wrong {number}"}, source="127.0.0.5",
                                 X_Forwarded_For=f"203.0.113.{number}", Forwarded=f"for=203.0.113.{number}")
        with lock:
            statuses.append(status)

    # A busy machine takes so long for each that the bucket fills again meanwhile: on until it is empty.
    for start in range(0, 120, 6):
        if statuses.count(429) >= 6:
            break
        threads = [threading.Thread(target=guess, args=(start + part,)) for part in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    tries.check("so many guesses of one address are too many", statuses.count(429) >= 5, statuses)
    other, _, _ = house.api("/api/v1/sign-in", {"name": "nobody-else", "password": "wrong"}, source="127.0.0.6")
    tries.check("another address is not counted with it", other in (401, 403, 422), other)
    with contextlib.closing(sqlite3.connect(f"file:{house.data}/signin.sqlite?mode=ro", uri=True)) as store:
        seen = {row[0] for row in store.execute("SELECT DISTINCT address FROM security_event")}
    tries.check("the security events name the address the proxy saw", {"127.0.0.5", "127.0.0.6"} <= seen and not any(
        address.startswith("203.") for address in seen), seen)
    return statuses.count(429), len(statuses)


def slow(house, tries):
    """Half heads and half bodies, and what others wait meanwhile."""
    began, open_ = time.monotonic(), []
    for _ in range(40):
        link = house.line("127.0.0.7")
        link.sendall(f"GET /lots HTTP/1.1\r\nHost: {NAME}:{house.port}\r\nX: ".encode())
        open_.append(link)
    body = house.line("127.0.0.7")
    body.sendall(f"POST /api/v1/sign-in HTTP/1.1\r\nHost: {NAME}:{house.port}\r\nContent-Type: application/json\r\n"
                 "Content-Length: 1000\r\n\r\n{\"name\"".encode())
    waits = []
    while open_ and time.monotonic() - began < PATIENCE:
        asked = time.monotonic()
        tries.check("others are served meanwhile", house.get("/lots", source="127.0.0.9")[0] == 200)
        waits.append(time.monotonic() - asked)
        still = []
        for link in open_:
            link.settimeout(0.01)
            try:
                # What is said before hanging up is read away.
                while link.recv(4_096):
                    pass
                link.close()
            except (TimeoutError, ssl.SSLWantReadError):
                still.append(link)
            except OSError:
                link.close()
        open_ = still
    cut = time.monotonic() - began
    tries.check("half heads are cut by the proxy", not open_, f"{len(open_)} of 40 open after {cut:.0f} s")
    for link in open_:
        link.close()
    body.settimeout(60)
    answer = b""
    with contextlib.suppress(OSError):
        answer = body.recv(4_096)
    late = time.monotonic() - began
    tries.check("half a body is cut", late < 50, late)
    body.close()
    return cut, late, answer.split(b"\r\n")[0].decode(errors="replace"), max(waits)


def limits(house, tries):
    with house.line() as link:
        link.settimeout(20)
        link.sendall(f"POST /api/v1/commands HTTP/1.1\r\nHost: {NAME}:{house.port}\r\nContent-Type: application/json\r\n"
                     f"Content-Length: {50_331_648 + 1}\r\n\r\n".encode())
        answer = b""
        with contextlib.suppress(OSError):
            answer = link.recv(4_096)
    tries.check("a body announced beyond the limit is refused", b" 413 " in answer.split(b"\r\n")[0] + b" ", answer[:60])
    # By the proxy alone: the program's own answer to so large a body says who it is of.
    tries.check("it is the proxy that refuses", b"Content-Security-Policy" not in answer and b"content-security-policy" not in answer, answer[:400])
    with house.line() as link:
        link.settimeout(20)
        link.sendall(f"POST /api/v1/sign-in HTTP/1.1\r\nHost: {NAME}:{house.port}\r\nContent-Type: application/json\r\n"
                     "Transfer-Encoding: chunked\r\n\r\n".encode())
        answer, piece = b"", b"100000\r\n" + b" " * 0x100000 + b"\r\n"
        with contextlib.suppress(OSError):
            for _ in range(4):
                link.sendall(piece)
            link.sendall(b"0\r\n\r\n")
        with contextlib.suppress(OSError):
            answer = link.recv(4_096)
    # Caddy, in the middle of sending when the program answers and hangs up, says 502.
    tries.check("without a length the program refuses it", answer[9:12] in ((b"413", b"502") if house.kind == "caddy" else (b"413",)), answer[:60])


def words(house, tries, browser):
    """Cookies, HSTS, links, names."""
    for given in browser.set:
        parts = [part.strip() for part in given.split(";")]
        tries.check("cookies are __Host-, Secure, HttpOnly and of no domain", parts[0].startswith("__Host-") and {"Secure", "HttpOnly", "Path=/"} <= set(
            parts) and not any(part.startswith("Domain") for part in parts), re.sub("=[^;]*", "=…", given, count=1))
    tries.check("a session came by cookie", any(given.startswith("__Host-session=") for given in browser.set), len(browser.set))
    status, headers, body = house.get("/lots")
    tries.check("HSTS, once", headers.get_all("Strict-Transport-Security") == ["max-age=31536000; includeSubDomains"],
                headers.get_all("Strict-Transport-Security"))
    tries.check("CSP, once", len(headers.get_all("Content-Security-Policy") or []) == 1)
    lot = re.search(r'href="/lots/([^"/?]+)"', body.decode()).group(1)
    path = f"/ocds/releases/{lot}.json"
    for how in ({}, {"X_Forwarded_Host": "evil.example"}, {"Forwarded": "host=evil.example"}):
        status, _, export = house.get(path, **how)
        tries.check("links lead to --address", status == 200 and f"https://{NAME}/".encode() in export and b"evil.example" not in export,
                    f"{how} {status} {export[:100]}")
    status, _, export = house.direct(path, Host="evil.example")
    tries.check("links lead to --address, whatever the Host", b"evil.example" not in export and f"https://{NAME}/".encode() in export, status)
    status, _, export = house.get(path, host="evil.example")
    tries.check("another name is not this house", b"publisher" not in export and (status == 421 or not export), f"{status} {export[:80]}")
    tries.check("/metrics is not to be had through the proxy", house.get("/metrics")[0] == 404)
    tries.check("/metrics is there for this machine", b"qianmo_ready" in house.direct("/metrics")[2])


def drill(house):
    tries = Tries()
    house.start()
    try:
        newest = json.loads(house.direct("/healthz")[2])["size"] - 1
        stream = Stream(house, newest - 3)
        encryption(house, tries)
        browser = Browser(house)
        token = browser.enrol(house.password)
        sizes = compression(house, tries, browser, token)
        first, live = streams(house, tries, browser, token, stream)
        words(house, tries, browser)
        limits(house, tries)
        refused, guesses = addresses(house, tries)
        cut, late, said, worst = slow(house, tries)
        # Longer than any silence the files allow: pulses keep it open.
        time.sleep(max(0, 75 - (time.monotonic() - stream.began)))
        tries.check("the stream is open after 75 s", stream.ended is None, stream.ended)
        print(f"{house.kind}: {tries.count} looked at, {len(tries.wrong)} wrong; /lots {sizes[0]} bytes, {sizes[1]} compressed; first event after "
              f"{(first or 0) * 1000:.0f} ms, a new entry {(live or 0) * 1000:.0f} ms after it was sent; 40 half heads gone after {cut:.1f} s, others "
              f"meanwhile {worst * 1000:.0f} ms at most; half a body after {late:.1f} s ({said or 'closed'}); {refused} of {guesses} guesses of one "
              f"address 429", flush=True)
        for name, what in tries.wrong.items():
            print(f"  {'missed, as meant' if house.kind == 'control' else 'WRONG'}: {name}: {what}", flush=True)
    finally:
        house.stop()
    return tries


# What a proxy without those lines must be found at.
MISSED = {"TLS 1.1 refused", "HTTP/2", "plain HTTP is sent to TLS", "what is one person's is not compressed", "half heads are cut by the proxy",
          "it is the proxy that refuses", "another name is not this house", "the security events name the address the proxy saw",
          "/metrics is not to be had through the proxy"}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--only", default="caddy,haproxy,control")
    options = parser.parse_args()
    program = str(pathlib.Path(options.program).resolve())
    for tool in ("caddy", "haproxy", "curl", "openssl"):
        if shutil.which(tool) is None:
            sys.exit(f"{tool} is not installed: apt-get install {tool}")
    bad = 0
    with tempfile.TemporaryDirectory(prefix="qianmo-proxies-") as folder:
        base = pathlib.Path(folder)
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj", f"/CN={NAME}",
             "-addext", f"subjectAltName=DNS:{NAME}", "-keyout", base / "key.pem", "-out", base / "cert.pem"], check=True, capture_output=True)
        (base / "both.pem").write_text((base / "cert.pem").read_text() + (base / "key.pem").read_text())
        subprocess.run([program, "seed", "demo", "--small", "--data", base / "template"], check=True, capture_output=True, env=ENVIRONMENT)
        (base / "template" / "practice-clock").unlink(missing_ok=True)
        for kind in options.only.split(","):
            (base / kind).mkdir()
            tries = drill(Proxied(kind, program, base / "template", base, base))
            if kind == "control":
                unseen = MISSED - set(tries.wrong)
                print(f"control: {len(MISSED) - len(unseen)} of {len(MISSED)} missing lines were noticed", *sorted(unseen), flush=True)
                bad += len(unseen)
            else:
                bad += len(tries.wrong)
    return 1 if bad else 0


sys.exit(main())
