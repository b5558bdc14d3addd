/// \file
/// The two structs of Arrow's C data interface, by which programs hand tables to each other without
/// a copy: https://arrow.apache.org/docs/format/CDataInterface.html. The guard is the one that the
/// specification asks for, so that they stand beside those of any other library. C99.
// NOLINTBEGIN: names and shapes are those of the specification
#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#include <stdint.h>

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

#ifdef __cplusplus
extern "C" {
#endif

/// What an array holds: a type as a short word, a name, children. `release` is null once it is
/// released.
struct ArrowSchema {
  const char* format;
  const char* name;
  const char* metadata;
  int64_t flags;
  int64_t n_children;
  struct ArrowSchema** children;
  struct ArrowSchema* dictionary;
  void (*release)(struct ArrowSchema*);
  void* private_data;
};

/// The values: bitmaps, numbers, offsets and bytes as the type says. `release` is null once it is
/// released.
struct ArrowArray {
  int64_t length;
  int64_t null_count;
  int64_t offset;
  int64_t n_buffers;
  int64_t n_children;
  const void** buffers;
  struct ArrowArray** children;
  struct ArrowArray* dictionary;
  void (*release)(struct ArrowArray*);
  void* private_data;
};

#ifdef __cplusplus
}
#endif

#endif  // ARROW_C_DATA_INTERFACE
// NOLINTEND
