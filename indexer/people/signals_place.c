/* The rules over where a name stands: sections and lists, headings, a programme's slots, bold print, a role beside it. */
#include "calendar.h"
#include "marks.h"
#include "name_words.h"
#include "programme.h"
#include "roles.h"
#include "signal_rules.h"

enum { HOUR_LEXEMES_MAX = 14, SENTENCE_BACK_MAX = 30, ROLE_LINE_MAX = 8, BRACKET_MAX = 16,
       GUEST_BACK_MAX = 5, DAY_WORDS = 4, CREDIT_BYTES = 100, HEADING_NAMES_MAX = 5 };

static const double NAMES_UNDER_HEADING = 0.6;
static const double LIKELY_GIVEN_NAME = 0.7; /* likelihood of a name that a table knows */
static const double BRACKET_NAME =
    0.5; /* likelihood from which what follows a name in brackets is another, and no house */

/* "Jane Doe et Paul Roe (CNRS)": nothing but names, what they are and what joins them, from FIRST to the end of the block. */
static bool only_names(const struct name_context *context, uint32_t first, const struct block *block)
{
    uint32_t i = first;
    while (i < context->count && context->lexemes[i].start < block->end) {
        const struct name_occurrence *name = name_at(context, i);
        if (name && name->person >= 0 && name->likelihood >= SIGNAL_PLAUSIBLE && name->lead == i)
            i = role_after(context, name).end;
        else if (word_is(context, i, ",") || word_is(context, i, "et") || word_is(context, i, "and") ||
                 word_is(context, i, "&") || word_is(context, i, ";") || word_is(context, i, "/"))
            i++;
        else
            return false;
    }
    return true;
}

/* "Jane Doe, Mapping the marsh", "Jane Doe, 12 May 2021": a heading that goes on with the title or the day of a talk; of a
 * title of the report only the day tells, since "Jane Doe, une vie" is a book's. */
static bool titled_heading(const struct name_context *context, const struct name_occurrence *name,
                           const struct block *block)
{
    static const char *const articles[] = { "un", "une", "le", "la", "l'", "les", "the", "a", "an", "et", "and",
                                            "son",
                                            "sa",  "his", "her" };
    uint32_t next = name->last + 2;
    if (!word_is(context, next - 1, ",") || next >= context->count || name->likelihood < LIKELY_GIVEN_NAME ||
        LEXEME_AMONG(&context->lexemes[next], articles) || name_at(context, next))
        return false;
    if (block != context->report->blocks.items)
        return true;
    for (uint32_t i = next; i < context->count && context->lexemes[i].start < block->end; i++)
        if (context->lexemes[i].kind == LEXEME_NUMBER)
            return true;
    return false;
}

/* A roll in capitals reads as a heading: more names than a heading has. */
static bool roll_in_capitals(const struct name_context *context, const struct block *block)
{
    size_t first = name_after(context, (uint32_t)lexeme_at(context->report, block->start)), i = first;
    while (i < context->names.count && context->names.items[i].at.start < block->end)
        i++;
    return i - first > HEADING_NAMES_MAX && context->lexemes[context->names.items[first].last].shape & SHAPE_UPPER;
}

static void heading_signals(struct signal_input *input, uint32_t index, const struct block *block, uint32_t at)
{
    const struct name_context *context = input->context;
    const struct name_occurrence *name = &context->names.items[index];
    bool first =
        context->lexemes[name->lead].start <= block->start + 2 || context->lexemes[name->lead].before >= BEFORE_LINE;
    struct role role = role_after(context, name);
    bool last = role.end >= context->count || context->lexemes[role.end].start >= block->end;
    if (roll_in_capitals(context, block))
        return;
    if ((first && last) || only_names(context, (uint32_t)lexeme_at(context->report, block->start), block))
        signal_add(input, index, RULE_HEADING_ALONE, signal_rules[RULE_HEADING_ALONE].weight);
    else if (first && (word_is(context, role.end, ":") || word_is(context, role.end, "–") ||
                       word_is(context, role.end, "—") || word_is(context, role.end, "-")))
        signal_add(input, index, RULE_HEADING_LABEL, signal_rules[RULE_HEADING_LABEL].weight);
    else if (at > 0 && (word_is(context, at - 1, "par") || word_is(context, at - 1, "by")))
        signal_add(input, index, RULE_HEADING_BY, signal_rules[RULE_HEADING_BY].weight);
    else if (last && at > 0 &&
             (word_is(context, at - 1, ",") || word_is(context, at - 1, ":") || word_is(context, at - 1, "–") ||
              word_is(context, at - 1, "—") || word_is(context, at - 1, "(") || word_is(context, at - 1, "-")))
        signal_add(input, index, RULE_HEADING_LABEL, signal_rules[RULE_HEADING_LABEL].weight - 0.1);
    else if (first && titled_heading(context, name, block))
        signal_add(input, index, RULE_HEADING_LABEL, signal_rules[RULE_HEADING_LABEL].weight - 0.15);
    else
        signal_add(input, index, RULE_HEADING, signal_rules[RULE_HEADING].weight);
}

