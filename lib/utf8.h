/* utf8.h - reading UTF-8 (RFC 3629) byte by byte: no tables, no allocation. */
#ifndef TRIBUNE_UTF8_H
#define TRIBUNE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define UTF8_INVALID UINT32_MAX

/* The character at BYTES (LENGTH > 0); *STEP is how many bytes it takes. Overlong forms, surrogates and cut sequences
 * give UTF8_INVALID with a step of 1. */
uint32_t utf8_decode(const char *bytes, size_t length, size_t *step);

/* The character that ends at BYTES + END (END > 0); *STEP as above. */
uint32_t utf8_decode_before(const char *bytes, size_t end, size_t *step);

bool utf8_valid(const char *bytes, size_t length);

/* How many characters LENGTH bytes hold (columns for error messages). */
size_t utf8_count(const char *bytes, size_t length);

/* The largest offset <= OFFSET that begins a character. */
size_t utf8_floor(const char *bytes, size_t length, size_t offset);

#endif
