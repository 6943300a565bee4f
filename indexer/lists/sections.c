#include "sections.h"

#include <stdlib.h>

#include "name_words.h"
#include "roles.h"
#include "rolls.h"
#include "token.h"
#include "verb_phrase.h"

static const double LISTED_MIN = 0.25; /* likelihood of a name before a comma or a bracket, on a line of a list */

enum { LABEL_WORDS_MAX = 6, BARE_LABEL_WORDS_MAX = 5, ANNOUNCEMENT_WORDS_MAX = 14, INLINE_WORDS_MAX = 6, BROKEN_LABEL_MAX = 60,
       BROKEN_WORDS_MAX = 8, NAME_PARAGRAPH_MAX = 400,
       REFERENCE_MAX = 8, KEY_BYTES = 160 };

/* Folded beginnings of headings and of labels before a colon. `alone` words count only when nothing follows them. */
struct section_row {
    enum section_kind kind;
    const char *words;
};

static const struct section_row rows[] = {
    { SECTION_SPEAKERS, "intervenants" }, { SECTION_SPEAKERS, "intervenantes" }, { SECTION_SPEAKERS, "intervenant" },
    { SECTION_SPEAKERS, "intervenante" }, { SECTION_SPEAKERS, "intervenant e s" },
    { SECTION_SPEAKERS, "intervenants et" },
    { SECTION_SPEAKERS, "les intervenants" }, { SECTION_SPEAKERS, "nos intervenants" }, { SECTION_SPEAKERS, "avec" },
    { SECTION_SPEAKERS, "avec la participation de" }, { SECTION_SPEAKERS, "avec les interventions de" },
    { SECTION_SPEAKERS, "animateur" }, { SECTION_SPEAKERS, "animatrice" }, { SECTION_SPEAKERS, "animation" },
    { SECTION_SPEAKERS, "moderateur" }, { SECTION_SPEAKERS, "moderatrice" }, { SECTION_SPEAKERS, "moderation" },
    { SECTION_SPEAKERS, "discutant" }, { SECTION_SPEAKERS, "discutante" }, { SECTION_SPEAKERS, "discutants" },
    { SECTION_SPEAKERS, "orateurs" }, { SECTION_SPEAKERS, "orateur" }, { SECTION_SPEAKERS, "oratrice" },
    { SECTION_SPEAKERS, "conferencier" }, { SECTION_SPEAKERS, "conferenciere" },
    { SECTION_SPEAKERS, "conferenciers" },
    { SECTION_SPEAKERS, "presentateurs" }, { SECTION_SPEAKERS, "presentateur" },
    { SECTION_SPEAKERS, "presentatrice" }, { SECTION_SPEAKERS, "president de seance" },
    { SECTION_SPEAKERS, "presidente de seance" }, { SECTION_SPEAKERS, "presidence" }, { SECTION_GUESTS, "invites" },
    { SECTION_GUESTS, "invitees" }, { SECTION_GUESTS, "invitee" }, { SECTION_GUESTS, "invite" }, { SECTION_SPEAKERS, "grand temoin" },
    { SECTION_SPEAKERS, "grands temoins" }, { SECTION_SPEAKERS, "temoins" }, { SECTION_SPEAKERS, "rapporteur" },
    { SECTION_SPEAKERS, "rapporteure" }, { SECTION_SPEAKERS, "ont pris la parole" },
    { SECTION_SPEAKERS, "sont intervenus" }, { SECTION_SPEAKERS, "speakers" }, { SECTION_SPEAKERS, "speaker" },
    { SECTION_SPEAKERS, "keynote speakers" }, { SECTION_SPEAKERS, "keynote speaker" },
    { SECTION_SPEAKERS, "keynote" },
    { SECTION_SPEAKERS, "panel" }, { SECTION_SPEAKERS, "panellists" }, { SECTION_SPEAKERS, "panelists" },
    { SECTION_SPEAKERS, "panellist" }, { SECTION_SPEAKERS, "moderator" }, { SECTION_SPEAKERS, "moderators" },
    { SECTION_SPEAKERS, "facilitator" }, { SECTION_SPEAKERS, "facilitators" }, { SECTION_SPEAKERS, "chair" },
    { SECTION_SPEAKERS, "chairs" }, { SECTION_SPEAKERS, "chairperson" }, { SECTION_SPEAKERS, "session chair" },
    { SECTION_SPEAKERS, "chaired by" }, { SECTION_SPEAKERS, "discussants" }, { SECTION_SPEAKERS, "discussant" },
    { SECTION_SPEAKERS, "respondent" }, { SECTION_SPEAKERS, "respondents" }, { SECTION_SPEAKERS, "commentator" },
    { SECTION_SPEAKERS, "commentators" }, { SECTION_SPEAKERS, "presiding" }, { SECTION_SPEAKERS, "opening remarks" },
    { SECTION_SPEAKERS, "closing remarks" }, { SECTION_SPEAKERS, "presenters" }, { SECTION_SPEAKERS, "presenter" },
    { SECTION_GUESTS, "guests" }, { SECTION_SPEAKERS, "guest speakers" }, { SECTION_SPEAKERS, "guest speaker" },
    { SECTION_SPEAKERS, "witnesses" }, { SECTION_SPEAKERS, "witness" }, { SECTION_SPEAKERS, "commentator" },
    { SECTION_SPEAKERS, "in the chair" }, { SECTION_SPEAKERS, "the following spoke" }, { SECTION_SPEAKERS, "host" },
    { SECTION_SPEAKERS, "public access" }, { SECTION_SPEAKERS, "public access presentations" },
    { SECTION_SPEAKERS, "deputations" }, { SECTION_SPEAKERS, "public speakers" },
    { SECTION_ABSENT, "absents ou excuses" }, { SECTION_ABSENT, "absents et excuses" },
    { SECTION_SPEAKERS, "contributors" }, { SECTION_SPEAKERS, "who" },
    { SECTION_SPEAKERS, "keynote lecture" }, { SECTION_SPEAKERS, "keynote talk" }, { SECTION_SPEAKERS, "plenary" },
    { SECTION_SPEAKERS, "plenary talk" }, { SECTION_SPEAKERS, "plenary lecture" }, { SECTION_SPEAKERS, "invited talk" },
    { SECTION_SPEAKERS, "conference pleniere" }, { SECTION_SPEAKERS, "conference inaugurale" },
    { SECTION_SPEAKERS, "conference invitee" }, { SECTION_SPEAKERS, "expose invite" }, { SECTION_SPEAKERS, "oral explanations of vote" },
    { SECTION_SPEAKERS, "explications de vote orales" },
    { SECTION_SPEAKERS, "introduced by" },
    { SECTION_SPEAKERS, "presented by" }, { SECTION_SPEAKERS, "moderated by" }, { SECTION_SPEAKERS, "hosted by" },
    { SECTION_SPEAKERS, "facilitated by" }, { SECTION_SPEAKERS, "anime par" }, { SECTION_SPEAKERS, "animee par" },
    { SECTION_SPEAKERS, "modere par" }, { SECTION_SPEAKERS, "moderee par" }, { SECTION_SPEAKERS, "presente par" },
    { SECTION_SPEAKERS, "presentee par" }, { SECTION_SPEAKERS, "preside par" }, { SECTION_SPEAKERS, "presidee par" },
    { SECTION_PRESENT, "presents" }, { SECTION_PRESENT, "presentes" }, { SECTION_PRESENT, "present" },
    { SECTION_PRESENT, "etaient presents" }, { SECTION_PRESENT, "etaient presentes" },
    { SECTION_PRESENT, "sont presents" },
    { SECTION_PRESENT, "membres presents" }, { SECTION_PRESENT, "personnes presentes" },
    { SECTION_PRESENT, "participants" }, { SECTION_PRESENT, "participantes" }, { SECTION_PRESENT, "participant e s" },
    { SECTION_PRESENT, "liste des participants" }, { SECTION_PRESENT, "liste des presents" },
    { SECTION_PRESENT, "feuille de presence" }, { SECTION_PRESENT, "assistaient" },
    { SECTION_PRESENT, "in attendance" },
    { SECTION_PRESENT, "attendance" }, { SECTION_PRESENT, "attendees" }, { SECTION_PRESENT, "members present" },
    { SECTION_PRESENT, "also present" }, { SECTION_PRESENT, "also in attendance" },
    { SECTION_PRESENT, "list of participants" },
    { SECTION_PRESENT, "roll call" }, { SECTION_PRESENT, "membership" }, { SECTION_PRESENT, "members" },
    { SECTION_PRESENT, "membres" }, { SECTION_PRESENT, "en sont membres" }, { SECTION_PRESENT, "sont membres" },
    { SECTION_PRESENT, "who was there" }, { SECTION_PRESENT, "also there" }, { SECTION_PRESENT, "elus presents" },
    { SECTION_PRESENT, "auditeurs" }, { SECTION_PRESENT, "auditeurs presents" }, { SECTION_PRESENT, "votants" },
    { SECTION_ABSENT, "absents representes" }, { SECTION_ABSENT, "absent represente" },
    { SECTION_ABSENT, "absents ayant donne pouvoir" },
    { SECTION_ABSENT, "absents ayant donne procuration" }, { SECTION_ABSENT, "excuses et representes" },
    { SECTION_ABSENT, "sorry they couldn t come" }, { SECTION_ABSENT, "absents non excuses" },
    { SECTION_PRESENT, "conseillers presents" }, { SECTION_PRESENT, "councillors present" },
    { SECTION_SPEAKERS, "se sont exprimes" }, { SECTION_SPEAKERS, "se sont exprimees" },
    { SECTION_SPEAKERS, "sont intervenues" }, { SECTION_SPEAKERS, "ont egalement pris la parole" },
    { SECTION_SPEAKERS, "the following people spoke" }, { SECTION_SPEAKERS, "statements were made by" },
    { SECTION_PRESENT, "presences" }, { SECTION_PRESENT, "autres presences" }, { SECTION_PRESENT, "staff present" },
    { SECTION_PRESENT, "sont aussi presents" }, { SECTION_PRESENT, "assistent" }, { SECTION_ABSENT, "absence" },
    { SECTION_ABSENT, "absences" }, { SECTION_ABSENT, "absents" }, { SECTION_ABSENT, "absent" },
    { SECTION_ABSENT, "absente" },
    { SECTION_ABSENT, "absentes" }, { SECTION_ABSENT, "absents excuses" }, { SECTION_ABSENT, "absent excuse" },
    { SECTION_ABSENT, "excuses" }, { SECTION_ABSENT, "excusees" }, { SECTION_ABSENT, "excuse" },
    { SECTION_ABSENT, "etaient absents" }, { SECTION_ABSENT, "etaient excuses" }, { SECTION_ABSENT, "procurations" },
    { SECTION_ABSENT, "procuration" }, { SECTION_ABSENT, "pouvoirs" }, { SECTION_ABSENT, "pouvoir" },
    { SECTION_ABSENT, "ont donne pouvoir" }, { SECTION_ABSENT, "ont donne procuration" },
    { SECTION_ABSENT, "representes" },
    { SECTION_ABSENT, "apologies" }, { SECTION_ABSENT, "apologies for absence" }, { SECTION_ABSENT, "regrets" },
    { SECTION_ABSENT, "secretaire de seance" }, { SECTION_ABSENT, "la secretaire de seance" },
    { SECTION_ABSENT, "le secretaire de seance" }, { SECTION_CONTACT, "proces verbaliste" }, { SECTION_CONTACT, "recorder" },
    { SECTION_CONTACT, "minutes by" }, { SECTION_CONTACT, "minutes taken by" }, { SECTION_CONTACT, "minute taker" },
    { SECTION_CONTACT, "note taker" }, { SECTION_CONTACT, "notes by" }, { SECTION_CONTACT, "scribe" },
    { SECTION_PROGRAMME, "programme" }, { SECTION_PROGRAMME, "program" }, { SECTION_PROGRAMME, "agenda" },
    { SECTION_PROGRAMME, "schedule" }, { SECTION_PROGRAMME, "timetable" }, { SECTION_PROGRAMME, "deroule" },
    { SECTION_PROGRAMME, "deroulement" }, { SECTION_PROGRAMME, "au programme" },
    { SECTION_SPEAKERS, "rapport moral" }, { SECTION_SPEAKERS, "rapport d activite" },
    { SECTION_SPEAKERS, "rapport financier" }, { SECTION_SPEAKERS, "bilan financier" },
    { SECTION_BIBLIOGRAPHY, "livre" }, { SECTION_BIBLIOGRAPHY, "livres" }, { SECTION_BIBLIOGRAPHY, "texte" },
    { SECTION_BIBLIOGRAPHY, "textes" }, { SECTION_BIBLIOGRAPHY, "film" }, { SECTION_BIBLIOGRAPHY, "films" },
    { SECTION_BIBLIOGRAPHY, "ouvrage" }, { SECTION_BIBLIOGRAPHY, "book" }, { SECTION_BIBLIOGRAPHY, "books" },
    { SECTION_BIBLIOGRAPHY, "bibliographie" }, { SECTION_BIBLIOGRAPHY, "references" },
    { SECTION_BIBLIOGRAPHY, "references bibliographiques" }, { SECTION_BIBLIOGRAPHY, "pour aller plus loin" },
    { SECTION_BIBLIOGRAPHY, "a lire" }, { SECTION_BIBLIOGRAPHY, "lire aussi" },
    { SECTION_BIBLIOGRAPHY, "bibliography" },
    { SECTION_BIBLIOGRAPHY, "further reading" }, { SECTION_BIBLIOGRAPHY, "ressources" },
    { SECTION_BIBLIOGRAPHY, "works cited" }, { SECTION_BIBLIOGRAPHY, "reading list" },
    { SECTION_THANKS, "remerciements" }, { SECTION_THANKS, "acknowledgements" },
    { SECTION_THANKS, "acknowledgments" },
    { SECTION_CONTACT, "contact" }, { SECTION_CONTACT, "contacts" }, { SECTION_CONTACT, "inscription" },
    { SECTION_CONTACT, "inscriptions" }, { SECTION_CONTACT, "renseignements" }, { SECTION_CONTACT, "credits" },
    { SECTION_CONTACT, "secretariat" }, { SECTION_CONTACT, "prise de notes" }, { SECTION_CONTACT, "photos" },
    { SECTION_CONTACT, "traduction" }, { SECTION_CONTACT, "technique" }, { SECTION_CONTACT, "interpretation" },
    { SECTION_CONTACT, "credits photo" }, { SECTION_CONTACT, "contact presse" }, { SECTION_CONTACT, "registration" },
    { SECTION_COMMITTEE, "comite scientifique" }, { SECTION_COMMITTEE, "comite d organisation" },
    { SECTION_COMMITTEE, "comite organisateur" }, { SECTION_COMMITTEE, "responsables" },
    { SECTION_COMMITTEE, "responsable" },
    { SECTION_COMMITTEE, "responsables scientifiques" }, { SECTION_COMMITTEE, "responsable scientifique" },
    { SECTION_COMMITTEE, "organisation" }, { SECTION_COMMITTEE, "organisateur" },
    { SECTION_COMMITTEE, "organisatrice" },
    { SECTION_COMMITTEE, "organisatrices" }, { SECTION_COMMITTEE, "organise par" },
    { SECTION_COMMITTEE, "organization" },
    { SECTION_COMMITTEE, "organised by" }, { SECTION_COMMITTEE, "organized by" }, { SECTION_COMMITTEE, "organiser" },
    { SECTION_COMMITTEE, "organizer" }, { SECTION_COMMITTEE, "coordination scientifique" },
    { SECTION_COMMITTEE, "conseil scientifique" },
    { SECTION_COMMITTEE, "steering committee" }, { SECTION_COMMITTEE, "local organisers" },
    { SECTION_COMMITTEE, "committee" },
    { SECTION_COMMITTEE, "committees" }, { SECTION_COMMITTEE, "partenaires" }, { SECTION_COMMITTEE, "sponsors" },
    { SECTION_COMMITTEE, "organisateurs" }, { SECTION_COMMITTEE, "organisers" }, { SECTION_COMMITTEE, "organizers" },
    { SECTION_COMMITTEE, "local committee" }, { SECTION_COMMITTEE, "our team" }, { SECTION_COMMITTEE, "the team" }, { SECTION_COMMITTEE, "team" },
    { SECTION_COMMITTEE, "notre equipe" }, { SECTION_COMMITTEE, "l equipe" }, { SECTION_COMMITTEE, "staff" },
    { SECTION_COMMITTEE, "program chairs" }, { SECTION_COMMITTEE, "programme chairs" },
    { SECTION_COMMITTEE, "program chair" }, { SECTION_COMMITTEE, "general chairs" },
    { SECTION_COMMITTEE, "general chair" }, { SECTION_COMMITTEE, "workshop chairs" },
    { SECTION_COMMITTEE, "conference chairs" }, { SECTION_COMMITTEE, "publicity chair" },
    { SECTION_COMMITTEE, "publicity chairs" }, { SECTION_COMMITTEE, "reviewers" },
    { SECTION_CONTACT, "venue" }, { SECTION_CONTACT, "venir" }, { SECTION_CONTACT, "acces" },
    { SECTION_CONTACT, "comment venir" }, { SECTION_CONTACT, "hebergement" }, { SECTION_CONTACT, "accommodation" },
    { SECTION_CONTACT, "travel" }, { SECTION_CONTACT, "hotels" }, { SECTION_CONTACT, "how to get there" },
    { SECTION_CONTACT, "getting there" }, { SECTION_CONTACT, "practical information" },
    { SECTION_CONTACT, "informations pratiques" }, { SECTION_CONTACT, "infos pratiques" },
    { SECTION_COMMITTEE, "organizing committee" }, { SECTION_COMMITTEE, "organising committee" },
    { SECTION_COMMITTEE, "scientific committee" }, { SECTION_COMMITTEE, "program committee" },
    { SECTION_COMMITTEE, "programme committee" }, { SECTION_COMMITTEE, "redaction" }, { SECTION_COMMITTEE, "equipe" },
};

