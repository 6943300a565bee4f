#include "roles.h"

#include "name_words.h"
#include "roles_parts.h"
#include "speech_words.h"
#include "verb_phrase.h"

enum { ROLE_LEXEMES_MAX = 40, ROLE_WORD_MAX = 4 };

const char *role_text(const struct name_context *context, uint32_t first, uint32_t end)
{
    if (end <= first)
        return NULL;
    struct slice text = { context->report->record.text.bytes + context->lexemes[first].start,
                          context->lexemes[end - 1].end - context->lexemes[first].start };
    char *copy = arena_dup_slice(context->arena, text);
    char *to = copy;
    for (const char *p = copy; *p; p++) /* line breaks and runs of spaces become one space */
        if (*p != '\n' && *p != '\t')
            *to++ = *p;
        else if (to > copy && to[-1] != ' ')
            *to++ = ' ';
    *to = '\0';
    return copy;
}

bool role_preposition(const struct lexeme *lexeme)
{
    static const char *const words[] = { "de", "du", "des", "d'",   "au",   "aux",  "a",
                                         "of", "at", "for", "with", "from", "chez", "pour" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (lexeme_is(lexeme, words[i]) && lexeme->shape & (SHAPE_LOWER | SHAPE_ELIDED))
            return true;
    return false;
}

bool role_article(const struct lexeme *lexeme)
{
    return (lexeme_is(lexeme, "la") || lexeme_is(lexeme, "le") || lexeme_is(lexeme, "l'") ||
            lexeme_is(lexeme, "les") || lexeme_is(lexeme, "the") || lexeme_is(lexeme, "son") ||
            lexeme_is(lexeme, "sa")) &&
           lexeme->shape & (SHAPE_LOWER | SHAPE_ELIDED) &&
           !(lexeme->shape & SHAPE_CAPITAL); /* not that of L'Atelier */
}

/* "délégué à l'ESS", "chargée de la culture": what somebody is in charge of is part of the role, not an organisation. */
static bool in_charge(const struct name_context *context, uint32_t first, uint32_t at)
{
    static const char *const words[] = { "delegue",    "deleguee",    "charge",    "chargee",     "adjoint",
                                         "adjointe",   "responsable", "referent",  "referente",   "ministre",
                                         "secretaire", "minister",    "secretary", "professeur",  "professeure",
                                         "professor",  "lecturer",    "maitre",    "specialiste", "expert",
                                         "experte",    "docteur",     "docteure",  "doctorant",   "doctorante",
                                         "historien",  "historienne" };
    if (at == first)
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (lexeme_is(&context->lexemes[at - 1], words[i]))
            return true;
    return false;
}

/* "à l'ESS" after "délégué": a subject, not an organisation, unless its head is a kind of organisation. */
static bool organisation_head(const struct name_context *context, uint32_t first, uint32_t preposition_at,
                              uint32_t head)
{
    const struct lexeme *lexeme = &context->lexemes[head];
    if (context->bits[head] & NAME_WORD_ORGANISATION)
        return true;
    if (context->bits[head] & NAME_WORD_ROLE || in_charge(context, first, preposition_at))
        return false;
    return (lexeme->shape & (SHAPE_UPPER | SHAPE_ACRONYM | SHAPE_CAPITAL | SHAPE_MIXED)) != 0;
}

/* Does a kind of organisation stand among the lexemes FIRST to before END? */
static bool any_organisation(const struct name_context *context, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++)
        if (context->bits[i] & NAME_WORD_ORGANISATION)
            return true;
    return false;
}

/* Of "School of Law, University of Halton" and of "Speech, Halton College" the second: where the part after the comma at
 * COMMA begins that names what the part from FIRST belongs to; FIRST where none does. */
