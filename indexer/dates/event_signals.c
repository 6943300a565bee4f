/* event_signals.c - words that tell a meeting's date and place from an article's, and their contexts. */
#include "event_signals.h"
#include "utf8.h"

enum { SENTENCE_BYTES = 140, SHORT_BLOCK_BYTES = 90, SHORT_LINE_BYTES = 160, DATELINE_BYTES = 40, CLOSE_BYTES = 64,
       LINE_BYTES_MAX = 2000, BLOCK_BYTES_MAX = 4000 };

#define WORDS(...) .phrases = (const char *const[]){ __VA_ARGS__, NULL }

const struct event_signal event_signals[] = {
    /* name, where, event, published, place, phrases; then of the future: its weight in an announcement */
    { "verb-held", SIGNAL_BEFORE, 7, -4, 6,
      WORDS("organisait", "organisaient", "a organisé", "ont organisé", "organisé par", "organisée", "organisé le",
            "s'est tenu", "s'est tenue", "se sont tenus", "se sont tenues", "se tenait", "se tenaient", "a eu lieu",
            "ont eu lieu", "avait lieu", "s'est déroulé", "s'est déroulée", "se déroulait", "s'est réuni",
            "s'est réunie", "se sont réunis", "se sont réunies", "se sont retrouvés", "se sont donné rendez-vous",
            "était organisé", "était organisée", "a été organisé", "a été organisée", "tenue à", "tenu à", "tenue le",
            "tenu le", "donné rendez-vous", "a rassemblé", "a réuni", "accueillait", "a accueilli", "accueillie",
            "accueilli", "recevait", "took place", "was held", "were held", "held on", "held in", "held at", "met on",
            "met in", "met at", "gathered", "convened", "hosted", "organised", "organized", "came together",
            "enregistré", "recorded", "we welcomed", "assembled") },
    { "verb-held-after", SIGNAL_AFTER, 5, -2, 3,
      WORDS("s'est tenu", "s'est tenue", "se sont tenus", "se sont tenues", "a eu lieu", "s'est réuni",
            "s'est réunie", "se sont réunis", "se sont retrouvés", "s'est déroulé", "s'est déroulée", "se tenait",
            "était organisé", "était organisée", "took place", "was held", "were held", "gathered", "a accueilli",
            "accueillait", "a réuni", "a rassemblé", "le conseil municipal", "le conseil communautaire",
            "we welcomed", "met in", "met at", "organisait", "a organisé") },
    { "meeting-word", SIGNAL_BEFORE, 4, 0, 2,
      WORDS("séance", "réunion", "séminaire", "rencontre", "rencontres", "journée", "journées", "atelier", "ateliers",
            "débat", "débats", "conférence", "colloque", "forum", "assemblée", "assises", "table ronde",
            "table-ronde", "conseil", "congrès", "compte rendu", "compte-rendu", "procès-verbal", "procès verbal",
            "audition", "soirée", "webinaire", "visite", "concertation", "sommet", "états généraux",
            "université d'été", "commission", "comité", "cycle", "symposium", "meeting", "meetings", "minutes of",
            "seminar", "conference", "workshop", "hearing", "session", "debate", "congress", "webinar", "assembly",
            "lecture", "forum on", "summit", "committee", "panel", "evidence", "round table", "roundtable", "sitting",
            "event", "symposium on", "transcription", "transcript", "retour sur", "relevé de décisions", "cérémonie",
            "inauguration") },
    { "meeting-word-of", SIGNAL_JUST_BEFORE, 3, -1, 5,
      WORDS("séance du", "séance de", "réunion du", "réunion de", "séminaire de", "séminaire du", "rencontre de",
            "rencontre du", "rencontres de", "journée du", "journée de", "journées de", "forum de", "forum du",
            "congrès de", "colloque de", "assises de", "atelier du", "atelier de", "ateliers de", "débat du",
            "conférence de", "conférence du", "conseil municipal de", "conseil municipal du", "meeting of",
            "meeting on", "meeting held on", "seminar in", "seminar at", "conference in", "workshop in", "retour de",
            "sommet de", "rencontre à", "rencontre, à", "séminaire à", "journée à", "forum à") },
    { "label", SIGNAL_LABEL, 8, 0, 8,
      WORDS("date", "dates", "lieu", "lieux", "venue", "place", "location", "when", "where", "quand", "où",
            "date et lieu", "lieu et date", "date et heure", "date and time", "date and place", "date de la réunion",
            "date de la séance", "date of meeting", "meeting date", "date du conseil", "held") },
    { "published-label", SIGNAL_LABEL, -9, 10, 0,
      WORDS("release date", "date released", "published", "date published", "publication date", "posted", "posted on",
            "date posted", "publié", "publié le", "date de publication", "mise en ligne", "date de mise en ligne",
            "mis en ligne", "mis en ligne le", "créé", "créé le", "date de création", "veröffentlicht am") },
    { "midnight", SIGNAL_AFTER, -2, 6, 0,
      WORDS("00:00", "0:00", "00h00") }, /* no meeting begins then: a page's stamp */
    { "published", SIGNAL_CLOSE_BEFORE, -9, 10, -3,
      WORDS("publié", "publiée", "mis en ligne", "mise en ligne", "posté", "paru", "publication", "rédigé le",
            "posted", "published", "soumis", "créé le", "ajouté le", "envoyé le", "article du", "submitted",
            "publish", "créé", "veröffentlicht am") },
    { "byline-after", SIGNAL_JUST_AFTER, -8, 9, -4, WORDS(", par", "par", ", by", "by", "| par", "| by", "- par") },
    { "byline-field", SIGNAL_FIELD, -7, 9, -4, WORDS("-", "–", "—", "|", "·") },
    { "dateline", SIGNAL_DATELINE, -7, 9, 0, WORDS("–", "—") },
    { "updated", SIGNAL_BEFORE, -9, 3, -3,
      WORDS("mis à jour", "mise à jour", "actualisé", "modifié", "modifiée", "dernière modification", "updated",
            "last modified") },
    { "consulted", SIGNAL_BEFORE, -9, 0, -3, WORDS("consulté", "accessed", "retrieved", "imprimé", "copyright") },
    { "approval", SIGNAL_BEFORE, -10, 0, -3,
      WORDS("approbation", "approuve", "approuvé", "adoption du procès-verbal", "adoption du pv", "précédente",
            "précédent", "approve the minutes", "approved the minutes", "approval of", "minutes of the previous",
            "previous meeting", "last meeting", "dernière réunion", "dernière séance",
            "the minutes of the meeting of", "décret", "délibération du", "arrêté du", "loi du", "loi n",
            "circulaire", "ordonnance du", "convention du", "convoqué le", "date de convocation", "convocation",
            "affiché", "affichage", "transmis", "suspended on", "adjourned on", "interrompue le", "naissance",
            "né le", "née le", "born", "depuis le", "since", "act of") },
    { "stamp", SIGNAL_JUST_BEFORE, -20, 0, 0,
      WORDS("en préfecture", "en sous-préfecture", "convocation", "convoqué", "affiché", "affichage", "notifié") },
    { "approval-after", SIGNAL_AFTER, -8, 0, 0,
      WORDS("were approved", "was approved", "be approved", "est approuvé", "est adopté", "sont approuvés",
            "were agreed", "were confirmed", "were signed", "as a correct record", "as a true record") },
    { "announced", SIGNAL_BEFORE, -8, 0, -6,
      WORDS("aura lieu", "auront lieu", "se tiendra", "se tiendront", "se déroulera", "se dérouleront",
            "sera organisé", "sera organisée", "accueillera", "accueilleront", "réunira", "réuniront", "se réunira",
            "rendez-vous le", "will be held", "will take place", "will meet", "will host", "will convene",
            "to be held", "save the date"),
      .future = true, .announced = 7 },
    { "announced-after", SIGNAL_AFTER, -6, 0, -4,
      WORDS("aura lieu", "auront lieu", "se tiendra", "se tiendront", "se déroulera", "accueillera",
            "will take place", "will be held", "will host"),
      .future = true, .announced = 5 },
    { "announced-now", SIGNAL_BEFORE, 0, 0, 0,
      WORDS("organise", "organisent", "invite", "invitent", "réunit", "accueille", "se tient", "a lieu", "begins",
            "takes place", "take place", "hosts", "invites", "are invited", "join us", "welcomes"),
      .future = true, .announced = 6 },
    { "future", SIGNAL_BEFORE, -8, 0, -6,
      WORDS("sera", "seront", "à venir", "will be", "will take", "will", "upcoming"), .future = true },
    { "future-after", SIGNAL_AFTER, -6, 0, -4, WORDS("will be", "will take"), .future = true },
    { "next", SIGNAL_BEFORE, -8, 0, -6,
      WORDS("prochain", "prochaine", "prochains", "prochaines", "next meeting", "next session", "next seminar",
            "next conference", "next event", "next workshop", "next edition", "the next", "our next"),
      .future = true, .announced = -14 },
    { "next-after", SIGNAL_AFTER, -6, 0, -4, WORDS("prochain", "prochains", "next", "next meeting") },
    { "deadline", SIGNAL_BEFORE, -8, 0, -6,
      WORDS("inscription", "inscriptions", "jusqu'au", "avant le", "d'ici", "deadline", "by the", "until",
            "à partir du", "dès le", "date limite") },
    { "another", SIGNAL_BEFORE, -5, 0, -3,
      WORDS("première rencontre", "suite à", "avait déjà", "l'an dernier", "l'année dernière", "en amont",
            "lors de la précédente", "last year", "following", "earlier", "previously", "first edition") },
    { "byline", SIGNAL_BLOCK, -7, 8, -4, WORDS("par", "by", "written by", "article de", "écrit par", "rédigé par") },
    { "place-of-origin", SIGNAL_BEFORE, 0, 0, -4,
      WORDS("maire de", "adjoint", "adjointe", "élu de", "élue de", "élus de", "originaire", "venu de", "venus de",
            "venue de", "témoignage", "témoignages", "exemple de", "exemples de", "université de", "comme à",
            "président", "présidente", "directeur", "directrice", "mayor of", "professor", "from", "university of",
            "director", "came from", "member for", "chercheur", "chercheuse", "conseiller", "conseillère",
            "responsable") },
    { "venue-word", SIGNAL_BEFORE, 0, 0, 4,
      WORDS("à la mairie de", "à l'hôtel de ville de", "salle des fêtes de", "salle polyvalente",
            "palais des congrès", "centre social", "maison des associations", "maison de", "médiathèque de",
            "halle aux grains", "grand hall", "studio", "grande salle", "dans la salle", "auditorium", "amphithéâtre",
            "village hall", "town hall", "city hall", "guildhall", "dans les locaux", "salle du conseil", "siège de",
            "hôtel du département", "hôtel de région", "cité des congrès", "à la salle", "au théâtre",
            "à l'université", "community centre", "conference centre", "campus") },
    { "in-word", SIGNAL_JUST_BEFORE, 0, 0, 2, WORDS("à", "au", "en", "in", "at", "dans", "aux") },
    { "hour-follows", SIGNAL_AFTER, 2, 0, 0,
      WORDS("à 8", "à 9", "à 10", "à 14", "à 17", "à 18", "à 19", "à 20", "p.m", "a.m", "pm", "am", "heures", "at 6",
            "at 7") },
};

