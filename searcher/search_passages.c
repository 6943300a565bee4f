/* search_passages.c - which passages a report hit shows: those of the speaker asked for first, then those whose own
 * text has the words, before those that only a heading brought. */
#include "record_codec.h"
#include "search_internal.h"

enum {
    PASSAGE_BYTES_MAX = 64 * 1024,  /* of a passage that are read for its snippet */
    TRIED_FACTOR = 4                /* so many times the passages shown are looked at, when headings brought them */
};

/* What a passage is shown before another for; those of one rank stay in the order of their score. */
enum rank { RANK_CLOSEST, RANK_ASKED_MARKED, RANK_ASKED, RANK_MARKED, RANK_UNMARKED, RANK_COUNT };

struct candidate {
    struct result_passage passage;
    enum rank rank;
};

/* The passages of one hit, while they are chosen. */
struct choice {
    VEC(struct candidate) candidates;
    unsigned marked;              /* that have a word in their own text */
};

/* ---- one passage ---- */

static struct result_passage passage_of(const struct found *found, uint32_t number, double score)
{
    const struct passage *passage = &found->record->passages.items[number - 1];

    return (struct result_passage){ .number = number, .start = passage->start, .end = passage->end,
                                    .speaker = passage->speaker, .role = passage->role, .heading = passage->heading,
                                    .score = score };
}

/* Where an attachment is opened: its address may be relative to the report's. */
static const char *attachment_url(const struct found *found, const struct attachment *attachment, struct arena *arena)
{
    const char *url = attachment->url, *report = found->record->url;
    const char *slash = report ? strrchr(report, '/') : NULL;
    if (!url || url[0] == '/' || strstr(url, "://"))
        return url ? url : report;
    return slash ? arena_printf(arena, "%.*s/%s", (int)(slash - report), report, url) : report;
}

static enum status passage_text(struct run *run, struct found *found, const struct result_passage *passage,
                                struct slice *text)
{
    uint32_t end = passage->end - passage->start > PASSAGE_BYTES_MAX ? passage->start + PASSAGE_BYTES_MAX
                                                                     : passage->end;
    enum status status = found->text ? STATUS_OK : record_text_open(run->arena, found->encoded, &found->text,
                                                                    run->error);

    return status ? status : record_text_span(found->text, passage->start, end, text, run->error);
}

/* Its text, and the words found in it. */
static enum status read_text(struct run *run, struct found *found, struct result_passage *passage)
{
    const struct highlight *highlight = &run->planner.highlight;
    struct slice text = { 0 };
    enum status status = passage_text(run, found, passage, &text);

    if (status || !text.length)
        return status;
    highlight_snippet(highlight, text, SNIPPET_BYTES, run->arena, &passage->snippet);
    if (run->request->kwic)
        highlight_lines(highlight, text, run->request->kwic, SEARCH_LINES_MAX, run->arena, &passage->lines);
    const struct attachment *attachment =
        record_attachment_of(found->record, &found->record->passages.items[passage->number - 1]);
    passage->attachment = attachment ? attachment->title : NULL;
    passage->url = attachment ? attachment_url(found, attachment, run->arena)
                              : highlight_url(found->record->url, &passage->snippet, run->arena);
    return status;
}

static bool has_match(const struct result_passage *passage)
{
    for (size_t i = 0; i < passage->snippet.fragments.count; i++)
        if (passage->snippet.fragments.items[i].match)
            return true;
    return false;
}

enum status passages_show(struct run *run)
{
    enum status status = STATUS_OK;

    for (size_t i = 0; !status && i < run->found.count; i++) {
        struct found *found = &run->found.items[i];
        struct result_passage *shown = vec_push(run->arena, &run->result->hits.items[i].passages);
        *shown = passage_of(found, found->number, found->score);
        status = read_text(run, found, shown);
    }
    return status;
}

/* ---- passages as hits: those with a word in their own text before those that only their heading brought ---- */

