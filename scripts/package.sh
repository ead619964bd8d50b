#!/usr/bin/env bash
# Makes dist/qianmo_VERSION_ARCH.deb and the same as a tarball. Needs Swift here; what it makes needs none.
# QIANMO_BINARY=path takes a program that is built already (its Swift library linked in); Package.resolved and the checkouts are then those
# of its build.
set -euo pipefail
cd "$(dirname "$0")/.."

# Debian orders versions by the commit's time; the commit itself is in the name.
version=${QIANMO_VERSION:-0.1~$(TZ=UTC git log -1 --format=%cd --date=format-local:%Y%m%d.%H%M%S).$(git rev-parse --short=8 HEAD)}
arch=$(dpkg --print-architecture)
binary=${QIANMO_BINARY:-}
if [ -z "$binary" ]; then
    swift build -c release --static-swift-stdlib --scratch-path .build/package --product qianmo
    binary=$(swift build -c release --static-swift-stdlib --scratch-path .build/package --show-bin-path)/qianmo
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/root
share=$root/usr/share

install -Dm755 "$binary" "$root/usr/bin/qianmo"
strip --strip-unneeded "$root/usr/bin/qianmo"
# Which build it is, behind the program's own bytes: --version, /healthz and /metrics read it there.
printf '\nqianmo-version %s\n' "$version" >> "$root/usr/bin/qianmo"
[ "$("$root/usr/bin/qianmo" --version)" = "$version" ] || { echo "the program does not say its version" >&2; exit 1; }
install -Dm644 deploy/qianmo.service "$root/lib/systemd/system/qianmo.service"
install -Dm644 deploy/qianmo.default "$root/etc/default/qianmo"
install -d "$share/doc/qianmo" "$share/man/man1" "$share/bash-completion/completions"
install -Dm644 deploy/qianmo-station.desktop "$share/applications/qianmo-station.desktop"
cp -r docs/*.md deploy/haproxy.cfg deploy/haproxy-tls.cfg deploy/Caddyfile deploy/alerts.yml deploy/grafana.json deploy/patroni.yml deploy/etcd.conf.yml "$share/doc/qianmo/"
cp LICENSE "$share/doc/qianmo/copyright"
# The parts it is made of, in the versions of this build.
scripts/sbom.py > "$share/doc/qianmo/qianmo.cdx.json"
scripts/man-page.py "$binary" "$version" | gzip -9n > "$share/man/man1/qianmo.1.gz"
"$binary" --generate-completion-script bash > "$share/bash-completion/completions/qianmo"
find "$root" -type d -exec chmod 755 {} +
find "$share" -type f -exec chmod 644 {} +
test -s "$share/doc/qianmo/qianmo.cdx.json"

install -d "$root/DEBIAN"
for script in postinst prerm postrm; do install -m755 "deploy/debian/$script" "$root/DEBIAN/$script"; done
echo /etc/default/qianmo > "$root/DEBIAN/conffiles"
# The Debian libraries the program is linked with, as the linker names them.
mkdir -p "$work/debian" && : > "$work/debian/control"
depends=$(cd "$work" && dpkg-shlibdeps -O --ignore-missing-info -e"$root/usr/bin/qianmo" 2>/dev/null | sed -n 's/^shlibs:Depends=//p')
[ -n "$depends" ] || { echo "dpkg-shlibdeps named no library: apt-get install dpkg-dev" >&2; exit 1; }
cat > "$root/DEBIAN/control" <<END
Package: qianmo
Version: $version
Architecture: $arch
Maintainer: The Qianmo team <maintainers@qianmo.invalid>
Installed-Size: $(du -sk --exclude=DEBIAN "$root" | cut -f1)
Depends: $depends, adduser, fonts-noto-cjk, poppler-utils, libvips-tools, util-linux, coreutils
Suggests: postgresql, haproxy, age
Section: net
Priority: optional
Description: register, exchange, books and notice board of what villages hold in common
 A server for a county, its townships and villages: collective property is registered, traded in the open, accounted for and shown to
 everyone, in one append-only log that anybody can check.
END

mkdir -p dist
deb=dist/qianmo_${version}_${arch}.deb
dpkg-deb --root-owner-group -Zxz --build "$root" "$deb" >/dev/null
tar --owner=root --group=root -C "$root" --exclude=./DEBIAN -czf "dist/qianmo_${version}_${arch}.tar.gz" .
ls -l "$deb" "dist/qianmo_${version}_${arch}.tar.gz"
