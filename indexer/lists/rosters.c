/* Lists of people: those present with surnames first; several names and nothing else, of which some are known. */
#include "name_shape.h"
#include "name_words.h"
#include "rolls.h"

enum {
    REVERSED_MIN = 3,
    STRANGE_MIN = 3,
    AFFILIATION_MAX = 16,
    KEY_MIN = 2,         /* letters of a key */
    KEY_MAX = 4,
    KEYS_MIN = 3,        /* keys from which a report is believed to have them */
    KEYED_WORDS_MAX = 4,
    HEADINGS_MIN = 2,    /* names that begin headings of a level, from which others there are believed */
    HEADING_WORDS_MAX = 3,
    HEADING_LEVELS = 8
};

static const double LISTED = 0.6;     /* likelihood of a name in a list of names */
static const double LIKELY_RUN = 0.5; /* and in an enumeration */

/* May a name begin at I, after what parts the items of a roll or an honorific? */
static bool item_starts(const struct name_context *context, uint32_t i)
{
    const struct lexeme *lexeme = &context->lexemes[i];
    return i == 0 || lexeme->before >= BEFORE_LINE || context->lexemes[i - 1].kind != LEXEME_WORD ||
           context->bits[i - 1] & NAME_WORD_HONORIFIC || word_is(context, i - 1, "et") ||
           word_is(context, i - 1, "and");
}

static bool in_roster(const section_list *sections, const struct name_occurrence *name)
{
    enum section_kind kind = section_at(sections, name->at.start);
    return kind == SECTION_PRESENT || kind == SECTION_ABSENT;
}

/* Does the list of those present put surnames first? Only names of which one word alone is a given name can tell. */
static bool family_first(const struct name_context *context, const section_list *sections)
{
    size_t reversed = 0, straight = 0;
    for (size_t i = 0; i < context->names.count; i++) {
        const struct name_occurrence *name = &context->names.items[i];
        if (name->form != NAME_FULL || !in_roster(sections, name) ||
            context->lexemes[name->first].shape & SHAPE_INITIAL)
            continue;
        bool first = name_given(&context->lexemes[name->first]), last = name_given(&context->lexemes[name->last]);
        reversed += last && !first;
        straight += first && !last;
    }
    return reversed >= REVERSED_MIN && reversed > straight * 2;
}

/* A name whose surname comes first, of lexemes FIRST to before END, its given names from GIVEN on. */
static struct name_occurrence reversed_name(const struct name_context *context, uint32_t first, uint32_t given,
                                            uint32_t end)
{
    const struct name_occurrence *known = name_at(context, first);
    struct name_occurrence name = { .lead = first, .role_first = first, .role_last = first, .person = -1 };
    if (known && known->first == first)
        name = *known;
    name.form = NAME_FULL;
    name.first = first;
    name.last = end - 1;
    name.at = (struct span){ context->lexemes[first].start, context->lexemes[end - 1].end };
    name.given = name_show(context, given, end - 1);
    name.surname = name_show(context, first, given - 1);
    name.upper_surname = true;
    name.likelihood = name.likelihood < LIKELY_COMMON_GIVEN ? LIKELY_COMMON_GIVEN : name.likelihood;
    return name;
}

/* The lexeme after a name with its surname first and in capitals that begins at I; I for none. In English only a known given
 * name tells: LEUNG Kwok-wai stays as it is. */
static uint32_t reversed_end(const struct name_context *context, uint32_t i, uint32_t *given)
{
    uint32_t end = item_starts(context, i) ? roll_name(context, i, given) : i;
    return end > i && (context->french || name_given(&context->lexemes[*given])) ? end : i;
}

/* Does a line begin at I, a number before it aside? */
static bool line_begins(const struct name_context *context, uint32_t i)
{
    while (i > 0 && context->lexemes[i].before < BEFORE_LINE && context->lexemes[i - 1].kind != LEXEME_WORD)
        i--;
    return context->lexemes[i].before >= BEFORE_LINE;
}

/* Do the lines of a list put surnames first and in capitals? Known given names tell. */
static bool lines_reversed(const struct name_context *context)
{
    size_t lines = 0;
    uint32_t given;
    for (uint32_t i = 0; i < context->count; i++)
        lines += context->lexemes[i].shape & SHAPE_UPPER && line_begins(context, i) &&
                 roll_name(context, i, &given) > i && name_given(&context->lexemes[given]);
    return lines >= REVERSED_MIN;
}

/* Names of rolls, and of lines if there are several, whose surnames come first and in capitals, given names known or not. */
static void read_capitals(struct name_context *context, const section_list *sections)
{
    VEC(struct name_occurrence) added = { 0 };
    bool lines = lines_reversed(context);
    for (uint32_t i = 0; i < context->count; i++) {
        uint32_t given;
        if (!(context->lexemes[i].shape & SHAPE_UPPER))
            continue;
        enum section_kind kind = section_at(sections, context->lexemes[i].start);
        if (kind != SECTION_PRESENT && kind != SECTION_ABSENT && !(lines && line_begins(context, i)))
            continue;
        uint32_t end = reversed_end(context, i, &given);
        if (end == i)
            continue;
        *vec_push(context->arena, &added) = reversed_name(context, i, given, end);
        i = end - 1;
    }
    names_replace(context, added.items, added.count);
}

