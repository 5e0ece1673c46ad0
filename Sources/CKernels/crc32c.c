#include "CKernels.h"

#include <string.h>

// Each processor's instructions: eight bytes and one byte a step, and how to know that it has them.
#if defined(__x86_64__)
#define KERNEL __attribute__((target("sse4.2")))
#define STEP8(crc, value) ((uint32_t)__builtin_ia32_crc32di((crc), (value)))
#define STEP1(crc, value) __builtin_ia32_crc32qi((crc), (value))

bool ck_has_crc32c(void) { return __builtin_cpu_supports("sse4.2"); }

#elif defined(__aarch64__) && (defined(__ARM_FEATURE_CRC32) || defined(__linux__))
#define KERNEL __attribute__((target("crc")))
#define STEP8(crc, value) __builtin_arm_crc32cd((crc), (value))
#define STEP1(crc, value) __builtin_arm_crc32cb((crc), (value))

#if defined(__ARM_FEATURE_CRC32)
bool ck_has_crc32c(void) { return true; }
#else
#include <sys/auxv.h>
// HWCAP_CRC32 of the kernel's interface.
bool ck_has_crc32c(void) { return (getauxval(AT_HWCAP) & (1UL << 7)) != 0; }
#endif
#endif

#if defined(KERNEL)

KERNEL uint32_t ck_crc32c(uint32_t crc, const void *bytes, size_t length) {
  const unsigned char *next = bytes;
  for (; length >= 8; length -= 8, next += 8) {
    uint64_t value;
    memcpy(&value, next, sizeof value);
    crc = STEP8(crc, value);
  }
  for (; length > 0; length -= 1, next += 1) crc = STEP1(crc, *next);
  return crc;
}

#else

bool ck_has_crc32c(void) { return false; }

uint32_t ck_crc32c(uint32_t crc, const void *bytes, size_t length) {
  (void)bytes;
  (void)length;
  return crc;
}

#endif
