/* Who speaks under a label, in the forms that real debates print. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "people_fixture.h"

struct label_case {
    const char *label;
    enum language language;
    const char *text;
    const char *speaker, *role; /* NULL: nobody, any role */
};

#include "labels_table.h"

static bool answers(struct slice text)
{
    return memmem(text.bytes, text.length, "my answer", 9) || memmem(text.bytes, text.length, "ma réponse", 11);
}

/* The passage with the answer, or NULL. */
static const struct passage *answer_in(const struct report *report)
{
    for (size_t i = 0; i < report->record.passages.count; i++) {
        const struct passage *passage = &report->record.passages.items[i];
        if (answers((struct slice){ report->record.text.bytes + passage->start, passage->end - passage->start }))
            return passage;
    }
    return NULL;
}

static bool same(const char *got, const char *want)
{
    return got && want ? strcmp(got, want) == 0 : got == want;
}

static void labels_name_the_speaker(void **state)
{
    struct gazetteer *gazetteer = *state;
    size_t wrong = 0;
    for (size_t i = 0; i < sizeof label_cases / sizeof *label_cases; i++) {
        const struct label_case *it = &label_cases[i];
        struct arena arena = ARENA_INIT(0);
        struct report report;
        read_people(&report, &arena, gazetteer, parse_markdown, it->text, it->language);
        const struct passage *answer = answer_in(&report);
        bool right = answer && same(answer->speaker, it->speaker) && (!it->role || same(answer->role, it->role));
        if (!right)
            print_message(
                "%s: %s (%s), not %s (%s)\n", it->label, answer && answer->speaker ? answer->speaker : "nobody",
                answer && answer->role ? answer->role : "no role", it->speaker ? it->speaker : "nobody",
                it->role ? it->role : "any");
        wrong += !right;
        arena_fini(&arena);
    }
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(labels_name_the_speaker) };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
