#include "roles_below.h"

#include "name_words.h"

enum {
    ROLE_LEXEMES_MAX = 24, /* of a line that is a role */
    ROLE_BEGINS_MAX = 4,   /* words of it before the one that says so */
    NAMES_MIN = 3          /* programmed names from which a page has a habit */
};

/* The lexeme after the line that begins below the name; FIRST itself when the name does not end its line. */
static uint32_t line_below(const struct name_context *context, const struct name_occurrence *name, uint32_t *first)
{
    *first = name->last + 1;
    uint32_t end = *first;
    if (!name->credit_end || name->credit_end != *first || end >= context->count ||
        context->lexemes[end].before < BEFORE_LINE)
        return *first;
    do
        end++;
    while (end < context->count && context->lexemes[end].before < BEFORE_LINE);
    return end;
}

struct role role_below(const struct name_context *context, const struct name_occurrence *name)
{
    uint32_t first, end = line_below(context, name, &first);
    struct role none = { .end = name->last + 1 };
    if (end == first || end - first > ROLE_LEXEMES_MAX || word_is(context, end - 1, "."))
        return none;
    unsigned bits = 0;
    for (uint32_t i = first; i < end && i - first < ROLE_BEGINS_MAX; i++)
        bits |= context->bits[i];
    if (!(bits & (NAME_WORD_ROLE | NAME_WORD_ORGANISATION)) && !role_occupation(context, first))
        return none;
    for (uint32_t i = first; i < end; i++) {
        const struct name_occurrence *other = name_at(context, i);
        if (other && other->credit_end)
            return none; /* the next speaker */
    }
    return role_split(context, first, end);
}

bool roles_stand_below(const struct name_context *context)
{
    size_t alone = 0, below = 0;
    for (size_t i = 0; i < context->names.count; i++) {
        uint32_t first;
        if (line_below(context, &context->names.items[i], &first) == first)
            continue;
        alone++;
        below += role_below(context, &context->names.items[i]).quality > 0;
    }
    return alone >= NAMES_MIN && below * 2 > alone;
}
