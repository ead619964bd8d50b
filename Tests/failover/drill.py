#!/usr/bin/env python3
"""Three nodes in network namespaces, two servers before them: the primary is killed again and again under load.

    drill.py PROGRAM [KILLS]

Uses the example configuration in deploy/ (addresses kept, folders and passwords replaced). Needs root, and Debian's
postgresql, patroni, etcd-server, haproxy and iproute2. At the end: every answered command stands in the log where its
answer said, none stands twice, every checkpoint seen on the way is a beginning of the last log, and verify passes.
"""
import base64, hashlib, http.client, json, os, re, shutil, signal, subprocess, sys, tempfile, threading, time

HERE = os.path.dirname(os.path.abspath(__file__))
DEPLOY = os.path.join(HERE, "..", "..", "deploy")
PROGRAM = os.path.abspath(sys.argv[1])
KILLS = int(sys.argv[2]) if len(sys.argv) > 2 else 20
NODES = {"pg1": "10.77.0.11", "pg2": "10.77.0.12", "pg3": "10.77.0.13"}
SENDERS = 8
FOLDER = tempfile.mkdtemp(prefix="qm-failover-", dir="/tmp")
DATABASE = "postgres://postgres:change-me-superuser@127.0.0.1:5000/postgres"
PLACE = ["--data", FOLDER + "/data", "--database", DATABASE]
HOUSE = 8090
children = {}


def say(text):
    print(time.strftime("%H:%M:%S "), text, flush=True)


def run(*words):
    subprocess.run(words, check=True)


def example(name, node=None, moved={}):
    """A file of deploy/, for this node, with its folders moved here."""
    text = open(os.path.join(DEPLOY, name)).read()
    if node:
        # The list of all three stays as it is.
        shared = re.search(r"(?m)^.*10\.77\.0\.11\S*10\.77\.0\.12.*$|^.*10\.77\.0\.11.*10\.77\.0\.12.*$", text).group(0)
        text = text.replace(shared, "@shared@").replace("10.77.0.11", NODES[node]).replace("@shared@", shared)
        text = text.replace("name: pg1", "name: " + node)
    for old, new in moved.items():
        text = text.replace(old, new)
    path = os.path.join(FOLDER, (node or "") + name)
    open(path, "w").write(text)
    os.chmod(path, 0o644)
    return path


def start(name, *words, node=None, user=None, env=None):
    log = open(os.path.join(FOLDER, name + ".log"), "ab")
    if user:
        words = ("runuser", "-u", user, "--") + words
    if node:
        words = ("ip", "netns", "exec", "qm-" + node) + words
    children[name] = subprocess.Popen(words, stdout=log, stderr=log, env=env, start_new_session=True, cwd="/")


def pids(node):
    return [int(p) for p in subprocess.run(["ip", "netns", "pids", "qm-" + node], capture_output=True,
                                           text=True).stdout.split()]


def command_line(pid):
    try:
        return open("/proc/%d/cmdline" % pid).read().replace("\0", " ")
    except OSError:
        return ""


def kill(pid):
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


def ask(port, method, path, body=None, token=None, host="127.0.0.1", seconds=20):
    connection = http.client.HTTPConnection(host, port, timeout=seconds)
    headers = {"Content-Type": "application/json"} if body is not None else {}
    if token:
        headers["Authorization"] = "Bearer " + token
    try:
        connection.request(method, path, json.dumps(body) if body is not None else None, headers)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def until(what, seconds=120):
    end = time.time() + seconds
    while time.time() < end:
        try:
            found = what()
            if found:
                return found
        except (OSError, http.client.HTTPException, ValueError, KeyError):
            pass
        time.sleep(0.2)
    raise SystemExit("waited in vain for " + (what.__doc__ or what.__name__))


def primary():
    """a primary"""
    for node, address in NODES.items():
        try:
            if ask(8008, "GET", "/primary", host=address, seconds=2)[0] == 200:
                return node
        except (OSError, http.client.HTTPException):
            pass
    return None


def whole():
    """a primary with a synchronous stand-by and three running members"""
    node = primary()
    if not node:
        return None
    members = json.loads(ask(8008, "GET", "/cluster", host=NODES[node], seconds=3)[1])["members"]
    good = [m for m in members if m["state"] in ("running", "streaming")]
    return len(good) == 3 and any(m["role"] == "sync_standby" for m in good) and node


def network():
    run("ip", "link", "add", "qm-bridge", "type", "bridge")
    run("ip", "addr", "add", "10.77.0.1/24", "dev", "qm-bridge")
    run("ip", "link", "set", "qm-bridge", "up")
    for node, address in NODES.items():
        space = "qm-" + node
        run("ip", "netns", "add", space)
        run("ip", "link", "add", "qv-" + node, "type", "veth", "peer", "name", "eth0", "netns", space)
        run("ip", "link", "set", "qv-" + node, "master", "qm-bridge", "up")
        run("ip", "-n", space, "addr", "add", address + "/24", "dev", "eth0")
        run("ip", "-n", space, "link", "set", "eth0", "up")
        run("ip", "-n", space, "link", "set", "lo", "up")


