/* plan_places.c - place: and event-place:, the places that are meant by a name, and those near them. */
#include <math.h>

#include "place_key.h"
#include "place_table.h"
#include "plan_internal.h"

enum { PLACE_NAME_BYTES = 256, PLACE_IDS_MAX = 64, CENTRES_MAX = 64 };

/* ---- distances ---- */

struct point {
    double latitude, longitude;   /* degrees */
};

static double radians(double degrees)
{
    return degrees * (M_PI / 180.0);
}

/* Great-circle distance in km (haversine formula, mean Earth radius). */
static double distance(struct point a, struct point b)
{
    double lat = sin(radians(b.latitude - a.latitude) / 2), lon = sin(radians(b.longitude - a.longitude) / 2);
    double h = lat * lat + cos(radians(a.latitude)) * cos(radians(b.latitude)) * lon * lon;

    return 2 * 6371.0 * asin(h < 1 ? sqrt(h) : 1);
}

static bool is_near(const struct dictionary_place *place, struct point centre, unsigned km)
{
    return place->located && distance((struct point){ place->latitude, place->longitude }, centre) <= km;
}

/* ---- centres ---- */

struct centres {
    struct point points[CENTRES_MAX];
    size_t count;
};

static void add_centre(struct centres *centres, double latitude, double longitude)
{
    if (centres->count < CENTRES_MAX)
        centres->points[centres->count++] = (struct point){ latitude, longitude };
}

/* Where the places of IDS are. The collection may know one only as what lies above a hall: then the table tells. */
static enum status known_centres(struct planner *planner, const slice_list *ids, const place_entries *entries,
                                 struct centres *centres)
{
    enum status status = STATUS_OK;

    for (size_t i = 0; !status && i < ids->count; i++) {
        struct dictionary_place place = { 0 };
        status = dictionary_place(database_reports(planner->database), ids->items[i], planner->arena, &place,
                                  planner->error);
        if (status == STATUS_NOT_FOUND)
            status = STATUS_OK;
        if (place.located) {
            add_centre(centres, place.latitude, place.longitude);
            continue;
        }
        for (size_t j = 0; j < entries->count; j++)
            if (entries->items[j].located && slice_is(ids->items[i], entries->items[j].id)) {
                add_centre(centres, entries->items[j].latitude, entries->items[j].longitude);
                break;
            }
    }
    return status;
}

/* No report names the place. Of namesakes, the one is meant that has most of the collection's places around it; of
 * equals the likeliest, which comes first. */
static void choose_centre(struct planner *planner, const struct query_node *leaf, const place_entries *entries,
                          const dictionary_places *places, struct centres *centres)
{
    const struct place_entry *best = NULL;
    size_t most = 0;

    for (size_t i = 0; i < entries->count; i++) {
        const struct place_entry *entry = &entries->items[i];
        size_t around = 0;
        for (size_t j = 0; entry->located && j < places->count; j++)
            around += is_near(&places->items[j], (struct point){ entry->latitude, entry->longitude }, leaf->km);
        if (entry->located && (!best || around > most)) {
            best = entry;
            most = around;
        }
    }
    if (!best)
        return;
    add_centre(centres, best->latitude, best->longitude);
    plan_note(planner, REMARK_AROUND, (int)leaf->text.length, leaf->text.bytes, best->name,
              *best->within ? best->within : best->id);
}

/* Adds the ids of the collection's places within LEAF's distance of those of IDS or, where these are none, of a place of
 * ENTRIES. */
static enum status add_near(struct planner *planner, const struct query_node *leaf, const place_entries *entries,
                            slice_list *ids)
{
    dictionary_places places = { 0 };
    struct centres centres = { .count = 0 };
    enum status status = known_centres(planner, ids, entries, &centres);

    if (!status)
        status = dictionary_all_places(database_reports(planner->database), PLAN_PLACES_MAX, planner->arena, &places,
                                       planner->error);
    if (places.count == PLAN_PLACES_MAX)
        planner->plan->bounded = true;
    if (!status && !ids->count)
        choose_centre(planner, leaf, entries, &places, &centres);
    if (!status && !centres.count && (ids->count || entries->count))
        plan_note(planner, REMARK_NO_POSITION, (int)leaf->text.length, leaf->text.bytes);
    for (size_t i = 0; !status && i < places.count; i++)
        for (size_t j = 0; j < centres.count; j++)
            if (is_near(&places.items[i], centres.points[j], leaf->km)) {
                *vec_push(planner->arena, ids) = slice_of(places.items[i].id);
                break;
            }
    return status;
}

/* ---- names ---- */

/* Adds the ids of ENTRIES that the collection has under other names: Londres for London. */
static enum status add_known(struct planner *planner, const place_entries *entries, slice_list *ids)
{
    enum status status = STATUS_OK;

    for (size_t i = 0; !status && i < entries->count && ids->count < PLACE_IDS_MAX; i++) {
        struct dictionary_place place;
        struct slice id = slice_of(entries->items[i].id);
        status = dictionary_place(database_reports(planner->database), id, planner->arena, &place, planner->error);
        if (!status)
            *vec_push(planner->arena, ids) = id;
        else if (status == STATUS_NOT_FOUND)
            status = STATUS_OK;
    }
    return status;
}

static enum status find_ids(struct planner *planner, const struct query_node *leaf, place_entries *entries,
                            slice_list *ids)
{
    char name[PLACE_NAME_BYTES];
    bool partial = leaf->kind == QUERY_PREFIX; /* "st" may begin Strasbourg: it is not written out */
    size_t length = partial ? fold_key(leaf->text, name, sizeof name) : place_key(leaf->text, name, sizeof name);
    enum status status = dictionary_place_ids(database_reports(planner->database), (struct slice){ name, length },
                                              partial, PLACE_IDS_MAX, planner->arena, ids, planner->error);

    if (!status && !partial && (!ids->count || leaf->km))
        status = place_table_find(planner->database, leaf->text, planner->arena, entries, planner->error);
    if (!status && !ids->count)
        status = add_known(planner, entries, ids);
    return status;
}

static db_query id_query(struct planner *planner, const char *prefix, const slice_list *ids)
{
    query_list list = { 0 };

    for (size_t i = 0; i < ids->count; i++)
        *vec_push(planner->arena, &list) = plan_term(planner, prefix, ids->items[i]);
    return db_query_combine(planner->pool, DB_OR, list.items, list.count, 0);
}

static void note_unknown(struct planner *planner, const struct query_node *leaf, const place_entries *entries)
{
    const char *field = remark_field(planner->ui, leaf->field);
    int length = (int)leaf->text.length;
    bool located = false;

    for (size_t i = 0; i < entries->count; i++)
        located |= entries->items[i].located;
    if (located)
        plan_note(planner, REMARK_NO_PLACE_NEAR, field, length, leaf->text.bytes, length, leaf->text.bytes);
    else
        plan_note(planner, REMARK_NO_PLACE, field, length, leaf->text.bytes);
}

enum status plan_place(struct planner *planner, const struct query_node *leaf, db_query *query)
{
    slice_list ids = { 0 };
    place_entries entries = { 0 };
    enum status status = find_ids(planner, leaf, &entries, &ids);

    if (!status && leaf->km && (ids.count || entries.count))
        status = add_near(planner, leaf, &entries, &ids);
    else if (!status && !ids.count)
        note_unknown(planner, leaf, &entries);
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
