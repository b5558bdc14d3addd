# Sourced by tests/run.sh and examples/quickstart.sh: Debian packages (12 and 13), installed only
# where one is missing, by root or through sudo. `a|b` means either will do, the first one that apt
# knows is installed: package names differ between the two releases.

# Boost 1.81 or later with Boost.JSON; the default of Debian 12 is older and has none.
packages_build="g++ cmake ninja-build libboost-json1.81-dev|libboost-json-dev libfmt-dev \
libsimdjson-dev libyaml-cpp-dev libpcre2-dev libspdlog-dev libcli11-dev libedit-dev"
packages_test="catch2 pkg-config|pkgconf python3 universal-ctags"
# The browser and its Chinese font look at the site of policies.
packages_all="debootstrap dpkg-dev chromium fonts-noto-cjk clang|clang-14 libclang-rt-14-dev|libclang-rt-dev|libclang-rt-19-dev"
# The service of examples/backend; what tests it comes on top.
packages_backend="libssl-dev libsqlite3-dev libpq-dev curl ca-certificates"
packages_backend_test="python3 postgresql wrk chromium fonts-noto-cjk"
# Another architecture: the compiler and the emulator of this machine, and what .ci/arm64-root.sh
# unpacks for the programs.
packages_arm64="g++-aarch64-linux-gnu qemu-user-static cmake ninja-build"
packages_arm64_root="libstdc++-12-dev|libstdc++-14-dev libboost-json1.81-dev|libboost-json-dev \
libfmt-dev libsimdjson-dev libyaml-cpp-dev libpcre2-dev libspdlog-dev libcli11-dev libedit-dev catch2"
# The formatter and the linter are pinned to the version of Debian 12.
packages_lint="clang-format-14 clang-tidy-14"

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

is_installed() {
  [[ $(dpkg-query -W -f='${Status}' "$1" 2>/dev/null) == *" installed" ]]
}

# any_installed 'a|b'
any_installed() {
  local name
  for name in ${1//|/ }; do is_installed "$name" && return 0; done
  return 1
}

# first_known 'a|b': the first that apt can install
first_known() {
  local name
  for name in ${1//|/ }; do
    if [[ $(apt-cache policy "$name" 2>/dev/null) == *"Candidate: "[!\(]* ]]; then
      echo "$name"
      return 0
    fi
  done
  return 1
}

# install_packages NAME...: nothing but a look when all are there
install_packages() {
  local entry name missing="" found=""
  for entry in "$@"; do any_installed "$entry" || missing+=" $entry"; done
  [ -n "$missing" ] || return 0
  if ! command -v apt-get >/dev/null; then
    echo "packages needed (Debian names):$missing" >&2
    return 1
  fi
  as_root apt-get update -qq
  for entry in $missing; do
    if name=$(first_known "$entry"); then found+=" $name"; else echo "no package: $entry" >&2; return 1; fi
  done
  echo "installing:$found"
  as_root env DEBIAN_FRONTEND=noninteractive TZ=UTC LC_ALL=C.UTF-8 \
    apt-get -o Dpkg::Use-Pty=0 install -y -qq --no-install-recommends $found >/dev/null
}
