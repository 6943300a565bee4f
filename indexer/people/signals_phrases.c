/* The rules over fixed phrases before and after a name: "kicked off with X", "X sat down with Y". */
#include "phrase_rules.h"
#include "roles.h"
#include "speech_words.h"
#include "verb_phrase.h"

/* Words right before the name of whoever has the floor: "Puis c'est au tour de X", "First up is X". */
static const char *const floor_phrases[][3] = {
    { "fait", "dire" },           { "fait", "dire", "a" },      { "au", "tour", "du" },
    { "au", "tour", "de" },       { "au", "tour", "d'" },       { "est", "a" },           { "place", "a" },
    { "parole", "a" },            { "micro", "a" },             { "suivi", "de" },        { "suivie", "de" },
    { "suivis", "de" },           { "suivi", "par" },           { "suivie", "par" },      { "followed", "by" },
    { "first", "up", "is" },      { "first", "up", "was" },     { "next", "up", "is" },
    { "next", "up", "was" },      { "then", "up", "was" },      { "next", "came" },       { "next", "comes" },
    { "next", "was" },            { "then", "came" },           { "first", "was" },       { "speak", "was" },
    { "speaker", "was" },         { "speaker", "is" },          { "speakers", "were" },   { "speakers", "are" },
    { "speakers", "included" },   { "speakers", "include" },    { "intervenant", "etait" },
    { "intervenants", "etaient" },
    { "vint", "ensuite" },        { "vient", "ensuite" },       { "revient", "a" },       { "revenait", "a" },
    { "revint", "a" },            { "revenu", "a" },            { "revenue", "a" },       { "left", "to" },
    { "fell", "to" },             { "over", "to" },             { "floor", "to" },        { "turn", "of" },
    { "passe", "a" },             { "donnee", "a" },            { "cedee", "a" },         { "to", "speak", "were" },
};

static void floor_signals(struct signal_input *input, uint32_t index, uint32_t at)
{
    const struct name_context *context = input->context;
    if (at < 3 || context->lexemes[at].before >= BEFORE_BLOCK)
        return;
    for (size_t i = 0; i < sizeof floor_phrases / sizeof *floor_phrases; i++) {
        const char *const *words = floor_phrases[i];
        uint32_t count = words[2] ? 3 : 2;
        bool all = true;
        for (uint32_t w = 0; w < count && all; w++)
            all = word_is(context, at - count + w, words[w]) ||
                  (w > 0 && strcmp(words[w], "a") == 0 && word_is(context, at - count + w, "au"));
        /* "c'est à X" alone means little: something to say must follow ("d'ouvrir", "qu'est revenu") */
        uint32_t next = role_after(context, &context->names.items[index]).end;
        next += word_is(context, next, ",");
        if (all && strcmp(words[0], "est") == 0)
            all = word_is(context, next, "de") || word_is(context, next, "d'") || word_is(context, next, "que") ||
                  word_is(context, next, "qu'");
        if (all) {
            signal_add(input, index, RULE_FLOOR, signal_rules[RULE_FLOOR].weight);
            return;
        }
    }
}

static uint32_t words_in(const char *phrase)
{
    uint32_t count = 1;
    for (; *phrase; phrase++)
        count += *phrase == ' ';
    return count;
}

/* "was", "will be", "then" passed over: "will be in conversation with", "then ran through". */
static uint32_t over_auxiliaries(const struct name_context *context, uint32_t i)
{
    static const char *const words[] = { "was", "is", "will", "be", "were", "are", "has", "been", "then", "also",
                                         "next",
                                         "ensuite", "alors", "aussi" };
    while (i + 1 < context->count && LEXEME_AMONG(&context->lexemes[i], words) &&
           context->lexemes[i + 1].before == BEFORE_SPACE)
        i++;
    return i;
}

void signals_of_phrases(struct signal_input *input, uint32_t index, uint32_t at)
{
    const struct name_context *context = input->context;
    floor_signals(input, index, at);
    const struct name_occurrence *name = &context->names.items[index];
    uint32_t starts[PREDICATE_STARTS_MAX];
    size_t count = predicate_starts(context, name, starts);
    if (at > 0 && context->lexemes[at].before < BEFORE_BLOCK) {
        for (size_t i = 0; i < phrase_before_count; i++)
            if (at >= words_in(phrases_before[i].words) &&
                words_at(context, at - words_in(phrases_before[i].words), phrases_before[i].words))
                signal_add(input, index, phrases_before[i].rule, signal_rules[phrases_before[i].rule].weight);
    }
    for (size_t k = 0; k < count; k++)
        for (size_t i = 0; i < phrase_after_count; i++)
            if (starts[k] < context->count && context->lexemes[starts[k]].before < BEFORE_BLOCK &&
                (words_at(context, starts[k], phrases_after[i].words) ||
                 words_at(context, over_auxiliaries(context, starts[k]), phrases_after[i].words)))
                signal_add(input, index, phrases_after[i].rule, signal_rules[phrases_after[i].rule].weight);
}
