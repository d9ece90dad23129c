#!/bin/sh
# Kills the program at random moments of add, fix, rebuild, restore and a migration: afterwards the record must be sound, what was
# reported must be there, and the same command again must complete the rest.
#
#   sh tests/faults/kill.sh PROGRAM HELPER [ROUNDS]      100 rounds by default; HELPER is tests/cli's
#
# Each command is run once to see how long it takes, and killed within that time and a fifth more. Prints how many of each kind were
# cut off before their end: kills that come too late show nothing.
set -u
program=$(realpath "$1")
helper=$(realpath "$2")
rounds=${3:-100}
here=$(cd "$(dirname "$0")/../.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 1
export ONRECORD_DB="$folder/r.db"
unset ONRECORD_CONFIG 2>/dev/null || true
round=0

fail() {
  echo "round $round ($kind): $1" >&2
  exit 1
}

milliseconds() { echo $(($(date +%s%N) / 1000000)); }

# Runs a command to its end and leaves in $lasts how many milliseconds it took.
time_of() {
  began=$(milliseconds)
  "$program" "$@" > said 2> err || fail "could not be done: $*"
  lasts=$(($(milliseconds) - began))
}

# Runs a command and kills it within $1 milliseconds and a fifth. What it said stands in said.
kill_within() {
  within=$(($1 * 6 / 5 + 1))
  shift
  after=$(($(od -An -N4 -tu4 /dev/urandom) % within))
  "$program" "$@" > said 2> err &
  victim=$!
  sleep "$(printf '%d.%03d' $((after / 1000)) $((after % 1000)))"
  kill -9 $victim 2>/dev/null
  wait $victim 2>/dev/null
  [ $? -ne 137 ] || eval "cut_$kind=\$((cut_$kind + 1))"
}

# $1: what else than being sound may be said of the record.
sound() {
  [ -f "$ONRECORD_DB" ] || return 0
  "$program" verify > verify 2>&1 && return 0
  [ -n "${1:-}" ] && grep -q "$1" verify && return 0
  cat verify >&2
  fail "not sound"
}

again() { "$program" "$@" > said 2> err || { cat err >&2; fail "could not be completed: $*"; }; }
rows() { "$program" find --versions --act all --sort added --format csv --limit 0; }
forget() { rm -f "$1" "$1"-* "$1".log-before-*; }

# Many small articles out of the fixtures, each with a line of its own.
kind=add
mkdir in
number=0
while [ $number -lt 20 ]; do
  for file in "$here"/fixtures/articles/*.txt; do
    { cat "$file"; printf '\n\nCopy %s.\n' "$number"; } > "in/$(basename "$file" .txt)-$number.txt"
  done
  number=$((number + 1))
done
wanted=$(ls in | wc -l)
time_of add in -q
add_lasts=$lasts
cp r.db articles.db  # no events

# A record with a log of some length, the same in the tables of the first schema, and its log.
number=0
while [ $number -lt 150 ]; do
  number=$((number + 1))
  "$program" fix "s$((number * 37))" --speaker "Person $number" -q > /dev/null || fail "fix"
done
kind=rebuild
time_of rebuild -q
rebuild_lasts=$lasts
kind=fix
time_of fix s1 --speaker "Somebody"
fix_lasts=$lasts
"$program" dump > log.jsonl || fail "dump"
rows > rows.wanted
[ "$(wc -l < rows.wanted)" -gt 1000 ] || fail "too few rows to tell anything"
"$helper" sql r.db "PRAGMA wal_checkpoint(TRUNCATE)" > /dev/null
cp r.db old.db
# A later step gave these two another form; what is compared below does not ask for them.
"$helper" sql old.db "DELETE FROM recent_sketches; DELETE FROM recent_wire_sketches" > /dev/null
sh "$here/fixtures/db/again.sh" "$helper" old.db "$here/schema/001_record.sql" || fail "the old schema"
"$helper" sql old.db "DELETE FROM schema_steps WHERE step > 1" > /dev/null
kind=migration
cp old.db m.db
time_of note s1 "as it was" --db m.db
migration_lasts=$lasts
kind=restore
cp articles.db o.db
time_of restore log.jsonl --db o.db
restore_lasts=$lasts

cut_add=0 cut_fix=0 cut_rebuild=0 cut_restore=0 cut_migration=0
while [ $round -lt "$rounds" ]; do
  round=$((round + 1))
  case $((round % 5)) in
    1)
      kind=add
      ONRECORD_DB="$folder/a.db"
      forget a.db
      kill_within "$add_lasts" add in --format jsonl
      sound 'holds no record'
      cp said reported
      "$program" articles --format csv --limit 0 2> /dev/null | cut -d, -f1 > there
      # The last line may be cut off by the kill.
      grep -o '^{"result":"added","article_id":"a[0-9]*"' reported | grep -o 'a[0-9]*"$' | tr -d '"' | while read -r article; do
        grep -qx "$article" there || echo "$article"
      done > lost
      [ ! -s lost ] || fail "reported and not there: $(tr '\n' ' ' < lost)"
      again add in -q
      [ "$("$program" articles --format jsonl --limit 0 | wc -l)" -eq "$wanted" ] || fail "not $wanted articles after add was completed"
      ;;
    2)
      kind=fix
      ONRECORD_DB="$folder/r.db"
      kill_within "$fix_lasts" fix s1 --speaker "Person of round $round"
      sound
      event=$(grep -o '^e[0-9]*' said | head -n 1)
      [ -z "$event" ] || "$program" log "$event" --format jsonl | grep -q "Person of round $round" || fail "$event was reported and is not there"
      again fix s1 --speaker "Person of round $round"
      "$program" show s1 --format jsonl | grep -q "Person of round $round" || fail "not done after it was completed"
      again fix s1 --speaker "Somebody"
      ;;
    3)
      kind=rebuild
      ONRECORD_DB="$folder/r.db"
      kill_within "$rebuild_lasts" rebuild
      sound
      again rebuild
      rows | cmp -s - rows.wanted || fail "other rows after rebuild was completed"
      ;;
    4)
      kind=restore
      ONRECORD_DB="$folder/o.db"
      forget o.db
      cp articles.db o.db
      kill_within "$restore_lasts" restore log.jsonl
      sound
      again restore log.jsonl
      "$program" dump | cmp -s - log.jsonl || fail "the restored log is another"
      rows | cmp -s - rows.wanted || fail "other rows after restore was completed"
      ;;
    0)
      kind=migration
      ONRECORD_DB="$folder/m.db"
      forget m.db
      cp old.db m.db
      kill_within "$migration_lasts" note s1 "round $round"
      sound 'written by an older onrecord'
      again note s1 "round $round"
      "$program" dump | head -n "$(wc -l < log.jsonl)" | cmp -s - log.jsonl || fail "the log is another after the migration"
      rows | cmp -s - rows.wanted || fail "other rows after the migration"
      ;;
  esac
  sound
done
echo "$rounds rounds, sound after each; cut off before the end: add $cut_add, fix $cut_fix, rebuild $cut_rebuild, restore $cut_restore, migration $cut_migration"
