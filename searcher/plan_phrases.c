/* plan_phrases.c - phrases and NEAR: words at positions of one passage. On reports they are looked up in the
 * passages, and become the ids of the reports that have them. */
#include "plan_internal.h"
#include "utf8.h"

enum {
    TITLES_MAX = 500,         /* reports whose titles are looked at for a phrase */
    TITLE_BYTES_MAX = 256,
    PHRASE_WORDS_MAX = 64,
    SPLIT_LETTERS_MIN = 6,    /* a shorter word is not looked at as a compound written solid */
    SPLIT_PART_MIN = 2,
    NEAR_PREFIX_MAX = 100     /* words that `word*` may stand for beside NEAR */
};

/* One way to write the phrase. */
struct variant {
    struct slice words[PHRASE_WORDS_MAX];
    size_t count;
};

struct variants {
    struct variant items[PLAN_VARIANTS_MAX];
    size_t count;
};

static void append(struct variant *variant, struct slice word)
{
    if (variant->count < PHRASE_WORDS_MAX)
        variant->words[variant->count++] = word;
}

/* The words of TOKENS, with the joined token at SOLID (or none: the count) in place of its parts. A joined token of
 * one word (O'Brien) always stands for it. */
static void read_variant(const token_list *tokens, size_t solid, struct variant *variant)
{
    uint32_t next = 0; /* positions before it are there already */

    variant->count = 0;
    for (size_t i = 0; i < tokens->count; i++) {
        const struct token *token = &tokens->items[i];
        bool covers = token->kind == TOKEN_JOINED && (token->words == 1 || i == solid);
        if (token->position < next || (token->kind == TOKEN_JOINED && !covers))
            continue;
        /* the chosen compound comes before its first part, but perhaps after a longer one */
        if (solid < tokens->count && !covers && token->position >= tokens->items[solid].position
            && token->position < tokens->items[solid].position + tokens->items[solid].words)
            continue;
        append(variant, token->term);
        next = token->position + token->words;
    }
}

/* The phrase as typed, then with each compound written solid. */
static void read_variants(struct arena *arena, struct slice text, struct variants *variants)
{
    token_list tokens = { 0 };

    plan_read_tokens(arena, text, &tokens);
    read_variant(&tokens, tokens.count, &variants->items[0]);
    variants->count = 1;
    for (size_t i = 0; i < tokens.count && variants->count < PLAN_VARIANTS_MAX; i++)
        if (tokens.items[i].kind == TOKEN_JOINED && tokens.items[i].words > 1)
            read_variant(&tokens, i, &variants->items[variants->count++]);
}

static bool known(struct planner *planner, struct slice word, enum status *status)
{
    uint32_t documents = 0;

    if (!*status)
        *status = db_term_frequency(database_passages(planner->database), word, &documents, NULL, planner->error);
    return documents > 0;
}

/* TYPED with two or more words in place of word W. */
static void add_split(struct variants *variants, const struct variant *typed, size_t w, const struct slice *parts,
                      size_t count)
{
    if (variants->count == PLAN_VARIANTS_MAX || typed->count + count > PHRASE_WORDS_MAX)
        return;
    struct variant *split = &variants->items[variants->count++];
    split->count = 0;
    for (size_t i = 0; i < typed->count; i++) {
        if (i != w)
            append(split, typed->words[i]);
        for (size_t j = 0; i == w && j < count; j++)
            append(split, parts[j]);
    }
}

/* 1200 may be written 1 200. */
static void split_number(struct variants *variants, const struct variant *typed, size_t w)
{
    enum { GROUP = 3, GROUPS_MAX = 5 };
    struct slice number = typed->words[w], parts[GROUPS_MAX];
    size_t at = number.length % GROUP ? number.length % GROUP : GROUP, count = 0;

    if (number.length <= GROUP || number.length > GROUP * GROUPS_MAX
        || strspn(number.bytes, "0123456789") < number.length)
        return;
    parts[count++] = (struct slice){ number.bytes, at };
    for (; at < number.length; at += GROUP)
        parts[count++] = (struct slice){ number.bytes + at, GROUP };
    add_split(variants, typed, w, parts, count);
}

