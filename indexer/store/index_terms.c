#include "index_terms.h"

#include <stdlib.h>

#include "period.h"
#include "place_key.h"
#include "token.h"

enum { KEY_BYTES = 232, LIST_BYTES_MAX = 16 * 1024, YEARS_MAX = 50 };

/* ---- terms ---- */

void terms_add(struct arena *arena, slice_list *terms, const char *prefix, struct slice word)
{
    size_t length = strlen(prefix) + word.length;
    if (word.length == 0 || length > DB_TERM_BYTES_MAX)
        return;
    char *bytes = arena_printf(arena, "%s%.*s", prefix, (int)word.length, word.bytes);
    *vec_push(arena, terms) = (struct slice){ bytes, length };
}

void terms_add_words(struct arena *arena, slice_list *terms, const char *prefix, const char *text)
{
    struct tokenizer tokenizer;
    struct token token;
    if (!text)
        return;
    tokenizer_init(&tokenizer, slice_of(text));
    while (tokenizer_next(&tokenizer, &token))
        terms_add(arena, terms, prefix, token.term);
}

void terms_add_place(struct arena *arena, slice_list *terms, const char *prefix, const struct place *place)
{
    terms_add(arena, terms, prefix, slice_of(place->id));
    for (size_t i = 0; i < place->within.count; i++)
        terms_add(arena, terms, prefix, slice_of(place->within.items[i].id));
}

void terms_add_interval(struct arena *arena, slice_list *terms, const char *prefix, struct interval interval)
{
    period_terms cells = { 0 };
    period_index_terms(arena, interval, prefix, &cells);
    for (size_t i = 0; i < cells.count; i++)
        terms_add(arena, terms, "", slice_of(cells.items[i].text));
}

const char *organisation_key(struct arena *arena, const char *organisation)
{
    char key[KEY_BYTES];
    if (!organisation || fold_key(slice_of(organisation), key, sizeof key) == 0)
        return NULL;
    return arena_strdup(arena, key);
}

static const char *prefix_of(enum field field)
{
    return field_table[field].prefix;
}

/* ---- what stands in which passage ---- */

static int compare_occurrences(const void *a, const void *b)
{
    const struct occurrence *left = a, *right = b;
    if (left->passage != right->passage)
        return left->passage < right->passage ? -1 : 1;
    return (left->item > right->item) - (left->item < right->item);
}