static uint32_t whole_of(const struct name_context *context, uint32_t first, uint32_t comma, uint32_t end)
{
    static const char *const parts[] = { "department", "departement", "dept", "school", "faculty", "faculte", "ecole",
                                         "laboratoire", "laboratory", "lab", "division", "service", "direction",
                                         "ufr", "unit", "section", "chaire", "office" };
    if (!LEXEME_AMONG(&context->lexemes[first], parts) && any_organisation(context, first, comma))
        return first;
    for (uint32_t i = comma; i + 1 < end; i++) {
        uint32_t next = i + 1;
        while (word_is(context, i, ",") && next < end && !word_is(context, next, ","))
            next++;
        if (word_is(context, i, ",") && any_organisation(context, i + 1, next))
            return i + 1;
    }
    return first;
}

/* The organisation in FIRST..END: begins after the first preposition (or comma) that a capital or a kind of organisation
 * follows. *ROLE_END is where the role ends, *STOP where the organisation does; END when there is none. */
static uint32_t organisation_begin(const struct name_context *context, uint32_t first, uint32_t end,
                                   uint32_t *role_end, uint32_t *stop)
{
    *stop = end;
    for (uint32_t i = first; i < end; i++) {
        const struct lexeme *lexeme = &context->lexemes[i];
        bool comma = lexeme_is(lexeme, ",");
        if (!comma && !role_preposition(lexeme))
            continue;
        uint32_t next = i + 1;
        while (next < end &&
               (role_article(&context->lexemes[next]) || (comma && role_preposition(&context->lexemes[next]))))
            next++;
        if (next >= end)
            break;
        if (!organisation_head(context, first, i, next))
            continue;
        *role_end = i;
        for (uint32_t k = next + 1; k < end; k++)
            if (word_is(context, k, ",") || (word_is(context, k, "en") && word_is(context, k + 1, "charge")) ||
                word_is(context, k, "charge") || word_is(context, k, "chargee")) {
                *stop = k;
                break;
            }
        uint32_t whole = whole_of(context, next, *stop, end);
        if (whole > next && !any_organisation(context, next, *stop))
            *role_end = whole - 1;
        if (whole > next)
            for (*stop = whole; *stop < end && !word_is(context, *stop, ",");)
                (*stop)++;
        return whole;
    }
    /* "conseiller délégué à l'ESS Nouvelle Aquitaine", "directeur UFISC": a capitalised tail after the subject */
    uint32_t tail = end;
    while (tail > first + 1 && context->lexemes[tail - 1].shape & SHAPE_CAPITAL &&
           !(context->bits[tail - 1] & NAME_WORD_ROLE))
        tail--;
    if (tail == end && end > first + 1 && context->lexemes[end - 1].shape & (SHAPE_UPPER | SHAPE_ACRONYM) &&
        context->lexemes[end - 2].shape & SHAPE_LOWER)
        tail = end - 1;
    bool plain_before = tail > first && tail < end && !role_article(&context->lexemes[tail - 1]) &&
                        !role_preposition(&context->lexemes[tail - 1]) &&
                        context->lexemes[tail - 1].kind == LEXEME_WORD;
    *role_end = plain_before ? tail : end;
    return *role_end;
}

bool role_by_ending(const struct lexeme *lexeme)
{
    static const char *const endings[] = { "logue", "iste", "graphe", "eur",   "euse", "rice",  "ien",    "ienne",
                                           "ier",   "iere", "een",    "eenne", "ist",  "ician", "ologist" };
    if (!(lexeme->shape & SHAPE_LOWER) || lexeme->kind != LEXEME_WORD || lexeme_is(lexeme, "between"))
        return false;
    size_t length = strlen(lexeme->folded);
    for (size_t k = 0; k < sizeof endings / sizeof *endings; k++) {
        size_t ending = strlen(endings[k]);
        if (length >= ending + 3 && strcmp(lexeme->folded + length - ending, endings[k]) == 0)
            return true;
    }
    return false;
}

bool role_occupation(const struct name_context *context, uint32_t i)
{
    if (i + 1 >= context->count)
        return false;
    const struct lexeme *next = &context->lexemes[i + 1];
    bool alone = next->kind == LEXEME_PUNCTUATION || next->before >= BEFORE_LINE || role_preposition(next);
    return alone && role_by_ending(&context->lexemes[i]);
}

