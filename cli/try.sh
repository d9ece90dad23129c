#!/bin/sh
# Shows what onrecord does: sets up and builds it, logs the articles that come with the project into a scratch record,
# prints who said what, and writes a report beside it.
#
#   sh cli/try.sh
set -eu
cd "$(dirname "$0")/.."
sh cli/setup.sh onrecord

program=$PWD/build/release/cli/onrecord
scratch=$PWD/build/try
record=$scratch/onrecord.db
rm -rf "$scratch"
mkdir -p "$scratch"

show() {
  printf '\n$ onrecord'
  for argument in "$@"; do
    case $argument in
      *[!A-Za-z0-9./_=-]*) printf " '%s'" "$argument" ;;
      *) printf ' %s' "$argument" ;;
    esac
  done
  printf '\n'
  ONRECORD_DB=$record PAGER=cat "$program" "$@"
}

show add fixtures/articles
show find --limit 12
show speakers --limit 8
show export -o "$scratch/report.csv"
printf '\nThe report is %s; its first lines:\n' "$scratch/report.csv"
head -n 3 "$scratch/report.csv"

cat <<END

Now with an article of your own, as text:
  $program add ARTICLE.txt --source "Name of the paper"
  $program find
  $program show s1
  $program export -o report.csv
That makes onrecord.db in the folder you are in. To look further into what was logged here:
  export ONRECORD_DB=$record
  $program find bridge
  $program --help
END
