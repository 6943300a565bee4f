/* plan_fields.c - fields with a value: who is meant by a name, which days overlap. (Places: plan_places.c.) */
#include <stdio.h>

#include "period.h"
#include "plan_internal.h"
#include "utf8.h"

enum { NAME_WORDS_MAX = 16, NAME_BYTES = 256 };

/* ---- people and organisations ---- */

/* What stands before a name and is no part of it, folded. */
static const char *const honorifics[] = {
    "m", "mm", "mme", "mmes", "mlle", "mlles", "melle", "monsieur", "messieurs", "madame", "mesdames", "mademoiselle",
    "dr", "docteur", "doctor", "pr", "prof", "professeur", "professeure", "professor", "me", "maitre", "mgr",
    "mr", "mrs", "ms", "miss", "sir", "dame", "lord", "lady", "baroness", "baron", "hon", "rev",
};

struct name_words {
    struct slice words[NAME_WORDS_MAX];
    size_t count;
};

static bool is_honorific(struct slice word)
{
    for (size_t i = 0; i < sizeof honorifics / sizeof *honorifics; i++)
        if (slice_is(word, honorifics[i]))
            return true;
    return false;
}

/* KEY (folded, spaces between) as words, without the honorifics it begins with. */
static void split_name(struct slice key, bool drop_honorifics, struct name_words *name)
{
    size_t start = 0;

    name->count = 0;
    for (size_t i = 0; i <= key.length && name->count < NAME_WORDS_MAX; i++) {
        if (i < key.length && key.bytes[i] != ' ')
            continue;
        if (i > start)
            name->words[name->count++] = (struct slice){ key.bytes + start, i - start };
        start = i + 1;
    }
    size_t dropped = 0;
    while (drop_honorifics && dropped + 1 < name->count && is_honorific(name->words[dropped]))
        dropped++;
    name->count -= dropped;
    memmove(name->words, name->words + dropped, name->count * sizeof *name->words);
}

static bool is_initial(struct slice word)
{
    return utf8_count(word.bytes, word.length) == 1;
}

static bool words_match(struct slice asked, struct slice word, bool partial)
{
    if (slice_equal(asked, word) || (partial && slice_starts(word, asked)))
        return true;
    return (is_initial(asked) && slice_starts(word, asked)) || (is_initial(word) && slice_starts(asked, word));
}

/* "jl" for Jean-Louis: each letter the initial of a word that follows the other. */
static size_t match_initials(struct slice asked, const struct name_words *name, size_t at)
{
    size_t taken = 0;

    if (asked.length > 3)
        return 0;
    for (; taken < asked.length; taken++)
        if (at + taken >= name->count || name->words[at + taken].bytes[0] != asked.bytes[taken])
            return 0;
    return taken;
}

/* Is every word asked for a word of the name, in any order, each used once? With one whole word at least. */
static bool name_matches(const struct name_words *asked, const struct name_words *name, bool partial)
{
    bool used[NAME_WORDS_MAX] = { false };

    for (size_t i = 0; i < asked->count; i++) {
        size_t found = name->count, length = 1;
        for (size_t j = 0; j < name->count && found == name->count; j++)
            if (!used[j] && slice_equal(asked->words[i], name->words[j]))
                found = j;
        for (size_t j = 0; j < name->count && found == name->count; j++)
            if (!used[j] && words_match(asked->words[i], name->words[j], partial && i + 1 == asked->count))
                found = j;
        for (size_t j = 0; j < name->count && found == name->count; j++)
            if (!used[j] && (length = match_initials(asked->words[i], name, j)) > 0)
                found = j;
        if (found == name->count)
            return false;
        for (size_t j = found; j < found + (length ? length : 1) && j < name->count; j++)
            used[j] = true;
    }
    return true;
}

static enum status plan_name(struct planner *planner, const struct query_node *leaf, db_query *query)
{
    bool organisation = leaf->field == FIELD_ORGANISATION;
    const char *dictionary = organisation ? TERM_ORGANISATION : TERM_NAME;
    struct name_words asked;
    char key[NAME_BYTES];
    slice_list names = { 0 };
    query_list people = { 0 };
    bool partial = leaf->kind == QUERY_PREFIX;
    size_t length = fold_key(leaf->text, key, sizeof key), longest = 0;