/* The passage that holds this byte, or passages.count. They follow one another. */
static size_t passage_at(const struct record *record, uint32_t offset)
{
    size_t low = 0, high = record->passages.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (record->passages.items[middle].end <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low < record->passages.count && record->passages.items[low].start <= offset ? low
                                                                                       : record->passages.count;
}

static void note(struct indexed *indexed, occurrences *list, struct span at, size_t item)
{
    size_t passage = passage_at(indexed->record, at.start);
    if (at.end == at.start) /* known without the text saying so */
        return;
    if (passage < indexed->record->passages.count)
        *vec_push(indexed->arena, list) = (struct occurrence){ (uint32_t)passage, (uint32_t)item };
}

static void sort_occurrences(occurrences *list)
{
    size_t kept = 0;
    if (list->count)
        qsort(list->items, list->count, sizeof *list->items, compare_occurrences);
    for (size_t i = 0; i < list->count; i++)
        if (kept == 0 || compare_occurrences(&list->items[kept - 1], &list->items[i]) != 0)
            list->items[kept++] = list->items[i];
    list->count = kept;
}

/* The first occurrence in passage INDEX or after. */
static size_t first_occurrence(const occurrences *list, size_t index)
{
    size_t low = 0, high = list->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (list->items[middle].passage < index)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

#define each_occurrence(list, index, i)                                                                              \
    (size_t i = first_occurrence((list), (index)); i < (list)->count && (list)->items[i].passage == (index); i++)

/* ---- a report's terms ---- */

static const struct place *event_place(const struct record *record)
{
    bool known = record->event_place >= 0 && (size_t)record->event_place < record->places.count;
    return known ? &record->places.items[record->event_place] : NULL;
}

static void prepare_shared(struct indexed *indexed)
{
    struct arena *arena = indexed->arena;
    const struct record *record = indexed->record;
    slice_list *shared = &indexed->shared_terms;
    terms_add(arena, shared, prefix_of(FIELD_LANGUAGE), slice_of(language_row(record->language)->code));
    terms_add(arena, shared, prefix_of(FIELD_TYPE), slice_of(report_type_name(record->type)));
    terms_add_words(arena, shared, prefix_of(FIELD_TITLE), record->title); /* a filter on passages */
    terms_add_words(arena, shared, prefix_of(FIELD_AUTHOR), record->author);
    terms_add_interval(arena, shared, prefix_of(FIELD_DATE), record_date(record, NULL));
    if (event_place(record))
        terms_add_place(arena, shared, prefix_of(FIELD_EVENT_PLACE), event_place(record));
    if (record->attachments.count)
        terms_add(arena, shared, prefix_of(FIELD_HAS), SLICE("attachment"));
}

static void prepare_persons(struct indexed *indexed)
{
    struct arena *arena = indexed->arena;
    const struct record *record = indexed->record;
    slice_list *terms = &indexed->report_terms;
    bool speaks = false;
    for (size_t i = 0; i < record->persons.count; i++) {
        const struct person *person = &record->persons.items[i];
        terms_add(arena, terms, prefix_of(person->speaker ? FIELD_SPEAKER : FIELD_MENTION), slice_of(person->key));
        speaks |= person->speaker;
        if (person->speaker) {
            const char *organisation = organisation_key(arena, person->organisation);
            terms_add(arena, terms, prefix_of(FIELD_ORGANISATION), slice_of(organisation));
            terms_add_words(arena, terms, prefix_of(FIELD_ROLE), person->role);
        }
        for (size_t j = 0; j < person->at.count && !person->speaker; j++)
            note(indexed, &indexed->mentions, person->at.items[j], i);
    }
    if (speaks)
        terms_add(arena, terms, prefix_of(FIELD_HAS), SLICE("speaker"));
    sort_occurrences(&indexed->mentions);
}

static void prepare_places(struct indexed *indexed)
{
    const struct record *record = indexed->record;
    for (size_t i = 0; i < record->places.count; i++) {
        const struct place *place = &record->places.items[i];
        terms_add_place(indexed->arena, &indexed->report_terms, prefix_of(FIELD_PLACE), place);
        for (size_t j = 0; j < place->at.count; j++)
            note(indexed, &indexed->places, place->at.items[j], i);
    }
    if (record->places.count)
        terms_add(indexed->arena, &indexed->report_terms, prefix_of(FIELD_HAS), SLICE("place"));
    sort_occurrences(&indexed->places);
}

static void prepare_dates(struct indexed *indexed)
{
    const struct record *record = indexed->record;
    for (size_t i = 0; i < record->dates.count; i++) {
        const struct date *date = &record->dates.items[i];
        if (interval_is_none(date->interval))
            continue;
        terms_add_interval(indexed->arena, &indexed->report_terms, prefix_of(FIELD_PERIOD), date->interval);
        note(indexed, &indexed->dates, date->at, i);
    }
    if (!interval_is_none(record_date(record, NULL)))
        terms_add(indexed->arena, &indexed->report_terms, prefix_of(FIELD_HAS), SLICE("date"));
    sort_occurrences(&indexed->dates);
}

void indexed_prepare(struct indexed *indexed)
{
    prepare_shared(indexed);
    prepare_persons(indexed);
    prepare_places(indexed);
    prepare_dates(indexed);
}

/* The person whose words passage INDEX holds, or NULL. */
static const struct person *passage_speaker(const struct record *record, size_t index)
{
    int32_t person = record->passages.items[index].person;
    bool known = person >= 0 && (size_t)person < record->persons.count;
    return known && record->persons.items[person].speaker ? &record->persons.items[person] : NULL;
}

void indexed_passage_terms(const struct indexed *indexed, size_t index, slice_list *terms)
{
    struct arena *arena = indexed->arena;
    const struct record *record = indexed->record;
    const struct person *speaker = passage_speaker(record, index);
    if (speaker) {
        terms_add(arena, terms, prefix_of(FIELD_SPEAKER), slice_of(speaker->key));
        terms_add(arena, terms, prefix_of(FIELD_ORGANISATION),
                  slice_of(organisation_key(arena, speaker->organisation)));
        terms_add(arena, terms, prefix_of(FIELD_HAS), SLICE("speaker"));
    }
    terms_add_words(arena, terms, prefix_of(FIELD_ROLE), record->passages.items[index].role);
    for each_occurrence(&indexed->mentions, index, i)
        terms_add(arena, terms, prefix_of(FIELD_MENTION),
                  slice_of(record->persons.items[indexed->mentions.items[i].item].key));
    for each_occurrence(&indexed->places, index, i)
        terms_add_place(arena, terms, prefix_of(FIELD_PLACE), &record->places.items[indexed->places.items[i].item]);
    for each_occurrence(&indexed->dates, index, i)
        terms_add_interval(arena, terms, prefix_of(FIELD_PERIOD),
                           record->dates.items[indexed->dates.items[i].item].interval);
}

/* ---- values ---- */

enum status draft_terms(struct db_draft *draft, const slice_list *terms, struct error *error)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < terms->count && status == STATUS_OK; i++)
        status = db_draft_boolean(draft, terms->items[i], error);
    return status;
}