/* A word typed solid may be written with a hyphen: "coconstruction des" also as "co construction des". */
static enum status split_solid(struct planner *planner, struct variants *variants)
{
    enum status status = STATUS_OK;
    const struct variant typed = variants->items[0];

    for (size_t w = 0; w < typed.count && typed.count > 1; w++) {
        struct slice word = typed.words[w];
        split_number(variants, &typed, w);
        if (word.length < SPLIT_LETTERS_MIN)
            continue;
        for (size_t at = SPLIT_PART_MIN; at + SPLIT_PART_MIN <= word.length && !status; at++) {
            struct slice left = { word.bytes, at }, right = { word.bytes + at, word.length - at };
            if (utf8_floor(word.bytes, word.length, at) != at || !known(planner, left, &status)
                || !known(planner, right, &status))
                continue;
            add_split(variants, &typed, w, (const struct slice[]){ left, right }, 2);
        }
    }
    return status;
}

static db_query variant_query(struct planner *planner, const struct variant *variant)
{
    query_list terms = { 0 };

    for (size_t i = 0; i < variant->count; i++)
        *vec_push(planner->arena, &terms) = db_query_term(planner->pool, variant->words[i]);
    return terms.count == 1 ? terms.items[0]
                            : db_query_combine(planner->pool, DB_PHRASE, terms.items, terms.count, 0);
}

/* The reports whose passages match QUERY: counted as a facet, which reads no document. */
static enum status reports_of(struct planner *planner, db_query query, db_query *reports)
{
    struct db_search search = DB_SEARCH_INIT;
    query_list ids = { 0 };

    search.query = query;
    search.weight = DB_WEIGHT_BOOL;
    search.count = 1;
    search.check_at_least = database_passage_count(planner->database);
    search.facets[0] = SLOT_REPORT;
    search.facet_count = 1;
    enum status status = db_search_run(database_passages(planner->database), planner->pool, &search,
                                       &planner->matches, planner->error);
    size_t count = status ? 0 : db_matches_facet_size(planner->matches, 0);
    if (count > PLAN_REPORTS_MAX) {
        planner->plan->bounded = true;
        plan_note(planner, REMARK_REPORTS_BOUND, PLAN_REPORTS_MAX);
        count = PLAN_REPORTS_MAX;
    }
    for (size_t i = 0; i < count; i++) {
        uint32_t documents;
        struct slice report;
        if (passage_key_read(db_matches_facet(planner->matches, 0, i, &documents), &report, NULL))
            *vec_push(planner->arena, &ids) = plan_term(planner, TERM_REPORT, report);
    }
    db_matches_free(planner->matches);
    planner->matches = NULL;
    *reports = db_query_combine(planner->pool, DB_OR, ids.items, ids.count, 0);
    return status;
}

/* Does the folded title have the words of VARIANT one after another? */
static bool title_has(struct slice title, const struct variant *variant)
{
    char phrase[TITLE_BYTES_MAX + 2] = " ", padded[TITLE_BYTES_MAX + 2] = " ";
    size_t length = 1;

    for (size_t i = 0; i < variant->count; i++) {
        if (length + variant->words[i].length + 2 > sizeof phrase)
            return false;
        memcpy(phrase + length, variant->words[i].bytes, variant->words[i].length);
        length += variant->words[i].length;
        phrase[length++] = ' ';
    }
    size_t room = title.length < sizeof padded - 2 ? title.length : sizeof padded - 2;
    memcpy(padded + 1, title.bytes, room);
    padded[room + 1] = ' ';
    return memmem(padded, room + 2, phrase, length) != NULL;
}

