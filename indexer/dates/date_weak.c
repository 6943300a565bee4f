/* date_weak.c - tells dates from numbers: "en 2016" is a year, "2016 habitants" is not; "en novembre" is a month,
 * "3/4 des élus" is no third of April. Words before and after decide, by tables. */
#include "date_candidate.h"

enum { YEAR_SURE_FROM = 1900, YEAR_SURE_TO = 2049, NEIGHBOUR_BYTES = 12 };

/* After these, four digits are a year. */
static const char *const year_before[] = {
    "en", "depuis", "dès", "avant", "après", "année", "années", "an", "ans", "courant", "exercice", "vers",
    "millésime", "rentrée", "printemps", "in", "since", "until", "till", "year", "years", "before", "after",
    "during", "circa", "édition", "loi", "été", "entre", "between", "mi", "mid", "début", "fin", "early", "late",
    "by", "from", "horizon", "janvier", "copyright", NULL
};
/* After these it is a number. */
static const char *const number_before[] = {
    "/", "n", "no", "nr", "article", "articles", "art", "page", "pages", "p", "pp", "room", "salle", "numéro",
    "number",
    "environ", "quelque", "quelques", "over", "about", "nearly", "approximately", "around", "some", "than",
    "presque", "tel", "tél", "fax", "iso", "rfc", "version", "bp", "cs", "cedex", "code", "box", "€", "$", "£", "©",
    "#", "°", "º", "agenda", "h", "windows", "office", "formulaire", "only", "every", "atteint", "all", "these",
    "ces", "mes", "plus", "moins", "nos", "vos", "leurs", "first", "premiers", "premières", "nombre", "those", NULL
};
/* "plus de 2000", "près de 2000", "more than 2000": a preposition that follows one of these counts. */
static const char *const amount_before[] = {
    "plus", "moins", "près", "proche", "total", "nombre", "autour", "jusqu", "centaine", "budget", "montant",
    "somme", "hauteur", "quota", "total", "amount", "cost", "price", "prix", "coût", "loyer", "salaire", "rue",
    "capacité", NULL
};
/* Before these it is a number, whatever stands before. */
static const char *const unit_after[] = {
    "euros", "euro", "€", "$", "£", "%", "‰", "francs", "dollars", "pounds", "livres", "habitants", "personnes",
    "people", "persons", "km", "kilomètres", "m", "m²", "mètres", "metres", "meters", "ha", "hectares", "tonnes",
    "kg", "kwh", "mw", "gw", "logements", "salariés", "élèves", "étudiants", "emplois", "associations",
    "entreprises", "communes", "adhérents", "bénévoles", "membres", "members", "participants", "exemplaires",
    "copies", "fois", "times", "ans", "jours", "days", "heures", "hours", "mois", "months", "places", "voix",
    "votes", "signatures", "millions", "milliards", "million", "billion", "homes", "houses", "jobs", "pupils",
    "students", "staff", "employees", "residents", "volunteers", "ko", "mo", "kb", "mb", "°", "inhabitants",
    "households", "postes", "visiteurs", "visitors", "structures", "élus", "étp", "points", "words", "mots",
    "pages", "square", "miles", "k", "ft", "minutes", "secondes", "degrees", "units", "unités", "more",
    "kilometres", "agents", "foyers", "lots", "citoyens", "femmes", "hommes", "enfants", "children", "women", "men",
    "vélos", "arbres", "véhicules", "cars", "dossiers", "projets", "contributions", "réponses", "questionnaires",
    "responses", "tweets", "contrats", NULL
};
/* Plural-looking words that are no units: they may follow a year. */
static const char *const function_after[] = {
    "dans", "mais", "nous", "vous", "ils", "elles", "les", "des", "ses", "ces", "sous", "sans", "was", "is", "has",
    "as", "its", "this", "alors", "puis", "plus", "depuis", "pas", "vers", "chez", "après", "dès", "très", "divers",
    "certains", "plusieurs", "toutes", "tous", "leurs", "nos", "vos", "mes", "tes", "quelques", "aux", "deux",
    "moins", "afin", "lors", "près", "hors", "jamais", "toujours", "us", "does", "towards", "across", "his",
    "versus", "sessions", "suis", "avons", "avez", "êtes", "fais", "fois", "sommes", "various", "unless", "less",
    "years", "always", "perhaps", "thus", "besides", "ainsi", "désormais", "dix", "six", "mars", "moins", NULL
};
/* Names that end in a year that is not the year of anything in the report. */
static const char *const programme_before[] = {
    "agenda", "h", "objectif", "objectifs", "cap", "vision", "erasmus", NULL
};