void names_reverse_rosters(struct name_context *context, const section_list *sections)
{
    read_capitals(context, sections);
    if (!family_first(context, sections))
        return;
    for (size_t i = 0; i < context->names.count; i++) {
        struct name_occurrence *name = &context->names.items[i];
        bool straight = name->form == NAME_FULL && in_roster(sections, name) && name->given &&
                        !(context->lexemes[name->first].shape & SHAPE_INITIAL) &&
                        context->lexemes[name->last].shape & SHAPE_CAPITAL &&
                        name_given(&context->lexemes[name->last]) &&
                        strncmp(name_show(context, name->first, name->first), name->given, strlen(name->given)) == 0;
        if (!straight)
            continue;
        name->given = name_show(context, name->last, name->last);
        name->surname = name_show(context, name->first, name->last - 1);
        if (name->likelihood < LIKELY_COMMON_GIVEN)
            name->likelihood = LIKELY_COMMON_GIVEN;
    }
}

/* The lexeme after a comma, "and" or an affiliation in brackets that joins names in a list; I for none of them. */
static uint32_t joint_end(const struct name_context *context, uint32_t i)
{
    uint32_t at = i;
    if (word_is(context, at, "(") || word_is(context, at, "[")) {
        while (at < context->count && at - i < AFFILIATION_MAX && context->lexemes[at].before < BEFORE_BLOCK &&
               !word_is(context, at, ")") && !word_is(context, at, "]"))
            at++;
        at = word_is(context, at, ")") || word_is(context, at, "]") ? at + 1 : i;
    }
    while (word_is(context, at, ",") || word_is(context, at, ";") || word_is(context, at, "and") ||
           word_is(context, at, "et") || word_is(context, at, "&") || word_is(context, at, "*"))
        at++;
    return at;
}

/* Does nothing but a name's list begin here: at a line's beginning, in brackets, after a colon? */
static bool list_begins(const struct name_context *context, uint32_t lead)
{
    return context->lexemes[lead].before >= BEFORE_LINE || word_is(context, lead - 1, "(") ||
           word_is(context, lead - 1, ":") || word_is(context, lead - 1, "–") || word_is(context, lead - 1, "—");
}

static bool list_ends(const struct name_context *context, uint32_t i)
{
    return i >= context->count || context->lexemes[i].before >= BEFORE_LINE || word_is(context, i, ")") ||
           word_is(context, i, ".");
}

/* Written like a name and made of no ordinary words? */
static bool strange(const struct name_occurrence *name)
{
    return name->likelihood >= LIKELY_STRANGE;
}

/* "Jane Doe, Grand Institute & Open Platform", "Jane Doe (Bray Cyber)": what follows a known name that begins a line, or
 * stands in a bracket after any, is where one is from. */
static void doubt_affiliations(struct name_context *context)
{
    for (size_t i = 1; i < context->names.count; i++) {
        struct name_occurrence *name = &context->names.items[i], *before = name - 1;
        bool affiliation = context->lexemes[before->lead].before >= BEFORE_LINE &&
                           before->likelihood >= LIKELY_GIVEN && word_is(context, before->last + 1, ",") &&
                           name->lead <= before->last + 2 && name->likelihood < LIKELY_GIVEN && !name->honorific &&
                           !name->listed;
        bool joined = before->doubted && name->lead == before->last + 2 && word_is(context, before->last + 1, "&");
        uint32_t open = before->last + 1;
        bool bracket = name->likelihood < LIKELY_GIVEN && !name->honorific && before->likelihood >= LIKELY_GIVEN &&
                       (word_is(context, open, "(") || word_is(context, open, "[")) && name->lead == open + 1 &&
                       (word_is(context, name->last + 1, ")") || word_is(context, name->last + 1, "]"));
        if (affiliation || joined || bracket) {
            name->doubted = true;
            name->likelihood /= 2;
        }
    }
}

/* The key in "Chip Morrow (CM)": letters in capitals, the first of them that with which the name begins. */
static bool has_key(const struct name_context *context, uint32_t first, uint32_t open)
{
    const struct lexeme *key = &context->lexemes[open + 1];
    size_t length = key->end - key->start;
    return word_is(context, open + 2, ")") && key->shape & SHAPE_UPPER && length >= KEY_MIN && length <= KEY_MAX &&
           key->folded[0] == context->lexemes[first].folded[0];
}

