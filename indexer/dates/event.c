/* event.c - adds up the signals for each date: the event's day, the day of publication. */
#include "event_day_words.h"
#include "event_place.h"
#include "event_signals.h"
#include "extract_dates.h"

enum {
    ENOUGH_FOR_EVENT = 4,
    ENOUGH_FOR_PUBLISHED = 3,
    BLOCKS_AT_TOP = 6,
    DAYS_OF_A_MEETING = 9,  /* longer intervals are programmes, projects, years */
    DAYS_OF_A_MONTH = 31,
    REPORTED_WITHIN = 60,   /* days from a meeting to the article on it */
    LINE_WITHIN = 400,      /* days from a meeting to a date alone under the title */
    LEAD_BYTES = 48,
    VERB_SAYS = 5,          /* words as strong as a verb of meeting */
    CANDIDATES_KEPT = 400   /* different intervals weighed in one report; the first ones matter most */
};

/* Signals that are not words. Weights were set on the sample reports' gold annotations. */
enum { IN_TITLE = 8, IN_TOP_HEADING = 6, IN_HEADING = 3, AT_TOP = 3, NEAR_TOP = 1, DEEP = -3, LEADS = 4, OWN_LINE = 5,
       IN_FILE_NAME = 7, IN_FRONT_MATTER = 7, REPEATED = 1, REPEATED_MOST = 3, IS_DEDUCED = -1, HAS_WEEKDAY = 1,
       IS_MONTH = -3, IS_LONG = -14, AFTER_PUBLICATION = -7, JUST_REPORTED = 3, IS_BYLINE = -5 };

struct candidate {
    struct interval interval;
    bool title, top_heading, heading, top, near_top, leads, own_line, file_name, front_matter, weekday, stated;
    bool day_line;                    /* a line of its own anywhere, as a programme gives each day */
    int mentions;
    size_t first_block;               /* where the text names it first */
    int event_words[2];               /* of the mention whose words say most: in a report, in an announcement */
    int published_words;
    const char *event_word_rule[2], *published_rule;
    int event, published;
    const char *rule;
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
    *candidate = (struct candidate){ .interval = interval, .first_block = SIZE_MAX };
    return candidate;
}

/* A line that is little more than the date: "Bordeaux, le 4 novembre 2016". */
static bool own_line(const struct event_context *context, const struct date *date)
{
    return context->line_bytes < (size_t)(date->at.end - date->at.start) + 48;
}

/* The words around one mention; the mention that says most counts, so that a next meeting's does not harm it. */
static void weigh_words(struct candidate *candidate, const struct event_context *context)
{
    int event[2] = { 0, 0 }, published = 0, best[2] = { 0, 0 }, best_published = 0;
    const char *rule[2] = { NULL, NULL }, *published_rule = NULL;
    for (size_t i = 0; i < event_signal_count; i++) {
        const struct event_signal *signal = &event_signals[i];
        if ((!signal->event && !signal->published && !signal->announced) || !event_signal_holds(signal, context))
            continue;
        for (int announcement = 0; announcement < 2; announcement++) {
            int weight = event_signal_date(signal, announcement);
            event[announcement] += weight;
            if (weight > best[announcement])
                best[announcement] = weight, rule[announcement] = signal->name;
        }
        published += signal->published;
        if (signal->published > best_published)
            best_published = signal->published, published_rule = signal->name;
    }
    for (int announcement = 0; announcement < 2; announcement++)
        if (candidate->mentions == 1 || event[announcement] > candidate->event_words[announcement]) {
            candidate->event_words[announcement] = event[announcement];
            candidate->event_word_rule[announcement] = rule[announcement];
        }
    if (candidate->mentions == 1 || published > candidate->published_words) {
        candidate->published_words = published;
        candidate->published_rule = published_rule;
    }
}

