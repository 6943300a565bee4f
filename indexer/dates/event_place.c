/* event_place.c - adds up the signals for each place: a title, a label, a verb of meeting, the event's day close
 * by. */
#include "event_place.h"
#include "event_signals.h"

enum {
    ENOUGH = 7,
    BLOCKS_AT_TOP = 6,
    MENTIONS_WEIGHED = 200, /* of one place */
    NEAR_DATE_BYTES = 120,
    OWN_LINE_BYTES = 24,    /* besides the place's name */
    SITE_BYTES_MAX = 400
};

enum { IN_TITLE = 6, IN_HEADING = 4, AT_TOP = 3, NEAR_TOP = 1, DEEP = -4, NEAR_EVENT_DATE = 5, BESIDE_DATE = 6,
       OWN_LINE = 3, REPEATED = 1, REPEATED_MOST = 3, ONLY_IN_ORGANISATION = -5 };

/* A meeting is held in a town or a venue; wider places name its subject as often. */
static const int kind_weights[PLACE_KIND_COUNT] = {
    [PLACE_VENUE] = 3, [PLACE_COMMUNE] = 3, [PLACE_CITY] = 3, [PLACE_INTERCOMMUNALITY] = -5, [PLACE_DEPARTEMENT] = -6,
    [PLACE_REGION] = -7, [PLACE_COUNTRY] = -9, [PLACE_CONTINENT] = -14,
};

/* An overseas département is an island with its one university; a sea or a mountain range holds no meeting. */
static int weigh_kind(const struct place *place)
{
    if (!place->id)
        return kind_weights[place->kind];
    if (place->kind == PLACE_DEPARTEMENT && strncmp(place->id, "D97", 3) == 0)
        return 0;
    return place->kind == PLACE_REGION && strncmp(place->id, "area-", 5) == 0 ? kind_weights[PLACE_CONTINENT]
                                                                             : kind_weights[place->kind];
}

struct evidence {
    bool title, heading, top, near_top, own_line;
    int words;             /* of the mention whose words and neighbours say most */
    const char *word_rule;
    bool any;
};

static bool adjoins(struct slice text, struct span first, struct span second)
{
    if (second.start < first.end || second.start - first.end > 12)
        return false;
    for (uint32_t i = first.end; i < second.start; i++)
        if (text.bytes[i] == '.' || text.bytes[i] == '\n' || text.bytes[i] == ';')
            return false;
    return true;
}

/* "Bordeaux, le 4 novembre 2016", "9 October 2019 – Brussels": the place stands right beside the day. */
static bool stands_beside(struct slice text, struct span place, struct span date)
{
    return adjoins(text, place, date) || adjoins(text, date, place);
}

/* How near a day of the event stands to this mention, as a weight. */
static int weigh_dates(const struct report *report, struct span at, size_t block, const char **rule)
{
    const struct record *record = &report->record;
    int weight = 0;
    for (size_t i = 0; i < record->dates.count && !interval_is_none(record->event); i++) {
        const struct date *date = &record->dates.items[i];
        if (date->interval.start != record->event.start || date->at.start == date->at.end)
            continue;
        uint32_t distance = date->at.start > at.end ? date->at.start - at.end
                            : at.start > date->at.end ? at.start - date->at.end : 0;
        bool beside = stands_beside(record->text, at, date->at);
        if (beside && weight < NEAR_EVENT_DATE + BESIDE_DATE) {
            weight = NEAR_EVENT_DATE + BESIDE_DATE;
            *rule = "place-beside-date";
        } else if (distance <= NEAR_DATE_BYTES && weight == 0 && report_block_at(report, date->at.start) == block) {
            weight = NEAR_EVENT_DATE;
            *rule = "place-near-date";
        }
    }
    return weight;
}

static void read_mention(const struct report *report, struct span at, bool announcement, struct evidence *evidence)
{
    struct event_context context;
    const char *rule = NULL;
    event_context_read(report, at, &context);
    bool heading = context.heading && (context.level <= 3 || context.block_number < BLOCKS_AT_TOP);
    bool top = context.block_number < BLOCKS_AT_TOP / 2, near_top = context.block_number < BLOCKS_AT_TOP * 2;
    int words = weigh_dates(report, at, context.block_number, &rule), best = words;
    for (size_t i = 0; i < event_signal_count; i++) {
        int weight = event_signal_place(&event_signals[i], announcement);
        if (!weight || !event_signal_holds(&event_signals[i], &context))
            continue;
        words += weight;
        if (weight > best)
            best = weight, rule = event_signals[i].name;
    }
    words += near_top || heading ? 0 : DEEP;
    evidence->heading |= heading;
    evidence->top |= top;
    evidence->near_top |= near_top;
    evidence->own_line |= near_top && context.line_bytes < at.end - at.start + OWN_LINE_BYTES;
    if (!evidence->any || words > evidence->words) {
        evidence->words = words;
        evidence->word_rule = rule;
    }
    evidence->any = true;
}

