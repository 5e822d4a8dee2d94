#!/usr/bin/env bash
# How fast are studies? Measures the bars of docs/internals/testing.md over the command itself, on a machine
# that does nothing else: 1,000 runs of quick, the same again from the cache, two workers against one, and
# what a study costs over its runs. Prints a line for each.
# Exit codes: 0 all bars reached, 1 one missed, 2 bad arguments.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
exec </dev/null
export DOTNET_NOLOGO=true DOTNET_CLI_TELEMETRY_OPTOUT=true

seeds=500
build=yes
while [ $# -gt 0 ]; do
  case $1 in
    --short) seeds=20 ;;
    --no-build) build=no ;;
    --help | -h)
      echo 'tests/drills/study.sh [--short] [--no-build]'
      echo '  --short     40 runs instead of 1,000; their bars are in proportion'
      echo '  --no-build  use the Release build that is there'
      exit 0
      ;;
    *) echo "study.sh: there is no option $1; see --help" >&2; exit 2 ;;
  esac
  shift
done
readonly seeds build runs=$((2 * seeds))
[ "$build" = no ] || dotnet build client -c Release -v quiet
readonly flashsale=$PWD/artifacts/bin/FlashSale.Client/release/flashsale
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

study() { # NAME SEEDS SCALE
  cat >"$1.yaml" <<EOF
name: $1
question: How fast is it?
base: quick
scale: $3
seeds: $2
arms:
  - name: as-it-is
  - { name: one-minute, set: { policy.inventory.payWithin: 1min, policy.inventory.festivalPayWithin: 1min } }
measures:
  paid: { value: ordersPaid / ordersPlaced, show: points, better: more }
  early: { value: "at(gmv_yuan, 10min) / gmvYuan", show: points, better: more }
EOF
}

now() { date +%s%N; }
took() { # the seconds of a command, to a tenth
  local from
  from=$(now)
  "$@" >/dev/null
  awk -v a="$from" -v b="$(now)" 'BEGIN { printf "%.1f", (b - a) / 1e9 }'
}

missed=0
bar() { # WHAT VALUE SIGN LIMIT UNIT
  local verdict=reached
  if ! awk -v v="$2" -v l="$4" -v s="$3" 'BEGIN { exit !(s == "<=" ? v <= l : v >= l) }'; then
    verdict=MISSED
    missed=1
  fi
  printf '%-52s %8s %s   %s %s %s\n' "$1" "$2" "$5" "$3" "$4" "$verdict"
}

study many "$seeds" 0.00005
bar "$runs runs of quick at 0.00005, two workers" \
  "$(took "$flashsale" study run many.yaml --jobs 2 --quiet)" \
  '<=' "$(awk -v n="$runs" 'BEGIN { print 600 * n / 1000 }')" s
bar 'the same again from the cache' "$(took "$flashsale" study run many.yaml --jobs 2 --quiet)" '<=' 5 s

# Enough runs that the start of the workers does not weigh.
study few "$(( seeds < 100 ? seeds : 100 ))" 0.00005
one=$(took "$flashsale" study run few.yaml --jobs 1 --cache one --out one-results --quiet)
two=$(took "$flashsale" study run few.yaml --jobs 2 --cache two --out two-results --quiet)
bar 'two workers, times as fast as one' "$(awk -v a="$one" -v b="$two" 'BEGIN { printf "%.2f", a / b }')" \
  '>=' 1.8 ''

# What is not spent in a run: both workers' time over the time of all runs up to their figures.
within=$(sed -n 's/.*"runSeconds": \([0-9.]*\).*/\1/p' two-results/execution.json)
bar 'overhead of a study at two workers, a run' \
  "$(awk -v w="$two" -v r="$within" 'BEGIN { printf "%.1f", 100 * (2 * w / r - 1) }')" '<=' 5 %
exit "$missed"
