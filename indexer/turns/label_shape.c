#include "label_shape.h"

#include <stdlib.h>

#include "label_words.h"
#include "name_shape.h"
#include "name_words.h"
#include "roles.h"
#include "speech_words.h"
#include "token.h"
#include "verb_phrase.h"

enum {
    LABEL_LEXEMES_MAX = 48,
    LABEL_REST_MAX = 36,
    PHRASE_LEXEMES_MAX = 5,
    OFFICE_WORDS_MAX = 8,
    VOICES_WORDS_MAX = 12,   /* "Un sénateur du groupe …" */
    TITLE_WORDS_MAX = 4,     /* "Assistant City Attorney" */
    VOICE_WITHIN = 4,        /* words: "Some hon. members", "Several Government Members" */
    DATE_LEXEMES_MAX = 12,   /* of "2:30 pm, 3rd May 2011" after a name and a role */
    DATE_WORDS_MAX = 4,
    PEERAGE_WORDS_MAX = 4,   /* "of St. Helier" */
    PROVINCE_LETTERS = 2,
    YEAR_DIGITS = 4,
    LISTED_MIN = 2, /* commas in what is a list rather than an office */
    QUALIFIER_WORDS_MAX = 6, /* before a name: "Par votre élue,", "Bronx District Attorney" */
    QUOTATION_MAX = 500,     /* lexemes of a letter that is read out */
    TIME_CODE_MAX = 9,       /* lexemes of "[00:12:03]" and its like */
    LINE_NUMBER_MAX = 14,    /* lexemes of what may stand before a label */
    NUMBERS_WITHIN = 2000    /* lexemes from one numbered speech to the next */
};

static const double LIKELY_NAME = 0.5;
static const double LIKELY_HELD = 0.3; /* in brackets after an office with its article */

static bool line_start(const struct lexeme *lexeme)
{
    return lexeme->before >= BEFORE_LINE;
}

bool label_dash(const struct name_context *context, uint32_t i)
{
    return word_is(context, i, "–") || word_is(context, i, "—") || word_is(context, i, "-") ||
           word_is(context, i, "−");
}

uint32_t label_begin(const struct name_context *context, uint32_t at)
{
    const struct lexeme *lexemes = context->lexemes;
    uint32_t i = at;
    const struct name_occurrence *picture = name_at(context, at);
    const struct name_occurrence *photo = words_at(context, at, "photo of") ? name_at(context, at + 2) : NULL;
    if (photo && photo->lead == at + 2) { /* the same in other words: "Photo of Jane Doe Jane Doe (Halton)" */
        uint32_t again = photo->last + 1;
        again += again < context->count && context->bits[again] & NAME_WORD_POSTNOMINAL;
        if (again < context->count && name_at(context, again) && !line_start(&lexemes[again]))
            return again;
    }
    if (picture && picture->lead == at && word_is(context, picture->last + 1, "portrait") &&
        picture->last + 2 < context->count && !line_start(&lexemes[picture->last + 2]))
        return picture->last + 2; /* what stands for a picture: "Jane Doe Portrait Jane Doe (Halton)" */
    while (i < context->count && i - at < LINE_NUMBER_MAX && (i == at || !line_start(&lexemes[i]))) {
        const struct lexeme *lexeme = &lexemes[i];
        bool number = lexeme->kind == LEXEME_NUMBER || lexeme->shape & SHAPE_ORDINAL;
        bool hour = lexeme->kind == LEXEME_WORD && (lexeme_is(lexeme, "h") || lexeme_is(lexeme, "min")) && i > at;
        if (lexeme->kind == LEXEME_WORD &&
            (lexeme->folded[0] == 'q' ? lexeme->folded + 1 : lexeme->folded)[0] >= '0' &&
            (lexeme->folded[0] == 'q' ? lexeme->folded + 1 : lexeme->folded)[0] <= '9')
            number = true; /* 9h10 may be one word; Q2 numbers a question */
        if (lexeme->kind != LEXEME_PUNCTUATION && !number && !hour)
            break;
        if (lexeme->kind == LEXEME_PUNCTUATION && lexeme_is(lexeme, "("))
            break;
        i++;
    }
    return i;
}

