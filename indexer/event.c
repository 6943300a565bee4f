/* event.c - adds up the signals for each date: the event's day, the day of publication. */
#include "event_place.h"
#include "event_signals.h"
#include "extract_dates.h"

enum {
    ENOUGH_FOR_EVENT = 7,
    ENOUGH_FOR_PUBLISHED = 8,
    BLOCKS_AT_TOP = 6,
    DAYS_OF_A_MEETING = 9,  /* longer intervals are programmes, projects, years */
    CANDIDATES_KEPT = 400   /* different intervals weighed in one report; the first ones matter most */
};

/* Signals that are not words. Weights were set on the sample reports' gold annotations. */
enum { IN_TITLE = 8, IN_TOP_HEADING = 6, IN_HEADING = 3, AT_TOP = 3, NEAR_TOP = 1, OWN_LINE = 5, IN_FILE_NAME = 7,
       IN_FRONT_MATTER = 7, REPEATED = 1, IS_DEDUCED = -1, HAS_WEEKDAY = 1, IS_MONTH = -3, IS_LONG = -12,
       AFTER_PUBLICATION = -7 };

struct candidate {
    struct interval interval;
    uint64_t signals;           /* of event_signals, each counted once */
    bool title, top_heading, heading, top, near_top, own_line, file_name, front_matter, weekday, stated;
    unsigned mentions;
    int event, published;
    const char *rule, *published_rule;
};

typedef VEC(struct candidate) candidate_list;

static int32_t interval_days(struct interval interval)
{
    return interval.end - interval.start + 1;
}

static struct candidate *candidate_of(struct report *report, candidate_list *list, struct interval interval)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].interval.start == interval.start && list->items[i].interval.end == interval.end)
            return &list->items[i];
    if (list->count >= CANDIDATES_KEPT)
        return NULL;
    struct candidate *candidate = vec_push(report->arena, list);
    *candidate = (struct candidate){ .interval = interval };
    return candidate;
}

/* A short block that is little more than the date: "Bordeaux, le 4 novembre 2016". */
static bool own_line(const struct event_context *context, const struct date *date)
{
    return !context->heading && context->block_bytes < (size_t)(date->at.end - date->at.start) + 48;
}

static void read_mention(const struct report *report, const struct date *date, const char *title,
                         struct candidate *candidate)
{
    struct event_context context;
    char form[CONTEXT_BYTES_MAX];
    event_context_read(report, date->at, &context);
    event_fold(slice_of(date->form), form, sizeof form);
    candidate->mentions++;
    candidate->stated |= !date->deduced;
    candidate->title |= event_has_phrase(title, form);
    candidate->top_heading |= context.heading && (context.level <= 2 || context.block_number < BLOCKS_AT_TOP);
    candidate->heading |= context.heading;
    candidate->top |= context.block_number < BLOCKS_AT_TOP / 2;
    candidate->near_top |= context.block_number < BLOCKS_AT_TOP * 2;
    candidate->own_line |= context.block_number < BLOCKS_AT_TOP && own_line(&context, date);
    for (size_t i = 0; i < event_signal_count; i++)
        if (event_signal_holds(&event_signals[i], &context))
            candidate->signals |= UINT64_C(1) << i;
    size_t first = strcspn(form, " ");
    candidate->weekday |= weekday_from_name((struct slice){ form, first }) >= 0;
}

static void weigh(struct candidate *candidate)
{
    const struct { bool holds; int event; const char *name; } shown[] = {
        { candidate->title, IN_TITLE, "event-title" },
        { candidate->top_heading, IN_TOP_HEADING, "event-heading" },
        { candidate->heading && !candidate->top_heading, IN_HEADING, "event-heading" },
        { candidate->top, AT_TOP, "event-top" },
        { candidate->near_top && !candidate->top, NEAR_TOP, "event-top" },
        { candidate->own_line, OWN_LINE, "event-line" },
        { candidate->file_name, IN_FILE_NAME, "event-file-name" },
        { candidate->front_matter, IN_FRONT_MATTER, "event-front-matter" },
        { candidate->weekday, HAS_WEEKDAY, "event-weekday" },
    };
    int best = 0, best_published = 0;
    candidate->rule = "event-top";
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
        if (!shown[i].holds)
            continue;
        candidate->event += shown[i].event;
        if (shown[i].event > best)
            best = shown[i].event, candidate->rule = shown[i].name;
    }
    for (size_t i = 0; i < event_signal_count; i++) {
        if (!(candidate->signals >> i & 1))
            continue;
        candidate->event += event_signals[i].event;
        candidate->published += event_signals[i].published;
        if (event_signals[i].event > best)
            best = event_signals[i].event, candidate->rule = event_signals[i].name;
        if (event_signals[i].published > best_published)
            best_published = event_signals[i].published, candidate->published_rule = event_signals[i].name;
    }
    candidate->event += candidate->mentions > 1 ? (candidate->mentions > 3 ? 3 : (int)candidate->mentions - 1) * REPEATED : 0;
    candidate->event += candidate->mentions && !candidate->stated ? IS_DEDUCED : 0;
    int32_t days = interval_days(candidate->interval);
    candidate->event += days > 31 ? IS_LONG : days > DAYS_OF_A_MEETING ? IS_MONTH : 0;
    candidate->published += days > 1 ? IS_LONG : 0;
}