static size_t word_count(struct slice words)
{
    size_t count = 0;
    bool inside = false;
    for (size_t i = 0; i < words.length; i++) {
        bool space = words.bytes[i] == ' ' || words.bytes[i] == '\n' || words.bytes[i] == '\t';
        count += !space && !inside;
        inside = !space;
    }
    return count;
}

static enum section_kind kind_of(struct slice words)
{
    char key[KEY_BYTES];
    size_t length = fold_key(words, key, sizeof key);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (slice_is((struct slice){ key, length }, rows[i].words))
            return rows[i].kind;
    return SECTION_NONE;
}

/* Does folded text end with these words, and have others before them? */
static bool ends_with_words(struct slice folded, const char *words)
{
    size_t n = strlen(words);
    return folded.length > n && folded.bytes[folded.length - n - 1] == ' ' &&
           memcmp(folded.bytes + folded.length - n, words, n) == 0;
}

bool section_of_speakers(struct slice words)
{
    static const char *const last[] = { "speakers", "panelists", "panellists", "lecturers", "presenters" };
    char key[KEY_BYTES];
    if (word_count(words) > LABEL_WORDS_MAX)
        return false;
    struct slice folded = { key, fold_key(words, key, sizeof key) };
    if (memmem(key, folded.length, "for ", 4))
        return false; /* "Information for speakers" */
    for (size_t i = 0; i < sizeof last / sizeof *last; i++)
        if (ends_with_words(folded, last[i]))
            return true;
    return section_label(words) == SECTION_SPEAKERS;
}