struct role role_split(const struct name_context *context, uint32_t first, uint32_t end)
{
    struct role role = { .end = end };
    while (first < end && context->lexemes[first].kind == LEXEME_PUNCTUATION)
        first++;
    while (end > first && context->lexemes[end - 1].kind == LEXEME_PUNCTUATION && !word_is(context, end - 1, ")"))
        end--;
    if (first >= end)
        return role;
    bool has_role = false;
    uint32_t upto = first;
    for (; upto < end && upto - first <= ROLE_WORD_MAX && !has_role; upto++) {
        if (speech_bits(context->lexemes[upto].folded) & SPEECH_AUXILIARY && !word_is(context, upto, "may"))
            break; /* "a été directeur" tells what was */
        has_role = (context->bits[upto] & NAME_WORD_ROLE) != 0;
    }
    if (!has_role && role_occupation(context, first)) {
        role.role = role_text(context, first, end);
        role.quality = 2;
        return role;
    }
    if (!has_role) {
        /* "du CNCRESS", "of the Institute", "Ville de Lyon": an organisation alone */
        if (word_is(context, first, "on") && word_is(context, first + 1, "behalf"))
            first += 2;
        else if (word_is(context, first, "au") && word_is(context, first + 1, "nom"))
            first += 2;
        while (first < end && (role_preposition(&context->lexemes[first]) || role_article(&context->lexemes[first])))
            first++;
        if (first < end &&
            (context->lexemes[first].shape & (SHAPE_CAPITAL | SHAPE_UPPER | SHAPE_ACRONYM | SHAPE_MIXED) ||
             context->bits[first] & NAME_WORD_ORGANISATION || word_is(context, first + 1, "&"))) {
            const char *organisation = role_text(context, first, end);
            bool reference = strpbrk(organisation, "0123456789") && strpbrk(organisation, "/-"); /* A8-0041/2017 */
            role.organisation = reference ? NULL : organisation;
            role.quality = role.organisation ? 1 : 0;
        }
        return role;
    }
    while (end > upto && (role_preposition(&context->lexemes[end - 1]) || role_article(&context->lexemes[end - 1]) ||
                          word_is(context, end - 1, "in")))
        end--;
    uint32_t role_stop, stop;
    uint32_t organisation = organisation_begin(context, upto, end, &role_stop, &stop);
    uint32_t after =
        stop + word_is(context, stop, ","); /* ", chargée de la culture" goes on with the role, ", UK" does not */
    bool goes_on = after < end && context->lexemes[after].shape & (SHAPE_LOWER | SHAPE_ELIDED);
    role.role = role_text(context, first, goes_on ? end : role_stop);
    role.organisation = role_text(context, organisation, stop);
    role.quality = role.organisation ? 3 : 2;
    return role;
}

/* "(JD)" after Jane Doherty is a key, not an organisation. */
static bool own_initials(const struct name_context *context, const struct name_occurrence *name, uint32_t at)
{
    const char *letters = context->lexemes[at].folded;
    if (!(context->lexemes[at].shape & SHAPE_UPPER) || strlen(letters) > 5)
        return false;
    const char *first = name->given ? context->lexemes[name->first].folded : letters;
    return letters[0] == first[0] && strchr(letters + 1, context->lexemes[name->last].folded[0]) != NULL;
}

static uint32_t bracket_end(const struct name_context *context, uint32_t open)
{
    int depth = 0;
    for (uint32_t i = open; i < context->count && i - open < ROLE_LEXEMES_MAX; i++) {
        if (word_is(context, i, "(") || word_is(context, i, "["))
            depth++;
        else if ((word_is(context, i, ")") || word_is(context, i, "]")) && --depth == 0)
            return i;
        if (context->lexemes[i].before == BEFORE_BLOCK && i > open)
            break;
    }
    return open;
}

static bool any_role_word(const struct name_context *context, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++)
        if (context->bits[i] & NAME_WORD_ROLE)
            return true;
    return false;
}