/* M, Dr, Prof, Cllr, St: the period after it ends no sentence. */
static bool abbreviation(const struct name_context *context, uint32_t i)
{
    if (word_is(context, i, "st") || word_is(context, i, "ste"))
        return true;
    return (context->bits[i] & NAME_WORD_HONORIFIC) && strlen(context->lexemes[i].folded) <= 4;
}

/* A mark other than a colon at lexeme I, outside brackets. */
static bool dash_or_period(const struct name_context *context, struct label *label, uint32_t i)
{
    const struct lexeme *lexeme = &context->lexemes[i];
    bool apart = lexeme->before == BEFORE_SPACE && i > label->first, period = apart && word_is(context, i - 1, ".");
    if ((lexeme_is(lexeme, "–") || lexeme_is(lexeme, "—")) && apart) {
        *label = (struct label){ LABEL_DASH, label->first, period ? i - 1 : i, i + 1 };
    } else if (label_dash(context, i) && i > label->first && word_is(context, i - 1, ".") &&
               (apart || (i + 1 < context->count && context->lexemes[i + 1].before >= BEFORE_SPACE))) {
        *label = (struct label){ LABEL_DASH, label->first, i - 1, i + 1 }; /* "M. X. -", "M. X.- " */
    } else if (lexeme_is(lexeme, "-") && apart && i + 1 < context->count &&
               context->lexemes[i + 1].before == BEFORE_SPACE) {
        *label = (struct label){ LABEL_HYPHEN, label->first, i, i + 1 };
    } else if (lexeme_is(lexeme, ".") && i + 1 < context->count && context->lexemes[i + 1].before == BEFORE_SPACE &&
               !label_dash(context, i + 1) && !abbreviation(context, i - 1) && i > label->first + 1) {
        *label = (struct label){ LABEL_PERIOD, label->first, i, i + 1 };
    } else if (lexeme_is(lexeme, ".") && i + 2 < context->count && label_titled(context, label->first) &&
               context->lexemes[i + 1].kind == LEXEME_NUMBER && context->lexemes[i + 1].before == BEFORE_NOTHING &&
               context->lexemes[i + 2].before == BEFORE_SPACE && !abbreviation(context, i - 1)) {
        *label = (struct label){ LABEL_PERIOD, label->first, i, i + 2 }; /* "MS. X.1 Thank you": a note's number */
    }
    return label->mark != LABEL_NONE;
}

/* "M. Jean Doe ; Je maintiens": is a name with its title all there is before lexeme END, and a capital after it? */
static bool titled_name_ends(const struct name_context *context, uint32_t at, uint32_t end)
{
    const struct name_occurrence *name = label_titled(context, at) ? name_at(context, at) : NULL;
    return name && name->lead == at && name->last + 1 == end && end + 1 < context->count &&
           context->lexemes[end + 1].before == BEFORE_SPACE &&
           context->lexemes[end + 1].shape & (SHAPE_CAPITAL | SHAPE_INITIAL);
}

