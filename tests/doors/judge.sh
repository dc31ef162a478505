#!/bin/sh
# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
#
# judge.sh note WHERE FOLDER                     remembers in the file WHERE that the season lives in FOLDER
# judge.sh judge WHERE FOLDER PROGRAM ARGS…      runs a judge over a copy of FOLDER, at the place that was remembered
#
# A journal knows the path of its season, and a judge that opens a season changes what is kept of it: so a judge gets
# a copy, mounted where the season was, in a mount namespace of its own.
set -eu
what=$1 where=$2 folder=$3
shift 3
if [ "$what" = note ]; then
  printf '%s' "$folder" > "$where"
  exit
fi
place=$(cat "$where")
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
cp -a "$folder/." "$copy/"
unshare --mount sh -eu -c 'mount --bind "$0" "$1"; shift; cd /; exec "$@"' "$copy" "$place" "$@"
