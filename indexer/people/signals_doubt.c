/* What makes an author who is cited of somebody who seems to speak. In notes of a talk, "Doe montre que" tells of a book far
 * more often than of the room: the words around a name then keep only a part of their weight. */
#include "language.h"
#include "name_words.h"
#include "signal_rules.h"
#include "speech_words.h"
#include "verb_phrase.h"

enum {
    MARKS_MIN = 3,         /* references from which a report is scholarly */
    WORDS_PER_MARK = 3000, /* at least one in so many words */
    SHORT_SENTENCE = 4,    /* words without a sign between, from which a line is prose */
    SENTENCES_MIN = 12,
    BARE_PERCENT = 45,
    TITLES_FEW = 4, /* names with an honorific in notes taken in haste */
    SENTENCE_MAX = 30,
    REFERENCE_BACK = 4, /* from "voir" to a name */
    CF_BACK = 8,        /* from "cf. l'exposé de" */
    AGENT_BACK = 14,
    AUXILIARY_BACK = 3, /* from a verb to "avait" */
    AFTER_AGENT = 6, /* from the name after "Introduite par" on to what was introduced */
    HEADED_BACK = 6, /* from "présidée par" to "l'association" */
    BOOK_MAX = 14, /* lexemes from a name to "dans son ouvrage" */
    PAST_YEAR = 1950, /* before it nobody spoke at what is reported, but in reports of that time */
    FIRST_YEAR = 1200,
};

static bool year_at(const struct name_context *context, uint32_t i, int *year)
{
    if (i >= context->count || context->lexemes[i].kind != LEXEME_NUMBER ||
        context->lexemes[i].end - context->lexemes[i].start != 4)
        return false;
    *year = 0;
    for (const char *p = context->lexemes[i].folded; *p >= '0' && *p <= '9'; p++)
        *year = *year * 10 + (*p - '0');
    return *year >= FIRST_YEAR && *year < 2100;
}

/* "cf.", "(1975)", ", 1975.", "ibid.": the marks of references. */
static bool reference_mark(const struct name_context *context, uint32_t i)
{
    int year;
    if (word_is(context, i, "cf") || word_is(context, i, "ibid") ||
        (word_is(context, i, "et") && word_is(context, i + 1, "al")))
        return true;
    if (!year_at(context, i, &year) || i == 0)
        return false;
    return (word_is(context, i - 1, "(") && word_is(context, i + 1, ")")) ||
           (word_is(context, i - 1, ",") &&
            (word_is(context, i + 1, ".") || word_is(context, i + 1, ")") || word_is(context, i + 1, ",")));
}

/* "Travail sur les digues. Besoin d'y revenir." A sentence that opens with neither a function word nor a name. */
static bool bare_sentence(const struct name_context *context, uint32_t i)
{
    const struct lexeme *word = &context->lexemes[i], *next = &context->lexemes[i + 1];
    enum language language = context->french ? LANGUAGE_FR : LANGUAGE_EN;
    return !language_is_stop_word(language, slice_of(word->folded)) && !(word->shape & SHAPE_ELIDED) &&
           !name_at(context, i) && !name_like(next) && !(context->bits[i] & NAME_WORD_HONORIFIC);
}

/* Notes taken in haste, rather than a report that was written: half of the sentences are bare. */
static bool telegraphic(const struct name_context *context)
{
    uint32_t sentences = 0, bare = 0;
    for (uint32_t i = 0; i + SHORT_SENTENCE < context->count; i++) {
        bool prose = context->lexemes[i].sentence_start && context->lexemes[i].kind == LEXEME_WORD;
        for (uint32_t k = i + 1; prose && k < i + SHORT_SENTENCE; k++)
            prose = context->lexemes[k].kind == LEXEME_WORD && !context->lexemes[k].sentence_start;
        if (!prose)
            continue;
        sentences++;
        bare += bare_sentence(context, i);
    }
    return sentences >= SENTENCES_MIN && bare * 100ull >= sentences * (uint64_t)BARE_PERCENT;
}

bool doubt_scholarly(const struct name_context *context, const section_list *sections)
{
    uint32_t marks = 0, titles = 0;
    for (uint32_t i = 0; i < context->count; i++)
        marks += reference_mark(context, i);
    for (size_t i = 0; i < context->names.count; i++)
        titles += context->names.items[i].honorific != 0;
    bool references = marks >= MARKS_MIN && marks > titles && marks * (uint64_t)WORDS_PER_MARK >= context->count;
    bool roll = false; /* minutes are short too */
    for (size_t i = 0; i < sections->count; i++)
        roll |= sections->items[i].kind == SECTION_PRESENT;
    return references || (titles < TITLES_FEW && !roll && telegraphic(context));
}

