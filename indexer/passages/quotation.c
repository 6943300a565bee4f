#include "quotation.h"

enum { QUOTATION_MAX = 400 }; /* lexemes of a quotation that is read as one */

/* The marks that open and close a quotation; the straight one opens where it touches the word after it. */
static const char *const marks[][2] = { { "«", "»" }, { "“", "”" }, { "„", "“" }, { "\"", "\"" } };

uint32_t quotation_end(const struct name_context *context, uint32_t i, uint32_t end)
{
    const struct lexeme *open = &context->lexemes[i];
    const char *close = NULL;
    for (size_t k = 0; k < sizeof marks / sizeof *marks && !close; k++)
        close = lexeme_is(open, marks[k][0]) ? marks[k][1] : NULL;
    bool straight = close && lexeme_is(open, close);
    if (!close || (straight && (open->before == BEFORE_NOTHING || i + 1 >= context->count ||
                                context->lexemes[i + 1].before != BEFORE_NOTHING)))
        return i;
    for (uint32_t k = i + 1; k < context->count && context->lexemes[k].start < end && k - i < QUOTATION_MAX; k++)
        if (lexeme_is(&context->lexemes[k], close))
            return k + 1;
    return i;
}
