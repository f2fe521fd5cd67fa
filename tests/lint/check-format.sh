#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check-format.sh ROOT   whether every C file is as clang-format 14 writes it. Prints TAP.
# Another version would format differently, so without that one the test is skipped.
# To mend: clang-format-14 -i FILE
set -u
cd "$1" || exit 1
if ! command -v clang-format-14 > /dev/null; then
  echo "1..0 # SKIP clang-format-14 is not installed"
  exit 0
fi
echo "1..1"
if out=$(find src tests -name '*.[ch]' -print0 | xargs -0 -r -n 40 -P 2 clang-format-14 --dry-run -Werror 2>&1); then
  echo "ok 1 format"
else
  echo "not ok 1 format"
  grep -E '^[^ ]+:[0-9]+:[0-9]+: error' <<< "$out" | sed 's/^/# /' | sort -u -t: -k1,1
  exit 1
fi
