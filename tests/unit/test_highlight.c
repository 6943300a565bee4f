/* Where words are found in the original text, and what a snippet shows of it. Matches are written between
 * brackets. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "buf.h"
#include "highlight.h"
#include "utf8.h"

struct row {
    const char *words;   /* folded words; "a_b" is a phrase, "a*" a prefix */
    const char *text, *marked;
};

static const struct row rows[] = {
    { "ufisc", "avec l'UFISC, l’UFISC et l'U.F.I.S.C.", "avec l'[UFISC], l’[UFISC] et l'[U.F.I.S.C]." },
    { "coeur", "au cœur du CŒUR", "au [cœur] du [CŒUR]" },
    { "ete", "l'été e\xCC\x81t\xC3\xA9 ETE", "l'[été] [e\xCC\x81té] [ETE]" },
    { "coconstruction", "la co-construction, Coconstruction ; co construction",
      "la [co-construction], [Coconstruction] ; [co construction]" },
    { "pasteur", "Sébastien Saint-Pasteur", "Sébastien Saint-[Pasteur]" },
    { "coop*", "la coopération et la Coop", "la [coopération] et la [Coop]" },
    { "bien_commun", "un bien commun, bien peu commun, « Bien  Commun »",
      "un [bien commun], bien peu commun, « [Bien  Commun] »" },
    { "coconstruction_des_politiques", "la co-construction des politiques", "la [co-construction des politiques]" },
    { "a_a_b", "a a a b", "a [a a b]" },
    { "commun bien_commun", "commun bien commun", "[commun] [bien commun]" },
    { "rien", "tout", "tout" },
    { "x", "", "" },
    { "a\xCC\xB6", "a\xFF" "b a", "a\xFF" "b a" },
    { "partages", "par\xC2\xADtages", "[par\xC2\xADtages]" },
};

static struct highlight highlight_of(struct arena *arena, const char *words)
{
    struct highlight highlight = highlight_new(arena);
    char *copy = arena_strdup(arena, words), *rest = copy, *word;

    while ((word = strsep(&rest, " ")) != NULL) {
        size_t length = strlen(word), count = 0;
        if (strchr(word, '_')) {
            struct slice parts[HIGHLIGHT_PHRASE_WORDS];
            char *inner = word, *part;
            while ((part = strsep(&inner, "_")) != NULL)
                parts[count++] = slice_of(part);
            highlight_add_phrase(&highlight, parts, count);
        } else if (word[length - 1] == '*') {
            highlight_add_prefix(&highlight, (struct slice){ word, length - 1 }, highlight_group(&highlight));
        } else {
            highlight_add_word(&highlight, slice_of(word), highlight_group(&highlight));
        }
    }
    return highlight;
}

static void test_find(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct arena arena = ARENA_INIT(1 << 20);
        struct highlight highlight = highlight_of(&arena, rows[i].words);
        span_list spans = { 0 };
        struct buf out = BUF_INIT(&arena);
        struct slice text = slice_of(rows[i].text);
        size_t at = 0;
        highlight_find(&highlight, text, &arena, &spans);
        for (size_t j = 0; j < spans.count; j++) {
            buf_add(&out, text.bytes + at, spans.items[j].start - at);
            buf_add_char(&out, '[');
            buf_add(&out, text.bytes + spans.items[j].start, spans.items[j].end - spans.items[j].start);
            buf_add_char(&out, ']');
            at = spans.items[j].end;
        }
        buf_add(&out, text.bytes + at, text.length - at);
        if (strcmp(out.bytes ? out.bytes : "", rows[i].marked))
            fail_msg("%s in %s\n  gives    %s\n  expected %s", rows[i].words, rows[i].text, out.bytes,
                     rows[i].marked);
        arena_fini(&arena);
    }
}

static const char *show(const struct snippet *snippet, struct arena *arena)
{
    struct buf out = BUF_INIT(arena);

    buf_add_string(&out, snippet->cut_before ? "<" : "");
    for (size_t i = 0; i < snippet->fragments.count; i++) {
        const struct fragment *fragment = &snippet->fragments.items[i];
        buf_add_string(&out, fragment->match ? "[" : "");
        buf_add_slice(&out, fragment->text);
        buf_add_string(&out, fragment->match ? "]" : "");
    }
    buf_add_string(&out, snippet->cut_after ? ">" : "");
    return out.bytes ? out.bytes : "";
}

struct snippet_row {
    const char *words;
    size_t bytes;
    const char *text, *shown;
};

