# What the drills of a cluster share: a real PostgreSQL and silos over it, on the loopback, in a temporary folder, $work.
# Sourced by cluster.sh and study-cluster.sh, which have set $drill_name, $projects to build unless $build is no,
# $built (the programs of them that are needed beside the silo), and $out (a folder for the logs, or empty).
# Whatever is started here ends with the drill.
readonly silo=$PWD/artifacts/bin/FlashSale.Silo/release/FlashSale.Silo.dll

say() { printf '[%3d s] %s\n' "$SECONDS" "$*"; }
fail() { say "FAILED: $*"; exit 1; }
stop_here() { echo "$drill_name: $*" >&2; exit 3; }

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
  for project in "${projects[@]}"; do
    dotnet build "$project" -c Release -v quiet || stop_here "$project does not build"
  done
fi
for file in "$silo" "${built[@]}"; do
  [ -f "$file" ] || stop_here 'there is no Release build; leave --no-build out'
done

# ---- what is started, and its end
work=$(mktemp -d "${TMPDIR:-/tmp}/flashsale-drill-XXXXXX")
readonly work
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
    cp -r "$work"/*.json "$work"/*.log "$work"/*.txt "$out"/ 2>/dev/null || true
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
# FLASHSALE_DRILL_PORTS="21000 999" keeps to ports from 21000 on, 999 of them.
free_port() {
  local port from count
  read -r from count <<<"${FLASHSALE_DRILL_PORTS:-20000 12000}"
  while true; do
    port=$((from + RANDOM % count))
    if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then echo "$port"; return; fi
  done
}
database_port=$(free_port)
readonly database_port
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

# ---- silos
declare -A http=()
# start_silo <number> <more options...>
start_silo() {
  local number=$1
  shift
  http[silo$number]=$(free_port)
  dotnet "$silo" --cluster postgres --urls "http://127.0.0.1:${http[silo$number]}" --name "silo-$number" \
    --folder "$work/silo$number" --logs "$work/logs" "$@" >"$work/silo$number.log" 2>&1 &
  pids[silo$number]=$!
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
# ask <silo> <path> <command...>: has the command read what the silo answers there, with its head
ask() {
  local host=127.0.0.1:${http[silo$1]} path=$2
  shift 2
  {
    exec 3<>"/dev/tcp/${host/:/\/}" || return 1
    printf 'GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n' "$path" "$host" >&3
    "$@" <&3 || true
    exec 3>&-
  } 2>/dev/null
}
# answers <silo> <path>: whether the silo answers 200 there
answers() {
  local line=
  ask "$1" "$2" read -r -t 3 line
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
# Asks silos to stop: each drains and ends with 0.
stop_silos() {
  local number code
  for number in "$@"; do
    alive "${pids[silo$number]}" || fail "silo $number ended by itself"
    kill "${pids[silo$number]}"
    code=0
    wait "${pids[silo$number]}" || code=$?
    [ "$code" -eq 0 ] || fail "silo $number ended with exit code $code when it was asked to stop"
    unset "pids[silo$number]"
  done
  say 'the silos drained and stopped'
}
