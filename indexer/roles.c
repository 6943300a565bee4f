#include "roles.h"

#include "name_words.h"
#include "speech_words.h"
#include "verb_phrase.h"

enum { ROLE_LEXEMES_MAX = 40, ROLE_BEFORE_MAX = 6, ROLE_WORD_MAX = 4 };

static const char *text_of(const struct name_context *context, uint32_t first, uint32_t end)
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

static bool preposition(const struct lexeme *lexeme)
{
    static const char *const words[] = { "de", "du", "des", "d'",   "au",   "aux",  "a",
                                         "of", "at", "for", "with", "from", "chez", "pour" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (lexeme_is(lexeme, words[i]) && lexeme->shape & (SHAPE_LOWER | SHAPE_ELIDED))
            return true;
    return false;
}

static bool article(const struct lexeme *lexeme)
{
    return (lexeme_is(lexeme, "la") || lexeme_is(lexeme, "le") || lexeme_is(lexeme, "l'") ||
            lexeme_is(lexeme, "les") || lexeme_is(lexeme, "the") || lexeme_is(lexeme, "son") ||
            lexeme_is(lexeme, "sa")) &&
           lexeme->shape & (SHAPE_LOWER | SHAPE_ELIDED) && !(lexeme->shape & SHAPE_CAPITAL); /* not that of L'Atelier */
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

/* Of "School of Law, University of Halton" the second: where what a department is part of begins, when it is printed after
 * the comma at COMMA; FIRST for any other organisation. */
static uint32_t whole_of(const struct name_context *context, uint32_t first, uint32_t comma, uint32_t end)
{
    static const char *const parts[] = { "department", "departement", "dept", "school", "faculty", "faculte", "ecole",
                                         "laboratoire", "laboratory", "lab", "division", "service", "direction",
                                         "ufr", "unit", "section", "chaire", "office" };
    if (!LEXEME_AMONG(&context->lexemes[first], parts))
        return first;
    for (uint32_t i = comma; i + 1 < end; i++) {
        if (!word_is(context, i, ","))
            continue;
        for (uint32_t k = i + 1; k < end && !word_is(context, k, ","); k++)
            if (context->bits[k] & NAME_WORD_ORGANISATION)
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
        if (!comma && !preposition(lexeme))
            continue;
        uint32_t next = i + 1;
        while (next < end && (article(&context->lexemes[next]) || (comma && preposition(&context->lexemes[next]))))
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
    bool plain_before = tail > first && tail < end && !article(&context->lexemes[tail - 1]) &&
                        !preposition(&context->lexemes[tail - 1]) && context->lexemes[tail - 1].kind == LEXEME_WORD;
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
    bool alone = next->kind == LEXEME_PUNCTUATION || next->before >= BEFORE_LINE || preposition(next);
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
        role.role = text_of(context, first, end);
        role.quality = 2;
        return role;
    }
    if (!has_role) {
        /* "du CNCRESS", "of the Institute", "Ville de Lyon": an organisation alone */
        if (word_is(context, first, "on") && word_is(context, first + 1, "behalf"))
            first += 2;
        else if (word_is(context, first, "au") && word_is(context, first + 1, "nom"))
            first += 2;
        while (first < end && (preposition(&context->lexemes[first]) || article(&context->lexemes[first])))
            first++;
        if (first < end &&
            (context->lexemes[first].shape & (SHAPE_CAPITAL | SHAPE_UPPER | SHAPE_ACRONYM | SHAPE_MIXED) ||
             context->bits[first] & NAME_WORD_ORGANISATION || word_is(context, first + 1, "&"))) {
            const char *organisation = text_of(context, first, end);
            bool reference = strpbrk(organisation, "0123456789") && strpbrk(organisation, "/-"); /* A8-0041/2017 */
            role.organisation = reference ? NULL : organisation;
            role.quality = role.organisation ? 1 : 0;
        }
        return role;
    }
    while (end > upto && (preposition(&context->lexemes[end - 1]) || article(&context->lexemes[end - 1]) ||
                          word_is(context, end - 1, "in")))
        end--;
    uint32_t role_stop, stop;
    uint32_t organisation = organisation_begin(context, upto, end, &role_stop, &stop);
    role.role = text_of(context, first, stop < end ? end : role_stop);
    role.organisation = text_of(context, organisation, stop);
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
    return i >= 2 && article(&context->lexemes[i - 1]) && preposition(&context->lexemes[i - 2]);
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
            break;
        }
        if (i > first && name_at(context, i) && name_at(context, i)->likelihood >= 0.4 &&
            !(context->bits[i - 1] & (NAME_WORD_PARTICLE | NAME_WORD_EPONYM)) &&
            !preposition(&context->lexemes[i - 1]) && !of_the(context, i))
            break;
        unsigned speech = speech_bits(lexeme->folded);
        bool role_word = (context->bits[i] & NAME_WORD_ROLE) != 0;
        if (lexeme->shape & SHAPE_LOWER && i > first && !role_word &&
            ((speech & SPEECH_AUXILIARY &&
              (!lexeme_is(lexeme, "a") || (context->french && lexeme->end - lexeme->start == 1))) ||
             lexeme_is(lexeme, "qui") || lexeme_is(lexeme, "who") || lexeme_is(lexeme, "dont") ||
             lexeme_is(lexeme, "sur") || (lexeme_is(lexeme, "on") && !word_is(context, i + 1, "behalf"))))
            break;
        if (lexeme_is(lexeme, "a") && i + 1 < context->count && i > first &&
            speech_bits(context->lexemes[i + 1].folded) & (SPEECH_SAY | SPEECH_DO | SPEECH_WEAK) &&
            !(context->bits[i + 1] & NAME_WORD_ORGANISATION) && context->lexemes[i + 1].shape & SHAPE_LOWER)
            break;
        if (lexeme->shape & SHAPE_LOWER && i > first + 1 && speech & SPEECH_SAY &&
            !(speech & (SPEECH_NOUN | SPEECH_AGENT)) && !role_word && !preposition(&context->lexemes[i - 1]))
            break;
        if (lexeme->shape & SHAPE_LOWER && i > first + 1 && speech & (SPEECH_SAY | SPEECH_DO | SPEECH_WEAK) &&
            !(speech & SPEECH_NOUN) && context->lexemes[i - 1].shape & (SHAPE_CAPITAL | SHAPE_UPPER | SHAPE_ACRONYM) &&
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
    if (context->lexemes[name->lead].before < BEFORE_LINE ||
        !(context->lexemes[first].shape & (SHAPE_CAPITAL | SHAPE_UPPER)))
        return false;
    uint32_t i = first;
    while (i < context->count && i - first < ROLE_LEXEMES_MAX && context->lexemes[i].before < BEFORE_LINE &&
           context->lexemes[i].kind == LEXEME_WORD)
        i++;
    return i >= context->count || context->lexemes[i].before >= BEFORE_LINE || word_is(context, i, "(") ||
           word_is(context, i, ",") || word_is(context, i, ";");
}

/* "Panellists", "membres": what several are, before the first of them. */
static bool plural_role(const struct name_context *context, uint32_t first, uint32_t end)
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
        plural_role(context, next, next + 1))
        return false;
    uint32_t end = next + 1;
    while (end < context->count && end - next < ROLE_LEXEMES_MAX && context->lexemes[end].before < BEFORE_LINE) {
        if (word_is(context, end, ":") || word_is(context, end, ".") || name_at(context, end))
            return false;
        end++;
    }
    return true;
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
    while (next < context->count && context->bits[next] & NAME_WORD_POSTNOMINAL &&
           context->lexemes[next].shape & SHAPE_UPPER && context->lexemes[next].before <= BEFORE_SPACE)
        next++;
    if (next >= context->count || context->lexemes[next].before == BEFORE_BLOCK)
        return none;
    if (word_is(context, next, "(") || word_is(context, next, "[")) {
        uint32_t close = bracket_end(context, next);
        if (close == next || (close == next + 2 && own_initials(context, name, next + 1)))
            return none;
        struct role role = role_split(context, next + 1, close);
        role.end = close + 1;
        /* "M. X (PLR) — Rapporteur" */
        if (!role.role && (word_is(context, role.end, "—") || word_is(context, role.end, "–")) &&
            role.end + 1 < context->count && context->lexemes[role.end + 1].before == BEFORE_SPACE &&
            context->bits[role.end + 1] & NAME_WORD_ROLE && !name_at(context, role.end + 1)) {
            uint32_t end = phrase_end(context, role.end + 1);
            role.role = text_of(context, role.end + 1, end);
            role.quality = role.organisation ? 3 : 2;
            role.end = end;
        }
        return role;
    }
    if ((word_is(context, next, "also") || word_is(context, next, "egalement")) && next + 1 < context->count)
        next++; /* "X, also from Halton Water" */
    bool comma = word_is(context, next, ",") || field_of_role(context, name, next),
         dashed = word_is(context, next, "–") || word_is(context, next, "—") || word_is(context, next, "-");
    bool bare = context->lexemes[next].shape & SHAPE_LOWER && context->bits[next] & NAME_WORD_ROLE;
    bare |= line_of_role(context, name, next);
    bool from = preposition(&context->lexemes[next]) && next + 1 < context->count;
    if (!comma && !dashed && !bare && !from)
        return none;
    uint32_t first = comma || dashed ? next + 1 : next;
    while (first < context->count && context->lexemes[first].before < BEFORE_BLOCK &&
           (article(&context->lexemes[first]) || word_is(context, first, "un") || word_is(context, first, "une") ||
            word_is(context, first, "a") || word_is(context, first, "an")) &&
           context->bits[first + 1] & NAME_WORD_ROLE)
        first++;
    if (first >= context->count || context->lexemes[first].before == BEFORE_BLOCK || name_at(context, first))
        return none;
    const struct name_occurrence *other =
        comma && preposition(&context->lexemes[first]) ? name_at(context, first + 1) : NULL;
    if (other && other->likelihood >= 0.5)
        return none; /* "en présence de X, de Y": an enumeration */
    const uint16_t places = SHAPE_UPPER | SHAPE_CAPITAL | SHAPE_ACRONYM | SHAPE_MIXED;
    bool role_near = false, where = from && word_is(context, next, "a"); /* "X à Lyon": where, not what */
    for (uint32_t i = first; i < context->count && i < first + 4 && context->lexemes[i].kind == LEXEME_WORD; i++)
        role_near |= (context->bits[i] & (NAME_WORD_ROLE | NAME_WORD_ORGANISATION)) != 0;
    bool acronym = context->lexemes[first].shape & (SHAPE_UPPER | SHAPE_ACRONYM) ||
                   (preposition(&context->lexemes[first]) && first + 1 < context->count && !where &&
                    context->lexemes[first + 1].shape & places);
    if (preposition(&context->lexemes[first]) && article(&context->lexemes[first + 1]) &&
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

/* Words before a role's own word that belong to it: "ancien président", "Deputy Chair", "Cabinet Member". */
static bool qualifies(const struct name_context *context, uint32_t i)
{
    static const char *const words[] = { "ancien",    "ancienne", "ex",      "former",   "vice",   "deputy",
                                         "acting",    "sous",     "premier", "premiere", "jeune",  "associate",
                                         "assistant", "senior",   "junior",  "county",   "interim" };
    if (context->lexemes[i].kind != LEXEME_WORD || name_at(context, i))
        return false;
    for (size_t w = 0; w < sizeof words / sizeof *words; w++)
        if (word_is(context, i, words[w]))
            return true;
    return !context->french && context->lexemes[i].shape & SHAPE_CAPITAL && !context->lexemes[i].sentence_start &&
           !(context->bits[i] & (NAME_WORD_NOT_NAME | NAME_WORD_HONORIFIC));
}

/* "Commissioner Toledo", "Vice Chair Bradley": the title itself is the role. */
static struct role title_role(const struct name_context *context, const struct name_occurrence *name)
{
    struct role none = { .end = name->first };
    uint32_t first = name->lead;
    while (first < name->first && !(context->bits[first] & NAME_WORD_ROLE))
        first++;
    if (first == name->first || context->bits[first] & (NAME_WORD_MALE | NAME_WORD_FEMALE))
        return none;
    uint32_t end = first;
    while (end < name->first && context->bits[end] & NAME_WORD_ROLE)
        end++;
    while (first > 0 && context->lexemes[first].before == BEFORE_SPACE && qualifies(context, first - 1))
        first--;
    struct role role = { .role = text_of(context, first, end), .end = name->first, .quality = 1 };
    return role;
}

/* "Session chair: X", "Rapporteure : X": the words of the field before a colon, from the beginning of their line. */
static struct role field_role(const struct name_context *context, const struct name_occurrence *name)
{
    struct role none = { .end = name->first };
    uint32_t end = name->lead, first;
    bool role = false;
    if (end < 2 || !word_is(context, end - 1, ":"))
        return none;
    for (first = --end; first > 0; first--) {
        if (context->lexemes[first - 1].kind != LEXEME_WORD || end - first >= ROLE_BEFORE_MAX ||
            name_at(context, first - 1))
            return none;
        role |= (context->bits[first - 1] & NAME_WORD_ROLE) != 0;
        if (context->lexemes[first - 1].before >= BEFORE_LINE) {
            first--;
            break;
        }
    }
    if (!role || plural_role(context, first, end))
        return none;
    for (uint32_t i = first + 1; i < end; i++) /* "Clerk in attendance:" */
        if (word_is(context, i, "in") || word_is(context, i, "present") || word_is(context, i, "attending"))
            end = i;
    return (struct role){ .role = text_of(context, first, end), .end = name->first, .quality = 1 };
}

/* "The mayor handed over to X", "le maire remercie X", "adjointe de X": right before the name, words after which it is not
 * the office's holder. */
static bool of_another(const struct name_context *context, uint32_t end)
{
    static const char *const links[] = { "to", "from", "for", "at", "de", "d'", "pour", "chez", "contre" };
    for (size_t i = 0; end > 0 && i < sizeof links / sizeof *links; i++)
        if (word_is(context, end - 1, links[i]))
            return true;
    unsigned speech = end > 0 ? word_speech(context, end - 1) : 0;
    return speech & SPEECH_THANKS && !(context->bits[end - 1] & NAME_WORD_ROLE);
}

/* The "confirmed" of "The Clerk confirmed X": what stands before it is no office of X. */
static bool verb_between(const struct name_context *context, uint32_t i)
{
    unsigned bits = word_speech(context, i);
    return bits & (SPEECH_SAY | SPEECH_DO) && !(bits & (SPEECH_NOUN | SPEECH_AGENT | SPEECH_INVITED)) &&
           !(context->bits[i] & NAME_WORD_ROLE);
}

struct role role_before(const struct name_context *context, const struct name_occurrence *name)
{
    struct role none = { .end = name->first };
    if (name->lead < name->first && name->role_first == name->role_last) {
        struct role title = title_role(context, name);
        if (title.quality)
            return title;
    }
    if (name->role_last > name->role_first || (name->role_first < name->first && name->role_first > name->lead)) {
        uint32_t first = name->role_first, end = name->first;
        while (first < end && article(&context->lexemes[first]))
            first++;
        return role_split(context, first, end);
    }
    struct role field = field_role(context, name);
    if (field.quality)
        return field;
    uint32_t end = name->lead, first = end;
    if (end > 0 && word_is(context, end - 1, ","))
        end--;
    else if (of_another(context, end))
        return none;
    first = end;
    bool role = false;
    while (first > 0 && end - first < ROLE_BEFORE_MAX && context->lexemes[first].before <= BEFORE_LINE) {
        const struct lexeme *lexeme = &context->lexemes[first - 1];
        if (lexeme->kind != LEXEME_WORD || article(lexeme) || lexeme_is(lexeme, "un") || lexeme_is(lexeme, "une") ||
            lexeme_is(lexeme, "par") || lexeme_is(lexeme, "by") || lexeme_is(lexeme, "et") ||
            lexeme_is(lexeme, "and") || lexeme_is(lexeme, "avec") || lexeme_is(lexeme, "with") ||
            lexeme_is(lexeme, "que") || lexeme_is(lexeme, "leur") || lexeme_is(lexeme, "notre") ||
            verb_between(context, first - 1))
            break;
        role |= (context->bits[first - 1] & NAME_WORD_ROLE) != 0;
        if (!role && !(lexeme->shape & (SHAPE_LOWER | SHAPE_UPPER | SHAPE_CAPITAL)))
            break;
        first--;
    }
    uint32_t limit = first;
    while (first < end && !(context->bits[first] & NAME_WORD_ROLE))
        first++;
    bool other = context->lexemes[end].before >= BEFORE_LINE && limit > 0 && word_is(context, limit - 1, ",");
    if (!role || first >= end || other || plural_role(context, first, end))
        return none; /* the line before may end with somebody else's office */
    while (first > limit && qualifies(context, first - 1))
        first--;
    struct role found = role_split(context, first, end);
    found.quality = found.quality > 1 ? 1 : found.quality;
    found.first = first;
    return found;
}