bool own_words_count(const struct run *run)
{
    return run->request->unit == UNIT_PASSAGE && run->request->sort == SORT_RELEVANCE
        && run->request->offset < CLOSENESS_WINDOW && !highlight_is_empty(&run->planner.highlight);
}

enum status passages_own_first(struct run *run)
{
    enum { FULL_OWN, FULL_HEADING, PARTIAL_OWN, PARTIAL_HEADING, ORDERS };
    size_t all = run->found.count, window = all < CLOSENESS_WINDOW ? all : CLOSENESS_WINDOW, kept = 0;
    struct found *before = arena_alloc(run->arena, window * sizeof *before);
    int *order = arena_alloc(run->arena, window * sizeof *order);
    enum status status = STATUS_OK;

    for (size_t i = 0; i < window; i++)
        before[i] = run->found.items[i];
    for (size_t i = 0; !status && i < window; i++) {
        const struct result_passage passage = passage_of(&before[i], before[i].number, 0);
        struct slice text = { 0 };
        span_list marks = { 0 };
        status = passage_text(run, &before[i], &passage, &text);
        if (!status)
            highlight_find(&run->planner.highlight, text, run->arena, &marks);
        order[i] = (before[i].partial ? PARTIAL_OWN : FULL_OWN) + (marks.count == 0);
    }
    for (int rank = 0; !status && rank < ORDERS; rank++)
        for (size_t i = 0; i < window; i++)
            if (order[i] == rank)
                run->found.items[kept++] = before[i];
    return status;
}

/* ---- candidates ---- */

enum status passages_plan(struct run *run)
{
    if (run->passages_planned)
        return STATUS_OK;
    run->passages_planned = true;
    return plan_make(&run->planner, UNIT_PASSAGE, &run->passages, run->error);
}

/* Words and, far above them, the speakers asked for. NULL when the query has neither. */
static db_query passage_query(struct run *run)
{
    enum { FAR_ABOVE = 1000 };
    struct db_queries *pool = run->planner.pool;
    const struct plan *plan = &run->passages;

    if (!plan->speakers)
        return plan->any;
    db_query speakers = db_query_scale(pool, plan->speakers, FAR_ABOVE);
    return plan->any ? db_query_combine(pool, DB_OR, (const db_query[]){ plan->any, speakers }, 2, 0) : speakers;
}

/* Does a speaker asked for speak in match INDEX? */
static enum status is_asked(struct run *run, uint32_t index, bool *asked)
{
    struct db_terms *terms = NULL;
    struct slice term = { 0 };
    struct slice prefix = slice_of(field_table[FIELD_SPEAKER].prefix);
    enum status status = STATUS_OK;

    *asked = false;
    if (!run->passages.speakers)
        return STATUS_OK;
    status = db_matches_terms(run->matches, index, &terms, run->error);
    do {
        status = status ? status : db_terms_next(terms, &term, NULL, run->error);
        *asked |= !status && slice_starts(term, prefix);
    } while (!status && term.length && !*asked);
    db_terms_close(terms);
    return status;
}

/* Which passage of its report each of the matches is, by their index. */
static enum status read_serials(struct run *run, uint32_t count, uint32_t *serials)
{
    struct document_number *numbers = arena_alloc(run->arena, count * sizeof *numbers);
    enum status status = STATUS_OK;

    for (uint32_t i = 0; !status && i < count; i++) {
        struct db_match match;
        status = db_matches_get(run->matches, i, &match, run->error);
        numbers[i] = (struct document_number){ match.id, i, 0 };
    }
    if (!status)
        status = database_numbers(database_passages(run->database), SLOT_SERIAL, numbers, count, run->error);
    for (uint32_t i = 0; !status && i < count; i++)
        serials[numbers[i].index] = (uint32_t)numbers[i].number;
    return status;
}

/* Reads match INDEX, a passage of the report FOUND. */
static enum status add_candidate(struct run *run, uint32_t index, const struct db_match *match, uint32_t serial,
                                 struct found *found, struct choice *choice)
{
    struct candidate candidate = { .rank = RANK_UNMARKED };
    const struct passage *passage = record_passage(found->record, serial);
    bool asked = false;

