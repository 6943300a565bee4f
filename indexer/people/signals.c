#include "signals.h"

#include "enumeration.h"
#include "name_words.h"
#include "office.h"
#include "roles.h"
#include "signal_rules.h"
#include "speech_words.h"
#include "verb_phrase.h"

static const double LONELY_LINE = 0.45;
static const double LISTED_IN_TALK = 0.7; /* of what a list or an affiliation says, in notes of another's talk */
static const double TURN_MIN = 0.7;       /* labels of less weight are too often none */
static const double SHARED_MIN = 0.4; /* likelihood from which a name in between parts an enumeration */
static const double TALK_MIN = 0.65;      /* a heading that carries a name so opens his or her talk */

enum {
    PLURAL_GAP_MAX = 24, /* lexemes between the last two names of a plural subject */
    REFERENCE_MAX = 30   /* of a line that cites a book */
};

const struct signal_rule signal_rules[RULE_COUNT] = {
    [RULE_SUBJECT_SAYS] = { "subject-says", 0.9, true },
    [RULE_SUBJECT_ACTS] = { "subject-acts", 0.8, true },
    [RULE_SUBJECT_WEAK] = { "subject-weak", 0.5, true },
    [RULE_INVERTED] = { "verb-subject", 0.85, true },
    [RULE_AGENT] = { "agent", 0.85, true },
    [RULE_BY] = { "by", 0.3, true },
    [RULE_SPEECH_OF] = { "speech-of", 0.85, true },
    [RULE_FLOOR] = { "given-floor", 0.75, false },
    [RULE_CONTRASTED] = { "contrasted", 0.5, false },
    [RULE_INVITED] = { "invited", 0.6, true },
    [RULE_HEADING_ALONE] = { "heading-name", 0.75, false },
    [RULE_HEADING_BY] = { "heading-by", 0.85, false },
    [RULE_HEADING_LABEL] = { "heading-label", 0.8, false },
    [RULE_HEADING] = { "heading", 0.3, false },
    [RULE_SPEAKER_LIST] = { "speaker-list", 0.85, false },
    [RULE_PROGRAMME_LINE] = { "programme-line", 0.7, false },
    [RULE_PROGRAMME_NAME] = { "programme-name", 0.7, false },
    [RULE_PROGRAMME_CREDIT] = { "programme-credit", 0.75, false },
    [RULE_LIST_ITEM] = { "list-item", 0.35, true },
    [RULE_ROLE_BEFORE] = { "role-before", 0.25, false },
    [RULE_SPEAKER_ROLE] = { "speaker-role", 0.7, false },
    [RULE_ROLE_LINE] = { "role-line", 0.4, false },
    [RULE_BRACKET] = { "bracket", 0.5, false },
    [RULE_SECTION_FIRST] = { "section-first", 0.4, false },
    [RULE_ROLE_AFTER] = { "role-after", 0.3, true },
    [RULE_ORGANISATION_AFTER] = { "organisation-after", 0.3, true },
    [RULE_BOLD] = { "bold", 0.35, true },
    [RULE_TAKEN_UP] = { "taken-up", 0.65, true },
    [RULE_BOLD_START] = { "bold-start", 0.45, false },
    [RULE_MARKED] = { "marked-speaker", 0.9, false },
    [RULE_ACCORDING_TO] = { "according-to", 0.5, true },
    [RULE_TITLE_BY] = { "title-by", 0.75, false },
    [RULE_THANKED] = { "thanked", -0.5, false },
    [RULE_CITED] = { "cited", -0.5, false },
    [RULE_ABSENT] = { "absent", -0.6, false },
    [RULE_PRESENT] = { "present", 0.1, false },
    [RULE_BIBLIOGRAPHY] = { "bibliography", -0.7, false },
    [RULE_CONTACT] = { "contact", -0.7, false },
    [RULE_OBJECT] = { "object", -0.3, false },
    [RULE_APPOINTED] = { "appointed", -0.6, false },
};

