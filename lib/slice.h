/* slice.h - borrowed bytes: a pointer and a length, not NUL-terminated, owned by somebody else. */
#ifndef TRIBUNE_SLICE_H
#define TRIBUNE_SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct slice {
    const char *bytes;
    size_t length;
};

#define SLICE(literal) ((struct slice){ (literal), sizeof(literal) - 1 })

static inline struct slice slice_of(const char *string)
{
    return (struct slice){ string, string ? strlen(string) : 0 };
}

static inline bool slice_equal(struct slice a, struct slice b)
{
    return a.length == b.length && (a.length == 0 || memcmp(a.bytes, b.bytes, a.length) == 0);
}

static inline bool slice_is(struct slice a, const char *string)
{
    return (!a.length || a.bytes[0] == *string) && slice_equal(a, slice_of(string)); /* one byte tells most apart */
}

static inline bool slice_starts(struct slice a, struct slice prefix)
{
    return a.length >= prefix.length && (prefix.length == 0 || memcmp(a.bytes, prefix.bytes, prefix.length) == 0);
}

/* The bytes without ASCII white space at both ends. */
static inline struct slice slice_trim(struct slice a)
{
    while (a.length && strchr(" \t\r\n\f\v", a.bytes[0]) && a.bytes[0])
        a.bytes++, a.length--;
    while (a.length && strchr(" \t\r\n\f\v", a.bytes[a.length - 1]) && a.bytes[a.length - 1])
        a.length--;
    return a;
}

#endif