/* Is the rest of the line, from lexeme I, nothing but names of places to work at: capitals, and what joins them? */
static bool capitals_to_end(const struct name_context *context, uint32_t i)
{
    static const char *const joints[] = { "of", "and", "for", "the", "at", "in", "de", "du", "des", "d'", "la", "le",
                                          "l'", "les", "et", "pour", "&", ",", "-", "/", ".", "(", ")" };
    bool capital = false;
    uint32_t first = i;
    for (; i < context->count && (i == first || context->lexemes[i].before < BEFORE_LINE); i++) {
        const struct lexeme *lexeme = &context->lexemes[i];
        bool upper = lexeme->shape & (SHAPE_CAPITAL | SHAPE_UPPER | SHAPE_ACRONYM | SHAPE_MIXED);
        const struct name_occurrence *name = name_at(context, i);
        if (i - first >= ROLE_LEXEMES_MAX || (!upper && !LEXEME_AMONG(lexeme, joints)) ||
            (name && name->likelihood >= 0.5))
            return false;
        capital |= upper;
    }
    return capital;
}

/* "of the" before lexeme I: what follows belongs to the office, though it is written like a name. */
static bool of_the(const struct name_context *context, uint32_t i)
{
    return i >= 2 && role_article(&context->lexemes[i - 1]) && role_preposition(&context->lexemes[i - 2]);
}

/* "of the Harlow Bay Wheelers": words in capitals run on from an organisation's first one to lexeme I. */
static bool inside_capitals(const struct name_context *context, uint32_t first, uint32_t i)
{
    return i > first && context->lexemes[i].before == BEFORE_SPACE && context->lexemes[i - 1].shape & SHAPE_CAPITAL &&
           (i - 1 == first || of_the(context, i - 1)) && !(context->bits[i - 1] & NAME_WORD_ROLE);
}

