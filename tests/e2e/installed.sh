#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# installed.sh BUILD JOURNEY   installs what is built into a folder of its own and goes on a journey
# with it, from somewhere else, knowing only what a desktop knows: where the shared data is.
set -u
build=$(realpath "$1") journey=$(realpath "$2")
session=$(dirname "$(dirname "$(realpath "$0")")")/gui-session.sh
root=$(mktemp -d -t mull-installed.XXXXXX)
trap 'rm -rf "$root"' EXIT
n=0 failed=0

check() {
  local what=$1; shift
  n=$((n + 1))
  if "$@"; then echo "ok $n $what"; else echo "not ok $n $what"; failed=1; fi
}

DESTDIR=$root meson install -C "$build" --no-rebuild --quiet > "$root.log" 2>&1 || { cat "$root.log"; exit 1; }
rm -f "$root.log"
program=$(find "$root" -path '*/bin/mulligan')
prefix=${program%/bin/mulligan}
share=$prefix/share
id=org.mulliganapp.Mulligan

for file in "applications/$id.desktop" "metainfo/$id.metainfo.xml" "glib-2.0/schemas/$id.gschema.xml" \
  "icons/hicolor/scalable/apps/$id.svg" "icons/hicolor/symbolic/apps/$id-symbolic.svg" \
  "dbus-1/services/$id.service" locale/de/LC_MESSAGES/mulligan.mo man/man1/mulligan.1; do
  check "$file is installed" test -s "$share/$file"
done

# What the session bus starts is there, and understands how it is started.
exec_line=$(sed -n 's/^Exec=//p' "$share/dbus-1/services/$id.service")
check "the service names the program" test "$root${exec_line%% *}" = "$program"
check "and starts it as a service" test "${exec_line#* }" = --gapplication-service

glib-compile-schemas --strict "$share/glib-2.0/schemas"
export XDG_DATA_DIRS=$share:/usr/local/share:/usr/share
unset GSETTINGS_SCHEMA_DIR
cd /

# As a package would have it: its own place for translations stands in the program.
german() { LC_ALL=C.UTF-8 LANGUAGE=de MULLIGAN_LOCALE_DIR=$share/locale "$program" --help | grep -q Befehl; }
check "it speaks German" german

MULL_PROGRAM=$program "$session" "$journey" --tap -k > "$root/journey" 2>&1
check "the journey is gone with what was installed" test $? = 0
[ $failed = 0 ] || sed 's/^/# /' "$root/journey"
echo "1..$n"
exit $failed