/* What a heading announces: as a label does, or by its last words, or its first in French, that stand for the people
 * behind a meeting ("Scientific & Technical Committee"); not "Committee Reports" nor "Comité des droits". */
static enum section_kind heading_kind(struct slice words)
{
    static const char *const last[] = { "program committee", "programme committee", "scientific committee",
                                        "organizing committee", "organising committee", "technical committee",
                                        "advisory committee", "local committee", "steering committee", "organizers",
                                        "organisers", "organisateurs", "organisatrices", "sponsors", "partenaires" };
    static const char *const first[] = { "comite scientifique", "comite d organisation", "comite organisateur",
                                         "comite local", "comite de programme", "comites" };
    char key[KEY_BYTES];
    if (word_count(words) > LABEL_WORDS_MAX)
        return SECTION_NONE;
    enum section_kind kind = kind_of(words);
    struct slice folded = { key, fold_key(words, key, sizeof key) };
    for (size_t i = 0; i < sizeof last / sizeof *last && kind == SECTION_NONE; i++)
        if (ends_with_words(folded, last[i]))
            kind = SECTION_COMMITTEE;
    for (size_t i = 0; i < sizeof first / sizeof *first && kind == SECTION_NONE; i++)
        if (slice_starts(folded, slice_of(first[i])))
            kind = SECTION_COMMITTEE;
    return kind;
}