/* VARIANT's words in a title, in any order. */
static db_query title_words(struct planner *planner, const struct variant *variant)
{
    query_list words = { 0 };

    for (size_t i = 0; i < variant->count; i++)
        *vec_push(planner->arena, &words) = plan_term(planner, field_table[FIELD_TITLE].prefix, variant->words[i]);
    return db_query_combine(planner->pool, DB_AND, words.items, words.count, 0);
}

/* Reports whose title has the phrase: a title has no positions, but few titles have all the words. */
static enum status add_titles(struct planner *planner, const struct variant *variant, query_list *reports)
{
    struct db_search search = DB_SEARCH_INIT;
    struct db_totals totals;

    search.query = title_words(planner, variant);
    search.weight = DB_WEIGHT_BOOL;
    search.count = TITLES_MAX;
    enum status status = db_search_run(database_reports(planner->database), planner->pool, &search, &planner->matches,
                                       planner->error);
    if (status)
        return status;
    db_matches_totals(planner->matches, &totals);
    planner->plan->bounded |= totals.count == TITLES_MAX;
    for (uint32_t i = 0; !status && i < totals.count; i++) {
        struct slice value;
        status = db_matches_document(planner->matches, i, &planner->document, planner->error);
        if (!status)
            status = db_document_value(planner->document, SLOT_TITLE, &value, planner->error);
        bool has = !status && title_has(value, variant);
        if (has)
            status = db_document_value(planner->document, SLOT_REPORT, &value, planner->error);
        if (has && !status)
            *vec_push(planner->arena, reports) = plan_term(planner, TERM_REPORT, value);
        db_document_free(planner->document);
        planner->document = NULL;
    }
    db_matches_free(planner->matches);
    planner->matches = NULL;
    return status;
}

/* For a level: on reports the ids, scored by the words. */
static enum status at_level(struct planner *planner, db_query passages, const query_list *words,
                            const query_list *titles, db_query *query)
{
    db_query reports = NULL;

    *query = passages;
    if (planner->level == UNIT_PASSAGE)
        return STATUS_OK;
    enum status status = reports_of(planner, passages, &reports);
    if (titles->count) {
        db_query either[] = { reports, plan_or(planner, titles) };
        reports = db_query_combine(planner->pool, DB_OR, either, 2, 0);
    }
    if (!status)
        *query = db_query_filter(planner->pool, plan_or(planner, words), reports);
    return status;
}

enum status plan_side_by_side(struct planner *planner, const slice_list *terms, const query_list *words,
                              db_query *query)
{
    query_list positions = { 0 }, titles = { 0 };

    for (size_t i = 0; i < terms->count; i++)
        *vec_push(planner->arena, &positions) = db_query_term(planner->pool, terms->items[i]);
    return at_level(planner, db_query_combine(planner->pool, DB_PHRASE, positions.items, positions.count, 0), words,
                    &titles, query);
}

static void mark_variant(struct planner *planner, const struct variant *variant)
{
    if (!planner->noted)
        highlight_add_phrase(&planner->highlight, variant->words, variant->count);
}

enum status plan_phrase(struct planner *planner, struct slice text, db_query *query)
{
    struct variants variants;
    query_list either = { 0 }, solid = { 0 }, words = { 0 }, titles = { 0 };

    read_variants(planner->arena, text, &variants);
    if (variants.items[0].count == 0) {
        *query = db_query_nothing(planner->pool);
        return STATUS_OK;
    }
    enum status status = split_solid(planner, &variants);
    for (size_t i = 0; !status && i < variants.count; i++) {
        const struct variant *variant = &variants.items[i];
        mark_variant(planner, variant);
        /* one word needs no position: a report's title has it too */
        *vec_push(planner->arena, variant->count == 1 ? &solid : &either) = variant_query(planner, variant);
        if (variant->count > 1 && planner->level == UNIT_REPORT)
            status = add_titles(planner, variant, &titles);
    }
    for (size_t i = 0; i < variants.items[0].count; i++)
        *vec_push(planner->arena, &words) = db_query_term(planner->pool, variants.items[0].words[i]);
    if (!status && either.count) {
        db_query found;
        for (size_t i = 0; i < solid.count; i++)
            *vec_push(planner->arena, &words) = solid.items[i];
        status = at_level(planner, plan_or(planner, &either), &words, &titles, &found);
        *vec_push(planner->arena, &solid) = found;
    }
    *query = plan_or(planner, &solid);
    return status;
}

