/* search.c - from a request to a result: plan, run in stages (every word, then some), read what was found. */
#include "search.h"

#include <time.h>

#include "remarks.h"
#include "search_internal.h"
#include "suggest.h"

enum {
    ATTEMPTS_MAX = 4,
    UNTIMED_DOCUMENTS_MAX = 10000 /* in a collection no larger no search takes long; a clock costs a thread */
};

/* The ranking: BM25+ (Lv and Zhai, "Lower-Bounding Term Frequency Normalization", 2011), chosen by measurement; see
 * docs/ranking.md. Its delta also gives a score to terms that are only there, like a place. */
static const double rank_k1 = 0.8, rank_k3 = 1.0, rank_b = 0.5, rank_min_length = 0.5, rank_delta = 0.3;

const char *unit_name(enum unit unit)
{
    return unit == UNIT_PASSAGE ? "passage" : "report";
}

const char *sort_name(enum sort sort)
{
    static const char *const names[] = { [SORT_RELEVANCE] = "relevance", [SORT_DATE] = "date",
                                         [SORT_DATE_NEWEST] = "-date", [SORT_TITLE] = "title" };
    return names[sort];
}

struct db_search run_search(const struct run *run, db_query query)
{
    struct db_search search = DB_SEARCH_INIT;
    unsigned time_ms = run->request->time_ms ? run->request->time_ms : SEARCH_TIME_MS;

    search.query = query;
    search.weight = DB_WEIGHT_BM25_PLUS;
    search.k1 = rank_k1;
    search.k3 = rank_k3;
    search.b = rank_b;
    search.min_length = rank_min_length;
    search.delta = rank_delta;
    search.has_parameters = true;
    search.seconds = database_passage_count(run->database) > UNTIMED_DOCUMENTS_MAX ? time_ms / 1000.0 : 0;
    return search;
}

enum status run_matches(struct run *run, const struct db *db, const struct db_search *search)
{
    db_matches_free(run->matches);
    run->matches = NULL;
    return db_search_run(db, run->planner.pool, search, &run->matches, run->error);
}

/* ---- stages ---- */

static uint32_t collection_size(const struct run *run)
{
    return run->request->unit == UNIT_REPORT ? database_report_count(run->database)
                                             : database_passage_count(run->database);
}

static void set_order(const struct run *run, struct db_search *search)
{
    if (run->request->sort == SORT_RELEVANCE)
        return;
    search->order = DB_ORDER_VALUE_SCORE;
    search->order_slot = run->request->sort == SORT_TITLE ? SLOT_TITLE : SLOT_EVENT_START;
    search->order_descending = run->request->sort == SORT_DATE_NEWEST;
}

static enum status take(struct run *run, bool partial)
{
    struct db_totals totals;
    enum status status = STATUS_OK;

    db_matches_totals(run->matches, &totals);
    for (uint32_t i = 0; !status && i < totals.count; i++) {
        struct db_match match;
        status = db_matches_get(run->matches, i, &match, run->error);
        if (!status)
            *vec_push(run->arena, &run->found) = (struct found){ .document = match.id, .score = match.score,
                                                                 .partial = partial, .duplicates = match.collapsed };
    }
    return status;
}

/* Collapsed totals are estimates, but the different values of the slot collapsed on (the spy's last facet, which
 * every report has) can be counted: each is one hit. Not exact when the time ran out before all were looked at. */
static void count_collapsed(const struct run *run, size_t facet, const struct db_totals *totals, uint32_t *total,
                            bool *exact)
{
    size_t size = db_matches_facet_size(run->matches, facet);
    uint64_t with_value = 0;

    for (size_t i = 0; i < size; i++) {
        uint32_t count;
        db_matches_facet(run->matches, facet, i, &count);
        with_value += count;
    }
    *exact = with_value >= totals->uncollapsed_lower && with_value <= totals->uncollapsed_upper;
    if (*exact)
        *total = (uint32_t)size;
}

static struct db_search stage_search(const struct run *run, db_query query)
{
    struct db_search search = run_search(run, query);

    if (run->request->hide_duplicates && run->request->unit == UNIT_REPORT)
        search.collapse_slot = SLOT_CONTENT;
    return search;
}

/* How many match, and the facets. Scores are left out: so everything can be looked at, and what only adds to the
 * score costs nothing. */
static enum status count_matches(struct run *run, db_query query, uint32_t *total, bool *exact)
{
    struct db_search search = stage_search(run, db_query_scale(run->planner.pool, query, 0));
    struct db_totals totals;

