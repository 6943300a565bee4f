/* calendar_parse.c - one date value as a query or a file's metadata writes it. (Dates inside prose are found by
 * indexer/dates/extract_dates.c.)
 *
 * The text becomes a few parts, each a letter of a shape ("d" a number of one or two digits, "y" of four, "m" a
 * month's name…), and a table says what each shape means. */
#include "calendar.h"

enum { PARTS_MAX = 8 };

struct part {
    char kind;  /* y d m s as above; q h a numbered quarter or half; Q H those words alone; 8 is YYYYMMDD */
    int value;
};

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80);
}

static bool word_is(struct slice word, const char *lower)
{
    struct slice want = slice_of(lower);
    if (word.length != want.length)
        return false;
    for (size_t i = 0; i < want.length; i++) {
        char c = word.bytes[i];
        if ((c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : c) != lower[i])
            return false;
    }
    return true;
}

static bool word_among(struct slice word, const char *const *words)
{
    for (; *words; words++)
        if (word_is(word, *words))
            return true;
    return false;
}

static const char *const filler_words[] = {
    "le", "du", "de", "the", "of", "on", "en", "in", "d", "l", "année", "year", "mois", "month", NULL
};
static const char *const ordinal_endings[] = { "er", "e", "ème", "eme", "re", "st", "nd", "rd", "th", NULL };
static const char *const quarter_words[] = { "trimestre", "quarter", NULL };
static const char *const half_words[] = { "semestre", "half", "semester", NULL };

/* Cuts a word or number off the front of *TEXT. */
static struct slice cut(struct slice *text, bool (*belongs)(char))
{
    struct slice piece = { text->bytes, 0 };
    while (text->length && belongs(*text->bytes))
        text->bytes++, text->length--, piece.length++;
    return piece;
}

static bool add_number(struct slice number, struct part *part)
{
    if (number.length > 8)
        return false;
    int value = 0;
    for (size_t i = 0; i < number.length; i++)
        value = value * 10 + (number.bytes[i] - '0');
    part->value = value;
    part->kind = number.length <= 2 ? 'd' : number.length == 4 ? 'y' : number.length == 8 ? '8' : '?';
    return part->kind != '?';
}

/* A time of day or a zone after a whole date: "T10:00:00Z", " 10:00 +0100", " 14h30". */
static bool is_time(struct slice rest)
{
    rest = slice_trim(rest);
    if (rest.length && (*rest.bytes == 'T' || *rest.bytes == 't'))
        rest.bytes++, rest.length--;
    struct slice hour = cut(&rest, is_digit);
    return hour.length >= 1 && hour.length <= 2 && rest.length && (*rest.bytes == ':' || *rest.bytes == 'h');
}

static bool add_word(struct slice word, struct slice *rest, struct part *parts, size_t *count)
{
    struct part part = { 0, 0 };
    enum season season;
    if ((part.value = month_from_name(word)) > 0)
        part.kind = 'm';
    else if ((season = season_from_name(word)) != SEASON_NONE)
        part = (struct part){ 's', (int)season };
    else if (word_among(word, quarter_words))
        part.kind = 'Q';
    else if (word_among(word, half_words))
        part.kind = 'H';
    else if (word.length == 1 && strchr("TtQqSs", *word.bytes) && rest->length && is_digit(*rest->bytes)) {
        struct slice number = cut(rest, is_digit);
        if (number.length != 1)
            return false;
        part = (struct part){ strchr("Ss", *word.bytes) ? 'h' : 'q', *number.bytes - '0' };
    } else if (weekday_from_name(word) >= 0 || word_among(word, filler_words)) {
        return true;
    } else {
        return false;
    }
    parts[(*count)++] = part;
    return true;
}

/* Fills PARTS and their shape; false when something in the text has no place in a date. */
static bool read_parts(struct slice text, struct part parts[PARTS_MAX], char shape[PARTS_MAX + 1])
{
    size_t count = 0;
    bool whole = false; /* a day is complete: a time may follow */
    while (text.length) {
        char c = *text.bytes;
        whole = count >= 3 || (count == 1 && parts[0].kind == '8');
        if (whole && is_time(text))
            break;
        if (count == PARTS_MAX)
            return false;
        if (is_digit(c)) {
            if (!add_number(cut(&text, is_digit), &parts[count++]))
                return false;
            struct slice after = text, ending = cut(&after, is_letter);
            if (ending.length && word_among(ending, ordinal_endings))
                text = after;
            else if (slice_is(ending, "T") || slice_is(ending, "t"))
                continue; /* begins a time, or is refused there */
            else if (ending.length)
                return false;
        } else if (is_letter(c)) {
            struct slice word = { text.bytes, 0 };
            if (slice_starts(text, SLICE("\xE2\x80\x99"))) { /* the apostrophe of l’année is no letter */
                text.bytes += 3, text.length -= 3;
                continue;
            }
            while (text.length && is_letter(*text.bytes) && !slice_starts(text, SLICE("\xE2\x80\x99")))
                text.bytes++, text.length--, word.length++;
            if (!add_word(word, &text, parts, &count))
                return false;
        } else if (strchr(" \t\n,./-'", c)) {
            text.bytes++, text.length--;
        } else {
            return false;
        }
    }
    for (size_t i = 0; i < count; i++)
        shape[i] = parts[i].kind;
    shape[count] = '\0';
    return count > 0;
}

