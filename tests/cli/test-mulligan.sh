#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# test-mulligan.sh PROGRAM   the program itself on the command line, without a display or a bus. Prints TAP.
program=$(realpath "$1") || exit 1
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS
export XDG_RUNTIME_DIR="$folder" HOME="$folder"
n=0

# check STATUS NAME ARGUMENT…   runs it; standard output and error are left in $folder.
check() {
  local want=$1 name=$2
  shift 2
  (cd "$folder" && "$program" --data-dir "$folder/data" --now 2026-03-04T10:00 "$@" > out 2> err)
  local got=$?
  n=$((n + 1))
  if [ "$got" = "$want" ]; then
    echo "ok $n $name"
  else
    echo "not ok $n $name # status $got instead of $want"
    sed 's/^/# /' "$folder/out" "$folder/err"
  fi
}

# see NAME FILE PATTERN   looks at what the last one left.
see() {
  n=$((n + 1))
  if grep -q -e "$3" "$folder/$2"; then
    echo "ok $n $1"
  else
    echo "not ok $n $1"
    sed 's/^/# /' "$folder/$2"
  fi
}

# see_none NAME   there is no data yet, and no folder for it.
see_none() {
  n=$((n + 1))
  if [ ! -e "$folder/data" ]; then
    echo "ok $n $1"
  else
    echo "not ok $n $1 # $(ls -A "$folder/data")"
  fi
}

# explained WHERE   what it says of itself, whatever lies where the data would be.
explained() {
  check 0 "help $1" help
  see "lists the commands" out "^  board "
  check 0 "help with a command $1" help list
  see "says how it is used" out "^Usage: mulligan list"
  check 0 "--help of a command $1" list --help
  see "says the same" out "^Usage: mulligan list"
  check 2 "help with an unknown command $1" help frobnicate
  see "says so" err "no such command"
  check 2 "unknown option $1" list deals --frobnicate
  see "names it" err "frobnicate"
  check 2 "too little $1" move 1
  check 2 "unknown command $1" frobnicate
}

explained "without data"
see_none "makes no data"
mkdir "$folder/data"
echo "This is somebody's letter." > "$folder/data/mulligan.db"
explained "beside a foreign file"
n=$((n + 1))
if [ "$(ls -A "$folder/data")" = mulligan.db ]; then
  echo "ok $n nothing has come to it"
else
  echo "not ok $n nothing has come to it # $(ls -A "$folder/data")"
fi
check 1 "where it does need data the file is refused" board
rm -r "$folder/data"
check 0 "empty board" board
check 0 "demo" demo
check 1 "demo again" demo
see "says why" err "already"
check 0 "board" board
see "has columns" out "Qualify: "
check 0 "list as CSV" list deals --csv
see "id comes first" out "^id,title,"
check 0 "add" add deal 'R&D <b>"Süd"</b> %s %n' --value 12.50 --currency EUR
check 0 "show" show 'R&D <b>'
see "the title is as it was typed" out 'R&D <b>"Süd"</b> %s %n'
check 0 "state" state 'R&D <b>'
see "begins with the state" out "^never heard 2026-03-04$"
check 0 "script" script do-over 1
see "has beats" out "^1\. "
check 0 "brief" brief 1 -o brief.pdf
see "is a PDF" brief.pdf "%PDF-"
check 1 "no such folder" brief 1 -o missing/brief.pdf
see "names the file" err "missing/brief.pdf"
check 0 "export" export deals.csv
see "has a header" deals.csv "^id,title,"
check 0 "undo" undo
check 1 "what was undone is gone" show 'R&D <b>'
check 0 "redo" redo
check 0 "check" check --digest
see "has digests" out "^deal 41 "
check 2 "unknown command" frobnicate
see "names it" err "frobnicate"
check 2 "unknown option" list deals --frobnicate
check 2 "usage" move 1
check 0 "help" help
printf 'garbage in the header of it' | dd of="$folder/data/mulligan.db" conv=notrunc 2>/dev/null
check 1 "check says that it is damaged" check
check 0 "repair says what can be saved" repair --list
see "first of all a repaired copy" out "^1  Repaired copy: "
see "at the end an empty one" out "Start empty"
check 2 "no such number" repair 17
check 0 "repair takes what loses nothing" repair
see "says where the damaged file is" out "damaged"
check 0 "nothing was lost" check --digest
see "every deal is there" out "^deal 41 "
n=$((n + 1))
if [ "$(find "$folder/data" \( -type f -perm /077 -o -type d -perm /077 \) | wc -l)" = 0 ]; then
  echo "ok $n nobody else may read the data"
else
  echo "not ok $n nobody else may read the data"
fi

# at_home NAME STATUS VARIABLE…   adds a deal with these variables instead of a folder that is named.
at_home() {
  local name=$1 want=$2
  shift 2
  (cd "$folder" && mkdir -p cwd && cd cwd && env -u HOME -u XDG_DATA_HOME "$@" "$program" add deal Valve > ../out 2> ../err)
  local got=$?
  n=$((n + 1))
  if [ "$got" = "$want" ] && [ -z "$(ls -A "$folder/cwd")" ]; then
    echo "ok $n $name"
  else
    echo "not ok $n $name # status $got instead of $want, here: $(ls -A "$folder/cwd")"
    sed 's/^/# /' "$folder/out" "$folder/err"
  fi
}

at_home "no home, but a folder for data" 0 XDG_DATA_HOME="$folder/share"
at_home "a name of four bytes" 0 XDG_DATA_HOME="$folder/$(printf '\360\237\217\214') golf"
n=$((n + 1))
if [ "$(find "$folder" -path '*golf/mulligan/mulligan.db' -perm 600 | wc -l)" = 1 ]; then
  echo "ok $n the data is in it, for the user alone"
else
  echo "not ok $n the data is in it, for the user alone"
fi
# Nobody can make a folder there, not even root.
at_home "a home that cannot be" 1 HOME=/proc/self/none
see "says which folder it is" err "/proc/self/none/.local/share/mulligan"
at_home "a folder that is relative is none" 1 HOME=/proc/self/none XDG_DATA_HOME=data
at_home "an empty folder is none" 1 HOME=/proc/self/none XDG_DATA_HOME=
ln -s "$folder/share" "$folder/linked"
at_home "a folder that is a link" 0 XDG_DATA_HOME="$folder/linked"
(cd "$folder" && XDG_DATA_HOME="$folder/share" "$program" list deals > out 2> err)
n=$((n + 1))
if [ "$(grep -c Valve "$folder/out")" = 2 ]; then
  echo "ok $n it is the same data"
else
  echo "not ok $n it is the same data"
  sed 's/^/# /' "$folder/out" "$folder/err"
fi
echo "1..$n"