static void read_mention(const struct report *report, const struct date *date, const char *title,
                         struct candidate *candidate)
{
    struct event_context context;
    char form[CONTEXT_BYTES_MAX];
    event_fold(slice_of(date->form), form, sizeof form);
    candidate->mentions++;
    candidate->stated |= !date->deduced;
    candidate->title |= event_has_phrase(title, form);
    candidate->weekday |= weekday_from_name((struct slice){ form, strcspn(form, " ") }) >= 0;
    if (date->at.start == date->at.end) /* in the title alone, which the text does not show */
        return;
    event_context_read(report, date->at, &context);
    bool top = context.block_number < BLOCKS_AT_TOP;
    if (candidate->first_block > context.block_number)
        candidate->first_block = context.block_number;
    candidate->top_heading |= context.heading && (context.level <= 2 || top);
    candidate->heading |= context.heading;
    candidate->top |= context.block_number < BLOCKS_AT_TOP / 2;
    candidate->near_top |= context.block_number < BLOCKS_AT_TOP * 2;
    bool line = own_line(&context, date);
    candidate->own_line |= top && line && !context.heading;
    candidate->day_line |= line && interval_days(date->interval) == 1;
    candidate->leads |= top && !context.heading && context.line_offset < LEAD_BYTES;
    weigh_words(candidate, &context);
}

static void weigh(struct candidate *candidate, bool announcement)
{
    int words = candidate->event_words[announcement];
    bool shown_near_top = candidate->top || candidate->near_top || candidate->title || candidate->heading ||
                          candidate->file_name || candidate->front_matter;
    int32_t days = interval_days(candidate->interval);
    int repeated = (candidate->mentions - 1) * REPEATED;
    const struct { bool holds; int weight; const char *name; } signals[] = {
        { candidate->title, IN_TITLE, "event-title" },
        { candidate->top_heading, IN_TOP_HEADING, "event-heading" },
        { candidate->heading && !candidate->top_heading, IN_HEADING, "event-heading" },
        { candidate->top, AT_TOP, "event-top" },
        { candidate->near_top && !candidate->top, NEAR_TOP, "event-top" },
        { candidate->own_line, OWN_LINE, "event-line" },
        { candidate->leads && !candidate->own_line, LEADS, "event-lead" },
        { candidate->file_name, IN_FILE_NAME, "event-file-name" },
        { candidate->front_matter, IN_FRONT_MATTER, "event-front-matter" },
        { words != 0, words, candidate->event_word_rule[announcement] },
        { candidate->weekday, HAS_WEEKDAY, "event-weekday" },
        { candidate->mentions > 1, repeated > REPEATED_MOST ? REPEATED_MOST : repeated, "event-repeated" },
        { !shown_near_top, DEEP, NULL },
        { candidate->mentions && !candidate->stated, IS_DEDUCED, NULL },
        { days > 31, IS_LONG, NULL },
        { days > DAYS_OF_A_MEETING && days <= 31, IS_MONTH, NULL },
    };
    int best = 0;
    candidate->event = 0;
    candidate->rule = "event-top";
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        if (!signals[i].holds)
            continue;
        candidate->event += signals[i].weight;
        if (signals[i].weight > best && signals[i].name)
            best = signals[i].weight, candidate->rule = signals[i].name;
    }
    candidate->published = candidate->published_words + (days > 1 ? IS_LONG : 0);
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
    if (!interval_is_none(interval) && interval_days(interval) <= 31) {
        struct candidate *candidate = candidate_of(report, list, interval);
        if (candidate)
            candidate->file_name = true;
    }
}

/* A report follows what it reports, most often within weeks; an announcement comes before. */
static int score_beside(const struct candidate *candidate, struct interval published, bool announcement)
{
    if (interval_is_none(published))
        return candidate->event;
    if (candidate->interval.start > published.end)
        return candidate->event + (announcement ? 0 : AFTER_PUBLICATION);
    if (candidate->interval.start == published.start && candidate->published_words >= ENOUGH_FOR_PUBLISHED)
        return candidate->event + IS_BYLINE;
    bool reported = candidate->interval.end < published.start &&
                    candidate->interval.end >= published.start - REPORTED_WITHIN && candidate->mentions;
    return candidate->event + (reported && !announcement ? JUST_REPORTED : 0);
}

