/* Who took the floor, by the sentences of English and of French reports and minutes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "people_fixture.h"

struct speakers_case {
    const char *label, *text;
    const char *speakers; /* names with "; " between, in the order of the text */
};

#include "minutes_table.h"
#include "speakers_fr_table.h"
#include "speakers_table.h"

static int by_place(const void *a, const void *b)
{
    const struct person *const *x = a, *const *y = b;
    return (*x)->at.items[0].start < (*y)->at.items[0].start ? -1 : 1;
}

/* The speakers in the order in which the text names them. */
static const char *speakers_of(struct arena *arena, const struct record *record)
{
    const struct person **speakers = arena_zero(arena, (record->persons.count + 1) * sizeof *speakers);
    struct buf out = BUF_INIT(arena);
    size_t count = 0;
    for (size_t i = 0; i < record->persons.count; i++)
        if (record->persons.items[i].speaker)
            speakers[count++] = &record->persons.items[i];
    qsort(speakers, count, sizeof *speakers, by_place);
    for (size_t i = 0; i < count; i++)
        buf_printf(&out, "%s%s", i ? "; " : "", speakers[i]->name);
    return out.bytes ? out.bytes : "";
}

/* What a report begins with, lest the first name of the row be its byline. */
static const char before[] =
    "Notes of the meeting\n\nThe meeting was held in the town hall on a Monday, and many came to it.\n\n";
static const char before_fr[] =
    "Notes de la réunion\n\nLa réunion s'est tenue à la salle des fêtes un lundi, et beaucoup sont venus.\n\n";

/* How many of the rows name others than they should. */
static size_t wrong_rows(const struct gazetteer *gazetteer, const struct speakers_case *cases, size_t count,
                         enum language language)
{
    size_t wrong = 0;
    for (size_t i = 0; i < count; i++) {
        const struct speakers_case *it = &cases[i];
        struct arena arena = ARENA_INIT(0);
        struct report report;
        const char *text = arena_printf(&arena, "%s%s\n", language == LANGUAGE_FR ? before_fr : before, it->text);
        read_people(&report, &arena, gazetteer, parse_text, text, language);
        const char *got = speakers_of(&arena, &report.record);
        if (strcmp(got, it->speakers) != 0) {
            print_message("%s: \"%s\", not \"%s\"\n", it->label, got, it->speakers);
            wrong++;
        }
        arena_fini(&arena);
    }
    return wrong;
}

static void sentences_name_their_speakers(void **state)
{
    assert_int_equal(wrong_rows(*state, speakers_cases, sizeof speakers_cases / sizeof *speakers_cases, LANGUAGE_EN),
                     0);
}

static void french_sentences_too(void **state)
{
    assert_int_equal(
        wrong_rows(*state, speakers_fr_cases, sizeof speakers_fr_cases / sizeof *speakers_fr_cases, LANGUAGE_FR), 0);
}

static void minutes_list_who_spoke(void **state)
{
    assert_int_equal(wrong_rows(*state, minutes_cases, sizeof minutes_cases / sizeof *minutes_cases, LANGUAGE_EN), 0);
    assert_int_equal(
        wrong_rows(*state, minutes_fr_cases, sizeof minutes_fr_cases / sizeof *minutes_fr_cases, LANGUAGE_FR), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(sentences_name_their_speakers),
                                        cmocka_unit_test(french_sentences_too),
                                        cmocka_unit_test(minutes_list_who_spoke) };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
