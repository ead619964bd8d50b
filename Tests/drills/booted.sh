#!/usr/bin/env bash
# booted.sh NEW.deb: a Debian 12 with its own systemd (systemd-nspawn; root, the network) installs the package, and the unit is held to what it
# says: the service starts and serves, has no capability and no other file system, makes pictures of papers all the same, comes again after
# kill -9 and after hanging (the watchdog), and stops trying when a person must look. Then remove and purge.
set -euo pipefail
new=$(realpath "$1")
base=${QIANMO_CHROOT:-/var/tmp/qianmo-debian12}
command -v systemd-nspawn >/dev/null || { echo "apt-get install systemd-container" >&2; exit 2; }
[ -d "$base/usr" ] || debootstrap --variant=minbase --include=ca-certificates,curl bookworm "$base" http://deb.debian.org/debian >/dev/null
root=$(mktemp -d /var/tmp/qianmo-booted.XXXXXX)
cp -a "$base/." "$root/"
cp /etc/resolv.conf "$root/etc/resolv.conf"
chroot "$root" env DEBIAN_FRONTEND=noninteractive sh -c \
    'apt-get update -qq && apt-get install -y -qq --no-install-recommends systemd systemd-sysv dbus poppler-utils libvips-tools' >/dev/null 2>&1
cp "$new" "$root/new.deb"
nspawn= first=
finish() {
    if [ -n "$first" ]; then inside systemctl poweroff 2>/dev/null || true; fi
    for _ in $(seq 100); do kill -0 "$nspawn" 2>/dev/null || break; sleep 0.1; done
    kill -KILL "$nspawn" 2>/dev/null || true
    wait "$nspawn" 2>/dev/null || true
    rm -rf "$root" "$root.log"
}
trap finish EXIT
SYSTEMD_NSPAWN_UNIFIED_HIERARCHY=${QIANMO_UNIFIED:-0} systemd-nspawn --register=no --keep-unit --boot -D "$root" --console=pipe >"$root.log" 2>&1 &
nspawn=$!
inside() { nsenter -t "$first" -a env DEBIAN_FRONTEND=noninteractive PATH=/usr/sbin:/usr/bin:/sbin:/bin "$@"; }
say() { printf '%-46s %s\n' "$1" "$2"; }
fail() { echo "WRONG: $*" >&2; inside journalctl -u qianmo --no-pager -n 10 >&2 || true; exit 1; }
# journal WORDS: whether the service's journal says so (read whole: whoever hangs up on journalctl makes it fail).
journal() { [ "$(inside journalctl -u qianmo --no-pager | grep -c "$1")" -gt 0 ]; }
ms() { echo $((($(date +%s%N) - $1) / 1000000)); }
show() { inside systemctl show -p "$1" --value qianmo; }
port=18$((RANDOM % 900 + 100))
# up PATH: waits for it to be answered.
up() {
    for _ in $(seq 900); do
        curl -sf -m 2 -o /dev/null "http://127.0.0.1:$port$1" && return
        sleep 0.1
    done
    fail "$1 is not answered within 90 s"
}
for _ in $(seq 100); do
    first=$(pgrep -P "$nspawn" | head -1) || true
    [ -z "$first" ] || ! inside systemctl is-system-running 2>/dev/null | grep -qE 'running|degraded' || break
    sleep 0.2
done
say "systemd" "$(inside systemctl is-system-running || true), load $(cut -d' ' -f1-3 /proc/loadavg)"

# A port of its own: the machine's network is shared.
install -d "$root/etc/default"
echo "QIANMO_OPTIONS=\"--port $port\"" >"$root/etc/default/qianmo"
start=$(date +%s%N)
inside apt-get install -y -qq --no-install-recommends -o Dpkg::Options::=--force-confold /new.deb >/dev/null 2>&1 || fail "it does not install"
up /
say "first page after the begin of apt install" "$(ms "$start") ms (of what it needs poppler and vips were there)"
[ "$(show ActiveState) $(show Type) $(show WatchdogUSec) $(show LimitNOFILE)" = "active notify 30s 65536" ] || fail "the service is not as the unit says"
[ "$(inside systemctl is-enabled qianmo)" = enabled ] || fail "not started at the next boot"
main=$(show MainPID)
status=$(inside cat "/proc/$main/status")
for line in 'CapEff:	0000000000000000' 'CapBnd:	0000000000000000' 'NoNewPrivs:	1' 'Seccomp:	2'; do
    grep -qx "$line" <<<"$status" || fail "$line does not stand in the status of the process"
