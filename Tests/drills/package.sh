#!/usr/bin/env bash
# package.sh NEW.deb OLD.deb [NEW.tar.gz]: on a clean Debian 12 without Swift (debootstrap, root, the network) the package of before installs and
# serves its first page within a minute, is updated to NEW and rolled back, keeps its data when removed and takes it when purged; then the
# tarball does the same by hand. OLD must be a package of another version, or nothing was rehearsed.
set -euo pipefail
new=$(realpath "$1")
old=$(realpath "${2:?a package of an earlier version: make package-drill OLD=dist/qianmo_….deb}")
tarball=$(realpath "${3:-${new%.deb}.tar.gz}")
version() { dpkg-deb --field "$1" Version; }
if cmp -s "$new" "$old" || ! dpkg --compare-versions "$(version "$old")" lt "$(version "$new")"; then
    echo "OLD ($(version "$old")) is not older than NEW ($(version "$new")): nothing would be updated" >&2
    exit 2
fi
# A program of another version inside, not only in the name.
program() { dpkg-deb --fsys-tarfile "$1" | tar -xO ./usr/bin/qianmo | sha256sum | cut -d' ' -f1; }
[ "$(program "$old")" != "$(program "$new")" ] || { echo "OLD and NEW hold the same program" >&2; exit 2; }

base=${QIANMO_CHROOT:-/var/tmp/qianmo-debian12}
[ -d "$base/usr" ] || debootstrap --variant=minbase --include=ca-certificates,curl bookworm "$base" http://deb.debian.org/debian >/dev/null
root=$(mktemp -d /var/tmp/qianmo-package.XXXXXX)
cp -a "$base/." "$root/"
cp /etc/resolv.conf "$root/etc/resolv.conf"
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
server=
finish() {
    [ -z "$server" ] || stop
    umount "$root/dev" "$root/proc"
    rm -rf "$root"
}
trap finish EXIT
in_root() { chroot "$root" env DEBIAN_FRONTEND=noninteractive PATH=/usr/sbin:/usr/bin:/sbin:/bin "$@"; }
as_qianmo() { in_root runuser -u qianmo -- "$@"; }
data=/var/lib/qianmo
port=18$((RANDOM % 900 + 100))
# A desk of scenarios/luxian-2019.jsonl and its place.
desk=yusi-station place=p510521111
say() { printf '%-46s %s\n' "$1" "$2"; }
say "load" "$(cut -d' ' -f1-3 /proc/loadavg)"
fail() { echo "WRONG: $*" >&2; exit 1; }
# apt NAME…: whatever apt says is shown only when it fails.
apt() { in_root apt-get "$@" >"$root/tmp/apt.log" 2>&1 || { tail -20 "$root/tmp/apt.log" >&2; return 1; }; }

# serve: as the unit does it, without systemd; comes back when the first page is there, with 1 when the program ends instead.
serve() {
    chroot "$root" runuser -u qianmo -- sh -c \
        '. /etc/default/qianmo; exec /usr/bin/qianmo serve --data /var/lib/qianmo --log-format json $QIANMO_OPTIONS --port '"$port" \
        >"$root/tmp/serve.log" 2>&1 &
    server=$!
    for _ in $(seq 1 600); do
        curl -sf -o "$root/tmp/page.html" "http://127.0.0.1:$port/" && return
        kill -0 "$server" 2>/dev/null || { wait "$server" || true; server=; return 1; }
        sleep 0.1
    done
    fail "no page within 60 s: $(tail -3 "$root/tmp/serve.log")"
}
stop() {
    pkill -TERM -P "$server" 2>/dev/null || kill -TERM "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
    server=
}
# The root that `verify` reckons from the whole log.
verified() { as_qianmo qianmo verify --data "$data" | grep '^Root: '; }
entries() { curl -sf "http://127.0.0.1:$port/healthz" | sed -n 's/.*"size":\([0-9]*\).*/\1/p'; }

cp "$new" "$root/new.deb"
cp "$old" "$root/old.deb"
cp "$tarball" "$root/new.tar.gz"
cp "$(dirname "$0")/../../scenarios/luxian-2019.jsonl" "$root/luxian.jsonl"
[ -z "$(in_root sh -c 'command -v swift || true')" ] || fail "there is a Swift in the clean Debian"
apt update

# MARK: Installing
start=$(date +%s%N)
apt install -y --no-install-recommends /old.deb || fail "it does not install"
installed=$(date +%s%N)
serve || fail "it does not serve: $(tail -3 "$root/tmp/serve.log")"
now=$(date +%s%N)
say "installed" "$(in_root dpkg-query -W -f '${Version}' qianmo)"
say "brought along" "$(grep -h -E 'newly installed|Fetched' "$root/tmp/apt.log" | tr '\n' ' ')"
say "apt install, what it brings along included" "$(((installed - start) / 1000000)) ms"
say "first page after the begin of apt install" "$(((now - start) / 1000000)) ms"
[ $(((now - start) / 1000000)) -le 60000 ] || fail "the first page took longer than a minute"
grep -q '<html lang="zh-Hans"' "$root/tmp/page.html" || fail "that is no page of the house"
[ "$(in_root stat -c '%U %a' $data)" = 'qianmo 700' ] || fail "the folder is open"
for key in log.key installation.key; do
    in_root stat -c '%U %a' $data/keys/$key | grep -qx 'qianmo [46]00' || fail "$key is open or not there"