struct label label_read(const struct name_context *context, uint32_t at)
{
    const struct lexeme *lexemes = context->lexemes;
    struct label none = { LABEL_NONE, at, at, at }, label = none;
    int depth = 0;
    bool broken = false, role = false;
    for (uint32_t i = at; i < context->count && i - at < LABEL_LEXEMES_MAX; i++) {
        const struct lexeme *lexeme = &lexemes[i];
        if (i > at && line_start(lexeme)) { /* "Mme X, adjointe au maire chargée / de la culture :" */
            bool goes_on = (role || depth > 0) && lexeme->shape & (SHAPE_LOWER | SHAPE_ELIDED);
            if (broken || lexeme->before > BEFORE_LINE || !label_titled(context, at) || !goes_on)
                return none;
            broken = true;
        }
        role |= depth == 0 && lexeme_is(lexeme, ",");
        if (lexeme->kind != LEXEME_PUNCTUATION)
            continue;
        if (lexeme_is(lexeme, "(") || lexeme_is(lexeme, "[") || (role && lexeme_is(lexeme, "«")))
            depth++; /* "X (ECR), question «carton bleu». –" */
        else if ((lexeme_is(lexeme, ")") || lexeme_is(lexeme, "]") || lexeme_is(lexeme, "»")) && depth > 0)
            depth--;
        else if (depth > 0)
            continue;
        else if (lexeme_is(lexeme, ":")) {
            bool touches = i + 1 < context->count && lexemes[i + 1].before == BEFORE_NOTHING &&
                           lexemes[i + 1].kind != LEXEME_PUNCTUATION && lexeme->before == BEFORE_NOTHING;
            bool hour = touches && lexemes[i + 1].kind == LEXEME_NUMBER; /* 10:30 */
            return hour || i == at ? none : (struct label){ LABEL_COLON, at, i, i + 1 };
        } else if (lexeme_is(lexeme, ";") && titled_name_ends(context, at, i)) { /* a misprint for the colon */
            return (struct label){ LABEL_COLON, at, i, i + 1 };
        } else if (lexeme_is(lexeme, ";") || lexeme_is(lexeme, "?") || lexeme_is(lexeme, "!") ||
                   lexeme_is(lexeme, "»"))
            return none;
        else if (dash_or_period(context, &label, i))
            return label;
    }
    return none;
}

/* "01.02" at lexeme I, at the beginning of a line: its second part, as a number; 0 for none. */
static int speech_number(const struct name_context *context, uint32_t i)
{
    const struct lexeme *lexemes = context->lexemes;
    if (i + 2 >= context->count || (i > 0 && !line_start(&lexemes[i])) || lexemes[i].kind != LEXEME_NUMBER ||
        !word_is(context, i + 1, ".") || lexemes[i + 2].kind != LEXEME_NUMBER ||
        lexemes[i + 2].before != BEFORE_NOTHING)
        return 0;
    return atoi(lexemes[i + 2].folded);
}

/* "01.02" with "01.01" or "01.03" above or below it: the number of a speech, and no time. */
static bool numbered(const struct name_context *context, uint32_t at)
{
    int number = speech_number(context, at);
    for (uint32_t i = at > NUMBERS_WITHIN ? at - NUMBERS_WITHIN : 0;
         number > 0 && i < context->count && i < at + NUMBERS_WITHIN; i++) {
        int other = word_is(context, i, context->lexemes[at].folded) ? speech_number(context, i) : 0;
        if (other > 0 && (other == number + 1 || other == number - 1))
            return true;
    }
    return false;
}

bool label_timed(const struct name_context *context, uint32_t at, uint32_t first)
{
    if (numbered(context, at))
        return false;
    return first > at + 1 && context->lexemes[at].folded[0] >= '0' && context->lexemes[at].folded[0] <= '9';
}

uint32_t label_time_code(const struct name_context *context, uint32_t at)
{
    uint32_t i = at, numbers = 0;
    while (i < context->count && i - at < TIME_CODE_MAX && !line_start(&context->lexemes[i])) {
        const struct lexeme *lexeme = &context->lexemes[i];
        bool bracket =
            lexeme_is(lexeme, "(") || lexeme_is(lexeme, ")") || lexeme_is(lexeme, "[") || lexeme_is(lexeme, "]");
        if (lexeme->kind != LEXEME_NUMBER && !bracket && !lexeme_is(lexeme, ":") && !label_dash(context, i))
            return at;
        numbers += lexeme->kind == LEXEME_NUMBER;
        i++;
    }
    return numbers >= 2 && numbers <= 6 ? i : at;
}

uint32_t label_dated(const struct name_context *context, uint32_t from, uint32_t end)
{
    for (uint32_t i = from; i + 2 < end; i++) {
        if (context->lexemes[i].kind != LEXEME_NUMBER || !word_is(context, i + 1, ":") || end - i > DATE_LEXEMES_MAX)
            continue;
        uint32_t words = 0;
        for (uint32_t k = i; k < end; k++)
            words += context->lexemes[k].kind == LEXEME_WORD;
        return words <= DATE_WORDS_MAX ? i : end;
    }
    return end;
}

