#ifndef CKERNELS_H
#define CKERNELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Whether this processor has an instruction for CRC-32C. Costs a look at what is known of it.
bool ck_has_crc32c(void);

/// Takes bytes into the register of a CRC-32C (which begins and ends inverted), by the processor's
/// instruction. Linear. Only where `ck_has_crc32c` says so.
///
/// @param bytes `length` bytes at any address; may be null where there are none.
uint32_t ck_crc32c(uint32_t crc, const void *bytes, size_t length);

#endif