/* The words of a label without what is in brackets: "Présents (12) :" is "Présents". */
static struct slice label_words(struct slice label)
{
    while (label.length && ((*label.bytes >= '0' && *label.bytes <= '9') || strchr(" .)-", *label.bytes))) {
        label.bytes++; /* "2. Apologies" */
        label.length--;
    }
    const char *bracket = memchr(label.bytes, '(', label.length);
    if (bracket)
        label.length = (size_t)(bracket - label.bytes);
    return slice_trim(label);
}

/* "The Chair opened the hearing. The following spoke" announces what its last sentence does. */
static struct slice last_sentence(struct slice words)
{
    for (size_t i = words.length; i > 2; i--)
        if (words.bytes[i - 1] == ' ' && words.bytes[i - 2] == '.')
            return (struct slice){ words.bytes + i, words.length - i };
    return words;
}

enum section_kind section_label(struct slice label)
{
    struct slice words = label_words(label);
    if (!words.length || word_count(words) > LABEL_WORDS_MAX)
        return SECTION_NONE;
    enum section_kind kind = kind_of(words);
    if (kind == SECTION_GUESTS)
        return SECTION_SPEAKERS;
    return kind == SECTION_NONE && roll_of(words) != SECTION_NONE ? SECTION_PRESENT : kind;
}

