/* Fixed phrases before and after a name that say who has the floor: "kicked off with X", "X sat down with Y". */
#include "signal_rules.h"
#include "verb_phrase.h"

enum { PHRASE_WORDS_MAX = 5 };

struct phrase_rule {
    const char *words; /* folded */
    enum rule rule;
};

/* Right before the name and its titles. */
static const struct phrase_rule before[] = {
    { "kicks off with", RULE_FLOOR }, { "kicked off with", RULE_FLOOR }, { "opens with", RULE_FLOOR }, { "opened with", RULE_FLOOR },
    { "begins with", RULE_FLOOR }, { "began with", RULE_FLOOR }, { "starts with", RULE_FLOOR }, { "started with", RULE_FLOOR },
    { "closes with", RULE_FLOOR }, { "closed with", RULE_FLOOR }, { "concluded with", RULE_FLOOR }, { "ended with", RULE_FLOOR },
    { "continued with", RULE_FLOOR }, { "sat down with", RULE_FLOOR }, { "sits down with", RULE_FLOOR },
    { "in conversation with", RULE_FLOOR }, { "in dialogue with", RULE_FLOOR }, { "caught up with", RULE_FLOOR },
    { "report from", RULE_SPEECH_OF }, { "reports from", RULE_SPEECH_OF }, { "update from", RULE_SPEECH_OF },
    { "updates from", RULE_SPEECH_OF }, { "overview from", RULE_SPEECH_OF }, { "report –", RULE_SPEECH_OF },
    { "report -", RULE_SPEECH_OF }, { "report —", RULE_SPEECH_OF }, { "update –", RULE_SPEECH_OF }, { "update -", RULE_SPEECH_OF },
    { "my name is", RULE_SPEECH_OF }, { "my name's", RULE_SPEECH_OF }, { "je m' appelle", RULE_SPEECH_OF },
    { "je me nomme", RULE_SPEECH_OF }, { "mon nom est", RULE_SPEECH_OF }, { "mon nom c' est", RULE_SPEECH_OF },
    { "reporting by", RULE_CITED }, { "photo by", RULE_CITED }, { "photos by", RULE_CITED }, { "written by", RULE_CITED },
};

/* Right after the name. */
static const struct phrase_rule after[] = {
    { "sat down with", RULE_SUBJECT_ACTS }, { "sits down with", RULE_SUBJECT_ACTS }, { "in conversation with", RULE_SUBJECT_ACTS },
    { "in dialogue with", RULE_SUBJECT_ACTS }, { "was joined by", RULE_SUBJECT_ACTS }, { "is joined by", RULE_SUBJECT_ACTS },
    { "will be joined by", RULE_SUBJECT_ACTS }, { "appeared in conversation", RULE_SUBJECT_ACTS },
    { "walked us through", RULE_SUBJECT_SAYS }, { "took us through", RULE_SUBJECT_SAYS }, { "was on hand to", RULE_SUBJECT_ACTS },
    { "took to the stage", RULE_SUBJECT_ACTS }, { "took to the podium", RULE_SUBJECT_ACTS }, { "was in the chair", RULE_SUBJECT_ACTS },
    { "in the chair", RULE_SUBJECT_ACTS },
};

static uint32_t words_in(const char *phrase)
{
    uint32_t count = 1;
    for (; *phrase; phrase++)
        count += *phrase == ' ';
    return count;
}

void signals_of_phrases(struct signal_input *input, uint32_t index, uint32_t at)
{
    const struct name_context *context = input->context;
    uint32_t next = context->names.items[index].last + 1;
    if (at >= PHRASE_WORDS_MAX && context->lexemes[at].before < BEFORE_BLOCK)
        for (size_t i = 0; i < sizeof before / sizeof *before; i++)
            if (words_at(context, at - words_in(before[i].words), before[i].words))
                signal_add(input, index, before[i].rule, signal_rules[before[i].rule].weight);
    if (next < context->count && context->lexemes[next].before < BEFORE_BLOCK)
        for (size_t i = 0; i < sizeof after / sizeof *after; i++)
            if (words_at(context, next, after[i].words))
                signal_add(input, index, after[i].rule, signal_rules[after[i].rule].weight);
}