static bool shared_forward(const char *rule)
{
    static const enum rule forward[] = { RULE_AGENT,    RULE_SPEECH_OF,  RULE_INVITED,      RULE_FLOOR,
                                         RULE_TITLE_BY, RULE_HEADING_BY, RULE_SPEAKER_ROLE, RULE_THANKED,
                                         RULE_ABSENT,   RULE_CITED,      RULE_PRESENT };
    for (size_t i = 0; i < sizeof forward / sizeof *forward; i++)
        if (strcmp(signal_rules[forward[i]].name, rule) == 0)
            return true;
    return false;
}

static bool is_subject_rule(const char *rule)
{
    return strncmp(rule, "subject-", 8) == 0;
}

static bool stronger(struct signal a, const struct signal *b)
{
    return !b->rule || a.weight * a.weight > b->weight * b->weight;
}

/* Notes what a rule says of a person, once for each rule. */
static void note_person(struct signal_input *input, int32_t index, struct signal signal)
{
    struct draft_person *person = &input->people->items[index];
    for (size_t i = 0; i < person->signals.count; i++) {
        struct signal *known = &person->signals.items[i];
        if (strcmp(known->rule, signal.rule) != 0)
            continue;
        if (stronger(signal, known))
            *known = signal;
        return;
    }
    *vec_push(input->context->arena, &person->signals) = signal;
}

/* Notes it of the person named here, and of this place. */
static void note(struct signal_input *input, uint32_t name, struct signal signal)
{
    struct name_occurrence *occurrence = &input->context->names.items[name];
    if (occurrence->person < 0)
        return;
    note_person(input, occurrence->person, signal);
    if (signal.weight > 0 && signal.weight > occurrence->signal.weight)
        occurrence->signal = signal;
    if (shared_forward(signal.rule) && stronger(signal, &occurrence->forward))
        occurrence->forward = signal;
    if (is_subject_rule(signal.rule) && stronger(signal, &occurrence->subject))
        occurrence->subject = signal;
}

/* Is the name in a roll? Guests are there among those present. */
static bool in_roll(const struct signal_input *input, uint32_t index)
{
    enum section_kind kind = section_at(input->sections, input->context->names.items[index].at.start);
    return kind == SECTION_PRESENT || kind == SECTION_ABSENT;
}

void signal_add(struct signal_input *input, uint32_t index, enum rule rule, double weight)
{
    if ((rule == RULE_INVITED || rule == RULE_FLOOR) && in_roll(input, index))
        return;
    bool doubted = signal_rules[rule].words && input->kept < 1;
    note(input, index, (struct signal){ signal_rules[rule].name, doubted ? weight * input->kept : weight, doubted });
}

/* Skips back over "M.", "le président", quotes and brackets before a name. */
static uint32_t back_over_titles(const struct name_context *context, const struct name_occurrence *name)
{
    uint32_t i = name->lead;
    while (i > 0 && context->lexemes[i].before <= BEFORE_LINE &&
           (context->lexemes[i - 1].kind == LEXEME_PUNCTUATION &&
            (word_is(context, i - 1, "*") || word_is(context, i - 1, "[") || word_is(context, i - 1, "(") ||
             word_is(context, i - 1, "\""))))
        i--;
    if (i > 1 && word_is(context, i - 1, "own")) /* "by Halton's own Dr X" */
        for (i--; i > 0 && name->lead - i < 6 &&
                  (name_like(&context->lexemes[i - 1]) || word_is(context, i - 1, "'s") ||
                   word_is(context, i - 1, "our"));)
            i--;
    uint32_t office = office_begin(context, name);
    return office < name->lead ? office : i;
}

/* What holds for one name of an enumeration holds for the next, a little less. */
static void share(struct signal_input *input, uint32_t name, struct signal signal)
{
    if (signal.rule)
        note(input, name, (struct signal){ signal.rule, signal.weight * 0.97, signal.doubted });
}

