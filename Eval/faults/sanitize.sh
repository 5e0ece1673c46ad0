#!/bin/sh
# Runs the test suite with the Address and the Thread sanitizer, each in a build folder of its own.
#
#     Eval/faults/sanitize.sh [address|thread] [FILTER]
#
# Without a word: both, all tests. FILTER is that of 'swift test --filter'. Exit code 0: no report.
set -eu
cd "$(dirname "$0")/../.."
kinds=${1:-address thread}
filter=${2:-}
# Leaks of the runtime itself are not ours; a report takes the symbols of the toolchain.
export ASAN_OPTIONS="detect_leaks=0:abort_on_error=0"
export TSAN_OPTIONS="halt_on_error=0:exitcode=66"
export SWIFT_BACKTRACE="enable=no"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_CACHE_HOME="$work/cache"
failed=0
for kind in $kinds; do
  echo "== $kind sanitizer"
  if swift test --sanitize="$kind" --scratch-path ".build/sanitize-$kind" \
    ${filter:+--filter "$filter"} > "$work/$kind.log" 2>&1
  then status=0; else status=$?; fi
  tail -1 "$work/$kind.log"
  if grep -E "(ERROR|WARNING): (Address|Thread)Sanitizer" "$work/$kind.log"; then status=1; fi
  if [ "$status" -ne 0 ]; then
    grep -E "error:|recorded an issue|Sanitizer|SUMMARY" "$work/$kind.log" | head -40
    failed=1
  fi
done
exit "$failed"