def start_patroni(node):
    start("patroni-" + node, "/usr/bin/patroni", FOLDER + "/" + node + "patroni.yml", node=node, user="postgres")


def tear_down():
    for child in children.values():
        if child.poll() is None:
            kill(child.pid)
    for node in NODES:
        for pid in pids(node):
            kill(pid)
        subprocess.run(["ip", "netns", "del", "qm-" + node], stderr=subprocess.DEVNULL)
        subprocess.run(["ip", "link", "del", "qv-" + node], stderr=subprocess.DEVNULL)
    subprocess.run(["ip", "link", "del", "qm-bridge"], stderr=subprocess.DEVNULL)


def serve(name, port):
    env = dict(os.environ, QIANMO_LANG="en")
    start(name, PROGRAM, "serve", "--demo", "--port", str(port), *PLACE, env=env)


class Load:
    def __init__(self, tokens):
        self.tokens, self.lock, self.done = tokens, threading.Lock(), threading.Event()
        self.answered, self.asked, self.refused, self.checkpoints, self.pages = {}, 0, {}, {}, {}
        self.threads = [threading.Thread(target=self.send, args=(n, t)) for n, t in enumerate(tokens)]
        self.threads += [threading.Thread(target=self.watch, args=(port,)) for port in (8081, 8082)]
        for thread in self.threads:
            thread.start()

    def send(self, number, token):
        count = 0
        while not self.done.is_set():
            count += 1
            name = "office-%d-%d" % (number, count)
            with self.lock:
                self.asked += 1
            # The same key until it is answered.
            for attempt in range(10_000):
                try:
                    status, body = ask(HOUSE, "POST", "/api/v1/commands", {
                        "do": "registry.openOffice", "key": name, "with": {
                            "office": name, "role": "countyOfficer", "division": "root", "person": "p-" + name,
                            "title": "County centre"}}, token)
                    answer = json.loads(body) if status == 200 else None
                except (OSError, http.client.HTTPException, ValueError):
                    status, answer = 0, None
                if answer:
                    with self.lock:
                        self.answered[name] = answer["entries"][0]
                    break
                with self.lock:
                    self.refused[status] = self.refused.get(status, 0) + 1
                if self.done.is_set() and attempt > 300:
                    return
                time.sleep(0.3)

    def watch(self, port):
        while not self.done.is_set():
            try:
                status, body = ask(port, "GET", "/checkpoint", seconds=5)
                if status == 200:
                    lines = body.decode().split("\n")
                    with self.lock:
                        self.checkpoints.setdefault(int(lines[1]), set()).add(lines[2])
                for page in ("/", "/lots"):
                    status, body = ask(port, "GET", page, seconds=5)
                    with self.lock:
                        self.pages[status] = self.pages.get(status, 0) + 1
            except (OSError, http.client.HTTPException, ValueError):
                pass
            time.sleep(0.1)

    @property
    def count(self):
        with self.lock:
            return len(self.answered)


def root_at(hashes, size):
    """RFC 6962 over the first `size` leaf hashes."""
    level = hashes[:size]
    while len(level) > 1:
        pairs = [hashlib.sha256(b"\1" + level[i] + level[i + 1]).digest() for i in range(0, len(level) - 1, 2)]
        level = pairs + ([level[-1]] if len(level) % 2 else [])
    return level[0] if level else hashlib.sha256(b"").digest()


def leaves(folder):
    found = []
    base = folder + "/tile/entries"
    paths = sorted(os.path.join(d, f) for d, _, files in os.walk(base) for f in files)

    def position(path):
        # x001/x234/067, or 000.p/97 for the last, unfinished one.
        name = os.path.relpath(path, base).split(".p/")[0]
        return int(name.replace("x", "").replace("/", ""))
    for path in sorted(paths, key=position):
        data, at = open(path, "rb").read(), 0
        while at < len(data):
            length = int.from_bytes(data[at:at + 2], "big")
            found.append(data[at + 2:at + 2 + length])
            at += 2 + length
    return found


def judge(load):
    out = FOLDER + "/log"
    run(PROGRAM, "export", "log", out, *PLACE)
    log = leaves(out)
    hashes = [hashlib.sha256(b"\0" + leaf).digest() for leaf in log]
    at = {}
    for index, leaf in enumerate(log):
        office = re.search(rb'"office":"(office-[\d-]+)"', leaf)
        if office:
            at.setdefault(office.group(1).decode(), []).append(index)
    lost = [n for n, index in load.answered.items() if index not in at.get(n, [])]
    doubled = [n for n, places in at.items() if len(places) > 1]
    forks = [size for size, roots in load.checkpoints.items()
             if roots != {base64.b64encode(root_at(hashes, size)).decode()}]
    verified = subprocess.run([PROGRAM, "verify", *PLACE], capture_output=True, text=True)
    say("log of %d entries, %d answered, %d checkpoints seen" % (len(log), load.count, len(load.checkpoints)))
    say("lost answers: %d, doubled: %d, forks: %d" % (len(lost), len(doubled), len(forks)))
    say("verify: " + (verified.stdout + verified.stderr).strip())
    say("pages by status: %s" % load.pages)
    # A store that is away for a moment is no fault: 503, come back.
    honest = set(load.pages) <= {200, 503} and not {500, 502} & set(load.refused)
    return not lost and not doubled and not forks and verified.returncode == 0 and load.count > 0 and honest