bool doubt_discussion(const struct name_context *context, const struct block *heading)
{
    static const char *const words[] = { "discussion", "discussions",  "question",   "questions",
                                         "reponses",   "debat",        "debats",     "echange",
                                         "echanges",   "ronde",        "roundtable", "debate",
                                         "exchange",   "commentaires", "reactions",  "answers" };
    for (uint32_t i = (uint32_t)lexeme_at(context->report, heading->start);
         i < context->count && context->lexemes[i].start < heading->end; i++)
        for (size_t w = 0; w < sizeof words / sizeof *words; w++)
            if (word_is(context, i, words[w]))
                return true;
    return false;
}

bool doubt_chaired(const struct name_context *context, uint32_t first, uint32_t end)
{
    static const char *const stems[] = { "presid", "anim", "moder", "chair", "host", "facilit" };
    for (uint32_t i = first; i < end; i++)
        for (size_t k = 0; k < sizeof stems / sizeof *stems; k++)
            if (strncmp(context->lexemes[i].folded, stems[k], strlen(stems[k])) == 0)
                return true;
    return false;
}

/* Verbs of the room: what is asked, answered, opened is done by whoever is there. */
static bool verb_of_room(const char *folded)
{
    static const char *const stems[] = { "demand", "repon",    "interv",   "reagi",    "interrog", "interpell",
                                         "retor",  "remerci",  "object",   "pos",      "ajout",    "complet",
                                         "conclu", "ouvr",     "introdui", "presente", "anim",     "moder",
                                         "ask",    "answer",   "repl",     "respond",  "thank",    "wonder",
                                         "chair",  "introduc", "annonc",   "propos",   "souhait" };
    for (size_t i = 0; i < sizeof stems / sizeof *stems; i++)
        if (strncmp(folded, stems[i], strlen(stems[i])) == 0)
            return true;
    return false;
}

/* What a scholar proposes, answers or poses is as often in a book. */
static bool verb_of_books(const char *folded)
{
    static const char *const stems[] = { "propos", "pos",      "conclu",  "introdui", "repon",
                                         "ouvr",   "introduc", "complet", "ajout" };
    for (size_t i = 0; i < sizeof stems / sizeof *stems; i++)
        if (strncmp(folded, stems[i], strlen(stems[i])) == 0)
            return true;
    return false;
}

static bool four_digits(const struct name_context *context, uint32_t i)
{
    return i < context->count && context->lexemes[i].kind == LEXEME_NUMBER &&
           context->lexemes[i].end - context->lexemes[i].start == 4;
}

static bool one_of_books(const struct lexeme *lexeme)
{
    static const char *const books[] = { "livre", "ouvrage", "roman", "essai", "article", "poeme", "recueil",
                                         "manuel", "traite", "memoires", "film", "book", "novel", "essay", "treatise",
                                         "poem" };
    for (size_t i = 0; i < sizeof books / sizeof *books; i++)
        if (lexeme_is(lexeme, books[i]))
            return true;
    return false;
}

static bool own(const struct lexeme *lexeme)
{
    return lexeme_is(lexeme, "son") || lexeme_is(lexeme, "his") || lexeme_is(lexeme, "her");
}

bool doubt_book(const struct name_context *context, const struct name_occurrence *name)
{
    uint32_t next = name->last + 1;
    bool others = (word_is(context, next, "and") && word_is(context, next + 1, "others")) ||
                  (word_is(context, next, "et") && word_is(context, next + 1, "al"));
    if (others)
        next += 2 + word_is(context, next + 2, "."); /* "Jane Doe et al. (2021)" */
    if (word_is(context, next, "(") && word_is(context, next + 2, ")") &&
        context->lexemes[next + 1].kind == LEXEME_NUMBER &&
        context->lexemes[next + 1].end - context->lexemes[next + 1].start == 4)
        return true;
    if (four_digits(context, next + 1) && word_is(context, next, ",") &&
        (word_is(context, next + 2, ".") || word_is(context, next + 2, ",") || word_is(context, next + 2, ")")))
        return true; /* "Jane Doe, 1991." */
    for (uint32_t i = next + 1; word_is(context, next, ",") && i + 2 < context->count && i - next < BOOK_MAX; i++) {
        if (context->lexemes[i].sentence_start || context->lexemes[i].before >= BEFORE_LINE)
            break;
        if (word_is(context, i, "(") && four_digits(context, i + 1) && word_is(context, i + 2, ")"))
            return true; /* "Jane Doe, The Book of Sand (1975)" */
    }
    for (uint32_t i = name->lead; i > 1 && name->lead - i < BOOK_MAX && !context->lexemes[i].sentence_start; i--)
        if (one_of_books(&context->lexemes[i - 1]) && own(&context->lexemes[i - 2]))
            return true; /* "Dans son livre, Jane Doe montre" */
    if (name->lead > 1 && four_digits(context, name->lead - 2) && word_is(context, name->lead - 1, ",") &&
        context->lexemes[name->lead - 2].sentence_start)
        return true; /* "1969, Jane Doe" */
    for (uint32_t i = next; i + 2 < context->count && i - next < BOOK_MAX && !context->lexemes[i].sentence_start;
         i++) {
        if ((word_is(context, i, "dans") || word_is(context, i, "in")) && one_of_books(&context->lexemes[i + 2]))
            return true;
    }
    return false;
}

