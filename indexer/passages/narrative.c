#include "narrative.h"

#include "anaphora.h"
#include "meeting.h"
#include "name_words.h"
#include "roles.h"
#include "signal_rules.h"
#include "subject.h"
#include "verb_phrase.h"

enum {
    LISTED_AGE_MAX = 4, /* sentences during which "la première" counts in an enumeration */
    QUALIFIED_MAX = 8   /* lexemes of "Le directeur de l'agence, M." before a name */
};

static const double ATTRIBUTING = 0.5; /* a signal this strong gives its sentence to the person */
static const double LEADING = 0.3;     /* and a weaker one, at the very beginning of the sentence */

struct narrative narrative_begin(const struct name_context *context, const people_list *people)
{
    return (struct narrative){ .context = context, .people = people, .man = -1, .woman = -1, .host = -1,
                               .noted = arena_zero(context->arena, (people->count + 1) * sizeof(uint32_t)) };
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
    narrative->noted[person] = ++narrative->clock;
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

bool narrative_begins(const struct narrative *narrative, uint32_t first, int32_t person)
{
    const struct name_context *context = narrative->context;
    size_t n = name_after(context, first);
    const struct name_occurrence *name = n < context->names.count ? &context->names.items[n] : NULL;
    return name && name->lead - first < QUALIFIED_MAX && speaks(narrative, name->person) && name->person != person &&
           subject_begin(context, name, first) == first && subject_is(context, name) &&
           !subject_passive(context, name);
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

/* "Pour X, …", "Selon X, …": what follows is what X holds. */
static bool according_to(const struct name_context *context, const struct name_occurrence *name, uint32_t first)
{
    static const char *const words[] = { "pour", "selon", "d'apres", "for" };
    uint32_t begin = subject_begin(context, name, first);
    bool fronted = begin == first + 1 && LEXEME_AMONG(&context->lexemes[first], words);
    fronted |= begin == first + 2 && word_is(context, first, "according") && word_is(context, first + 1, "to");
    bool voice = begin >= first + 4 && (words_at(context, begin - 4, "par la voix de") ||
                                        words_at(context, begin - 4, "par la voix d'"));
    return voice || (fronted && word_is(context, role_after(context, name).end, ","));
}

/* "X : nous verrons" inside a paragraph. */
static bool labels(const struct name_context *context, const struct name_occurrence *name, uint32_t first)
{
    return name->lead == first && word_is(context, role_after(context, name).end, ":");
}

/* "X's advice was to wait": what X said is the subject. */
static bool words_of(const struct name_context *context, const struct name_occurrence *name)
{
    static const char *const nouns[] = { "advice", "point", "message", "answer", "view", "argument", "question",
                                         "conclusion", "response", "reply", "suggestion", "talk", "presentation",
                                         "keynote", "take" };
    uint32_t noun = name->last + 2;
    if (!word_is(context, name->last + 1, "'s") || noun + 1 >= context->count)
        return false;
    noun += word_lower(context, noun) && !LEXEME_AMONG(&context->lexemes[noun], nouns); /* "X's main point" */
    return LEXEME_AMONG(&context->lexemes[noun], nouns);
}

/* « … » – X: who said what stands before the dash. */
static bool signs(const struct name_context *context, const struct name_occurrence *name, uint32_t first)
{
    static const char *const dashes[] = { "–", "—", "-" }, *const closers[] = { "»", "”", "\"" };
    uint32_t begin = name->lead;
    return begin > first + 2 && LEXEME_AMONG(&context->lexemes[begin - 1], dashes) &&
           LEXEME_AMONG(&context->lexemes[begin - 2], closers);
}

/* "X donnera une conférence", "X will speak": it only announces who will have the floor. */
static bool announced(const struct name_context *context, uint32_t first, uint32_t end)
{
    static const char *const verbs[] = { "donnera", "animera", "presentera", "interviendra", "tiendra", "ouvrira",
                                         "participera", "moderera", "cloturera", "proposera", "rejoindra",
                                         "donneront", "animeront", "presenteront", "interviendront", "will" };
    for (uint32_t i = first; i < end; i++)
        if (LEXEME_AMONG(&context->lexemes[i], verbs) && context->lexemes[i].shape & SHAPE_LOWER)
            return true;
    return false;
}

/* Where the sentence names its speaker: its subject, else the first to whom something in it is attributed; NULL. */
static const struct name_occurrence *named_speaker(const struct narrative *narrative, uint32_t first, uint32_t end,
                                                   bool quote, bool *listed)
{
    const struct name_context *context = narrative->context;
    const struct name_occurrence *attributed = NULL;
    *listed = false;
    for (size_t n = name_after(context, first); n < context->names.count; n++) {
        const struct name_occurrence *name = &context->names.items[n];
        if (name->lead >= end)
            break;
        if (name->lead < first || !speaks(narrative, name->person))
            continue;
        bool subject = subject_position(context, first, subject_begin(context, name, first));
        if (subject && subject_passive(context, name))
            continue;
        if ((subject && subject_is(context, name)) || according_to(context, name, first) ||
            (subject && words_of(context, name)) || labels(context, name, first) || signs(context, name, first) ||
            (quote && name->signal.rule && strcmp(name->signal.rule, "verb-subject") == 0)) { /* « …, dit X, … » */
            *listed = false;
            return name;
        }
        bool leads = name->lead == first && name->signal.rule && name->signal.weight >= LEADING;
        if (!attributed && (leads || narrative_attributed(narrative, name) >= 0))
            attributed = name;
        *listed = attributed != NULL;
    }
    return attributed;
}

/* Remembers whom the sentence names, in its order: after its colon alone where it has one ("conduite par X,
 * réunissait : Y ; Z"). One that goes on after a semicolon adds to the list. */
static void remember(struct narrative *narrative, uint32_t first, uint32_t end)
{
    const struct name_context *context = narrative->context;
    bool goes_on = first > 0 && word_is(context, first - 1, ";");
    uint32_t count = goes_on ? narrative->named_count : 0, before = count;
    for (size_t n = name_after(context, first); n < context->names.count && context->names.items[n].lead < end; n++) {
        int32_t person = context->names.items[n].person;
        bool again = !speaks(narrative, person) || context->names.items[n].lead < first;
        if (context->names.items[n].lead > first && word_is(context, context->names.items[n].lead - 1, ":"))
            count = before;
        for (uint32_t k = 0; k < count && !again; k++)
            again = narrative->named[k] == person;
        if (again)
            continue;
        if (count < LISTED_MAX)
            narrative->named[count++] = person;
        narrative_note(narrative, person);
    }
    narrative->named_count = count;
    if (count >= 2 && count > before) {
        memcpy(narrative->listed, narrative->named, sizeof narrative->named);
        narrative->listed_count = count;
        narrative->listed_age = 0;
    } else if (++narrative->listed_age > LISTED_AGE_MAX) {
        narrative->listed_count = 0;
    }
}

/* Does the sentence of this name, its subject, say that he or she gave a talk? */
static bool gives_talk(const struct name_context *context, const struct name_occurrence *name)
{
    static const char *const stems[] = { "present", "expos", "parl", "spoke", "speak", "talk", "gave", "give", "donn",
                                         "montr", "show", "introdu", "racont", "retrac", "demo", "explor", "walk" };
    uint32_t i = name->last + 1;
    for (; i < context->count && !context->lexemes[i].sentence_start; i++)
        for (size_t k = 0; k < sizeof stems / sizeof *stems; k++)
            if (word_lower(context, i) && strncmp(context->lexemes[i].folded, stems[k], strlen(stems[k])) == 0)
                return true;
    return false;
}

int32_t narrative_opened(const struct narrative *narrative, uint32_t first, uint32_t end)
{
    const struct name_context *context = narrative->context;
    int32_t only = -1;
    for (size_t n = name_after(context, first); n < context->names.count && context->names.items[n].lead < end; n++) {
        const struct name_occurrence *name = &context->names.items[n];
        if (name->form == NAME_ROLE || narrative_attributed(narrative, name) < 0)
            continue;
        bool opens = subject_begin(context, name, first) == first && subject_is(context, name);
        if (only < 0 && !(opens && gives_talk(context, name)))
            return -1;
        if (only >= 0 && name->person != only)
            return -1;
        only = name->person;
    }
    return only;
}

int32_t narrative_section(struct narrative *narrative, uint32_t first, uint32_t end)
{
    static const char *const before[] = { "par", "by", "de", "d'", "avec", "with", ":", "(", "–", "—", "-" };
    const struct name_context *context = narrative->context;
    int32_t attributed = -1, named = -1;
    bool chair = false, several = false;
    for (size_t n = name_after(context, first); n < context->names.count && context->names.items[n].lead < end; n++) {
        const struct name_occurrence *name = &context->names.items[n];
        int32_t person = narrative_attributed(narrative, name);
        bool placed = name->lead == first || LEXEME_AMONG(&context->lexemes[name->lead - 1], before);
        if (person >= 0 && attributed >= 0 && person != attributed)
            return -1;
        attributed = person >= 0 ? person : attributed;
        chair |= speaks(narrative, name->person) && doubt_chaired(context, first, name->lead);
        if (!placed || !speaks(narrative, name->person))
            continue;
        several |= named >= 0 && named != name->person;
        named = name->person;
    }
    remember(narrative, first, end);
    if (chair)
        return -1;
    return attributed >= 0 ? attributed : several ? -1 : named;
}

static bool has_colon(const struct name_context *context, uint32_t first, uint32_t end)
{
    while (first < end && !word_is(context, first, ":"))
        first++;
    return first < end;
}

/* "Il a cité un livre avant de laisser la parole à X": the pronoun's sentence, unless the name has a verb of its own. */
static bool pronoun_opens(const struct name_context *context, uint32_t first, const struct name_occurrence *named)
{
    static const char *const pronouns[] = { "il", "elle", "he", "she" };
    bool subject = named->signal.rule && strncmp(named->signal.rule, "subject-", 8) == 0;
    return LEXEME_AMONG(&context->lexemes[first], pronouns) && !subject;
}

int32_t narrative_speaker(struct narrative *narrative, const struct sentence *sentence, bool *listed)
{
    const struct name_context *context = narrative->context;
    bool quote;
    uint32_t first = opening(context, sentence->first, sentence->end, &quote);
    int32_t speaker = sentence->opens || sentence->current < 0 ? sentence->home : sentence->current;
    *listed = false;
    if (first >= sentence->end)
        return quote ? sentence->current : speaker;
    const struct name_occurrence *named = named_speaker(narrative, first, sentence->end, quote, listed);
    int32_t own = named ? named->person : -1, taken_up = ANAPHORA_NONE;
    if (!named || (*listed && pronoun_opens(context, first, named)))
        taken_up = anaphora_person(narrative, sentence, first);
    else if (*listed)
        taken_up = anaphora_tag(narrative, sentence, first);
    if (taken_up >= 0 && *listed) { /* "…, a-t-elle dit avant de céder la place à X" */
        own = -1;
        *listed = false;
    }
    bool only_said_who = narrative->only_said_who;
    narrative->only_said_who = own >= 0 && !has_colon(context, first, sentence->end) &&
                               (*listed || announced(context, first, sentence->end));
    if (own >= 0)
        speaker = own;
    else if (taken_up == ANAPHORA_UNNAMED)
        speaker = -1;
    else if (taken_up != ANAPHORA_NONE)
        speaker = taken_up;
    else if (quote)
        speaker = sentence->current >= 0 ? sentence->current : speaker;
    else if (meeting_sentence(context, first, sentence->end))
        speaker = -1;
    else if (only_said_who)
        speaker = sentence->home;
    if (own >= 0)
        narrative->host = anaphora_names_another(narrative, first, sentence->end) ? own : -1;
    remember(narrative, first, sentence->end);
    narrative_note(narrative, speaker);
    return speaker;
}