/* Roles that are to speak. */
static bool speaks_by_role(const struct name_context *context, uint32_t i)
{
    static const char *const words[] = {
        "moderateur",    "moderatrice",  "animateur",     "animatrice", "intervenant", "intervenante", "intervenants",
        "intervenantes", "conferencier", "conferenciere", "orateur",    "oratrice",    "discutant",    "discutante",
        "rapporteur",    "rapporteure",  "presenter",     "presenters", "speaker",     "speakers",     "panellist",
        "panellists",    "panelist",     "panelists",     "moderator",  "facilitator", "discussant",   "rapporteurs",
        "host", "hosts",
        "compere", "emcee",
        "animateurs",    "animatrices",  "moderateurs",   "conferenciers"
    };
    for (size_t w = 0; w < sizeof words / sizeof *words; w++)
        if (word_is(context, i, words[w]) && !(context->lexemes[i].shape & SHAPE_UPPER))
            return true;
    return false;
}

/* "Notre invitée, X", "L'invité de la soirée, X", "Our guest, X": who was asked to speak, in apposition. */
static bool guest_before(const struct name_context *context, const struct name_occurrence *name)
{
    static const char *const owners[] = { "notre", "nos", "l'", "les", "our", "tonight's", "evening's", "today's" };
    static const char *const guests[] = { "invite", "invitee", "invites",      "guest",         "guests",
                                          "hote",   "speaker", "conferencier", "conferenciere", "oratrice" };
    uint32_t i = name->lead;
    if (i > 0 && word_is(context, i - 1, ","))
        i--;
    for (uint32_t end = i; i > 1 && end - i < GUEST_BACK_MAX && context->lexemes[i].before < BEFORE_LINE &&
                           context->lexemes[i - 1].shape & (SHAPE_LOWER | SHAPE_ELIDED);
         i--)
        for (size_t g = 0; g < sizeof guests / sizeof *guests; g++)
            for (size_t o = 0; o < sizeof owners / sizeof *owners && word_is(context, i - 1, guests[g]); o++)
                if (word_is(context, i - 2, owners[o]))
                    return true;
    return false;
}

/* "le modérateur X", "presenters X, Y and Z", "X, modératrice du débat", "X as moderator": the role itself is to speak. */
static bool speaker_role(const struct name_context *context, const struct name_occurrence *name)
{
    for (uint32_t i = name->lead; i > 0 && name->lead - i < 2 && context->lexemes[i].before <= BEFORE_LINE; i--)
        if (speaks_by_role(context, i - 1))
            return !(i > 1 && (word_is(context, i - 2, "of") ||
                               word_is(context, i - 2, "de"))); /* "a lineup of speakers, X" */
    uint32_t next = name->last + 1;
    if ((word_is(context, next, "as") || word_is(context, next, "comme")) &&
        (speaks_by_role(context, next + 1) || speaks_by_role(context, next + 2)))
        return true;
    uint32_t end = role_after(context, name).end;
    for (uint32_t i = next + 1; i < end; i++) {
        bool session = (word_is(context, i, "president") || word_is(context, i, "presidente")) &&
                       (word_is(context, i + 2, "seance") || word_is(context, i + 2, "session"));
        size_t length = strlen(context->lexemes[i].folded);
        bool other = word_is(context, i, "animateur") || word_is(context, i, "animatrice") ||
                     word_is(context, i, "rapporteur") || context->lexemes[i].folded[length - 1] == 's';
        if (session || (speaks_by_role(context, i) && !other))
            return true; /* the others are professions and offices too, or several people */
    }
    return guest_before(context, name);
}