    search.weight = DB_WEIGHT_BOOL;
    search.count = 1;
    search.check_at_least = collection_size(run) + 1; /* one more, or the last match is not known to be the last */
    facets_ask(run, &search);
    bool collapsed = search.collapse_slot != DB_SLOT_NONE && search.facet_count < DB_FACETS_MAX;
    if (collapsed)
        search.facets[search.facet_count++] = search.collapse_slot;
    enum status status = run_matches(run, run_db(run), &search);
    if (status)
        return status;
    db_matches_totals(run->matches, &totals);
    *total = totals.estimate;
    *exact = totals.lower == totals.upper;
    if (collapsed && !*exact)
        count_collapsed(run, search.facet_count - 1, &totals, total, exact);
    return facets_read(run);
}

/* One stage: QUERY's matches from FIRST on, as many as the page still takes. */
static enum status run_stage(struct run *run, db_query query, bool partial, uint32_t first)
{
    struct db_search search = stage_search(run, query);

    search.first = first;
    search.count = run->wanted - (uint32_t)run->found.count;
    set_order(run, &search);
    enum status status = run_matches(run, run_db(run), &search);
    return status ? status : take(run, partial);
}

/* By date, oldest first, what has no date comes last: it would sort first. */
static enum status run_dated(struct run *run, uint32_t total)
{
    struct db_queries *pool = run->planner.pool;
    db_query dated = db_query_value_ge(pool, SLOT_EVENT_START, SLICE("\x01"));
    db_query with = db_query_filter(pool, run->plan.full, dated);
    uint32_t count = 0, offset = run->first;
    bool exact;

    facet_results facets = run->result->facets;
    enum status status = count_matches(run, with, &count, &exact);
    run->result->facets = facets;
    if (!status)
        status = run_stage(run, with, false, offset);
    if (!status && run->found.count < run->wanted && count < total)
        status = run_stage(run, db_query_and_not(pool, run->plan.full, dated), false,
                           offset > count ? offset - count : 0);
    return status;
}

static enum status run_stages(struct run *run)
{
    struct result *result = run->result;
    uint32_t total = 0, offset = run->first;
    bool exact = true;
    bool dated = run->request->sort == SORT_DATE, counted = false;
    enum status status = dated ? STATUS_OK : run_stage(run, run->plan.full, false, offset);

    if (!status && !dated && !run->request->facet_count) { /* when they are few, they are counted by the way */
        struct db_totals totals;
        db_matches_totals(run->matches, &totals);
        total = totals.lower;
        counted = totals.lower == totals.upper;
    }
    if (!status && !counted)
        status = count_matches(run, run->plan.full, &total, &exact);
    if (!status && dated && total)
        status = run_dated(run, total);
    result->total = total;
    result->total_is_exact = exact && !run->plan.bounded;
    if (!status && run->plan.partial && !run->request->no_partial && run->found.count < run->wanted) {
        uint32_t some = 0;
        status = run_stage(run, run->plan.partial, true, offset > total ? offset - total : 0);
        struct db_totals totals;
        if (!status) {
            db_matches_totals(run->matches, &totals);
            some = totals.lower;
        }
        result->total_partial = some;
        result->relaxed = some > 0;
    }
    return status;
}

/* The page asked for. Its first hits are a permutation of the same ones on every page, so that paging is stable. */
static enum status run_page(struct run *run)
{
    uint32_t offset = run->request->offset, limit = run->request->limit;
    bool closeness = closeness_counts(run), own_first = own_words_count(run), ordered = closeness || own_first;

    run->first = ordered ? 0 : offset;
    run->wanted = ordered && offset + limit < CLOSENESS_WINDOW ? CLOSENESS_WINDOW : offset - run->first + limit;
    enum status status = run_stages(run);
    if (!status && closeness)
        status = closeness_rank(run);
    if (!status && own_first)
        status = hits_read(run);
    if (!status && own_first)
        status = passages_own_first(run);
    /* a partial match may score more than a full one: it still comes after, with no more */
    for (size_t i = 1; run->request->sort == SORT_RELEVANCE && i < run->found.count; i++)
        if (run->found.items[i].score > run->found.items[i - 1].score)
            run->found.items[i].score = run->found.items[i - 1].score;
    if (status || !ordered)
        return status;
    size_t skipped = offset < run->found.count ? offset : run->found.count;
    run->found.items += skipped;
    run->found.count -= skipped;
    run->found.room = run->found.count;
    if (run->found.count > limit)
        run->found.count = limit;
    return status;
}

/* ---- the request ---- */

typedef VEC(const struct query_node *) node_list;

/* Filters of one field are alternatives. */
static enum status read_filters(struct run *run, node_list *filters)
{
    const struct search_request *request = run->request;
    struct query_node *fields[FIELD_COUNT] = { NULL };