static struct candidate *best_event(const candidate_list *list, struct interval published, bool announcement)
{
    struct candidate *best = NULL;
    int best_score = ENOUGH_FOR_EVENT - 1;
    for (size_t i = 0; i < list->count; i++) {
        if (interval_days(list->items[i].interval) > DAYS_OF_A_MONTH)
            continue; /* a year is when something was founded, not when it met */
        int score = score_beside(&list->items[i], published, announcement);
        if (score > best_score) {
            best_score = score;
            best = &list->items[i];
        }
    }
    return best;
}

/* A conference's programme repeats each day in a heading or a line: the meeting is the whole stretch that the report
 * states, or all the days that follow one another so. */
static struct interval whole_meeting(const candidate_list *list, const struct candidate *day,
                                     struct interval published, bool announcement)
{
    struct interval whole = day->interval;
    for (size_t i = 0; i < list->count; i++) {
        const struct candidate *other = &list->items[i];
        int32_t days = interval_days(other->interval);
        bool wider = other->interval.start <= whole.start && other->interval.end >= whole.end &&
                     days > interval_days(whole) && days <= DAYS_OF_A_MEETING;
        bool from_same_day = other->near_top && other->interval.start == whole.start;
        if (wider && (from_same_day || score_beside(other, published, announcement) >= ENOUGH_FOR_EVENT))
            whole = other->interval;
    }
    bool more = day->day_line;
    while (more && interval_days(whole) < DAYS_OF_A_MEETING) {
        more = false;
        for (size_t i = 0; i < list->count; i++) {
            const struct candidate *next = &list->items[i];
            bool follows = next->day_line && next->interval.start == whole.end + 1 && next->event_words[0] > -1;
            if (follows) {
                whole.end = next->interval.end;
                more = true;
            }
        }
    }
    return whole;
}

/* A date alone under the title, of which no title and no name says that it is the meeting's. */
static bool is_bare_line(const struct candidate *line)
{
    return line->own_line && !line->title && !line->heading && !line->file_name && !line->front_matter &&
           interval_days(line->interval) == 1;
}

/* A bare date is the article's when the text then tells of an earlier day. */
static bool is_article_date(const candidate_list *list, const struct candidate *line)
{
    for (size_t i = 0; is_bare_line(line) && i < list->count; i++) {
        const struct candidate *other = &list->items[i];
        if (other != line && other->near_top && !other->own_line && other->interval.end < line->interval.start &&
            other->interval.end >= line->interval.start - REPORTED_WITHIN && other->event_words[0] >= 0 &&
            (other->leads || other->event_words[0] >= VERB_SAYS || other->weekday) &&
            score_beside(other, line->interval, false) >= ENOUGH_FOR_EVENT &&
            interval_days(other->interval) <= DAYS_OF_A_MEETING)
            return true;
    }
    return false;
}

/* A bare date of after the meeting that stands above it is the article's: "16 Sep, 2024 | Local news". */
static const struct candidate *article_line(const candidate_list *list, const struct candidate *event)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct candidate *line = &list->items[i];
        bool above = event->title || event->top_heading || line->first_block < event->first_block;
        bool unsaid = line->event_words[0] >= 0 && line->event_words[0] < VERB_SAYS;
        if (is_bare_line(line) && above && unsaid && line->interval.start > event->interval.end &&
            line->interval.start <= event->interval.end + LINE_WITHIN)
            return line;
    }
    return NULL;
}

