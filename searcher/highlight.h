/* highlight.h - where the words of a query are in a text, and the stretch of it that is best shown.
 *
 * Works on the original text with the tokeniser that index and query use, so that a highlight is exact: `l'UFISC`
 * marks UFISC, an NFD or a soft-hyphened word is marked whole. Everything is in the arena; slices point into the
 * text. */
#ifndef TRIBUNE_HIGHLIGHT_H
#define TRIBUNE_HIGHLIGHT_H

#include "map.h"
#include "record.h"
#include "result.h"
#include "token.h"

enum {
    SNIPPET_BYTES = 320,          /* about: whole sentences may run a little over */
    HIGHLIGHT_PHRASE_WORDS = 32   /* words of a phrase that are compared */
};

struct highlight_phrase {
    struct slice words[HIGHLIGHT_PHRASE_WORDS];
    size_t count;
    uint32_t group;
};

/* What to look for. Words of one group (the forms of one word of the query) count once in choosing a snippet. */
struct highlight {
    struct arena *arena;
    struct map words;                    /* folded form to group, from 1 */
    struct token_starts starts;          /* of all that follows too */
    VEC(struct { struct slice text; uint32_t group; }) prefixes;
    VEC(struct highlight_phrase) phrases;
    uint32_t groups;
};

struct highlight highlight_new(struct arena *arena);
uint32_t highlight_group(struct highlight *highlight);   /* begins the next group and returns its number */
void highlight_add_word(struct highlight *highlight, struct slice folded, uint32_t group);
void highlight_add_prefix(struct highlight *highlight, struct slice folded, uint32_t group);
/* Marks the words only where they follow one another. More than HIGHLIGHT_PHRASE_WORDS are cut. */
void highlight_add_phrase(struct highlight *highlight, const struct slice *folded, size_t count);
bool highlight_is_empty(const struct highlight *highlight);

/* The matches in TEXT, in order and apart from one another. */
void highlight_find(const struct highlight *highlight, struct slice text, struct arena *arena, span_list *matches);

/* The stretch of TEXT that shows most of the words, in whole sentences where they fit. */
void highlight_snippet(const struct highlight *highlight, struct slice text, size_t bytes, struct arena *arena,
                       struct snippet *snippet);

/* Every match with WIDTH characters of its line on each side; at most LINES of them. */
void highlight_lines(const struct highlight *highlight, struct slice text, unsigned width, size_t lines,
                     struct arena *arena, concordance_list *list);

/* URL with a text fragment (WICG "Text Fragments": #:~:text=) that opens the page at the snippet; URL itself when
 * there is no word to go by, NULL for NULL. */
const char *highlight_url(const char *url, const struct snippet *snippet, struct arena *arena);

#endif
