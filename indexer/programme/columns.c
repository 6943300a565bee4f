#include "columns.h"

#include <stdlib.h>

#include "name_shape.h"
#include "name_words.h"
#include "sections.h"
#include "token.h"

enum {
    COLUMNS_MAX = 32,
    HEAD_WORDS_MAX = 6,
    HEAD_BYTES = 80,
    NAME_WORDS_MAX = 5,
    PARTED_WORDS_MAX = 3, /* of a surname on a line of its own */
    PARTED_MIN = 3        /* names on two lines that make it the page's way */
};

enum column { COLUMN_OTHER, COLUMN_TASK, COLUMN_SPEAKERS, COLUMN_PEOPLE, COLUMN_GIVEN, COLUMN_SURNAME };

struct heading {
    enum column column;
    const char *words;
};

/* Beside the labels of speakers that sections.c knows. Folded. */
/* clang-format off */
static const struct heading headings[] = {
    { COLUMN_PEOPLE, "name" }, { COLUMN_PEOPLE, "names" }, { COLUMN_PEOPLE, "noms" }, { COLUMN_PEOPLE, "nom prenom" },
    { COLUMN_PEOPLE, "nom et prenom" }, { COLUMN_PEOPLE, "prenom nom" }, { COLUMN_PEOPLE, "prenom et nom" },
    { COLUMN_PEOPLE, "author" }, { COLUMN_PEOPLE, "authors" }, { COLUMN_PEOPLE, "auteur" },
    { COLUMN_PEOPLE, "auteurs" }, { COLUMN_PEOPLE, "author s" }, { COLUMN_SPEAKERS, "presented by" },
    { COLUMN_SPEAKERS, "presenting author" }, { COLUMN_SPEAKERS, "person responsible" },
    { COLUMN_PEOPLE, "responsible" }, { COLUMN_SPEAKERS, "responsible person" }, { COLUMN_PEOPLE, "responsable" },
    { COLUMN_PEOPLE, "responsables" }, { COLUMN_PEOPLE, "lead" }, { COLUMN_SPEAKERS, "led by" },
    { COLUMN_PEOPLE, "leader" }, { COLUMN_PEOPLE, "who" }, { COLUMN_PEOPLE, "qui" }, { COLUMN_PEOPLE, "by" },
    { COLUMN_PEOPLE, "par" }, { COLUMN_SPEAKERS, "instructor" }, { COLUMN_SPEAKERS, "instructors" },
    { COLUMN_SPEAKERS, "lecturer" }, { COLUMN_SPEAKERS, "lecturers" }, { COLUMN_PEOPLE, "expert" },
    { COLUMN_PEOPLE, "experts" }, { COLUMN_SPEAKERS, "animateurs" }, { COLUMN_SPEAKERS, "anime par" },
    { COLUMN_SPEAKERS, "presente par" }, { COLUMN_SPEAKERS, "formateur" }, { COLUMN_SPEAKERS, "formateurs" },
    { COLUMN_SPEAKERS, "speaker s" }, { COLUMN_SPEAKERS, "presenter s" }, { COLUMN_SPEAKERS, "presentateur" },
    { COLUMN_SPEAKERS, "presentatrice" }, { COLUMN_SPEAKERS, "resource person" }, { COLUMN_SPEAKERS, "chaired by" },
    { COLUMN_GIVEN, "prenom" }, { COLUMN_GIVEN, "prenoms" }, { COLUMN_GIVEN, "first name" },
    { COLUMN_GIVEN, "firstname" }, { COLUMN_GIVEN, "given name" }, { COLUMN_GIVEN, "given names" },
    { COLUMN_GIVEN, "forename" }, { COLUMN_SURNAME, "nom" }, { COLUMN_SURNAME, "nom de famille" },
    { COLUMN_SURNAME, "surname" }, { COLUMN_SURNAME, "last name" }, { COLUMN_SURNAME, "lastname" },
    { COLUMN_SURNAME, "family name" }, { COLUMN_TASK, "action" }, { COLUMN_TASK, "actions" }, { COLUMN_TASK, "task" },
    { COLUMN_TASK, "tasks" }, { COLUMN_TASK, "tache" }, { COLUMN_TASK, "taches" }, { COLUMN_TASK, "deadline" },
    { COLUMN_TASK, "due" }, { COLUMN_TASK, "due date" }, { COLUMN_TASK, "echeance" }, { COLUMN_TASK, "delai" },
    { COLUMN_TASK, "status" }, { COLUMN_TASK, "priority" }, { COLUMN_TASK, "priorite" },
};
/* clang-format on */

/* The columns of the table that is being read. */
struct table {
    enum column columns[COLUMNS_MAX]; /* from 1 */
    bool known;
};

static struct slice line_text(const struct name_context *context, const struct slot_line *line)
{
    uint32_t start = context->lexemes[line->first].start;
    return (struct slice){ context->report->record.text.bytes + start, context->lexemes[line->end - 1].end - start };
}