/* Nothing but an affiliation follows the name on its line. */
static bool stands_alone(const struct name_context *context, const struct name_occurrence *name)
{
    uint32_t next = name->last + 1;
    return next >= context->count || context->lexemes[next].before >= BEFORE_LINE || word_is(context, next, "(") ||
           word_is(context, next, "–") || word_is(context, next, "—") ||
           (word_is(context, next, ",") && next + 1 < context->count &&
            context->lexemes[next + 1].kind != LEXEME_NUMBER); /* a film's year */
}

/* "Il travaille auprès de X": a sentence that tells of the speaker above. */
static bool told_of_another(const struct name_context *context, uint32_t lead)
{
    uint32_t i = lead;
    while (i > 0 && lead - i < SENTENCE_BACK_MAX && !context->lexemes[i].sentence_start)
        i--;
    return i < lead && (word_is(context, i, "il") || word_is(context, i, "elle") || word_is(context, i, "he") ||
                        word_is(context, i, "she"));
}

/* Does nothing but an hour stand before this lexeme on its line? */
static bool after_hour(const struct name_context *context, uint32_t i)
{
    for (uint32_t at = i; at > 0 && i - at < HOUR_LEXEMES_MAX; at--) {
        if (context->lexemes[at].before >= BEFORE_LINE)
            return at < i;
        const struct lexeme *lexeme = &context->lexemes[at - 1];
        if (lexeme->kind == LEXEME_WORD && lexeme->folded[0] > '9' && !lexeme_is(lexeme, "h") &&
            !lexeme_is(lexeme, "am") && !lexeme_is(lexeme, "pm") && !lexeme_is(lexeme, "min"))
            return false;
    }
    return false;
}

/* "Harlow President, Dr. Jane Doe": a line of capitalised words and a name, as captions and lists of panellists have. */
static bool role_line(const struct name_context *context, const struct name_occurrence *name)
{
    uint32_t i = name->lead, next = name->last + 1;
    if (next < context->count && context->lexemes[next].before < BEFORE_LINE && !word_is(context, next, "("))
        return false;
    while (i > 0 && context->lexemes[i].before < BEFORE_LINE && name->lead - i < ROLE_LINE_MAX) {
        const struct lexeme *lexeme = &context->lexemes[i - 1];
        if (lexeme->kind == LEXEME_WORD ? lexeme->shape & SHAPE_LOWER &&
                                              !(context->bits[i - 1] & NAME_WORD_PARTICLE) && !lexeme_is(lexeme, "'s")
                                        : !lexeme_is(lexeme, ",") && !lexeme_is(lexeme, "."))
            return false;
        i--;
    }
    return i < name->lead && context->lexemes[i].before >= BEFORE_LINE;
}

static uint32_t first_of(const struct name_context *context, const struct block *block)
{
    return (uint32_t)lexeme_at(context->report, block->start);
}

static bool under_heading(const struct name_context *context, const struct block *block)
{
    return block > context->report->blocks.items && block[-1].kind == BLOCK_HEADING && block->kind == BLOCK_PARAGRAPH;
}

/* A name alone on its line, and the line below begins with a day: what an announcement of several evenings is made of. */
static bool day_below(const struct name_context *context, const struct name_occurrence *name)
{
    uint32_t next = name->last + 1;
    if (next + DAY_WORDS >= context->count || context->lexemes[name->lead].before < BEFORE_LINE ||
        context->lexemes[next].before < BEFORE_LINE)
        return false;
    for (uint32_t i = next; i < next + DAY_WORDS && (i == next || context->lexemes[i].before < BEFORE_LINE); i++)
        if (month_from_name(slice_of(context->lexemes[i].folded)) > 0 && i > next &&
            context->lexemes[i - 1].folded[0] <= '9')
            return true;
    return false;
}

