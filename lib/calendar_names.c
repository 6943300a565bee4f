/* calendar_names.c - the words for months, weekdays and seasons, French and English, and their usual short forms. */
#include "calendar.h"

enum { NAME_BYTES_MAX = 16 };

struct calendar_name {
    const char *folded; /* lower case, no accents, no period */
    int value;
};

static const struct calendar_name months[] = {
    { "janvier", 1 }, { "janv", 1 }, { "jan", 1 }, { "january", 1 },
    { "fevrier", 2 }, { "fevr", 2 }, { "fev", 2 }, { "february", 2 }, { "feb", 2 }, { "febr", 2 },
    { "mars", 3 }, { "mar", 3 }, { "march", 3 },
    { "avril", 4 }, { "avr", 4 }, { "april", 4 }, { "apr", 4 },
    { "mai", 5 }, { "may", 5 },
    { "juin", 6 }, { "june", 6 }, { "jun", 6 },
    { "juillet", 7 }, { "juil", 7 }, { "july", 7 }, { "jul", 7 },
    { "aout", 8 }, { "august", 8 }, { "aug", 8 },
    { "septembre", 9 }, { "sept", 9 }, { "sep", 9 }, { "september", 9 },
    { "octobre", 10 }, { "oct", 10 }, { "october", 10 },
    { "novembre", 11 }, { "nov", 11 }, { "november", 11 },
    { "decembre", 12 }, { "dec", 12 }, { "december", 12 },
};

static const struct calendar_name weekdays[] = {
    { "lundi", 0 }, { "lun", 0 }, { "monday", 0 }, { "mon", 0 },
    { "mardi", 1 }, { "mar", 1 }, { "tuesday", 1 }, { "tue", 1 }, { "tues", 1 },
    { "mercredi", 2 }, { "mer", 2 }, { "wednesday", 2 }, { "wed", 2 }, { "weds", 2 },
    { "jeudi", 3 }, { "jeu", 3 }, { "thursday", 3 }, { "thu", 3 }, { "thur", 3 }, { "thurs", 3 },
    { "vendredi", 4 }, { "ven", 4 }, { "friday", 4 }, { "fri", 4 },
    { "samedi", 5 }, { "sam", 5 }, { "saturday", 5 }, { "sat", 5 },
    { "dimanche", 6 }, { "dim", 6 }, { "sunday", 6 }, { "sun", 6 },
};

static const struct calendar_name seasons[] = {
    { "printemps", SEASON_SPRING }, { "spring", SEASON_SPRING },
    { "ete", SEASON_SUMMER }, { "summer", SEASON_SUMMER },
    { "automne", SEASON_AUTUMN }, { "autumn", SEASON_AUTUMN }, { "fall", SEASON_AUTUMN },
    { "hiver", SEASON_WINTER }, { "winter", SEASON_WINTER },
};

/* The few accented letters these words have, NFC and NFD. Kept here so that the calendar needs no other module. */
static const struct {
    const char *bytes, *folded;
} letters[] = {
    { "é", "e" }, { "É", "e" }, { "û", "u" }, { "Û", "u" }, { "\xCC\x81", "" }, { "\xCC\x82", "" },
};

/* Lower case without accents or a final period; false when the word is longer than any name. */
static bool fold_name(struct slice word, char out[NAME_BYTES_MAX])
{
    size_t length = 0;
    word = slice_trim(word);
    if (word.length && word.bytes[word.length - 1] == '.')
        word.length--;
    while (word.length) {
        if (length + 1 >= NAME_BYTES_MAX)
            return false;
        bool known = false;
        for (size_t i = 0; i < sizeof letters / sizeof *letters && !known; i++) {
            struct slice letter = slice_of(letters[i].bytes);
            if (slice_starts(word, letter)) {
                if (*letters[i].folded)
                    out[length++] = *letters[i].folded;
                word.bytes += letter.length, word.length -= letter.length;
                known = true;
            }
        }
        if (known)
            continue;
        char c = *word.bytes++;
        word.length--;
        out[length++] = c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : c;
    }
    out[length] = '\0';
    return length > 0;
}

static int find_name(struct slice word, const struct calendar_name *names, size_t count, int absent)
{
    char folded[NAME_BYTES_MAX];
    if (fold_name(word, folded))
        for (size_t i = 0; i < count; i++)
            if (strcmp(folded, names[i].folded) == 0)
                return names[i].value;
    return absent;
}

int month_from_name(struct slice word)
{
    return find_name(word, months, sizeof months / sizeof *months, 0);
}

int weekday_from_name(struct slice word)
{
    return find_name(word, weekdays, sizeof weekdays / sizeof *weekdays, -1);
}

enum season season_from_name(struct slice word)
{
    return (enum season)find_name(word, seasons, sizeof seasons / sizeof *seasons, SEASON_NONE);
}
