/* plan_words.c - the words of a query as Xapian queries: what each counts for, compounds joined and apart, pairs. */
#include "buf.h"
#include "plan_internal.h"
#include "utf8.h"

enum { PART_LETTERS_MIN = 4 }; /* a shorter part of a compound means nothing on its own */

db_query plan_term(struct planner *planner, const char *prefix, struct slice word)
{
    char term[DB_TERM_BYTES_MAX];
    size_t length = strlen(prefix);

    if (length + word.length > sizeof term)
        return db_query_nothing(planner->pool);
    memcpy(term, prefix, length);
    memcpy(term + length, word.bytes, word.length);
    return db_query_term(planner->pool, (struct slice){ term, length + word.length });
}

/* PREFIX with WORD and all its forms, as one group. */
static db_query forms_group(struct planner *planner, const char *prefix, const struct word_forms *word)
{
    query_list group = { 0 };

    *vec_push(planner->arena, &group) = plan_term(planner, prefix, word->term);
    for (size_t i = 0; i < word->forms.count; i++)
        *vec_push(planner->arena, &group) = plan_term(planner, prefix, word->forms.items[i]);
    return group.count == 1 ? group.items[0]
                            : db_query_combine(planner->pool, DB_SYNONYM, group.items, group.count, 0);
}

/* Marks the word and its forms in texts. */
static void mark(struct planner *planner, struct word_forms *word)
{
    if (word->group)
        return;
    word->group = highlight_group(&planner->highlight);
    highlight_add_word(&planner->highlight, word->term, word->group);
    for (size_t i = 0; i < word->forms.count; i++)
        highlight_add_word(&planner->highlight, word->forms.items[i], word->group);
}

static void add_scaled(struct planner *planner, query_list *list, const char *label, const struct word_forms *word,
                       db_query query, double weight)
{
    query = weight == 1.0 ? query : db_query_scale(planner->pool, query, weight);
    *vec_push(planner->arena, list) = query;
    if (planner->explain)
        plan_add_part(planner,
                      arena_printf(planner->arena, "%.*s, %s", (int)word->term.length, word->term.bytes, label),
                      query);
}

db_query plan_word(struct planner *planner, const struct word_forms *word, double weight)
{
    query_list list = { 0 };

    add_scaled(planner, &list, "any form", word, forms_group(planner, "", word), weight);
    add_scaled(planner, &list, "as typed", word, plan_term(planner, "", word->term), weight * WEIGHT_EXACT);
    if (word->accents_tell && planner->level == UNIT_REPORT)
        add_scaled(planner, &list, "accents", word, plan_term(planner, TERM_ACCENTED, word->accented),
                   weight * WEIGHT_ACCENTED);
    if (planner->level == UNIT_REPORT)
        add_scaled(planner, &list, "title", word, forms_group(planner, field_table[FIELD_TITLE].prefix, word),
                   weight * WEIGHT_TITLE);
    return plan_or(planner, &list);
}

static void add_relatives_query(struct planner *planner, const struct word_forms *word, double weight,
                                query_list *optional)
{
    query_list list = { 0 };

    for (size_t i = 0; i < word->relatives.count; i++)
        *vec_push(planner->arena, &list) = plan_term(planner, "", word->relatives.items[i]);
    if (list.count)
        add_scaled(planner, optional, "words that begin alike", word,
                   db_query_combine(planner->pool, DB_SYNONYM, list.items, list.count, 0), weight * WEIGHT_RELATIVES);
}

/* A token kept while its text goes on being read. */
static struct token keep_token(struct arena *arena, const struct token *token)
{
    struct token kept = *token;

    kept.term.bytes = arena_dup_slice(arena, token->term);
    if (token->accented.length)
        kept.accented.bytes = arena_dup_slice(arena, token->accented);
    return kept;
}

void plan_read_tokens(struct arena *arena, struct slice text, token_list *tokens)
{
    struct tokenizer tokenizer;
    struct token token;

    tokenizer_init(&tokenizer, text);
    while (tokenizer_next(&tokenizer, &token))
        *vec_push(arena, tokens) = keep_token(arena, &token);
}

/* The other ways to write a compound; of a number that the collection does not have, that its parts will do. */
static enum status vary_compound(struct planner *planner, const token_list *tokens, size_t at,
                                 struct word_forms *word, bool *parts_do)
{
    const struct token *joined = &tokens->items[at];
    token_list parts = { 0 };
    uint32_t known = 0;