/* The first words under a heading: "Jane Doe (CNRS)", "Jane Doe, archivist. The marsh…" in notes of a meeting. */
static bool opens_section(const struct name_context *context, const struct name_occurrence *name,
                          const struct block *block)
{
    if (block <= context->report->blocks.items + 1 || !under_heading(context, block) ||
        context->lexemes[name->lead].start > block->start + 2 || name->likelihood < LIKELY_GIVEN_NAME)
        return false;
    uint32_t end = role_after(context, name).end;
    bool line = end >= context->count || context->lexemes[end].before >= BEFORE_LINE;
    bool credit = block->end - block->start <= CREDIT_BYTES &&
                  (word_is(context, name->last + 1, ",") || word_is(context, name->last + 1, "("));
    return line || credit || (end > name->last + 1 && (word_is(context, end, ".") || word_is(context, end, ",")));
}

/* "(J. Doe, CNRS)": an announcement names so who will speak of each subject. */
static bool in_bracket(const struct name_context *context, const struct name_occurrence *name)
{
    uint32_t next = name->last + 1;
    if (name->lead == 0 || !word_is(context, name->lead - 1, "(") || !word_is(context, next, ",") ||
        next + 1 >= context->count ||
        !(context->lexemes[next + 1].shape & (SHAPE_CAPITAL | SHAPE_UPPER | SHAPE_ACRONYM)))
        return false;
    const struct name_occurrence *other = name_at(context, next + 1);
    if (other && other->person >= 0 && other->lead == next + 1 && other->likelihood >= BRACKET_NAME)
        return false; /* "(Jane Doe, John Roe…)": examples */
    for (uint32_t i = next + 1; i < context->count && i - next < BRACKET_MAX; i++) {
        if (word_is(context, i, ")"))
            return true;
        if (context->lexemes[i].kind == LEXEME_NUMBER || word_is(context, i, ":") || word_is(context, i, "«"))
            return false; /* a reference: (J. Doe, Presses, 2012) */
    }
    return false;
}

/* "Hon. Speaker: Very well. Hon. X.": in a transcript, whoever a turn names is called or told of. */
static bool said_in_transcript(const struct signal_input *input, const struct name_occurrence *name)
{
    return input->verbatim && name->at.start > input->turns->items[0].start;
}

/* "• X, who underwent surgery, is home", "• X has agreed": an item that tells of somebody, rather than one of a list. */
static bool sentence_after(const struct name_context *context, uint32_t next, uint32_t end)
{
    static const char *const links[] = { "has", "have", "had", "is", "are", "was", "were", "will", "a", "ont",
                                         "avait", "est", "sont", "etait", "sera", "fut" };
    if (word_is(context, next, ",") && (word_is(context, next + 1, "who") || word_is(context, next + 1, "qui")))
        return true;
    return end < context->count && context->lexemes[end].before == BEFORE_SPACE &&
           context->lexemes[end].shape & SHAPE_LOWER && LEXEME_AMONG(&context->lexemes[end], links);
}

/* "X, who was invited by Y": in the list of speakers, Y is their host. */
static bool invited_by(const struct name_context *context, uint32_t at)
{
    return at > 1 && (word_is(context, at - 1, "by") || word_is(context, at - 1, "par")) &&
           strncmp(context->lexemes[at - 2].folded, "invite", 6) == 0;
}

