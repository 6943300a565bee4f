/* What a sidecar says, put into the report that it lies beside. */
#include "extract_places.h"
#include "report_builder.h"
#include "sidecar.h"
#include "token.h"

static const char *folded(struct arena *arena, const char *name)
{
    char key[PHRASE_BYTES_MAX];
    size_t length = fold_key(slice_of(name), key, sizeof key);
    return arena_dup(arena, key, length);
}

/* ---- before the extraction: as metadata, which names, turns and dates are read by ---- */

static void drop_metas(struct report *report, const char *key)
{
    size_t kept = 0;
    for (size_t i = 0; i < report->metas.count; i++)
        if (strcmp(report->metas.items[i].key, key) != 0)
            report->metas.items[kept++] = report->metas.items[i];
    report->metas.count = kept;
}

static void add_meta(struct report *report, const char *key, const char *value)
{
    report_add_meta(report, key, slice_of(value), SOURCE_SIDECAR, (struct span){ 0, 0 });
}

/* The authority file's name for a person, else the one given. */
static const char *preferred(const struct authority *authority, const char *name)
{
    const struct authority_person *told = name ? authority_person(authority, name) : NULL;
    return told ? told->name : name;
}

void sidecar_prepare(const struct sidecar *sidecar, const struct authority *authority, struct report *report)
{
    static const struct { unsigned key; const char *metas[3]; } replaced[] = {
        { SIDECAR_AUTHOR, { "author" } },
        { SIDECAR_EVENT_DATE, { "event-start", "event-end", "event-date" } },
        { SIDECAR_EVENT_PLACE, { "event-place" } },
        { SIDECAR_SPEAKERS, { "speaker" } }, { SIDECAR_MENTIONS, { "participant" } }
    };
    for (size_t i = 0; i < sizeof replaced / sizeof *replaced; i++)
        for (size_t k = 0; k < 3 && replaced[i].metas[k] && (sidecar->given & replaced[i].key); k++)
            drop_metas(report, replaced[i].metas[k]);
    if (sidecar->given & SIDECAR_TITLE)
        report->record.title = sidecar->title;
    if (sidecar->given & SIDECAR_URL)
        report->record.url = sidecar->url;
    if (sidecar->given & SIDECAR_LANGUAGE)
        report->record.language = sidecar->language;
    if ((sidecar->given & SIDECAR_AUTHOR) && sidecar->author)
        add_meta(report, "author", sidecar->author);
    if ((sidecar->given & SIDECAR_PUBLISHED) && !interval_is_none(sidecar->published)) {
        char day[ISO_DAY_BYTES]; /* years that the text leaves out follow from it */
        day_format(sidecar->published.start, day);
        drop_metas(report, "published");
        add_meta(report, "published", day);
    }
    for (size_t i = 0; i < sidecar->speakers.count; i++)
        add_meta(report, "speaker", preferred(authority, sidecar->speakers.items[i].name));
    for (size_t i = 0; i < sidecar->mentions.count; i++)
        add_meta(report, "participant", preferred(authority, sidecar->mentions.items[i].name));
    report->speakers_told = sidecar->given & SIDECAR_SPEAKERS;
}

/* ---- people ---- */

/* The sidecar's word on persons of the record, by their keys. */
struct listed {
    struct map by_key;      /* index of the list, speakers before mentions */
    bool *found;
    size_t speakers, count;
};

static const struct sidecar_person *listed_person(const struct sidecar *sidecar, size_t index)
{
    return index < sidecar->speakers.count ? &sidecar->speakers.items[index]
                                           : &sidecar->mentions.items[index - sidecar->speakers.count];
}

static void correct_person(struct arena *arena, struct person *person, const struct sidecar_person *told,
                           const char *name, bool speaker)
{
    person->name = name;
    person->key = folded(arena, name);
    person->speaker = speaker;
    person->rule = SOURCE_SIDECAR;
    person->score = 1;
    if (told->has_role)
        person->role = told->role;
    if (told->has_organisation)
        person->organisation = told->organisation;
}

/* Who stays, and as what; false for those that a list of mentions leaves out. */
static bool keep_person(const struct sidecar *sidecar, const struct authority *authority, struct arena *arena,
                        struct listed *listed, struct person *person)
{
    const uint32_t *at = map_get(&listed->by_key, slice_of(person->key));
    if (at) {
        const struct sidecar_person *told = listed_person(sidecar, *at);
        listed->found[*at] = true;
        correct_person(arena, person, told, preferred(authority, told->name), *at < listed->speakers);
        return true;
    }
    if (person->speaker && (sidecar->given & SIDECAR_SPEAKERS)) {
        person->speaker = false;
        person->rule = SOURCE_SIDECAR;
    }
    return person->speaker || !(sidecar->given & SIDECAR_MENTIONS);
}

