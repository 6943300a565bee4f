/* make_reports.c - writes reports that nobody held, as many as are wanted, to measure how indexing grows: words as
 * frequent as in a language (Zipf's law), speakers, places and dates, ten passages or so a report. The same numbers give
 * the same reports. Usage: make_reports FOLDER FIRST COUNT */
#include <errno.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum {
    VOCABULARY = 600000,
    WORD_BYTES = 32,
    COMMON_WORDS = 6000, /* beyond them words get rarer faster: new ones come as in real collections */
    PASSAGES = 10,
    SENTENCES_MIN = 3,
    SENTENCES_MORE = 4,
    WORDS_MIN = 8,
    WORDS_MORE = 16,
    FOLDER_REPORTS = 1000,
    SPEAKERS = 4 /* who take turns in a report */
};

static const double COMMON_EXPONENT = 1.05, RARE_EXPONENT = 2;

static const char *const function_words[] = { "de",   "la",   "le",   "et",   "les",  "des",  "en", "un",
                                              "une",  "que",  "est",  "pour", "qui",  "dans", "a",  "par",
                                              "plus", "pas",  "au",   "sur",  "ne",   "se",   "ce", "il",
                                              "sont", "avec", "nous", "vous", "mais", "on" };
static const char *const starts[] = { "b", "br", "c", "ch", "cl", "d", "f", "fr", "g", "gr", "j", "l",
                                      "m", "n",  "p", "pl", "pr", "r", "s", "st", "t", "tr", "v", "" };
static const char *const middles[] = { "a", "e", "é", "i", "o", "u", "ou", "an", "on", "in", "oi", "ai", "eau", "è" };
static const char *const ends[] = { "tion", "ment", "ité", "age", "eur", "euse", "ique",
                                    "er",   "é",    "ées", "s",   "",    "r",    "l" };
static const char *const given[] = { "Anne",  "Paul",   "Claire",  "Louis",   "Zoé",    "Hugo",  "Marie",  "Jean",
                                     "Lucie", "Denis",  "Inès",    "Karim",   "Sophie", "Marc",  "Nadia",  "Pierre",
                                     "Julie", "Thomas", "Camille", "Antoine", "Hélène", "Bruno", "Fatima", "Yves" };
static const char *const places[] = { "Lyon",     "Bordeaux",    "Nantes",   "Lille",     "Rennes",   "Toulouse",
                                      "Grenoble", "Dijon",       "Angers",   "Reims",     "Le Havre", "Caen",
                                      "Brest",    "Limoges",     "Tours",    "Amiens",    "Metz",     "Besançon",
                                      "Orléans",  "Rouen",       "Mulhouse", "Perpignan", "Poitiers", "Avignon",
                                      "Pau",      "La Rochelle", "Quimper",  "Valence",   "Troyes",   "Niort" };
static const char *const months[] = { "janvier", "février", "mars",      "avril",   "mai",      "juin",
                                      "juillet", "août",    "septembre", "octobre", "novembre", "décembre" };

#define PICK(table, random) (table)[(random) % (sizeof(table) / sizeof *(table))]

struct maker {
    uint64_t seed;
    char (*words)[WORD_BYTES];
    double *sums; /* of the words' frequencies */
};

static uint32_t draw(struct maker *maker)
{
    maker->seed ^= maker->seed << 13;
    maker->seed ^= maker->seed >> 7;
    maker->seed ^= maker->seed << 17;
    return (uint32_t)(maker->seed >> 32);
}

/* Frequent words are short. */
static void make_word(struct maker *maker, size_t rank, char word[WORD_BYTES])
{
    unsigned parts = 1 + draw(maker) % 2 + (rank > COMMON_WORDS);
    word[0] = '\0';
    for (unsigned i = 0; i < parts; i++) {
        strcat(word, PICK(starts, draw(maker)));
        strcat(word, PICK(middles, draw(maker)));
    }
    strcat(word, PICK(ends, draw(maker)));
}

static void make_vocabulary(struct maker *maker)
{
    double sum = 0;
    maker->seed = 20261123;
    maker->words = malloc(VOCABULARY * sizeof *maker->words);
    maker->sums = malloc(VOCABULARY * sizeof *maker->sums);
    if (!maker->words || !maker->sums)
        exit(2);
    for (size_t i = 0; i < VOCABULARY; i++) {
        if (i < sizeof function_words / sizeof *function_words)
            strcpy(maker->words[i], function_words[i]);
        else
            make_word(maker, i, maker->words[i]);
        double rarer = i > COMMON_WORDS ? pow((double)COMMON_WORDS / (double)i, RARE_EXPONENT) : 1;
        sum += rarer / pow((double)(i > COMMON_WORDS ? COMMON_WORDS : i) + 2, COMMON_EXPONENT);
        maker->sums[i] = sum;
    }
}

