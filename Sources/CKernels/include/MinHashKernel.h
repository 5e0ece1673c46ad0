#ifndef MINHASH_KERNEL_H
#define MINHASH_KERNEL_H

#include <stddef.h>
#include <stdint.h>

/// For each hash function i lowers least[i] to the least of a[i]·x + b[i] modulo 2³² over all x.
///
/// Costs shingles · functions steps, 4 to 16 of them at once by what the processor has.
///
/// @param functions a multiple of 16; a, b and least have so many elements.
void ck_minhash(const uint32_t *shingles, size_t shingle_count, const uint32_t *a,
                const uint32_t *b, uint32_t *least, size_t functions);

/// As many steps as `ck_minhash` would do for that many shingles and 64 functions, on numbers that
/// stay in registers: what this processor can do at best. Returns a number that depends on all.
uint32_t ck_minhash_limit(size_t shingle_count);

/// The width in bits of the registers that `ck_minhash` uses on this processor.
int ck_minhash_width(void);

#endif
