#!/bin/sh
# Kills the program at random moments of add, fix, rebuild and restore: afterwards the record must be sound, what was reported must
# be there, and the same command again must complete the rest.
#
#   sh tests/faults/kill.sh PROGRAM [ROUNDS]      100 rounds by default
set -u
program=$1
rounds=${2:-100}
here=$(cd "$(dirname "$0")/../.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export ONRECORD_DB="$folder/r.db"
unset ONRECORD_CONFIG 2>/dev/null || true

fail() {
  echo "round $round: $1" >&2
  exit 1
}

# Many small articles out of the fixtures, each with a line of its own.
mkdir "$folder/in"
number=0
while [ $number -lt 20 ]; do
  for file in "$here"/fixtures/articles/*.txt; do
    { cat "$file"; printf '\n\nCopy %s.\n' "$number"; } > "$folder/in/$(basename "$file" .txt)-$number.txt"
  done
  number=$((number + 1))
done
wanted=$(ls "$folder/in" | wc -l)

# Runs a command, kills it after some milliseconds; what it said stands in $folder/said.
kill_during() {
  "$program" "$@" > "$folder/said" 2> "$folder/err" &
  victim=$!
  sleep "0.$(printf '%03d' $((($(od -An -N2 -tu2 /dev/urandom) % 400) + 2)))"
  kill -9 $victim 2>/dev/null
  wait $victim 2>/dev/null
}

sound() {
  [ -f "$ONRECORD_DB" ] || return 0
  "$program" verify > "$folder/verify" 2>&1 && return 0
  # Killed before the first step of the schema was in: a file that holds nothing yet.
  grep -q 'holds no record' "$folder/verify" && return 0
  cat "$folder/verify" >&2
  fail "not sound after a kill during $1"
}

round=0
while [ $round -lt "$rounds" ]; do
  round=$((round + 1))
  case $((round % 4)) in
    1)
      rm -f "$ONRECORD_DB" "$ONRECORD_DB"-*
      kill_during add "$folder/in" -q
      sound add
      "$program" add "$folder/in" -q > /dev/null 2>&1 || fail "add could not be completed"
      there=$("$program" articles --format jsonl --limit 0 | wc -l)
      [ "$there" -eq "$wanted" ] || fail "$there articles of $wanted after add was completed"
      ;;
    2)
      kill_during fix s1 --speaker "Person $round"
      sound fix
      # Reported is done: an event that was named on the way out stands in the log.
      event=$(grep -o '^e[0-9]*' "$folder/said" | head -n 1)
      [ -z "$event" ] || "$program" log "$event" --format jsonl | grep -q "Person $round" || fail "$event was reported and is not there"
      ;;
    3)
      kill_during rebuild
      sound rebuild
      "$program" rebuild > /dev/null 2>&1 || fail "rebuild could not be completed"
      ;;
    0)
      "$program" dump > "$folder/log.jsonl" || fail "dump"
      rm -f "$folder/other.db" "$folder/other.db"-*
      kept=$ONRECORD_DB
      ONRECORD_DB="$folder/other.db"
      kill_during restore "$folder/log.jsonl"
      sound restore
      "$program" restore "$folder/log.jsonl" > /dev/null 2>&1 || fail "restore could not be completed"
      # What an event is about has another number there, or none while its article is missing; all else is the same.
      sed 's/"target":[^,]*,//' "$folder/log.jsonl" > "$folder/log.wanted"
      "$program" dump | sed 's/"target":[^,]*,//' | cmp -s - "$folder/log.wanted" || fail "the restored log is another"
      ONRECORD_DB=$kept
      ;;
  esac
  sound "round $round"
done
echo "$rounds rounds: sound after each"