done
say "systemd-analyze security" "$(inside systemd-analyze security qianmo --no-pager | sed -n 's/.*: \([0-9.]*\) .*/\1/p' | tail -1)"

# The tools that make pictures of papers, under the very lines of the unit.
properties=(-p User=qianmo -p Group=qianmo -p StateDirectory=qianmo -p WorkingDirectory=/var/lib/qianmo)
while IFS= read -r line; do
    case "$line" in
    NoNewPrivileges* | CapabilityBoundingSet* | Protect* | Proc* | Private* | Restrict[NRAS]* | Lock* | Memory* | RemoveIPC* | SystemCall* | UMask*)
        properties+=(-p "$line") ;;
    esac
done <"$root/lib/systemd/system/qianmo.service"
tool() { inside systemd-run --quiet --wait --pipe "${properties[@]}" -E VIPS_BLOCK_UNTRUSTED=1 -- /usr/bin/timeout -s KILL 20 /usr/bin/prlimit --as=2000000000 -- "$@"; }
number=$(printf '%%PDF-1.1\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\ntrailer<</Root 1 0 R>>\n%%%%EOF\n' \
    | tee "$root/var/lib/qianmo/trial.pdf" | wc -c)
inside chown qianmo: /var/lib/qianmo/trial.pdf
tool pdftoppm -jpeg -singlefile -scale-to 160 trial.pdf /var/lib/qianmo/trial-page 2>/dev/null || fail "pdftoppm does not work under the unit"
tool vipsthumbnail trial-page.jpg --size '32x32>' -o '/var/lib/qianmo/trial.jpg[Q=82,strip]' || fail "vipsthumbnail does not work under the unit"
for made in trial.jpg trial-page.jpg; do inside test -s "/var/lib/qianmo/$made" || fail "$made was not made"; done
inside sh -c 'rm /var/lib/qianmo/trial*'
say "pictures of papers under the unit" "vipsthumbnail and pdftoppm (of $number bytes) work"

start=$(date +%s%N)
inside sh -c "kill -9 $main"
sleep 0.2
up /healthz/writer
[ "$(show NRestarts)" = 1 ] || fail "not started anew after kill -9"
say "after kill -9 it takes commands again" "after $(ms "$start") ms"
start=$(date +%s%N)
inside sh -c "kill -STOP $(show MainPID)"
sleep 1
up /healthz/writer
journal 'Watchdog timeout' || fail "the watchdog did not see it hang"
say "after hanging it takes commands again" "after $(ms "$start") ms, by the watchdog"

inside chmod 644 /var/lib/qianmo/keys/log.key
start=$(date +%s%N)
inside systemctl restart qianmo 2>/dev/null || true
for _ in $(seq 120); do
    [ "$(show ActiveState)" != failed ] || break
    sleep 0.5
done
[ "$(show ActiveState)" = failed ] || fail "it is started for ever with a key that others can read"
journal 1217 || fail "not said why"
say "with a key others can read" "given up after $(($(show NRestarts) + 1)) starts, $(ms "$start") ms, with 1217 in the journal"
inside chmod 600 /var/lib/qianmo/keys/log.key
inside systemctl reset-failed qianmo
inside systemctl start qianmo
up /healthz/writer

inside apt-get remove -y -qq qianmo >"$root/tmp/apt.log" 2>&1 || fail "it is not removed: $(tail -3 "$root/tmp/apt.log")"
if inside systemctl is-active --quiet qianmo; then fail "removed, it runs on"; fi
inside test -s /var/lib/qianmo/keys/log.key || fail "removing took the keys"
inside apt-get purge -y -qq qianmo >"$root/tmp/apt.log" 2>&1 || fail "it is not purged: $(tail -3 "$root/tmp/apt.log")"
inside test ! -e /var/lib/qianmo || fail "purging left the data"
say "removed and purged" "stopped; data and keys stay, then go"
