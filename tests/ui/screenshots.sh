#!/bin/bash
# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: screenshots.sh FOLDER [PAGE…]
# Opens the sample season on each page, light and dark, on a screen of its own, and writes what it shows.
# The program is the first `transhumances` of PATH: meson devenv -C _build tests/ui/screenshots.sh FOLDER
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")

if [ -z "${TRH_SCREENSHOTS_INSIDE:-}" ]; then
  folder=$(realpath -m "$1")
  mkdir -p "$folder"
  language=${LANGUAGE:-${LC_ALL:-${LANG:-}}}
  LC_ALL=C.UTF-8 LANGUAGE=${language%%.*} TRH_SCREENSHOTS_INSIDE=1 \
    "$here/headless.sh" -s "${TRH_SCREEN:-1280x800}" "$here/screenshots.sh" "$folder" "${@:2}"
  exit
fi

folder=$1
shift
[ $# -gt 0 ] || set -- territory artists calendar votes history

# wait_until COMMAND…: looks ten times a second, for a minute at most
wait_until ()
{
  for _ in $(seq 600); do
    "$@" && return
    sleep 0.1
  done
  echo "still waiting for: $*" >&2
  return 1
}

window_is_there () { xdotool search --onlyvisible --class transhumances >/dev/null 2>&1; }

# The picture no longer changes: three looks alike, the last of them kept.
calm=0
picture_is_calm ()
{
  import -window root "$work/new.png"
  if [ -f "$work/old.png" ] && [ "$(compare -metric AE "$work/old.png" "$work/new.png" null: 2>&1)" = 0 ]; then
    calm=$((calm + 1))
  else
    calm=0
  fi
  mv "$work/new.png" "$work/old.png"
  [ $calm -ge 3 ]
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for page in "$@"; do
  for look in light dark; do
    suffix=; [ $look = dark ] && suffix=-dark
    ADW_DEBUG_COLOR_SCHEME=prefer-$look transhumances --sample --page "$page" >"$work/log" 2>&1 &
    program=$!
    if ! wait_until window_is_there || ! { calm=0; rm -f "$work/old.png"; wait_until picture_is_calm; }; then
      cat "$work/log" >&2
      kill $program 2>/dev/null || true
      exit 1
    fi
    mv "$work/old.png" "$folder/$page$suffix.png"
    echo "$folder/$page$suffix.png"
    kill $program
    wait $program 2>/dev/null || true
  done
done