const size_t event_signal_count = sizeof event_signals / sizeof *event_signals;

int event_signal_date(const struct event_signal *signal, bool announcement)
{
    return announcement && signal->future ? signal->announced : signal->event;
}

int event_signal_place(const struct event_signal *signal, bool announcement)
{
    return announcement && signal->future ? signal->announced : signal->place;
}

char *event_fold(struct slice text, char *out, size_t size)
{
    size_t length = 0;
    for (size_t i = 0; i < text.length && length + 3 < size;) {
        unsigned char c = (unsigned char)text.bytes[i];
        if (slice_starts((struct slice){ text.bytes + i, text.length - i }, SLICE("\xE2\x80\x99"))) {
            out[length++] = '\'';
            i += 3;
            continue;
        }
        if (c == 0xC3 && i + 1 < text.length) { /* À to Þ become à to þ */
            unsigned char next = (unsigned char)text.bytes[i + 1];
            out[length++] = (char)c;
            out[length++] = (char)(next <= 0x9E ? next + 0x20 : next);
            i += 2;
            continue;
        }
        bool blank = c <= ' ';
        if (!blank || (length && out[length - 1] != ' '))
            out[length++] = blank ? ' ' : c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : (char)c;
        i++;
    }
    out[length] = '\0';
    return out;
}

