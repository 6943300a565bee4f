/* Places of the authority file in the text, over those that were extracted. */
#include "authority.h"
#include "extract_places.h"
#include "place_mention.h"

static const double TOLD = 1;

/* A match of the text, with what the archivist says of it. */
struct told_place {
    const struct authority_place *entry;
    uint32_t start, end;
    bool inside_longer;  /* in a name of the gazetteer, which stays: the Bordeaux of Bordeaux Métropole */
};

typedef VEC(struct told_place) told_list; /* in text order, none overlapping another */

/* The first match that ends after OFFSET. */
static size_t first_after(const told_list *told, uint32_t offset)
{
    size_t low = 0, high = told->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (told->items[middle].end <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool around(const struct span *at, const struct told_place *told)
{
    return at->start <= told->start && told->end <= at->end && at->end - at->start > told->end - told->start;
}

static void find_longer(const struct report *report, told_list *told)
{
    for (size_t i = 0; i < report->record.places.count; i++) {
        const span_list *at = &report->record.places.items[i].at;
        for (size_t k = 0; k < at->count && report->record.places.items[i].kind != PLACE_VENUE; k++)
            for (size_t t = first_after(told, at->items[k].start);
                 t < told->count && told->items[t].start < at->items[k].end; t++)
                told->items[t].inside_longer |= around(&at->items[k], &told->items[t]);
    }
}

/* Does a match decide on a span that was extracted? "Mairie de Bordeaux" leaves the town in it alone, while in what
 * is no place there is none; where the name of a venue ends, the archivist knows. */
static bool decided(const told_list *told, const struct span *at)
{
    for (size_t t = first_after(told, at->start); t < told->count && told->items[t].start < at->end; t++) {
        const struct told_place *each = &told->items[t];
        bool within = each->start <= at->start && at->end <= each->end;
        bool same = each->start == at->start && each->end == at->end;
        bool drops = around(at, each) ? each->entry->kind == AUTHORITY_VENUE
                                      : same || !within || each->entry->kind == AUTHORITY_NOT_A_PLACE;
        if (drops && !each->inside_longer)
            return true;
    }
    return false;
}

static void keep_form(struct report *report, struct place *place, const struct span *at)
{
    struct slice form = { report->text.bytes + at->start, at->end - at->start };
    for (size_t i = 0; i < place->forms.count; i++)
        if (slice_is(form, place->forms.items[i]))
            return;
    *vec_push(report->arena, &place->forms) = arena_dup_slice(report->arena, form);
}

/* Takes away what the matches decide on, and then the places that stand nowhere. */
static void drop_decided(struct report *report, const told_list *told)
{
    struct record *record = &report->record;
    size_t kept = 0;
    for (size_t i = 0; i < record->places.count; i++) {
        struct place *place = &record->places.items[i];
        size_t spans = 0;
        bool in_title = place->at.count == 0;
        for (size_t k = 0; k < place->at.count; k++)
            if (!decided(told, &place->at.items[k]))
                place->at.items[spans++] = place->at.items[k];
        if (spans < place->at.count) {
            place->at.count = spans;
            place->forms.count = 0;
            for (size_t k = 0; k < spans; k++)
                keep_form(report, place, &place->at.items[k]);
        }
        if (spans || in_title)
            record->places.items[kept++] = *place;
    }
    record->places.count = kept;
}

static struct gazetteer_place place_of(const struct gazetteer *gazetteer, const struct authority_place *entry)
{
    struct gazetteer_place place = { .id = entry->id, .kind = PLACE_VENUE, .parent = entry->place,
                                     .located = entry->located, .latitude = entry->latitude,
                                     .longitude = entry->longitude };
    if (entry->kind == AUTHORITY_PLACE)
        gazetteer_place(gazetteer, (uint32_t)entry->place, &place);
    place.name = place.name_en = entry->name;
    return place;
}

size_t authority_add_place(const struct authority_place *entry, const char *rule, struct report *report,
                           const struct gazetteer *gazetteer)
{
    struct gazetteer_place from = place_of(gazetteer, entry);
    struct place_finder finder = { .report = report, .gazetteer = gazetteer,
                                   .english = report->record.language == LANGUAGE_EN };
    for (size_t i = 0; i < report->record.places.count; i++)
        if (strcmp(report->record.places.items[i].id, from.id) == 0)
            return i;
    struct place *place = vec_push(report->arena, &report->record.places);
    *place = (struct place){ .id = from.id, .name = from.name, .kind = from.kind, .located = from.located,
                             .latitude = from.latitude, .longitude = from.longitude, .rule = rule, .score = TOLD };
    place_levels(&finder, place, from.parent);
    return report->record.places.count - 1;
}

static bool stands(const struct record *record, size_t count, const char *id)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(record->places.items[i].id, id) == 0)
            return true;
    return false;
}

/* Places that only the title names have no span to decide on: their form tells. They come last. */
static void correct_title(const struct phrases *names, const struct authority_place *entries, const char *rule,
                          struct place_finder *finder)
{
    struct record *record = &finder->report->record;
    size_t kept = 0;
    for (size_t i = 0; i < record->places.count; i++) {
        struct place place = record->places.items[i];
        bool in_title = place.at.count == 0 && place.forms.count > 0;
        const uint32_t *found = in_title ? phrases_find(names, slice_of(place.forms.items[0])) : NULL;
        if (found) {
            struct gazetteer_place from = place_of(finder->gazetteer, &entries[*found]);
            if (entries[*found].kind == AUTHORITY_NOT_A_PLACE || stands(record, kept, from.id))
                continue;
            place = (struct place){ .id = from.id, .name = from.name, .kind = from.kind, .located = from.located,
                                    .latitude = from.latitude, .longitude = from.longitude, .forms = place.forms,
                                    .rule = rule, .score = TOLD };
            place_levels(finder, &place, from.parent);
        }
        record->places.items[kept++] = place;
    }
    record->places.count = kept;
}

void authority_correct_places(const struct phrases *names, const struct authority_place *entries, const char *rule,
                              struct report *report, const struct gazetteer *gazetteer, const span_list *people)
{
    struct place_finder finder = { .report = report, .gazetteer = gazetteer, .people = people->items,
                                   .people_count = people->count, .by_id = MAP_INIT(report->arena),
                                   .english = report->record.language == LANGUAGE_EN };
    told_list told = { 0 };
    uint32_t at = 0;
    struct phrase_match match;
    while (phrases_next(names, report, &at, &match)) {
        struct told_place found = { &entries[match.value], report->lexemes[match.first].start,
                                    report->lexemes[match.last].end, false };
        if (!place_in_person(&finder, found.start, found.end))
            *vec_push(report->arena, &told) = found;
    }
    correct_title(names, entries, rule, &finder);
    if (!told.count)
        return;
    find_longer(report, &told);
    drop_decided(report, &told);
    for (size_t i = 0; i < report->record.places.count; i++)
        map_put(&finder.by_id, slice_of(report->record.places.items[i].id), (uint32_t)i, NULL);
    for (size_t i = 0; i < told.count; i++) {
        const struct told_place *each = &told.items[i];
        if (each->entry->kind == AUTHORITY_NOT_A_PLACE || each->inside_longer)
            continue;
        struct gazetteer_place place = place_of(gazetteer, each->entry);
        place_record(&finder, &place, each->start, each->end, rule, TOLD, false)->name = each->entry->name;
    }
    places_order(report);
}