/* The column of a cell, from 1; 0 when the line is no cell. */
static unsigned column_of(const struct name_context *context, const slot_line_list *lines, size_t index)
{
    const struct report *report = context->report;
    const struct slot_line *line = &lines->items[index];
    uint32_t start = context->lexemes[line->first].start;
    const struct text_place *place = report_place_at(report, start);
    if (place && place->column)
        return place->column;
    unsigned column = 1;
    bool tabs = report->record.text.bytes[context->lexemes[line->end - 1].end] == '\t';
    for (uint32_t i = start; i > report->blocks.items[line->block].start && report->record.text.bytes[i - 1] != '\n';
         i--)
        if (report->record.text.bytes[i - 1] == '\t') {
            column++;
            tabs = true;
        }
    return tabs ? column : 0;
}

/* Does the line begin its cell, rather than go on with it after a line break? */
static bool begins_cell(const struct name_context *context, const slot_line_list *lines, size_t index,
                        unsigned column)
{
    return index == 0 || lines->items[index - 1].block != lines->items[index].block ||
           column_of(context, lines, index - 1) != column;
}

static enum column heading_column(struct slice words)
{
    char key[HEAD_BYTES];
    if (words.length >= sizeof key)
        return COLUMN_OTHER;
    if (section_label(words) == SECTION_SPEAKERS)
        return COLUMN_SPEAKERS;
    size_t length = fold_key(words, key, sizeof key);
    for (size_t i = 0; i < sizeof headings / sizeof *headings; i++)
        if (slice_is((struct slice){ key, length }, headings[i].words))
            return headings[i].column;
    return COLUMN_OTHER;
}

/* "Speaker / Affiliation", "Intervenants (et rôle)": any part that says so. */
static enum column cell_heading(struct slice words)
{
    for (size_t i = 0, end; i < words.length; i = end + 1) {
        for (end = i; end < words.length && !strchr("/,(&+", words.bytes[end]);)
            end++;
        enum column column = heading_column(slice_trim((struct slice){ words.bytes + i, end - i }));
        if (column != COLUMN_OTHER)
            return column;
    }
    return COLUMN_OTHER;
}

/* Is the row from FIRST to END one of headings, of which one announces people? Fills TABLE. */
static bool read_headings(const struct name_context *context, const slot_line_list *lines, size_t first, size_t end,
                          struct table *table)
{
    struct table found = { .known = true };
    bool surname = false, given = false, several = false, people = false;
    unsigned name = 0;
    for (size_t i = first; i < end; i++) {
        const struct slot_line *line = &lines->items[i];
        unsigned column = column_of(context, lines, i);
        if (!column || column >= COLUMNS_MAX || line->timed || line->end - line->first > HEAD_WORDS_MAX)
            return false;
        several |= i > first && column != column_of(context, lines, first);
        enum column kind = cell_heading(line_text(context, line));
        if (kind == COLUMN_TASK) { /* who has to do what spoke no more than others */
            *table = (struct table){ .known = true };
            return true;
        }
        if (kind == COLUMN_OTHER)
            continue;
        found.columns[column] = kind;
        surname |= kind == COLUMN_SURNAME;
        given |= kind == COLUMN_GIVEN;
        people |= kind == COLUMN_PEOPLE || kind == COLUMN_SPEAKERS;
        if (kind == COLUMN_SURNAME)
            name = column;
    }
    if (surname && !given) /* "Nom", alone: the whole name */
        found.columns[name] = COLUMN_PEOPLE;
    if (!several || !(people || surname))
        return false;
    *table = found;
    return true;
}

static bool all_name_words(const struct name_context *context, const struct slot_line *line)
{
    for (uint32_t i = line->first; i < line->end; i++) {
        bool joint = word_is(context, i, "et") || word_is(context, i, "and") || word_is(context, i, "&") ||
                     word_is(context, i, ",");
        if (!joint && !name_like(&context->lexemes[i]) && !(context->bits[i] & NAME_WORD_PARTICLE))
            return false;
    }
    return line->end - line->first <= NAME_WORDS_MAX;
}

