#!/usr/bin/env bash
# .ci/arm64-root.sh FOLDER: what a program for 64-bit Arm is built with and runs on, unpacked into a
# folder: Debian's packages and all that they depend on.
#
# Several -dev packages (catch2, simdjson, yaml-cpp) cannot be installed for two architectures at a
# time, so apt gets a state of its own in the folder, with arm64 as its only architecture, and nothing
# of the machine's packages changes. Nothing is configured: scripts of packages are not run.
set -euo pipefail
. "$(dirname "$0")/packages.sh"
root=$(realpath -m "$1")
[ -e "$root/complete" ] && exit 0

state="$root/apt"
rm -rf "$root"
mkdir -p "$state"/{lists,cache/archives}/partial
: >"$state/status"

# The sources and keys are the machine's.
arm_apt() {
  apt-get -qq -o APT::Architecture=arm64 -o APT::Architectures=arm64 -o APT::Sandbox::User=root \
    -o Dir::State="$state" -o Dir::State::status="$state/status" -o Dir::Cache="$state/cache" "$@"
}

# chosen 'a|b': the first that there is
chosen() {
  local name
  for name in ${1//|/ }; do
    arm_apt -s install "$name" >/dev/null 2>&1 && echo "$name" && return 0
  done
  echo "no package for arm64: $1" >&2
  return 1
}

arm_apt update
names=()
for entry in $packages_arm64_root; do names+=("$(chosen "$entry")"); done
arm_apt install --download-only -y --no-install-recommends "${names[@]}"
for each in "$state"/cache/archives/*.deb; do dpkg-deb -x "$each" "$root"; done
# Links to absolute places, as in a system of its own, lead back into the folder.
find "$root" -type l -lname '/*' -printf '%p %l\n' | while read -r link target; do
  ln -sfn "$(realpath -ms --relative-to="$(dirname "$link")" "$root$target")" "$link"
done
rm -rf "$state"
touch "$root/complete"