def sign_in_all():
    tokens = {}
    # A code holds for a minute; on a slow machine not everybody is in by then. A new start prints new ones.
    for attempt in range(10):
        text = until(lambda: (lambda t: t[-1] if len(t) == attempt + 2 and t[-1].count("code now") > SENDERS else None)(
            open(FOLDER + "/house-a.log").read().split("Qianmo is at")), 300)
        for name, password, code in re.findall(r"(?m)^(load\d+) \(.*\)  password (\S+)  code now (\d+)", text):
            if name in tokens:
                continue
            status, body = ask(8081, "POST", "/api/v1/sign-in", {"name": name, "password": password, "code": code},
                               seconds=60)
            if status != 200:
                break
            tokens[name] = json.loads(body)["token"]
        if len(tokens) >= SENDERS:
            return list(tokens.values())
        kill(children["house-a"].pid)
        children["house-a"].wait()
        time.sleep(31)
        serve("house-a", 8081)
    raise SystemExit("only %d of %d could sign in" % (len(tokens), SENDERS))


def drill():
    os.chmod(FOLDER, 0o755)
    network()
    for node in NODES:
        os.makedirs(FOLDER + "/" + node)
        shutil.chown(FOLDER + "/" + node, "postgres")
        home = FOLDER + "/" + node
        etcd = example("etcd.conf.yml", node, {"/var/lib/etcd/qianmo": FOLDER + "/etcd-" + node})
        example("patroni.yml", node, {
            "/var/lib/postgresql/15/qianmo": home + "/data", "/var/lib/postgresql/.pgpass-patroni": home + "/pgpass",
            "/var/run/postgresql": home, "local all all peer": "local all all trust"})
        start("etcd-" + node, "/usr/bin/etcd", "--config-file", etcd, node=node)
    time.sleep(3)
    for node in NODES:
        start_patroni(node)
    start("haproxy", "/usr/sbin/haproxy", "-db", "-f", example("haproxy.cfg"))
    say("cluster: " + until(whole, 180))
    offices = FOLDER + "/offices.jsonl"
    with open(offices, "w") as file:
        for number in range(SENDERS):
            file.write(json.dumps({
                "at": "2024-03-01T09:00:00+08:00", "by": "admin", "do": "registry.openOffice", "key": "l%d" % number,
                "with": {"office": "load%d" % number, "role": "administrator", "division": "root",
                         "person": "load%d" % number, "title": "Load"}}) + "\n")
    until(lambda: subprocess.run([PROGRAM, "scenario", offices, *PLACE]).returncode == 0, 60)
    serve("house-a", 8081)
    tokens = sign_in_all()
    serve("house-b", 8082)
    until(lambda: "Qianmo is at" in open(FOLDER + "/house-b.log").read(), 120)
    say("two servers, %d senders" % len(tokens))
    load = Load(tokens)
    gaps = []
    try:
        for number in range(1, KILLS + 1):
            node = until(whole, 180)
            before = load.count
            until(lambda: load.count >= before + 10, 120)
            stopped, began = load.count, time.time()
            # Turn by turn: PostgreSQL alone, or everything on the node, so that only the lease's end is noticed.
            everything = number % 4 == 0
            for pid in pids(node):
                line = command_line(pid)
                if "postgres" in line and "patroni" not in line or everything and "patroni" in line:
                    kill(pid)
            until(lambda: (lambda other: other and other != node)(primary()), 120)
            after = load.count
            until(lambda: load.count >= after + 5, 120)
            gaps.append(time.time() - began)
            if everything:
                start_patroni(node)
            say("kill %d of %d: %s (%s), accepted again after %.1f s, %d answered" % (
                number, KILLS, node, "the whole node" if everything else "PostgreSQL", gaps[-1], load.count))
    finally:
        load.done.set()
        for thread in load.threads:
            thread.join(150)
    until(whole, 180)
    for name in ("house-a", "house-b"):
        kill(children[name].pid)
    time.sleep(1)
    good = judge(load)
    gaps.sort()
    say("kills: %d; accepted again after %.1f s at the median, %.1f s at most; %d asked; refusals on the way by status %s"
        % (len(gaps), gaps[len(gaps) // 2], gaps[-1], load.asked, load.refused))
    return good


if __name__ == "__main__":
    if os.geteuid() != 0:
        raise SystemExit("needs root: network namespaces")
    for tool in ("/usr/bin/patroni", "/usr/bin/etcd", "/usr/sbin/haproxy"):
        if not os.path.exists(tool):
            raise SystemExit("missing: apt install postgresql patroni etcd-server haproxy iproute2")
    good = False
    try:
        good = drill()
    finally:
        tear_down()
        if good:
            shutil.rmtree(FOLDER, ignore_errors=True)
        else:
            say("logs are kept in " + FOLDER)
    sys.exit(0 if good else 1)
