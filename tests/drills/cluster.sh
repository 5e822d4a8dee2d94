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
readonly seconds out build
readonly silo=artifacts/bin/FlashSale.Silo/release/FlashSale.Silo.dll
readonly drill=artifacts/bin/FlashSale.Drill/release/FlashSale.Drill.dll

say() { printf '[%3d s] %s\n' "$SECONDS" "$*"; }
fail() { say "FAILED: $*"; exit 1; }
stop_here() { echo "cluster.sh: $*" >&2; exit 3; }

# ---- what is needed
programs=
for folder in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V -r) ${PATH//:/ }; do
  if [ -x "$folder/initdb" ] && [ -x "$folder/pg_ctl" ]; then
    programs=$folder
    break
  fi
done
[ -n "$programs" ] || stop_here 'PostgreSQL is not installed; on Debian: apt-get install postgresql'
as_server=()
if [ "$(id -u)" -eq 0 ]; then
  # The server refuses to run as root.
  if id postgres >/dev/null 2>&1; then as_server=(runuser -u postgres --); else as_server=(runuser -u nobody --); fi
fi
readonly programs as_server
if [ "$build" = yes ]; then
  dotnet build silo -c Release -v quiet || stop_here 'the silo does not build'
  dotnet build tests/drills -c Release -v quiet || stop_here 'the drill does not build'
fi
[ -f "$silo" ] && [ -f "$drill" ] || stop_here 'there is no Release build; leave --no-build out'

# ---- what is started, and its end
work=$(mktemp -d "${TMPDIR:-/tmp}/flashsale-drill-XXXXXX")
chmod 755 "$work"
declare -A pids=()
alive() { kill -0 "$1" 2>/dev/null; }
end_all() {
  local code=$? name
  trap - EXIT
  for name in "${!pids[@]}"; do
    if alive "${pids[$name]}"; then kill -9 "${pids[$name]}" 2>/dev/null || true; fi
  done
  wait 2>/dev/null || true
  if [ -f "$work/server/data/postmaster.pid" ]; then
    "${as_server[@]}" "$programs/pg_ctl" stop -D "$work/server/data" -m immediate >/dev/null 2>&1 || true
  fi
  if [ -n "$out" ]; then
    mkdir -p "$out"
    cp -r "$work"/*.json "$work"/*.log "$work"/acknowledged.txt "$out"/ 2>/dev/null || true
    cp "$work/server/log" "$out/postgres.log" 2>/dev/null || true
  elif [ "$code" -eq 1 ]; then
    tail -n 25 "$work"/*.log
  fi
  rm -rf "$work"
  exit "$code"
}
trap end_all EXIT
trap 'exit 1' INT TERM

# ---- the database, with syncs on
free_port() {
  local port
  while true; do
    port=$((20000 + RANDOM % 12000))
    if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then echo "$port"; return; fi
  done
}
readonly database_port=$(free_port)
database() {
  "${as_server[@]}" "$programs/pg_ctl" "$1" -D "$work/server/data" -w -t 60 -l "$work/server/log" \
    -o "-p $database_port -k $work/server -c listen_addresses=127.0.0.1 -c max_connections=200 -c fsync=on" \
    >>"$work/pg_ctl.log" 2>&1
}
mkdir "$work/server"
if [ ${#as_server[@]} -gt 0 ]; then chown "${as_server[2]}" "$work/server"; fi
"${as_server[@]}" "$programs/initdb" -D "$work/server/data" -U flashsale -A trust -E UTF8 >"$work/initdb.log" 2>&1
database start || stop_here 'the database does not start'
export Silo__Connection="Host=127.0.0.1;Port=$database_port;Username=flashsale;Database=postgres"
say "database on port $database_port"

# Kills the database and all its sessions at once, as a crash of the machine would.
kill_database() {
  local postmaster children
  postmaster=$(head -n 1 "$work/server/data/postmaster.pid")
  children=$(ps -o pid= --ppid "$postmaster" || true)
  # shellcheck disable=SC2086 # several pids
  kill -9 "$postmaster" $children 2>/dev/null || true
}

# ---- three silos
declare -A http=()
start_silo() {
  http[silo$1]=$(free_port)
  dotnet "$silo" --cluster postgres --urls "http://127.0.0.1:${http[silo$1]}" --name "silo-$1" --logs "$work/logs" \
    >"$work/silo$1.log" 2>&1 &
  pids[silo$1]=$!
}
# wait_for <seconds> <what> <command...>
wait_for() {
  local until=$((SECONDS + $1)) what=$2
  shift 2
  until "$@"; do
    [ "$SECONDS" -lt "$until" ] || fail "$what"
    sleep 0.2
  done
}
# answers <silo> <path>: whether the silo answers 200 there
answers() {
  local line=
  {
    exec 3<>"/dev/tcp/127.0.0.1/${http[silo$1]}" || return 1
    printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$2" >&3
    read -r -t 3 line <&3 || true
    exec 3>&-
  } 2>/dev/null
  [[ $line == *' 200 '* ]]
}
is_ready() { answers "$1" /health/ready || ! alive "${pids[silo$1]}"; }
wait_until_ready() {
  local number
  for number in "$@"; do
    wait_for 120 "silo $number did not get ready" is_ready "$number"
    alive "${pids[silo$number]}" || fail "silo $number ended at its start"
  done
}
kill_silo() {
  kill -9 "${pids[silo$1]}"
  wait "${pids[silo$1]}" 2>/dev/null || true
  unset "pids[silo$1]"
}
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
for number in 4 5 6; do
  alive "${pids[silo$number]}" || fail "silo $number ended by itself"
  kill "${pids[silo$number]}"
  code=0
  wait "${pids[silo$number]}" || code=$?
  [ "$code" -eq 0 ] || fail "silo $number ended with exit code $code when it was asked to stop"
  unset "pids[silo$number]"
done
say 'the silos drained and stopped'
[ "$verdict" -eq 0 ] || fail 'see WRONG above'
say 'PASSED'
