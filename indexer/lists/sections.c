#include "sections.h"

#include <stdlib.h>

#include "name_words.h"
#include "roles.h"
#include "rolls.h"
#include "section_words.h"
#include "token.h"
#include "verb_phrase.h"

static const double LISTED_MIN = 0.25; /* likelihood of a name before a comma or a bracket, on a line of a list */

enum { LABEL_WORDS_MAX = 6, BARE_LABEL_WORDS_MAX = 5, ANNOUNCEMENT_WORDS_MAX = 14, INLINE_WORDS_MAX = 6,
       BROKEN_LABEL_MAX = 60, BROKEN_WORDS_MAX = 8, NAME_PARAGRAPH_MAX = 400, REFERENCE_MAX = 8, KEY_BYTES = 160 };

static size_t word_count(struct slice words)
{
    size_t count = 0;
    bool inside = false;
    for (size_t i = 0; i < words.length; i++) {
        bool space = words.bytes[i] == ' ' || words.bytes[i] == '\n' || words.bytes[i] == '\t';
        count += !space && !inside;
        inside = !space;
    }
    return count;
}

/* Does folded text end with these words, and have others before them? */
static bool ends_with_words(struct slice folded, const char *words)
{
    size_t n = strlen(words);
    return folded.length > n && folded.bytes[folded.length - n - 1] == ' ' &&
           memcmp(folded.bytes + folded.length - n, words, n) == 0;
}

bool section_of_speakers(struct slice words)
{
    static const char *const last[] = { "speakers", "panelists", "panellists", "lecturers", "presenters" };
    char key[KEY_BYTES];
    if (word_count(words) > LABEL_WORDS_MAX)
        return false;
    struct slice folded = { key, fold_key(words, key, sizeof key) };
    if (memmem(key, folded.length, "for ", 4))
        return false; /* "Information for speakers" */
    for (size_t i = 0; i < sizeof last / sizeof *last; i++)
        if (ends_with_words(folded, last[i]))
            return true;
    return section_label(words) == SECTION_SPEAKERS;
}

/* What a heading announces: as a label does, or by its last words, or its first in French, that stand for the people
 * behind a meeting ("Scientific & Technical Committee"); not "Committee Reports" nor "Comité des droits". */
static enum section_kind heading_kind(struct slice words)
{
    static const char *const last[] = { "program committee", "programme committee", "scientific committee",
                                        "organizing committee", "organising committee", "technical committee",
                                        "advisory committee", "local committee", "steering committee", "organizers",
                                        "organisers", "organisateurs", "organisatrices", "sponsors", "partenaires" };
    static const char *const first[] = { "comite scientifique", "comite d organisation", "comite organisateur",
                                         "comite local", "comite de programme", "comites" };
    char key[KEY_BYTES];
    if (word_count(words) > LABEL_WORDS_MAX)
        return SECTION_NONE;
    enum section_kind kind = section_words_kind(words);
    struct slice folded = { key, fold_key(words, key, sizeof key) };
    for (size_t i = 0; i < sizeof last / sizeof *last && kind == SECTION_NONE; i++)
        if (ends_with_words(folded, last[i]))
            kind = SECTION_COMMITTEE;
    for (size_t i = 0; i < sizeof first / sizeof *first && kind == SECTION_NONE; i++)
        if (slice_starts(folded, slice_of(first[i])))
            kind = SECTION_COMMITTEE;
    return kind;
}

/* The words of a label without what is in brackets: "Présents (12) :" is "Présents". */
static struct slice label_words(struct slice label)
{
    while (label.length && ((*label.bytes >= '0' && *label.bytes <= '9') || strchr(" .)-", *label.bytes))) {
        label.bytes++; /* "2. Apologies" */
        label.length--;
    }
    const char *bracket = memchr(label.bytes, '(', label.length);
    if (bracket)
        label.length = (size_t)(bracket - label.bytes);
    return slice_trim(label);
}

