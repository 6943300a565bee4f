#include "date_numbers.h"

#include "date_candidate.h"

enum { WORDS_BACK = 14, YEAR_WORDS_FROM = 1500, YEAR_WORDS_TO = 2199 };

static const struct { const char *word; int value; } numbers[] = {
    { "un", 1 }, { "une", 1 }, { "premier", 1 }, { "deux", 2 }, { "trois", 3 }, { "quatre", 4 }, { "cinq", 5 },
    { "six", 6 }, { "sept", 7 }, { "huit", 8 }, { "neuf", 9 }, { "dix", 10 }, { "onze", 11 }, { "douze", 12 },
    { "treize", 13 }, { "quatorze", 14 }, { "quinze", 15 }, { "seize", 16 }, { "vingt", 20 }, { "vingts", 20 },
    { "trente", 30 }, { "quarante", 40 }, { "cinquante", 50 }, { "soixante", 60 }, { "cent", 100 }, { "cents", 100 },
    { "mil", 1000 }, { "mille", 1000 },
};

static int value_of(const char *word)
{
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (strcmp(word, numbers[i].word) == 0)
            return numbers[i].value;
    return 0;
}

/* Adds one word to the number: what is below a thousand, and the thousands before it. */
static void add_word(int value, int *below, int *thousands)
{
    if (value == 1000) {
        *thousands += *below ? *below : 1;
        *below = 0;
    } else if (value == 100) {
        *below = *below ? *below * 100 : 100;
    } else if (value == 20 && *below % 10 == 4 && *below % 100 < 10) {
        *below += 76; /* quatre-vingts */
    } else {
        *below += value;
    }
}

int number_from_words(struct slice text, uint32_t *end)
{
    int below = 0, thousands = 0;
    uint32_t at = 0;
    *end = 0;
    for (;;) {
        struct date_word word = word_after(text, at);
        if (strcmp(word.word, "-") == 0)
            word = word_after(text, word.end);
        if (*end && strcmp(word.word, "et") == 0)
            word = word_after(text, word.end);
        int value = value_of(word.word);
        if (!value || thousands > 9 || below > 999)
            break;
        add_word(value, &below, &thousands);
        at = *end = word.end;
    }
    return *end ? thousands * 1000 + below : 0;
}

static int usual_year(int year)
{
    return year >= YEAR_WORDS_FROM && year <= YEAR_WORDS_TO ? year : 0;
}

static int year_in_figures(struct slice text)
{
    int year = 0;
    size_t digits = 0;
    while (digits < text.length && digits < 5 && text.bytes[digits] >= '0' && text.bytes[digits] <= '9')
        year = year * 10 + (text.bytes[digits++] - '0');
    return digits == 4 ? usual_year(year) : 0;
}

int year_stated_before(struct slice text, uint32_t offset)
{
    uint32_t at = offset;
    for (int i = 0; i < WORDS_BACK; i++) {
        struct date_word word = word_before(text, at);
        if (!word.word[0] || strchr(".;:!?", word.word[0]))
            return 0;
        if (strcmp(word.word, "an") == 0 || strcmp(word.word, "année") == 0) {
            uint32_t end;
            struct date_word next = word_after(text, word.end);
            if (next.start >= offset)
                return 0;
            struct slice rest = { text.bytes + next.start, offset - next.start };
            int year = year_in_figures(rest);
            return year ? year : usual_year(number_from_words(rest, &end));
        }
        at = word.start;
    }
    return 0;
}

int year_stated_after(struct slice text, uint32_t offset, uint32_t *end)
{
    struct slice rest = { text.bytes + offset, text.length - offset };
    int year = usual_year(number_from_words(rest, end));
    *end += offset;
    return year;
}
