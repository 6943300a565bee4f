#include "messages.h"

#include <stdio.h>

#include "buf.h"

struct message_row {
    const char *fr, *en;
    const char *fr_many, *en_many; /* for more than one, where a count decides */
};

/* Narrow no-break spaces (U+202F) stand before French double punctuation, as typographers ask. */
static const struct message_row messages[MESSAGE_COUNT] = {
    [MESSAGE_SEARCH] = { "Rechercher", "Search", NULL, NULL },
    [MESSAGE_SEARCH_LABEL] = { "Chercher dans les comptes rendus", "Search the reports", NULL, NULL },
    [MESSAGE_SEARCH_HINT] = { "mots, « une expression », intervenant:nom, lieu:ville",
                              "words, \"a phrase\", speaker:name, place:town", NULL, NULL },
    [MESSAGE_SKIP] = { "Aller aux résultats", "Skip to results", NULL, NULL },
    [MESSAGE_OTHER_LANGUAGE] = { "English", "Français", NULL, NULL },
    [MESSAGE_REFINE] = { "Dates et options", "Dates and options", NULL, NULL },
    [MESSAGE_FROM] = { "Du", "From", NULL, NULL },
    [MESSAGE_TO] = { "au", "to", NULL, NULL },
    [MESSAGE_DATE_HINT] = { "2016, 2016-11 ou 2016-11-04", "2016, 2016-11 or 2016-11-04", NULL, NULL },
    [MESSAGE_UNIT] = { "Montrer", "Show", NULL, NULL },
    [MESSAGE_UNIT_REPORT] = { "Comptes rendus", "Reports", NULL, NULL },
    [MESSAGE_UNIT_PASSAGE] = { "Passages", "Passages", NULL, NULL },
    [MESSAGE_SORT] = { "Trier", "Sort", NULL, NULL },
    [MESSAGE_SORT_RELEVANCE] = { "Pertinence", "Relevance", NULL, NULL },
    [MESSAGE_SORT_DATE] = { "Plus anciens", "Oldest", NULL, NULL },
    [MESSAGE_SORT_NEWEST] = { "Plus récents", "Newest", NULL, NULL },
    [MESSAGE_SORT_TITLE] = { "Titre", "Title", NULL, NULL },
    [MESSAGE_FILTERS] = { "Filtrer", "Filter", NULL, NULL },
    [MESSAGE_ACTIVE_FILTERS] = { "Filtres choisis", "Chosen filters", NULL, NULL },
    [MESSAGE_REMOVE] = { "Retirer le filtre {}", "Remove the filter {}", NULL, NULL },
    [MESSAGE_REMOVE_ALL] = { "Tout retirer", "Remove all", NULL, NULL },
    [MESSAGE_SPEAKER] = { "Intervenant", "Speaker", NULL, NULL },
    [MESSAGE_PLACE] = { "Lieu", "Place", NULL, NULL },
    [MESSAGE_EVENT_PLACE] = { "Tenu à", "Held in", NULL, NULL },
    [MESSAGE_ORGANISATION] = { "Organisation", "Organisation", NULL, NULL },
    [MESSAGE_YEAR] = { "Année", "Year", NULL, NULL },
    [MESSAGE_LANGUAGE] = { "Langue", "Language", NULL, NULL },
    [MESSAGE_AUTHOR] = { "Auteur", "Author", NULL, NULL },
    [MESSAGE_RESULTS] = { "Résultats", "Results", NULL, NULL },
    [MESSAGE_REPORTS] = { "{} compte rendu", "{} report", "{} comptes rendus", "{} reports" },
    [MESSAGE_PASSAGES] = { "{} passage", "{} passage", "{} passages", "{} passages" },
    [MESSAGE_ABOUT] = { "environ {}", "about {}", NULL, NULL },
    [MESSAGE_COLLECTION] = { "sur {}", "of {}", NULL, NULL },
    [MESSAGE_NOTHING] = { "Aucun résultat", "Nothing found", NULL, NULL },
    [MESSAGE_NOTHING_HINT] = { "Essayez moins de mots, un mot plus général, ou un nom sans prénom.",
                               "Try fewer words, a more general word, or a surname alone.", NULL, NULL },
    [MESSAGE_NOTHING_FILTERS] = { "Retirer tous les filtres", "Remove all filters", NULL, NULL },
    [MESSAGE_DID_YOU_MEAN] = { "Vouliez-vous dire :", "Did you mean:", NULL, NULL },
    [MESSAGE_CORRECTED] = { "Rien pour la requête telle qu’elle est écrite ; voici les résultats pour « {} ».",
                            "Nothing for the query as typed; these are the results for “{}”.", NULL, NULL },
    [MESSAGE_MISSING] = { "Introuvable ici : {}", "Not found here: {}", NULL, NULL },
    [MESSAGE_PARTIAL] = { "sans : {}", "without: {}", NULL, NULL },
    [MESSAGE_PARTIAL_FOLLOW] = { "Ceux-ci n’ont qu’une partie des mots.", "These have only some of the words.",
                                 NULL, NULL },
    [MESSAGE_IN_ATTACHMENT] = { "dans la pièce jointe « {} »", "in the attachment “{}”", NULL, NULL },
    [MESSAGE_PUBLISHED] = { "publié le {}", "published {}", NULL, NULL },
    [MESSAGE_BY_AUTHOR] = { "par {}", "by {}", NULL, NULL },
    [MESSAGE_OPEN_ORIGINAL] = { "Voir l’original", "See the original", NULL, NULL },
    [MESSAGE_OPEN_PASSAGE] = { "Voir ce passage dans l’original", "See this passage in the original", NULL, NULL },
    [MESSAGE_READ] = { "Lire avec les mots surlignés", "Read with the words highlighted", NULL, NULL },
    [MESSAGE_READ_HERE] = { "Lire ici", "Read here", NULL, NULL },
    [MESSAGE_SIMILAR] = { "Comptes rendus proches", "Similar reports", NULL, NULL },
    [MESSAGE_SIMILAR_TO] = { "Proches d’un compte rendu", "Similar to a report", NULL, NULL },
    [MESSAGE_MORE_PASSAGES] = { "{} passage en tout", "{} passage in all", "{} passages en tout",
                                "{} passages in all" },
    [MESSAGE_MORE_SPEAKERS] = { "et {} autre", "and {} more", "et {} autres", "and {} more" },
    [MESSAGE_DUPLICATES] = { "{} copie identique", "{} identical copy", "{} copies identiques",
                             "{} identical copies" },
    [MESSAGE_PREVIOUS] = { "Précédents", "Previous", NULL, NULL },
    [MESSAGE_NEXT] = { "Suivants", "Next", NULL, NULL },
    [MESSAGE_PAGES] = { "Pages de résultats", "Pages of results", NULL, NULL },
    [MESSAGE_EXPORT] = { "Exporter", "Export", NULL, NULL },
    [MESSAGE_FEED] = { "Suivre (Atom)", "Follow (Atom)", NULL, NULL },
    [MESSAGE_LATEST] = { "Derniers comptes rendus", "Latest reports", NULL, NULL },
    [MESSAGE_ERROR_QUERY] = { "Cette requête n’est pas comprise", "This query is not understood", NULL, NULL },
    [MESSAGE_ERROR_REQUEST] = { "Cette adresse n’est pas comprise", "This address is not understood", NULL, NULL },
    [MESSAGE_ERROR_NOT_FOUND] = { "Ce compte rendu n’existe pas", "There is no such report", NULL, NULL },
    [MESSAGE_ERROR_NO_PAGE] = { "Il n’y a pas de page ici", "There is no page here", NULL, NULL },
    [MESSAGE_ERROR_NOT_FOUND_HINT] = { "Il a pu être retiré, ou son adresse a été mal copiée.",
                                       "It may have been removed, or its address was copied wrongly.", NULL, NULL },
    [MESSAGE_ERROR_UNAVAILABLE] = { "La recherche ne répond pas pour l’instant",
                                    "The search is not available just now", NULL, NULL },
    [MESSAGE_ERROR_UNAVAILABLE_HINT] = {
        "Réessayez dans quelques minutes ; si cela dure, prévenez le responsable du site.",
        "Try again in a few minutes; if it lasts, tell whoever runs this site.", NULL, NULL },
    [MESSAGE_ERROR_TOO_LONG] = { "Cette requête est trop longue", "This query is too long", NULL, NULL },
    [MESSAGE_ERROR_METHOD] = { "Cette façon de demander n’est pas admise", "This method is not allowed", NULL, NULL },
    [MESSAGE_BACK_TO_SEARCH] = { "Nouvelle recherche", "New search", NULL, NULL },
    [MESSAGE_BACK_TO_RESULTS] = { "Retour aux résultats", "Back to the results", NULL, NULL },
    [MESSAGE_SPEAKERS] = { "Intervenants", "Speakers", NULL, NULL },
    [MESSAGE_PLACES] = { "Lieux", "Places", NULL, NULL },
    [MESSAGE_ATTACHMENTS] = { "Documents joints", "Attachments", NULL, NULL },
    [MESSAGE_MATCHES] = { "{} mot trouvé", "{} match", "{} mots trouvés", "{} matches" },
    [MESSAGE_FIRST_MATCH] = { "Premier mot trouvé", "First match", NULL, NULL },
    [MESSAGE_NEXT_MATCH] = { "Mot trouvé suivant", "Next match", NULL, NULL },
    [MESSAGE_HELP] = { "Comment chercher", "How to search", NULL, NULL },
    [MESSAGE_HELP_WORDS] = { "les comptes rendus qui ont tous ces mots, puis ceux qui en ont une partie",
                             "reports that have all these words, then those that have some", NULL, NULL },
    [MESSAGE_HELP_PHRASE] = { "les mots exacts, dans cet ordre", "the exact words, in this order", NULL, NULL },
    [MESSAGE_HELP_SPEAKER] = { "ce qu’une personne a dit", "what a person said", NULL, NULL },
    [MESSAGE_HELP_PLACE] = { "une commune, un département, une région, un pays", "a town, a region, a country", NULL,
                             NULL },
    [MESSAGE_HELP_DATE] = { "une année, un mois, un jour, un intervalle", "a year, a month, a day, a range", NULL,
                            NULL },
    [MESSAGE_HELP_NOT] = { "sans un mot, ou l’un ou l’autre", "without a word, or either of two", NULL, NULL },
    [MESSAGE_POWERED] = { "Recherche : Tribune", "Search by Tribune", NULL, NULL },
    [MESSAGE_CITE] = { "Citer", "Cite", NULL, NULL },
    [MESSAGE_BYTES_KB] = { "{} Ko", "{} KB", NULL, NULL },
    [MESSAGE_BYTES_MB] = { "{} Mo", "{} MB", NULL, NULL },
};

