#!/bin/sh
# A disk that is full, and one that takes no writes: a clear refusal, nothing half there, and the same command again completes.
#
#   sh tests/faults/disk.sh PROGRAM      as root, since it mounts small disks in memory; else it is skipped (status 77)
set -u
program=$(realpath "$1")
here=$(cd "$(dirname "$0")/../.." && pwd)
folder=$(mktemp -d)
disk="$folder/disk"
mkdir "$disk"
mount -t tmpfs -o size=1M tmpfs "$disk" 2> /dev/null || { rmdir "$disk" "$folder"; echo "no disk can be mounted: skipped"; exit 77; }
trap 'umount "$disk"; rm -rf "$folder"' EXIT
cd "$folder" || exit 1
export ONRECORD_DB="$disk/r.db"
unset ONRECORD_CONFIG 2>/dev/null || true

fail() {
  cat err >&2
  echo "disk.sh: $1" >&2
  exit 1
}
resize() { mount -o "remount,$1" "$disk" || fail "the disk could not be changed to $1"; }
# Runs a command that must be refused with status 5 and these words, and leaves no file behind that was not there.
refused() {
  words=$1
  shift
  ls "$disk" | grep -v -e '-wal$' -e '-shm$' > before
  "$program" "$@" > said 2> err
  [ $? -eq 5 ] || fail "status other than 5: $*"
  grep -q "$words" err || fail "does not say \"$words\": $*"
  ls "$disk" | grep -v -e '-wal$' -e '-shm$' | grep -v -x -F -f before > left
  [ "${new:-}" = yes ] || [ ! -s left ] || fail "left behind by $*: $(cat left)"
}
done_now() { "$program" "$@" > said 2> err || fail "not done: $*"; }
articles() { "$program" articles --format jsonl --limit 0 | wc -l; }

mkdir in
for number in 1 2 3 4 5 6 7 8 9 10; do
  for file in "$here"/fixtures/articles/*.txt; do
    { cat "$file"; printf '\n\nCopy %s.\n' "$number"; } > "in/$(basename "$file" .txt)-$number.txt"
  done
done
wanted=$(ls in | wc -l)

# Full while logging into a new record.
new=yes
refused 'the disk is full' add in
new=
done_now verify
[ "$(articles)" -eq 0 ] || fail "half of a commit is there"
resize size=64M
done_now add in
[ "$(articles)" -eq "$wanted" ] || fail "not all $wanted articles are there"
done_now fix s1 --speaker "Ana Reyes"

# Full while correcting, extracting again, copying, exporting.
dd if=/dev/zero of="$disk/fill" bs=1k 2> /dev/null
refused 'full' fix s1 --speaker "Somebody Else"
refused 'full' rebuild
refused 'full' backup "$disk/b.db"
refused 'full' backup "$disk/b.db" --portable
truncate -s -64K "$disk/fill"  # reading alone takes a little
refused 'No space left' export -o "$disk/all.csv"
rm "$disk/fill"
done_now verify
[ "$("$program" log --format jsonl --limit 0 | wc -l)" -eq 1 ] || fail "an event was half written"
done_now fix s1 --speaker "Somebody Else"
done_now rebuild
done_now backup "$disk/b.db" --portable

# Full while a record of the first schema is brought up to date.
cp "$here/fixtures/db/001.db" "$disk/old.db"
dd if=/dev/zero of="$disk/fill" bs=1k 2> /dev/null
refused 'make room' note s1 "looked at" --db "$disk/old.db"
cmp -s "$here/fixtures/db/001.db" "$disk/old.db" || fail "the old record is another"
rm "$disk/fill"
done_now note s1 "looked at" --db "$disk/old.db"
done_now verify --db "$disk/old.db"

# No writes: questions are answered, everything else is refused.
rm -f "$disk"/*-wal "$disk"/*-shm
resize ro
done_now verify
done_now find --count
done_now show s1
refused 'cannot be written to' note s1 "looked at"
refused 'cannot be opened' backup "$disk/c.db"
refused 'Read-only' export -o "$disk/all.csv"
refused 'cannot be opened' add in --db "$disk/new.db"
# What the write-ahead log has must not be left out silently.
resize rw
printf 'something' > "$disk/r.db-wal"
rm -f "$disk/r.db-shm"
resize ro
refused 'write-ahead log' find --count
echo "full and read-only disks: refused clearly, nothing half there"