/* What a metadata value says, or none. */
static struct interval meta_interval(const struct meta *meta)
{
    struct interval interval;
    if (!meta || !meta->value || !interval_parse(slice_of(meta->value), &interval))
        return INTERVAL_NONE;
    return interval;
}

static const char *meta_rule(struct report *report, const struct meta *meta)
{
    return arena_printf(report->arena, "%s-%s", meta->source, meta->key);
}

static bool set_event_from_meta(struct report *report)
{
    static const char *const keys[] = { "event-start", "event-date" };
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const struct meta *meta = report_meta(report, keys[i]);
        struct interval start = meta_interval(meta), end = meta_interval(report_meta(report, "event-end"));
        if (interval_is_none(start))
            continue;
        struct interval both = interval_span(start, end);
        report->record.event = interval_is_none(both) ? start : both;
        report->record.event_rule = meta_rule(report, meta);
        return true;
    }
    return false;
}

static void set_published_from_meta(struct report *report)
{
    static const char *const keys[] = { "published", "date" };
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const struct meta *meta = report_meta(report, keys[i]);
        struct interval interval = meta_interval(meta);
        if (interval_is_none(interval))
            continue;
        report->record.published = interval;
        report->record.published_rule = meta_rule(report, meta);
        return;
    }
}

/* Notes carry the meeting's day as their `date`, articles their own: it counts as one signal among the others. */
static void add_metadata(struct report *report, candidate_list *list)
{
    const struct meta *date = report_meta(report, "date");
    struct interval interval = meta_interval(date);
    if (!interval_is_none(interval) && strcmp(date->source, "front-matter") == 0 && interval_days(interval) <= 31) {
        struct candidate *candidate = candidate_of(report, list, interval);
        if (candidate)
            candidate->front_matter = true;
    }
    interval = date_of_file_name(report->record.file);
    if (!interval_is_none(interval) && interval_days(interval) == 1) {
        struct candidate *candidate = candidate_of(report, list, interval);
        if (candidate)
            candidate->file_name = true;
    }
}

static const struct candidate *best_event(const candidate_list *list, struct interval published)
{
    const struct candidate *best = NULL;
    int best_score = ENOUGH_FOR_EVENT - 1;
    for (size_t i = 0; i < list->count; i++) {
        const struct candidate *candidate = &list->items[i];
        int score = candidate->event;
        if (!interval_is_none(published) && candidate->interval.start > published.end)
            score += AFTER_PUBLICATION; /* a report follows what it reports */
        if (score > best_score) {
            best_score = score;
            best = candidate;
        }
    }
    return best;
}

static const struct candidate *best_published(const candidate_list *list)
{
    const struct candidate *best = NULL;
    int best_score = ENOUGH_FOR_PUBLISHED - 1;
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].published > best_score) {
            best_score = list->items[i].published;
            best = &list->items[i];
        }
    return best;
}

void find_event(struct report *report)
{
    struct record *record = &report->record;
    candidate_list list = { 0 };
    char title[512] = "";
    record->event = record->published = INTERVAL_NONE;
    record->event_rule = record->published_rule = record->event_place_rule = NULL;
    if (record->title)
        event_fold(slice_of(record->title), title, sizeof title);
    add_metadata(report, &list);
    for (size_t i = 0; i < record->dates.count; i++) {
        const struct date *date = &record->dates.items[i];
        struct candidate *candidate = interval_is_none(date->interval) ? NULL
                                                                       : candidate_of(report, &list, date->interval);
        if (candidate)
            read_mention(report, date, title, candidate);
    }
    for (size_t i = 0; i < list.count; i++)
        weigh(&list.items[i]);

    set_published_from_meta(report);
    const struct candidate *published = interval_is_none(record->published) ? best_published(&list) : NULL;
    if (published) {
        record->published = published->interval;
        record->published_rule = published->published_rule;
    }
    if (!set_event_from_meta(report)) {
        const struct candidate *event = best_event(&list, record->published);
        if (event) {
            record->event = event->interval;
            record->event_rule = event->rule;
        }
    }
    find_event_place(report, title);
}