/* "A, B (or C), D ont parlé": a verb in the plural, whose subjects commas join. */
static bool several_speak(const struct name_context *context, const struct name_occurrence *last)
{
    static const char *const plurals[] = { "ont", "sont", "avaient", "etaient", "have", "were", "are" };
    uint32_t next = role_after(context, last).end;
    return next < context->count && LEXEME_AMONG(&context->lexemes[next], plurals);
}

/* Signals of one name of an enumeration hold for the others: forward for agents, backward for a plural verb. What is
 * hardly a name does not stand between two that are. */
static void share_signals(struct signal_input *input)
{
    const struct name_context *context = input->context;
    VEC(uint32_t) plausible = { 0 };
    for (uint32_t i = 0; i < context->names.count; i++)
        if (context->names.items[i].person >= 0 && context->names.items[i].likelihood >= SIGNAL_PLAUSIBLE)
            *vec_push(input->context->arena, &plausible) = i;
    uint32_t a = plausible.count ? plausible.items[0] : 0; /* the last name of the enumeration */
    for (size_t k = 1; k < plausible.count; k++) {
        uint32_t b = plausible.items[k];
        const struct name_occurrence *first = &context->names.items[a], *second = &context->names.items[b];
        bool apart = second->forward.weight < 0 && first->forward.weight > 0; /* "X, Y in absentia" */
        bool next = enumeration_joins(context, first, second);
        if (first->person != second->person && !apart && next)
            share(input, b, first->forward);
        if (next || second->likelihood >= SHARED_MIN) /* "X, on the White Book, and Y" */
            a = b;
    }
    bool chained = false; /* "A, B et C ont dit": from C to B by "et", then on to A by the comma */
    for (size_t k = plausible.count; k-- > 1;) {
        uint32_t earlier = plausible.items[k - 1], b = plausible.items[k];
        const struct name_occurrence *first = &context->names.items[earlier], *second = &context->names.items[b];
        bool apart = first->person == second->person || second->lead - first->last > PLURAL_GAP_MAX ||
                     first->forward.weight < 0 /* "In the absence of X, Y" */ ||
                     !enumeration_joins(context, first, second);
        uint32_t before = second->lead - 1;
        chained =
            !apart && (enumeration_and(context, first->last + 1, before) ||
                             ((chained || several_speak(context, second)) && word_is(context, before, ",")));
        if (chained)
            share(input, earlier, second->subject);
    }
}

static bool year(const struct name_context *context, uint32_t i)
{
    const struct lexeme *lexeme = &context->lexemes[i];
    return lexeme->kind == LEXEME_NUMBER && lexeme->end - lexeme->start == 4 &&
           (lexeme->folded[0] == '1' || lexeme->folded[0] == '2');
}

/* "J. Doe, Traité du sable 2010 :", "J. Doe : Writing Sand, 1990": a book rather than a turn. */
static bool reference(const struct name_context *context, const struct turn *turn)
{
    if (turn->name < 0 || strcmp(turn->rule, "label-colon") != 0 || context->names.items[turn->name].honorific)
        return false;
    uint32_t i = context->names.items[turn->name].last + 1,
             colon = (uint32_t)lexeme_at(context->report, turn->label.end);
    for (; i < colon && i < context->count; i++)
        if (year(context, i))
            return true;
    for (; i < context->count && context->lexemes[i].before < BEFORE_LINE && i - colon < REFERENCE_MAX; i++)
        continue;
    bool dated = i > colon + 3 && word_is(context, i - 1, ".") && word_is(context, i - 3, ","); /* ", 1990." */
    return i > colon + 1 && i - colon < REFERENCE_MAX && i <= context->count && year(context, dated ? i - 2 : i - 1);
}

/* A heading of questions ends the talk above it; another heading ends the questions. Is it a heading? */
static bool open_block(struct signal_input *input, const struct block *block, int32_t *talk)
{
    if (block->kind != BLOCK_HEADING)
        return false;
    input->discussion = doubt_discussion(input->context, block);
    if (input->discussion)
        *talk = -1;
    return true;
}