enum status draft_boolean(struct db_draft *draft, struct arena *arena, const char *prefix, const char *text,
                          struct error *error)
{
    return db_draft_boolean(draft, slice_of(arena_printf(arena, "%s%s", prefix, text)), error);
}

enum status draft_number(struct db_draft *draft, enum slot slot, double number, struct error *error)
{
    char bytes[DB_SORTABLE_BYTES];
    size_t length = db_sortable(number, bytes);
    return db_draft_value(draft, slot, (struct slice){ bytes, length }, error);
}

/* A list of a facet in the making: each value once, as long as there is room. */
static void list_add(struct buf *list, const char *value)
{
    size_t length = value ? strlen(value) : 0;
    if (length == 0 || strchr(value, FACET_SEPARATOR) || list->length + length + 1 > LIST_BYTES_MAX)
        return;
    if (list->length)
        buf_add_char(list, FACET_SEPARATOR);
    buf_add(list, value, length);
}

static enum status list_put(const struct buf *list, struct db_draft *draft, enum slot slot, struct error *error)
{
    return list->length ? db_draft_value(draft, slot, buf_slice(list), error) : STATUS_OK;
}

/* What report and passages have in common: date, years, event place, language. */
static enum status shared_values(const struct indexed *indexed, struct db_draft *draft, struct error *error)
{
    const struct record *record = indexed->record;
    struct interval date = record_date(record, NULL);
    struct buf years = BUF_INIT(indexed->arena), where = BUF_INIT(indexed->arena);
    enum status status = STATUS_OK;
    if (date.start != DAY_NONE)
        status = draft_number(draft, SLOT_EVENT_START, date.start, error);
    if (date.end != DAY_NONE && status == STATUS_OK)
        status = draft_number(draft, SLOT_EVENT_END, date.end, error);
    if (date.start != DAY_NONE && date.end != DAY_NONE) {
        int first, last, month, day;
        day_split(date.start, &first, &month, &day);
        day_split(date.end, &last, &month, &day);
        for (int year = first; year <= last && year < first + YEARS_MAX; year++)
            list_add(&years, arena_printf(indexed->arena, "%04d", year));
    }
    if (event_place(record))
        list_add(&where, event_place(record)->id);
    if (status == STATUS_OK)
        status = list_put(&years, draft, SLOT_YEARS, error);
    if (status == STATUS_OK)
        status = list_put(&where, draft, SLOT_EVENT_PLACES, error);
    if (status == STATUS_OK && record->language != LANGUAGE_UNKNOWN)
        status = db_draft_value(draft, SLOT_LANGUAGE, slice_of(language_row(record->language)->code), error);
    return status;
}

/* Two speakers of one organisation count it once. Quadratic, over the few organisations of a report. */
static bool listed(const string_list *list, const char *value)
{
    for (size_t i = 0; i < list->count; i++)
        if (strcmp(list->items[i], value) == 0)
            return true;
    return false;
}

enum { ORGANISATIONS_MAX = 500 };

enum status indexed_values(const struct indexed *indexed, struct db_draft *draft, struct error *error)
{
    const struct record *record = indexed->record;
    struct buf speakers = BUF_INIT(indexed->arena), places = speakers, organisations = speakers;
    string_list known = { 0 };
    for (size_t i = 0; i < record->persons.count; i++) {
        const struct person *person = &record->persons.items[i];
        const char *organisation = person->speaker ? organisation_key(indexed->arena, person->organisation) : NULL;
        if (person->speaker)
            list_add(&speakers, person->key);
        if (organisation && known.count < ORGANISATIONS_MAX && !listed(&known, organisation)) {
            *vec_push(indexed->arena, &known) = organisation;
            list_add(&organisations, organisation);
        }
    }
    for (size_t i = 0; i < record->places.count; i++)
        list_add(&places, record->places.items[i].id);
    enum status status = shared_values(indexed, draft, error);
    if (status == STATUS_OK)
        status = list_put(&speakers, draft, SLOT_SPEAKERS, error);
    if (status == STATUS_OK)
        status = list_put(&places, draft, SLOT_PLACES, error);
    return status == STATUS_OK ? list_put(&organisations, draft, SLOT_ORGANISATIONS, error) : status;
}