/* The end of a role after a comma: at a verb, another name, or punctuation that closes it. */
static uint32_t phrase_end(const struct name_context *context, uint32_t first)
{
    uint32_t i = first;
    for (; i < context->count && i - first < ROLE_LEXEMES_MAX; i++) {
        const struct lexeme *lexeme = &context->lexemes[i];
        bool new_line = lexeme->before == BEFORE_LINE && !(lexeme->shape & (SHAPE_LOWER | SHAPE_ELIDED));
        if (i > first && (lexeme->before == BEFORE_BLOCK || new_line))
            break;
        if (lexeme->kind == LEXEME_PUNCTUATION && !lexeme_is(lexeme, "'") && !lexeme_is(lexeme, "&") &&
            !lexeme_is(lexeme, "/") && !lexeme_is(lexeme, "\"") && !lexeme_is(lexeme, "«") &&
            !lexeme_is(lexeme, "»") && !lexeme_is(lexeme, "-")) {
            if (lexeme_is(lexeme, ",") && i + 1 < context->count && i > first) {
                /* a second part: ", chargée de la vie associative", not the rest of the sentence */
                uint32_t next = i + 1;
                if (context->lexemes[next].shape & SHAPE_LOWER && context->bits[next] & NAME_WORD_ROLE)
                    continue;
                /* ", University of Leeds" after "professor" */
                if (context->lexemes[next].shape & (SHAPE_CAPITAL | SHAPE_UPPER) &&
                    context->bits[next] & NAME_WORD_ORGANISATION && !name_at(context, next) &&
                    any_role_word(context, first, i))
                    continue;
                /* ", DuckTown Labs" where the line has no other words */
                if (any_role_word(context, first, i) && capitals_to_end(context, next))
                    continue;
            }
            if (i > first && i + 1 < context->count && (lexeme_is(lexeme, "–") || lexeme_is(lexeme, "—")) &&
                role_preposition(&context->lexemes[i + 1]))
                continue; /* "Associate Professor – at Halton College" */
            break;
        }
        if (i > first && name_at(context, i) && name_at(context, i)->likelihood >= 0.4 &&
            !(context->bits[i - 1] & (NAME_WORD_PARTICLE | NAME_WORD_EPONYM)) &&
            !role_preposition(&context->lexemes[i - 1]) && !of_the(context, i) && !inside_capitals(context, first, i))
            break;
        unsigned speech = speech_bits(lexeme->folded);
        bool role_word = (context->bits[i] & NAME_WORD_ROLE) != 0;
        if (lexeme->shape & SHAPE_LOWER && i > first && !role_word &&
            ((speech & SPEECH_AUXILIARY &&
              (!lexeme_is(lexeme, "a") || (context->french && lexeme->end - lexeme->start == 1))) ||
             lexeme_is(lexeme, "qui") || lexeme_is(lexeme, "who") || lexeme_is(lexeme, "dont") ||
             lexeme_is(lexeme, "sur") || lexeme_is(lexeme, "depuis") || lexeme_is(lexeme, "since") ||
             lexeme_is(lexeme, "with") || (lexeme_is(lexeme, "on") && !word_is(context, i + 1, "behalf"))))
            break;
        if (lexeme_is(lexeme, "a") && i + 1 < context->count && i > first &&
            speech_bits(context->lexemes[i + 1].folded) & (SPEECH_SAY | SPEECH_DO | SPEECH_WEAK) &&
            !(context->bits[i + 1] & NAME_WORD_ORGANISATION) && context->lexemes[i + 1].shape & SHAPE_LOWER)
            break;
        if (lexeme->shape & SHAPE_LOWER && i > first + 1 && speech & SPEECH_SAY &&
            !(speech & (SPEECH_NOUN | SPEECH_AGENT)) && !role_word && !role_preposition(&context->lexemes[i - 1]))
            break;
        if (lexeme->shape & SHAPE_LOWER && i > first + 1 && speech & (SPEECH_SAY | SPEECH_DO | SPEECH_WEAK) &&
            !(speech & SPEECH_NOUN) &&
            context->lexemes[i - 1].shape & (SHAPE_CAPITAL | SHAPE_UPPER | SHAPE_ACRONYM) &&
            !word_is(context, i + 1, "by") && !word_is(context, i + 1, "par"))
            break; /* "Chairman of the Parish Council chaired" */
    }
    /* ", et de X": the conjunction belongs to what follows */
    while (i > first &&
           (word_is(context, i - 1, "et") || word_is(context, i - 1, "and") || word_is(context, i - 1, "de") ||
            word_is(context, i - 1, "d'") || word_is(context, i - 1, ",") || word_is(context, i - 1, "ainsi") ||
            word_is(context, i - 1, "que") || word_is(context, i - 1, "s'") || word_is(context, i - 1, "se") ||
            word_is(context, i - 1, "m") || word_is(context, i - 1, "par")))
        i--;
    return i;
}

/* "- Tunde Bakare, Lagos Open Data (TB)": in a list, what follows a name and a comma up to the end is where one is from. */
static bool line_of_capitals(const struct name_context *context, const struct name_occurrence *name, uint32_t first)
{
    bool opens = context->lexemes[name->lead].before >= BEFORE_LINE || word_is(context, name->lead - 1, ":");
    if (!opens || !(context->lexemes[first].shape & (SHAPE_CAPITAL | SHAPE_UPPER)))
        return false;
    uint32_t i = first;
    while (i < context->count && i - first < ROLE_LEXEMES_MAX && context->lexemes[i].before < BEFORE_LINE &&
           context->lexemes[i].kind == LEXEME_WORD)
        i++;
    return i >= context->count || context->lexemes[i].before >= BEFORE_LINE || word_is(context, i, "(") ||
           word_is(context, i, ",") || word_is(context, i, ";");
}

bool role_plural(const struct name_context *context, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++) {
        const char *word = context->lexemes[i].folded;
        size_t length = strlen(word);
        if (context->bits[i] & NAME_WORD_ROLE && length > 3 && word[length - 1] == 's')
            return true;
    }
    return false;
}