enum meaning { MEAN_YEAR, MEAN_YEARS, MEAN_MONTH, MEAN_DAY, MEAN_COMPACT, MEAN_QUARTER, MEAN_HALF, MEAN_SEASON };

/* What each shape means, and where in it the year, the month (or quarter…) and the day stand. */
static const struct {
    const char *shape;
    enum meaning meaning;
    int year, unit, day;
} shapes[] = {
    { "y", MEAN_YEAR, 0, -1, -1 },      { "yy", MEAN_YEARS, 0, 1, -1 },     { "8", MEAN_COMPACT, 0, -1, -1 },
    { "yd", MEAN_MONTH, 0, 1, -1 },     { "dy", MEAN_MONTH, 1, 0, -1 },     { "my", MEAN_MONTH, 1, 0, -1 },
    { "ym", MEAN_MONTH, 0, 1, -1 },     { "ydd", MEAN_DAY, 0, 1, 2 },       { "ddy", MEAN_DAY, 2, 1, 0 },
    { "dmy", MEAN_DAY, 2, 1, 0 },       { "mdy", MEAN_DAY, 2, 0, 1 },       { "ymd", MEAN_DAY, 0, 1, 2 },
    { "ydm", MEAN_DAY, 0, 2, 1 },       { "yq", MEAN_QUARTER, 0, 1, -1 },   { "qy", MEAN_QUARTER, 1, 0, -1 },
    { "dQy", MEAN_QUARTER, 2, 0, -1 },  { "yh", MEAN_HALF, 0, 1, -1 },      { "hy", MEAN_HALF, 1, 0, -1 },
    { "dHy", MEAN_HALF, 2, 0, -1 },     { "sy", MEAN_SEASON, 1, 0, -1 },    { "ys", MEAN_SEASON, 0, 1, -1 },
};

/* The offset of the first "..", or the length where there is none. */
static size_t find_dots(struct slice text)
{
    for (size_t i = 0; i + 1 < text.length; i++)
        if (text.bytes[i] == '.' && text.bytes[i + 1] == '.')
            return i;
    return text.length;
}

static struct interval interval_of_shape(const char *shape, const struct part *parts)
{
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        if (strcmp(shape, shapes[i].shape) != 0)
            continue;
        int year = parts[shapes[i].year].value;
        int unit = shapes[i].unit < 0 ? 0 : parts[shapes[i].unit].value;
        switch (shapes[i].meaning) {
        case MEAN_YEAR: return interval_year(year);
        case MEAN_YEARS: return interval_span(interval_year(year), interval_year(unit));
        case MEAN_MONTH: return interval_month(year, unit);
        case MEAN_DAY: return interval_day(year, unit, parts[shapes[i].day].value);
        case MEAN_COMPACT: return interval_day(year / 10000, year / 100 % 100, year % 100);
        case MEAN_QUARTER: return interval_part(year, unit, 4);
        case MEAN_HALF: return interval_part(year, unit, 2);
        case MEAN_SEASON: return interval_season(year, (enum season)unit);
        }
    }
    return INTERVAL_NONE;
}

static bool parse_one(struct slice text, struct interval *interval)
{
    struct part parts[PARTS_MAX];
    char shape[PARTS_MAX + 1];
    if (!read_parts(slice_trim(text), parts, shape))
        return false;
    *interval = interval_of_shape(shape, parts);
    return !interval_is_none(*interval);
}

bool interval_parse(struct slice text, struct interval *interval)
{
    size_t dots = find_dots(text);
    if (dots == text.length)
        return parse_one(text, interval);
    struct slice left = slice_trim((struct slice){ text.bytes, dots });
    struct slice right = slice_trim((struct slice){ text.bytes + dots + 2, text.length - dots - 2 });
    struct interval from = INTERVAL_NONE, to = INTERVAL_NONE;
    if ((!left.length && !right.length) || find_dots(right) != right.length)
        return false;
    if ((left.length && !parse_one(left, &from)) || (right.length && !parse_one(right, &to)))
        return false;
    *interval = (struct interval){ from.start, to.end };
    return !left.length || !right.length || from.start <= to.end;
}
