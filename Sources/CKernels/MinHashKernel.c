#include "MinHashKernel.h"

#include <string.h>

// Sixteen numbers; the compiler divides them among the registers that there are.
typedef uint32_t lanes __attribute__((vector_size(64)));

// A macro, because a function would return registers that not every processor has.
#define LOAD(name, from) \
  lanes name;            \
  memcpy(&name, from, sizeof name)

static inline __attribute__((always_inline)) void body(
    const uint32_t *x, size_t count, const uint32_t *a, const uint32_t *b, uint32_t *least,
    size_t functions) {
  size_t at = 0;
  // Two groups at once hide how long a product takes.
  for (; at + 32 <= functions; at += 32) {
    LOAD(a0, a + at);
    LOAD(a1, a + at + 16);
    LOAD(b0, b + at);
    LOAD(b1, b + at + 16);
    LOAD(m0, least + at);
    LOAD(m1, least + at + 16);
    for (size_t i = 0; i < count; i++) {
      m0 = __builtin_elementwise_min(m0, a0 * x[i] + b0);
      m1 = __builtin_elementwise_min(m1, a1 * x[i] + b1);
    }
    memcpy(least + at, &m0, sizeof m0);
    memcpy(least + at + 16, &m1, sizeof m1);
  }
  for (; at + 16 <= functions; at += 16) {
    LOAD(a0, a + at);
    LOAD(b0, b + at);
    LOAD(m0, least + at);
    for (size_t i = 0; i < count; i++) m0 = __builtin_elementwise_min(m0, a0 * x[i] + b0);
    memcpy(least + at, &m0, sizeof m0);
  }
}

// The same product, sum and minimum on four groups, none of them in memory.
static inline __attribute__((always_inline)) uint32_t limit(size_t count) {
  lanes a, one, x, m0, m1, m2, m3;
  for (int i = 0; i < 16; i++) {
    a[i] = 2654435761u + 2u * (uint32_t)i;
    one[i] = (uint32_t)count | 1;
    x[i] = (uint32_t)i;
    m0[i] = m1[i] = m2[i] = m3[i] = ~0u;
  }
  lanes x0 = x, x1 = x + 1, x2 = x + 2, x3 = x + 3;
  for (size_t i = 0; i < count; i++) {
    m0 = __builtin_elementwise_min(m0, a * x0);
    m1 = __builtin_elementwise_min(m1, a * x1);
    m2 = __builtin_elementwise_min(m2, a * x2);
    m3 = __builtin_elementwise_min(m3, a * x3);
    x0 += one;
    x1 += one;
    x2 += one;
    x3 += one;
  }
  lanes all = __builtin_elementwise_min(m0, m1) ^ __builtin_elementwise_min(m2, m3);
  uint32_t sum = 0;
  for (int i = 0; i < 16; i++) sum += all[i];
  return sum;
}

#if defined(__x86_64__)
__attribute__((target("avx512f,avx512dq,avx512vl"))) static uint32_t limit512(size_t count) {
  return limit(count);
}

__attribute__((target("avx2"))) static uint32_t limit256(size_t count) { return limit(count); }

__attribute__((target("avx512f,avx512dq,avx512vl"))) static void body512(
    const uint32_t *x, size_t count, const uint32_t *a, const uint32_t *b, uint32_t *least,
    size_t functions) {
  body(x, count, a, b, least, functions);
}

__attribute__((target("avx2"))) static void body256(
    const uint32_t *x, size_t count, const uint32_t *a, const uint32_t *b, uint32_t *least,
    size_t functions) {
  body(x, count, a, b, least, functions);
}
#endif

int ck_minhash_width(void) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
      __builtin_cpu_supports("avx512vl"))
    return 512;
  if (__builtin_cpu_supports("avx2")) return 256;
#endif
  return 128;
}

void ck_minhash(const uint32_t *shingles, size_t shingle_count, const uint32_t *a,
                const uint32_t *b, uint32_t *least, size_t functions) {
#if defined(__x86_64__)
  int width = ck_minhash_width();
  if (width == 512) return body512(shingles, shingle_count, a, b, least, functions);
  if (width == 256) return body256(shingles, shingle_count, a, b, least, functions);
#endif
  body(shingles, shingle_count, a, b, least, functions);
}

uint32_t ck_minhash_limit(size_t shingle_count) {
#if defined(__x86_64__)
  int width = ck_minhash_width();
  if (width == 512) return limit512(shingle_count);
  if (width == 256) return limit256(shingle_count);
#endif
  return limit(shingle_count);
}
