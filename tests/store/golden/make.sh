#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# make.sh DRIVER VERSION   writes version-VERSION.sql and version-VERSION.digest beside this script
#
# Run it once for each schema version, with the store driver (tests/store) of the release that brings
# it; what it wrote is never changed after that release.
set -eu
driver=$1
version=$2
here=$(dirname "$0")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
seq 1 60 | "$driver" "$folder" >"$folder/report"
{
  echo '-- SPDX-License-Identifier: GPL-3.0-or-later'
  echo 'PRAGMA application_id = 1297435719;'
  echo "PRAGMA user_version = $version;"
  sqlite3 "$folder/mulligan.db" .dump
} >"$here/version-$version.sql"
tail -n 1 "$folder/report" | cut -d ' ' -f 2 >"$here/version-$version.digest"