/* A month alone is a date with one of these: "en novembre dernier", "last June"; "en novembre" may be any year's. */
static const char *const month_before[] = { "last", "next", "dernier", "prochain", NULL };
static const char *const month_after[] = {
    "dernier", "prochain", "derniers", "prochains", "last", "next", "passé", NULL
};
/* A day and month in figures is a date after these. */
static const char *const short_before[] = { "le", "du", "au", "on", "dès", "the", "until", "from", "since", "depuis",
                                            "by", NULL };

static bool ends_plural(const char *word)
{
    size_t length = strlen(word);
    return length >= 4 && (word[length - 1] == 's' || word[length - 1] == 'x');
}

static bool followed_by_unit(struct slice text, const struct date_candidate *candidate)
{
    struct date_word after = word_after(text, candidate->end);
    char first = after.start < text.length ? text.bytes[after.start] : ' ';
    bool capital = first >= 'A' && first <= 'Z';
    return !capital && word_in(after.word, unit_after);
}

static bool followed_by_plural(struct slice text, const struct date_candidate *candidate)
{
    struct date_word after = word_after(text, candidate->end);
    char first = after.start < text.length ? text.bytes[after.start] : ' ';
    return ends_plural(after.word) && !(first >= 'A' && first <= 'Z') && !word_in(after.word, function_after);
}

/* Skips the articles and prepositions between a year and the word that tells what it is: "de l'année 2016". */
static struct date_word telling_word(struct slice text, uint32_t offset)
{
    static const char *const skipped[] = { "de", "l", "the", "’", "'", "of", "la", "le", "(", "d", "en", NULL };
    struct date_word word = word_before(text, offset);
    for (int i = 0; i < 3 && word_in(word.word, skipped) && strcmp(word.word, "en") != 0; i++)
        word = word_before(text, word.start);
    return word;
}

/* "p. 2010", "art. 1998": an abbreviation's period hides the word. */
static bool number_stands_before(struct slice text, struct date_word before)
{
    if (strcmp(before.word, ".") == 0)
        before = word_before(text, before.start);
    return word_in(before.word, number_before);
}

static bool begins_line(struct slice text, uint32_t offset)
{
    return offset == 0 || text.bytes[offset - 1] == '\n';
}

static bool year_is_year(struct slice text, const struct date_candidate *candidate, int year)
{
    struct date_word before = word_before(text, candidate->start), telling = telling_word(text, candidate->start);
    bool usual = year >= YEAR_SURE_FROM && year <= YEAR_SURE_TO;
    if (followed_by_unit(text, candidate))
        return false;
    if (word_in(before.word, programme_before))
        return false;
    if (word_in(telling.word, amount_before) && before.start != telling.start) /* "plus de 2000" */
        return false;
    if (candidate->portion != PORTION_WHOLE || word_in(before.word, year_before))
        return true;
    if (number_stands_before(text, before) || followed_by_plural(text, candidate))
        return false;
    if (word_in(telling.word, year_before))
        return true;
    struct date_word after = word_after(text, candidate->end);
    if (strcmp(before.word, "(") == 0 && !usual && begins_line(text, before.start))
        return false; /* "(1530)": transcripts print the time so */
    if (strcmp(before.word, "(") == 0 && (strcmp(after.word, ")") == 0 || strcmp(after.word, ",") == 0))
        return year >= 1000 && year <= YEAR_SURE_TO;
    if (!usual) /* "remonte à 1865", "until 1789", "of 1848": an older number needs a preposition */
        return year >= 1500 && (word_in(before.word, (const char *const[]){ "à", "de", "of", "to", "depuis", "dès",
                                                                             "from", NULL }));
    if (year % 1000 == 0) /* 2000 is an amount as often as a year */
        return word_in(before.word, (const char *const[]){ "de", "of", "à", "(", "et", "and", NULL }) &&
               (after.word[0] == '\0' || strchr(".,;:)!?", after.word[0]));
    return true;
}

