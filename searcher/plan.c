/* plan.c - walks the tree: what is wanted, what must hold, what must not, what only adds to the score. */
#include "plan.h"

#include <stdarg.h>
#include <stdio.h>

#include "plan_internal.h"
#include "utf8.h"

/* What a list of the query's top level comes down to. */
struct goals {
    struct plan_wanted wanted;    /* hits with all of them first, then with some */
    query_list required;          /* scored, must hold */
    query_list filters;           /* not scored, must hold */
    query_list excluded;
};

static enum status build(struct planner *planner, const struct query_node *node, db_query *query);

/* ---- notes ---- */

void plan_note(struct planner *planner, enum remark remark, ...)
{
    char text[400];
    va_list arguments;

    if (planner->noted)
        return;
    va_start(arguments, remark);
    vsnprintf(text, sizeof text, remark_format(planner->ui, remark), arguments);
    va_end(arguments);
    for (size_t length = strlen(text); !utf8_valid(text, length); ) /* cut inside a character */
        text[--length] = '\0';
    for (size_t i = 0; i < planner->notes.count; i++) /* a speaker is looked up twice */
        if (strcmp(planner->notes.items[i], text) == 0)
            return;
    *vec_push(planner->arena, &planner->notes) = arena_strdup(planner->arena, text);
}

void plan_add_part(struct planner *planner, const char *label, db_query query)
{
    *vec_push(planner->arena, &planner->plan->parts) = (struct plan_part){ label, query };
}

bool plan_is_function_word(const struct planner *planner, struct slice folded)
{
    return language_is_stop_word(planner->words_in, folded);
}

/* ---- the tree, strictly: every word required ---- */

static bool is_text_word(const struct query_node *node)
{
    return node->kind == QUERY_WORD && node->field == FIELD_TEXT && node->mark == QUERY_MARK_NONE;
}

/* The words from CHILDREN[AT] that stand side by side in the query, as one text: "co construction" is one thing. */
static struct slice word_run(const struct planner *planner, const struct query_node *list, size_t at, size_t *after)
{
    const struct query_node *first = list->children.items[at], *last = first;

    for (*after = at + 1; *after < list->children.count; ++*after) {
        const struct query_node *next = list->children.items[*after];
        if (!is_text_word(next) || next->start < last->end)
            break;
        const char *gap = planner->text.bytes + last->end;
        size_t length = next->start - last->end;
        if (memchr(gap, '(', length) || memchr(gap, ')', length) || memchr(gap, '"', length))
            break;
        last = next;
    }
    return (struct slice){ first->text.bytes, (size_t)(last->text.bytes + last->text.length - first->text.bytes) };
}

static enum status build_words(struct planner *planner, struct slice text, db_query *query)
{
    struct plan_wanted wanted = { 0 };
    query_list units = { 0 };
    enum status status = plan_words(planner, text, true, &wanted);

    for (size_t i = 0; i < wanted.units.count; i++)
        *vec_push(planner->arena, &units) = wanted.units.items[i].query;
    *query = units.count ? db_query_combine(planner->pool, DB_AND, units.items, units.count, 0)
                         : db_query_nothing(planner->pool);
    return status;
}

static enum status build_children(struct planner *planner, const struct query_node *node, query_list *queries)
{
    enum status status = STATUS_OK;

    for (size_t i = 0; !status && i < node->children.count; i++) {
        db_query child;
        status = build(planner, node->children.items[i], &child);
        *vec_push(planner->arena, queries) = child;
    }
    return status;
}

/* What a purely negative query starts from. The dictionary's documents are no reports. */
static db_query everything(struct planner *planner)
{
    db_query all = planner->level == UNIT_REPORT ? db_query_term(planner->pool, SLICE(TERM_LEVEL))
                                                 : db_query_all(planner->pool);
    return db_query_scale(planner->pool, all, 0);
}

static enum status build_list(struct planner *planner, const struct query_node *list, db_query *query)
{
    query_list required = { 0 }, excluded = { 0 };
    enum status status = STATUS_OK;

