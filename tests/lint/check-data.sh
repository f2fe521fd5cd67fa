#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check-data.sh ROOT BUILD   what can be said about the data files without starting the program:
# launcher, metainfo, settings, templates, translations, icons, man page. Prints TAP.
# A check whose tool is not installed is skipped.
set -u
root=$1 build=$2
id=org.mulliganapp.Mulligan
number=0 status=0

# check NAME TOOL [ARGUMENT...]   one test: the tool says yes
check() {
  local name=$1 out; shift
  number=$((number + 1))
  if ! type "$1" > /dev/null 2>&1; then
    echo "ok $number $name # SKIP $1 is not installed"
  elif out=$("$@" 2>&1); then
    echo "ok $number $name"
  else
    echo "not ok $number $name"
    sed 's/^/# /' <<< "$out"
    status=1
  fi
}

schema_compiles() { glib-compile-schemas --strict --dry-run "$root/ui/desktop"; }
# A period that is listed in the templates but not given to a translator would be a silent hole.
translation() { msgfmt --check --check-accelerators=_ -o /dev/null "$1"; }
# Each language of LINGUAS has a file, and the other way round.
linguas() {
  diff <(grep -v '^#' "$root/po/LINGUAS" | tr ' ' '\n' | sed '/^$/d' | sort) \
    <(cd "$root/po" && ls ./*.po | sed 's,^\./,,; s,\.po$,,' | sort)
}
manual() { [ -z "$(man --warnings -E UTF-8 -l -Tutf8 -Z "$1" 2>&1 > /dev/null)" ]; }
# Symbolic icons are painted in one colour by GTK, which knows fills of these shapes only.
symbolic() {
  xmllint --noout "$1" || return 1
  ! grep -nE '<(line|polyline|polygon|ellipse|text|image|use|style|linearGradient|radialGradient|filter)\b|stroke(-[a-z]+)?=|style=' "$1" ||
    return 1
  [ "$(grep -o 'fill="#[^"]*"' "$1" | sort -u | wc -l)" -le 1 ]
}
launcher_icon() { grep -qx "Icon=$id" "$build/ui/$id.desktop"; }
one_summary() {
  [ "$(sed -n 's/^Comment=//p' "$build/ui/$id.desktop")" = "$(xmllint --xpath 'string(/component/summary[not(@*)])' "$build/ui/$id.metainfo.xml")" ]
}
one_version() {
  [ "$(sed -n "s/^ *version: '\(.*\)',$/\1/p" "$root/meson.build" | head -1)" = "$(xmllint --xpath 'string(/component/releases/release[1]/@version)' "$build/ui/$id.metainfo.xml")" ]
}

check desktop-file desktop-file-validate "$build/ui/$id.desktop"
check desktop-icon launcher_icon
check metainfo appstreamcli validate --no-net "$build/ui/$id.metainfo.xml"
check metainfo-relaxed appstream-util validate-relax --nonet "$build/ui/$id.metainfo.xml"
check metainfo-summary one_summary
check metainfo-version one_version
check schema schema_compiles
check schema-form xmllint --noout --dtdvalid /usr/share/glib-2.0/schemas/gschema.dtd "$root/ui/desktop/$id.gschema.xml"
check resources xmllint --noout "$root/ui/mulligan.gresource.xml"
# gtk4-builder-tool knows no type of libadwaita: the grammar for the form, and the widget tests,
# which make every template, for the meaning.
while read -r file; do
  check "template ${file#"$root/"}" xmllint --noout --relaxng /usr/share/gtk-4.0/gtk4builder.rng "$file"
done < <(find "$root/ui" -name '*.ui' | sort)
check linguas linguas
for file in "$root"/po/*.po; do
  check "translation $(basename "$file")" translation "$file"
done
while read -r file; do
  check "icon ${file#"$root/icons/"}" symbolic "$file"
done < <(find "$root/icons" -name '*-symbolic.svg' | sort)
check "icon $id" xmllint --noout "$root/icons/hicolor/scalable/apps/$id.svg"
check manual manual "$root/ui/desktop/mulligan.1"
echo "1..$number"
exit $status
