#include "narrative.h"

#include "anaphora.h"
#include "name_words.h"
#include "subject.h"

enum { LISTED_AGE_MAX = 4 }; /* sentences during which "la première" counts in an enumeration */

static const double ATTRIBUTING = 0.5; /* a signal this strong gives its sentence to the person */
static const double LEADING = 0.3;     /* and a weaker one, at the very beginning of the sentence */

/* Sentences that begin with one of these are about the meeting, not by its last speaker. Folded first words. */
static const char *const meeting_subjects[][2] = {
    { "les", "participants" },
    { "les", "participantes" },
    { "les", "echanges" },
    { "les", "debats" },
    { "le", "debat" },
    { "la", "salle" },
    { "le", "public" },
    { "la", "seance" },
    { "la", "reunion" },
    { "la", "journee" },
    { "la", "soiree" },
    { "la", "rencontre" },
    { "le", "conseil" },
    { "les", "ateliers" },
    { "trois", "ateliers" },
    { "l'", "apres-midi" },
    { "l'", "assemblee" },
    { "la", "discussion" },
    { "une", "discussion" },
    { "un", "debat" },
    { "la", "matinee" },
    { "les", "membres" },
    { "les", "elus" },
    { "le", "comite" },
    { "the", "meeting" },
    { "the", "committee" },
    { "the", "council" },
    { "the", "board" },
    { "the", "workshop" },
    { "the", "evening" },
    { "the", "event" },
    { "members", NULL },
    { "participants", NULL },
    { "the", "participants" },
    { "the", "audience" },
    { "the", "discussion" },
    { "the", "session" },
    { "the", "motion" },
    { "resolved", NULL },
    { "the", "panel" },
    { "after", "lunch" },
    { "apres", "la" },
    { "plusieurs", "participants" },
    { "un", "participant" },
    { "une", "participante" },
    { "une", "voix" },
    { "quelqu'un", NULL },
    { "a", "member" },
    { "a", "participant" },
    { "somebody", NULL },
    { "someone", NULL },
    { "it", "was" },
    { "la", "table" },
    { "les", "tables" },
    { "decision", NULL },
    { "action", NULL },
    { "vote", NULL },
};

bool narrative_of_meeting(const struct name_context *context, uint32_t first)
{
    for (size_t i = 0; i < sizeof meeting_subjects / sizeof *meeting_subjects; i++)
        if (lexeme_is(&context->lexemes[first], meeting_subjects[i][0]) &&
            (!meeting_subjects[i][1] || word_is(context, first + 1, meeting_subjects[i][1])))
            return true;
    return false;
}

struct narrative narrative_begin(const struct name_context *context, const people_list *people)
{
    return (struct narrative){ .context = context, .people = people, .man = -1, .woman = -1 };
}

unsigned narrative_gender(const struct narrative *narrative, int32_t person)
{
    return person < 0 ? 0 : narrative->people->items[person].gender;
}

void narrative_note(struct narrative *narrative, int32_t person)
{
    if (person < 0)
        return;
    unsigned gender = narrative_gender(narrative, person);
    if (gender != NAME_WORD_FEMALE)
        narrative->man = person;
    if (gender != NAME_WORD_MALE)
        narrative->woman = person;
}

static bool speaks(const struct narrative *narrative, int32_t person)
{
    return person >= 0 && narrative->people->items[person].speaker;
}

int32_t narrative_attributed(const struct narrative *narrative, const struct name_occurrence *name)
{
    return speaks(narrative, name->person) && name->signal.rule && name->signal.weight >= ATTRIBUTING ? name->person
                                                                                                      : -1;
}

/* Where a sentence's words begin: after its opening quotes, dashes and brackets. */
static uint32_t opening(const struct name_context *context, uint32_t first, uint32_t end, bool *quote)
{
    uint32_t i = first;
    *quote = false;
    while (i < end && context->lexemes[i].kind == LEXEME_PUNCTUATION) {
        *quote |= word_is(context, i, "«") || word_is(context, i, "“") || word_is(context, i, "\"");
        i++;
    }
    return i;
}

/* The speaker whom the sentence names: its subject, else the first to whom something in it is attributed. */
static int32_t named_speaker(struct narrative *narrative, uint32_t first, uint32_t end, bool *listed)
{
    const struct name_context *context = narrative->context;
    int32_t attributed = -1, subject = -1;
    for (size_t n = name_after(context, first); n < context->names.count; n++) {
        const struct name_occurrence *name = &context->names.items[n];
        if (name->lead >= end)
            break;
        if (name->lead < first || !speaks(narrative, name->person))
            continue;
        bool leads = name->lead == first && name->signal.rule && name->signal.weight >= LEADING;
        if (attributed < 0 && (leads || narrative_attributed(narrative, name) >= 0))
            attributed = name->person;
        if (subject < 0 && name->form != NAME_ROLE &&
            subject_position(context, first, subject_begin(context, name, first)) && subject_is(context, name) &&
            !subject_passive(context, name))
            subject = name->person;
    }
    *listed = subject < 0 && attributed >= 0;
    return subject >= 0 ? subject : attributed;
}

/* Remembers whom the sentence names, in its order. */
static void remember(struct narrative *narrative, uint32_t first, uint32_t end)
{
    const struct name_context *context = narrative->context;
    int32_t named[LISTED_MAX];
    uint32_t count = 0;
    for (size_t n = name_after(context, first); n < context->names.count && context->names.items[n].lead < end; n++) {
        int32_t person = context->names.items[n].person;
        bool again = !speaks(narrative, person) || context->names.items[n].lead < first;
        for (uint32_t k = 0; k < count && !again; k++)
            again = named[k] == person;
        if (again)
            continue;
        if (count < LISTED_MAX)
            named[count++] = person;
        narrative_note(narrative, person);
    }
    if (count >= 2) {
        memcpy(narrative->listed, named, sizeof named);
        narrative->listed_count = count;
        narrative->listed_age = 0;
    } else if (++narrative->listed_age > LISTED_AGE_MAX) {
        narrative->listed_count = 0;
    }
}

int32_t narrative_speaker(struct narrative *narrative, const struct sentence *sentence, bool *listed)
{
    const struct name_context *context = narrative->context;
    bool quote;
    uint32_t first = opening(context, sentence->first, sentence->end, &quote);
    int32_t speaker = sentence->opens ? sentence->home : sentence->current;
    *listed = false;
    if (first >= sentence->end)
        return quote ? sentence->current : speaker;
    int32_t own = named_speaker(narrative, first, sentence->end, listed);
    int32_t taken_up = own < 0 ? anaphora_person(narrative, sentence, first) : ANAPHORA_NONE;
    if (own >= 0)
        speaker = own;
    else if (taken_up == ANAPHORA_UNNAMED)
        speaker = -1;
    else if (taken_up != ANAPHORA_NONE)
        speaker = taken_up;
    else if (quote)
        speaker = sentence->current >= 0 ? sentence->current : speaker;
    else if (narrative_of_meeting(context, first))
        speaker = sentence->home;
    remember(narrative, first, sentence->end);
    narrative_note(narrative, speaker);
    return speaker;
}