/* Words that may follow a name in its label without a comma: "Senator Doe Report", "Lord Doe of Halton", "X par
 * écrit". */
static bool trailing_word(const struct name_context *context, uint32_t i, bool titled)
{
    static const char *const words[] = { "report", "reports", "remarks", "statement", "comments", "update", "'s" };
    for (size_t w = 0; w < sizeof words / sizeof *words; w++)
        if (word_is(context, i, words[w]))
            return true;
    uint32_t of = i;
    while (of > 0 && i - of < PEERAGE_WORDS_MAX && !word_is(context, of, "of"))
        of--;
    return titled && word_is(context, of, "of") && (of == i || name_like(&context->lexemes[i]));
}

/* "Jane Doe St. Albert, AB": a seat and its province. */
static bool province_ends(const struct name_context *context, uint32_t from, uint32_t end)
{
    if (end - from < 2 || !word_is(context, end - 2, ",") || !(context->lexemes[end - 1].shape & SHAPE_UPPER) ||
        context->lexemes[end - 1].end - context->lexemes[end - 1].start != PROVINCE_LETTERS)
        return false;
    for (uint32_t i = from; i + 2 < end; i++)
        if (context->lexemes[i].shape & SHAPE_LOWER)
            return false;
    return true;
}

/* "Minister of Health", "Shadow DUP Spokesperson": an office in capitals begins at lexeme I. */
static bool capital_role(const struct name_context *context, uint32_t i, uint32_t end)
{
    for (uint32_t last = i + TITLE_WORDS_MAX; i < end && i < last; i++) {
        if (context->lexemes[i].kind != LEXEME_WORD || context->lexemes[i].shape & SHAPE_LOWER)
            return false;
        if (context->bits[i] & NAME_WORD_ROLE)
            return true;
    }
    return false;
}

bool label_rest(const struct name_context *context, uint32_t from, uint32_t end)
{
    if (from == end)
        return true;
    if (end - from > LABEL_REST_MAX)
        return false;
    const struct name_occurrence *name = from > 0 ? name_at(context, from - 1) : NULL;
    int depth = 0;
    bool role =
        false; /* after a comma: a role, in which no verb of saying stands (", précise-t-il :" is narrative) */
    if (province_ends(context, from, end))
        return true;
    uint32_t after = from + (context->bits[from] & NAME_WORD_POSTNOMINAL ? 1 : 0); /* "X Jnr Liberal Democrat" */
    for (uint32_t i = from; i < end; i++) {
        const struct lexeme *lexeme = &context->lexemes[i];
        bool seat = i == after && name && !(lexeme->shape & SHAPE_LOWER) &&
                    (label_party(lexeme->folded) || capital_role(context, i, end));
        if (seat) {
            role = true; /* "X Liberal Halton Centre", "X Minister of Health" */
        } else if (lexeme_is(lexeme, "(") || lexeme_is(lexeme, "[")) {
            depth++;
        } else if (lexeme_is(lexeme, ")") || lexeme_is(lexeme, "]")) {
            depth--;
            role = false;
        } else if (depth > 0) {
            continue;
        } else if (lexeme_is(lexeme, ",") || lexeme_is(lexeme, "/") || words_at(context, i, "to the") ||
                   words_at(context, i, "on behalf of")) {
            role = true; /* "X (Party) to the Minister of Health:" */
        } else if (role) {
            unsigned bits = lexeme->shape & SHAPE_LOWER ? speech_bits(lexeme->folded) : 0;
            bool in_writing = lexeme_is(lexeme, "ecrit") && word_is(context, i - 1, "par");
            bool report = i + 1 == end && lexeme_is(lexeme, "report"); /* "X, Borough President's Office report:" */
            if (bits & (SPEECH_SAY | SPEECH_AUXILIARY) && !(bits & (SPEECH_SKIPPED | SPEECH_NOUN)) &&
                !(context->bits[i] & NAME_WORD_ROLE) && !in_writing && !report)
                return false;
        } else if (!(context->bits[i] & (NAME_WORD_POSTNOMINAL | NAME_WORD_ROLE)) && !lexeme_is(lexeme, ".") &&
                   !(lexeme->shape & SHAPE_UPPER) && !trailing_word(context, i, name && name->honorific)) {
            return false;
        }
    }
    return true;
}

