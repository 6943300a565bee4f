/* date_rules.c - the patterns of dates, one row each, compiled into one alternation whose marks name the row.
 *
 * Rows are tried in order at each place, so the longer expressions come first. Texts are NFC; letters are listed
 * because PCRE2's \b and \w know only ASCII without UCP, and UCP costs more than twice the time. */
#include <pcre2.h>
#include <stdio.h>
#include <stdlib.h>

#include "date_rules.h"

enum { MATCH_LIMIT = 200000, DEPTH_LIMIT = 2000 };

#define LETTER "a-zÀ-ÖØ-öø-ÿŒœ"
#define SP "[ \\n]"
#define BEGIN "(?<![" LETTER "0-9_])(?<![0-9][.,/])"
#define BEGIN_NUMBER "(?<![" LETTER "0-9_./@\\#&=?+-])"
#define END "(?![" LETTER "0-9_])"
#define END_NUMBER END "(?![./:-][0-9])"
#define NOT_LETTER "(?![" LETTER "])"

#define MONTH_NAME                                                                                                  \
    "janvier|january|f[eé]vrier|february|mars|march|avril|april|ma[iy]|juin|june|juillet|july|ao[uû]t|august|"      \
    "septembre|september|octobre|october|novembre|november|d[eé]cembre|december"
#define MONTH_SHORT "janv?|f[eé]vr?|febr?|mar|avr|apr|jun|juil|jul|aug|sept?|oct|nov|d[eé]c"
/* Only a short form has a period of its own: "mai. 2016" is the end of one sentence and the beginning of another. */
#define MONTH                                                                                                       \
    "(?:(?<month>" MONTH_NAME ")" NOT_LETTER "|(?<month>" MONTH_SHORT ")" NOT_LETTER                                \
    "(?:\\.(?=" SP "?[,/-]?" SP "?[0-9]))?)"
#define WEEKDAY_NAME                                                                                                \
    "(?:lun(?:di)?|mar(?:di)?|mer(?:credi)?|jeu(?:di)?|ven(?:dredi)?|sam(?:edi)?|dim(?:anche)?|mon(?:day)?|"        \
    "tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)" NOT_LETTER "\\.?"
#define WEEKDAY "(?:(?<weekday>" WEEKDAY_NAME ")" SP "?,?" SP "{1,2}(?:(?:le|the)" SP ")?)?"
#define DAY_WORD                                                                                                    \
    "(?:premier|(?:twenty[ -]|thirty[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|"           \
    "twenty[ -](?:one|two|three|four|five|six|seven|eight|nine)|thirty[ -]one|tenth|eleventh|twelfth|"               \
    "(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth)" NOT_LETTER
#define DAY                                                                                                         \
    "(?:3[01]|[12][0-9]|0?[1-9])(?:" SP "?(?:er|st|nd|rd|th)|ème|eme|e(?:" SP "jour)?)?(?![" LETTER "0-9])"
#define BETWEEN_WORD "(?:et|and|au|à|to|ou|or|puis|through|till|until)"
#define BETWEEN_DAYS                                                                                                \
    "(?:" SP "?[–—&-]" SP "?|/|" SP "/" SP "|" SP BETWEEN_WORD SP "(?:(?:le|the|au|du)" SP ")?)" \
    "(?:" WEEKDAY_NAME SP "(?:(?:le|the)" SP ")?)?"
#define DAYS                                                                                                        \
    "(?<days>(?:" DAY "," SP "(?:" WEEKDAY_NAME SP ")?){0,6}?" DAY "(?:" BETWEEN_DAYS DAY "){0,3}|" DAY_WORD ")"
/* "le deux novembre", "du vingt et un mars": French minutes write days in words. */
#define DAY_IN_WORDS                                                                                                \
    "(?<days>(?:vingt|trente)(?:[ -]et)?[ -](?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf)|"                     \
    "deux|trois|quatre|cinq|six|sept|huit|neuf|dix(?:[ -](?:sept|huit|neuf))?|onze|douze|treize|quatorze|"      \
    "quinze|seize|vingt|trente|premier)"
