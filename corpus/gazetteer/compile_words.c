/* Words: what the lexicon says of each, from lists of words and names. */
#include "compile.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

uint32_t word_bits(struct compiler *c, const char *folded)
{
    const uint32_t *at = map_get(&c->word_index, slice_of(folded));
    return at ? c->words.items[*at].bits : 0;
}

void word_add(struct compiler *c, struct slice word, uint32_t bits)
{
    char folded[TOKEN_BYTES_MAX * 2];
    size_t n = 0;
    for (size_t i = 0, step; i < word.length; i += step) {
        uint32_t letter = utf8_decode(word.bytes + i, word.length - i, &step);
        if (n + 8 >= sizeof folded)
            return;
        if (letter == 0x2019 || letter == '\'' || letter == '-')
            folded[n++] = letter == '-' ? '-' : '\'';
        else
            n += fold_char(letter, folded + n);
    }
    folded[n] = 0;
    uint32_t *at = map_at(&c->word_index, arena_strdup(&c->arena, folded));
    if (*at == UINT32_MAX) {
        *at = (uint32_t)c->words.count;
        *vec_push(&c->arena, &c->words) = (struct word){ arena_strdup(&c->arena, folded), 0 };
    }
    c->words.items[*at].bits |= bits;
}

static uint32_t sex_bits(const char *marks)
{
    return (strchr(marks, 'f') ? LEXICON_GIVEN_FEMALE : 0u) | (strchr(marks, 'm') ? LEXICON_GIVEN_MALE : 0u);
}

void read_given(struct compiler *c, char **field, size_t count)
{
    (void)count;
    word_add(c, slice_of(field[0]), LEXICON_GIVEN | sex_bits(field[1]));
}

void read_common_name(struct compiler *c, char **field, size_t count)
{
    (void)count;
    word_add(c, slice_of(field[0]), LEXICON_GIVEN | LEXICON_GIVEN_COMMON | sex_bits(field[1]));
}

void read_surname(struct compiler *c, char **field, size_t count)
{
    (void)count;
    word_add(c, slice_of(field[0]), LEXICON_SURNAME);
}

void read_demonyms(struct compiler *c, char **field, size_t count)
{
    (void)count;
    for (char *one, *list = field[0]; (one = strsep(&list, " "));)
        word_add(c, slice_of(one), LEXICON_NATIONALITY);
}

void read_cue(struct compiler *c, char **field, size_t count)
{
    (void)count;
    word_add(c, slice_of(field[0]), field[1][0] == 'a' ? LEXICON_AREA :
             field[1][0] == 'V' ? LEXICON_VENUE_CAPITAL : LEXICON_VENUE);
}

void read_front_coded(struct compiler *c, const char *file, uint32_t bits)
{
    snprintf(c->at, sizeof c->at, "%s", file);
    FILE *in = fopen(arena_printf(&c->arena, "%s/%s", c->folder, file), "rb");
    if (!in)
        fail(c, "cannot be read", strerror(errno));
    char line[64], last[64] = "";
    while (fgets(line, sizeof line, in)) {
        line[strcspn(line, "\n")] = 0;
        if (line[0] == '#') {
            while (!feof(in) && fgetc(in) != '\n')
                ;
            continue;
        }
        char digit[2] = { line[0], 0 };
        size_t shared = strtoul(digit, NULL, 36);
        if (shared > strlen(last) || shared + strlen(line + 1) >= sizeof last)
            fail(c, "not front-coded", line);
        strcpy(last + shared, line + 1);
        word_add(c, slice_of(last), bits);
    }
    fclose(in);
}

bool key_is_common(struct compiler *c, const char *key)
{
    static const char *const articles[] = { "le ", "la ", "les ", "l " };
    const uint32_t common = LEXICON_WORD_FR | LEXICON_WORD_EN | LEXICON_GIVEN | LEXICON_SURNAME | LEXICON_NATIONALITY;
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++)
        if (strncmp(key, articles[i], strlen(articles[i])) == 0) {
            key += strlen(articles[i]);
            break;
        }
    return strlen(key) < 3 || (!strchr(key, ' ') && (word_bits(c, key) & common));
}
