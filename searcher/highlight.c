/* highlight.c - finding the words of a query in a text. */
#include "highlight.h"

#include <stdlib.h>

#include "highlight_match.h"
#include "token.h"
#include "utf8.h"

struct highlight highlight_new(struct arena *arena)
{
    return (struct highlight){ .arena = arena, .words = MAP_INIT(arena) };
}

uint32_t highlight_group(struct highlight *highlight)
{
    return ++highlight->groups;
}

static struct slice keep(struct highlight *highlight, struct slice text)
{
    return (struct slice){ arena_dup_slice(highlight->arena, text), text.length };
}

void highlight_add_word(struct highlight *highlight, struct slice folded, uint32_t group)
{
    token_starts_add(&highlight->starts, folded);
    if (folded.length && !map_get(&highlight->words, folded))
        map_put(&highlight->words, keep(highlight, folded), group, NULL);
}

void highlight_add_prefix(struct highlight *highlight, struct slice folded, uint32_t group)
{
    if (!folded.length)
        return;
    token_starts_add(&highlight->starts, folded);
    vec_push(highlight->arena, &highlight->prefixes);
    highlight->prefixes.items[highlight->prefixes.count - 1].text = keep(highlight, folded);
    highlight->prefixes.items[highlight->prefixes.count - 1].group = group;
}

void highlight_add_phrase(struct highlight *highlight, const struct slice *folded, size_t count)
{
    if (!count)
        return;
    struct highlight_phrase *phrase = vec_push(highlight->arena, &highlight->phrases);
    phrase->count = count < HIGHLIGHT_PHRASE_WORDS ? count : HIGHLIGHT_PHRASE_WORDS;
    phrase->group = highlight_group(highlight);
    for (size_t i = 0; i < phrase->count; i++) {
        phrase->words[i] = keep(highlight, folded[i]);
        token_starts_add(&highlight->starts, folded[i]);
    }
}

bool highlight_is_empty(const struct highlight *highlight)
{
    return highlight->groups == 0;
}

/* ---- matching ---- */

/* A phrase that has begun: its next word is expected at a position. */
struct running {
    const struct highlight_phrase *phrase;
    size_t next;
    uint32_t position, start;
};

enum { RUNNING_MAX = 64 };

struct matcher {
    const struct highlight *highlight;
    struct arena *arena;
    match_list *matches;
    struct running running[RUNNING_MAX];
    size_t count;
};

static void emit(struct matcher *matcher, uint32_t start, uint32_t end, uint32_t group)
{
    *vec_push(matcher->arena, matcher->matches) = (struct match){ start, end, group };
}

static void step_phrase(struct matcher *matcher, struct running running, const struct token *token)
{
    running.next++;
    running.position = token->position + token->words;
    if (running.next == running.phrase->count)
        emit(matcher, running.start, token->end, running.phrase->group);
    else if (matcher->count < RUNNING_MAX)
        matcher->running[matcher->count++] = running;
}

static void feed_phrases(struct matcher *matcher, const struct token *token)
{
    const struct highlight *highlight = matcher->highlight;
    size_t kept = 0, before = matcher->count;

    for (size_t i = 0; i < before; i++) /* those that waited for an earlier position have failed */
        if (matcher->running[i].position >= token->position)
            matcher->running[kept++] = matcher->running[i];
    matcher->count = before = kept;
    for (size_t i = 0; i < before; i++) {
        struct running running = matcher->running[i];
        if (running.position == token->position && slice_equal(running.phrase->words[running.next], token->term))
            step_phrase(matcher, running, token);
    }
    for (size_t i = 0; i < highlight->phrases.count; i++) {
        const struct highlight_phrase *phrase = &highlight->phrases.items[i];
        if (slice_equal(phrase->words[0], token->term))
            step_phrase(matcher, (struct running){ phrase, 0, token->position, token->start }, token);
    }
}

static uint32_t group_of(const struct highlight *highlight, struct slice term)
{
    const uint32_t *group = map_get(&highlight->words, term);

    if (group)
        return *group;
    for (size_t i = 0; i < highlight->prefixes.count; i++)
        if (slice_starts(term, highlight->prefixes.items[i].text))
            return highlight->prefixes.items[i].group;
    return 0;
}

static int compare_matches(const void *a, const void *b)
{
    const struct match *left = a, *right = b;

    if (left->start != right->start)
        return left->start < right->start ? -1 : 1;
    return left->end > right->end ? -1 : left->end < right->end;
}

/* Puts overlapping matches together; the first one's group stays. */
static void merge(match_list *matches)
{
    size_t kept = 0;

    if (matches->count > 1)
        qsort(matches->items, matches->count, sizeof *matches->items, compare_matches);
    for (size_t i = 0; i < matches->count; i++) {
        struct match *last = kept ? &matches->items[kept - 1] : NULL;
        if (!last || matches->items[i].start >= last->end)
            matches->items[kept++] = matches->items[i];
        else if (matches->items[i].end > last->end)
            last->end = matches->items[i].end;
    }
    matches->count = kept;
}

void highlight_matches(const struct highlight *highlight, struct slice text, struct arena *arena, match_list *matches)
{
    struct matcher matcher = { .highlight = highlight, .arena = arena, .matches = matches };
    struct tokenizer tokenizer;
    struct token token;

    if (highlight_is_empty(highlight))
        return;
    tokenizer_init(&tokenizer, text);
    while (tokenizer_next_of(&tokenizer, &highlight->starts, &token)) {
        uint32_t group = group_of(highlight, token.term);
        if (group)
            emit(&matcher, token.start, token.end, group);
        if (highlight->phrases.count)
            feed_phrases(&matcher, &token);
    }
    merge(matches);
}

void highlight_find(const struct highlight *highlight, struct slice text, struct arena *arena, span_list *spans)
{
    match_list matches = { 0 };

    highlight_matches(highlight, text, arena, &matches);
    for (size_t i = 0; i < matches.count; i++)
        *vec_push(arena, spans) = (struct span){ matches.items[i].start, matches.items[i].end };
}

/* ---- keyword in context ---- */

/* Moves AT by WIDTH characters within its line, back (-1) or forth (1). */
static size_t reach(struct slice text, size_t at, unsigned width, int direction)
{
    size_t step;

    for (; width > 0; width--) {
        if (direction < 0 ? at == 0 : at >= text.length)
            break;
        uint32_t c = direction < 0 ? utf8_decode_before(text.bytes, at, &step)
                                   : utf8_decode(text.bytes + at, text.length - at, &step);
        if (c == '\n')
            break;
        at = direction < 0 ? at - step : at + step;
    }
    return at;
}

void highlight_lines(const struct highlight *highlight, struct slice text, unsigned width, size_t lines,
                     struct arena *arena, concordance_list *list)
{
    match_list matches = { 0 };

    highlight_matches(highlight, text, arena, &matches);
    for (size_t i = 0; i < matches.count && i < lines; i++) {
        size_t start = matches.items[i].start, end = matches.items[i].end;
        size_t left = reach(text, start, width, -1), right = reach(text, end, width, 1);
        *vec_push(arena, list) = (struct concordance){ .before = { text.bytes + left, start - left },
                                                       .match = { text.bytes + start, end - start },
                                                       .after = { text.bytes + end, right - end } };
    }
}
