#include "verb_phrase.h"

#include "name_words.h"
#include "speech_words.h"

enum { SKIPPED_MAX = 7 }; /* words between a subject and its verb */

bool word_lower(const struct name_context *context, uint32_t i)
{
    return i < context->count && context->lexemes[i].shape & (SHAPE_LOWER | SHAPE_ELIDED);
}

/* Written with é at the end (présenté, présentée, exposés): a participle or a noun, no finite verb. */
bool word_participle(const struct name_context *context, uint32_t i)
{
    const struct lexeme *lexeme = &context->lexemes[i];
    const char *text = context->report->record.text.bytes;
    uint32_t end = lexeme->end;
    if (end > lexeme->start && text[end - 1] == 's')
        end--;
    if (end > lexeme->start && text[end - 1] == 'e')
        end--;
    return end >= lexeme->start + 2 && memcmp(text + end - 2, "\xC3\xA9", 2) == 0;
}

unsigned word_speech(const struct name_context *context, uint32_t i)
{
    if (i >= context->count || context->lexemes[i].kind != LEXEME_WORD || !word_lower(context, i))
        return 0;
    return speech_bits(context->lexemes[i].folded);
}

bool word_adverb(const struct lexeme *lexeme)
{
    size_t n = strlen(lexeme->folded);
    return n > 4 && (strcmp(lexeme->folded + n - 4, "ment") == 0 || strcmp(lexeme->folded + n - 2, "ly") == 0);
}

unsigned verb_phrase(const struct name_context *context, uint32_t at, uint32_t *verb)
{
    bool auxiliary = false, negated = false;
    for (uint32_t i = at; i < context->count && i - at < SKIPPED_MAX; i++) {
        const struct lexeme *lexeme = &context->lexemes[i];
        if (lexeme->before == BEFORE_BLOCK && i > at)
            return 0;
        if (lexeme->kind != LEXEME_WORD || !word_lower(context, i))
            return 0;
        unsigned bits = word_speech(context, i);
        bool verb_here = bits & (SPEECH_SAY | SPEECH_DO | SPEECH_WEAK) && (auxiliary || !word_participle(context, i));
        /* after an auxiliary a participle; before it a form that could be a noun ("note", "point") is the verb too */
        if (verb_here && negated && !(bits & (SPEECH_SAY | SPEECH_DO)))
            return 0; /* "ne prennent pas part" */
        if (verb_here && !(bits & SPEECH_AUXILIARY && !auxiliary) &&
            !(i > at && !auxiliary && (context->bits[i] & NAME_WORD_ROLE))) {
            *verb = i;
            return bits;
        }
        negated |= lexeme_is(lexeme, "ne") || lexeme_is(lexeme, "n'") || lexeme_is(lexeme, "not");
        if (bits & SPEECH_AUXILIARY)
            auxiliary = true;
        else if (!(bits & SPEECH_SKIPPED) && !word_adverb(lexeme))
            return 0;
    }
    return 0;
}

bool verb_passive(const struct name_context *context, uint32_t first, uint32_t verb)
{
    for (uint32_t i = first; i < verb; i++)
        if (word_is(context, i, "ete") || word_is(context, i, "been") || word_is(context, i, "was") ||
            word_is(context, i, "were") || word_is(context, i, "being"))
            return true;
    return false;
}
