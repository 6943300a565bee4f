/* search_explain.c - how a query was understood, and what each part of it gave to the score of each hit. */
#include "buf.h"
#include "search_internal.h"

static void explain_forms(struct buf *out, const char *label, const slice_list *forms)
{
    if (!forms->count)
        return;
    buf_printf(out, "    %s:", label);
    for (size_t i = 0; i < forms->count; i++) {
        buf_add_char(out, ' ');
        buf_add_slice(out, forms->items[i]);
    }
    buf_add_char(out, '\n');
}

static enum status explain_query(struct run *run)
{
    struct buf out = BUF_INIT(run->arena);
    struct slice description;
    enum status status = db_query_describe(run->planner.pool, run->plan.full, &description, run->error);

    if (status)
        return status;
    buf_printf(&out, "tree: %s\n", query_print(run->planner.root, run->arena));
    buf_add_string(&out, "languages:");
    for (size_t i = 0; i < run->planner.language_count; i++)
        buf_printf(&out, " %s", language_row(run->planner.languages[i])->code);
    buf_printf(&out, "; function words of: %s\n", language_row(run->planner.words_in)->code);
    for (size_t i = 0; i < run->planner.words.count; i++) {
        const struct word_forms *word = run->planner.words.items[i];
        buf_add_string(&out, "word: ");
        buf_add_slice(&out, word->accented.length ? word->accented : word->term);
        buf_add_string(&out, word->group ? "\n" : " (not required)\n");
        explain_forms(&out, "forms", &word->forms);
        explain_forms(&out, "begin alike", &word->relatives);
    }
    buf_add_string(&out, "query: ");
    buf_add_slice(&out, description);
    buf_add_char(&out, '\n');
    run->result->explanation = out.bytes;
    return STATUS_OK;
}

/* What PART gives to each hit: the part alone, searched in the hits. */
static enum status explain_part(struct run *run, const struct plan_part *part, struct buf *outs)
{
    struct db_search search =
        run_search(run, db_query_filter(run->planner.pool, part->query, hits_reports(run, false)));
    struct db_totals totals;

    search.count = SEARCH_LIMIT_MAX;
    enum status status = run_matches(run, run_db(run), &search);
    if (status)
        return status;
    db_matches_totals(run->matches, &totals);
    for (uint32_t i = 0; !status && i < totals.count; i++) {
        struct db_match match;
        status = db_matches_get(run->matches, i, &match, run->error);
        for (size_t j = 0; !status && j < run->found.count; j++)
            if (run->found.items[j].document == match.id && match.score > 0)
                buf_printf(&outs[j], "%7.3f  %s\n", match.score, part->label);
    }
    return status;
}

enum status explain(struct run *run)
{
    struct buf *outs = arena_zero(run->arena, (run->found.count + 1) * sizeof *outs);
    enum status status = explain_query(run);

    for (size_t i = 0; i < run->found.count; i++)
        outs[i] = (struct buf)BUF_INIT(run->arena);
    for (size_t i = 0; !status && i < run->plan.parts.count; i++)
        status = explain_part(run, &run->plan.parts.items[i], outs);
    for (size_t i = 0; i < run->found.count; i++)
        if (run->found.items[i].closeness > 0)
            buf_printf(&outs[i], "%7.3f  words that follow one another\n", run->found.items[i].closeness);
    for (size_t i = 0; !status && i < run->found.count; i++)
        run->result->hits.items[i].explanation = outs[i].bytes;
    return status;
}