#define YEAR4 "(?:1[0-9]|2[01])[0-9]{2}(?![0-9])"
#define YEAR "(?<year>" YEAR4 ")" NOT_LETTER
#define RECENT_YEAR "(?:1[89]|20)[0-9]{2}(?![0-9])"
#define OF "(?:de" SP "l['’]ann[ée]e|of" SP "the" SP "year|of|de|in|en|du|d['’]|,)"
#define THEN_YEAR "(?:" SP "?,?" SP "?(?:" OF SP "?)?" YEAR "(?![-/.][0-9]))"
#define PORTION                                                                                                     \
    "(?:(?<portion>d[ée]but|mi|milieu|fin|early|mid|late|end|beginning|start|middle)"                               \
    "(?:-|" SP "(?:(?:de|du|of|d['’])" SP "?(?:(?:l['’]ann[ée]e|the" SP "year|mois" SP "de|the)" SP ")?)?))?"

static const struct date_rule rules_table[] = {
    /* "le deux novembre deux mille seize" */
    { "day-in-words", "(?:(?<=le )|(?<=le\\n)|(?<=du )|(?<=et )|" BEGIN WEEKDAY_NAME SP ")" DAY_IN_WORDS SP
      "(?:(?:du" SP "mois" SP ")?de" SP ")?" MONTH "(?:" THEN_YEAR ")?", DATE_DAYS_IN_WORDS },
    /* "mardi 3 mai 2022", "du 3 au 5 mai", "24 et 25 mai 2023", "3rd of May", "23/sep/2020" */
    { "day-month", BEGIN WEEKDAY DAYS "(?:" SP "?,?" SP "{0,2}(?:(?:day" SP ")?of" SP "|de" SP ")?|[/-])" MONTH "(?:" THEN_YEAR
      "|[/-]" YEAR ")?", DATE_DAYS },
    /* "November 4, 2016", "Nov 4-5, 2016", "June the 28th", "sep-23-2020" */
    { "month-day", BEGIN WEEKDAY MONTH "(?:" SP "?(?:the" SP ")?|-)" DAYS "(?:" THEN_YEAR "|-" YEAR ")?", DATE_DAYS },
    /* "16. Nov. 2016" */
    { "day-point-month", BEGIN "(?<days>" DAY ")\\." SP MONTH THEN_YEAR, DATE_DAYS },
    { "month-year", BEGIN PORTION MONTH "(?:" THEN_YEAR "|" SP "?[/-]" SP "?" YEAR ")", DATE_MONTH },
    { "month", BEGIN PORTION MONTH, DATE_MONTH },
    /* "2020/sep/23", "2019-août-1" */
    { "year-month-day", BEGIN_NUMBER YEAR "[/-](?:" MONTH "[/-](?<days>" DAY ")|(?<days>" DAY ")[/-]" MONTH ")",
      DATE_DAYS },
    { "iso", "(?<![0-9])(?<![0-9][./-])(?<year>" YEAR4 ")-(?<second>0?[1-9]|1[0-2])-(?<days>3[01]|[12][0-9]|0?[1-9])"
      "(?![0-9])", DATE_ISO },
    { "iso-slash", BEGIN_NUMBER "(?<year>" YEAR4 ")[/.](?<second>0?[1-9]|1[0-2])[/.](?<days>3[01]|[12][0-9]|0?[1-9])"
      "(?![0-9])", DATE_ISO },
    { "iso-space", BEGIN_NUMBER "(?<![0-9] )(?<year>" RECENT_YEAR ") (?<second>0[1-9]|1[0-2]) "
      "(?<days>3[01]|[12][0-9]|0[1-9])" END_NUMBER "(?! [0-9])", DATE_ISO },
    { "numeric-slash", "(?<![" LETTER "0-9_/.])(?<first>[0-9]{1,2})/(?<second>[0-9]{1,2})(?:/|," SP "?)"
      "(?<year>" RECENT_YEAR "|(?<=/)[0-9]{2}(?![0-9/]))" NOT_LETTER, DATE_NUMERIC },
    { "numeric-dot", BEGIN_NUMBER "(?<first>[0-9]{1,2})\\." SP "?(?<second>[0-9]{1,2})\\.(?<year>" RECENT_YEAR ")"
      END_NUMBER, DATE_NUMERIC },
    { "numeric-hyphen", BEGIN_NUMBER "(?<first>[0-9]{1,2})-(?<second>[0-9]{1,2})-(?<year>" RECENT_YEAR ")"
      END_NUMBER, DATE_NUMERIC },
    { "numeric-short-year", BEGIN_NUMBER "(?<first>[0-9]{2})([.-])(?<second>[0-9]{2})\\g{-2}(?<year>[0-9]{2})"
      END_NUMBER "(?!\\.[0-9])", DATE_NUMERIC },
    { "numeric-space", BEGIN_NUMBER "(?<![0-9] )(?<first>[0-9]{1,2}) (?<second>[0-9]{1,2}) (?<year>" RECENT_YEAR ")"
      END_NUMBER "(?! [0-9])", DATE_NUMERIC },
    { "numeric-day-month", BEGIN WEEKDAY "(?<![0-9] )(?<first>[0-9]{1,2})/(?<second>[0-9]{1,2})(?![0-9/])" NOT_LETTER,
      DATE_NUMERIC_SHORT },
    /* "1er semestre 2017", "2nd quarter of 2018", "T4 2016", "2019-H2" */
    { "quarter", BEGIN "(?<ordinal>1er|1ère|[1-4](?:e|ème|eme|nde?|d|st|rd|th)|premi[eè]re?|deuxi[eè]me|seconde?|"
      "troisi[eè]me|quatri[eè]me|derni[eè]re?|first|third|fourth|last)" SP
      "(?<unit>trimestre|semestre|quarter|half|semester)" NOT_LETTER THEN_YEAR, DATE_PART },
    { "quarter-code", BEGIN "(?<unit>[TQSH]|trimestre |semestre |trimestre|semestre)(?<ordinal>[1-4])(?![0-9])"
      "(?:" SP "?[-/]?" SP "?)(?:(?:of|de|en|in)" SP ")?" YEAR, DATE_PART },
    { "year-quarter", BEGIN_NUMBER YEAR "[ -]?(?<unit>[TQSH]|trimestre ?|semestre ?)(?<ordinal>[1-4])" END,
      DATE_PART },
    { "season", BEGIN "(?<season>printemps|été|automne|hiver|spring|summer|autumn|fall|winter)" SP "(?:" OF SP "?)?"
      "(?<year>" RECENT_YEAR ")(?:[-/–](?<year2>" RECENT_YEAR "|[0-9]{2}(?![0-9])))?" NOT_LETTER, DATE_SEASON },
    /* "Pâques 2018", "à Noël 2016" */
    { "feast", BEGIN "(?<feast>lundi" SP "de" SP "p[âa]ques|p[âa]ques|lundi" SP "de" SP "pentec[ôo]te|pentec[ôo]te|"
      "ascension|no[ëe]l|toussaint|saint[ -]patrick|jour" SP "de" SP "la" SP "terre|assomption|good" SP "friday|"
      "easter" SP "monday|easter|whitsun|pentecost|christmas|earth" SP "day|halloween|thanksgiving|black" SP "friday|"
      "vendredi" SP "noir|labor)(?:" SP "day)?"
      SP "(?:" OF SP "?)?(?<year>" RECENT_YEAR ")" NOT_LETTER, DATE_FEAST },
    { "decade-fr", BEGIN "ann[ée]es" SP "(?<year>(?:1[5-9]|20)[0-9]0|[1-9]0)(?![0-9])(?:" SP "?(?:[-–/]|et|à|ou)" SP
      "?(?:les" SP "ann[ée]es" SP ")?(?<year2>(?:1[5-9]|20)[0-9]0|[1-9]0)(?![0-9]))?" NOT_LETTER, DATE_DECADE },
    { "decade-en", BEGIN "(?<year>(?:1[5-9]|20)[0-9]0)['’]?s(?:" SP "(?:and|to|or)" SP "(?:the" SP ")?"
      "(?<year2>(?:1[5-9]|20)[0-9]0)['’]?s)?" END, DATE_DECADE },
    { "decade-en-short", "(?<=the |early |mid-|late )['’]?(?<year>[2-9]0)['’]?s" END, DATE_DECADE },
    { "years", BEGIN_NUMBER "(?<year>" RECENT_YEAR ")" SP "?[-–—/~]" SP "?(?<year2>" RECENT_YEAR ")" END_NUMBER,
      DATE_YEARS },
    { "years-short", BEGIN_NUMBER "(?<year>" RECENT_YEAR ")(?:[-/](?<year2>1[3-9]|[2-9][0-9])|–(?<year2>[0-9]{2}))"
      END_NUMBER, DATE_YEARS },
    { "year-month", BEGIN_NUMBER "(?<year>" RECENT_YEAR ")-(?<second>0?[1-9]|1[0-2])" END_NUMBER, DATE_YEAR_MONTH },
    { "month-slash-year", BEGIN_NUMBER "(?<second>0?[1-9]|1[0-2])[/-](?<year>" RECENT_YEAR ")" END_NUMBER,
      DATE_YEAR_MONTH },
    { "year", BEGIN PORTION "(?<![" LETTER "0-9_./@\\#&?+])(?<![" LETTER "]=)(?<!(?<!mi|id)-)"
      "(?<year>(?:1[0-9]|20)[0-9]{2})(?![" LETTER "0-9_%°@])(?![,.:/-][0-9])(?!-[" LETTER "])(?! [0-9]{3}(?![0-9]))",
      DATE_YEAR },
};