    if (!passage) /* an orphan */
        return STATUS_OK;
    candidate.passage = passage_of(found, passage->number, match->score);
    enum status status = read_text(run, found, &candidate.passage);
    if (!status)
        status = is_asked(run, index, &asked);
    bool marked = has_match(&candidate.passage);
    if (asked)
        candidate.rank = marked ? RANK_ASKED_MARKED : RANK_ASKED;
    else if (marked)
        candidate.rank = match->id == found->closest && !run->passages.speakers ? RANK_CLOSEST : RANK_MARKED;
    choice->marked += marked;
    *vec_push(run->arena, &choice->candidates) = candidate;
    return status;
}

/* The first WANTED of the choice, by rank; what only a heading brought where there is nothing else. */
static void take_best(struct run *run, const struct choice *choice, unsigned wanted, struct result_hit *hit)
{
    for (int rank = 0; rank < RANK_COUNT; rank++) {
        if (rank == RANK_UNMARKED && hit->passages.count)
            return;
        for (size_t i = 0; i < choice->candidates.count && hit->passages.count < wanted; i++)
            if (choice->candidates.items[i].rank == (enum rank)rank)
                *vec_push(run->arena, &hit->passages) = choice->candidates.items[i].passage;
    }
}

/* Only the title has the words, or there are none: how the report begins. */
static enum status show_beginning(struct run *run, struct found *found, struct result_hit *hit)
{
    if (hit->passages.count || !found->record->passages.count)
        return STATUS_OK;
    struct result_passage *shown = vec_push(run->arena, &hit->passages);
    *shown = passage_of(found, 1, 0);
    return read_text(run, found, shown);
}

/* Searches the passages of all the hits of the page at once. */
static enum status search_passages(struct run *run, unsigned tried, struct db_totals *totals)
{
    enum status status = passages_plan(run);
    db_query query = status ? NULL : passage_query(run);

    *totals = (struct db_totals){ 0 };
    if (status || !query)
        return status;
    struct db_search search = run_search(run, db_query_filter(run->planner.pool, query, hits_reports(run, false)));
    search.count = (uint32_t)run->found.count * tried;
    search.collapse_slot = SLOT_REPORT;
    search.collapse_max = tried;
    status = run_matches(run, database_passages(run->database), &search);
    if (!status)
        db_matches_totals(run->matches, totals);
    return status;
}

enum status passages_choose(struct run *run, const struct map *hits)
{
    unsigned wanted = run->request->passages ? run->request->passages : SEARCH_PASSAGES;
    struct choice *choices = arena_zero(run->arena, run->found.count * sizeof *choices);
    struct db_totals totals;
    enum status status = search_passages(run, wanted * TRIED_FACTOR, &totals);
    uint32_t *serials = arena_zero(run->arena, (totals.count + 1) * sizeof *serials);

    if (!status)
        status = read_serials(run, totals.count, serials);
    for (uint32_t i = 0; !status && i < totals.count; i++) {
        struct db_match match;
        struct slice report;
        uint64_t generation;
        status = db_matches_get(run->matches, i, &match, run->error);
        if (status || !passage_key_read(match.collapse_value, &report, &generation))
            continue;
        const uint32_t *index = map_get(hits, report);
        if (!index || run->found.items[*index].generation != generation) /* an orphan */
            continue;
        struct found *found = &run->found.items[*index];
        struct result_hit *hit = &run->result->hits.items[*index];
        if (hit->passages_matching++ == 0)
            hit->passages_matching += match.collapsed;
        if (choices[*index].marked < wanted || match.id == found->closest)
            status = add_candidate(run, i, &match, serials[i], found, &choices[*index]);
    }
    for (size_t i = 0; !status && i < run->found.count; i++) {
        struct result_hit *hit = &run->result->hits.items[i];
        take_best(run, &choices[i], wanted, hit);
        status = show_beginning(run, &run->found.items[i], hit);
    }
    return status;
}