static int weigh(const struct report *report, const struct place *place, const char *title, bool announcement,
                 const char **rule)
{
    struct evidence evidence = { .any = false };
    char form[CONTEXT_BYTES_MAX];
    size_t mentions = place->at.count < MENTIONS_WEIGHED ? place->at.count : MENTIONS_WEIGHED;
    int repeated = mentions > 1 ? (int)(mentions - 1) * REPEATED : 0;
    for (size_t i = 0; i < mentions; i++)
        read_mention(report, place->at.items[i], announcement, &evidence);
    for (size_t i = 0; i < place->forms.count && !evidence.title; i++)
        evidence.title = event_has_phrase(title, event_fold(slice_of(place->forms.items[i]), form, sizeof form));

    const struct { bool holds; int weight; const char *name; } shown[] = {
        { evidence.title, IN_TITLE, "place-title" },
        { evidence.heading, IN_HEADING, "place-heading" },
        { evidence.top, AT_TOP, "place-top" },
        { evidence.near_top && !evidence.top, NEAR_TOP, "place-top" },
        { evidence.own_line && !evidence.heading, OWN_LINE, "place-line" },
        { evidence.any, evidence.words, evidence.word_rule },
        { mentions > 1, repeated > REPEATED_MOST ? REPEATED_MOST : repeated, "place-repeated" },
        { place->in_organisation, ONLY_IN_ORGANISATION, NULL },
    };
    int score = weigh_kind(place), best = 0;
    *rule = "place-top";
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
        if (!shown[i].holds)
            continue;
        score += shown[i].weight;
        if (shown[i].weight > best && shown[i].name)
            best = shown[i].weight, *rule = shown[i].name;
    }
    return score;
}

/* The place that a metadata value names: "Mairie de Bordeaux, Bordeaux"; the narrowest kind, then the longest name.
 * */
static int32_t place_in_value(const struct record *record, const char *value)
{
    char folded[CONTEXT_BYTES_MAX * 2], form[CONTEXT_BYTES_MAX];
    int32_t best = -1;
    size_t best_length = 0;
    event_fold(slice_of(value), folded, sizeof folded);
    for (size_t i = 0; i < record->places.count; i++) {
        const struct place *place = &record->places.items[i];
        for (size_t k = 0; k <= place->forms.count; k++) {
            const char *name = k < place->forms.count ? place->forms.items[k] : place->name;
            size_t length = strlen(event_fold(slice_of(name), form, sizeof form));
            if (!length || !event_has_phrase(folded, form))
                continue;
            bool narrower = best < 0 || kind_weights[place->kind] > kind_weights[record->places.items[best].kind];
            bool same = best >= 0 && kind_weights[place->kind] == kind_weights[record->places.items[best].kind];
            if (narrower || (same && length > best_length)) {
                best = (int32_t)i;
                best_length = length;
            }
        }
    }
    return best;
}

/* A venue's town, where the report names it too. */
static int32_t town_of(const struct record *record, int32_t index)
{
    const struct place *place = index < 0 ? NULL : &record->places.items[index];
    if (!place || place->kind != PLACE_VENUE)
        return index;
    for (size_t level = 0; level < place->within.count; level++) {
        if (place->within.items[level].kind != PLACE_COMMUNE && place->within.items[level].kind != PLACE_CITY)
            continue;
        for (size_t i = 0; i < record->places.count; i++)
            if (record->places.items[i].id && place->within.items[level].id &&
                strcmp(record->places.items[i].id, place->within.items[level].id) == 0)
                return (int32_t)i;
    }
    return index;
}