/* The section that a heading opens: to the next heading of its level or above. */
static uint32_t heading_reach(const struct name_context *context, enum section_kind kind, size_t heading)
{
    const struct report *report = context->report;
    for (size_t i = heading + 1; i < report->blocks.count; i++) {
        const struct block *block = &report->blocks.items[i];
        bool names = is_roll(kind) && roll_block(context, block); /* a list of names in capitals reads as a heading */
        if (block->kind == BLOCK_HEADING && block->level <= report->blocks.items[heading].level && !names)
            return block->start;
    }
    return (uint32_t)report->record.text.length;
}

/* "Intervenants : X, historien" and further lines that begin with names: where the last of them ends. */
static uint32_t lines_of_names(const struct name_context *context, uint32_t end, uint32_t block_end)
{
    const char *text = context->report->record.text.bytes;
    while (end < block_end) {
        uint32_t first = (uint32_t)lexeme_at(context->report, end);
        const struct name_occurrence *name = first < context->count ? name_at(context, first) : NULL;
        bool listed = name && (word_is(context, name->last + 1, ",") || word_is(context, name->last + 1, "("));
        if (!name || name->lead != first || name->likelihood < (listed ? LISTED_MIN : 0.5) ||
            word_is(context, name->last + 1, ":") ||
            predicate_begins(context, name->last + 1, false)) /* "X had been elected": a sentence */
            break;
        end = roll_line_end(text, end + 1, block_end);
    }
    return end;
}

/* A short paragraph that begins with a name and what he or she is: an item of a list printed as paragraphs. */
static bool name_paragraph(const struct name_context *context, size_t index)
{
    const struct block *block = &context->report->blocks.items[index];
    uint32_t first = (uint32_t)lexeme_at(context->report, block->start);
    const struct name_occurrence *name = first < context->count ? name_at(context, first) : NULL;
    bool listed = name && (word_is(context, name->last + 1, ",") || word_is(context, name->last + 1, "("));
    if (!name || name->lead != first || name->likelihood < (listed ? LISTED_MIN : 0.5))
        return false;
    bool lines = memchr(context->report->record.text.bytes + block->start, '\n', block->end - block->start) &&
                 lines_of_names(context, block->start, block->end) >= block->end;
    if (!lines && block->end - block->start > NAME_PARAGRAPH_MAX)
        return false;
    uint32_t next = name->last + 1;
    return next >= context->count || context->lexemes[next].before >= BEFORE_LINE || word_is(context, next, ",") ||
           word_is(context, next, "(") || word_is(context, next, "–") || word_is(context, next, "—");
}

/* "The following Members spoke on the motion", "Ont ensuite pris la parole": some words, in this order, in a label. */
static const char *const announcements[][3] = {
    { "list of", "panelists", "" }, { "list of", "panellists", "" }, { "list of", "speakers", "" },
    { "list of", "presenters", "" },
    { "the following", "spoke", "" }, { "the following", "addressed", "" }, { "the following", "statements", "" },
    { "statements were made", "", "" }, { "took the floor", "", "" }, { "took part in the debate", "", "" },
    { "participated in the debate", "", "" }, { "spoke on", "", "" }, { "spoke in", "", "" },
    { "ont", "pris la parole", "" }, { "sont", "intervenus", "" }, { "sont", "intervenues", "" },
    { "se sont", "exprimes", "" },
    { "prennent la parole", "", "" }, { "interviennent", "", "" },
};

