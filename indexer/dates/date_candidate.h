/* date_candidate.h - what a pattern found, on its way to becoming a date; for the files that extract dates only. */
#ifndef TRIBUNE_DATE_CANDIDATE_H
#define TRIBUNE_DATE_CANDIDATE_H

#include "date_rules.h"

enum portion { PORTION_WHOLE, PORTION_START, PORTION_MIDDLE, PORTION_END };

enum candidate_kind {
    CANDIDATE_DAYS,   /* month/day to end_month/end_day */
    CANDIDATE_MONTHS, /* month to end_month */
    CANDIDATE_YEAR,
    CANDIDATE_SPAN    /* interval is final */
};

struct date_candidate {
    uint32_t start, end;
    const char *rule;
    enum candidate_kind kind;
    int year;                /* 0: not stated */
    int month, day, end_month, end_day;
    int weekday;             /* 0 Monday … 6; -1: not stated */
    enum portion portion;
    struct interval interval; /* none until the year is known */
    bool weak;               /* a date only if a neighbour or the context says so */
    bool both_orders;        /* two numbers that may be day-month or month-day */
    bool deduced, dropped;
};

typedef VEC(struct date_candidate) candidate_list;

/* date_read.c: what a match says. */
enum reading {
    READING_TAKEN,
    READING_REFUSED,  /* a date that cannot be */
    READING_NO_DATE   /* no date, though a later word of it may begin one */
};

/* Adds one candidate or more to LIST. */
enum reading date_read_match(struct report *report, const struct date_match *match, candidate_list *list);

/* Fills interval from the stated parts; false when there is no year yet, or no such day. */
bool candidate_resolve(struct date_candidate *candidate);

/* date_join.c: neighbours that make one range, or a list whose last item states the year. */
void dates_join(struct report *report, candidate_list *candidates);

/* date_context.c: decides numeric order, tells years from numbers, deduces missing years. */
void dates_order_numeric(const struct report *report, candidate_list *candidates);
void dates_accept_weak(const struct report *report, candidate_list *candidates);
/* TITLED are the dates of titles that the text need not show; they tell years too. */
void dates_deduce_years(const struct report *report, candidate_list *candidates, const candidate_list *titled);

/* date_words.c: the words around an expression, in lower case (accents kept). */
enum { AROUND_BYTES_MAX = 48 };
struct date_word {
    char word[AROUND_BYTES_MAX]; /* "" when there is none in the same line of text */
    uint32_t start, end;
};
struct date_word word_before(struct slice text, uint32_t offset); /* letters, or one sign such as € or ( */
struct date_word word_after(struct slice text, uint32_t offset);
bool word_in(const char *word, const char *const *list); /* a list ends with NULL */

#endif
