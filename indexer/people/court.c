#include "court.h"

#include "asides.h"
#include "name_words.h"

enum {
    SWORN_WITHIN = 24, /* lexemes after a name: ", PLAINTIFF WITNESS, having been duly SWORN" */
    BY_WITHIN = 8      /* before a name: "Questions from", "(BY MS." */
};

/* Who speaks in what order, as it stands at a place of the text. */
struct examination {
    const struct name_context *context;
    int32_t examiner, witness, judge; /* people; -1 while unknown */
    size_t name;                      /* the next name to look at */
};

static bool one_of(const struct lexeme *lexeme, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (lexeme_is(lexeme, words[i]))
            return true;
    return false;
}

#define ONE_OF(lexeme, words) one_of(lexeme, words, sizeof(words) / sizeof *(words))

/* "JANE DOE, PLAINTIFF WITNESS, SWORN", "Plaintiff calls Jane Doe": the name is that of who answers from here on. */
static bool sworn(const struct name_context *context, const struct name_occurrence *name)
{
    static const char *const after[] = { "sworn", "affirmed", "assermente", "assermentee" };
    static const char *const before[] = { "calls", "recalls", "call", "recall" };
    uint32_t end = aside_line_end(context, name->last);
    for (uint32_t i = name->last + 1; i < end && i - name->last < SWORN_WITHIN; i++)
        if (ONE_OF(&context->lexemes[i], after))
            return true;
    return name->lead > 0 && ONE_OF(&context->lexemes[name->lead - 1], before);
}

/* "CROSS-EXAMINATION BY MS. X", "Questions from the Chair (X)", "(BY MS. X)": the name is that of who asks. */
static bool examines(const struct name_context *context, const struct name_occurrence *name)
{
    static const char *const acts[] = { "examination", "cross-examination", "re-examination", "redirect", "questions",
                                        "questioned", "examined", "interrogatoire", "contre-interrogatoire" };
    uint32_t lead = name->lead;
    if (lead == 0 || !(word_is(context, lead - 1, "by") || word_is(context, lead - 1, "from") ||
                       word_is(context, lead - 1, "par")))
        return false;
    if (lead == 1 || context->lexemes[lead - 1].before >= BEFORE_LINE || word_is(context, lead - 2, "("))
        return word_is(context, name->last + 1, ":") || word_is(context, name->last + 1, ")");
    for (uint32_t i = lead - 1; i-- > 0 && lead - i < BY_WITHIN && context->lexemes[i + 1].before < BEFORE_LINE;)
        if (ONE_OF(&context->lexemes[i], acts))
            return true;
    return false;
}

/* "THE HONORABLE JANE DOE", "Judge X", "Mr Justice X": before whom it is held. */
static bool presides(const struct name_context *context, const struct name_occurrence *name)
{
    static const char *const titles[] = { "honorable", "honourable", "judge", "justice", "magistrate", "juge" };
    for (uint32_t i = name->lead; i < name->first; i++)
        if (ONE_OF(&context->lexemes[i], titles))
            return true;
    return false;
}

/* Takes note of the names before byte END. */
static void read_until(struct examination *at, uint32_t end)
{
    const struct name_context *context = at->context;
    for (; at->name < context->names.count && context->names.items[at->name].at.start < end; at->name++) {
        const struct name_occurrence *name = &context->names.items[at->name];
        if (name->person < 0)
            continue;
        if (sworn(context, name))
            at->witness = name->person;
        else if (examines(context, name))
            at->examiner = name->person;
        else if (at->judge < 0 && presides(context, name))
            at->judge = name->person;
    }
}

/* "Please state your name." – "Jane Doe.": who answers with nothing but a name has said who answers. The question
 * begins with lexeme ASKED, the answer with TEXT; -1 for nobody. */
static int32_t states_name(const struct name_context *context, uint32_t asked, uint32_t text)
{
    static const char *const names[] = { "name", "nom", "names", "noms" };
    bool question = false;
    for (uint32_t i = asked; i < text; i++)
        question |= ONE_OF(&context->lexemes[i], names);
    const struct name_occurrence *name = question ? name_at(context, text) : NULL;
    bool whole = name && name->form == NAME_FULL &&
                 (name->last + 1 >= context->count || word_is(context, name->last + 1, ".") ||
                  context->lexemes[name->last + 1].before >= BEFORE_LINE);
    return whole ? name->person : -1;
}

static bool label_is(const struct name_context *context, const struct turn *turn, const char *word)
{
    uint32_t first = (uint32_t)lexeme_at(context->report, turn->label.start);
    first += word_is(context, first, "the") || word_is(context, first, "le") || word_is(context, first, "la");
    return word_is(context, first, word) && context->lexemes[first].end >= turn->label.end;
}

/* "Interview with Jane Doe", "Entretien de Mme Doe, ministre". */
static bool guest_of(const struct name_context *context, const struct name_occurrence *name)
{
    static const char *const joints[] = { "with", "avec", "de", "d'", "du", "of" };
    static const char *const talks[] = { "interview", "entretien", "conversation", "conference", "briefing", "point",
                                         "q&a", "questions" };
    uint32_t lead = name->lead;
    if (lead == 0 || !ONE_OF(&context->lexemes[lead - 1], joints))
        return false;
    for (uint32_t i = lead - 1; i-- > 0 && lead - i < BY_WITHIN && context->lexemes[i + 1].before < BEFORE_LINE;)
        if (ONE_OF(&context->lexemes[i], talks))
            return true;
    return false;
}

/* With whom an interview is, by the words before the first turn; else the only person whom the title names; -1 for none. */
static int32_t interviewed(const struct name_context *context, const turn_list *turns)
{
    int32_t titled = -1;
    bool several = false;
    const struct block *title = context->report->blocks.items;
    for (size_t i = 0; i < context->names.count && context->names.items[i].at.start < turns->items[0].start; i++) {
        const struct name_occurrence *name = &context->names.items[i];
        if (name->form != NAME_FULL || name->person < 0)
            continue;
        if (guest_of(context, name))
            return name->person;
        if (title->kind != BLOCK_HEADING || name->at.start >= title->end)
            continue;
        several |= titled >= 0 && titled != name->person;
        titled = name->person;
    }
    return several ? -1 : titled;
}

void court_people(struct name_context *context, turn_list *turns, people_list *people)
{
    struct examination at = { context, -1, -1, -1, 0 };
    bool asked = false;
    for (size_t i = 0; i < turns->count; i++)
        asked |= turns->items[i].person < 0 && label_is(context, &turns->items[i], "q");
    int32_t guest = asked ? interviewed(context, turns) : -1;
    for (size_t i = 0; i < turns->count; i++) {
        struct turn *turn = &turns->items[i];
        read_until(&at, turn->text);
        if (turn->person >= 0)
            continue;
        bool answers = asked && (label_is(context, turn, "a") || label_is(context, turn, "r"));
        int32_t self = answers && i ? states_name(context, turns->items[i - 1].first,
                                                  (uint32_t)lexeme_at(context->report, turn->text))
                                    : -1;
        if (self >= 0) {
            at.witness = self;
            people->items[self].likelihood = 1;
        }
        if (answers || label_is(context, turn, "witness"))
            turn->person = at.witness >= 0 ? at.witness : answers ? guest : -1;
        else if (label_is(context, turn, "q"))
            turn->person = at.examiner;
        else if (label_is(context, turn, "court") || label_is(context, turn, "judge"))
            turn->person = at.judge;
    }
}
