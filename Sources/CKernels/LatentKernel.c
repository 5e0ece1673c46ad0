#include "LatentKernel.h"

#include <math.h>
#include <string.h>

// The same figures on every processor: no product is fused with a sum.
#pragma STDC FP_CONTRACT OFF

void ck_latent_gather(float *row, const float *matrix, const uint32_t *numbers,
                      const float *weights, size_t count) {
  for (size_t index = 0; index < count; index += 1) {
    const float *other = matrix + (size_t)numbers[index] * CK_LATENT;
    const float weight = weights[index];
    for (int column = 0; column < CK_LATENT; column += 1) row[column] += weight * other[column];
  }
}

void ck_latent_scatter(float *matrix, const float *row, const uint32_t *numbers,
                       const float *weights, size_t count) {
  for (size_t index = 0; index < count; index += 1) {
    float *other = matrix + (size_t)numbers[index] * CK_LATENT;
    const float weight = weights[index];
    for (int column = 0; column < CK_LATENT; column += 1) other[column] += weight * row[column];
  }
}

void ck_latent_orthonormalize(float *matrix, size_t count) {
  double gram[CK_LATENT][CK_LATENT];
  memset(gram, 0, sizeof gram);
  for (size_t number = 0; number < count; number += 1) {
    const float *row = matrix + number * CK_LATENT;
    for (int one = 0; one < CK_LATENT; one += 1) {
      const double value = row[one];
      for (int other = 0; other < CK_LATENT; other += 1) gram[one][other] += value * row[other];
    }
  }
  // gram = L · Lᵀ; L takes the place of the lower half.
  for (int one = 0; one < CK_LATENT; one += 1) {
    const double before = gram[one][one];
    for (int inner = 0; inner < one; inner += 1) {
      gram[one][one] -= gram[one][inner] * gram[one][inner];
    }
    const int isZero = !(gram[one][one] > before * 1e-9);
    gram[one][one] = isZero ? 0 : sqrt(gram[one][one]);
    for (int other = one + 1; other < CK_LATENT; other += 1) {
      for (int inner = 0; inner < one; inner += 1) {
        gram[other][one] -= gram[other][inner] * gram[one][inner];
      }
      gram[other][one] = isZero ? 0 : gram[other][one] / gram[one][one];
    }
  }
  // Each row solves x · Lᵀ = row.
  for (size_t number = 0; number < count; number += 1) {
    float *row = matrix + number * CK_LATENT;
    double solved[CK_LATENT];
    for (int one = 0; one < CK_LATENT; one += 1) {
      double value = row[one];
      for (int inner = 0; inner < one; inner += 1) value -= solved[inner] * gram[one][inner];
      solved[one] = gram[one][one] > 0 ? value / gram[one][one] : 0;
      row[one] = (float)solved[one];
    }
  }
}

void ck_latent_add(float *row, const int8_t *other, float weight) {
  for (int column = 0; column < CK_LATENT; column += 1) {
    row[column] += weight * (float)other[column];
  }
}

static inline __attribute__((always_inline)) void products(
    const int16_t *row, const int8_t *rows, const uint32_t *numbers, size_t count,
    int32_t *products) {
  for (size_t index = 0; index < count; index += 1) {
    const int8_t *other = rows + (numbers ? (size_t)numbers[index] : index) * CK_LATENT;
    int32_t sum = 0;
    for (int column = 0; column < CK_LATENT; column += 1) {
      sum += (int32_t)row[column] * (int32_t)(int16_t)other[column];
    }
    products[index] = sum;
  }
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) static void products256(
    const int16_t *row, const int8_t *rows, const uint32_t *numbers, size_t count,
    int32_t *sums) {
  products(row, rows, numbers, count, sums);
}
#endif

void ck_latent_products(const int16_t *row, const int8_t *rows, const uint32_t *numbers,
                        size_t count, int32_t *sums) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) {
    products256(row, rows, numbers, count, sums);
    return;
  }
#endif
  products(row, rows, numbers, count, sums);
}