    if (joined->digits) {
        enum status status = db_term_frequency(planner_db(planner), joined->term, &known, NULL, planner->error);
        *parts_do = known == 0;
        return status;
    }
    for (size_t i = at + 1; i < tokens->count && tokens->items[i].position < joined->position + joined->words; i++)
        if (tokens->items[i].kind == TOKEN_WORD)
            *vec_push(planner->arena, &parts) = tokens->items[i];
    return planner->noted || joined->words < 2 ? STATUS_OK
                                               : plan_compound_forms(planner, parts.items, parts.count, word);
}

/* The parts of the compound at AT: their terms, and what each counts for. */
static enum status plan_parts(struct planner *planner, const token_list *tokens, size_t at, slice_list *terms,
                              query_list *parts)
{
    uint32_t after = tokens->items[at].position + tokens->items[at].words;
    struct word_forms *word;
    enum status status = STATUS_OK;

    for (size_t i = at + 1; !status && i < tokens->count && tokens->items[i].position < after; i++) {
        if (tokens->items[i].kind != TOKEN_WORD)
            continue;
        status = plan_forms(planner, &tokens->items[i], &word);
        if (status)
            break;
        *vec_push(planner->arena, terms) = word->term;
        *vec_push(planner->arena, parts) = plan_word(planner, word, WEIGHT_PART);
    }
    return status;
}

/* Marks the parts wherever they are (they count anywhere), or where they stand side by side. */
static void mark_parts(struct planner *planner, const slice_list *terms, bool anywhere)
{
    if (planner->noted)
        return;
    if (!anywhere)
        highlight_add_phrase(&planner->highlight, terms->items, terms->count);
    for (size_t i = 0; anywhere && i < planner->words.count; i++)
        for (size_t j = 0; j < terms->count; j++)
            if (slice_equal(planner->words.items[i]->term, terms->items[j]))
                mark(planner, planner->words.items[i]);
}

/* Does each of the terms say something on its own? */
static bool all_say(const slice_list *terms)
{
    for (size_t i = 0; i < terms->count; i++)
        if (utf8_count(terms->items[i].bytes, terms->items[i].length) < PART_LETTERS_MIN)
            return false;
    return true;
}

/* A compound: written joined, or its parts: anywhere when each of them says something on its own, else side by
 * side. */
static enum status plan_compound(struct planner *planner, const token_list *tokens, size_t at, db_query *query)
{
    const struct token *joined = &tokens->items[at];
    query_list parts = { 0 }, either = { 0 };
    slice_list terms = { 0 };
    struct word_forms *word;
    bool parts_do = true;
    enum status status = plan_forms(planner, joined, &word);

    if (!status)
        status = vary_compound(planner, tokens, at, word, &parts_do);
    if (status)
        return status;
    mark(planner, word);
    *vec_push(planner->arena, &either) = plan_word(planner, word, 1.0);
    if (joined->words > 1 && parts_do) {
        db_query apart;
        status = plan_parts(planner, tokens, at, &terms, &parts);
        bool anywhere = joined->digits || all_say(&terms);
        mark_parts(planner, &terms, anywhere);
        if (anywhere)
            apart = db_query_combine(planner->pool, DB_AND, parts.items, parts.count, 0);
        else if (!status)
            status = plan_side_by_side(planner, &terms, &parts, &apart);
        if (!status)
            *vec_push(planner->arena, &either) = apart;
    }
    *query = plan_or(planner, &either);
    return status;
}

static void add_unit(struct planner *planner, struct plan_wanted *wanted, struct slice text,
                     const struct token *token, db_query query)
{
    struct slice typed = { text.bytes + token->start, token->end - token->start };

    *vec_push(planner->arena, &wanted->units) =
        (struct plan_unit){ .shown = arena_dup_slice(planner->arena, typed), .query = query };
}

static db_query some_forms(struct planner *planner, const struct word_forms *word)
{
    query_list list = { 0 };

    *vec_push(planner->arena, &list) = db_query_term(planner->pool, word->term);
    for (size_t i = 0; i < word->forms.count && list.count < PLAN_PAIR_FORMS_MAX; i++)
        *vec_push(planner->arena, &list) = db_query_term(planner->pool, word->forms.items[i]);
    return plan_or(planner, &list);
}

/* Two words that follow one another, unless both are function words. */
static enum status add_pairs(struct planner *planner, const token_list *tokens)
{
    const struct token *before = NULL;
    enum status status = STATUS_OK;