static void choose_place(struct report *report, const char *title, bool announcement)
{
    struct record *record = &report->record;
    const char *rule = NULL;
    int best_score = ENOUGH - 1;
    for (size_t i = 0; i < record->places.count; i++) {
        if (weigh_kind(&record->places.items[i]) == kind_weights[PLACE_CONTINENT])
            continue; /* nor does an ocean, however near its date stands */
        int score = weigh(report, &record->places.items[i], title, announcement, &rule);
        if (score > best_score) { /* of two equal ones, the first named */
            best_score = score;
            record->event_place = (int32_t)i;
            record->event_place_rule = rule;
        }
    }
}

/* Where nothing says where it met, a council, a board or a school meets in the town of its name, at the top. */
static void choose_seat(struct report *report, const char *title, bool announcement)
{
    struct record *record = &report->record;
    const char *rule = NULL;
    for (size_t i = 0; i < record->places.count && record->event_place < 0; i++) {
        struct place place = record->places.items[i];
        bool top = place.at.count && report_block_at(report, place.at.items[0].start) < BLOCKS_AT_TOP;
        bool town = place.kind == PLACE_COMMUNE || place.kind == PLACE_CITY;
        if (!place.in_organisation || !town || !top)
            continue;
        place.in_organisation = false;
        if (weigh(report, &place, title, announcement, &rule) >= ENOUGH) {
            record->event_place = (int32_t)i;
            record->event_place_rule = "place-organisation";
        }
    }
}

/* A paper named after a town reports from anywhere. */
static bool is_press(const char *site)
{
    static const char *const words[] = { "tribune", "journal", "gazette", "courrier", "dépêche", "voix", "progrès",
                                         "presse", "info", "infos", "actu", "news", "times", "post", "herald",
                                         "radio", "tv", "press" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (event_has_phrase(site, words[i]))
            return true;
    return false;
}

/* The town that the site is called after ("Réunion du 2 octobre - Ville de Bourges"): the one that its name or the
 * page's title names last; -1 for none. */
static int32_t town_of_site(const struct report *report)
{
    const struct record *record = &report->record;
    char site[SITE_BYTES_MAX], form[CONTEXT_BYTES_MAX];
    int32_t best = -1;
    for (size_t i = 0; i < report->metas.count && best < 0; i++) {
        const struct meta *meta = &report->metas.items[i];
        bool names_site = strcmp(meta->key, "site-name") == 0 ||
                          (strcmp(meta->key, "title") == 0 && strcmp(meta->source, "html-title") == 0);
        if (!names_site || !meta->value || is_press(event_fold(slice_of(meta->value), site, sizeof site)))
            continue;
        const char *last = site;
        for (size_t k = 0; k < record->places.count; k++) {
            const struct place *place = &record->places.items[k];
            for (size_t n = 0; n < place->forms.count && weigh_kind(place) == kind_weights[PLACE_COMMUNE]; n++) {
                event_fold(slice_of(place->forms.items[n]), form, sizeof form);
                const char *at = event_has_phrase(site, form) ? strstr(last, form) : NULL;
                if (at && place->kind != PLACE_VENUE) {
                    last = at;
                    best = (int32_t)k;
                }
            }
        }
    }
    return best;
}

/* A room that the report sets in no town is in the site's, and where nothing says where it met, it met there. */
static void choose_site(struct report *report)
{
    struct record *record = &report->record;
    const struct place *chosen = record->event_place < 0 ? NULL : &record->places.items[record->event_place];
    int32_t site = !chosen || (chosen->kind == PLACE_VENUE && !chosen->within.count) ? town_of_site(report) : -1;
    if (site < 0)
        return;
    record->event_place = site;
    record->event_place_rule = "place-site";
}

void find_event_place(struct report *report, const char *title, bool announcement)
{
    struct record *record = &report->record;
    record->event_place = -1;
    for (size_t i = 0; i < report->metas.count && record->event_place < 0; i++) {
        const struct meta *meta = &report->metas.items[i];
        if (strcmp(meta->key, "event-place") != 0 || !meta->value)
            continue;
        record->event_place = place_in_value(record, meta->value);
        if (record->event_place >= 0)
            record->event_place_rule = arena_printf(report->arena, "%s-%s", meta->source, meta->key);
    }
    if (record->event_place < 0)
        choose_place(report, title, announcement);
    if (record->event_place < 0 && !announcement) /* a past date and "will be held in": written before, read after */
        choose_place(report, title, true);
    if (record->event_place < 0)
        choose_seat(report, title, announcement);
    choose_site(report);
    record->event_place = town_of(record, record->event_place);
}
