#include "buf.h"

#include <stdio.h>

static char *reserve(struct buf *buf, size_t more)
{
    size_t need = buf->length + more + 1;
    if (need > buf->room) {
        size_t room = buf->room ? buf->room : 64;
        while (room < need)
            room *= 2;
        buf->bytes = arena_grow(buf->arena, buf->bytes, buf->room, room);
        buf->room = room;
    }
    return buf->bytes + buf->length;
}

void buf_add(struct buf *buf, const void *bytes, size_t length)
{
    char *to = reserve(buf, length);
    if (length)
        memcpy(to, bytes, length);
    to[length] = '\0';
    buf->length += length;
}

void buf_add_string(struct buf *buf, const char *string)
{
    if (string)
        buf_add(buf, string, strlen(string));
}

void buf_add_slice(struct buf *buf, struct slice slice)
{
    buf_add(buf, slice.bytes, slice.length);
}

void buf_add_char(struct buf *buf, char c)
{
    buf_add(buf, &c, 1);
}

void buf_add_utf8(struct buf *buf, uint32_t c)
{
    char out[4];
    size_t n;
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
        c = 0xFFFD;
    if (c < 0x80) {
        out[0] = (char)c, n = 1;
    } else if (c < 0x800) {
        out[0] = (char)(0xC0 | c >> 6), out[1] = (char)(0x80 | (c & 0x3F)), n = 2;
    } else if (c < 0x10000) {
        out[0] = (char)(0xE0 | c >> 12), out[1] = (char)(0x80 | (c >> 6 & 0x3F)), out[2] = (char)(0x80 | (c & 0x3F)),
        n = 3;
    } else {
        out[0] = (char)(0xF0 | c >> 18), out[1] = (char)(0x80 | (c >> 12 & 0x3F));
        out[2] = (char)(0x80 | (c >> 6 & 0x3F)), out[3] = (char)(0x80 | (c & 0x3F)), n = 4;
    }
    buf_add(buf, out, n);
}

void buf_add_number(struct buf *buf, int64_t number)
{
    char digits[20], *at = digits + sizeof digits;
    uint64_t left = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    do
        *--at = (char)('0' + left % 10);
    while (left /= 10);
    if (number < 0)
        *--at = '-';
    buf_add(buf, at, (size_t)(digits + sizeof digits - at));
}

void buf_printf(struct buf *buf, const char *format, ...)
{
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length > 0) {
        vsnprintf(reserve(buf, (size_t)length), (size_t)length + 1, format, again);
        buf->length += (size_t)length;
    }
    va_end(again);
}

void buf_truncate(struct buf *buf, size_t length)
{
    if (length < buf->length) {
        buf->length = length;
        buf->bytes[length] = '\0';
    }
}