    for (size_t i = 0; !status && i < tokens->count; i++) {
        const struct token *token = &tokens->items[i];
        struct word_forms *left, *right;
        if (token->kind != TOKEN_WORD)
            continue;
        if (before && before->position + 1 == token->position
            && !(plan_is_function_word(planner, before->term) && plan_is_function_word(planner, token->term))) {
            status = plan_forms(planner, before, &left);
            if (!status)
                status = plan_forms(planner, token, &right);
            if (status)
                break;
            db_query pair[] = { some_forms(planner, left), some_forms(planner, right) };
            *vec_push(planner->arena, &planner->plan->pairs) =
                db_query_combine(planner->pool, DB_PHRASE, pair, 2, 0);
        }
        before = token;
    }
    return status;
}

enum status plan_words(struct planner *planner, struct slice text, bool keep_function_words,
                       struct plan_wanted *wanted)
{
    token_list tokens = { 0 };
    uint32_t covered = 0; /* positions before this one are part of a compound */
    size_t capitals = 0;
    enum status status = STATUS_OK;

    plan_read_tokens(planner->arena, text, &tokens);
    for (size_t i = 0; i < tokens.count; i++)
        capitals += tokens.items[i].capital;
    bool names_stand_out = capitals * 2 <= tokens.count || tokens.count == 1;
    for (size_t i = 0; !status && i < tokens.count; i++) {
        const struct token *token = &tokens.items[i];
        struct word_forms *word;
        db_query query;
        if (token->position < covered)
            continue;
        if (token->kind == TOKEN_JOINED) {
            status = plan_compound(planner, &tokens, i, &query);
            covered = token->position + token->words;
            if (!status)
                add_unit(planner, wanted, text, token, query);
            continue;
        }
        bool function = plan_is_function_word(planner, token->term) && !keep_function_words;
        double weight = function ? WEIGHT_FUNCTION
                      : token->capital && token->position > 1 && names_stand_out ? WEIGHT_NAME : 1.0;
        status = plan_forms(planner, token, &word);
        if (status)
            break;
        query = plan_word(planner, word, weight);
        if (function) {
            *vec_push(planner->arena, &wanted->optional) = query;
            continue;
        }
        mark(planner, word);
        add_unit(planner, wanted, text, token, query);
        if (planner->level == UNIT_REPORT || planner->main_level == UNIT_PASSAGE)
            add_relatives_query(planner, word, weight, &wanted->optional);
    }
    if (!status && planner->level == UNIT_PASSAGE)
        status = add_pairs(planner, &tokens);
    return status;
}

/* So many words the next word with a star may stand for. */
static uint32_t prefix_room(struct planner *planner)
{
    return planner->plan->prefixes++ < PLAN_PREFIXES_FULL ? PLAN_PREFIX_MAX : PLAN_PREFIX_MAX / 10;
}

enum status plan_field_words(struct planner *planner, const struct query_node *leaf, bool stems, db_query *query)
{
    const char *prefix = field_table[leaf->field].prefix;
    query_list all = { 0 };
    token_list tokens = { 0 };
    uint32_t covered = 0;
    enum status status = STATUS_OK;

    plan_read_tokens(planner->arena, leaf->text, &tokens);
    for (size_t i = 0; !status && i < tokens.count; i++) {
        const struct token *token = &tokens.items[i];
        struct word_forms *word;
        query_list either = { 0 };
        if (token->position < covered && token->kind == TOKEN_JOINED)
            continue;
        bool last = i + 1 == tokens.count;
        if (last && leaf->kind == QUERY_PREFIX) {
            struct slice start = { arena_printf(planner->arena, "%s%.*s", prefix, (int)token->term.length,
                                                token->term.bytes), strlen(prefix) + token->term.length };
            *vec_push(planner->arena, &all) =
                db_query_wildcard(planner->pool, start, prefix_room(planner), DB_WILDCARD_MOST_FREQUENT);
            continue;
        }
        if (token->kind == TOKEN_JOINED) /* whether the index has it or its parts: see what follows */
            continue;
        if (!stems || leaf->kind == QUERY_PHRASE) {
            *vec_push(planner->arena, &all) = plan_term(planner, prefix, token->term);
            continue;
        }
        status = plan_forms(planner, token, &word);
        if (status)
            break;
        *vec_push(planner->arena, &either) = forms_group(planner, prefix, word);
        *vec_push(planner->arena, &either) =
            db_query_scale(planner->pool, plan_term(planner, prefix, word->term), WEIGHT_EXACT);
        *vec_push(planner->arena, &all) = plan_or(planner, &either);
    }
    /* written joined */
    db_query words = db_query_combine(planner->pool, DB_AND, all.items, all.count, 0);
    if (tokens.count && tokens.items[0].kind == TOKEN_JOINED && leaf->kind != QUERY_PREFIX) {
        query_list either = { 0 };
        *vec_push(planner->arena, &either) = words;
        *vec_push(planner->arena, &either) = plan_term(planner, prefix, tokens.items[0].term);
        words = plan_or(planner, &either);
    }
    *query = tokens.count ? words : db_query_nothing(planner->pool);
    return status;
}