/* Where several names have keys in brackets, by which the notes call them, all that have are names. */
static void read_keys(struct name_context *context)
{
    VEC(struct name_occurrence) added = { 0 };
    size_t keys = 0;
    for (uint32_t i = 0; i + 3 < context->count; i++) {
        uint32_t open = i;
        while (open < context->count && open - i < KEYED_WORDS_MAX && name_like(&context->lexemes[open]) &&
               (open == i || context->lexemes[open].before <= BEFORE_LINE))
            open++;
        struct name_occurrence name;
        if (open < i + 2 || !word_is(context, open, "(") || !item_starts(context, i) || !has_key(context, i, open))
            continue;
        keys++;
        struct name_occurrence *known = name_at(context, i);
        if (known && known->first == i && known->last == open - 1)
            known->likelihood = known->likelihood < LISTED ? LISTED : known->likelihood;
        else if (name_full(context, i, open - 1, &name)) {
            name.likelihood = LISTED;
            *vec_push(context->arena, &added) = name;
        }
        i = open;
    }
    if (keys >= KEYS_MIN)
        names_replace(context, added.items, added.count);
}

void names_believe_lists(struct name_context *context)
{
    read_keys(context);
    for (size_t first = 0; first < context->names.count;) {
        struct name_occurrence *names = context->names.items;
        size_t last = first, known = 0, odd = 0;
        uint32_t after = 0;
        for (;; last++) {
            known += names[last].likelihood >= LIKELY_GIVEN;
            odd += !strange(&names[last]);
            after = joint_end(context, names[last].last + 1);
            if (last + 1 >= context->names.count || names[last + 1].lead != after || after == names[last].last + 1 ||
                names[last + 1].form != NAME_FULL)
                break;
        }
        size_t count = last + 1 - first;
        bool list = names[first].form == NAME_FULL && after > names[first].last + 1 &&
                    list_begins(context, names[first].lead) && list_ends(context, after);
        bool believed = list && count >= 2 && (known * 2 >= count || (count >= STRANGE_MIN && !odd));
        bool run =
            !list && count >= STRANGE_MIN && known * 2 >= count; /* in a sentence: "X (PS), Y (EELV) et Z (PLR)" */
        for (size_t i = first; i <= last && run; i++)
            if (names[i].form == NAME_FULL && names[i].likelihood < LIKELY_RUN)
                names[i].likelihood = LIKELY_RUN;
        for (size_t i = first; i <= last && list; i++) {
            names[i].listed = true;
            if (believed && names[i].likelihood < LISTED)
                names[i].likelihood = LISTED;
        }
        first = last + 1;
    }
    doubt_affiliations(context);
    for (size_t i = 1; i < context->names.count; i++) { /* "Jane Doe et Fjola Hyseni" */
        struct name_occurrence *name = &context->names.items[i], *before = name - 1;
        bool pair = name->lead == before->last + 2 &&
                    (word_is(context, name->lead - 1, "et") || word_is(context, name->lead - 1, "and"));
        if (pair && before->form == NAME_FULL && before->likelihood >= LIKELY_GIVEN && name->form == NAME_FULL &&
            strange(name) && name->likelihood < LISTED && !name->doubted)
            name->likelihood = LISTED;
    }
}

/* The lexemes of a heading that is nothing but two or three words written like names; false for any other. */
static bool short_heading(const struct name_context *context, const struct block *block, uint32_t *first,
                          uint32_t *last)
{
    *first = (uint32_t)lexeme_at(context->report, block->start);
    uint32_t i = *first;
    for (; i < context->count && context->lexemes[i].start < block->end; i++)
        if (!name_like(&context->lexemes[i]) || i - *first >= HEADING_WORDS_MAX)
            return false;
    *last = i - 1;
    return i >= *first + 2;
}

void names_believe_headings(struct name_context *context)
{
    const struct report *report = context->report;
    unsigned sure[HEADING_LEVELS] = { 0 };
    VEC(struct name_occurrence) added = { 0 };
    uint32_t first, last;
    for (size_t b = 0; b < report->blocks.count; b++) {
        const struct block *block = &report->blocks.items[b];
        const struct name_occurrence *known = name_at(context, (uint32_t)lexeme_at(report, block->start));
        if (block->kind == BLOCK_HEADING && block->level < HEADING_LEVELS && known && known->likelihood >= LISTED &&
            known->at.start == block->start)
            sure[block->level]++;
    }
    for (size_t b = 0; b < report->blocks.count; b++) {
        const struct block *block = &report->blocks.items[b];
        if (block->kind != BLOCK_HEADING || block->level >= HEADING_LEVELS || sure[block->level] < HEADINGS_MIN ||
            !short_heading(context, block, &first, &last))
            continue;
        struct name_occurrence *known = name_at(context, first), name;
        const struct lexeme *family = &context->lexemes[last];
        bool words = name_ordinary(family) || family->lexicon & LEXICON_PLACE_WHOLE || context->bits[first] ||
                     context->bits[last];
        size_t inside = name_after(context, first);
        bool other = !known && inside < context->names.count && context->names.items[inside].lead <= last;
        if (words || other || (known && (known->last != last || known->likelihood >= LISTED)))
            continue;
        if (known) {
            known->likelihood = LISTED;
        } else if (name_full(context, first, last, &name)) {
            name.likelihood = LISTED;
            *vec_push(context->arena, &added) = name;
        }
    }
    names_add(context, added.items, added.count);
}