    for (size_t i = 0, after; !status && i < list->children.count; i = after) {
        const struct query_node *child = list->children.items[i];
        db_query built;
        after = i + 1;
        if (is_text_word(child))
            status = build_words(planner, word_run(planner, list, i, &after), &built);
        else
            status = build(planner, child, &built);
        *vec_push(planner->arena, child->mark == QUERY_MARK_EXCLUDED ? &excluded : &required) = built;
    }
    *query = required.count ? db_query_combine(planner->pool, DB_AND, required.items, required.count, 0)
                            : everything(planner);
    if (excluded.count)
        *query = db_query_and_not(planner->pool, *query, plan_or(planner, &excluded));
    return status;
}

static enum status build_not(struct planner *planner, const struct query_node *node, db_query *query)
{
    const struct query_node *without = node->children.items[node->children.count - 1];
    db_query left = everything(planner), right = NULL;
    enum status status = STATUS_OK;

    if (node->children.count == 2)
        status = build(planner, node->children.items[0], &left);
    if (!status)
        status = build(planner, without, &right);
    if (!status)
        *query = db_query_and_not(planner->pool, left, right);
    return status;
}

static enum status build_leaf(struct planner *planner, const struct query_node *leaf, db_query *query)
{
    if (leaf->field != FIELD_TEXT)
        return plan_field(planner, leaf, query);
    switch (leaf->kind) {
    case QUERY_PREFIX:
        return plan_prefix(planner, leaf, query);
    case QUERY_PHRASE:
        return plan_phrase(planner, leaf->text, query);
    default:
        return build_words(planner, leaf->text, query);
    }
}

static enum status build(struct planner *planner, const struct query_node *node, db_query *query)
{
    query_list children = { 0 };
    enum status status;

    *query = db_query_nothing(planner->pool);
    switch (node->kind) {
    case QUERY_ALL:
        *query = everything(planner);
        return STATUS_OK;
    case QUERY_LIST:
        return build_list(planner, node, query);
    case QUERY_NOT:
        return build_not(planner, node, query);
    case QUERY_NEAR:
        return plan_near(planner, node, query);
    case QUERY_AND: case QUERY_OR:
        status = build_children(planner, node, &children);
        if (!status)
            *query = db_query_combine(planner->pool, node->kind == QUERY_AND ? DB_AND : DB_OR, children.items,
                                      children.count, 0);
        return status;
    default:
        return build_leaf(planner, node, query);
    }
}

/* ---- the top level ---- */

/* Does the node name fields only, so that it filters and does not rank? */
static bool filters_only(const struct query_node *node)
{
    if (node->kind < QUERY_LIST)
        return node->field != FIELD_TEXT && node->field != FIELD_TITLE;
    for (size_t i = 0; i < node->children.count; i++)
        if (!filters_only(node->children.items[i]))
            return false;
    return true;
}

/* Is there anything but function words and filters to go by? */
static bool has_content(const struct planner *planner, const struct query_node *node)
{
    if (node->kind == QUERY_WORD && node->field == FIELD_TEXT) {
        struct tokenizer tokenizer;
        struct token token;
        tokenizer_init(&tokenizer, node->text);
        while (tokenizer_next(&tokenizer, &token))
            if (!plan_is_function_word(planner, token.term))
                return true;
        return false;
    }
    if (node->kind < QUERY_LIST)
        return true;
    for (size_t i = 0; i < node->children.count; i++)
        if (node->children.items[i]->mark != QUERY_MARK_EXCLUDED && has_content(planner, node->children.items[i]))
            return true;
    return false;
}

static const char *typed(struct planner *planner, const struct query_node *node)
{
    struct slice text = { planner->text.bytes + node->start, node->end - node->start };

    return arena_dup_slice(planner->arena, text);
}

static enum status add_item(struct planner *planner, const struct query_node *item, struct goals *goals)
{
    enum status status;
    db_query query;