static const char *pick_word(struct maker *maker)
{
    double at = (double)draw(maker) / UINT32_MAX * maker->sums[VOCABULARY - 1];
    size_t low = 0, high = VOCABULARY - 1;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (maker->sums[middle] < at)
            low = middle + 1;
        else
            high = middle;
    }
    return maker->words[low];
}

/* A surname is a word with a capital; rarer ones come with larger collections, as speakers do. */
static void make_name(struct maker *maker, unsigned rank, char name[WORD_BYTES * 2])
{
    char surname[WORD_BYTES];
    uint64_t kept = maker->seed;
    maker->seed = 0x9E3779B97F4A7C15u * (rank + 1);
    draw(maker);
    const char *first = PICK(given, draw(maker));
    snprintf(surname, sizeof surname, "%c%s%s", 'A' + (int)(draw(maker) % 26), PICK(middles, draw(maker)),
             PICK(starts, draw(maker)));
    snprintf(name, WORD_BYTES * 2, "%s %s%s%s", first, surname, PICK(middles, draw(maker)), "rd");
    maker->seed = kept;
}

static void make_passage(struct maker *maker, FILE *out, const char *speaker)
{
    unsigned sentences = SENTENCES_MIN + draw(maker) % SENTENCES_MORE;
    fprintf(out, "**%s :** ", speaker);
    for (unsigned s = 0; s < sentences; s++) {
        unsigned words = WORDS_MIN + draw(maker) % WORDS_MORE;
        fputs(s ? " Alors" : "Alors", out);
        for (unsigned w = 0; w < words; w++) {
            const char *word = pick_word(maker);
            fprintf(out, " %s", word);
        }
        if (draw(maker) % 12 == 0)
            fprintf(out, " à %s", PICK(places, draw(maker)));
        if (draw(maker) % 15 == 0)
            fprintf(out, " en %s %u", PICK(months, draw(maker)), 2000 + draw(maker) % 25);
        fputc('.', out);
    }
    fputs("\n\n", out);
}

static void make_report(struct maker *maker, FILE *out, unsigned long number)
{
    char names[SPEAKERS][WORD_BYTES * 2];
    maker->seed = 0xD1B54A32D192ED03u * (number + 1);
    for (int i = 0; i < 4; i++)
        draw(maker);
    for (int i = 0; i < SPEAKERS; i++) {
        unsigned among = 50 + (unsigned)number / 4; /* the newest of them, or one who comes often */
        make_name(maker, draw(maker) % 3 ? draw(maker) % 50 : draw(maker) % among, names[i]);
    }
    fprintf(out, "# Réunion %lu du %u %s %u à %s\n\n", number, 1 + draw(maker) % 28, PICK(months, draw(maker)),
            2000 + draw(maker) % 25, PICK(places, draw(maker)));
    for (int i = 0; i < PASSAGES; i++)
        make_passage(maker, out, names[(unsigned)i % SPEAKERS]);
}

int main(int argc, char **argv)
{
    struct maker maker = { 0 };
    char path[4096];
    if (argc != 4) {
        fprintf(stderr, "usage: make_reports FOLDER FIRST COUNT\n");
        return 2;
    }
    unsigned long first = strtoul(argv[2], NULL, 10), count = strtoul(argv[3], NULL, 10);
    make_vocabulary(&maker);
    for (unsigned long i = first; i < first + count; i++) {
        snprintf(path, sizeof path, "%s/%03lu", argv[1], i / FOLDER_REPORTS);
        if (mkdir(path, 0777) != 0 && errno != EEXIST) {
            perror(path);
            return 2;
        }
        snprintf(path, sizeof path, "%s/%03lu/%06lu.md", argv[1], i / FOLDER_REPORTS, i);
        FILE *out = fopen(path, "w");
        if (!out) {
            perror(path);
            return 2;
        }
        make_report(&maker, out, i);
        if (fclose(out) != 0) {
            perror(path);
            return 2;
        }
    }
    free(maker.words);
    free(maker.sums);
    return 0;
}
