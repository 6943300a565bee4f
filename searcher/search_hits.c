/* search_hits.c - from documents found to hits: their records, and the words that are missing. */
#include "record_codec.h"
#include "search_internal.h"

enum { MISSING_CHECKED_MAX = 20000 }; /* passages of the reports of a page that are looked at for missing words */

/* ---- records ---- */

static enum status read_report(struct run *run, uint32_t document, struct found *found)
{
    enum status status =
        database_record(run->database, document, run->arena, &found->encoded, &found->record, run->error);

    if (!status)
        found->report_id = found->record->id;
    return status;
}

/* A passage's report; reports that were read for another passage are shared. */
static enum status read_passage(struct run *run, struct found *found, struct map *reports)
{
    struct passage_ref ref;
    uint32_t document;
    enum status status;

    db_document_free(run->document);
    run->document = NULL;
    status = db_document_get(database_passages(run->database), found->document, &run->document, run->error);
    if (!status)
        status = passage_ref_read(run->document, &ref, run->error);
    if (status)
        return status;
    const uint32_t *known = map_get(reports, slice_of(ref.report));
    if (known) {
        const struct found *other = &run->found.items[*known];
        found->record = other->record;
        found->encoded = other->encoded;
        found->report_id = other->report_id;
        found->generation = other->generation;
    } else {
        status = database_find_report(run->database, slice_of(ref.report), &document, run->error);
        if (status == STATUS_NOT_FOUND)
            return STATUS_OK; /* an orphan of an interrupted run */
        if (!status)
            status = read_report(run, document, found);
        struct document_number generation = { document, 0, 0 };
        if (!status)
            status = database_numbers(database_reports(run->database), SLOT_GENERATION, &generation, 1, run->error);
        found->generation = generation.number;
        if (!status)
            map_put(reports, slice_of(found->report_id), (uint32_t)(found - run->found.items), NULL);
    }
    const struct passage *passage = !status && found->record && ref.generation == found->generation
                                        ? record_passage(found->record, ref.serial) : NULL;
    found->number = passage ? passage->number : 0; /* 0: an orphan */
    return status;
}

static enum status read_generations(struct run *run)
{
    size_t count = run->found.count;
    struct document_number *numbers = arena_alloc(run->arena, count * sizeof *numbers);

    for (size_t i = 0; i < count; i++)
        numbers[i] = (struct document_number){ run->found.items[i].document, (uint32_t)i, 0 };
    enum status status = database_numbers(database_reports(run->database), SLOT_GENERATION, numbers, count,
                                          run->error);
    for (size_t i = 0; !status && i < count; i++)
        run->found.items[numbers[i].index].generation = numbers[i].number;
    return status;
}

enum status hits_read(struct run *run)
{
    struct map reports = MAP_INIT(run->arena);
    size_t kept = 0;
    enum status status = run->request->unit == UNIT_REPORT ? read_generations(run) : STATUS_OK;

    for (size_t i = 0; !status && i < run->found.count; i++) {
        struct found *found = &run->found.items[i];
        if (found->record) /* for the order already */
            continue;
        status = run->request->unit == UNIT_REPORT ? read_report(run, found->document, found)
                                                   : read_passage(run, found, &reports);
    }
    for (size_t i = 0; !status && i < run->found.count; i++)
        if (run->found.items[i].record && (run->request->unit == UNIT_REPORT || run->found.items[i].number))
            run->found.items[kept++] = run->found.items[i];
    run->found.count = status ? 0 : kept;
    return status;
}

/* ---- hits ---- */

static void fill_hit(struct run *run, const struct found *found, struct result_hit *hit)
{
    const struct record *record = found->record;

    *hit = (struct result_hit){
        .id = found->number ? arena_printf(run->arena, "%s.%u", record->id, found->number) : record->id,
        .report_id = record->id, .score = found->score, .partial = found->partial,
        .title = record->title, .url = record->url, .file = record->file,
        .language = language_row(record->language)->code, .type = report_type_name(record->type),
        .author = record->author, .published = record->published, .duplicates = found->duplicates,
    };
    hit->date = record_date(record, &hit->date_source);
    if (record->event_place >= 0 && (size_t)record->event_place < record->places.count)
        hit->place = record->places.items[record->event_place].name;
    hit->attachments.items = record->attachments.items;
    hit->attachments.count = record->attachments.count;
    if (found->number) {
        const char *speaker = record->passages.items[found->number - 1].speaker;
        if (speaker)
            *vec_push(run->arena, &hit->speakers) = speaker;
        return;
    }
    for (size_t i = 0; i < record->persons.count; i++)
        if (record->persons.items[i].speaker)
            *vec_push(run->arena, &hit->speakers) = record->persons.items[i].name;
}

db_query hits_reports(struct run *run, bool partial_only)
{
    VEC(struct slice) ids = { 0 };

    for (size_t i = 0; i < run->found.count; i++) {
        const struct found *found = &run->found.items[i];
        if (partial_only && !found->partial)
            continue;
        *vec_push(run->arena, &ids) = slice_of(arena_printf(run->arena, "%s%s", TERM_REPORT, found->report_id));
    }
    return db_query_any_term(run->planner.pool, ids.items, ids.count);
}

/* ---- words that are missing ---- */

/* Notes UNIT with the partial hits that lack it; *EVERYWHERE: all hits of the page do. */
static enum status mark_missing(struct run *run, const struct plan_unit *unit, bool *everywhere)
{
    db_query query = db_query_filter(run->planner.pool, unit->query, hits_reports(run, true));
    struct db_search search = run_search(run, query);
    struct db_totals totals;
    bool *has = arena_zero(run->arena, run->found.count * sizeof *has);

    search.weight = DB_WEIGHT_BOOL;
    search.count = MISSING_CHECKED_MAX;
    enum status status = run_matches(run, run_db(run), &search);
    if (status)
        return status;
    db_matches_totals(run->matches, &totals);
    for (uint32_t i = 0; !status && i < totals.count; i++) {
        struct db_match match;
        status = db_matches_get(run->matches, i, &match, run->error);
        for (size_t j = 0; !status && j < run->found.count; j++)
            has[j] |= run->found.items[j].document == match.id;
    }
    *everywhere = true;
    for (size_t i = 0; !status && i < run->found.count; i++) {
        if (!run->found.items[i].partial || has[i])
            *everywhere = false;
        else
            *vec_push(run->arena, &run->result->hits.items[i].missing) = unit->shown;
    }
    return status;
}

enum status hits_show(struct run *run)
{
    struct map hits = MAP_INIT(run->arena);
    enum status status = STATUS_OK;
    bool partial = false;

    for (size_t i = 0; i < run->found.count; i++) {
        fill_hit(run, &run->found.items[i], vec_push(run->arena, &run->result->hits));
        map_put(&hits, slice_of(run->found.items[i].report_id), (uint32_t)i, NULL);
        partial |= run->found.items[i].partial;
    }
    if (run->request->bare || !run->found.count)
        return STATUS_OK;
    status = run->request->unit == UNIT_REPORT ? passages_choose(run, &hits) : passages_show(run);
    for (size_t i = 0; !status && partial && i < run->plan.units.count; i++) {
        bool everywhere;
        status = mark_missing(run, &run->plan.units.items[i], &everywhere);
        if (everywhere && !status)
            *vec_push(run->arena, &run->result->missing) = run->plan.units.items[i].shown;
    }
    return status;
}