uint32_t label_role(const struct name_context *context, uint32_t from, uint32_t end)
{
    uint32_t i = from;
    while (i < end && !word_is(context, i, "(") && !word_is(context, i, ",") &&
           context->lexemes[i].kind == LEXEME_WORD && !(context->bits[i] & (NAME_WORD_ROLE | NAME_WORD_POSTNOMINAL)))
        i++;
    uint32_t close = i;
    if (word_is(context, i, "(")) /* "(S), rapporteur de majorité" */
        while (close + 1 < end && !word_is(context, close, ")"))
            close++;
    bool parted = close > i && close + 2 < end && word_is(context, close, ")");
    if (parted && (word_is(context, close + 1, ",") || label_dash(context, close + 1)))
        i = close + 1;
    if (i < end && (word_is(context, i, ",") || label_dash(context, i)))
        i++;
    return i;
}

uint32_t label_core(const struct name_context *context, uint32_t first, uint32_t end)
{
    uint32_t core = end;
    while (core > first && (word_is(context, core - 1, ")") || word_is(context, core - 1, "]"))) {
        uint32_t open = core - 1;
        while (open > first && !word_is(context, open, "(") && !word_is(context, open, "["))
            open--;
        if (open == first)
            break;
        core = open;
    }
    return core;
}

bool label_office(const struct name_context *context, uint32_t first, uint32_t end, bool *quiet)
{
    bool role = false, capitals = true;
    uint32_t words = 0, commas = 0;
    if (!(context->lexemes[first].shape & (SHAPE_CAPITAL | SHAPE_UPPER | SHAPE_INITIAL)))
        return false;
    for (uint32_t i = first, core = label_core(context, first, end); i < core; i++)
        capitals &= context->lexemes[i].kind != LEXEME_WORD || context->lexemes[i].shape & SHAPE_UPPER;
    for (uint32_t i = first; i < end; i++) {
        const struct lexeme *lexeme = &context->lexemes[i];
        if (word_is(context, i, "(") || word_is(context, i, "["))
            break;
        commas += lexeme_is(lexeme, ",");
        if (lexeme->kind != LEXEME_WORD)
            continue;
        if (++words > OFFICE_WORDS_MAX)
            return false;
        bool is_role = (context->bits[i] & NAME_WORD_ROLE) != 0;
        bool is_article = label_article(lexeme->folded), is_anonymous = label_anonymous(lexeme->folded);
        is_anonymous &= lexeme->folded[1] || end == first + 1; /* "À cause de quoi" */
        if (is_role || (context->bits[i] & NAME_WORD_HONORIFIC && i > first))
            role = true;
        if (is_anonymous && !is_role && words <= 2)
            role = *quiet = true;
        if (!is_role && !is_anonymous && !is_article &&
            !(context->bits[i] & (NAME_WORD_HONORIFIC | NAME_WORD_PARTICLE)) &&
            !(role && (capitals || lexeme->shape & SHAPE_LOWER)) &&
            !(role && i + 1 == end && context->bits[i] & NAME_WORD_ORGANISATION) && /* "Clerk to the Committee" */
            !label_epithet(lexeme->folded))
            return false;
    }
    /* "Élus, associations, entreprises : tous sont venus" is a sentence */
    return role && commas < LISTED_MIN;
}

bool label_title(const struct name_context *context, uint32_t first, uint32_t end)
{
    end = label_core(context, first, end);
    if (end - first < 2 || end - first > TITLE_WORDS_MAX || !(context->bits[end - 1] & NAME_WORD_ROLE))
        return false;
    for (uint32_t i = first; i < end; i++)
        if (!name_like(&context->lexemes[i]) || label_field(context->lexemes[i].folded) || name_at(context, i))
            return false;
    return true;
}

