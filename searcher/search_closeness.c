/* search_closeness.c - words of the query that follow one another in a passage raise its report: measured on the
 * first hits only, which costs little. */
#include <stdlib.h>

#include "search_internal.h"

#define WEIGHT_PAIR 0.2 /* of two words that follow one another, beside 1 for a word: see docs/ranking.md */

bool closeness_counts(const struct run *run)
{
    return run->request->sort == SORT_RELEVANCE && run->request->offset < CLOSENESS_WINDOW && !run->request->similar
        && (run->plan.units.count > 1 || run->planner.words.count > 1);
}

static int by_document(const void *a, const void *b)
{
    const struct found *const *left = a, *const *right = b;

    return ((*left)->document > (*right)->document) - ((*left)->document < (*right)->document);
}

/* The reports that the first WINDOW hits are, or are passages of; in the order of the documents, which reads each block
 * of the database once. */
static enum status read_report_ids(struct run *run, size_t window)
{
    struct found **order = arena_alloc(run->arena, window * sizeof *order);
    char (*ids)[REPORT_ID_BYTES_MAX + 1] = arena_zero(run->arena, window * sizeof *ids);
    struct db_values *values = NULL;
    enum status status = db_values_open(run_db(run), SLOT_REPORT, &values, run->error);

    for (size_t i = 0; i < window; i++)
        order[i] = &run->found.items[i];
    qsort(order, window, sizeof *order, by_document);
    for (size_t i = 0; !status && i < window; i++) {
        struct slice value, id;
        status = db_values_at(values, order[i]->document, &value, run->error);
        order[i]->report_id = ids[i]; /* of a damaged one empty, which no report has */
        id = value;
        if (status || (run->request->unit == UNIT_PASSAGE && !passage_key_read(value, &id, NULL))
            || id.length > REPORT_ID_BYTES_MAX)
            continue;
        memcpy(ids[i], id.bytes, id.length);
    }
    db_values_close(values);
    return status;
}

/* Full hits first, then by score, then in the order of the documents. */
static int by_rank(const void *a, const void *b)
{
    const struct found *left = a, *right = b;

    if (left->partial != right->partial)
        return left->partial ? 1 : -1;
    if (left->score != right->score)
        return left->score > right->score ? -1 : 1;
    return (left->document > right->document) - (left->document < right->document);
}

/* Adds to each hit of the window what its closest passage is worth. */
static enum status add_closeness(struct run *run, size_t window, struct map *reports)
{
    const struct plan *plan = &run->passages;
    struct db_queries *pool = run->planner.pool;
    bool unit_is_report = run->request->unit == UNIT_REPORT;
    db_query ids = hits_reports(run, false);
    VEC(db_query) pairs = { 0 };
    struct db_totals totals;

    /* each pair within the reports, so that few positions are looked at */
    for (size_t i = 0; i < plan->pairs.count; i++)
        *vec_push(run->arena, &pairs) = db_query_filter(pool, plan->pairs.items[i], ids);
    db_query any = db_query_combine(pool, DB_OR, pairs.items, pairs.count, 0);
    struct db_search search = run_search(run, db_query_scale(pool, any, WEIGHT_PAIR));

    search.count = unit_is_report ? (uint32_t)window : CLOSENESS_PASSAGES_MAX;
    if (unit_is_report)
        search.collapse_slot = SLOT_REPORT;
    enum status status = run_matches(run, database_passages(run->database), &search);
    if (status)
        return status;
    db_matches_totals(run->matches, &totals);
    for (uint32_t i = 0; !status && i < totals.count; i++) {
        struct db_match match;
        status = db_matches_get(run->matches, i, &match, run->error);
        if (status)
            break;
        if (unit_is_report) {
            struct slice report = { 0 };
            const uint32_t *index = passage_key_read(match.collapse_value, &report, NULL) ? map_get(reports, report)
                                                                                          : NULL;
            if (index) {
                run->found.items[*index].score += match.score;
                run->found.items[*index].closeness = match.score;
                run->found.items[*index].closest = match.id;
            }
            continue;
        }
        for (size_t j = 0; j < window; j++)
            if (run->found.items[j].document == match.id) {
                run->found.items[j].score += match.score;
                run->found.items[j].closeness = match.score;
            }
    }
    return status;
}

enum status closeness_rank(struct run *run)
{
    size_t all = run->found.count, window = all < CLOSENESS_WINDOW ? all : CLOSENESS_WINDOW;
    struct map reports = MAP_INIT(run->arena);
    enum status status = window > 1 ? passages_plan(run) : STATUS_OK;

    if (status || window < 2 || !run->passages.pairs.count)
        return status;
    status = read_report_ids(run, window);
    if (status)
        return status;
    for (size_t i = 0; i < window; i++)
        map_put(&reports, slice_of(run->found.items[i].report_id), (uint32_t)i, NULL);
    run->found.count = window;
    status = add_closeness(run, window, &reports);
    run->found.count = all;
    qsort(run->found.items, window, sizeof *run->found.items, by_rank);
    return status;
}