    if (item->kind == QUERY_NOT && item->mark == QUERY_MARK_NONE) { /* a (b NOT c): without c at all */
        status = build(planner, item->children.items[item->children.count - 1], &query);
        *vec_push(planner->arena, &goals->excluded) = query;
        return status || item->children.count == 1 ? status : add_item(planner, item->children.items[0], goals);
    }
    status = build(planner, item, &query);
    if (status)
        return status;
    if (item->mark == QUERY_MARK_EXCLUDED)
        *vec_push(planner->arena, &goals->excluded) = query;
    else if (item->kind == QUERY_ALL)
        *vec_push(planner->arena, &goals->filters) = query;
    else if (filters_only(item))
        *vec_push(planner->arena, &goals->filters) = query;
    else if (item->mark == QUERY_MARK_REQUIRED || item->kind == QUERY_AND || item->field == FIELD_TITLE)
        *vec_push(planner->arena, &goals->required) = query;
    else
        *vec_push(planner->arena, &goals->wanted.units) =
            (struct plan_unit){ .shown = typed(planner, item), .query = query };
    return STATUS_OK;
}

static enum status add_top(struct planner *planner, const struct query_node *root, struct goals *goals)
{
    bool keep = !has_content(planner, root);
    enum status status = STATUS_OK;
    struct query_node single = { .kind = QUERY_LIST };
    struct query_node *only = (struct query_node *)root;

    if (root->kind != QUERY_LIST || root->mark != QUERY_MARK_NONE) {
        single.children.items = &only;
        single.children.count = 1;
        root = &single;
    }
    for (size_t i = 0, after; !status && i < root->children.count; i = after) {
        const struct query_node *child = root->children.items[i];
        after = i + 1;
        if (is_text_word(child))
            status = plan_words(planner, word_run(planner, root, i, &after), keep, &goals->wanted);
        else
            status = add_item(planner, child, goals);
    }
    return status;
}

static db_query all_of(struct planner *planner, const query_list *list)
{
    return db_query_combine(planner->pool, DB_AND, list->items, list->count, 0);
}

/* QUERY within the filters, without what is excluded, ranked also by what is optional. */
static db_query finish(struct planner *planner, struct goals *goals, db_query query)
{
    query_list optional = { 0 };

    if (goals->filters.count)
        query = query ? db_query_filter(planner->pool, query, all_of(planner, &goals->filters))
                      : db_query_scale(planner->pool, all_of(planner, &goals->filters), 0);
    else if (!query)
        query = everything(planner);
    if (goals->excluded.count)
        query = db_query_and_not(planner->pool, query, plan_or(planner, &goals->excluded));
    for (size_t i = 0; i < goals->wanted.optional.count; i++)
        *vec_push(planner->arena, &optional) = goals->wanted.optional.items[i];
    for (size_t i = 0; i < planner->event_places.count; i++)
        *vec_push(planner->arena, &optional) = planner->event_places.items[i];
    if (optional.count)
        query = db_query_and_maybe(planner->pool, query, plan_or(planner, &optional));
    return query;
}

static void combine(struct planner *planner, struct goals *goals, struct plan *plan)
{
    query_list units = { 0 }, all = { 0 }, some = { 0 };
    size_t count = goals->wanted.units.count;

    for (size_t i = 0; i < count; i++)
        *vec_push(planner->arena, &units) = goals->wanted.units.items[i].query;
    for (size_t i = 0; i < goals->required.count; i++) {
        *vec_push(planner->arena, &all) = goals->required.items[i];
        *vec_push(planner->arena, &some) = goals->required.items[i];
    }
    for (size_t i = 0; i < count; i++)
        *vec_push(planner->arena, &all) = units.items[i];
    plan->full = finish(planner, goals, all.count ? all_of(planner, &all) : NULL);
    if (count > 1 || (count == 1 && some.count)) {
        db_query any = plan_or(planner, &units), partial;
        if (some.count) /* a word that is required is some of the words */
            partial = db_query_and_maybe(planner->pool, all_of(planner, &some), any);
        else
            partial = any;
        partial = finish(planner, goals, partial);
        plan->partial = db_query_and_not(planner->pool, partial, all_of(planner, &units));
    }
    for (size_t i = 0; i < goals->required.count; i++)
        *vec_push(planner->arena, &units) = goals->required.items[i];
    if (!units.count) /* nothing but function words beside filters */
        for (size_t i = 0; i < goals->wanted.optional.count; i++)
            *vec_push(planner->arena, &units) = goals->wanted.optional.items[i];
    plan->any = units.count ? plan_or(planner, &units) : NULL;
    for (size_t i = 0; i < count; i++)
        *vec_push(planner->arena, &plan->units) = goals->wanted.units.items[i];
}

