#include "http.h"

#include <stdio.h>
#include <string.h>

#include "calendar.h"

enum { DAY_SECONDS = 24 * 60 * 60 };

const char *http_reason(unsigned status)
{
    static const struct { unsigned number; const char *reason; } reasons[] = {
        { 200, "OK" }, { 304, "Not Modified" }, { 400, "Bad Request" }, { 404, "Not Found" },
        { 405, "Method Not Allowed" }, { 411, "Length Required" }, { 413, "Content Too Large" },
        { 414, "URI Too Long" }, { 415, "Unsupported Media Type" }, { 500, "Internal Server Error" },
        { 503, "Service Unavailable" },
    };
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
        if (reasons[i].number == status)
            return reasons[i].reason;
    return "Error";
}

/* ---- dates (RFC 9110, 5.6.7) ---- */

static const char month_names[12][4] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };

void http_date(int64_t seconds, char out[HTTP_DATE_BYTES])
{
    static const char weekdays[7][4] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };
    int year, month, day;
    if (seconds < 0)
        seconds = 0;
    int32_t days = (int32_t)(seconds / DAY_SECONDS < 2932896 ? seconds / DAY_SECONDS : 2932896); /* 9999-12-31 */
    unsigned of_day = (unsigned)(seconds % DAY_SECONDS);
    day_split(days, &year, &month, &day);
    snprintf(out, HTTP_DATE_BYTES, "%s, %02u %s %04u %02u:%02u:%02u GMT", weekdays[day_weekday(days)],
             (unsigned)day % 100, month_names[month - 1], (unsigned)year % 10000, of_day / 3600 % 24,
             of_day / 60 % 60, of_day % 60);
}

struct parts {
    char month[4];
    unsigned day, year, hour, minute, second;
};

/* In two digits, a year is of the century that puts it at most 50 years ahead of 2025: senders have long given it up. */
static unsigned full_year(unsigned year)
{
    return year < 75 ? 2000 + year : year < 100 ? 1900 + year : year;
}

bool http_date_parse(const char *text, int64_t *seconds)
{
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    struct parts p = { .month = "" };
    int end = 0;
    const char *rest = text + strspn(text, letters); /* the weekday tells nothing new */
    if (sscanf(rest, ", %2u %3[A-Za-z] %4u %2u:%2u:%2u GMT%n", &p.day, p.month, &p.year, &p.hour, &p.minute,
               &p.second, &end) != 6 && /* 06 Nov 1994 08:49:37 GMT */
        sscanf(rest, ", %2u-%3[A-Za-z]-%2u %2u:%2u:%2u GMT%n", &p.day, p.month, &p.year, &p.hour, &p.minute,
               &p.second, &end) != 6 && /* 06-Nov-94 08:49:37 GMT */
        sscanf(rest, " %3[A-Za-z] %2u %2u:%2u:%2u %4u%n", p.month, &p.day, &p.hour, &p.minute, &p.second, &p.year,
               &end) != 6) /* Nov  6 08:49:37 1994 */
        return false;
    int month = 0;
    while (month < 12 && strcmp(p.month, month_names[month]) != 0)
        month++;
    int32_t day = day_of((int)full_year(p.year), month + 1, (int)p.day);
    if (end <= 0 || rest[end] || day == DAY_NONE || p.hour > 23 || p.minute > 59 || p.second > 60)
        return false;
    *seconds = (int64_t)day * DAY_SECONDS + p.hour * 3600 + p.minute * 60 + p.second;
    return true;
}

/* ---- entity tags (RFC 9110, 8.8.3 and 13.1.2) ---- */

bool http_tag_matches(const char *list, const char *tag)
{
    if (!list)
        return false;
    list += strspn(list, " \t");
    if (list[0] == '*' && !list[1 + strspn(list + 1, " \t")])
        return true;
    return strstr(list, tag + 2) != NULL; /* without W/: the quotes keep it from matching a part */
}