enum status indexed_passage_values(const struct indexed *indexed, size_t index, struct db_draft *draft,
                                   struct error *error)
{
    const struct record *record = indexed->record;
    const struct person *speaker = passage_speaker(record, index);
    struct buf speakers = BUF_INIT(indexed->arena), places = speakers, organisations = speakers;
    if (speaker) {
        list_add(&speakers, speaker->key);
        list_add(&organisations, organisation_key(indexed->arena, speaker->organisation));
    }
    for each_occurrence(&indexed->places, index, i)
        list_add(&places, record->places.items[indexed->places.items[i].item].id);
    enum status status = shared_values(indexed, draft, error);
    if (status == STATUS_OK)
        status = list_put(&speakers, draft, SLOT_SPEAKERS, error);
    if (status == STATUS_OK)
        status = list_put(&places, draft, SLOT_PLACES, error);
    return status == STATUS_OK ? list_put(&organisations, draft, SLOT_ORGANISATIONS, error) : status;
}

/* ---- the dictionary ---- */

static enum status learn_name(struct store *store, const char *word_prefix, const char *shown_prefix, const char *key,
                              const char *shown, struct error *error)
{
    char term[DICTIONARY_TERM_ROOM];
    struct slice whole = slice_of(key), rest = whole;
    size_t length = dictionary_shown_term(shown_prefix, whole, slice_of(shown), term);
    enum status status = store_dictionary(store, (struct slice){ term, length }, error);
    while (status == STATUS_OK && rest.length) {
        const char *space = memchr(rest.bytes, ' ', rest.length);
        struct slice word = { rest.bytes, space ? (size_t)(space - rest.bytes) : rest.length };
        length = dictionary_word_term(word_prefix, word, whole, term);
        if (word.length)
            status = store_dictionary(store, (struct slice){ term, length }, error);
        size_t used = word.length + (space != NULL);
        rest = (struct slice){ rest.bytes + used, rest.length - used };
    }
    return status;
}

static enum status learn_place_name(struct store *store, const char *name, const char *id, struct error *error)
{
    char folded[PLACE_KEY_MAX], term[DICTIONARY_TERM_ROOM];
    size_t length = place_key(slice_of(name), folded, sizeof folded);
    if (length)
        length = dictionary_place_name_term((struct slice){ folded, length }, slice_of(id), term);
    return store_dictionary(store, (struct slice){ term, length }, error);
}

static enum status learn_place(struct store *store, const struct place *place, struct error *error)
{
    char term[DICTIONARY_TERM_ROOM];
    enum status status = learn_place_name(store, place->name, place->id, error);
    for (size_t i = 0; i < place->forms.count && status == STATUS_OK; i++)
        status = learn_place_name(store, place->forms.items[i], place->id, error);
    for (size_t i = 0; i < place->within.count && status == STATUS_OK; i++)
        status = learn_place_name(store, place->within.items[i].name, place->within.items[i].id, error);
    for (int level = -1; level < (int)place->within.count && status == STATUS_OK; level++) {
        size_t length = dictionary_place_term(place, level, term);
        status = store_dictionary(store, (struct slice){ term, length }, error);
    }
    return status;
}

enum status indexed_learn(const struct indexed *indexed, struct store *store, struct error *error)
{
    const struct record *record = indexed->record;
    enum status status = STATUS_OK;
    for (size_t i = 0; i < record->persons.count && status == STATUS_OK; i++) {
        const struct person *person = &record->persons.items[i];
        const char *organisation = person->speaker ? organisation_key(indexed->arena, person->organisation) : NULL;
        status = learn_name(store, TERM_NAME, TERM_NAME_SHOWN, person->key, person->name, error);
        if (status == STATUS_OK && organisation)
            status = learn_name(store, TERM_ORGANISATION, TERM_ORGANISATION_SHOWN, organisation,
                                person->organisation, error);
    }
    for (size_t i = 0; i < record->places.count && status == STATUS_OK; i++)
        status = learn_place(store, &record->places.items[i], error);
    return status;
}