/* "Retour sur la conférence - juillet 2018", then "le mercredi 4 juillet": the day within the month of the title. */
static const struct candidate *day_within(const candidate_list *list, const struct candidate *month)
{
    const struct candidate *best = NULL;
    for (size_t i = 0; i < list->count && interval_days(month->interval) > DAYS_OF_A_MEETING; i++) {
        const struct candidate *day = &list->items[i];
        bool inside = day->interval.start >= month->interval.start && day->interval.end <= month->interval.end &&
                      interval_days(day->interval) <= DAYS_OF_A_MEETING && day->published_words <= 0;
        if (inside && day->near_top && !is_article_date(list, day) && (!best || day->event > best->event))
            best = day;
    }
    return best ? best : month;
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

static void read_candidates(struct report *report, const char *title, candidate_list *list)
{
    struct record *record = &report->record;
    add_metadata(report, list);
    for (size_t i = 0; i < record->dates.count; i++) {
        const struct date *date = &record->dates.items[i];
        struct candidate *candidate = interval_is_none(date->interval) ? NULL
                                                                       : candidate_of(report, list, date->interval);
        if (candidate)
            read_mention(report, date, title, candidate);
    }
}

static void weigh_all(candidate_list *list, bool announcement)
{
    for (size_t i = 0; i < list->count; i++)
        weigh(&list->items[i], announcement);
}

static void set_published(struct record *record, struct interval interval, const char *rule)
{
    record->published = interval;
    record->published_rule = rule;
}

/* The day reported; where there is none, the one announced. */
static const struct candidate *choose_event(struct report *report, candidate_list *list, bool *announcement)
{
    struct record *record = &report->record;
    struct candidate *event = best_event(list, record->published, false);
    bool unknown = interval_is_none(record->published);
    if (event && (unknown || record->published.start == event->interval.start) && is_article_date(list, event)) {
        if (unknown)
            set_published(record, event->interval, "published-line");
        event->event += AFTER_PUBLICATION;
        event = best_event(list, record->published, false);
    }
    *announcement = !event;
    if (!event) {
        weigh_all(list, true);
        event = best_event(list, record->published, true);
    }
    const struct candidate *line = event && !*announcement && interval_is_none(record->published)
                                       ? article_line(list, event) : NULL;
    if (line)
        set_published(record, line->interval, "published-line");
    return event ? day_within(list, event) : NULL;
}

/* Is the day that of the file's own date alone, which articles give as their publication's? */
static bool is_file_date(const struct candidate *event)
{
    return event->front_matter && !event->mentions && !event->file_name;
}

static void set_event(struct report *report, candidate_list *list, const char *title, bool *announcement)
{
    struct record *record = &report->record;
    const struct candidate *event = choose_event(report, list, announcement);
    struct interval told = !event || is_file_date(event) ? event_day_told(report, title, record->published)
                                                         : INTERVAL_NONE;
    if (!interval_is_none(told)) {
        record->event = told;
        record->event_rule = "event-day-word";
    } else if (event) {
        record->event = whole_meeting(list, event, record->published, *announcement);
        record->event_rule = event->rule;
    }
}

void find_event(struct report *report)
{
    struct record *record = &report->record;
    candidate_list list = { 0 };
    char title[512] = "";
    bool announcement = false;
    record->event = record->published = INTERVAL_NONE;
    record->event_rule = record->published_rule = record->event_place_rule = NULL;
    if (record->title)
        event_fold(slice_of(record->title), title, sizeof title);
    read_candidates(report, title, &list);
    weigh_all(&list, false);

    set_published_from_meta(report);
    const struct candidate *published = interval_is_none(record->published) ? best_published(&list) : NULL;
    if (published)
        set_published(record, published->interval, published->published_rule);
    if (!set_event_from_meta(report))
        set_event(report, &list, title, &announcement);
    const struct meta *created = report_meta(report, "created");
    if (interval_is_none(record->published) && !interval_is_none(meta_interval(created))) {
        record->published = meta_interval(created);
        record->published_rule = meta_rule(report, created);
    }
    find_event_place(report, title, announcement);
}
