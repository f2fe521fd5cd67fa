#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# gui-session.sh COMMAND [ARGUMENT...]
#
# Runs COMMAND in a desktop session of its own: an X server without a screen, a session bus, an
# accessibility bus, an empty home and a window manager. Nothing of the caller's session is read
# or changed, and nothing stays behind. The exit status is COMMAND's.
#
# Environment:
#   WM        window manager: openbox (default, fast), metacity (composites: shadows and round
#             corners, for pictures), none (enough for tests inside one process)
#   SCREEN    size of the screen, 1280x900x24
#   GTK_A11Y  atspi (default: the real accessibility tree), test (what gtk_test_accessible_* reads)
#   ANIMATE   1 lets GTK animate; without it nothing moves and nothing has to be waited for
#   GTK_INI   further lines for GTK's settings.ini
#   KEEP      anything: leave the session's folder where it is and say where
#
# Why each thing is as it is:
#  - The bus gets a configuration whose only service is the accessibility bus. A plain
#    dbus-run-session starts whatever the machine offers: portals, a keyring, a notification daemon.
#  - The home and the XDG folders are set before the bus starts, since its services inherit them.
#  - gl-disable keeps GTK from loading Mesa, which is slow to start and shows up as leaks.
#  - Without an XSETTINGS manager dialogs would take the window manager's title bar, unlike under
#    GNOME: hence gtk-dialogs-use-header.
#  - The bus's services print to standard output. Only COMMAND may write there (through
#    descriptor 9), or a TAP stream would be broken.
set -u

for tool in Xvfb dbus-run-session xprop; do
  command -v "$tool" > /dev/null || { echo "gui-session.sh: $tool is missing; tests/packages names what to install." >&2; exit 97; }
done
[ $# -gt 0 ] || { echo "usage: gui-session.sh COMMAND [ARGUMENT...]" >&2; exit 97; }

base=$(mktemp -d -t mull-session.XXXXXX) || exit 99
mkdir -p "$base"/{home,run,config/gtk-4.0,data,cache,state,services}
chmod 700 "$base/run"

server=
finish() {
  [ -z "$server" ] || { kill "$server"; wait "$server"; } 2> /dev/null
  if [ -n "${KEEP:-}" ]; then
    echo "gui-session.sh: kept $base" >&2
  else
    rm -rf "$base"
  fi
}
trap finish EXIT
trap 'exit 143' TERM INT HUP

export HOME=$base/home XDG_RUNTIME_DIR=$base/run XDG_SESSION_TYPE=x11
export XDG_CONFIG_HOME=$base/config XDG_DATA_HOME=$base/data XDG_CACHE_HOME=$base/cache XDG_STATE_HOME=$base/state
unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS NO_AT_BRIDGE XDG_CURRENT_DESKTOP SESSION_MANAGER
export GDK_BACKEND=x11 GSK_RENDERER=cairo GDK_DEBUG=gl-disable
export GSETTINGS_BACKEND=${GSETTINGS_BACKEND:-memory} GTK_A11Y=${GTK_A11Y:-atspi} LC_ALL=${LC_ALL:-C.UTF-8}

printf '[Settings]\ngtk-dialogs-use-header=1\ngtk-enable-animations=%s\n%s\n' "${ANIMATE:-0}" "${GTK_INI:-}" \
  > "$XDG_CONFIG_HOME/gtk-4.0/settings.ini"

cp /usr/share/dbus-1/services/org.a11y.Bus.service "$base/services/" 2> /dev/null
cat > "$base/bus.conf" <<CONF
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=$base/run</listen>
  <auth>EXTERNAL</auth>
  <servicedir>$base/services</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
CONF

# The server picks a free number itself and writes it to descriptor 6: no race between sessions.
mkfifo "$base/display"
exec 6<> "$base/display"
Xvfb -displayfd 6 -screen 0 "${SCREEN:-1280x900x24}" -nolisten tcp -noreset 2> "$base/xvfb.log" &
server=$!
read -r -t 20 -u 6 number || { cat "$base/xvfb.log" >&2; echo "gui-session.sh: Xvfb did not start." >&2; exit 98; }
exec 6>&-
export DISPLAY=:$number

# Runs inside the bus: the window manager first, COMMAND when it answers.
inside='
  manager=
  if [ "${WM:-openbox}" != none ]; then
    ${WM:-openbox} > /dev/null 2>&1 9>&- &
    manager=$!
    for i in $(seq 200); do
      xprop -root _NET_SUPPORTING_WM_CHECK 2> /dev/null | grep -q "window id" && break
      sleep 0.05
    done
  fi
  "$@" >&9 9>&-
  status=$?
  [ -z "$manager" ] || kill "$manager" 2> /dev/null
  exit $status'

dbus-run-session --config-file="$base/bus.conf" -- bash -c "$inside" gui-session "$@" \
  9>&1 > /dev/null 2> >(grep -v -e '^dbus-daemon' -e '^X connection to' >&2)
