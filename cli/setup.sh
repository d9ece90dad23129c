#!/bin/sh
# Makes the program ready: installs what is missing with apt-get, configures and builds. Both cli/try.sh and tests/run.sh
# begin with it, so there is one way to set up.
#
#   sh cli/setup.sh [TARGET]        TARGET: onrecord (the program alone) or all (the tests too); all unless said
#
# Builds build/release; the program is build/release/cli/onrecord. Asks for nothing and may be run again at any time.
set -eu
cd "$(dirname "$0")/.."

# What Debian 12 and 13 call what the build needs.
packages="g++ cmake ninja-build pkg-config libsqlitecpp-dev libsqlite3-dev libre2-dev libcli11-dev libfmt-dev libicu-dev
  libsimdjson-dev libxml2-dev libcurl4-openssl-dev zlib1g-dev libzstd-dev libxxhash-dev libssl-dev catch2"

say() { printf '%s\n' "$*" >&2; }

install_missing() {
  missing=
  for package in $packages; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing="$missing $package"
  done
  [ -n "$missing" ] || return 0
  say "Missing, and now installed with apt-get:$missing"
  as_root=
  if [ "$(id -u)" != 0 ]; then
    if ! command -v sudo >/dev/null; then
      say "That takes root, and there is no sudo. Ask someone who may to run:"
      say "  apt-get install$missing"
      exit 1
    fi
    as_root=sudo
  fi
  # The lists may be missing or too old to be of use; a failing update is no reason not to try.
  $as_root apt-get update -qq || say "apt-get update failed; trying with the lists that are there"
  if ! $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >build/apt.log 2>&1; then
    tail -n 20 build/apt.log >&2
    say "apt-get could not install them; the lines above (all: build/apt.log) say why."
    exit 1
  fi
}

mkdir -p build
if command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; then
  install_missing
else
  say "There is no apt-get here, so nothing is installed. The build needs a C++20 compiler (g++ 12 or later), cmake 3.25,"
  say "ninja, pkg-config, and the development files of SQLiteCpp 3.2, SQLite 3.40, RE2, CLI11 2.1, fmt 9, ICU 72,"
  say "simdjson 3, libxml2, libcurl, zlib, zstd, xxHash, OpenSSL 3 and Catch2. Where they are installed, it goes on."
fi

if ! cmake --preset release -DONRECORD_WERROR="${ONRECORD_WERROR:-OFF}" >build/configure.log 2>&1; then
  tail -n 20 build/configure.log >&2
  say "cmake could not configure the build; the lines above (all: build/configure.log) say what is missing."
  exit 1
fi
if [ -t 2 ]; then
  cmake --build --preset release --target "${1:-all}" >&2
elif ! cmake --build --preset release --target "${1:-all}" >build/build.log 2>&1; then
  tail -n 60 build/build.log >&2
  say "The build failed; the lines above (all: build/build.log) say where."
  exit 1
fi
