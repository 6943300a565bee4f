/* people_fixture.h - a gazetteer for a group of tests, and what is extracted from a piece of text with it. */
#ifndef TRIBUNE_PEOPLE_FIXTURE_H
#define TRIBUNE_PEOPLE_FIXTURE_H

#include "extract_people.h"
#include "gazetteer.h"
#include "lexeme.h"
#include "parse.h"

typedef enum status (*parser)(struct report *report, struct slice text, struct error *error);

static int set_up(void **state)
{
    struct error error = ERROR_NONE;
    return gazetteer_open((struct gazetteer **)state, &error) == STATUS_OK ? 0 : -1;
}

static int tear_down(void **state)
{
    gazetteer_close(*state);
    return 0;
}

/* People and passages of a text, in *REPORT; the arena is the caller's. */
static void read_people(struct report *report, struct arena *arena, const struct gazetteer *gazetteer, parser parse,
                        const char *text, enum language language)
{
    struct people_work work;
    struct error error = ERROR_NONE;
    *report = (struct report){ .arena = arena, .text = BUF_INIT(arena) };
    assert_int_equal(parse(report, slice_of(text), &error), STATUS_OK);
    report->record.text = buf_slice(&report->text);
    report->record.language = language;
    lexemes_make(report, gazetteer);
    extract_people(report, gazetteer, NULL, &work);
}

#endif
