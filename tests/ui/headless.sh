#!/bin/bash
# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: headless.sh [-s WIDTHxHEIGHT] COMMAND…
# Runs a command with a screen, a session bus and a home of its own, and removes all three.
# The bus can start nothing but the accessibility bus: no portal, no settings daemon, no keyring.
# Exits 77 ("skipped" for meson) when a program that it needs is not installed.
size=1280x800
while getopts s: option; do
  case $option in
    s) size=$OPTARG ;;
    *) exit 2 ;;
  esac
done
shift $((OPTIND - 1))

for program in Xvfb dbus-run-session openbox; do
  command -v $program >/dev/null || { echo "1..0 # SKIP $program is not installed"; exit 77; }
done
bus_file=/usr/share/dbus-1/services/org.a11y.Bus.service
[ -r $bus_file ] || { echo "1..0 # SKIP at-spi2-core is not installed"; exit 77; }

home=$(mktemp -d "${TMPDIR:-/tmp}/trh-ui.XXXXXX")
mkdir -m 700 "$home/run"
mkdir -p "$home/services" "$home/config/gtk-4.0" "$home/config/openbox"
cp $bus_file "$home/services/"
cat > "$home/config/gtk-4.0/settings.ini" <<END
[Settings]
gtk-enable-animations=0
gtk-cursor-blink=0
gtk-font-name=Cantarell 11
END
cat > "$home/session.conf" <<END
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><keep_umask/><listen>unix:dir=$home/run</listen><auth>EXTERNAL</auth>
<servicedir>$home/services</servicedir>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>
END

# The server picks a free number itself and writes it: two runs never fight for one.
exec 5<>"$home/number.$$"
Xvfb -displayfd 5 -screen 0 "${size}x24" -nolisten tcp -noreset >"$home/xvfb.log" 2>&1 5>&5 &
server=$!
trap 'kill $manager $server 2>/dev/null; wait $server 2>/dev/null; rm -rf "$home"' EXIT
for _ in $(seq 200); do
  number=$(head -n1 "$home/number.$$")
  [ -n "$number" ] && break
  sleep 0.05
done
[ -n "$number" ] || { echo "1..0 # SKIP Xvfb did not start"; cat "$home/xvfb.log" >&2; exit 77; }

export DISPLAY=":$number" XDG_RUNTIME_DIR="$home/run" HOME="$home"
export XDG_CACHE_HOME="$home/cache" XDG_CONFIG_HOME="$home/config" XDG_DATA_HOME="$home/data" XDG_STATE_HOME="$home/state"
export GDK_BACKEND=x11 GSK_RENDERER=cairo GTK_A11Y=atspi LIBGL_ALWAYS_SOFTWARE=1 GIO_USE_VFS=local NO_AT_BRIDGE=0
export GSETTINGS_BACKEND="${GSETTINGS_BACKEND:-memory}" LC_ALL="${LC_ALL:-C.UTF-8}"
unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS

# Keys for what French has and the keyboard has not: else xdotool changes the keyboard while it types, and the
# program reads a key of the old one.
letters=(eacute,Eacute egrave,Egrave ecircumflex,Ecircumflex agrave,Agrave ccedilla,Ccedilla ocircumflex,Ocircumflex
  icircumflex,idiaeresis ugrave,ucircumflex acircumflex,oe ediaeresis,Idiaeresis
  rightsinglequotemark,ellipsis leftdoublequotemark,rightdoublequotemark)
keys=
for i in "${!letters[@]}"; do
  keys+=" key <FK$((13 + i))> { [ ${letters[i]} ] };"
done
setxkbmap -layout us -print | sed "s|xkb_symbols *{ include \"[^\"]*\"|&$keys|" | xkbcomp -w0 - "$DISPLAY"

openbox >"$home/openbox.log" 2>&1 &
manager=$!
for _ in $(seq 100); do # until the window manager answers
  xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q window && break
  sleep 0.05
done
# The bus and what it starts speak to a log, the command speaks to us.
dbus-run-session --config-file="$home/session.conf" -- bash -c '"$@" >&3 2>&4 3>&- 4>&-' command "$@" \
  3>&1 4>&2 >"$home/bus.log" 2>&1
