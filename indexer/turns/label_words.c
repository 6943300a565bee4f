#include "label_words.h"

#include "lexeme.h"

/* clang-format off */
static const char *const articles[] = { "un", "une", "an", "le", "la", "the", "des", "de", "from", "dans", "n" };

static const char *const anonymous[] = {
    "a", "animateur", "assemblee", "audience", "auditeur", "auditrice", "clerk", "dame", "defendant", "female",
    "femme",
    "floor", "habitant", "habitante", "homme", "host", "internaute", "interpreter", "intervenant",
    "intervenante", "interviewer", "journaliste", "male", "member", "moderateur", "monsieur", "participant",
    "participante", "participants", "plaintiff", "public", "q", "question", "r", "reponse", "riverain", "riveraine",
    "salle",
    "somebody", "someone", "speaker", "spectateur", "spectatrice", "unidentified", "unknown", "voice", "voices",
    "voix",
};

static const char *const epithets[] = { "acting", "interim", "premier", "premiere", "temporary", "vice" };

static const char *const indefinite[] = {
    "a", "all", "an", "another", "autre", "certains", "d'autres", "des", "divers", "many", "one", "other",
    "plusieurs",
    "quelques", "several", "some", "tous", "un", "une", "unidentified", "unknown", "various",
};

static const char *const voices[] = {
    "backbenchers", "congressmen", "conseillers", "councillors", "councilmembers", "delegates", "depute", "deputes",
    "deputies", "elus", "interjection", "interjections", "member", "members", "membre", "membres", "mla", "mlas",
    "mp",
    "mps", "opposition", "senateur", "senateurs", "senators", "td", "tds", "voice", "voices", "voix",
};

static const char *const parties[] = {
    "alliance", "bloc", "con", "conservative", "crossbench", "democrat", "democratic", "green", "greens", "ind",
    "independent", "lab", "labor", "labour", "lib",
    "liberal", "ndp", "progressive", "reform", "republican",
};

static const char *const fields[] = {
    "absent", "absents", "abstention", "abstentions", "abstract", "action", "actions", "adresse", "against",
    "agenda", "annexe", "apologies", "article", "atelier", "attendance", "attendees", "attention", "avantages",
    "budget", "categories", "category", "chapitre", "college", "conclusion", "constat", "contact", "contacts",
    "contexte", "contre", "convocation", "courriel", "credit", "credits", "date", "dates", "day", "decide",
    "decides", "decision", "decisions", "definition", "deliberation", "disclaimer", "doi", "duree", "edition",
    "email", "enjeux",
    "etaient", "etape", "excuses", "exemple", "exemples", "fig", "figure", "for", "heure", "horaires", "http",
    "https", "hypothese", "important", "inconvenients", "introduction", "invites", "isbn", "item", "jour",
    "keywords", "language", "langue", "legende", "licence", "license", "lieu", "location", "mail", "matin",
    "members", "membres", "methode", "module", "motion", "mots-cles", "nb", "nombre", "note", "number", "objectif",
    "objectifs", "objet", "order", "ordre", "participants", "phase", "phone", "photo", "place", "point", "posted",
    "pour", "pouvoir", "pouvoirs", "present", "presents", "price", "prix", "problematique", "procuration",
    "program", "programme", "project", "projet", "ps", "publie", "questions", "quorum", "rappel", "ref",
    "reference", "references", "remarque", "remarques", "resolution", "resultat", "resultats", "resume",
    "secretaire", "session", "site", "soir", "source", "sources", "staff", "subject", "sujet", "table", "tableau",
    "tags", "tarif", "tarifs", "tel", "telephone", "theme", "themes", "time", "title", "titre", "total",
    "traduction", "url", "venue", "votants", "vote", "votes", "web",
};
/* clang-format on */

bool label_anonymous(const char *folded)
{
    return folded_among(folded, anonymous, sizeof anonymous / sizeof *anonymous);
}

bool label_article(const char *folded)
{
    return folded_among(folded, articles, sizeof articles / sizeof *articles);
}

bool label_epithet(const char *folded)
{
    return folded_among(folded, epithets, sizeof epithets / sizeof *epithets);
}

bool label_indefinite(const char *folded)
{
    return folded_among(folded, indefinite, sizeof indefinite / sizeof *indefinite);
}

bool label_voice(const char *folded)
{
    return folded_among(folded, voices, sizeof voices / sizeof *voices);
}

bool label_party(const char *folded)
{
    return folded_among(folded, parties, sizeof parties / sizeof *parties);
}

bool label_field(const char *folded)
{
    return folded_among(folded, fields, sizeof fields / sizeof *fields);
}