enum { RULE_COUNT = sizeof rules_table / sizeof *rules_table };

static const char *const group_names[GROUP_COUNT] = {
    "days", "month", "year", "year2", "weekday", "portion", "ordinal", "unit", "season", "first", "second", "feast",
};

struct date_rules {
    pcre2_code *code;
    pcre2_match_context *context;
    uint32_t numbers[GROUP_COUNT][RULE_COUNT * 2]; /* the capture numbers that share a name; 0 at the end */
};

struct date_matcher {
    pcre2_match_data *data;
};

/* A capture that all rows name the same has one number in each: lists them once. */
static void list_groups(struct date_rules *rules)
{
    PCRE2_SPTR table, entry;
    uint32_t count = 0, size = 0;
    pcre2_pattern_info(rules->code, PCRE2_INFO_NAMETABLE, &table);
    pcre2_pattern_info(rules->code, PCRE2_INFO_NAMECOUNT, &count);
    pcre2_pattern_info(rules->code, PCRE2_INFO_NAMEENTRYSIZE, &size);
    for (int group = 0; group < GROUP_COUNT; group++) {
        size_t found = 0;
        for (entry = table; entry < table + (size_t)count * size; entry += size)
            if (strcmp((const char *)entry + 2, group_names[group]) == 0 && found + 1 < RULE_COUNT * 2)
                rules->numbers[group][found++] = (uint32_t)entry[0] << 8 | entry[1];
    }
}