static bool is_word_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80);
}

bool event_has_phrase(const char *text, const char *phrase)
{
    size_t length = strlen(phrase);
    for (const char *at = strstr(text, phrase); at; at = strstr(at + 1, phrase))
        if ((at == text || !is_word_byte(at[-1]) || !is_word_byte(*phrase)) &&
            (!is_word_byte(at[length]) || !is_word_byte(phrase[length - 1])))
            return true;
    return false;
}

static bool ends_sentence(const char *bytes, uint32_t at, uint32_t end)
{
    char c = bytes[at];
    if (c == '!' || c == '?')
        return true;
    if (c != '.' || at + 1 >= end || (bytes[at + 1] != ' ' && bytes[at + 1] != '\n'))
        return false;
    return at < 2 || (bytes[at - 2] != ' ' && bytes[at - 2] != '.' && bytes[at - 2] != '\n'); /* not M. or J. */
}

/* The block above a short one, when it is short too; NULL when there is none. */
static const struct block *block_above(const struct report *report, const struct event_context *context)
{
    if (context->block_number == 0 || context->block_bytes > SHORT_BLOCK_BYTES)
        return NULL;
    const struct block *above = &report->blocks.items[context->block_number - 1];
    return above->end - above->start <= SHORT_BLOCK_BYTES ? above : NULL;
}

