/* event_day_words.c - the weekday or "hier" with which an article dates what it reports. */
#include "event_day_words.h"

#include "event_signals.h"

enum { LEAD_BLOCKS = 8, LEAD_BYTES = 600, WEEK = 7 };

static const struct { const char *phrase; int32_t before; } near_days[] = {
    { "ce matin", 0 },     { "cet après-midi", 0 }, { "ce soir", 0 },   { "hier", 1 },  { "avant-hier", 2 },
    { "this morning", 0 }, { "this afternoon", 0 }, { "yesterday", 1 }, { "last night", 1 },
};

static const char *const weekdays[2][WEEK] = {
    { "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche" },
    { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" },
};

/* What makes a weekday that of this week: the part of the day after it. */
static const char *const day_parts[] = { "matin", "midi", "après-midi", "soir", "dernier", "morning", "afternoon",
                                         "evening", "night" };

static bool has_day_part(const char *after)
{
    after += strspn(after, " ");
    for (size_t i = 0; i < sizeof day_parts / sizeof *day_parts; i++) {
        size_t length = strlen(day_parts[i]);
        if (strncmp(after, day_parts[i], length) == 0 && !(after[length] >= 'a' && after[length] <= 'z'))
            return true;
    }
    return false;
}

/* "mercredi soir"; in a title any weekday that no number follows, as that would be a date. */
static bool tells_weekday(const char *text, const char *weekday, bool title)
{
    if (!event_has_phrase(text, weekday))
        return false;
    const char *after = strstr(text, weekday) + strlen(weekday);
    const char *word = after + strspn(after, " ,");
    return title ? !(*word >= '0' && *word <= '9') : has_day_part(after);
}

static int32_t day_in(const char *text, bool title, int32_t published)
{
    for (size_t i = 0; i < sizeof near_days / sizeof *near_days && !title; i++)
        if (event_has_phrase(text, near_days[i].phrase))
            return published - near_days[i].before;
    for (int language = 0; language < 2; language++)
        for (int weekday = 0; weekday < WEEK; weekday++)
            if (tells_weekday(text, weekdays[language][weekday], title))
                return published - (day_weekday(published) - weekday + WEEK) % WEEK;
    return DAY_NONE;
}

/* Does the paragraph speak of what will be? Then its weekday is one to come. */
static bool looks_forward(const char *text)
{
    for (size_t i = 0; i < event_signal_count; i++)
        for (const char *const *phrase = event_signals[i].phrases; *phrase && event_signals[i].future; phrase++)
            if (event_signals[i].event < 0 && event_has_phrase(text, *phrase))
                return true;
    return false;
}

struct interval event_day_told(const struct report *report, const char *title, struct interval published)
{
    char text[LEAD_BYTES];
    if (interval_is_none(published) || published.start != published.end)
        return INTERVAL_NONE;
    int32_t day = day_in(title, true, published.start);
    for (size_t i = 0; i < report->blocks.count && i < LEAD_BLOCKS && day == DAY_NONE; i++) {
        const struct block *block = &report->blocks.items[i];
        size_t length = block->end - block->start;
        if (block->kind != BLOCK_PARAGRAPH)
            continue;
        event_fold((struct slice){ report->record.text.bytes + block->start,
                                   length < LEAD_BYTES ? length : LEAD_BYTES }, text, sizeof text);
        int32_t told = day_in(text, false, published.start);
        if (told == published.start || !looks_forward(text)) /* "réunira ce soir" is still today */
            day = told;
    }
    return day == DAY_NONE ? INTERVAL_NONE : (struct interval){ day, day };
}
