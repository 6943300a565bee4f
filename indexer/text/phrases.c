#include "phrases.h"

#include "lexeme.h"
#include "token.h"

void phrases_init(struct phrases *phrases, struct arena *arena)
{
    *phrases = (struct phrases){ .by_key = MAP_INIT(arena), .first_words = MAP_INIT(arena) };
}

uint32_t *phrases_add(struct phrases *phrases, const char *key, uint32_t value)
{
    struct arena *arena = phrases->by_key.arena;
    size_t length = strlen(key);
    uint32_t *known = map_get(&phrases->by_key, slice_of(key));
    if (known)
        return known;
    char *kept = arena_dup(arena, key, length);
    map_put(&phrases->first_words, (struct slice){ kept, strcspn(kept, " ") }, 0, NULL);
    if (length > phrases->longest)
        phrases->longest = length;
    return map_put(&phrases->by_key, (struct slice){ kept, length }, value, NULL);
}

const uint32_t *phrases_find(const struct phrases *phrases, struct slice name)
{
    char key[PHRASE_BYTES_MAX];
    if (phrases->by_key.count == 0)
        return NULL;
    size_t length = fold_key(name, key, sizeof key);
    return map_get(&phrases->by_key, (struct slice){ key, length });
}

/* Marks that stand inside names: J.-L., Rhône-Alpes, Marks & Co. */
static bool joins(const struct lexeme *lexeme)
{
    static const char *const marks[] = { ".", "-", "'", "&", "/" };
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (lexeme_is(lexeme, marks[i]))
            return true;
    return false;
}

/* The longest name that begins with lexeme FIRST. */
static bool match_at(const struct phrases *phrases, const struct report *report, uint32_t first,
                     struct phrase_match *match)
{
    const struct lexeme *lexemes = report->lexemes;
    char key[PHRASE_BYTES_MAX + 64];
    bool found = false;
    for (uint32_t i = first; i < report->lexeme_count; i++) {
        if (i > first && lexemes[i].before >= BEFORE_BLOCK)
            break;
        if (lexemes[i].kind == LEXEME_PUNCTUATION) {
            if (!joins(&lexemes[i]))
                break;
            continue;
        }
        struct slice words = { report->text.bytes + lexemes[first].start, lexemes[i].end - lexemes[first].start };
        size_t length = fold_key(words, key, sizeof key);
        if (length > phrases->longest)
            break;
        const uint32_t *value = map_get(&phrases->by_key, (struct slice){ key, length });
        bool named = i > first || !(lexemes[first].shape & SHAPE_LOWER);
        if (value && named) {
            *match = (struct phrase_match){ first, i, *value };
            found = true;
        }
    }
    return found;
}

bool phrases_next(const struct phrases *phrases, const struct report *report, uint32_t *at,
                  struct phrase_match *match)
{
    if (phrases->by_key.count == 0)
        return false;
    for (; *at < report->lexeme_count; ++*at) {
        const struct lexeme *lexeme = &report->lexemes[*at];
        struct slice word = { lexeme->folded, strcspn(lexeme->folded, "-'") };
        if (lexeme->kind == LEXEME_PUNCTUATION || !map_get(&phrases->first_words, word) ||
            !match_at(phrases, report, *at, match))
            continue;
        *at = match->last + 1;
        return true;
    }
    return false;
}