/* Under whose name, alone on a line, the text at this byte stands: what others say there is told by him or her. It holds to
 * the end of the section. */
static int32_t turn_around(const struct signal_input *input, size_t *next, uint32_t at, uint32_t heading)
{
    const turn_list *turns = input->turns;
    while (*next < turns->count && turns->items[*next].label.end <= at)
        (*next)++;
    const struct turn *turn = *next ? &turns->items[*next - 1] : NULL;
    bool inside = turn && strncmp(turn->rule, "label-line", 10) == 0 && turn->reach == REACH_SECTION &&
                  turn->person >= 0 && !turn->quiet &&
                  turn->weight >= TURN_MIN && turn->label.start >= heading;
    return inside ? turn->person : -1;
}

void signals_collect(struct signal_input *input)
{
    struct name_context *context = input->context;
    const struct report *report = context->report;
    size_t block = 0, slot = 0, turn = 0;
    uint32_t section = 0; /* where the last heading begins */
    const slot_list *slots = input->slots;
    const struct block *heading = NULL; /* the last one that names somebody */
    int32_t talk = -1;
    input->talk_of = -1;
    for (size_t i = 0; i < input->sections->count; i++)
        input->roll |= input->sections->items[i].kind == SECTION_PRESENT;
    input->scholarly = doubt_scholarly(context, input->sections);
    for (uint32_t i = 0; i < context->names.count; i++) {
        const struct name_occurrence *name = &context->names.items[i];
        if (name->person < 0 || name->doubted || name->in_title || name->floor == FLOOR_ASIDE)
            continue;
        while (block + 1 < report->blocks.count && report->blocks.items[block + 1].start <= name->at.start)
            if (open_block(input, &report->blocks.items[++block], &talk))
                section = report->blocks.items[block].start;
        const struct block *here = block < report->blocks.count ? &report->blocks.items[block] : NULL;
        uint32_t at = back_over_titles(context, name);
        while (slot < slots->count && slots->items[slot].end <= name->at.start)
            slot++;
        bool timed = !input->verbatim && slot < slots->count && slots->items[slot].start <= name->at.start;
        if (here && here->kind != BLOCK_HEADING && heading)
            input->talk_of = talk;
        input->turn_of = turn_around(input, &turn, name->at.start, section);
        bool listed_by_another = input->scholarly && input->talk_of >= 0 && input->talk_of != name->person;
        input->kept = listed_by_another ? LISTED_IN_TALK : 1;
        signals_of_place(input, i, here, timed, at ? at : 1);
        if (here && here->kind == BLOCK_HEADING) {
            /* a heading with one name, strongly marked, opens a talk of that person */
            bool other = heading == here && talk != name->person;
            bool chaired = doubt_chaired(context, (uint32_t)lexeme_at(report, here->start), name->lead);
            talk = !other && !chaired && name->signal.weight >= TALK_MIN ? name->person : -1;
            heading = here;
        }
        signals_of_words(input, i, at);
        signals_of_phrases(input, i, at);
        signals_of_sentences(input, i, at);
        input->kept = 1;
    }
    size_t lines = 0;
    for (size_t i = 0; i < input->turns->count; i++)
        lines += strcmp(input->turns->items[i].rule, "label-line") == 0;
    for (size_t i = 0; i < input->turns->count; i++) {
        const struct turn *label = &input->turns->items[i];
        if (label->person < 0)
            continue;
        if (!input->verbatim && reference(context, label)) {
            signal_add(input, (uint32_t)label->name, RULE_CITED, signal_rules[RULE_CITED].weight);
            continue;
        }
        /* one name alone on a line, in a report that is no transcript, is as often a signature */
        bool lonely = lines == 1 && !input->verbatim && strcmp(label->rule, "label-line") == 0;
        if (label->name >= 0)
            note(input, (uint32_t)label->name,
                 (struct signal){ label->rule, lonely ? LONELY_LINE : label->weight, false });
        else
            note_person(input, label->person, (struct signal){ label->rule, label->weight, false });
    }
    share_signals(input);
}
