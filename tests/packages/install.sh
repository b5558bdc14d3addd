#!/usr/bin/env bash
# Makes the Debian packages of a shared build, installs them into a bare Debian of the same release and
# uses each: the command with its rules and man page, the library from a C program, the removal.
# Needs root, debootstrap and dpkg-dev. SUDUI_DEBIAN_ROOT: a bare root to copy, else one is made.
# usage: install.sh BUILD_FOLDER
set -euo pipefail
cd "$(dirname "$0")/../.."
build=$(realpath "$1")
suite=$(. /etc/os-release && echo "$VERSION_CODENAME")
scratch=$(mktemp -d)
root=$scratch/root
cleanup() {
  for d in proc dev; do mountpoint -q "$root/$d" && umount "$root/$d"; done
  rm -rf --one-file-system "$scratch"
}
trap cleanup EXIT

rm -rf "$build/packages"
(cd "$build" && cpack -G DEB -B packages >"$scratch/cpack.log" 2>&1) || { cat "$scratch/cpack.log"; exit 1; }
ls -l "$build"/packages/*.deb
for name in libsudui1 libsudui-dev sudui; do
  file=$(echo "$build"/packages/"${name}"_*.deb)
  [ "$(dpkg-deb --field "$file" Package)" = "$name" ] || { echo "no package $name"; exit 1; }
  # Whatever is in a package stands under /usr.
  dpkg-deb --contents "$file" | awk '{print $6}' >"$scratch/contents"
  grep -q "usr/share/doc/$name/copyright" "$scratch/contents" || { echo "$name has no licence"; exit 1; }
  if grep -vE '^\./(usr/.*)?$' "$scratch/contents"; then exit 1; fi
done

if [ -n "${SUDUI_DEBIAN_ROOT:-}" ]; then
  cp -a "$SUDUI_DEBIAN_ROOT" "$root"
else
  debootstrap --variant=minbase "$suite" "$root" >"$scratch/debootstrap.log"
fi
cp -L /etc/resolv.conf /etc/hosts "$root/etc/"
cp -a /etc/apt/apt.conf.d/. "$root/etc/apt/apt.conf.d/" 2>/dev/null || true
for d in proc dev; do mount --bind "/$d" "$root/$d"; done
mkdir "$root/work"
cp "$build"/packages/*.deb tests/c/c_api.c examples/companies/gazelle-manufacturer.json "$root/work"
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive sh -ec "cd /work; $*"; }

inside "apt-get update -qq; apt-get install -y -qq --no-install-recommends ./sudui_*.deb ./libsudui1_*.deb >/dev/null"
inside "sudui --version; sudui list --as-of 2023-12-31 --lang en >list; grep national/small-low-profit list"
inside "sudui match gazelle-manufacturer.json --as-of 2021-12-31 --lang en" >"$scratch/answer"
grep -F "1,310,000.00" "$scratch/answer"
inside "test -s /usr/share/man/man1/sudui.1* && test -s /usr/share/man/zh_CN/man1/sudui.1*"
inside "apt-get install -y -qq --no-install-recommends ./libsudui-dev_*.deb gcc libc6-dev >/dev/null"
inside "gcc -std=c99 -Wall -Werror c_api.c -lsudui -o c_api && ./c_api /usr/share/sudui/rules"
inside "apt-get remove -y -qq sudui libsudui1 libsudui-dev >/dev/null; ! ls /usr/bin/sudui /usr/lib/*/libsudui* /usr/share/sudui /usr/include/sudui 2>/dev/null"
echo "packages: installed, used and removed in a bare $suite"