static bool same_string(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

/* Passages follow their persons to new indexes, and have the role that was corrected, where it was; those of whom did
 * not speak are nobody's. */
static void renumber(struct record *record, const int32_t *index, const bool *other_role)
{
    for (size_t i = 0; i < record->passages.count; i++) {
        struct passage *passage = &record->passages.items[i];
        if (passage->person < 0)
            continue;
        bool corrected = other_role[passage->person];
        passage->person = index[passage->person];
        const struct person *person = passage->person < 0 ? NULL : &record->persons.items[passage->person];
        if (!person || !person->speaker)
            passage->person = -1;
        passage->speaker = passage->person < 0 ? NULL : person->name;
        if (passage->person < 0 || corrected)
            passage->role = passage->person < 0 ? NULL : person->role;
    }
}

static void correct_people(const struct sidecar *sidecar, const struct authority *authority, struct report *report)
{
    struct arena *arena = report->arena;
    struct record *record = &report->record;
    struct listed listed = { .by_key = MAP_INIT(arena), .speakers = sidecar->speakers.count,
                             .count = sidecar->speakers.count + sidecar->mentions.count };
    int32_t *index = arena_alloc(arena, (record->persons.count + 1) * sizeof *index);
    struct person *before = record->persons.items;
    size_t before_count = record->persons.count;
    bool *kept = arena_zero(arena, before_count + 1), *other_role = arena_zero(arena, before_count + 1);
    listed.found = arena_zero(arena, listed.count + 1);
    for (size_t i = 0; i < listed.count; i++) {
        const char *name = preferred(authority, listed_person(sidecar, i)->name);
        map_put(&listed.by_key, slice_of(folded(arena, name)), (uint32_t)i, NULL);
    }
    for (size_t i = 0; i < before_count; i++) {
        index[i] = -1;
        const char *role = before[i].role;
        kept[i] = keep_person(sidecar, authority, arena, &listed, &before[i]);
        other_role[i] = !same_string(role, before[i].role);
        if (!before[i].speaker)
            before[i].passages.count = 0;
    }
    record->persons.items = NULL;
    record->persons.count = record->persons.room = 0;
    for (int speakers = 1; speakers >= 0; speakers--) { /* those who spoke come first */
        for (size_t i = 0; i < before_count; i++)
            if (kept[i] && before[i].speaker == (speakers == 1)) {
                index[i] = (int32_t)record->persons.count;
                *vec_push(arena, &record->persons) = before[i];
            }
        for (size_t i = speakers ? 0 : listed.speakers; i < (speakers ? listed.speakers : listed.count); i++) {
            const struct sidecar_person *told = listed_person(sidecar, i);
            const char *name = preferred(authority, told->name);
            if (listed.found[i] || *map_get(&listed.by_key, slice_of(folded(arena, name))) != i)
                continue;
            struct person person = { 0 };
            correct_person(arena, &person, told, name, speakers == 1);
            *vec_push(arena, &record->persons) = person;
        }
    }
    renumber(record, index, other_role);
}

/* ---- places ---- */

static bool has_key(const char *name, const char *key)
{
    char own[PHRASE_BYTES_MAX];
    fold_key(slice_of(name), own, sizeof own);
    return strcmp(own, key) == 0;
}

/* The place of the record that a name or an id means; places.count when there is none. */
static size_t place_known(const struct report *report, const char *name, const char *id)
{
    const struct record *record = &report->record;
    const char *key = folded(report->arena, name);
    size_t i = 0;
    for (; i < record->places.count; i++) {
        const struct place *place = &record->places.items[i];
        if (id ? strcmp(place->id, id) == 0 : has_key(place->name, key))
            return i;
    }
    for (i = 0; i < record->places.count && !id; i++)
        for (size_t k = 0; k < record->places.items[i].forms.count; k++)
            if (has_key(record->places.items[i].forms.items[k], key))
                return i;
    return record->places.count;
}

/* What a listed place is: by its coordinates, its id, the authority file, the gazetteer; else a venue we know
 * no more of. */
static struct authority_place place_told(const struct sidecar_place *listed, const struct authority *authority,
                                         const struct gazetteer *gazetteer, struct arena *arena)
{
    const struct authority_place *known = authority_place(authority, listed->name);
    struct authority_place place = { .name = listed->name, .place = -1 };
    if (listed->id)
        place.place = gazetteer_by_id(gazetteer, listed->id);
    else if (known && known->kind != AUTHORITY_NOT_A_PLACE)
        return *known;
    else if (!listed->located)
        place.place = authority_gazetteer_place(gazetteer, slice_of(listed->name));
    if (place.place >= 0)
        return place;
    place.kind = AUTHORITY_VENUE;
    place.id = listed->id ? listed->id : authority_venue_id(arena, listed->name);
    place.located = listed->located;
    place.latitude = listed->latitude;
    place.longitude = listed->longitude;
    return place;
}

static void correct_places(const struct sidecar *sidecar, const struct authority *authority,
                           const struct gazetteer *gazetteer, const span_list *people, struct report *report)
{
    struct arena *arena = report->arena;
    struct record *record = &report->record;
    struct phrases names;
    VEC(struct authority_place) missing = { 0 };
    struct map wanted = MAP_INIT(arena); /* ids */
    phrases_init(&names, arena);
    for (size_t i = 0; i < sidecar->places.count; i++) {
        const struct sidecar_place *listed = &sidecar->places.items[i];
        size_t at = place_known(report, listed->name, listed->id);
        if (at < record->places.count) {
            record->places.items[at].name = listed->name;
            map_put(&wanted, slice_of(record->places.items[at].id), 0, NULL);
            continue;
        }
        *vec_push(arena, &missing) = place_told(listed, authority, gazetteer, arena);
        const char *key = folded(arena, listed->name);
        if (*key)
            phrases_add(&names, key, (uint32_t)missing.count - 1);
    }
    if ((sidecar->given & SIDECAR_EVENT_PLACE) && sidecar->event_place) {
        size_t at = place_known(report, sidecar->event_place, NULL);
        if (at < record->places.count)
            map_put(&wanted, slice_of(record->places.items[at].id), 0, NULL);
    }
    authority_correct_places(&names, missing.items, SOURCE_SIDECAR, report, gazetteer, people);
    for (size_t i = 0; i < missing.count; i++) {
        size_t at = authority_add_place(&missing.items[i], SOURCE_SIDECAR, report, gazetteer);
        map_put(&wanted, slice_of(record->places.items[at].id), 0, NULL);
    }
    size_t kept = 0;
    for (size_t i = 0; i < record->places.count; i++)
        if (map_get(&wanted, slice_of(record->places.items[i].id)))
            record->places.items[kept++] = record->places.items[i];
    record->places.count = kept;
}

/* ---- dates ---- */

static bool same_date(const struct date *date, const struct sidecar_date *listed)
{
    return date->interval.start == listed->interval.start && date->interval.end == listed->interval.end &&
           date->month == listed->month && date->day == listed->day;
}

static const char *date_text(struct arena *arena, const struct sidecar_date *listed)
{
    char start[ISO_DAY_BYTES], end[ISO_DAY_BYTES];
    if (interval_is_none(listed->interval))
        return arena_printf(arena, "--%02d-%02d", listed->month, listed->day);
    day_format(listed->interval.start, start);
    day_format(listed->interval.end, end);
    return strcmp(start, end) == 0 ? arena_strdup(arena, start) : arena_printf(arena, "%s..%s", start, end);
}

static void correct_dates(const struct sidecar *sidecar, struct report *report)
{
    struct record *record = &report->record;
    bool *found = arena_zero(report->arena, sidecar->dates.count + 1);
    size_t kept = 0;
    for (size_t i = 0; i < record->dates.count; i++) {
        bool listed = false;
        for (size_t k = 0; k < sidecar->dates.count; k++)
            if (same_date(&record->dates.items[i], &sidecar->dates.items[k]))
                found[k] = listed = true;
        if (listed)
            record->dates.items[kept++] = record->dates.items[i];
    }
    record->dates.count = kept;
    for (size_t k = 0; k < sidecar->dates.count; k++) {
        const struct sidecar_date *listed = &sidecar->dates.items[k];
        if (!found[k])
            *vec_push(report->arena, &record->dates) = (struct date){ .interval = listed->interval,
                .month = listed->month, .day = listed->day, .rule = SOURCE_SIDECAR,
                .form = listed->form ? listed->form : date_text(report->arena, listed) };
    }
}

void sidecar_correct(const struct sidecar *sidecar, const struct authority *authority,
                     const struct gazetteer *gazetteer, const span_list *people, struct report *report)
{
    if (sidecar->given & (SIDECAR_SPEAKERS | SIDECAR_MENTIONS))
        correct_people(sidecar, authority, report);
    if (sidecar->given & SIDECAR_PLACES)
        correct_places(sidecar, authority, gazetteer, people, report);
    if (sidecar->given & SIDECAR_DATES)
        correct_dates(sidecar, report);
    if (sidecar->given & SIDECAR_AUTHOR) {
        report->record.author = preferred(authority, sidecar->author);
        report->record.author_rule = sidecar->author ? SOURCE_SIDECAR : NULL;
    }
}

void sidecar_correct_event(const struct sidecar *sidecar, const struct authority *authority,
                           const struct gazetteer *gazetteer, struct report *report)
{
    struct record *record = &report->record;
    if (sidecar->given & SIDECAR_PUBLISHED) {
        record->published = sidecar->published;
        record->published_rule = interval_is_none(sidecar->published) ? NULL : SOURCE_SIDECAR;
    }
    if (sidecar->given & SIDECAR_EVENT_DATE) {
        record->event = sidecar->event;
        record->event_rule = interval_is_none(sidecar->event) ? NULL : SOURCE_SIDECAR;
    }
    if (!(sidecar->given & SIDECAR_EVENT_PLACE))
        return;
    record->event_place = -1;
    record->event_place_rule = NULL;
    if (!sidecar->event_place)
        return;
    size_t at = place_known(report, sidecar->event_place, NULL);
    if (at == record->places.count) {
        struct authority_place place = place_told(&(struct sidecar_place){ .name = sidecar->event_place }, authority,
                                                  gazetteer, report->arena);
        at = authority_add_place(&place, SOURCE_SIDECAR, report, gazetteer);
    }
    record->event_place = (int32_t)at;
    record->event_place_rule = SOURCE_SIDECAR;
}