static bool announces(struct slice words)
{
    char key[KEY_BYTES];
    fold_key(words, key, sizeof key);
    for (size_t i = 0; i < sizeof announcements / sizeof *announcements; i++) {
        const char *at = key;
        for (size_t k = 0; k < 3 && at && announcements[i][k][0]; k++)
            at = strstr(at, announcements[i][k]);
        if (at)
            return true;
    }
    return false;
}

/* "Rapporteuse : X", "Chair: Y": a role alone before a colon and a name. */
static bool role_before_name(const struct name_context *context, uint32_t start, uint32_t colon)
{
    uint32_t i = (uint32_t)lexeme_at(context->report, start);
    static const char *const chosen[] = { "designation", "election", "nomination", "appointment", "candidature" };
    bool role = false;
    for (; i < context->count && context->lexemes[i].start < colon; i++) {
        role |= (context->bits[i] & NAME_WORD_ROLE) != 0;
        static const char *const silent[] = { "membre", "member", "secretaire", "secretar", "clerk", "greffi" };
        for (size_t k = 0; k < sizeof silent / sizeof *silent; k++)
            if (strncmp(context->lexemes[i].folded, silent[k], strlen(silent[k])) == 0)
                return false;
        if (LEXEME_AMONG(&context->lexemes[i], chosen))
            return false;
        if (context->lexemes[i].kind != LEXEME_WORD || name_at(context, i))
            return false;
    }
    const struct name_occurrence *name = role && i + 1 < context->count ? name_at(context, i + 1) : NULL;
    return name && name->lead == i + 1 && name->likelihood >= 0.5;
}

/* A label that ends its block holds for the list after it; one with words after it, for its line. */
static uint32_t label_reach(const struct name_context *context, enum section_kind kind, size_t block, uint32_t end)
{
    const struct report *report = context->report;
    const struct block *here = &report->blocks.items[block];
    if (end < here->end)
        return is_roll(kind) ? roll_end(context, end, here->end) : here->end;
    size_t i = block + 1;
    bool list = false;
    for (; i < report->blocks.count; i++) {
        enum block_kind form = report->blocks.items[i].kind;
        bool deeper = form == BLOCK_LIST_ITEM && here->kind == BLOCK_LIST_ITEM &&
                      report->blocks.items[i].level <= here->level;
        list = list || form == BLOCK_LIST_ITEM || form == BLOCK_TABLE_ROW;
        if (is_roll(kind) && !deeper && roll_block(context, &report->blocks.items[i]))
            continue;
        if (form == BLOCK_HEADING || deeper)
            break;
        bool item = form == BLOCK_LIST_ITEM || form == BLOCK_TABLE_ROW;
        if (!item && (list || i > block + 1) && !name_paragraph(context, i))
            break;
    }
    return i < report->blocks.count ? report->blocks.items[i].start : (uint32_t)report->record.text.length;
}

/* A line "Avec X, Y…", "With X and Y": several names, and no sentence that goes on with a verb. */
static bool with_names(const struct name_context *context, uint32_t start)
{
    uint32_t first = (uint32_t)lexeme_at(context->report, start);
    if (!word_is(context, first, "avec") && !word_is(context, first, "with"))
        return false;
    const struct name_occurrence *name = name_at(context, first + 1),
                                 *end = context->names.items + context->names.count;
    if (!name || name->lead != first + 1 || name + 1 >= end)
        return false;
    uint32_t next = role_after(context, name).end;
    bool joined = word_is(context, next, ",") || word_is(context, next, "et") || word_is(context, next, "and");
    if (word_is(context, next, ",") && (word_is(context, next + 1, "et") || word_is(context, next + 1, "and")))
        next++;
    return joined && name[1].lead == next + 1;
}

bool section_of_document(const struct name_context *context, const struct name_occurrence *name)
{
    uint32_t open = name->last + 1;
    if (!word_is(context, open, "(") && !word_is(context, open, "-"))
        return false;
    for (uint32_t i = open + 1; i + 1 < context->count && i - open < REFERENCE_MAX; i++) {
        if (word_is(context, i, ")") || context->lexemes[i].before >= BEFORE_LINE)
            return false;
        if (word_is(context, i, "/") && context->lexemes[i + 1].kind == LEXEME_NUMBER)
            return true;
    }
    return false;
}

/* Is what stands right after this colon the name of whoever wrote a document? */
static bool document_after(const struct name_context *context, uint32_t colon)
{
    uint32_t first = (uint32_t)lexeme_at(context->report, colon + 1);
    const struct name_occurrence *name = first < context->count ? name_at(context, first) : NULL;
    return name && section_of_document(context, name);
}

