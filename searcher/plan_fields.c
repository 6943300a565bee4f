/* plan_fields.c - fields with a value: who is meant by a name, which places lie near, which days overlap. */
#include <math.h>
#include <stdio.h>

#include "period.h"
#include "plan_internal.h"
#include "utf8.h"

enum { NAME_WORDS_MAX = 16, NAME_BYTES = 256, PLACE_IDS_MAX = 64 };

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

/* ---- places ---- */

static double radians(double degrees)
{
    return degrees * (M_PI / 180.0);
}

/* Great-circle distance in km (haversine formula, mean Earth radius). */
static double distance(const struct dictionary_place *a, const struct dictionary_place *b)
{
    double lat = sin(radians(b->latitude - a->latitude) / 2), lon = sin(radians(b->longitude - a->longitude) / 2);
    double h = lat * lat + cos(radians(a->latitude)) * cos(radians(b->latitude)) * lon * lon;

    return 2 * 6371.0 * asin(h < 1 ? sqrt(h) : 1);
}

/* Ids of places within LEAF's distance of one of CENTRES, which stay in the list. */
static enum status add_near(struct planner *planner, const struct query_node *leaf, slice_list *ids)
{
    const struct db *reports = database_reports(planner->database);
    struct dictionary_place centres[PLACE_IDS_MAX];
    dictionary_places places = { 0 };
    size_t count = 0;
    enum status status = STATUS_OK;

    for (size_t i = 0; !status && i < ids->count && i < PLACE_IDS_MAX; i++) {
        status = dictionary_place(reports, ids->items[i], planner->arena, &centres[count], planner->error);
        if (status == STATUS_NOT_FOUND)
            status = STATUS_OK;
        else if (!status && centres[count].located)
            count++;
    }
    if (!status && !count)
        plan_note(planner, REMARK_NO_POSITION, (int)leaf->text.length, leaf->text.bytes);
    if (!status)
        status = dictionary_all_places(reports, PLAN_PLACES_MAX, planner->arena, &places, planner->error);
    if (places.count == PLAN_PLACES_MAX)
        planner->plan->bounded = true;
    for (size_t i = 0; !status && i < places.count; i++)
        for (size_t j = 0; j < count; j++)
            if (places.items[i].located && distance(&places.items[i], &centres[j]) <= leaf->km) {
                *vec_push(planner->arena, ids) = slice_of(places.items[i].id);
                break;
            }
    return status;
}

static db_query id_query(struct planner *planner, const char *prefix, const slice_list *ids)
{
    query_list list = { 0 };

    for (size_t i = 0; i < ids->count; i++)
        *vec_push(planner->arena, &list) = plan_term(planner, prefix, ids->items[i]);
    return db_query_combine(planner->pool, DB_OR, list.items, list.count, 0);
}

static enum status plan_place(struct planner *planner, const struct query_node *leaf, db_query *query)
{
    char name[NAME_BYTES];
    slice_list ids = { 0 };
    size_t length = fold_key(leaf->text, name, sizeof name);
    enum status status = dictionary_place_ids(database_reports(planner->database), (struct slice){ name, length },
                                              leaf->kind == QUERY_PREFIX, PLACE_IDS_MAX, planner->arena, &ids,
                                              planner->error);

    if (!status && !ids.count)
        plan_note(planner, REMARK_NO_PLACE, remark_field(planner->ui, leaf->field),
                  (int)leaf->text.length, leaf->text.bytes);
    if (!status && leaf->km && ids.count)
        status = add_near(planner, leaf, &ids);
    *query = id_query(planner, field_table[leaf->field].prefix, &ids);
    if (leaf->field == FIELD_PLACE && planner->level == UNIT_REPORT && ids.count) {
        db_query event = id_query(planner, field_table[FIELD_EVENT_PLACE].prefix, &ids);
        db_query either[] = { db_query_scale(planner->pool, *query, 0), event };
        *query = db_query_combine(planner->pool, DB_OR, either, 2, 0);
        *vec_push(planner->arena, &planner->event_places) =
            db_query_scale(planner->pool, event, WEIGHT_EVENT_PLACE);
    }
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
