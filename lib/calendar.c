/* calendar.c - day arithmetic and intervals. The conversions are Howard Hinnant's civil-from-days algorithms
 * ("chrono-Compatible Low-Level Date Algorithms"): years run from March, in eras of 400 years. */
#include "calendar.h"

enum { DAYS_PER_ERA = 146097, DAYS_TO_1970 = 719468 };

static bool leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int month_days(int year, int month)
{
    static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    if (year < 1 || year > 9999 || month < 1 || month > 12)
        return 0;
    return lengths[month - 1] + (month == 2 && leap(year));
}

int32_t day_of(int year, int month, int day)
{
    if (day < 1 || day > month_days(year, month))
        return DAY_NONE;
    int y = month <= 2 ? year - 1 : year; /* never negative: years begin at 1 */
    int era = y / 400, of_era = y % 400;
    int of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    return era * DAYS_PER_ERA + of_era * 365 + of_era / 4 - of_era / 100 + of_year - DAYS_TO_1970;
}

void day_split(int32_t day, int *year, int *month, int *day_of_month)
{
    static const int32_t first = -719162, last = 2932896; /* 0001-01-01 and 9999-12-31 */
    int32_t z = (day < first ? first : day > last ? last : day) + DAYS_TO_1970;
    int32_t era = z / DAYS_PER_ERA, of_era = z % DAYS_PER_ERA;
    int32_t years = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int32_t of_year = of_era - (365 * years + years / 4 - years / 100);
    int32_t shifted = (5 * of_year + 2) / 153;
    *day_of_month = (int)(of_year - (153 * shifted + 2) / 5 + 1);
    *month = (int)(shifted < 10 ? shifted + 3 : shifted - 9);
    *year = (int)(years + era * 400 + (*month <= 2));
}

int day_weekday(int32_t day)
{
    int weekday = (int)((day % 7 + 3) % 7); /* 1970-01-01 was a Thursday */
    return weekday < 0 ? weekday + 7 : weekday;
}

void day_format(int32_t day, char out[ISO_DAY_BYTES])
{
    int year, month, of_month;
    out[0] = '\0';
    if (day == DAY_NONE)
        return;
    day_split(day, &year, &month, &of_month);
    const int digits[] = { year / 1000, year / 100 % 10, year / 10 % 10, year % 10, -1,
                           month / 10, month % 10, -1, of_month / 10, of_month % 10 };
    for (size_t i = 0; i < ISO_DAY_BYTES - 1; i++)
        out[i] = digits[i] < 0 ? '-' : (char)('0' + digits[i]);
    out[ISO_DAY_BYTES - 1] = '\0';
}

struct interval interval_day(int year, int month, int day)
{
    int32_t number = day_of(year, month, day);
    return (struct interval){ number, number };
}

struct interval interval_year(int year)
{
    return (struct interval){ day_of(year, 1, 1), day_of(year, 12, 31) };
}

struct interval interval_month(int year, int month)
{
    return (struct interval){ day_of(year, month, 1), day_of(year, month, month_days(year, month)) };
}

struct interval interval_part(int year, int part, int parts)
{
    if (parts < 1 || 12 % parts != 0 || part < 1 || part > parts)
        return INTERVAL_NONE;
    int months = 12 / parts;
    return (struct interval){ interval_month(year, (part - 1) * months + 1).start,
                              interval_month(year, part * months).end };
}

/* Astronomical seasons with fixed days, as French usage has them. */
struct interval interval_season(int year, enum season season)
{
    switch (season) {
    case SEASON_SPRING: return (struct interval){ day_of(year, 3, 21), day_of(year, 6, 20) };
    case SEASON_SUMMER: return (struct interval){ day_of(year, 6, 21), day_of(year, 9, 22) };
    case SEASON_AUTUMN: return (struct interval){ day_of(year, 9, 23), day_of(year, 12, 20) };
    case SEASON_WINTER:
        if (day_of(year + 1, 3, 20) != DAY_NONE)
            return (struct interval){ day_of(year, 12, 21), day_of(year + 1, 3, 20) };
        break;
    case SEASON_NONE: break;
    }
    return INTERVAL_NONE;
}

bool interval_is_none(struct interval interval)
{
    return interval.start == DAY_NONE && interval.end == DAY_NONE;
}

struct interval interval_span(struct interval from, struct interval to)
{
    if (interval_is_none(from) || interval_is_none(to) || to.end < from.start)
        return INTERVAL_NONE;
    return (struct interval){ from.start, to.end };
}

bool intervals_overlap(struct interval a, struct interval b)
{
    if (interval_is_none(a) || interval_is_none(b))
        return false;
    return (a.start == DAY_NONE || b.end == DAY_NONE || a.start <= b.end) &&
           (b.start == DAY_NONE || a.end == DAY_NONE || b.start <= a.end);
}