/* "The Chair opened the hearing. The following spoke" announces what its last sentence does. */
static struct slice last_sentence(struct slice words)
{
    for (size_t i = words.length; i > 2; i--)
        if (words.bytes[i - 1] == ' ' && words.bytes[i - 2] == '.')
            return (struct slice){ words.bytes + i, words.length - i };
    return words;
}

enum section_kind section_label(struct slice label)
{
    struct slice words = label_words(label);
    if (!words.length || word_count(words) > LABEL_WORDS_MAX)
        return SECTION_NONE;
    enum section_kind kind = section_words_kind(words);
    if (kind == SECTION_GUESTS)
        return SECTION_SPEAKERS;
    return kind == SECTION_NONE && roll_of(words) != SECTION_NONE ? SECTION_PRESENT : kind;
}

/* The section that a heading opens: to the next heading of its level or above. */
static uint32_t heading_reach(const struct name_context *context, enum section_kind kind, size_t heading)
{
    const struct report *report = context->report;
    for (size_t i = heading + 1; i < report->blocks.count; i++) {
        const struct block *block = &report->blocks.items[i];
        bool names = is_roll(kind) && roll_block(context, block); /* a list of names in capitals reads as a heading */
        if (block->kind == BLOCK_HEADING && block->level <= report->blocks.items[heading].level && !names)
            return block->start;
    }
    return (uint32_t)report->record.text.length;
}

/* "Intervenants : X, historien" and further lines that begin with names: where the last of them ends. */
static uint32_t lines_of_names(const struct name_context *context, uint32_t end, uint32_t block_end)
{
    const char *text = context->report->record.text.bytes;
    while (end < block_end) {
        uint32_t first = (uint32_t)lexeme_at(context->report, end);
        const struct name_occurrence *name = first < context->count ? name_at(context, first) : NULL;
        bool listed = name && (word_is(context, name->last + 1, ",") || word_is(context, name->last + 1, "("));
        if (!name || name->lead != first || name->likelihood < (listed ? LISTED_MIN : 0.5) ||
            word_is(context, name->last + 1, ":") ||
            predicate_begins(context, name->last + 1, false)) /* "X had been elected": a sentence */
            break;
        end = roll_line_end(text, end + 1, block_end);
    }
    return end;
}

/* A short paragraph that begins with a name and what he or she is: an item of a list printed as paragraphs. */
static bool name_paragraph(const struct name_context *context, size_t index)
{
    const struct block *block = &context->report->blocks.items[index];
    uint32_t first = (uint32_t)lexeme_at(context->report, block->start);
    const struct name_occurrence *name = first < context->count ? name_at(context, first) : NULL;
    bool listed = name && (word_is(context, name->last + 1, ",") || word_is(context, name->last + 1, "("));
    if (!name || name->lead != first || name->likelihood < (listed ? LISTED_MIN : 0.5))
        return false;
    bool lines = memchr(context->report->record.text.bytes + block->start, '\n', block->end - block->start) &&
                 lines_of_names(context, block->start, block->end) >= block->end;
    if (!lines && block->end - block->start > NAME_PARAGRAPH_MAX)
        return false;
    uint32_t next = name->last + 1;
    return next >= context->count || context->lexemes[next].before >= BEFORE_LINE || word_is(context, next, ",") ||
           word_is(context, next, "(") || word_is(context, next, "–") || word_is(context, next, "—");
}

/* "The following Members spoke on the motion", "Ont ensuite pris la parole": some words, in this order, in a label. */
static const char *const announcements[][3] = {
    { "list of", "panelists", "" }, { "list of", "panellists", "" }, { "list of", "speakers", "" },
    { "list of", "presenters", "" },
    { "the following", "spoke", "" }, { "the following", "addressed", "" }, { "the following", "statements", "" },
    { "statements were made", "", "" }, { "took the floor", "", "" }, { "took part in the debate", "", "" },
    { "participated in the debate", "", "" }, { "spoke on", "", "" }, { "spoke in", "", "" },
    { "ont", "pris la parole", "" }, { "sont", "intervenus", "" }, { "sont", "intervenues", "" },
    { "se sont", "exprimes", "" },
    { "prennent la parole", "", "" }, { "interviennent", "", "" },
};