    for (unsigned i = 0; i < request->filter_count && i < SEARCH_FILTERS_MAX; i++) {
        const struct search_filter *filter = &request->filters[i];
        struct query_node *leaf;
        enum status status = query_value(filter->field, slice_of(filter->value), run->request->ui,
                                         run->arena, &leaf, run->error);
        if (status)
            return status;
        struct query_node **any = &fields[filter->field];
        if (!*any) {
            *any = arena_new(run->arena, struct query_node);
            (*any)->kind = QUERY_OR;
            *vec_push(run->arena, filters) = *any;
        }
        *vec_push(run->arena, &(*any)->children) = leaf;
    }
    return STATUS_OK;
}

static enum status read_bound(struct run *run, const char *name, const char *value, struct interval *interval)
{
    struct query_node *leaf;

    *interval = INTERVAL_NONE;
    if (!value || slice_trim(slice_of(value)).length == 0)
        return STATUS_OK;
    enum status status = query_value(FIELD_DATE, slice_of(value), run->request->ui, run->arena, &leaf, run->error);
    if (status)
        return error_prefix(run->error, "%s", name);
    *interval = leaf->interval;
    return STATUS_OK;
}

static enum status read_dates(struct run *run, node_list *filters)
{
    struct interval from, to;
    enum status status = read_bound(run, "from", run->request->from, &from);

    if (!status)
        status = read_bound(run, "to", run->request->to, &to);
    if (status || (from.start == DAY_NONE && to.end == DAY_NONE))
        return status;
    if (from.start != DAY_NONE && to.end != DAY_NONE && from.start > to.end)
        return error_set(run->error, STATUS_QUERY, remark_format(run->request->ui, REMARK_FROM_AFTER_TO),
                         run->request->from, run->request->to);
    struct query_node *leaf = arena_new(run->arena, struct query_node);
    *leaf = (struct query_node){ .kind = QUERY_PHRASE, .field = FIELD_DATE, .interval = { from.start, to.end } };
    *vec_push(run->arena, filters) = leaf;
    return STATUS_OK;
}

/* The query for reports like one: its most telling words. */
static enum status plan_similar(struct run *run, const struct query_node **root)
{
    enum { ASKED = 120, KEPT = 24 };
    struct db_expansion *words = arena_alloc(run->arena, ASKED * sizeof *words);
    struct query_node *list = arena_new(run->arena, struct query_node);
    uint32_t document;
    size_t count = 0;
    enum status status = database_find_report(run->database, slice_of(run->request->similar), &document, run->error);

    if (!status)
        status = db_expand(database_reports(run->database), &document, 1, words, ASKED, &count, run->error);
    list->kind = QUERY_OR;
    for (size_t i = 0; !status && i < count && list->children.count < KEPT; i++) {
        struct slice word = slice_of(words[i].term);
        if (!word.length || (word.bytes[0] >= 'A' && word.bytes[0] <= 'Z')
            || language_is_stop_word(LANGUAGE_UNKNOWN, word))
            continue;
        struct query_node *leaf = arena_new(run->arena, struct query_node);
        *leaf = (struct query_node){ .kind = QUERY_WORD, .text = word, .interval = INTERVAL_NONE };
        *vec_push(run->arena, &list->children) = leaf;
    }
    if (!list->children.count)
        *vec_push(run->arena, &list->children) = arena_new(run->arena, struct query_node); /* everything */
    *root = list;
    return status;
}

/* Not the report itself. */
static void exclude_similar(struct run *run)
{
    struct db_queries *pool = run->planner.pool;
    const char *term = arena_printf(run->arena, "%s%s", TERM_REPORT, run->request->similar);

    run->plan.full = db_query_and_not(pool, run->plan.full, db_query_term(pool, slice_of(term)));
}

static enum status attempt(struct run *run)
{
    const struct search_request *request = run->request;
    struct slice text = slice_of(request->query ? request->query : "");
    struct query_node *parsed;
    node_list filters = { 0 };
    const struct query_node *root;
    enum status status = query_parse(text, request->ui, run->arena, &parsed, run->error);

    root = parsed;
    if (!status)
        status = read_filters(run, &filters);
    if (!status)
        status = read_dates(run, &filters);
    if (!status && request->similar)
        status = plan_similar(run, &root);
    if (status)
        return status;
    run->planner = (struct planner){ .database = run->database, .arena = run->arena, .text = text, .root = root,
                                     .filters = filters.items, .filter_count = filters.count,
                                     .explain = request->explain, .ui = request->ui };
    status = planner_init(&run->planner, run->error);
    if (!status)
        status = plan_make(&run->planner, request->unit, &run->plan, run->error);
    if (!status && request->similar)
        exclude_similar(run);
    if (!status)
        status = run_page(run);
    if (!status)
        status = hits_read(run);
    if (!status)
        status = hits_show(run);
    run->result->notes = run->planner.notes;
    if (!status && request->explain)
        status = explain(run);
    return status;
}

