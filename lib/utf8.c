#include "utf8.h"

#include <string.h>

uint32_t utf8_decode(const char *bytes, size_t length, size_t *step)
{
    const unsigned char *p = (const unsigned char *)bytes;
    uint32_t c = p[0];
    size_t n;
    *step = 1;
    if (c < 0x80)
        return c;
    if (c >= 0xC2 && c <= 0xDF)
        n = 2, c &= 0x1F;
    else if (c >= 0xE0 && c <= 0xEF)
        n = 3, c &= 0x0F;
    else if (c >= 0xF0 && c <= 0xF4)
        n = 4, c &= 0x07;
    else
        return UTF8_INVALID;
    if (length < n)
        return UTF8_INVALID;
    for (size_t i = 1; i < n; i++) {
        if ((p[i] & 0xC0) != 0x80)
            return UTF8_INVALID;
        c = c << 6 | (p[i] & 0x3Fu);
    }
    if ((n == 3 && c < 0x800) || (n == 4 && (c < 0x10000 || c > 0x10FFFF)) || (c >= 0xD800 && c <= 0xDFFF))
        return UTF8_INVALID;
    *step = n;
    return c;
}

uint32_t utf8_decode_before(const char *bytes, size_t end, size_t *step)
{
    size_t start = end - 1;
    while (start > 0 && end - start < 4 && ((unsigned char)bytes[start] & 0xC0) == 0x80)
        start--;
    size_t width;
    uint32_t c = utf8_decode(bytes + start, end - start, &width);
    if (c == UTF8_INVALID || width != end - start) {
        *step = 1;
        return UTF8_INVALID;
    }
    *step = width;
    return c;
}

/* Are the eight bytes ASCII? */
static bool eight_ascii(const char *bytes)
{
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
    return (word & 0x8080808080808080u) == 0;
}

bool utf8_valid(const char *bytes, size_t length)
{
    size_t i = 0, step;
    while (i < length) {
        if (length - i >= 8 && eight_ascii(bytes + i))
            i += 8;
        else if ((unsigned char)bytes[i] < 0x80)
            i++;
        else if (utf8_decode(bytes + i, length - i, &step) == UTF8_INVALID)
            return false;
        else
            i += step;
    }
    return true;
}

size_t utf8_count(const char *bytes, size_t length)
{
    size_t n = 0, step;
    for (size_t i = 0; i < length; i += step, n++)
        utf8_decode(bytes + i, length - i, &step);
    return n;
}

size_t utf8_floor(const char *bytes, size_t length, size_t offset)
{
    if (offset >= length)
        return length;
    while (offset > 0 && ((unsigned char)bytes[offset] & 0xC0) == 0x80)
        offset--;
    return offset;
}
