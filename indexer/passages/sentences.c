#include "sentences.h"

#include "quotation.h"

uint32_t sentence_begin(const struct name_context *context, uint32_t first, uint32_t i)
{
    static const char *const openers[] = { "«", "“", "\"", "(", "[", "–", "—", "-", "‘", "'" };
    while (i > first && context->lexemes[i].before <= BEFORE_SPACE &&
           context->lexemes[i - 1].before != BEFORE_NOTHING) {
        bool opener = false;
        for (size_t k = 0; k < sizeof openers / sizeof *openers; k++)
            opener |= lexeme_is(&context->lexemes[i - 1], openers[k]);
        if (!opener)
            break;
        i--;
    }
    return context->lexemes[i].start;
}

uint32_t sentence_part_begin(const struct name_context *context, uint32_t first, uint32_t i)
{
    static const char *const joints[] = { "et",    "and", "de",   "d'",    "par", "by", "puis",
                                          "ainsi", "que", "avec", "enfin", "of",  "&" };
    while (i > first && context->lexemes[i].before <= BEFORE_LINE) {
        bool joint = false;
        for (size_t k = 0; k < sizeof joints / sizeof *joints; k++)
            joint |= lexeme_is(&context->lexemes[i - 1], joints[k]);
        if (!joint)
            break;
        i--;
    }
    return context->lexemes[i].start;
}

uint32_t sentence_end(const struct name_context *context, uint32_t first, uint32_t end)
{
    uint32_t i = quotation_end(context, first, end);
    if (i == first && first > 0 && context->lexemes[first - 1].before != BEFORE_BLOCK)
        i = quotation_end(context, first - 1, end); /* its mark was left to the sentence before */
    bool dash = i > first && (word_is(context, i, "–") || word_is(context, i, "—") || word_is(context, i, "-"));
    if (dash && name_at(context, i + 1))
        i += 2; /* « … » – X */
    for (i = i > first ? i : first + 1;
         i < context->count && context->lexemes[i].start < end && !context->lexemes[i].sentence_start; i++) {
        bool second =
            word_is(context, i - 1, ",") && (word_is(context, i + 1, "second") || word_is(context, i + 1, "seconde"));
        if (second || (lexeme_is(&context->lexemes[i - 1], ";") && name_at(context, i)))
            break;
        uint32_t close = quotation_end(context, i, end);
        if (close > i && context->lexemes[i + 1].sentence_start)
            break; /* it begins with a quotation */
        if (close > i)
            i = close - 1;
    }
    return i;
}