static bool announces(struct slice words)
{
    char key[KEY_BYTES];
    fold_key(words, key, sizeof key);
    for (size_t i = 0; i < sizeof announcements / sizeof *announcements; i++) {
        const char *at = key;
        for (size_t k = 0; k < 3 && at && announcements[i][k][0]; k++)
            at = strstr(at, announcements[i][k]);
        if (at)
            return true;
    }
    return false;
}

/* "Rapporteuse : X", "Chair: Y": a role alone before a colon and a name. */
static bool role_before_name(const struct name_context *context, uint32_t start, uint32_t colon)
{
    uint32_t i = (uint32_t)lexeme_at(context->report, start);
    static const char *const chosen[] = { "designation", "election", "nomination", "appointment", "candidature" };
    bool role = false;
    for (; i < context->count && context->lexemes[i].start < colon; i++) {
        role |= (context->bits[i] & NAME_WORD_ROLE) != 0;
        static const char *const silent[] = { "membre", "member", "secretaire", "secretar", "clerk", "greffi" };
        for (size_t k = 0; k < sizeof silent / sizeof *silent; k++)
            if (strncmp(context->lexemes[i].folded, silent[k], strlen(silent[k])) == 0)
                return false;
        if (LEXEME_AMONG(&context->lexemes[i], chosen))
            return false;
        if (context->lexemes[i].kind != LEXEME_WORD || name_at(context, i))
            return false;
    }
    const struct name_occurrence *name = role && i + 1 < context->count ? name_at(context, i + 1) : NULL;
    return name && name->lead == i + 1 && name->likelihood >= 0.5;
}

/* A label that ends its block holds for the list after it; one with words after it, for its line. */
static uint32_t label_reach(const struct name_context *context, enum section_kind kind, size_t block, uint32_t end)
{
    const struct report *report = context->report;
    const struct block *here = &report->blocks.items[block];
    if (end < here->end)
        return is_roll(kind) ? roll_end(context, end, here->end) : here->end;
    size_t i = block + 1;
    bool list = false;
    for (; i < report->blocks.count; i++) {
        enum block_kind form = report->blocks.items[i].kind;
        bool deeper = form == BLOCK_LIST_ITEM && here->kind == BLOCK_LIST_ITEM &&
                      report->blocks.items[i].level <= here->level;
        list = list || form == BLOCK_LIST_ITEM || form == BLOCK_TABLE_ROW;
        if (is_roll(kind) && !deeper && roll_block(context, &report->blocks.items[i]))
            continue;
        if (form == BLOCK_HEADING || deeper)
            break;
        bool item = form == BLOCK_LIST_ITEM || form == BLOCK_TABLE_ROW;
        if (!item && (list || i > block + 1) && !name_paragraph(context, i))
            break;
    }
    return i < report->blocks.count ? report->blocks.items[i].start : (uint32_t)report->record.text.length;
}

/* A line "Avec X, Y…", "With X and Y": several names, and no sentence that goes on with a verb. */
static bool with_names(const struct name_context *context, uint32_t start)
{
    uint32_t first = (uint32_t)lexeme_at(context->report, start);
    if (!word_is(context, first, "avec") && !word_is(context, first, "with"))
        return false;
    const struct name_occurrence *name = name_at(context, first + 1),
                                 *end = context->names.items + context->names.count;
    if (!name || name->lead != first + 1 || name + 1 >= end)
        return false;
    uint32_t next = role_after(context, name).end;
    bool joined = word_is(context, next, ",") || word_is(context, next, "et") || word_is(context, next, "and");
    if (word_is(context, next, ",") && (word_is(context, next + 1, "et") || word_is(context, next + 1, "and")))
        next++;
    return joined && name[1].lead == next + 1;
}

