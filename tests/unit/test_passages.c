/* Whose words the sentences of narrative reports are: rows of passages_table.h. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "people_fixture.h"

enum { WORDS_MAX = 5 };

struct passages_case {
    const char *label, *text;
    struct {
        const char *words;
        const char *speaker; /* NULL: nobody's */
    } said[WORDS_MAX];
};

#include "passages_table.h"

/* What a report begins with, lest the first name of the row be its byline. */
static const char before[] =
    "# Notes of the meeting\n\nThe meeting was held in the town hall on a Monday, and many came to it.\n\n";
static const char before_fr[] =
    "# Notes de la réunion\n\nLa réunion s'est tenue à la salle des fêtes un lundi, et beaucoup sont venus.\n\n";

/* Whose passage holds the words: "" for nobody's, NULL when none does. */
static const char *speaker_of(const struct record *record, const char *words)
{
    const char *at = strstr(record->text.bytes, words);
    for (size_t i = 0; at && i < record->passages.count; i++) {
        const struct passage *passage = &record->passages.items[i];
        size_t offset = (size_t)(at - record->text.bytes);
        if (offset >= passage->start && offset < passage->end)
            return passage->person >= 0 ? passage->speaker : "";
    }
    return NULL;
}

/* How many words of the rows are somebody else's than they should be. */
static size_t wrong_words(const struct gazetteer *gazetteer, const struct passages_case *cases, size_t count,
                          enum language language)
{
    size_t wrong = 0;
    for (size_t i = 0; i < count; i++) {
        struct arena arena = ARENA_INIT(0);
        struct report report;
        const char *text =
            arena_printf(&arena, "%s%s\n", language == LANGUAGE_FR ? before_fr : before, cases[i].text);
        read_people(&report, &arena, gazetteer, parse_markdown, text, language);
        for (size_t k = 0; k < WORDS_MAX && cases[i].said[k].words; k++) {
            const char *wanted = cases[i].said[k].speaker ? cases[i].said[k].speaker : "";
            const char *got = speaker_of(&report.record, cases[i].said[k].words);
            if (!got || strcmp(got, wanted) != 0) {
                print_message("%s: \"%s\" is \"%s\", not \"%s\"\n", cases[i].label, cases[i].said[k].words,
                              got ? got : "nowhere", wanted);
                wrong++;
            }
        }
        arena_fini(&arena);
    }
    return wrong;
}

static void sentences_belong_to_their_speakers(void **state)
{
    assert_int_equal(wrong_words(*state, passages_cases, sizeof passages_cases / sizeof *passages_cases, LANGUAGE_EN),
                     0);
}

static void french_sentences_too(void **state)
{
    assert_int_equal(
        wrong_words(*state, passages_fr_cases, sizeof passages_fr_cases / sizeof *passages_fr_cases, LANGUAGE_FR), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(sentences_belong_to_their_speakers),
                                        cmocka_unit_test(french_sentences_too) };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