/* "An Cathaoirleach": the Irish article, which stands before consonants too. */
static bool irish_article(const struct name_context *context, uint32_t i)
{
    return word_is(context, i, "an") && i + 1 < context->count &&
           !strchr("aeiouh", context->lexemes[i + 1].folded[0]);
}

/* "Council Member Doe": the word for a voice, and a word that is none: one of them has a name. */
static bool named_member(const struct name_context *context, uint32_t first, uint32_t end)
{
    static const char *const voices[] = { "member", "membre", "depute", "deputee", "mp", "td", "delegate" };
    uint32_t last = end - 1;
    bool member = false;
    for (size_t i = 0; i < sizeof voices / sizeof *voices && last > first + 1; i++)
        member |= word_is(context, last - 1, voices[i]);
    return member && context->lexemes[last].shape & SHAPE_CAPITAL && name_like(&context->lexemes[last]) &&
           !name_ordinary(&context->lexemes[last]) && !context->bits[last];
}

bool label_voices(const struct name_context *context, uint32_t first, uint32_t end)
{
    bool indefinite = label_indefinite(context->lexemes[first].folded) && !irish_article(context, first);
    bool somebody = false;
    uint32_t words = 0;
    if (context->lexemes[first].shape & SHAPE_LOWER || (!indefinite && named_member(context, first, end)))
        return false;
    for (uint32_t i = first; i < end && !word_is(context, i, "(") && !word_is(context, i, "["); i++) {
        const struct lexeme *lexeme = &context->lexemes[i];
        if (lexeme_is(lexeme, ",") || name_at(context, i))
            return false;
        if (lexeme->kind != LEXEME_WORD)
            continue;
        bool verb = lexeme->shape & SHAPE_LOWER && speech_bits(lexeme->folded) & (SPEECH_SAY | SPEECH_AUXILIARY) &&
                    !(speech_bits(lexeme->folded) & (SPEECH_SKIPPED | SPEECH_NOUN));
        if (verb || ++words > VOICES_WORDS_MAX)
            return false;
        bool voice = label_voice(lexeme->folded);
        somebody |= words <= VOICE_WITHIN && (voice || (indefinite && (context->bits[i] & NAME_WORD_ROLE ||
                                                                        label_anonymous(lexeme->folded))));
    }
    return somebody && (indefinite || words <= VOICE_WITHIN || !label_field(context->lexemes[first].folded));
}

const struct name_occurrence *label_bracketed(const struct name_context *context, uint32_t first, uint32_t end)
{
    bool role = false;
    uint32_t i = first;
    for (; i < end && !word_is(context, i, "("); i++) {
        bool written =
            context->lexemes[i].kind == LEXEME_WORD || word_is(context, i, ",") || word_is(context, i, "&");
        if (!written)
            return NULL;
        role |= (context->bits[i] & NAME_WORD_ROLE) != 0;
    }
    const struct name_occurrence *name = role && i + 1 < end ? name_at(context, i + 1) : NULL;
    if (!name || name->lead != i + 1)
        return NULL;
    uint32_t close = name->last + 1;
    for (bool peer = word_is(context, close, "of"); peer && close < end && close - name->last <= PEERAGE_WORDS_MAX &&
                                                    context->lexemes[close].kind == LEXEME_WORD;)
        close++; /* "Lord Doe of Halton" */
    bool fills = word_is(context, close, ")") || word_is(context, close, "(");
    bool chair = label_article(context->lexemes[first].folded); /* "The Presiding Officer (" */
    return fills && name->likelihood >= (chair ? LIKELY_HELD : LIKELY_NAME) ? name : NULL;
}

