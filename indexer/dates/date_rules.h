/* date_rules.h - the table of date patterns, for the files that extract dates only. */
#ifndef TRIBUNE_DATE_RULES_H
#define TRIBUNE_DATE_RULES_H

#include "extract_dates.h"

enum date_shape {      /* what a rule's groups mean */
    DATE_DAYS,         /* days, a month's name, perhaps a year */
    DATE_DAYS_IN_WORDS,/* the same, the day in French words; the year may be in words too */
    DATE_MONTH,        /* a month's name, perhaps a year */
    DATE_YEAR,         /* four digits: a year if the context says so */
    DATE_YEARS,        /* two years */
    DATE_NUMERIC,      /* two numbers (day and month in either order) and a year */
    DATE_NUMERIC_SHORT,/* the same without a year */
    DATE_ISO,          /* year, month, day */
    DATE_YEAR_MONTH,   /* year and month in figures */
    DATE_PART,         /* a quarter or half of a year */
    DATE_SEASON,
    DATE_DECADE,
    DATE_FEAST         /* Easter, Christmas… of a year */
};

enum date_group { GROUP_DAYS, GROUP_MONTH, GROUP_YEAR, GROUP_YEAR2, GROUP_WEEKDAY, GROUP_PORTION, GROUP_ORDINAL,
                  GROUP_UNIT, GROUP_SEASON, GROUP_FIRST, GROUP_SECOND, GROUP_FEAST, GROUP_COUNT };

struct date_rule {
    const char *name, *pattern;
    enum date_shape shape;
};

struct date_match {
    uint32_t start, end;
    const struct date_rule *rule;
    struct span groups[GROUP_COUNT]; /* start == end where the group took no part */
};

/* What matching needs besides the rules: one per report, in its arena. */
struct date_matcher;
struct date_matcher *date_matcher_new(struct arena *arena, const struct date_rules *rules);

/* The first match that starts in [FROM, TO) of TEXT (valid UTF-8); nothing after TO is looked at. */
bool date_rules_match(const struct date_rules *rules, struct date_matcher *matcher, struct slice text, uint32_t from,
                      uint32_t to, struct date_match *match);

#endif
