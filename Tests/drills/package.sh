#!/usr/bin/env bash
# package.sh NEW.deb [OLD.deb]: on a clean Debian 12 without Swift (debootstrap, root, the network) the package installs, serves its
# first page, is updated from OLD and rolled back to it, keeps its data when removed and takes it when purged.
set -euo pipefail
new=$(realpath "$1")
old=$(realpath "${2:-$1}")
base=${QIANMO_CHROOT:-/var/tmp/qianmo-debian12}
[ -d "$base/usr" ] || debootstrap --variant=minbase --include=ca-certificates,curl bookworm "$base" http://deb.debian.org/debian >/dev/null
root=$(mktemp -d /var/tmp/qianmo-package.XXXXXX)
cp -a "$base/." "$root/"
cp /etc/resolv.conf "$root/etc/resolv.conf"
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
server=
finish() {
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
    umount "$root/dev" "$root/proc"
    rm -rf "$root"
}
trap finish EXIT
in_root() { chroot "$root" env DEBIAN_FRONTEND=noninteractive PATH=/usr/sbin:/usr/bin:/sbin:/bin "$@"; }
port=18$((RANDOM % 900 + 100))

# serve: as the unit does it, without systemd; answers when the first page is there.
serve() {
    in_root runuser -u qianmo -- /usr/bin/qianmo serve --data /var/lib/qianmo --port "$port" >"$root/tmp/serve.log" 2>&1 &
    server=$!
    for _ in $(seq 1 300); do
        curl -sf -o "$root/tmp/page.html" "http://127.0.0.1:$port/" && return
        sleep 0.1
    done
    cat "$root/tmp/serve.log" >&2
    echo "no page within 30 s" >&2
    exit 1
}
stop() {
    pkill -TERM -P "$server" || true
    wait "$server" 2>/dev/null || true
    server=
}
say() { printf '%-46s %s\n' "$1" "$2"; }

cp "$new" "$root/new.deb"
cp "$old" "$root/old.deb"
[ -z "$(in_root sh -c 'command -v swift || true')" ]
in_root apt-get update -qq
start=$(date +%s)
in_root apt-get install -y -qq --no-install-recommends /old.deb >"$root/tmp/install.log" 2>&1 || { cat "$root/tmp/install.log"; exit 1; }
serve
say "first page after apt install" "$(($(date +%s) - start)) s"
grep -q '<html lang="zh-Hans"' "$root/tmp/page.html"
in_root stat -c '%U %a' /var/lib/qianmo | grep -qx 'qianmo 700'
in_root stat -c '%U %a' /var/lib/qianmo/keys/log.key 2>/dev/null | grep -q '^qianmo [46]00$' || in_root ls -l /var/lib/qianmo/keys
stop
in_root runuser -u qianmo -- qianmo account admin --data /var/lib/qianmo >/dev/null
before=$(in_root runuser -u qianmo -- qianmo verify --data /var/lib/qianmo | tail -1)
in_root test -s /usr/share/man/man1/qianmo.1.gz
in_root bash -n /usr/share/bash-completion/completions/qianmo

in_root apt-get install -y -qq --allow-downgrades /new.deb >/dev/null 2>&1
serve && stop
say "updated" "$(in_root dpkg-query -W -f '${Version}' qianmo)"
in_root apt-get install -y -qq --allow-downgrades /old.deb >/dev/null 2>&1
serve && stop
say "rolled back" "$(in_root dpkg-query -W -f '${Version}' qianmo)"
after=$(in_root runuser -u qianmo -- qianmo verify --data /var/lib/qianmo | tail -1)
[ "$before" = "$after" ] || { echo "the log changed: $before; $after" >&2; exit 1; }

in_root apt-get remove -y -qq qianmo >/dev/null 2>&1
in_root test -d /var/lib/qianmo/keys
say "removed" "data and keys are there"
in_root apt-get purge -y -qq qianmo >/dev/null 2>&1
in_root test ! -e /var/lib/qianmo
in_root sh -c '! getent passwd qianmo' >/dev/null
say "purged" "data, keys and user are gone"
