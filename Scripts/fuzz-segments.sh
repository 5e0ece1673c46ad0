#!/bin/sh
# The long form of the mutation tests: damaged segments with right checksums give an error or an
# answer. Usage: Scripts/fuzz-segments.sh [MUTATIONS] [SEED]; 100,000 take a minute or two.
cd "$(dirname "$0")/.." || exit 2
QSEARCH_MUTATIONS="${1:-100000}" QSEARCH_SEED="${2:-1}" SWIFT_BACKTRACE=enable=no \
  exec swift test --filter 'CorruptionTests/mutationsWithRightChecksumsThrowOrAnswer'
