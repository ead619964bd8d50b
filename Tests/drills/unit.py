#!/usr/bin/env python3
"""deploy/qianmo.service by its lines, and the program as that unit starts it: `unit.py [QIANMO]`.

`DoorTests` asks systemd-analyze for its measure where it is installed; this asks for the lines themselves, so that none can go on a machine
without it. As a control each line is taken out once, and must be missed. With a program it is started with the socket that systemd
would give it: it must say READY once it is open and WATCHDOG again and again, and end with 0 at SIGTERM. Ends with 1 otherwise.
"""

import contextlib
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
UNIT = ROOT / "deploy/qianmo.service"

# What the unit must say: a value, or what the value must be.
LINES = {
    "Unit": {
        "StartLimitIntervalSec": lambda value: 60 <= int(value) <= 900, "StartLimitBurst": lambda value: 3 <= int(value) <= 20,
        "After": "network-online.target"},
    "Service": {
        "User": "qianmo", "Group": "qianmo", "StateDirectory": "qianmo", "StateDirectoryMode": "0700", "UMask": "0077",
        "Type": "notify", "NotifyAccess": "main", "WatchdogSec": lambda value: 10 <= int(value) <= 120, "Restart": "on-failure",
        "RestartSec": lambda value: int(value) >= 1, "TimeoutStopSec": lambda value: int(value) >= 15, "TimeoutStartSec": lambda value: int(value) >= 60,
        "KillSignal": "SIGTERM", "LimitNOFILE": lambda value: int(value) >= 16_384,
        "ExecStart": lambda value: value.startswith("/usr/bin/qianmo serve --data /var/lib/qianmo ") and value.endswith(" $QIANMO_OPTIONS"),
        "EnvironmentFile": "-/etc/default/qianmo", "CapabilityBoundingSet": "", "AmbientCapabilities": "", "ProtectSystem": "strict",
        "ProtectProc": "invisible", "ProcSubset": "pid", "RestrictAddressFamilies": "AF_INET AF_INET6 AF_UNIX",
        "SystemCallArchitectures": "native", "SystemCallFilter": lambda value: "@system-service" in value and "~@privileged" in value,
        **{name: "yes" for name in (
            "NoNewPrivileges", "ProtectHome", "ProtectClock", "ProtectHostname", "ProtectKernelLogs", "ProtectKernelTunables",
            "ProtectKernelModules", "ProtectControlGroups", "PrivateTmp", "PrivateDevices", "PrivateUsers", "RestrictNamespaces",
            "RestrictRealtime", "RestrictSUIDSGID", "LockPersonality", "MemoryDenyWriteExecute", "RemoveIPC")}},
    "Install": {"WantedBy": "multi-user.target"},
}


def faults(text):
    """What the unit does not say, or says otherwise."""
    # A line that stands twice adds to the one before, as systemd reads filters.
    found, section = {}, ""
    for line in text.splitlines():
        if head := re.fullmatch(r"\[(\w+)\]", line):
            section = head.group(1)
        elif not line.startswith("#") and "=" in line:
            name, value = line.split("=", 1)
            found.setdefault(section, {})
            found[section][name] = f"{found[section][name]} {value}" if name in found[section] else value
    wrong = []
    for section, lines in LINES.items():
        for name, wanted in lines.items():
            value = found.get(section, {}).get(name)
            try:
                good = value is not None and (wanted(value) if callable(wanted) else value == wanted)
            except ValueError:
                good = False
            if not good:
                wrong.append(f"[{section}] {name}={value}")
    return wrong


def notifies(program):
    """The program under a socket like systemd's, with a watchdog of four seconds; what it said until and after SIGTERM."""
    said = []
    with tempfile.TemporaryDirectory(prefix="qianmo-unit-") as folder:
        ours = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        ours.bind(f"{folder}/notify")
        ours.settimeout(0.2)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        process = subprocess.Popen(
            [program, "serve", "--data", f"{folder}/data", "--port", str(port), "--log-format", "json"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env={**os.environ, "NOTIFY_SOCKET": f"{folder}/notify", "WATCHDOG_USEC": "4000000"})
        try:
            began = time.monotonic()
            while time.monotonic() - began < 30 and sum("WATCHDOG=1" in one for one in said) < 3:
                with contextlib.suppress(TimeoutError):
                    said.append(ours.recv(4_096).decode())
            process.send_signal(signal.SIGTERM)
            code = process.wait(20)
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()
            ours.close()
    return said, code


def main():
    text = UNIT.read_text()
    wrong = faults(text)
    missed, lines = [], [line for line in text.splitlines(keepends=True) if "=" in line and not line.startswith("#")]
    asked = {name for section in LINES.values() for name in section}
    for line in lines:
        if line.split("=")[0] in asked and not faults(text.replace(line, "", 1)):
            missed.append(line.strip())
    print(f"unit: {sum(map(len, LINES.values()))} lines asked for, {len(wrong)} wrong; {len(lines)} lines, each taken out once, {len(missed)} not missed")
    print(*wrong, *[f"not missed: {line}" for line in missed], sep="\n", end="\n" if wrong or missed else "")
    if analyze := shutil.which("systemd-analyze"):
        said = subprocess.run([analyze, "security", "--offline=true", "--no-pager", UNIT], capture_output=True, text=True).stdout
        level = re.search(r"exposure level[^:]*: ([0-9.]+)", said)
        print(f"systemd-analyze security: {level.group(1) if level else 'no answer'}")
        wrong += [] if level and float(level.group(1)) <= 2.0 else ["more than 2.0"]
    if len(sys.argv) > 1:
        said, code = notifies(sys.argv[1])
        good = any("READY=1" in one for one in said) and sum("WATCHDOG=1" in one for one in said) >= 3 and code == 0
        print(f"under a socket like systemd's: READY {sum('READY=1' in one for one in said)}, WATCHDOG {sum('WATCHDOG=1' in one for one in said)}, "
              f"ended with {code}: {'as it should be' if good else said}")
        wrong += [] if good else ["the program does not speak to systemd as the unit expects"]
    return 1 if wrong or missed else 0


sys.exit(main())