static const struct snippet_row snippets[] = {
    { "bleu", 200, "Un mur bleu. Un toit rouge.", "Un mur [bleu]. Un toit rouge." },
    { "rouge", 20, "Un mur bleu. Un toit rouge. Un pré vert.", "<Un toit [rouge].>" },
    { "bleu vert", 44, "Un mur bleu. Un toit rouge. Un pré vert, une mer bleue, un mur bleu.",
      "<Un pré [vert], une mer bleue, un mur [bleu]." },
    { "rouge", 30, "Un mur bleu. M. Toit est rouge. Un pré vert.", "<M. Toit est [rouge].>" },
    { "jaune", 20, "Un mur bleu. Un toit rouge.", "Un mur bleu.>" },
    { "cible", 40, "un deux trois quatre cinq six sept huit neuf dix onze douze cible treize quatorze quinze seize",
      "<douze [cible] treize quatorze quinze>" },
    { "b", 10, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "aaaaaaaaaa>" },
    { "b", 10, "", "" }, { "b", 10, "  \n ", "" },
};

static void test_snippets(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof snippets / sizeof *snippets; i++) {
        struct arena arena = ARENA_INIT(1 << 20);
        struct highlight highlight = highlight_of(&arena, snippets[i].words);
        struct snippet snippet;
        highlight_snippet(&highlight, slice_of(snippets[i].text), snippets[i].bytes, &arena, &snippet);
        const char *shown = show(&snippet, &arena);
        if (strcmp(shown, snippets[i].shown))
            fail_msg("%s in %s\n  gives    %s\n  expected %s", snippets[i].words, snippets[i].text, shown,
                     snippets[i].shown);
        arena_fini(&arena);
    }
}

/* Whatever the bytes, fragments follow one another inside the text and cut no character. */
static void test_any_bytes(void **state)
{
    static const char pool[] = "ab .\xC3\xA9\n'-e\xCC\x81\xE2\x80\x99. M\xFF";
    unsigned seed = 5;

    (void)state;
    for (int round = 0; round < 3000; round++) {
        struct arena arena = ARENA_INIT(1 << 22);
        struct highlight highlight = highlight_of(&arena, "a b_a e*");
        struct snippet snippet;
        char text[300];
        size_t length = (size_t)rand_r(&seed) % sizeof text;
        for (size_t i = 0; i < length; i++)
            text[i] = pool[(size_t)rand_r(&seed) % (sizeof pool - 1)];
        highlight_snippet(&highlight, (struct slice){ text, length }, 40, &arena, &snippet);
        const char *at = NULL;
        for (size_t i = 0; i < snippet.fragments.count; i++) {
            struct slice part = snippet.fragments.items[i].text;
            assert_true(part.length > 0 && part.bytes >= text && part.bytes + part.length <= text + length);
            assert_true(!at || part.bytes == at);
            at = part.bytes + part.length;
        }
        if (utf8_valid(text, length) && at)
            assert_true(utf8_valid(snippet.fragments.items[0].text.bytes,
                                   (size_t)(at - snippet.fragments.items[0].text.bytes)));
        arena_fini(&arena);
    }
}

static void test_lines_and_url(void **state)
{
    struct arena arena = ARENA_INIT(1 << 20);
    struct highlight highlight = highlight_of(&arena, "rouge");
    struct slice text = slice_of("Été\nun toit rouge, ici-même\nrouge");
    concordance_list lines = { 0 };
    struct snippet snippet;

    (void)state;
    highlight_lines(&highlight, text, 8, 10, &arena, &lines);
    assert_int_equal(lines.count, 2);
    assert_true(slice_is(lines.items[0].before, "un toit "));
    assert_true(slice_is(lines.items[0].match, "rouge"));
    assert_true(slice_is(lines.items[0].after, ", ici-mê"));
    assert_int_equal(lines.items[1].before.length, 0);
    highlight_snippet(&highlight, text, 300, &arena, &snippet);
    assert_string_equal(highlight_url("http://e.org/r", &snippet, &arena),
                        "http://e.org/r#:~:text=un%20toit%20rouge%2C%20ici%2Dm%C3%AAme");
    assert_string_equal(highlight_url("http://e.org/r#top", &snippet, &arena),
                        "http://e.org/r#top:~:text=un%20toit%20rouge%2C%20ici%2Dm%C3%AAme");
    assert_null(highlight_url(NULL, &snippet, &arena));
    arena_fini(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_find), cmocka_unit_test(test_snippets), cmocka_unit_test(test_any_bytes),
        cmocka_unit_test(test_lines_and_url),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