static void release(struct run *run)
{
    db_matches_free(run->matches);
    db_document_free(run->document);
    planner_fini(&run->planner);
    run->matches = NULL;
    run->document = NULL;
}

static double now_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static void start_result(struct run *run)
{
    const struct search_request *request = run->request;

    *run->result = (struct result){ .query = request->query ? request->query : "", .unit = request->unit,
                                    .sort = request->sort, .offset = request->offset, .limit = request->limit,
                                    .total_is_exact = true, .collection = collection_size(run) };
    run->plan = run->passages = (struct plan){ 0 };
    run->passages_planned = false;
    run->found = (found_list){ 0 };
}

/* Runs until the database keeps still. */
static enum status run_attempts(struct run *run)
{
    enum status status = STATUS_MODIFIED;

    for (int i = 0; i < ATTEMPTS_MAX && status == STATUS_MODIFIED; i++) {
        if (i > 0 && (status = database_reopen(run->database, NULL, run->error)) != STATUS_OK)
            break;
        start_result(run);
        status = attempt(run);
        release(run);
    }
    return status;
}

/* A guard of our own over the caller's: memory that runs out jumps here first, so that the library's objects are
 * given back. */
struct outer {
    jmp_buf recover;
    bool guarded;
};

static struct outer *outer_save(struct arena *arena)
{
    struct outer *outer = arena_new(arena, struct outer);

    memcpy(&outer->recover, &arena->recover, sizeof outer->recover);
    outer->guarded = arena->guarded;
    return outer;
}

static void outer_restore(struct arena *arena, const struct outer *outer)
{
    memcpy(&arena->recover, &outer->recover, sizeof outer->recover);
    arena->guarded = outer->guarded;
}

/* Runs the request and, when it found nothing, the corrected one. */
static enum status run_corrected(struct run *run)
{
    enum status status = run_attempts(run);
    const struct search_request *typed = run->request;
    struct result *result = run->result;
    const char *better = NULL;

    if (status || typed->bare || typed->similar || typed->offset || result->total > SUGGEST_HITS_MAX)
        return status;
    status = suggest_spelling(run->database, typed->query, run->arena, &better, run->error);
    if (status || !better)
        return status == STATUS_MODIFIED ? STATUS_OK : status; /* a correction is no reason to fail */
    if (result->hits.count) {
        result->suggestion = better;
        return STATUS_OK;
    }
    struct search_request *corrected = arena_new(run->arena, struct search_request);
    *corrected = *typed;
    corrected->query = better;
    run->request = corrected;
    status = run_attempts(run);
    result->query = typed->query;
    if (!status && result->hits.count)
        result->corrected = better;
    return status;
}

enum status search_run(struct database *database, const struct search_request *request, struct arena *arena,
                       struct result *result, struct error *error)
{
    double start = now_ms();
    const struct outer *outer = outer_save(arena);
    struct run *run = arena_new(arena, struct run);

    if (arena_guard(arena)) {
        release(run);
        outer_restore(arena, outer);
        return error_set(error, STATUS_MEMORY, "the search needs too much memory");
    }
    run->database = database;
    run->request = request;
    run->arena = arena;
    run->result = result;
    run->error = error;
    enum status status = run_corrected(run);
    outer_restore(arena, outer);
    result->took_ms = now_ms() - start;
    return status;
}

static enum status mark(struct planner *planner, struct slice text, span_list *matches, struct error *error)
{
    struct query_node *root;
    struct plan plan;
    enum status status = query_parse(planner->text, planner->ui, planner->arena, &root, error);

    planner->root = root;
    if (!status)
        status = planner_init(planner, error);
    if (!status)
        status = plan_make(planner, UNIT_PASSAGE, &plan, error);
    if (!status)
        highlight_find(&planner->highlight, text, planner->arena, matches);
    return status;
}

enum status search_mark(struct database *database, const char *query, struct slice text, struct arena *arena,
                        span_list *matches, struct error *error)
{
    const struct outer *outer = outer_save(arena);
    struct planner *planner = arena_new(arena, struct planner);
    enum status status;

    *planner = (struct planner){ .database = database, .arena = arena, .text = slice_of(query ? query : "") };
    if (arena_guard(arena))
        status = error_set(error, STATUS_MEMORY, "marking the words needs too much memory");
    else
        status = mark(planner, text, matches, error);
    planner_fini(planner);
    outer_restore(arena, outer);
    return status;
}