static const char *const months[2][12] = {
    { "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
      "décembre" },
    { "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December" },
};

static bool is_french(enum language language)
{
    return language == LANGUAGE_FR;
}

const char *message(enum language language, enum message which)
{
    return is_french(language) ? messages[which].fr : messages[which].en;
}

static const char *fill(struct arena *arena, const char *pattern, const char *value)
{
    const char *hole = strstr(pattern, "{}");
    if (!hole)
        return pattern;
    return arena_printf(arena, "%.*s%s%s", (int)(hole - pattern), pattern, value, hole + 2);
}

const char *message_with(struct arena *arena, enum language language, enum message which, const char *value)
{
    return fill(arena, message(language, which), value);
}

const char *message_count(struct arena *arena, enum language language, enum message which, uint64_t n)
{
    const struct message_row *row = &messages[which];
    bool many = is_french(language) ? n > 1 : n != 1; /* CLDR plural rules of the two languages */
    const char *pattern = is_french(language) ? (many ? row->fr_many : row->fr) : (many ? row->en_many : row->en);
    return fill(arena, pattern ? pattern : message(language, which), number_words(arena, language, n));
}

static const struct {
    const char *kind, *fr, *en, *fr_heading, *en_heading;
} place_kinds[] = {
    { "commune", "commune", "commune", "Villes", "Towns" },
    { "city", "ville", "city", "Villes", "Towns" },
    { "intercommunality", "intercommunalité", "intercommunality", "Intercommunalités", "Intercommunalities" },
    { "departement", "département", "département", "Départements", "Départements" },
    { "region", "région", "region", "Régions", "Regions" },
    { "country", "pays", "country", "Pays", "Countries" },
    { "continent", "continent", "continent", "Continents", "Continents" },
    { "venue", "lieu de réunion", "venue", "Lieux de réunion", "Venues" },
};