/* The people of a row whose surname and given name stand in two cells: "Breitman | Marc et Nada" are two. */
static void join_names(const struct name_context *context, const struct slot_line *surname,
                       const struct slot_line *given, credit_list *credits)
{
    const struct slot_line *left = surname->first < given->first ? surname : given,
                           *right = left == surname ? given : surname;
    struct credit credit = {
        .first = left->first, .end = right->end, .left = CREDIT_LABEL, .right = CREDIT_LINE, .evidence = 1
    };
    if (left->end != right->first || !all_name_words(context, surname) || !all_name_words(context, given))
        return;
    for (uint32_t first = given->first, end; first < given->end && credit.count < CREDIT_PEOPLE_MAX;
         first = end + 1) {
        for (end = first; end < given->end && context->lexemes[end].kind == LEXEME_WORD &&
                          !word_is(context, end, "et") && !word_is(context, end, "and");)
            end++;
        if (end == first)
            continue;
        bool whole = surname < given ? !credit.count : end == given->end; /* the surname stands beside it */
        struct name_occurrence *name = &credit.people[credit.count].name;
        uint32_t from = whole && surname == left ? surname->first : first,
                 to = (whole && surname == right ? surname->end : end) - 1;
        *name = (struct name_occurrence){ .form = NAME_FULL,
                                          .lead = from,
                                          .first = from,
                                          .last = to,
                                          .role_first = from,
                                          .role_last = from,
                                          .at = { context->lexemes[from].start, context->lexemes[to].end },
                                          .given = name_show(context, first, end - 1),
                                          .surname = name_show(context, surname->first, surname->end - 1),
                                          .likelihood = LIKELY_HONORIFIC_FULL,
                                          .person = -1 };
        credit.people[credit.count++].end = to + 1;
    }
    if (credit.count)
        *vec_push(context->arena, credits) = credit;
}

/* Notes the cells of a row below headings; how many of them are said to hold speakers. */
static size_t read_row(const struct name_context *context, const struct table *table, slot_line_list *lines,
                       size_t first, size_t end, credit_list *credits)
{
    const struct slot_line *surname = NULL, *given = NULL;
    size_t speakers = 0;
    for (size_t i = first; i < end; i++) {
        struct slot_line *line = &lines->items[i];
        unsigned column = column_of(context, lines, i);
        if (!column || column >= COLUMNS_MAX)
            continue;
        enum column kind = table->columns[column];
        bool people = kind == COLUMN_PEOPLE || kind == COLUMN_SPEAKERS;
        line->speakers = people && begins_cell(context, lines, i, column);
        line->others |= !people;
        speakers += line->speakers && kind == COLUMN_SPEAKERS;
        surname = kind == COLUMN_SURNAME && !surname ? line : surname;
        given = kind == COLUMN_GIVEN && !given ? line : given;
    }
    if (surname && given)
        join_names(context, surname, given, credits);
    return speakers;
}

/* Does the line at INDEX stand in the row of the one before it? */
static bool same_row(const struct name_context *context, const slot_line_list *lines, size_t index)
{
    const struct report *report = context->report;
    const struct slot_line *line = &lines->items[index];
    if (line->block != lines->items[index - 1].block || line->block >= report->blocks.count)
        return false;
    return report->blocks.items[line->block].kind == BLOCK_TABLE_ROW ||
           report->record.text.bytes[context->lexemes[line->first].start - 1] == '\t';
}

/* "Halim<br>Moustafi": does the line at INDEX hold a given name alone, that begins its block, and the next a surname? */
static bool parted_name(const struct name_context *context, const slot_line_list *lines, size_t index)
{
    const struct slot_line *given = &lines->items[index], *surname = given + 1;
    return index + 1 < lines->count && given->end - given->first == 1 && surname->block == given->block &&
           !given->apart && begins_cell(context, lines, index, column_of(context, lines, index)) &&
           (index == 0 || lines->items[index - 1].block != given->block || column_of(context, lines, index)) &&
           column_of(context, lines, index) == column_of(context, lines, index + 1) &&
           name_like(&context->lexemes[given->first]) && !context->bits[given->first] &&
           all_name_words(context, surname) && surname->end - surname->first <= PARTED_WORDS_MAX &&
           !(context->bits[surname->end - 1] & (NAME_WORD_ROLE | NAME_WORD_ORGANISATION));
}

/* The people whose names are parted by line breaks, where the page prints several so. */
static void join_lines(const struct name_context *context, const slot_line_list *lines, credit_list *credits)
{
    size_t parted = 0, known = 0;
    for (size_t i = 0; i < lines->count; i++)
        if (parted_name(context, lines, i)) {
            parted++;
            known += name_given(&context->lexemes[lines->items[i].first]);
        }
    if (parted < PARTED_MIN || known * 2 < parted)
        return;
    for (size_t i = 0; i < lines->count; i++)
        if (parted_name(context, lines, i))
            join_names(context, &lines->items[i + 1], &lines->items[i], credits);
}

static int by_first(const void *a, const void *b)
{
    const struct credit *x = a, *y = b;
    return x->first < y->first ? -1 : x->first > y->first;
}

size_t columns_note(const struct name_context *context, slot_line_list *lines, credit_list *credits)
{
    struct table table = { .known = false };
    size_t speakers = 0;
    for (size_t first = 0, end; first < lines->count; first = end) {
        size_t block = lines->items[first].block;
        for (end = first + 1; end < lines->count && same_row(context, lines, end);)
            end++;
        if (block >= context->report->blocks.count || read_headings(context, lines, first, end, &table))
            continue;
        if (table.known) /* the next table may have the same columns and no heads */
            speakers += read_row(context, &table, lines, first, end, credits);
    }
    join_lines(context, lines, credits);
    if (credits->count)
        qsort(credits->items, credits->count, sizeof *credits->items, by_first);
    return speakers;
}