done
in_root test -s /lib/systemd/system/qianmo.service || fail "no unit"
in_root sh -c 'zcat /usr/share/man/man1/qianmo.1.gz | grep -q "^\.TH"' || fail "no man page"
in_root sh -c 'dpkg-query -L qianmo | grep -q "^/usr/share/doc/qianmo/copyright$"' || fail "no licence"
in_root bash -n /usr/share/bash-completion/completions/qianmo || fail "no completion"
stop
as_qianmo qianmo account admin --data $data >/dev/null
as_qianmo qianmo scenario /luxian.jsonl --data $data >/dev/null || fail "no entries"
before=$(verified)
# What whoever runs the house wrote into its settings stays through everything but a purge.
echo '# ours' >>"$root/etc/default/qianmo"

# MARK: Updating, and the way back (docs/operating.md)
in_root install -d -o qianmo -g qianmo -m 0700 /var/backups/qianmo
as_qianmo qianmo backup /var/backups/qianmo/before --data $data >/dev/null || fail "no backup before the update"
apt install -y -o Dpkg::Options::=--force-confold /new.deb || fail "the update does not install"
grep -q '"bomFormat": "CycloneDX"' "$root/usr/share/doc/qianmo/qianmo.cdx.json" || fail "no list of parts in the newer package"
serve || fail "the new one does not serve: $(tail -3 "$root/tmp/serve.log")"
say "updated" "$(in_root dpkg-query -W -f '${Version}' qianmo), $(entries) entries, schema $(curl -sf "http://127.0.0.1:$port/metrics" | sed -n 's/.*schema="\([^"]*\)".*/\1/p')"
stop
[ "$(verified)" = "$before" ] || fail "the log changed at the update: $before; $(verified)"
grep -q '^# ours$' "$root/etc/default/qianmo" || fail "the settings were lost at the update"
# Something is signed since: the way back then needs a word of whoever is responsible.
printf '{"at":"%s","by":"%s","do":"registry.registerParty","key":"package-drill","with":{"party":"newcomer","kind":"person","name":"李春","division":"%s"}}\n' \
    "$(date +%Y-%m-%dT%H:%M:%S%:z)" "$desk" "$place" >"$root/later.jsonl"
as_qianmo qianmo scenario /later.jsonl --data $data | grep -q '^1 accepted' || fail "no entry after the update"

apt install -y -o Dpkg::Options::=--force-confold --allow-downgrades /old.deb || fail "the older one does not install over the newer"
if serve; then
    stop
    way="it takes the newer store, which has no step it does not know"
else
    grep -q 'newer program' "$root/tmp/serve.log" || fail "not said why it does not serve: $(tail -3 "$root/tmp/serve.log")"
    say "the older one on the newer store" "refused: $(grep -o 'unknown migrations.*' "$root/tmp/serve.log" | cut -d. -f1)"
    as_qianmo sh -c "mkdir -m 700 $data/aside && mv $data/*.sqlite* $data/aside/"
    # While the stores are set aside a package still installs: the newer one's script says what stands in the way, and goes on.
    apt install -y -o Dpkg::Options::=--force-confold /new.deb || fail "the newer one does not install while the stores are aside"
    apt install -y -o Dpkg::Options::=--force-confold --allow-downgrades /old.deb || fail "the older one does not install while the stores are aside"
    as_qianmo qianmo restore /var/backups/qianmo/before --data $data >/dev/null || fail "the backup does not go back"
    if serve; then fail "an older store was served without a word"; fi
    grep -q 1212 "$root/tmp/serve.log" || fail "not refused with 1212: $(tail -3 "$root/tmp/serve.log")"
    as_qianmo qianmo epoch open --reason "package drill" --data $data >/dev/null || fail "no new epoch"
    way="the backup of before was put back; 1212 until a new epoch was opened"
fi
serve || fail "the older one does not serve after the way back: $(tail -3 "$root/tmp/serve.log")"
say "rolled back" "$(in_root dpkg-query -W -f '${Version}' qianmo), $(entries) entries: $way"
stop
say "verify after the way back" "$(verified)"

# MARK: Removing and purging
apt remove -y qianmo
in_root test -s $data/keys/log.key || fail "removing took the keys"
in_root sh -c "ls $data/*.sqlite >/dev/null" || fail "removing took the data"
in_root test -e /etc/default/qianmo || fail "removing took the settings"
in_root test ! -e /usr/bin/qianmo || fail "removing left the program"
say "removed" "data, keys and settings are there, the program is gone"
apt purge -y qianmo
for gone in $data /etc/default/qianmo; do in_root test ! -e $gone || fail "purging left $gone"; done
in_root sh -c '! getent passwd qianmo' >/dev/null || fail "purging left the user"
say "purged" "data, keys, settings and user are gone"

# MARK: The tarball, by hand, as docs/operating.md says
in_root tar -C / --no-same-owner --keep-directory-symlink -xzf /new.tar.gz
in_root adduser --system --group --home $data --no-create-home --quiet qianmo
in_root install -d -o qianmo -g qianmo -m 0700 $data
as_qianmo qianmo migrate --data $data >/dev/null || fail "the program of the tarball makes no store"
serve || fail "the program of the tarball does not serve: $(tail -3 "$root/tmp/serve.log")"
say "tarball" "serves, $(entries) entries"
stop
as_qianmo qianmo verify --data $data >/dev/null || fail "verify after the tarball"
for file in $(tar -tzf "$tarball" | grep -v '/$'); do in_root test -e "/${file#./}" || fail "the tarball's $file is not there"; done
say "all" "as it should be"
