#!/usr/bin/env bash
# Does a study on a cluster find what it finds on one machine? Three silos over a real PostgreSQL carry out the runs of
# studies; one of them is killed with -9 while it holds a run. Then study.json and its tables must be, byte for byte,
# those of the same command without a cluster, and the folder must verify.
# Exit codes: 0 passed, 1 failed, 2 bad arguments, 3 could not run.
# Starts everything itself, on the loopback, in a temporary folder, and ends only what it started.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
exec </dev/null
export DOTNET_NOLOGO=true DOTNET_CLI_TELEMETRY_OPTOUT=true

designs=(arms fork select)
out=
build=yes
while [ $# -gt 0 ]; do
  case $1 in
    --short) designs=(arms) ;;
    --no-build) build=no ;;
    --out) out=${2:?--out needs a folder}; shift ;;
    --help | -h)
      echo 'tests/drills/study-cluster.sh [--short] [--no-build] [--out FOLDER]'
      echo '  --short     one study of arms, without those that fork and select'
      echo '  --no-build  use the Release build that is there'
      echo '  --out       where the logs are kept; without it only the verdict is shown'
      exit 0
      ;;
    *) echo "study-cluster.sh: there is no option $1; see --help" >&2; exit 2 ;;
  esac
  shift
done
readonly designs out build drill_name=study-cluster.sh
readonly flashsale=$PWD/artifacts/bin/FlashSale.Client/release/flashsale
projects=(silo client)
built=("$flashsale")
# shellcheck source=tests/drills/silos.sh
. tests/drills/silos.sh
cd "$work"

# study <design>: writes the file of a study whose runs take a second or two
study() {
  cat <<EOF
name: $1
question: What does a window of a minute change?
base: quick
scale: 0.0001
horizon: 1d
measures:
  paid: { value: ordersPaid / ordersPlaced, show: points, better: more }
  early: { value: "at(gmv_yuan, 10min) / gmvYuan", show: points, better: more }
arms:
  - name: as-it-is
  - { name: five-minutes, set: { policy.inventory.payWithin: 5min, policy.inventory.festivalPayWithin: 5min } }
  - { name: one-minute, set: { policy.inventory.payWithin: 1min, policy.inventory.festivalPayWithin: 1min } }
EOF
  case $1 in
    arms) echo 'seeds: 6' ;;
    fork) printf '%s\n' 'seeds: 3' 'fork: { at: 10min }' ;;
    select) printf '%s\n' 'seeds: 4' \
      'select: { best: paid, among: arms, indifference: 0.01, seedsMax: 8, confirm: { seeds: 3 } }' ;;
  esac
}

# same <design>: whether what the cluster found is what this machine finds alone
same() {
  local file
  for file in study.json runs.csv points.csv comparisons.csv; do
    cmp "here/$1/$file" "there/$1/$file" || fail "$file of $1 is another one from the cluster"
  done
}

for number in 1 2 3; do start_silo "$number" --study-slots 1; done
for design in "${designs[@]}"; do
  study "$design" >"$design.yaml"
  "$flashsale" study run "$design.yaml" --cache "here/.cache" --out "here/$design" --quiet >"here-$design.log" 2>&1 ||
    fail "$design does not run on this machine"
done
say "here: ${designs[*]}"
wait_until_ready 1 2 3
say 'three silos are ready'
cluster="http://127.0.0.1:${http[silo1]};http://127.0.0.1:${http[silo2]};http://127.0.0.1:${http[silo3]}"
on_cluster=("$flashsale" study run --cluster "$cluster" --cache there/.cache)

# ---- one silo dies while it holds a run, after others have ended
"${on_cluster[@]}" arms.yaml --out there/arms >there-arms.log 2>&1 &
pids[study]=$!
is_held_by_two() {
  local studies
  alive "${pids[study]}" || fail 'the study ended before a silo was killed'
  studies=$(ask 1 /api/v1/studies timeout 10 cat)
  [[ $studies == *'"silo":"silo-2@'* && $studies =~ \"ended\":([0-9]+) && ${BASH_REMATCH[1]} -ge 4 ]]
}
wait_for 120 'silo 2 held no run' is_held_by_two
kill_silo 2
say 'silo 2 is killed, which held a run'
code=0
wait "${pids[study]}" || code=$?
unset 'pids[study]'
[ "$code" -eq 0 ] || fail "the study on the cluster ended with exit code $code"
same arms
say "arms: $(wc -l <there/arms/runs.csv) lines of runs are the same"
for design in "${designs[@]:1}"; do
  "${on_cluster[@]}" "$design.yaml" --out "there/$design" >"there-$design.log" 2>&1 ||
    fail "$design does not run on the cluster"
  same "$design"
  say "$design: $(wc -l <"there/$design/runs.csv") lines of runs are the same"
done
for design in "${designs[@]}"; do
  "$flashsale" study verify "there/$design" --runs 2 >"verify-$design.log" 2>&1 || fail "there/$design does not verify"
done
stop_silos 1 3
say 'PASSED'