/* Would PREFIX stand for more than ROOM words? */
static enum status too_many(struct planner *planner, struct slice prefix, uint32_t room, bool *many)
{
    struct db_terms *terms = NULL;
    struct slice term = { 0 };
    size_t count = 0;
    enum status status = db_terms_open(planner_db(planner), prefix, &terms, planner->error);

    do {
        status = status ? status : db_terms_next(terms, &term, NULL, planner->error);
    } while (!status && term.length && ++count <= room);
    db_terms_close(terms);
    *many = count > room;
    return status;
}

enum status plan_near_forms(struct planner *planner, const struct query_node *leaf, size_t room, slice_list *forms)
{
    token_list tokens = { 0 };
    struct word_forms *word;
    struct db_terms *terms = NULL;
    char (*found)[TOKEN_BYTES_MAX + 1] = arena_alloc(planner->arena, room * sizeof *found);
    size_t count = 0;
    enum status status = STATUS_OK;

    plan_read_tokens(planner->arena, leaf->text, &tokens);
    if (!tokens.count)
        return STATUS_OK;
    const struct token *token = &tokens.items[0];
    if (leaf->kind != QUERY_PREFIX) {
        status = plan_forms(planner, token, &word);
        if (status)
            return status;
        mark(planner, word);
        *vec_push(planner->arena, forms) = word->term;
        for (size_t i = 0; i < word->forms.count; i++)
            *vec_push(planner->arena, forms) = word->forms.items[i];
        return status;
    }
    highlight_add_prefix(&planner->highlight, token->term, highlight_group(&planner->highlight));
    status = db_terms_open(database_passages(planner->database), token->term, &terms, planner->error);
    while (!status && count < room) {
        struct slice term;
        status = db_terms_next(terms, &term, NULL, planner->error);
        if (status || !term.length)
            break;
        if (term.length > TOKEN_BYTES_MAX)
            continue;
        memcpy(found[count], term.bytes, term.length);
        found[count++][term.length] = '\0';
    }
    db_terms_close(terms);
    for (size_t i = 0; i < count; i++)
        *vec_push(planner->arena, forms) = slice_of(found[i]);
    return status;
}

enum status plan_prefix(struct planner *planner, const struct query_node *leaf, db_query *query)
{
    token_list tokens = { 0 };
    query_list parts = { 0 }, either = { 0 };
    bool compound = false, all_say = true;
    enum status status = STATUS_OK;

    plan_read_tokens(planner->arena, leaf->text, &tokens);
    uint32_t group = planner->noted ? 0 : highlight_group(&planner->highlight);
    for (size_t i = 0; !status && i < tokens.count; i++) {
        const struct token *token = &tokens.items[i];
        bool joined = token->kind == TOKEN_JOINED, last = i + 1 == tokens.count, many = false;
        compound |= joined;
        if (!joined && !last) {
            all_say &= utf8_count(token->term.bytes, token->term.length) >= PART_LETTERS_MIN;
            *vec_push(planner->arena, &parts) = plan_term(planner, "", token->term);
            continue;
        }
        uint32_t room = prefix_room(planner);
        status = too_many(planner, token->term, room, &many);
        if (many) {
            planner->plan->bounded = true;
            plan_note(planner, REMARK_PREFIX_BOUND, (int)leaf->text.length, leaf->text.bytes,
                      (int)room);
        }
        if (group && (joined || !compound))
            highlight_add_prefix(&planner->highlight, token->term, group);
        *vec_push(planner->arena, joined ? &either : &parts) =
            db_query_wildcard(planner->pool, token->term, room, DB_WILDCARD_MOST_FREQUENT);
    }
    if (parts.count && (!compound || all_say))
        *vec_push(planner->arena, &either) =
            db_query_combine(planner->pool, DB_AND, parts.items, parts.count, 0);
    *query = either.count ? plan_or(planner, &either) : db_query_nothing(planner->pool);
    return status;
}
