/* buf.h - bytes that grow, in an arena: the text of a report, a line of output. Always NUL-terminated after a call
 * that appends; `bytes` is NULL while nothing was ever appended. */
#ifndef TRIBUNE_BUF_H
#define TRIBUNE_BUF_H

#include <stdint.h>

#include "arena.h"
#include "slice.h"

struct buf {
    struct arena *arena;
    char *bytes;
    size_t length, room;
};

#define BUF_INIT(in) { .arena = (in) }

void buf_add(struct buf *buf, const void *bytes, size_t length);
void buf_add_string(struct buf *buf, const char *string); /* NULL adds nothing */
void buf_add_slice(struct buf *buf, struct slice slice);
void buf_add_char(struct buf *buf, char c);
void buf_add_utf8(struct buf *buf, uint32_t code_point);  /* an invalid one becomes U+FFFD */
void buf_add_number(struct buf *buf, int64_t number);    /* decimal, without the cost of a format */
void buf_printf(struct buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buf_truncate(struct buf *buf, size_t length);        /* length is at most what is there */

static inline struct slice buf_slice(const struct buf *buf)
{
    return (struct slice){ buf->bytes ? buf->bytes : "", buf->length };
}

#endif