static bool others_talk(const struct doubt_case *c)
{
    return c->input->talk_of >= 0 && c->input->talk_of != c->name->person;
}

/* In another's talk, said in the present. */
static bool within_talk(const struct doubt_case *c)
{
    const struct name_context *context = c->input->context;
    if (!others_talk(c) || (c->verb && word_speech(context, c->verb - 1) & (SPEECH_AUXILIARY | SPEECH_SKIPPED)))
        return false; /* "a rappelé" */
    return c->verb && !verb_of_room(context->lexemes[c->verb].folded);
}

/* Under another's label: told by him or her, unless the sentence begins a paragraph of its own. */
static bool within_turn(const struct doubt_case *c)
{
    return c->input->turn_of >= 0 && c->input->turn_of != c->name->person &&
           c->input->context->lexemes[c->name->lead].before < BEFORE_LINE;
}

/* Among references, outside what is asked and answered. */
static bool among_references(const struct doubt_case *c)
{
    if (!c->input->scholarly || c->input->discussion)
        return false;
    const char *verb = c->verb ? c->input->context->lexemes[c->verb].folded : NULL;
    return !verb || !verb_of_room(verb) || verb_of_books(verb);
}

/* A year long past in the sentence of this name. */
static bool in_past_sentence(const struct name_context *context, const struct name_occurrence *name)
{
    int year;
    for (uint32_t i = name->lead; i > 0 && name->lead - i < SENTENCE_MAX; i--) {
        if (year_at(context, i - 1, &year) && year < PAST_YEAR && !context->lexemes[i].sentence_start)
            return true;
        if (context->lexemes[i].sentence_start)
            break;
    }
    for (uint32_t i = name->last + 1;
         i < context->count && i - name->last < SENTENCE_MAX && !context->lexemes[i].sentence_start; i++)
        if (year_at(context, i, &year) && year < PAST_YEAR)
            return true;
    return false;
}

/* In such a sentence, or first named in one: "In 1791 X proposed a canal. … X replied." */
static bool long_past(const struct doubt_case *c)
{
    const struct name_context *context = c->input->context;
    const struct draft_person *person = &c->input->people->items[c->name->person];
    return in_past_sentence(context, c->name) ||
           (person->occurrences.count > 1 &&
            in_past_sentence(context, &context->names.items[person->occurrences.items[0]]));
}

/* Does one of these words stand in the same sentence, at most so many lexemes before the name? */
static bool shortly_before(const struct doubt_case *c, const char *const *words, size_t count, uint32_t back)
{
    const struct name_context *context = c->input->context;
    for (uint32_t i = c->name->lead; i > 0 && c->name->lead - i < back; i--) {
        for (size_t w = 0; w < count; w++)
            if (word_is(context, i - 1, words[w]))
                return true;
        if (context->lexemes[i - 1].sentence_start)
            return false;
    }
    return false;
}

/* "voir X", "comme le montre X", "chez X". */
static bool referred_to(const struct doubt_case *c)
{
    static const char *const words[] = { "voir", "chez", "comme", "dont", "apres" };
    return shortly_before(c, words, sizeof words / sizeof *words, REFERENCE_BACK);
}

/* "cf. l'article après la conférence de X". */
static bool conferred(const struct doubt_case *c)
{
    static const char *const words[] = { "cf" };
    return shortly_before(c, words, sizeof words / sizeof *words, CF_BACK);
}