/* "Guests Jane Doe, John Roe", "Regrets Jane Doe sent her regrets": the label of a roll that nothing parts from names. */
static bool bare_roll(struct name_context *context, section_list *sections, uint32_t start, uint32_t end)
{
    uint32_t first = (uint32_t)lexeme_at(context->report, start);
    size_t index = name_after(context, first);
    if (index == context->names.count)
        return false;
    const struct name_occurrence *name = &context->names.items[index];
    if (name->lead == first || name->lead - first > BARE_LABEL_WORDS_MAX || name->at.end > end)
        return false;
    struct slice words = { context->report->record.text.bytes + start, context->lexemes[name->lead].start - start };
    enum section_kind kind = kind_of(label_words(words));
    if (kind == SECTION_NONE)
        kind = roll_of(label_words(words));
    uint32_t next = name->last + 1;
    bool list = next >= context->count || context->lexemes[next].before >= BEFORE_LINE || word_is(context, next, ",") ||
                word_is(context, next, "and") || word_is(context, next, "et");
    if (!is_roll(kind) || !(list || kind == SECTION_ABSENT))
        return false;
    *vec_push(context->arena, sections) = (struct section){ kind, start, end, "bare-roll" };
    return true;
}

/* One line of a block: a label before a colon, or a label that is the whole block. */
static void read_line(struct name_context *context, section_list *sections, size_t index, uint32_t start,
                      uint32_t end)
{
    const struct report *report = context->report;
    struct slice line = { report->record.text.bytes + start, end - start };
    const char *colon = memchr(line.bytes, ':', line.length);
    bool whole_block = start == report->blocks.items[index].start && end == report->blocks.items[index].end;
    if (with_names(context, start)) { /* "Avec X (PS), Y et Z" */
        *vec_push(context->arena, sections) = (struct section){ SECTION_SPEAKERS, start, end, "with-names" };
        return;
    }
    if (!colon && bare_roll(context, sections, start, end))
        return;
    if (!colon && !whole_block)
        return;
    struct slice words = colon ? (struct slice){ line.bytes, (size_t)(colon - line.bytes) } : line;
    words = last_sentence(words);
    uint32_t from = start + (uint32_t)(words.bytes - line.bytes); /* of the sentence that is the label */
    words = label_words(words);
    if (!words.length || word_count(words) > ANNOUNCEMENT_WORDS_MAX)
        return;
    enum section_kind kind = kind_of(words);
    if (kind == SECTION_NONE && colon && announces(words))
        kind = SECTION_SPEAKERS;
    if (kind == SECTION_NONE && word_count(words) > LABEL_WORDS_MAX)
        return;
    if (kind == SECTION_NONE && word_count(words) <= (colon ? LABEL_WORDS_MAX : BARE_LABEL_WORDS_MAX))
        kind = roll_of(words);
    bool in_list = section_at(sections, start) != SECTION_NONE; /* "Parents élus : X" among those present */
    if (kind == SECTION_NONE && colon && !in_list &&
        role_before_name(context, start, (uint32_t)(colon - report->record.text.bytes)))
        kind = SECTION_SPEAKERS;
    if (kind == SECTION_NONE || (colon && document_after(context, (uint32_t)(colon - report->record.text.bytes))))
        return;
    struct slice rest = colon
                            ? slice_trim((struct slice){ colon + 1, (size_t)(line.bytes + line.length - colon - 1) })
                            : (struct slice){ NULL, 0 };
    uint32_t reach = end, block_end = report->blocks.items[index].end;
    if (!rest.length)
        reach = label_reach(context, kind, index, end);
    else if (kind == SECTION_SPEAKERS)
        reach = lines_of_names(context, end, block_end);
    else if (is_roll(kind))
        reach = roll_end(context, end, block_end);
    *vec_push(context->arena, sections) =
        (struct section){ kind, from, reach, rest.length ? "field-label" : "list-label" };
}

/* "… à l'Enssib. Intervenants : X, Y", "DU 3 JUILLET Etaient présents : X": labels inside a line, which names follow. */
static void read_inline(struct name_context *context, section_list *sections, uint32_t start, uint32_t end)
{
    const char *text = context->report->record.text.bytes;
    const char *colon = memchr(text + start, ':', end - start);
    for (; colon; colon = memchr(colon + 1, ':', (size_t)(text + end - colon - 1))) {
        uint32_t at = (uint32_t)(colon - text);
        uint32_t after = (uint32_t)lexeme_at(context->report, at + 1),
                 first = (uint32_t)lexeme_at(context->report, at);
        const struct name_occurrence *name = after < context->count ? name_at(context, after) : NULL;
        enum section_kind kind = SECTION_NONE;
        if (!name || name->lead != after)
            continue;
        while (kind == SECTION_NONE && first > 0 && after - first <= INLINE_WORDS_MAX &&
               context->lexemes[first - 1].start > start) {
            first--;
            if (context->lexemes[first].kind != LEXEME_WORD)
                break;
            struct slice words = { text + context->lexemes[first].start, at - context->lexemes[first].start };
            if (context->lexemes[first].shape & (SHAPE_CAPITAL | SHAPE_UPPER))
                kind = kind_of(slice_trim(words));
        }
        if (kind == SECTION_NONE || context->lexemes[first].start <= start || document_after(context, at))
            continue;
        /* speakers are told of at length; those present are one sentence */
        uint32_t reach = after;
        while (kind != SECTION_SPEAKERS && reach < context->count && context->lexemes[reach].start < end &&
               !(context->lexemes[reach].sentence_start && reach > after))
            reach++;
        uint32_t stop = kind == SECTION_SPEAKERS || reach >= context->count ? end : context->lexemes[reach].start;
        *vec_push(context->arena, sections) =
            (struct section){ kind, context->lexemes[first].start, stop < end ? stop : end, "inline-label" };
    }
}

