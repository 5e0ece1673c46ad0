#ifndef CRESOURCES_H
#define CRESOURCES_H

#include <stddef.h>

/// A bank of `Index/banks` inside the binary.
typedef struct {
  /// The file's name without its suffix.
  const char *name;
  /// The file's bytes; they live as long as the program.
  const unsigned char *bytes;
  /// How many bytes there are.
  size_t length;
} qs_bank_resource;

/// How many banks there are.
int qs_bank_count(void);

/// A bank by its number, from 0; the caller keeps to `qs_bank_count`.
qs_bank_resource qs_bank(int number);

#endif
