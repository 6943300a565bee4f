/* What a line of a programme credits, and to whom its talks belong. Whole pages are golden pairs (credits-*). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "credit_line.h"
#include "gazetteer.h"
#include "lexeme.h"
#include "parse.h"
#include "talks.h"

static struct gazetteer *open_gazetteer(void)
{
    struct gazetteer *gazetteer = NULL;
    struct error error = ERROR_NONE;
    assert_int_equal(gazetteer_open(&gazetteer, &error), STATUS_OK);
    return gazetteer;
}

static void read_markdown(struct report *report, const char *markdown, const struct gazetteer *gazetteer)
{
    struct error error = ERROR_NONE;
    assert_int_equal(parse_markdown(report, slice_of(markdown), &error), STATUS_OK);
    report->record.text = buf_slice(&report->text);
    report->record.language = LANGUAGE_EN;
    lexemes_make(report, gazetteer);
}

static const struct {
    const char *line, *people; /* shown as "Given Surname", joined by "; " */
    enum credit_edge right;
} lines[] = {
    { "Jane Doe (CNRS) and Wei Zhang", "Jane Doe; Wei Zhang", CREDIT_LINE },
    { "9:30 - 10:00 Wenqiang Shao, Ifeoma Nwachukwu", "Wenqiang Shao; Ifeoma Nwachukwu", CREDIT_LINE },
    { "[Paper 12] Tetsuo Mori: Weirs", "Tetsuo Mori", CREDIT_COLON },
    { "Prof. Marta Quintela, *On weirs*", "Marta Quintela", CREDIT_MARK },
    { "Meena R V: On weirs", "Meena R V", CREDIT_COLON },
    { "Ilse Moens. On weirs", "Ilse Moens", CREDIT_PERIOD },
    { "Anna Keller, Grauwald Institut, Berlin", "Anna Keller", CREDIT_LINE },
    { "Gustave Morel (1849-1923), a painter", "", CREDIT_NOTHING },
    { "Luc Armand, 2022, 56 minutes", "Luc Armand", CREDIT_NOTHING },
    { "Jane Doe went to the weir", "Jane Doe", CREDIT_NOTHING },
    { "HUYNH Thanh, CNRS", "Thanh Huynh", CREDIT_LINE },
    { "9:30 DE VRIES Maaike (INRAE)", "Maaike de Vries", CREDIT_LINE },
    { "Qiusong A. Ouyang; Nomvula Adeyemi", "Qiusong A. Ouyang; Nomvula Adeyemi", CREDIT_LINE },
    { "Weiping He", "Weiping He", CREDIT_LINE },
    { "L'ADEME", "", CREDIT_NOTHING },
    { "Anna Keller, Grauwald Institut & Jane Doe, CNRS", "Anna Keller; Jane Doe", CREDIT_LINE },
    { "Jane Doe (@jdoe): On weirs", "Jane Doe", CREDIT_COLON },
    { "Luc Armand (France, 2019, 52 min)", "", CREDIT_NOTHING },
    { "KU Leuven, Belgium", "", CREDIT_NOTHING },
    { "Nelson Mandela Hall", "Nelson Mandela", CREDIT_NOTHING },
    { "Giulia Di Stefano, Haruto S. Park and Thi Tran: On weirs", "Giulia Di Stefano; Haruto S. Park; Thi Tran",
      CREDIT_COLON },
    { "Jean COURTEAUX-SUDRE Anne-Laure ORGEVAL Martin QUINCY",
      "Jean Courteaux-Sudre; Anne-Laure Orgeval; Martin Quincy", CREDIT_LINE },
    { "DORVAL Karim LEMARCHAL Laurent RAIPAIN Philippe", "Karim Dorval; Laurent Lemarchal; Philippe Raipain",
      CREDIT_LINE },
    { "ORGEVAL, Anne-Laure and QUINCY, Martin", "Anne-Laure Orgeval; Martin Quincy", CREDIT_LINE },
    { "ORGEVAL, Anne-Laure ; QUINCY, Martin", "Anne-Laure Orgeval; Martin Quincy", CREDIT_LINE },
    { "INRIA, Rennes", "", CREDIT_NOTHING },
    { "PhD Alicia Moren", "Alicia Moren", CREDIT_LINE },
    { "10:40 Coffee", "", CREDIT_NOTHING },
};

static void credits_of_lines(void **state)
{
    (void)state;
    struct gazetteer *gazetteer = open_gazetteer();
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        struct arena arena = ARENA_INIT(0);
        struct report report = { .arena = &arena, .text = BUF_INIT(&arena) };
        struct name_context context;
        struct credit credit;
        struct buf found = BUF_INIT(&arena);
        read_markdown(&report, lines[i].line, gazetteer);
        names_find(&context, &report, gazetteer);
        struct mark_edges edges = mark_edges_find(&context);
        uint32_t head = credit_skip_head(&context, 0, context.count);
        bool read = head < context.count && credit_read(&context, &edges, head, context.count, CREDIT_LINE, &credit);
        buf_add_string(&found, "");
        for (size_t k = 0; k < credit.count && head < context.count; k++)
            buf_printf(&found, "%s%s %s", k ? "; " : "", credit.people[k].name.given, credit.people[k].name.surname);
        if (read != (lines[i].right != CREDIT_NOTHING) ||
            strcmp(found.bytes ? found.bytes : "", lines[i].people) != 0 || (read && credit.right != lines[i].right))
            fail_msg("%s: found \"%s\", edge %d", lines[i].line, found.bytes, read ? (int)credit.right : 0);
        arena_fini(&arena);
    }
    gazetteer_close(gazetteer);
}

static void talk_after_an_offset(void **state)
{
    (void)state;
    struct talk talks[] = { { 0, 10, 1 }, { 12, 20, TALK_OPEN }, { 30, 40, TALK_OF_SEVERAL } };
    talk_list list = { .items = talks, .count = 3 };
    assert_ptr_equal(talk_after(&list, 0), &talks[0]);
    assert_ptr_equal(talk_after(&list, 10), &talks[1]);
    assert_ptr_equal(talk_after(&list, 25), &talks[2]);
    assert_null(talk_after(&list, 40));
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(credits_of_lines), cmocka_unit_test(talk_after_an_offset) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