/* "03-2024" beside a day or a "n°" is the number of a decision. */
static bool is_reference(struct slice text, const struct date_candidate *candidate)
{
    static const char *const decisions[] = { "délibération", "délibérations", "arrêté", "décision", "dossier", "réf",
                                             "référence", "dcm", "resolution", "bill", "ordinance", "ref", NULL };
    struct date_word before = word_before(text, candidate->start);
    bool digit = before.word[0] >= '0' && before.word[0] <= '9';
    return digit || number_stands_before(text, before) || word_in(before.word, decisions);
}

static bool month_is_month(struct slice text, const struct date_candidate *candidate)
{
    if (candidate->year)
        return !is_reference(text, candidate);
    return word_in(word_after(text, candidate->end).word, month_after) ||
           word_in(word_before(text, candidate->start).word, month_before);
}

static bool weak_is_date(struct slice text, struct date_candidate *candidate)
{
    switch (candidate->kind) {
    case CANDIDATE_YEAR:
        return year_is_year(text, candidate, candidate->year);
    case CANDIDATE_MONTHS:
        return month_is_month(text, candidate);
    case CANDIDATE_DAYS: { /* in figures */
        struct date_word before = word_before(text, candidate->start);
        return candidate->weekday >= 0 || candidate->month != candidate->end_month ||
               candidate->day != candidate->end_day || word_in(before.word, short_before);
    }
    case CANDIDATE_SPAN: { /* two bare years, joined */
        int year, month, day;
        if (interval_is_none(candidate->interval) || followed_by_unit(text, candidate))
            return false;
        struct date_word before = word_before(text, candidate->start), telling = telling_word(text, candidate->start);
        if (number_stands_before(text, before) || word_in(telling.word, amount_before))
            return false;
        day_split(candidate->interval.start, &year, &month, &day);
        if (year < 1500 || candidate->interval.end > day_of(2100, 12, 31))
            return false;
        return !followed_by_plural(text, candidate);
    }
    }
    return false;
}

/* "in 2014, 2015 and 2016": what is close to a year and separated by a comma or a conjunction is one too. */
static bool follows_accepted(struct slice text, const struct date_candidate *left, const struct date_candidate *right)
{
    static const char *const separators[] = { ", ", " et ", " and ", " ou ", " or ", "/", " / ", " puis ", ",", " & ",
                                              " et en ", ", puis ", " than ", " to ", " à ", " and in ", NULL };
    char between[NEIGHBOUR_BYTES + 1];
    if (left->kind != right->kind || right->start < left->end || right->start - left->end > NEIGHBOUR_BYTES)
        return false;
    memcpy(between, text.bytes + left->end, right->start - left->end);
    between[right->start - left->end] = '\0';
    return word_in(between, separators) && !followed_by_unit(text, right);
}

void dates_accept_weak(const struct report *report, candidate_list *candidates)
{
    struct slice text = report->record.text;
    struct date_candidate *accepted = NULL;
    for (size_t i = 0; i < candidates->count; i++) {
        struct date_candidate *candidate = &candidates->items[i];
        if (candidate->dropped)
            continue;
        if (candidate->weak) {
            bool is_date = weak_is_date(text, candidate) ||
                           (accepted && accepted->kind == CANDIDATE_YEAR && candidate->kind == CANDIDATE_YEAR &&
                            candidate->year >= 1500 && follows_accepted(text, accepted, candidate));
            candidate->dropped = !is_date;
            if (!is_date)
                continue;
        }
        accepted = candidate;
    }
}