const char *place_kind_words(enum language language, const char *kind, bool heading)
{
    for (size_t i = 0; i < sizeof place_kinds / sizeof *place_kinds; i++)
        if (strcmp(place_kinds[i].kind, kind) == 0) {
            if (heading)
                return is_french(language) ? place_kinds[i].fr_heading : place_kinds[i].en_heading;
            return is_french(language) ? place_kinds[i].fr : place_kinds[i].en;
        }
    return kind;
}

const char *number_words(struct arena *arena, enum language language, uint64_t n)
{
    char digits[24];
    int length = snprintf(digits, sizeof digits, "%llu", (unsigned long long)n);
    struct buf out = BUF_INIT(arena);
    for (int i = 0; i < length; i++) {
        if (i && (length - i) % 3 == 0)
            buf_add_string(&out, is_french(language) ? "\xE2\x80\xAF" : ",");
        buf_add_char(&out, digits[i]);
    }
    return out.bytes;
}

static const char *day_words(struct arena *arena, enum language language, int32_t day)
{
    int year, month, of_month;
    day_split(day, &year, &month, &of_month);
    bool french = is_french(language);
    return arena_printf(arena, "%d%s %s %d", of_month, french && of_month == 1 ? "er" : "",
                        months[french ? 0 : 1][month - 1], year);
}

