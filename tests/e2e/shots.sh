#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# shots.sh BUILD OUT [NAME [ACTION [PARAMETER]]]
#
# Pictures of the program in every look: light, dark, high contrast (light and dark), large text
# (200 %), narrow (360 px), middle (960 px), wide (1600 px), German, Arabic (right to left). NAME
# (board) begins the files' names; ACTION with its PARAMETER, an action of the application, opens
# what is to be seen.
#
# With the sample pipeline on a fixed day, the fonts of tests/packages and metacity, which draws
# shadows and round corners. Environment: MULL_PROGRAM, MULL_NOW, LOOKS (names of some looks only).
set -u
build=$(realpath "$1") here=$(dirname "$(realpath "$0")")
mkdir -p "$2"
out=$(realpath "$2") name=${3:-board}
shift 2; [ $# -eq 0 ] || shift

"$here/../install-packages" gui check pictures run || exit 1
export MULL_PROGRAM=${MULL_PROGRAM:-$build/src/mulligan} MULL_NOW=${MULL_NOW:-2026-03-02T09:00}
export GSETTINGS_SCHEMA_DIR=$build/ui MULLIGAN_LOCALE_DIR=$build/po
export WM=metacity SCREEN=1640x1000x24 GSETTINGS_BACKEND=keyfile GTK_INI='gtk-font-name=Cantarell 11'

scratch=$(mktemp -d -t mull-shots.XXXXXX)
trap 'rm -rf "$scratch"' EXIT

"$here/../make-locales" "$scratch/locales" || exit 1
export LOCPATH=$scratch/locales

# Only these fonts, so that pictures do not differ from machine to machine.
cat > "$scratch/fonts.conf" <<CONF
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts/opentype/cantarell</dir>
  <dir>/usr/share/fonts/truetype/dejavu</dir>
  <include ignore_missing="yes">/etc/fonts/conf.d</include>
  <match target="pattern">
    <test name="family"><string>sans-serif</string></test>
    <edit name="family" mode="prepend" binding="strong"><string>Cantarell</string></edit>
  </match>
  <cachedir>$scratch/fontcache</cachedir>
</fontconfig>
CONF
export FONTCONFIG_FILE=$scratch/fonts.conf

mkdir "$scratch/sample"
"$MULL_PROGRAM" --data-dir "$scratch/sample" --now "$MULL_NOW" demo > /dev/null || exit 1

# look NAME DPI WIDTH   one picture; the rest of the look is in the environment
look() {
  [[ -z "${LOOKS:-}" || " $LOOKS " == *" $1 "* ]] || return 0
  local picture=$out/$name-$1.png data=$scratch/data-$1
  cp -r "$scratch/sample" "$data"
  "$here/../gui-session.sh" bash -c '
    echo "Xft.dpi: $1" | xrdb -merge
    [ "$2" = 0 ] || gsettings set org.mulliganapp.Mulligan window-width "$2"
    shift 2
    exec "$@"' look "$2" "$3" "$build/tests/e2e/shot" "$data" "$picture" "${@:4}" > "$scratch/log" 2>&1 || {
      echo "shots.sh: no picture of $1" >&2
      cat "$scratch/log" >&2
      status=1
      return
    }
  ! command -v convert > /dev/null || convert "$picture" -trim +repage "$picture"
  echo "$picture"
}

status=0
look light 96 0 "$@"
ADW_DEBUG_COLOR_SCHEME=prefer-dark look dark 96 0 "$@"
ADW_DEBUG_HIGH_CONTRAST=1 look contrast 96 0 "$@"
ADW_DEBUG_HIGH_CONTRAST=1 ADW_DEBUG_COLOR_SCHEME=prefer-dark look contrast-dark 96 0 "$@"
look large 192 0 "$@"
look narrow 96 360 "$@"
look middle 96 960 "$@"
look wide 96 1600 "$@"
LC_ALL=de_DE.UTF-8 look de 96 0 "$@"
LC_ALL=ar_EG.UTF-8 look ar 96 0 "$@"
exit $status