    if (planner->in_filter) { /* a facet's value that was clicked is that one person */
        uint32_t documents = 0;
        char term[NAME_BYTES + 8];
        size_t bytes = (size_t)snprintf(term, sizeof term, "%s%s", field_table[leaf->field].prefix, key);
        enum status status = db_term_frequency(planner_db(planner), (struct slice){ term, bytes }, &documents, NULL,
                                               planner->error);
        if (status || documents) {
            *query = db_query_term(planner->pool, (struct slice){ term, bytes });
            return status;
        }
    }
    split_name((struct slice){ key, length }, !organisation, &asked);
    if (!asked.count) {
        *query = db_query_nothing(planner->pool);
        return STATUS_OK;
    }
    for (size_t i = 1; i < asked.count; i++) /* the last of equals: surnames come last */
        if (asked.words[i].length >= asked.words[longest].length)
            longest = i;
    enum status status = dictionary_names(database_reports(planner->database), dictionary, asked.words[longest],
                                          partial && longest + 1 == asked.count, PLAN_NAMES_MAX, planner->arena,
                                          &names, planner->error);
    if (names.count == PLAN_NAMES_MAX) {
        planner->plan->bounded = true;
        plan_note(planner, REMARK_NAMES_BOUND, (int)leaf->text.length, leaf->text.bytes,
                  PLAN_NAMES_MAX);
    }
    for (size_t i = 0; !status && i < names.count; i++) {
        struct name_words name;
        struct slice whole = names.items[i];
        split_name(whole, false, &name);
        if (name_matches(&asked, &name, partial))
            *vec_push(planner->arena, &people) = plan_term(planner, field_table[leaf->field].prefix, whole);
    }
    *query = db_query_combine(planner->pool, DB_OR, people.items, people.count, 0);
    if (!status && !people.count)
        plan_note(planner, REMARK_NOBODY, remark_field(planner->ui, leaf->field), (int)leaf->text.length,
                  leaf->text.bytes);
    return status;
}

/* ---- the others ---- */

static db_query plan_interval(struct planner *planner, const struct query_node *leaf)
{
    period_terms cells = { 0 };
    query_list list = { 0 };

    period_query_terms(planner->arena, leaf->interval, field_table[leaf->field].prefix, &cells);
    for (size_t i = 0; i < cells.count; i++)
        *vec_push(planner->arena, &list) = db_query_term(planner->pool, slice_of(cells.items[i].text));
    return db_query_combine(planner->pool, DB_OR, list.items, list.count, 0);
}

enum status plan_field(struct planner *planner, const struct query_node *leaf, db_query *query)
{
    const char *prefix = field_table[leaf->field].prefix;

    switch (leaf->field) {
    case FIELD_SPEAKER: case FIELD_MENTION: case FIELD_ORGANISATION:
        return plan_name(planner, leaf, query);
    case FIELD_PLACE: case FIELD_EVENT_PLACE:
        return plan_place(planner, leaf, query);
    case FIELD_DATE: case FIELD_PERIOD:
        *query = plan_interval(planner, leaf);
        return STATUS_OK;
    case FIELD_LANGUAGE:
        *query = plan_term(planner, prefix, slice_of(language_row(leaf->language)->code));
        return STATUS_OK;
    case FIELD_TYPE:
        *query = plan_term(planner, prefix, slice_of(report_type_name(leaf->type)));
        return STATUS_OK;
    case FIELD_HAS:
        *query = plan_term(planner, prefix, leaf->text);
        return STATUS_OK;
    case FIELD_TITLE:
        if (leaf->kind == QUERY_PHRASE)
            return plan_title_phrase(planner, leaf->text, query);
        return plan_field_words(planner, leaf, true, query);
    case FIELD_ROLE:
        return plan_field_words(planner, leaf, true, query);
    default:
        return plan_field_words(planner, leaf, false, query);
    }
}