enum status plan_title_phrase(struct planner *planner, struct slice text, db_query *query)
{
    struct variants variants;
    query_list either = { 0 };

    read_variants(planner->arena, text, &variants);
    enum status status = variants.items[0].count ? split_solid(planner, &variants) : STATUS_OK;
    for (size_t i = 0; !status && i < variants.count && variants.items[i].count; i++) {
        const struct variant *variant = &variants.items[i];
        query_list titles = { 0 };
        db_query words = title_words(planner, variant);
        if (variant->count > 1) {
            status = add_titles(planner, variant, &titles);
            words = db_query_filter(planner->pool, words, plan_or(planner, &titles));
        }
        *vec_push(planner->arena, &either) = words;
    }
    *query = either.count ? plan_or(planner, &either) : db_query_nothing(planner->pool);
    return status;
}

/* ---- NEAR ---- */

/* The terms that one side of NEAR stands for; of a phrase its first word, the phrase itself goes to ALSO. */
static enum status near_terms(struct planner *planner, const struct query_node *node, query_list *terms,
                              query_list *also, unsigned *words)
{
    enum status status = STATUS_OK;

    if (node->kind == QUERY_OR) {
        for (size_t i = 0; !status && i < node->children.count; i++)
            status = near_terms(planner, node->children.items[i], terms, also, words);
    } else if (node->kind == QUERY_PHRASE) {
        struct variants variants;
        query_list either = { 0 };
        read_variants(planner->arena, node->text, &variants);
        for (size_t i = 0; i < variants.count && variants.items[i].count; i++) {
            const struct variant *variant = &variants.items[i];
            mark_variant(planner, variant);
            *vec_push(planner->arena, terms) = db_query_term(planner->pool, variant->words[0]);
            *vec_push(planner->arena, &either) = variant_query(planner, variant);
            if (variant->count > *words)
                *words = (unsigned)variant->count;
        }
        *vec_push(planner->arena, also) = plan_or(planner, &either);
    } else {
        struct variants variants;
        slice_list forms = { 0 };
        read_variants(planner->arena, node->text, &variants);
        if (variants.items[0].count > 1) { /* Saint-Pasteur: as a phrase */
            struct query_node phrase = *node;
            phrase.kind = QUERY_PHRASE;
            return near_terms(planner, &phrase, terms, also, words);
        }
        status = plan_near_forms(planner, node, NEAR_PREFIX_MAX, &forms);
        for (size_t i = 0; i < forms.count; i++)
            *vec_push(planner->arena, terms) = db_query_term(planner->pool, forms.items[i]);
    }
    return status;
}

enum status plan_near(struct planner *planner, const struct query_node *near, db_query *query)
{
    query_list sides = { 0 }, also = { 0 };
    unsigned window = near->distance;
    enum status status = STATUS_OK;

    for (size_t i = 0; !status && i < near->children.count; i++) {
        query_list terms = { 0 };
        unsigned words = 1;
        status = near_terms(planner, near->children.items[i], &terms, &also, &words);
        *vec_push(planner->arena, &sides) = plan_or(planner, &terms);
        window += words;
    }
    if (status)
        return status;
    /* Xapian's window counts the words from the first to the last, both included */
    window -= (unsigned)near->children.count - 1;
    db_query closeness = db_query_combine(planner->pool, DB_NEAR, sides.items, sides.count, window);
    *vec_push(planner->arena, &also) = closeness;
    return at_level(planner, db_query_combine(planner->pool, DB_AND, also.items, also.count, 0), &sides,
                    &(query_list){ 0 }, query);
}
