#ifndef CKERNELS_H
#define CKERNELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "LatentKernel.h"
#include "MinHashKernel.h"

/// Whether this processor has an instruction for CRC-32C. Costs a look at what is known of it.
bool ck_has_crc32c(void);

/// Takes bytes into the register of a CRC-32C (which begins and ends inverted), by the processor's
/// instruction. Linear. Only where `ck_has_crc32c` says so.
///
/// @param bytes `length` bytes at any address; may be null where there are none.
uint32_t ck_crc32c(uint32_t crc, const void *bytes, size_t length);

typedef uint32_t ck_vector __attribute__((vector_size(16)));

/// Replaces 128 gaps, each less one, by running sums, the first behind `base`; integers wrap around
/// at 32 bits. The block is aligned to 16 bytes.
///
/// Written with the vector extensions that Clang has for every processor, and inlined: of the same
/// with Swift's SIMD types the compiler made scalar code, twice as slow.
static inline void ck_accumulate(uint32_t *block, uint32_t base) {
  ck_vector *vectors = (ck_vector *)block;
  const ck_vector zero = {0, 0, 0, 0};
  ck_vector last = {base, base, base, base};
  for (int index = 0; index < 32; index += 1) {
    ck_vector sums = vectors[index] + 1;
    sums += __builtin_shufflevector(zero, sums, 0, 4, 5, 6);
    sums += __builtin_shufflevector(zero, sums, 0, 1, 4, 5);
    vectors[index] = sums + last;
    // Only this addition waits for the one before.
    last += __builtin_shufflevector(sums, sums, 3, 3, 3, 3);
  }
}

#endif