bool section_of_document(const struct name_context *context, const struct name_occurrence *name)
{
    uint32_t open = name->last + 1;
    if (!word_is(context, open, "(") && !word_is(context, open, "-"))
        return false;
    for (uint32_t i = open + 1; i + 1 < context->count && i - open < REFERENCE_MAX; i++) {
        if (word_is(context, i, ")") || context->lexemes[i].before >= BEFORE_LINE)
            return false;
        if (word_is(context, i, "/") && context->lexemes[i + 1].kind == LEXEME_NUMBER)
            return true;
    }
    return false;
}

/* Is what stands right after this colon the name of whoever wrote a document? */
static bool document_after(const struct name_context *context, uint32_t colon)
{
    uint32_t first = (uint32_t)lexeme_at(context->report, colon + 1);
    const struct name_occurrence *name = first < context->count ? name_at(context, first) : NULL;
    return name && section_of_document(context, name);
}

/* "Guests Jane Doe, John Roe", "Regrets Jane Doe sent her regrets": the label of a roll that nothing parts from names. */
static bool bare_roll(struct name_context *context, section_list *sections, uint32_t start, uint32_t end,
                      uint32_t block_end)
{
    uint32_t first = (uint32_t)lexeme_at(context->report, start);
    size_t index = name_after(context, first);
    if (index == context->names.count)
        return false;
    const struct name_occurrence *name = &context->names.items[index];
    struct slice line = { context->report->record.text.bytes + start, end - start };
    if (name->first == (uint32_t)lexeme_at(context->report, end) && is_roll(section_label(line)) &&
        context->lexemes[name->first].before == BEFORE_LINE) { /* "Présents" alone on a line above names */
        *vec_push(context->arena, sections) =
            (struct section){ section_label(line), start, roll_end(context, end, block_end), "bare-roll" };
        return true;
    }
    if (name->lead == first || name->lead - first > BARE_LABEL_WORDS_MAX || name->at.end > end)
        return false;
    struct slice words = { context->report->record.text.bytes + start, context->lexemes[name->lead].start - start };
    enum section_kind kind = section_words_kind(label_words(words));
    if (kind == SECTION_NONE)
        kind = roll_of(label_words(words));
    uint32_t next = name->last + 1;
    bool list = next >= context->count || context->lexemes[next].before >= BEFORE_LINE || word_is(context, next, ",") ||
                word_is(context, next, "and") || word_is(context, next, "et");
    if (!is_roll(kind) || !(list || kind == SECTION_ABSENT))
        return false;
    *vec_push(context->arena, sections) = (struct section){ kind, start, end, "bare-roll" };
    return true;
}

/* One line of a block: a label before a colon, or a label that is the whole block. */
static void read_line(struct name_context *context, section_list *sections, size_t index, uint32_t start,
                      uint32_t end)
{
    const struct report *report = context->report;
    struct slice line = { report->record.text.bytes + start, end - start };
    const char *colon = memchr(line.bytes, ':', line.length);
    bool whole_block = start == report->blocks.items[index].start && end == report->blocks.items[index].end;
    if (with_names(context, start)) { /* "Avec X (PS), Y et Z" */
        *vec_push(context->arena, sections) = (struct section){ SECTION_SPEAKERS, start, end, "with-names" };
        return;
    }
    if (!colon && bare_roll(context, sections, start, end, report->blocks.items[index].end))
        return;
    if (!colon && !whole_block)
        return;
    struct slice words = colon ? (struct slice){ line.bytes, (size_t)(colon - line.bytes) } : line;
    words = last_sentence(words);
    uint32_t from = start + (uint32_t)(words.bytes - line.bytes); /* of the sentence that is the label */
    words = label_words(words);
    if (!words.length || word_count(words) > ANNOUNCEMENT_WORDS_MAX)
        return;
    enum section_kind kind = section_words_kind(words);
    if (kind == SECTION_NONE && colon && announces(words))
        kind = SECTION_SPEAKERS;
    if (kind == SECTION_NONE && word_count(words) > LABEL_WORDS_MAX)
        return;
    if (kind == SECTION_NONE && word_count(words) <= (colon ? LABEL_WORDS_MAX : BARE_LABEL_WORDS_MAX))
        kind = roll_of(words);
    bool in_list = section_at(sections, start) != SECTION_NONE; /* "Parents élus : X" among those present */
    if (kind == SECTION_NONE && colon && !in_list &&
        role_before_name(context, start, (uint32_t)(colon - report->record.text.bytes)))
        kind = SECTION_SPEAKERS;
    if (kind == SECTION_NONE || (colon && document_after(context, (uint32_t)(colon - report->record.text.bytes))))
        return;
    struct slice rest = colon
                            ? slice_trim((struct slice){ colon + 1, (size_t)(line.bytes + line.length - colon - 1) })
                            : (struct slice){ NULL, 0 };
    uint32_t reach = end, block_end = report->blocks.items[index].end;
    if (!rest.length)
        reach = label_reach(context, kind, index, end);
    else if (kind == SECTION_SPEAKERS)
        reach = lines_of_names(context, end, block_end);
    else if (is_roll(kind))
        reach = roll_end(context, end, block_end);
    *vec_push(context->arena, sections) =
        (struct section){ kind, from, reach, rest.length ? "field-label" : "list-label" };
}

