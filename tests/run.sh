#!/bin/sh
# Every test: sets up as cli/try.sh does, builds, and runs them all. The last lines are ctest's count.
#
#   sh tests/run.sh
set -eu
cd "$(dirname "$0")/.."
sh cli/setup.sh all
exec ctest --preset release -j "$(nproc)"