/* What stands before the first colon of the line, or in the block above. */
static void read_label(struct slice text, uint32_t line, uint32_t at, const struct block *above, char *out,
                       size_t size)
{
    struct slice words = { text.bytes + line, at - line };
    const char *colon = memchr(words.bytes, ':', words.length);
    if (colon)
        words.length = (size_t)(colon - words.bytes);
    else if (above)
        words = (struct slice){ text.bytes + above->start, above->end - above->start };
    else
        words.length = 0;
    words = slice_trim(words);
    while (words.length && strchr(":*", words.bytes[words.length - 1]))
        words = slice_trim((struct slice){ words.bytes, words.length - 1 });
    event_fold(words, out, size);
}

void event_context_read(const struct report *report, struct span at, struct event_context *context)
{
    struct slice text = report->record.text;
    uint32_t low = 0, high = (uint32_t)text.length;
    *context = (struct event_context){ .block_number = report_block_at(report, at.start) };
    if (context->block_number < report->blocks.count) {
        const struct block *block = &report->blocks.items[context->block_number];
        low = block->start < at.start ? block->start : at.start;
        high = block->end > at.end ? block->end : at.end;
        context->heading = block->kind == BLOCK_HEADING;
        context->level = block->level;
        context->block_bytes = block->end - block->start;
    }
    context->offset = at.start - low;
    uint32_t line = at.start, line_end = at.end;
    /* a line that is longer is no label and no byline: where it begins does not matter */
    while (line > low && at.start - line < LINE_BYTES_MAX && text.bytes[line - 1] != '\n')
        line--;
    while (line_end < high && line_end - at.end < LINE_BYTES_MAX && text.bytes[line_end] != '\n')
        line_end++;
    uint32_t name = at.end;
    while (name < line_end && strchr(" ,|-", text.bytes[name]))
        name++;
    while (name < line_end && text.bytes[name] != ' ')
        name++;
    context->name_follows = name + 1 < line_end && !(text.bytes[name + 1] >= 'a' && text.bytes[name + 1] <= 'z') &&
                            text.bytes[name + 1] != '(';
    context->line_offset = at.start - line;
    context->line_bytes = line_end - line;
    uint32_t folded = high - low < BLOCK_BYTES_MAX ? high - low : BLOCK_BYTES_MAX;
    event_fold((struct slice){ text.bytes + low, folded }, context->block, sizeof context->block);

    uint32_t start = at.start, end = at.end;
    while (start > low && at.start - start < SENTENCE_BYTES && !ends_sentence(text.bytes, start - 1, high))
        start--;
    while (end < high && end - at.end < SENTENCE_BYTES / 2 && !ends_sentence(text.bytes, end, high))
        end++;
    start = (uint32_t)utf8_floor(text.bytes, text.length, start);
    const struct block *above = start == low ? block_above(report, context) : NULL;
    read_label(text, line, at.start, line == low ? above : NULL, context->label, sizeof context->label);
    size_t length = 0;
    if (above) {
        event_fold((struct slice){ text.bytes + above->start, above->end - above->start }, context->before,
                   sizeof context->before - SENTENCE_BYTES);
        length = strlen(context->before);
        context->before[length++] = ' ';
    }
    event_fold((struct slice){ text.bytes + start, at.start - start }, context->before + length,
               sizeof context->before - length);
    event_fold((struct slice){ text.bytes + at.end, end - at.end }, context->after, sizeof context->after);
}