static bool of_meeting(const struct lexeme *lexeme)
{
    static const char *const meetings[] = { "seance",     "reunion",      "ronde",        "atelier",  "ateliers",
                                            "conference", "debat",        "debats",       "visite",   "soiree",
                                            "rencontre",  "session",      "presentation", "expose",   "discussion",
                                            "seminaire",  "assemblee",    "colloque",     "journee",  "echange",
                                            "echanges",   "intervention", "commission",   "question", "table",
                                            "balade",     "cours",        "conseil",      "comite",   "council",
                                            "committee",  "board" };
    for (size_t i = 0; i < sizeof meetings / sizeof *meetings; i++)
        if (lexeme_is(lexeme, meetings[i]))
            return true;
    return false;
}

/* "l'association présidée par X", "the team led by X": an organisation has a head outside the meeting too. */
static bool heads_organisation(const struct name_context *context, uint32_t by)
{
    static const char *const heads[] = { "presid", "dirig", "fond", "cree", "led", "headed", "founded", "run",
                                         "chaired" };
    bool head = false;
    for (size_t w = 0; w < sizeof heads / sizeof *heads; w++)
        head = head || strncmp(context->lexemes[by - 1].folded, heads[w], strlen(heads[w])) == 0;
    for (uint32_t i = by - 1; head && i > 0 && by - i < HEADED_BACK && context->lexemes[i - 1].shape & SHAPE_LOWER;
         i--)
        if (word_is(context, i - 1, "team") || word_is(context, i - 1, "equipe") ||
            (context->bits[i - 1] & NAME_WORD_ORGANISATION && !of_meeting(&context->lexemes[i - 1])))
            return true;
    return false;
}

/* "un projet piloté par X": what somebody leads, wrote or found, which is no part of the meeting. */
static bool works_by(const struct doubt_case *c)
{
    static const char *const works[] = { "dirig", "pilot", "port",    "condui", "coordon",  "propos",  "decri",
                                         "defin", "mene",  "illustr", "encadr", "formul",   "sugger",  "evoq",
                                         "expos", "abord", "tenu",    "pose",   "introdui", "raconte", "releve" };
    const struct name_context *context = c->input->context;
    bool work = false;
    uint32_t by = c->at - 1;
    if (c->at < 2 || !(word_is(context, by, "par") || word_is(context, by, "by")))
        return false;
    if (heads_organisation(context, by))
        return true;
    if (!word_is(context, by, "par"))
        return false;
    if (context->lexemes[by - 1].sentence_start) /* "Introduite par X, la conférence" */
        for (uint32_t i = c->name->last + 1; i < context->count && i - c->name->last < AFTER_AGENT; i++)
            if (of_meeting(&context->lexemes[i]))
                return false;
    for (uint32_t i = by; i > 0 && by - i < AGENT_BACK; i--) {
        const char *folded = context->lexemes[i - 1].folded;
        for (size_t w = 0; w < sizeof works / sizeof *works && by - i < 2; w++)
            work = work || strncmp(folded, works[w], strlen(works[w])) == 0;
        if (of_meeting(&context->lexemes[i - 1]))
            return false;
        if (context->lexemes[i - 1].sentence_start || context->lexemes[i - 1].before >= BEFORE_BLOCK)
            break;
    }
    return work;
}

/* "X avait décrit", "had informed": said before what is reported. */
static bool said_before(const struct doubt_case *c)
{
    const struct name_context *context = c->input->context;
    for (uint32_t i = c->verb; i > c->name->last && c->verb - i < AUXILIARY_BACK; i--)
        if (word_is(context, i - 1, "avait") || word_is(context, i - 1, "avaient") || word_is(context, i - 1, "had"))
            return true;
    return false;
}

static bool of_a_book(const struct doubt_case *c)
{
    return doubt_book(c->input->context, c->name);
}

static const struct {
    const char *name;
    bool (*holds)(const struct doubt_case *c);
    double kept; /* of the weight of a rule over words */
} doubts[] = {
    { "within-talk", within_talk, 0.5 },
    { "within-turn", within_turn, 0.5 },
    { "among-references", among_references, 0.55 },
    { "long-past", long_past, 0.5 },
    { "referred-to", referred_to, 0.75 },
    { "conferred", conferred, 0.5 },
    { "works-by", works_by, 0.55 },
    { "book", of_a_book, 0.55 },
    { "said-before", said_before, 0.55 },
};

double doubt_kept(const struct doubt_case *c)
{
    double kept = 1;
    if (c->name->honorific || c->input->verbatim)
        return 1;
    for (size_t i = 0; i < sizeof doubts / sizeof *doubts; i++)
        if (doubts[i].holds(c))
            kept *= doubts[i].kept;
    return kept;
}
