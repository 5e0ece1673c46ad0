#ifndef LATENTKERNEL_H
#define LATENTKERNEL_H

#include <stddef.h>
#include <stdint.h>

/// Dimensions of a latent space. Rows of all matrices here have so many values.
#define CK_LATENT 48

/// Adds to `row` the rows of `matrix` with the numbers `numbers`, each times its weight, in their
/// order.
void ck_latent_gather(float *row, const float *matrix, const uint32_t *numbers,
                      const float *weights, size_t count);

/// Adds `row`, times a weight, to each of the rows of `matrix` with the numbers `numbers`.
void ck_latent_scatter(float *matrix, const float *row, const uint32_t *numbers,
                       const float *weights, size_t count);

/// Makes the columns of a matrix of `count` rows orthonormal (Cholesky QR in double precision).
/// Columns that depend on those before them become zero.
void ck_latent_orthonormalize(float *matrix, size_t count);

/// Adds a row of bytes, times a weight, to `row`.
void ck_latent_add(float *row, const int8_t *other, float weight);

/// The sums of the products of a row with others: with `count` rows of `rows`, those with the
/// numbers `numbers`, or the first ones where that is null. They stay within 32 bits: 48 · 2¹⁵ · 2⁷.
void ck_latent_products(const int16_t *row, const int8_t *rows, const uint32_t *numbers,
                        size_t count, int32_t *products);

#endif