enum status date_rules_new(struct date_rules **rules, struct error *error)
{
    *rules = NULL;
    size_t room = 1;
    for (size_t i = 0; i < RULE_COUNT; i++)
        room += strlen(rules_table[i].pattern) + sizeof "|(?:)(*:00)";
    char *pattern = malloc(room);
    struct date_rules *made = calloc(1, sizeof *made);
    enum status status = STATUS_OK;
    if (!pattern || !made) {
        status = error_set(error, STATUS_MEMORY, "out of memory while building the date rules");
        goto out;
    }
    size_t length = 0;
    for (size_t i = 0; i < RULE_COUNT; i++)
        length += (size_t)snprintf(pattern + length, room - length, "%s(?:%s)(*:%zu)", i ? "|" : "",
                                   rules_table[i].pattern, i);
    int code = 0;
    PCRE2_SIZE at = 0;
    made->code = pcre2_compile((PCRE2_SPTR)pattern, length,
                               PCRE2_UTF | PCRE2_NO_UTF_CHECK | PCRE2_CASELESS | PCRE2_DUPNAMES, &code, &at, NULL);
    made->context = pcre2_match_context_create(NULL);
    if (!made->code || !made->context) {
        char why[120] = "";
        pcre2_get_error_message(code, (PCRE2_UCHAR *)why, sizeof why);
        status = error_set(error, STATUS_INTERNAL, "the date rules do not compile: %s near \"%.40s\"", why,
                           at < length ? pattern + at : "");
        goto out;
    }
    pcre2_jit_compile(made->code, PCRE2_JIT_COMPLETE); /* without JIT the same matches are found, slower */
    pcre2_set_match_limit(made->context, MATCH_LIMIT);
    pcre2_set_depth_limit(made->context, DEPTH_LIMIT);
    list_groups(made);
    *rules = made;
    made = NULL;
out:
    free(pattern);
    date_rules_free(made);
    return status;
}