/* A name that ends its line, and the next line is an office: "Jane Doe" / "Director, Halton Water". */
static bool line_of_role(const struct name_context *context, const struct name_occurrence *name, uint32_t next)
{
    const struct lexeme *lexeme = &context->lexemes[next];
    bool capital = lexeme->shape & (SHAPE_CAPITAL | SHAPE_UPPER);
    if (lexeme->before != BEFORE_LINE || !capital || !(context->bits[next] & NAME_WORD_ROLE) ||
        name_at(context, next) || context->lexemes[name->last].before == BEFORE_LINE ||
        role_plural(context, next, next + 1))
        return false;
    uint32_t end = next + 1;
    while (end < context->count && end - next < ROLE_LEXEMES_MAX && context->lexemes[end].before < BEFORE_LINE) {
        if (word_is(context, end, ":") || word_is(context, end, ".") || name_at(context, end))
            return false;
        end++;
    }
    return true;
}

/* "Mme Jane Doe Présidente (2021)": an office right after the name that begins a line. */
static bool office_on_line(const struct name_context *context, const struct name_occurrence *name, uint32_t next)
{
    const struct lexeme *lexeme = &context->lexemes[next];
    return context->lexemes[name->lead].before >= BEFORE_LINE && lexeme->before == BEFORE_SPACE &&
           lexeme->shape & (SHAPE_CAPITAL | SHAPE_UPPER) && context->bits[next] & NAME_WORD_ROLE &&
           !name_at(context, next) && !role_plural(context, next, next + 1);
}

/* "Jane Doe: Mayor of Halton (pop. 1,500)" in a list of who is there: a line that opens with a name, a colon and an office. */
static bool field_of_role(const struct name_context *context, const struct name_occurrence *name, uint32_t colon)
{
    uint32_t role = colon + 1;
    return word_is(context, colon, ":") && role < context->count &&
           context->lexemes[name->lead].before >= BEFORE_LINE && context->lexemes[role].before == BEFORE_SPACE &&
           context->bits[role] & NAME_WORD_ROLE &&
           (word_is(context, role + 1, "de") || word_is(context, role + 1, "du") ||
            word_is(context, role + 1, "d'") || word_is(context, role + 1, "of"));
}

struct role role_phrase(const struct name_context *context, uint32_t first)
{
    uint32_t end = phrase_end(context, first);
    struct role role = role_split(context, first, end);
    role.end = end;
    return role;
}