/* "Absents et\nexcusés : X": where the line ends that has the colon of a label that a narrow column broke; END when the
 * line from START to END is none. */
static uint32_t broken_label_end(const struct name_context *context, uint32_t start, uint32_t end, uint32_t block_end)
{
    const char *text = context->report->record.text.bytes;
    if (memchr(text + start, ':', end - start))
        return end;
    for (uint32_t line = end; line < block_end && line - start < BROKEN_LABEL_MAX;) {
        uint32_t stop = roll_line_end(text, line + 1, block_end);
        const char *colon = memchr(text + line + 1, ':', stop - line - 1);
        size_t next = lexeme_at(context->report, line + 1);
        const struct lexeme *first = &context->lexemes[next];
        if (next >= context->count || (!(first->shape & SHAPE_LOWER) && text[first->start] != ':'))
            return end;
        if (colon) {
            struct slice words = { text + start, (size_t)(colon - text) - start };
            return word_count(words) <= BROKEN_WORDS_MAX && roll_of(label_words(words)) != SECTION_NONE ? stop : end;
        }
        line = stop;
    }
    return end;
}

/* Sentences that are rolls. */
static void read_sentences(struct name_context *context, section_list *sections, const struct block *block)
{
    uint32_t end;
    for (uint32_t i = (uint32_t)lexeme_at(context->report, block->start);
         i < context->count && context->lexemes[i].start < block->end; i++) {
        enum section_kind kind = roll_sentence(context, i, &end);
        if (kind != SECTION_NONE)
            *vec_push(context->arena, sections) =
                (struct section){ kind, context->lexemes[i].start, end, "roll-sentence" };
    }
}

/* Guests are who else was there, where there is a roll of those present; elsewhere they are who came to speak. */
static void place_guests(section_list *sections)
{
    bool roll = false;
    for (size_t i = 0; i < sections->count; i++)
        roll |= sections->items[i].kind == SECTION_PRESENT || sections->items[i].kind == SECTION_ABSENT;
    for (size_t i = 0; i < sections->count; i++)
        if (sections->items[i].kind == SECTION_GUESTS)
            sections->items[i].kind = roll ? SECTION_PRESENT : SECTION_SPEAKERS;
}

/* In the order of the text, the outer before the inner. */
static int by_start(const void *a, const void *b)
{
    const struct section *x = a, *y = b;
    if (x->start != y->start)
        return x->start < y->start ? -1 : 1;
    return x->end > y->end ? -1 : x->end < y->end;
}

void sections_find(struct name_context *context, section_list *sections)
{
    const struct report *report = context->report;
    for (size_t i = 0; i < report->blocks.count; i++) {
        const struct block *block = &report->blocks.items[i];
        const char *text = report->record.text.bytes;
        if (block->kind == BLOCK_HEADING) {
            struct slice words = label_words((struct slice){ text + block->start, block->end - block->start });
            const char *dash = memmem(words.bytes, words.length, " – ", 5); /* "Apologies for Absence – Cllr Cannon" */
            if (dash && is_roll(kind_of(slice_trim((struct slice){ words.bytes, (size_t)(dash - words.bytes) }))))
                words.length = (size_t)(dash - words.bytes);
            words = slice_trim(words);
            while (words.length && words.bytes[words.length - 1] == ':')
                words = slice_trim((struct slice){ words.bytes, words.length - 1 });
            enum section_kind kind = heading_kind(words);
            if (kind == SECTION_NONE && word_count(words) <= BARE_LABEL_WORDS_MAX && i + 1 < report->blocks.count &&
                roll_block(context, &report->blocks.items[i + 1]))
                kind = roll_of(words); /* "View Attendee List" */
            if (kind != SECTION_NONE)
                *vec_push(context->arena, sections) = (struct section){ kind, block->start, heading_reach(context, kind, i), "heading-label" };
            continue;
        }
        read_sentences(context, sections, block);
        uint32_t start = block->start;
        while (start < block->end) {
            const char *newline = memchr(text + start, '\n', block->end - start);
            uint32_t end = newline ? (uint32_t)(newline - text) : block->end;
            end = broken_label_end(context, start, end, block->end);
            read_line(context, sections, i, start, end);
            read_inline(context, sections, start, end);
            start = end + 1;
        }
    }
    place_guests(sections);
    if (sections->count)
        qsort(sections->items, sections->count, sizeof *sections->items, by_start);
}

enum section_kind section_at(const section_list *sections, uint32_t offset)
{
    size_t low = 0, high = sections->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (sections->items[middle].start <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    for (size_t i = low; i > 0 && low - i < 16; i--)
        if (sections->items[i - 1].end > offset)
            return sections->items[i - 1].kind;
    return SECTION_NONE;
}