/* "… à l'Enssib. Intervenants : X, Y", "DU 3 JUILLET Etaient présents : X": labels inside a line, which names follow. */
static void read_inline(struct name_context *context, section_list *sections, uint32_t start, uint32_t end)
{
    const char *text = context->report->record.text.bytes;
    const char *colon = memchr(text + start, ':', end - start);
    for (; colon; colon = memchr(colon + 1, ':', (size_t)(text + end - colon - 1))) {
        uint32_t at = (uint32_t)(colon - text);
        uint32_t after = (uint32_t)lexeme_at(context->report, at + 1),
                 first = (uint32_t)lexeme_at(context->report, at);
        const struct name_occurrence *name = after < context->count ? name_at(context, after) : NULL;
        enum section_kind kind = SECTION_NONE;
        if (!name || name->lead != after)
            continue;
        while (kind == SECTION_NONE && first > 0 && after - first <= INLINE_WORDS_MAX &&
               context->lexemes[first - 1].start > start) {
            first--;
            if (context->lexemes[first].kind != LEXEME_WORD)
                break;
            struct slice words = { text + context->lexemes[first].start, at - context->lexemes[first].start };
            if (context->lexemes[first].shape & (SHAPE_CAPITAL | SHAPE_UPPER))
                kind = section_words_kind(slice_trim(words));
        }
        if (kind == SECTION_NONE || context->lexemes[first].start <= start || document_after(context, at))
            continue;
        /* speakers are told of at length; those present are one sentence */
        uint32_t reach = after;
        while (kind != SECTION_SPEAKERS && reach < context->count && context->lexemes[reach].start < end &&
               !(context->lexemes[reach].sentence_start && reach > after))
            reach++;
        uint32_t stop = kind == SECTION_SPEAKERS || reach >= context->count ? end : context->lexemes[reach].start;
        *vec_push(context->arena, sections) =
            (struct section){ kind, context->lexemes[first].start, stop < end ? stop : end, "inline-label" };
    }
}

/* "Absents et\nexcusés : X": where the line ends that has the colon of a label that a narrow column broke; END when the
 * line from START to END is none. */
static uint32_t broken_label_end(const struct name_context *context, uint32_t start, uint32_t end, uint32_t block_end)
{
    const char *text = context->report->record.text.bytes;
    if (memchr(text + start, ':', end - start))
        return end;
    for (uint32_t line = end; line < block_end && line - start < BROKEN_LABEL_MAX;) {
        uint32_t stop = roll_line_end(text, line + 1, block_end);
        const char *colon = memchr(text + line + 1, ':', stop - line - 1);
        size_t next = lexeme_at(context->report, line + 1);
        const struct lexeme *first = &context->lexemes[next];
        if (next >= context->count || (!(first->shape & SHAPE_LOWER) && text[first->start] != ':'))
            return end;
        if (colon) {
            struct slice words = { text + start, (size_t)(colon - text) - start };
            return word_count(words) <= BROKEN_WORDS_MAX && roll_of(label_words(words)) != SECTION_NONE ? stop : end;
        }
        line = stop;
    }
    return end;
}

