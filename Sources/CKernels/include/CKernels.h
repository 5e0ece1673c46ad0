// Vector kernels for loops of which Swift's SIMD types make slow code. Written with the vector
// extensions that Clang has for every processor; inlined into their callers.

#ifndef QSEARCH_CKERNELS_H
#define QSEARCH_CKERNELS_H

#include <stdint.h>

typedef uint32_t qsearch_vector __attribute__((vector_size(16)));

/// Replaces 128 gaps, each less one, by running sums, the first behind `base`; integers wrap around
/// at 32 bits. The block is aligned to 16 bytes.
static inline void qsearch_accumulate(uint32_t *block, uint32_t base) {
  qsearch_vector *vectors = (qsearch_vector *)block;
  const qsearch_vector zero = {0, 0, 0, 0};
  qsearch_vector last = {base, base, base, base};
  for (int index = 0; index < 32; index += 1) {
    qsearch_vector sums = vectors[index] + 1;
    sums += __builtin_shufflevector(zero, sums, 0, 4, 5, 6);
    sums += __builtin_shufflevector(zero, sums, 0, 1, 4, 5);
    vectors[index] = sums + last;
    // Only this addition waits for the one before.
    last += __builtin_shufflevector(sums, sums, 3, 3, 3, 3);
  }
}

#endif
