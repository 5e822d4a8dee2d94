#!/usr/bin/env bash
# Does a cluster keep its word? Three silos over a real PostgreSQL, buyers who check out all the time; one silo is
# killed with -9, later the database for five seconds, at last all silos at once: the next one must be ready within
# 15 seconds at the usual settings. Then every acknowledged order must exist once, and the audit must pass. Writes FOLDER/verdict.json; exit codes: 0 passed, 1 failed, 2 bad arguments, 3 could not run.
# Starts everything itself, on the loopback, in a temporary folder, and ends only what it started.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
exec </dev/null
export DOTNET_NOLOGO=true DOTNET_CLI_TELEMETRY_OPTOUT=true

seconds=90
readonly ready_seconds_max=15
out=
build=yes
while [ $# -gt 0 ]; do
  case $1 in
    --short) seconds=50 ;;
    --no-build) build=no ;;
    --out) out=${2:?--out needs a folder}; shift ;;
    --help | -h)
      echo 'tests/drills/cluster.sh [--short] [--no-build] [--out FOLDER]'
      echo '  --short     50 seconds of load instead of 90'
      echo '  --no-build  use the Release build that is there'
      echo '  --out       where verdict.json and the logs are kept; without it only the verdict is shown'
      exit 0
      ;;
    *) echo "cluster.sh: there is no option $1; see --help" >&2; exit 2 ;;
  esac
  shift
done
readonly seconds out build drill_name=cluster.sh
readonly drill=$PWD/artifacts/bin/FlashSale.Drill/release/FlashSale.Drill.dll
projects=(silo tests/drills)
built=("$drill")
# shellcheck source=tests/drills/silos.sh
. tests/drills/silos.sh

# Kills the database and all its sessions at once, as a crash of the machine would.
kill_database() {
  local postmaster children
  postmaster=$(head -n 1 "$work/server/data/postmaster.pid")
  children=$(ps -o pid= --ppid "$postmaster" || true)
  # shellcheck disable=SC2086 # several pids
  kill -9 "$postmaster" $children 2>/dev/null || true
}

# ---- three silos
for number in 1 2 3; do start_silo "$number"; done
wait_until_ready 1 2 3
say 'three silos are ready'

# ---- buyers, and three disasters
dotnet "$drill" load "$work" "$seconds" >"$work/load.log" 2>&1 &
pids[load]=$!
is_buying() { grep -q '^buying' "$work/load.log" || ! alive "${pids[load]}"; }
wait_for 120 'the load did not start' is_buying
alive "${pids[load]}" || fail 'the load ended at its start'
say 'buyers check out'
acknowledged() { wc -l <"$work/acknowledged.txt"; }
sleep $((seconds / 5))
say "$(acknowledged) acknowledgements; killing silo 2"
kill_silo 2
sleep $((seconds / 5))
say "$(acknowledged) acknowledgements; killing the database for 5 seconds"
kill_database
sleep 5
database start || fail 'the database does not start again'
say 'the database is back'
sleep $((seconds / 5))
say "$(acknowledged) acknowledgements; killing all silos"
kill_silo 1
kill_silo 3
started=${EPOCHREALTIME/[.,]/}
start_silo 4
wait_until_ready 4
ready_ms=$(((${EPOCHREALTIME/[.,]/} - started) / 1000))
say "the next silo is ready after $ready_ms ms"
[ "$ready_ms" -le $((ready_seconds_max * 1000)) ] || fail "that is more than $ready_seconds_max s"
for number in 5 6; do start_silo "$number"; done
wait_until_ready 5 6
wait "${pids[load]}" || fail 'the load failed'
unset 'pids[load]'
say "$(tail -n 1 "$work/load.log")"

# ---- the verdict
verdict=0
dotnet "$drill" verify "$work" "$ready_ms" 2>&1 | tee "$work/verify.log" || verdict=1
stop_silos 4 5 6
[ "$verdict" -eq 0 ] || fail 'see WRONG above'
say 'PASSED'