/* ---- speakers asked for: their passages come first ---- */

static enum status find_speakers(struct planner *planner, const struct query_node *node, query_list *speakers)
{
    enum status status = STATUS_OK;

    if (node->mark == QUERY_MARK_EXCLUDED)
        return STATUS_OK;
    if (node->kind < QUERY_LIST && node->field == FIELD_SPEAKER) {
        db_query query;
        status = plan_field(planner, node, &query);
        *vec_push(planner->arena, speakers) = query;
    }
    size_t count = node->kind == QUERY_NOT && node->children.count ? node->children.count - 1 : node->children.count;
    for (size_t i = 0; !status && i < count; i++)
        status = find_speakers(planner, node->children.items[i], speakers);
    return status;
}

static enum status add_filters(struct planner *planner, struct goals *goals, query_list *speakers)
{
    enum status status = STATUS_OK;

    planner->in_filter = true;
    for (size_t i = 0; !status && i < planner->filter_count; i++) {
        db_query query;
        status = build(planner, planner->filters[i], &query);
        *vec_push(planner->arena, &goals->filters) = query;
        if (!status)
            status = find_speakers(planner, planner->filters[i], speakers);
    }
    planner->in_filter = false;
    return status;
}

enum status plan_make(struct planner *planner, enum unit level, struct plan *plan, struct error *error)
{
    struct goals goals = { 0 };
    query_list speakers = { 0 };
    enum status status;

    *plan = (struct plan){ 0 };
    planner->plan = plan;
    planner->level = level;
    if (!planner->noted)
        planner->main_level = level;
    planner->error = error;
    planner->event_places.count = 0;
    status = add_filters(planner, &goals, &speakers);
    if (!status)
        status = add_top(planner, planner->root, &goals);
    if (!status)
        status = find_speakers(planner, planner->root, &speakers);
    if (!status) {
        combine(planner, &goals, plan);
        plan->speakers = speakers.count ? plan_or(planner, &speakers) : NULL;
        status = db_queries_status(planner->pool, error);
    }
    planner->noted = true;
    return status;
}

/* ---- languages ---- */

/* The language whose function words the query has most of; the collection's first when none decides. */
static enum language query_language(const struct planner *planner)
{
    unsigned most = 0;
    enum language best = planner->language_count ? planner->languages[0] : LANGUAGE_FR;

    for (size_t i = 0; i < planner->language_count; i++) {
        struct tokenizer tokenizer;
        struct token token;
        unsigned count = 0;
        tokenizer_init(&tokenizer, planner->text);
        while (tokenizer_next(&tokenizer, &token))
            count += language_is_stop_word(planner->languages[i], token.term);
        if (count > most) {
            most = count;
            best = planner->languages[i];
        }
    }
    return best;
}

enum status planner_init(struct planner *planner, struct error *error)
{
    planner->language_count = database_languages(planner->database, planner->languages);
    if (planner->language_count > PLAN_LANGUAGES_MAX)
        planner->language_count = PLAN_LANGUAGES_MAX;
    planner->words_in = query_language(planner);
    planner->known = (struct map)MAP_INIT(planner->arena);
    planner->highlight = highlight_new(planner->arena);
    for (size_t i = 0; i < planner->language_count; i++) {
        const char *name = language_row(planner->languages[i])->stemmer;
        if (name && db_stemmer_open(&planner->stemmers[i], name, error) != STATUS_OK)
            return error->status;
    }
    return db_queries_open(&planner->pool, error);
}

void planner_fini(struct planner *planner)
{
    db_document_free(planner->document);
    db_matches_free(planner->matches);
    db_queries_close(planner->pool);
    for (size_t i = 0; i < PLAN_LANGUAGES_MAX; i++)
        db_stemmer_close(planner->stemmers[i]);
    *planner = (struct planner){ 0 };
}