/* Sentences that are rolls. */
static void read_sentences(struct name_context *context, section_list *sections, const struct block *block)
{
    uint32_t end;
    for (uint32_t i = (uint32_t)lexeme_at(context->report, block->start);
         i < context->count && context->lexemes[i].start < block->end; i++) {
        enum section_kind kind = roll_sentence(context, i, &end);
        if (kind != SECTION_NONE)
            *vec_push(context->arena, sections) =
                (struct section){ kind, context->lexemes[i].start, end, "roll-sentence" };
    }
}

/* Guests are who else was there, where there is a roll of those present; elsewhere they are who came to speak. */
static void place_guests(section_list *sections)
{
    bool roll = false;
    for (size_t i = 0; i < sections->count; i++)
        roll |= sections->items[i].kind == SECTION_PRESENT || sections->items[i].kind == SECTION_ABSENT;
    for (size_t i = 0; i < sections->count; i++)
        if (sections->items[i].kind == SECTION_GUESTS)
            sections->items[i].kind = roll ? SECTION_PRESENT : SECTION_SPEAKERS;
}

/* In the order of the text, the outer before the inner. */
static int by_start(const void *a, const void *b)
{
    const struct section *x = a, *y = b;
    if (x->start != y->start)
        return x->start < y->start ? -1 : 1;
    return x->end > y->end ? -1 : x->end < y->end;
}

void sections_find(struct name_context *context, section_list *sections)
{
    const struct report *report = context->report;
    for (size_t i = 0; i < report->blocks.count; i++) {
        const struct block *block = &report->blocks.items[i];
        const char *text = report->record.text.bytes;
        if (block->kind == BLOCK_HEADING) {
            struct slice words = label_words((struct slice){ text + block->start, block->end - block->start });
            const char *dash =
                memmem(words.bytes, words.length, " – ", 5); /* "Apologies for Absence – Cllr Cannon" */
            if (dash &&
                is_roll(section_words_kind(slice_trim((struct slice){ words.bytes, (size_t)(dash - words.bytes) }))))
                words.length = (size_t)(dash - words.bytes);
            words = slice_trim(words);
            while (words.length && words.bytes[words.length - 1] == ':')
                words = slice_trim((struct slice){ words.bytes, words.length - 1 });
            enum section_kind kind = heading_kind(words);
            if (kind == SECTION_NONE && word_count(words) <= BARE_LABEL_WORDS_MAX && i + 1 < report->blocks.count &&
                roll_block(context, &report->blocks.items[i + 1]))
                kind = roll_of(words); /* "View Attendee List" */
            if (kind != SECTION_NONE)
                *vec_push(context->arena, sections) = (struct section){ kind, block->start, heading_reach(context, kind, i), "heading-label" };
            continue;
        }
        read_sentences(context, sections, block);
        uint32_t start = block->start;
        while (start < block->end) {
            const char *newline = memchr(text + start, '\n', block->end - start);
            uint32_t end = newline ? (uint32_t)(newline - text) : block->end;
            end = broken_label_end(context, start, end, block->end);
            read_line(context, sections, i, start, end);
            read_inline(context, sections, start, end);
            start = end + 1;
        }
    }
    place_guests(sections);
    if (sections->count)
        qsort(sections->items, sections->count, sizeof *sections->items, by_start);
}

enum section_kind section_at(const section_list *sections, uint32_t offset)
{
    size_t low = 0, high = sections->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (sections->items[middle].start <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    for (size_t i = low; i > 0 && low - i < 16; i--)
        if (sections->items[i - 1].end > offset)
            return sections->items[i - 1].kind;
    return SECTION_NONE;
}