static struct role printed_after(const struct name_context *context, const struct name_occurrence *name)
{
    uint32_t next = name->last + 1;
    struct role none = { .end = next };
    bool keyed = false; /* "Liz Parry-Jones (LPJ) Clerk" */
    uint32_t letters = next + word_is(context, next, ","); /* "X, JP (Chair)" */
    while (letters < context->count && context->bits[letters] & NAME_WORD_POSTNOMINAL &&
           context->lexemes[letters].shape & SHAPE_UPPER && context->lexemes[letters].before <= BEFORE_SPACE)
        next = ++letters;
    if (word_is(context, next, "(") && next + 2 < context->count && word_is(context, next + 2, ")") &&
        own_initials(context, name, next + 1)) {
        next += 3;
        keyed = true;
    }
    if (next >= context->count || context->lexemes[next].before == BEFORE_BLOCK)
        return none;
    if (word_is(context, next, "(") || word_is(context, next, "[")) {
        uint32_t close = bracket_end(context, next);
        bool labels_other = next + 3 < close && word_is(context, next + 2, ":") && name_at(context, next + 3);
        if (close == next || labels_other) /* "(chair: Jane Doe)" */
            return none;
        struct role role = role_split(context, next + 1, close);
        role.end = close + 1;
        /* "M. X (PLR) — Rapporteur" */
        if (!role.role && (word_is(context, role.end, "—") || word_is(context, role.end, "–")) &&
            role.end + 1 < context->count && context->lexemes[role.end + 1].before == BEFORE_SPACE &&
            context->bits[role.end + 1] & NAME_WORD_ROLE && !name_at(context, role.end + 1)) {
            uint32_t end = phrase_end(context, role.end + 1);
            role.role = role_text(context, role.end + 1, end);
            role.quality = role.organisation ? 3 : 2;
            role.end = end;
        }
        return role;
    }
    if ((word_is(context, next, "also") || word_is(context, next, "egalement")) && next + 1 < context->count)
        next++; /* "X, also from Halton Water" */
    bool comma = word_is(context, next, ",") || field_of_role(context, name, next),
         dashed = (word_is(context, next, "|") && context->bits[next + 1] & NAME_WORD_ROLE) || /* the next cell */
                  word_is(context, next, "–") || word_is(context, next, "—") || word_is(context, next, "-");
    bool bare = context->lexemes[next].shape & SHAPE_LOWER && context->bits[next] & NAME_WORD_ROLE;
    bare |= line_of_role(context, name, next) || office_on_line(context, name, next);
    bare |= keyed && context->lexemes[next].before == BEFORE_SPACE && context->bits[next] & NAME_WORD_ROLE;
    bool from = role_preposition(&context->lexemes[next]) && next + 1 < context->count;
    if (!comma && !dashed && !bare && !from)
        return none;
    uint32_t first = comma || dashed ? next + 1 : next;
    while (first < context->count && context->lexemes[first].before < BEFORE_BLOCK &&
           (role_article(&context->lexemes[first]) || word_is(context, first, "un") ||
            word_is(context, first, "une") || word_is(context, first, "a") || word_is(context, first, "an")) &&
           context->bits[first + 1] & NAME_WORD_ROLE)
        first++;
    if (first >= context->count || context->lexemes[first].before == BEFORE_BLOCK || name_at(context, first))
        return none;
    static const char *const pronouns[] = { "he", "she", "they", "we", "il", "elle", "ils", "elles", "nous" };
    if (comma && LEXEME_AMONG(&context->lexemes[first], pronouns))
        return none; /* "To X, he introduced our speaker" */
    const struct name_occurrence *other =
        comma && role_preposition(&context->lexemes[first]) ? name_at(context, first + 1) : NULL;
    if (other && other->likelihood >= 0.5)
        return none; /* "en présence de X, de Y": an enumeration */
    const uint16_t places = SHAPE_UPPER | SHAPE_CAPITAL | SHAPE_ACRONYM | SHAPE_MIXED;
    bool role_near = false, where = from && word_is(context, next, "a"); /* "X à Lyon": where, not what */
    for (uint32_t i = first; i < context->count && i < first + 4 && context->lexemes[i].kind == LEXEME_WORD; i++)
        role_near |= (context->bits[i] & (NAME_WORD_ROLE | NAME_WORD_ORGANISATION)) != 0;
    bool acronym = context->lexemes[first].shape & (SHAPE_UPPER | SHAPE_ACRONYM) ||
                   (role_preposition(&context->lexemes[first]) && first + 1 < context->count && !where &&
                    context->lexemes[first + 1].shape & places);
    if (role_preposition(&context->lexemes[first]) && role_article(&context->lexemes[first + 1]) &&
        first + 2 < context->count && !where)
        acronym |= (context->lexemes[first + 2].shape & places) != 0;
    bool behalf = (word_is(context, first, "on") && word_is(context, first + 1, "behalf")) ||
                  (word_is(context, first, "au") && word_is(context, first + 1, "nom"));
    if (!role_near && !acronym && !behalf &&
        !(comma && (role_occupation(context, first) || line_of_capitals(context, name, first))))
        return none;
    uint32_t end = phrase_end(context, first);
    struct role role = role_split(context, first, end);
    if (!role.quality)
        return none;
    role.end = end;
    return role;
}

struct role role_after(const struct name_context *context, const struct name_occurrence *name)
{
    struct role role = printed_after(context, name);
    uint32_t word = name->last + 2; /* after the dash */
    bool dash = word_is(context, word - 1, "-") || word_is(context, word - 1, "–") || word_is(context, word - 1, "—");
    bool office = dash && word < context->count && context->bits[word] & NAME_WORD_ROLE;
    if (name->credit_end && role.end > name->credit_end && !office) /* what follows is the title of a talk */
        role = (struct role){ .end = name->last + 1 };
    return role;
}
