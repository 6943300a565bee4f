/* calendar.h - days, months and intervals in the Gregorian calendar: no time zones, no times of day.
 *
 * A day is counted from 1970-01-01 (day 0), proleptic Gregorian, years 1 to 9999. An interval is inclusive. */
#ifndef TRIBUNE_CALENDAR_H
#define TRIBUNE_CALENDAR_H

#include <stdbool.h>
#include <stdint.h>

#include "slice.h"

#define DAY_NONE INT32_MIN /* no such day, or unbounded */

struct interval {
    int32_t start, end; /* DAY_NONE in both: no interval; in one: open on that side */
};

#define INTERVAL_NONE ((struct interval){ DAY_NONE, DAY_NONE })

enum { ISO_DAY_BYTES = 11 };

enum season { SEASON_NONE, SEASON_SPRING, SEASON_SUMMER, SEASON_AUTUMN, SEASON_WINTER };

int32_t day_of(int year, int month, int day); /* DAY_NONE for an impossible date (31 April, 29 February 2015) */
void day_split(int32_t day, int *year, int *month, int *day_of_month);
int day_weekday(int32_t day);                 /* 0 Monday … 6 Sunday */
int month_days(int year, int month);          /* 0 for an impossible month or year */
void day_format(int32_t day, char out[ISO_DAY_BYTES]); /* "2016-11-04"; "" for DAY_NONE */
struct interval interval_day(int year, int month, int day);
struct interval interval_year(int year);
struct interval interval_month(int year, int month);
struct interval interval_part(int year, int part, int parts); /* the 4th of 4 is the last quarter */
struct interval interval_season(int year, enum season season); /* a winter begins in its year's December */
struct interval interval_span(struct interval from, struct interval to); /* none when one is, or when to ends first */
bool interval_is_none(struct interval interval);
bool intervals_overlap(struct interval a, struct interval b);

/* The month a word names in French or English ("nov.", "novembre", "Nov", "févr"), 1-12; 0 when it is none. */
int month_from_name(struct slice word);
int weekday_from_name(struct slice word); /* 0 Monday … 6 Sunday; -1 when it is none */
enum season season_from_name(struct slice word);

/* One date value of a query or of metadata: 2016, 2016-11, 2016-11-04, 20161104, 04/11/2016, 2016-T4, 2016-Q4,
 * 2016-S1, "4 novembre 2016", "novembre 2016", "november 4, 2016", "4e trimestre 2016", "été 2016", 2016-2017, a
 * weekday before any of them, ISO and RFC 5322 date-times (time ignored), and ranges with `..` that may be open on
 * one side. Numeric days come first. False when it is none, or impossible. */
bool interval_parse(struct slice text, struct interval *interval);

#endif