const char *date_words(struct arena *arena, enum language language, struct interval interval)
{
    if (interval_is_none(interval))
        return NULL;
    bool french = is_french(language);
    if (interval.start == DAY_NONE || interval.end == DAY_NONE) {
        bool until = interval.start == DAY_NONE;
        const char *day = day_words(arena, language, until ? interval.end : interval.start);
        const char *word = french ? (until ? "jusqu’au" : "depuis le") : (until ? "until" : "since");
        return arena_printf(arena, "%s %s", word, day);
    }
    int year, month, day, end_year, end_month, end_day;
    day_split(interval.start, &year, &month, &day);
    day_split(interval.end, &end_year, &end_month, &end_day);
    const char *const *names = months[french ? 0 : 1];
    if (interval.start == interval.end)
        return day_words(arena, language, interval.start);
    bool whole_months = day == 1 && end_day == month_days(end_year, end_month);
    if (whole_months && month == 1 && end_month == 12)
        return year == end_year ? arena_printf(arena, "%d", year) : arena_printf(arena, "%d–%d", year, end_year);
    if (whole_months && year == end_year)
        return month == end_month ? arena_printf(arena, "%s %d", names[month - 1], year)
                                  : arena_printf(arena, "%s–%s %d", names[month - 1], names[end_month - 1], year);
    if (year == end_year && month == end_month)
        return arena_printf(arena, "%d–%d %s %d", day, end_day, names[month - 1], year);
    return arena_printf(arena, "%s – %s", day_words(arena, language, interval.start),
                        day_words(arena, language, interval.end));
}

const char *size_words(struct arena *arena, enum language language, uint64_t bytes)
{
    if (bytes < 1000000)
        return message_with(arena, language, MESSAGE_BYTES_KB,
                            number_words(arena, language, bytes < 1000 ? 1 : (bytes + 500) / 1000));
    uint64_t tenths = (bytes + 50000) / 100000;
    const char *number = arena_printf(arena, "%llu%s%u", (unsigned long long)(tenths / 10),
                                      is_french(language) ? "," : ".", (unsigned)(tenths % 10));
    return message_with(arena, language, MESSAGE_BYTES_MB, number);
}

const char *date_iso(struct arena *arena, struct interval interval)
{
    char start[ISO_DAY_BYTES], end[ISO_DAY_BYTES];
    if (interval.start == DAY_NONE || interval.end == DAY_NONE)
        return NULL;
    day_format(interval.start, start);
    day_format(interval.end, end);
    return interval.start == interval.end ? arena_strdup(arena, start) : arena_printf(arena, "%s/%s", start, end);
}