void date_rules_free(struct date_rules *rules)
{
    if (!rules)
        return;
    pcre2_match_context_free(rules->context);
    pcre2_code_free(rules->code);
    free(rules);
}

/* PCRE2's own small needs come from the report's arena too: nothing is left behind when memory runs out. */
static void *allocate(PCRE2_SIZE bytes, void *arena)
{
    return arena_alloc(arena, bytes);
}

static void release(void *bytes, void *arena)
{
    (void)bytes, (void)arena;
}

struct date_matcher *date_matcher_new(struct arena *arena, const struct date_rules *rules)
{
    struct date_matcher *matcher = arena_new(arena, struct date_matcher);
    pcre2_general_context *general = pcre2_general_context_create(allocate, release, arena);
    matcher->data = pcre2_match_data_create_from_pattern(rules->code, general);
    return matcher;
}

bool date_rules_match(const struct date_rules *rules, struct date_matcher *matcher, struct slice text, uint32_t from,
                      uint32_t to, struct date_match *match)
{
    if (to > text.length || from >= to)
        return false;
    int count = pcre2_match(rules->code, (PCRE2_SPTR)text.bytes, to, from, PCRE2_NO_UTF_CHECK, matcher->data,
                            rules->context);
    if (count < 1) /* none, or a limit: the window is given up */
        return false;
    const PCRE2_SIZE *offsets = pcre2_get_ovector_pointer(matcher->data);
    PCRE2_SPTR mark = pcre2_get_mark(matcher->data);
    long rule = mark ? strtol((const char *)mark, NULL, 10) : -1;
    if (rule < 0 || rule >= RULE_COUNT)
        return false;
    *match = (struct date_match){ .start = (uint32_t)offsets[0], .end = (uint32_t)offsets[1],
                                  .rule = &rules_table[rule] };
    for (int group = 0; group < GROUP_COUNT; group++)
        for (const uint32_t *number = rules->numbers[group]; *number; number++)
            if (*number < (uint32_t)count && offsets[2 * *number] != PCRE2_UNSET) {
                match->groups[group] = (struct span){ (uint32_t)offsets[2 * *number],
                                                      (uint32_t)offsets[2 * *number + 1] };
                break;
            }
    return true;
}