const struct name_occurrence *label_qualified(const struct name_context *context, uint32_t first, uint32_t end)
{
    size_t after = name_after(context, first);
    const struct name_occurrence *name = after < context->names.count ? &context->names.items[after] : NULL;
    if (!name || name->lead <= first || name->last >= end || name->lead - first > QUALIFIER_WORDS_MAX ||
        name->likelihood < LIKELY_NAME || !(context->lexemes[first].shape & (SHAPE_CAPITAL | SHAPE_UPPER)))
        return NULL;
    bool office = false, speech = false; /* "Intervention de M. X", but not "Décès de M. X" */
    for (uint32_t i = name->first; i-- > first;) {
        const struct lexeme *lexeme = &context->lexemes[i];
        bool title = i >= name->lead, comma = lexeme_is(lexeme, ",") && i + 1 == name->lead;
        unsigned bits = speech_bits(lexeme->folded);
        if (!title && !comma && lexeme->kind != LEXEME_WORD)
            return NULL;
        if (!title && lexeme->shape & SHAPE_LOWER && bits & (SPEECH_SAY | SPEECH_AUXILIARY) && !(bits & SPEECH_NOUN))
            return NULL;
        office |= (context->bits[i] & NAME_WORD_ROLE) != 0;
        speech |= !title && bits & SPEECH_NOUN;
    }
    bool complement = context->lexemes[name->lead - 1].shape & (SHAPE_LOWER | SHAPE_ELIDED) &&
                      !(context->bits[name->lead - 1] & NAME_WORD_ROLE);
    return (complement ? speech : office || speech || name->honorific) && label_rest(context, name->last + 1, end)
               ? name
               : NULL;
}

const struct name_occurrence *label_by(const struct name_context *context, uint32_t first, uint32_t end)
{
    const struct name_occurrence *name = end > first ? name_at(context, end - 1) : NULL;
    if (!name || name->lead <= first || name->last + 1 != end || name->likelihood < LIKELY_NAME)
        return NULL;
    for (uint32_t i = name->lead; i > first && name->lead - i <= QUALIFIER_WORDS_MAX; i--) {
        if (word_is(context, i - 1, "par") || word_is(context, i - 1, "by"))
            return name;
        bool comma = word_is(context, i - 1, ",") && i == name->lead;
        if ((context->lexemes[i - 1].kind != LEXEME_WORD && !comma) || name_at(context, i - 1))
            return NULL; /* "la grille proposée par X et Y :" announces the grid */
    }
    return NULL;
}

void label_quoted(const struct name_context *context, bool *quoted)
{
    for (uint32_t i = 0; i < context->count; i++) {
        bool guillemets = word_is(context, i, "«");
        if (!guillemets && !word_is(context, i, "“"))
            continue;
        uint32_t end = i + 1;
        while (end < context->count && end - i < QUOTATION_MAX && !word_is(context, end, guillemets ? "»" : "”"))
            end++;
        if (!word_is(context, end, guillemets ? "»" : "”"))
            continue;
        for (uint32_t k = i + 1; k < end; k++)
            quoted[k] = true;
        i = end;
    }
}

bool label_phrase(const struct name_context *context, uint32_t first, uint32_t end)
{
    if (end - first > PHRASE_LEXEMES_MAX || end == first)
        return false;
    for (uint32_t i = first; i < end; i++) {
        const struct lexeme *lexeme = &context->lexemes[i];
        bool year = lexeme->kind == LEXEME_NUMBER && strlen(lexeme->folded) == YEAR_DIGITS; /* "July 2011 :" */
        if (label_field(lexeme->folded) || year)
            return false;
        if (!name_like(lexeme) && !(context->bits[i] & NAME_WORD_PARTICLE) && lexeme->kind != LEXEME_NUMBER &&
            !lexeme_is(lexeme, "."))
            return false;
    }
    return name_like(&context->lexemes[first]);
}

bool label_titled(const struct name_context *context, uint32_t first)
{
    return (context->bits[first] & NAME_WORD_HONORIFIC) && !(context->lexemes[first].shape & SHAPE_LOWER);
}

const char *label_key(const struct name_context *context, uint32_t first, uint32_t end)
{
    char key[128];
    const char *text = context->report->record.text.bytes;
    struct slice label = { text + context->lexemes[first].start,
                           context->lexemes[end - 1].end - context->lexemes[first].start };
    size_t length = fold_key(label, key, sizeof key);
    return arena_dup(context->arena, key, length);
}
