/* place_key.h - a place's name as it is looked up: by the gazetteer, the database's dictionary and its place table. */
#ifndef TRIBUNE_PLACE_KEY_H
#define TRIBUNE_PLACE_KEY_H

#include "token.h"
#include "utf8.h"

enum { PLACE_KEY_MAX = 120 };

/* The key of a name: folded words separated by single spaces, with "st" and "ste" written out. At most SIZE - 1 bytes
 * and a NUL; returns the length, 0 when it does not fit. */
static inline size_t place_key(struct slice name, char *out, size_t size)
{
    size_t n = 0, word = 0;
    for (size_t i = 0; i <= name.length;) {
        uint32_t c = ' ';
        size_t step = 1;
        if (i < name.length)
            c = utf8_decode(name.bytes + i, name.length - i, &step);
        i += step;
        if (c != UTF8_INVALID && char_is_word(c)) {
            char folded[8];
            size_t length = fold_char(c, folded);
            if (n + length + 5 >= size)
                return 0;
            memcpy(out + n, folded, length);
            n += length;
            continue;
        }
        if (n == word)
            continue;
        if (n - word == 2 && memcmp(out + word, "st", 2) == 0)
            memcpy(out + word, "saint", 5), n = word + 5;
        else if (n - word == 3 && memcmp(out + word, "ste", 3) == 0)
            memcpy(out + word, "sainte", 6), n = word + 6;
        if (n + 2 >= size)
            return 0;
        out[n++] = ' ';
        word = n;
    }
    if (n)
        n--;
    out[n] = 0;
    return n;
}

#endif