void signals_of_place(struct signal_input *input, uint32_t index, const struct block *block, bool timed, uint32_t at)
{
    const struct name_context *context = input->context;
    const struct name_occurrence *name = &context->names.items[index];
    struct role after = role_after(context, name), before = role_before(context, name);
    bool line_first =
        context->lexemes[name->lead].before >= BEFORE_LINE || context->lexemes[at].before >= BEFORE_LINE;
    bool followed = after.end > name->last + 1, document = section_of_document(context, name);
    if (name->floor == FLOOR_ITEM)
        signal_add(input, index, RULE_SPEAKER_LIST, signal_rules[RULE_SPEAKER_LIST].weight);
    switch (section_at(input->sections, name->at.start)) {
    case SECTION_SPEAKERS:
        if (name->floor == FLOOR_NONE && !document && !name->in_abstract && !said_in_transcript(input, name) &&
            (line_first || before.quality || programme_position(context, name, at) ||
             (name->lead > 0 && word_is(context, name->lead - 1, "("))) &&
            !told_of_another(context, name->lead) && !invited_by(context, at))
            signal_add(input, index, RULE_SPEAKER_LIST, signal_rules[RULE_SPEAKER_LIST].weight);
        break;
    case SECTION_PRESENT: signal_add(input, index, RULE_PRESENT, signal_rules[RULE_PRESENT].weight); return;
    case SECTION_ABSENT: signal_add(input, index, RULE_ABSENT, signal_rules[RULE_ABSENT].weight); return;
    case SECTION_THANKS: signal_add(input, index, RULE_THANKED, signal_rules[RULE_THANKED].weight); return;
    case SECTION_BIBLIOGRAPHY:
        signal_add(input, index, RULE_BIBLIOGRAPHY, signal_rules[RULE_BIBLIOGRAPHY].weight);
        return;
    case SECTION_CONTACT:
    case SECTION_COMMITTEE: signal_add(input, index, RULE_CONTACT, signal_rules[RULE_CONTACT].weight); return;
    case SECTION_PROGRAMME:
    case SECTION_GUESTS:
    case SECTION_NONE: break;
    }
    if (name->credit_end)
        signal_add(input, index, RULE_PROGRAMME_CREDIT, signal_rules[RULE_PROGRAMME_CREDIT].weight);
    if (block && block->kind == BLOCK_HEADING) {
        heading_signals(input, index, block, at);
        return;
    }
    if (timed && (line_first || after_hour(context, name->lead)) && name->likelihood >= SIGNAL_PLAUSIBLE &&
        stands_alone(context, name))
        signal_add(input, index, RULE_PROGRAMME_NAME, signal_rules[RULE_PROGRAMME_NAME].weight);
    else if (input->slots->count >= PROGRAMME_MIN && name->listed && name->likelihood >= 0.5)
        signal_add(input, index, RULE_PROGRAMME_LINE, signal_rules[RULE_PROGRAMME_LINE].weight - 0.1);
    else if (timed && name->likelihood >= 0.5 && (line_first || programme_position(context, name, at)))
        signal_add(input, index, RULE_PROGRAMME_LINE, signal_rules[RULE_PROGRAMME_LINE].weight);
    if (block && block->kind == BLOCK_LIST_ITEM && line_first && !input->roll &&
        !sentence_after(context, name->last + 1, after.end))
        signal_add(input, index, RULE_LIST_ITEM, signal_rules[RULE_LIST_ITEM].weight);
    if (followed && after.quality > 0) {
        enum rule rule = after.role ? RULE_ROLE_AFTER : RULE_ORGANISATION_AFTER;
        signal_add(input, index, rule, signal_rules[rule].weight);
    }
    if (before.quality > 0)
        signal_add(input, index, RULE_ROLE_BEFORE, signal_rules[RULE_ROLE_BEFORE].weight);
    if (before.quality > 0 && role_line(context, name))
        signal_add(input, index, RULE_ROLE_LINE, signal_rules[RULE_ROLE_LINE].weight);
    bool others = input->talk_of >= 0 && input->talk_of != name->person;
    if (day_below(context, name))
        signal_add(input, index, RULE_PROGRAMME_NAME, signal_rules[RULE_PROGRAMME_NAME].weight - 0.1);
    if (block && !others && under_heading(context, block) && only_names(context, first_of(context, block), block))
        signal_add(input, index, RULE_SECTION_FIRST, NAMES_UNDER_HEADING);
    else if (block && !others && opens_section(context, name, block))
        signal_add(input, index, RULE_SECTION_FIRST, signal_rules[RULE_SECTION_FIRST].weight);
    if (in_bracket(context, name))
        signal_add(input, index, RULE_BRACKET, signal_rules[RULE_BRACKET].weight);
    if (!document && speaker_role(context, name) && !signals_absent(context, name))
        signal_add(input, index, RULE_SPEAKER_ROLE, signal_rules[RULE_SPEAKER_ROLE].weight);
    if (marked(context->report, MARK_SPEAKER, name->at.start, name->at.end))
        signal_add(input, index, RULE_MARKED, signal_rules[RULE_MARKED].weight);
    else if (marked(context->report, MARK_BOLD, name->at.start, name->at.end))
        signal_add(input, index, line_first ? RULE_BOLD_START : RULE_BOLD,
                   signal_rules[line_first ? RULE_BOLD_START : RULE_BOLD].weight);
}