/* Does TEXT end with the phrase, but for spaces, an article, a weekday's comma? */
static bool ends_with_phrase(const char *text, const char *phrase)
{
    static const char *const loose[] = { " le", " la", " les", " the", " du", " ,", " (" };
    size_t length = strlen(text), wanted = strlen(phrase);
    for (int turn = 0; turn < 3; turn++) {
        while (length && strchr(" ,(*", text[length - 1]))
            length--;
        if (length >= wanted && memcmp(text + length - wanted, phrase, wanted) == 0 &&
            (length == wanted || !is_word_byte(text[length - wanted - 1])))
            return true;
        bool cut = false;
        for (size_t i = 0; i < sizeof loose / sizeof *loose && !cut; i++) {
            size_t bytes = strlen(loose[i]);
            if (length > bytes && memcmp(text + length - bytes, loose[i], bytes) == 0) {
                length -= bytes;
                cut = true;
            }
        }
        if (!cut)
            return false;
    }
    return false;
}

static bool begins_with_phrase(const char *text, const char *phrase)
{
    size_t length = strlen(phrase);
    return strncmp(text, phrase, length) == 0 && !is_word_byte(text[length]);
}

static const char *skip_space(const char *text)
{
    return text + strspn(text, " ");
}

bool event_signal_holds(const struct event_signal *signal, const struct event_context *context)
{
    for (const char *const *phrase = signal->phrases; *phrase; phrase++) {
        bool holds = false;
        switch (signal->where) {
        case SIGNAL_BEFORE: holds = event_has_phrase(context->before, *phrase); break;
        case SIGNAL_CLOSE_BEFORE: {
            size_t length = strlen(context->before);
            holds = event_has_phrase(context->before + (length > CLOSE_BYTES ? length - CLOSE_BYTES : 0), *phrase);
            break;
        }
        case SIGNAL_JUST_BEFORE: holds = ends_with_phrase(context->before, *phrase); break;
        case SIGNAL_LABEL: holds = strcmp(context->label, *phrase) == 0; break;
        case SIGNAL_JUST_AFTER:
            holds = context->block_bytes < SHORT_LINE_BYTES && context->name_follows &&
                    begins_with_phrase(skip_space(context->after), *phrase);
            break;
        case SIGNAL_FIELD:
            holds = context->block_bytes < SHORT_LINE_BYTES && !context->heading && context->name_follows &&
                    ends_with_phrase(context->before, *phrase) &&
                    begins_with_phrase(skip_space(context->after), *phrase);
            break;
        case SIGNAL_DATELINE:
            holds = context->offset < DATELINE_BYTES && context->block_bytes >= SHORT_BLOCK_BYTES &&
                    context->line_bytes == context->block_bytes && strchr(context->before, ',') &&
                    begins_with_phrase(skip_space(context->after), *phrase);
            break;
        case SIGNAL_AFTER: holds = event_has_phrase(context->after, *phrase); break;
        case SIGNAL_BLOCK:
            holds = context->block_bytes < SHORT_LINE_BYTES && begins_with_phrase(context->block, *phrase);
            break;
        }
        if (holds)
            return true;
    }
    return false;
}
