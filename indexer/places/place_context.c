/* What the words around a name say: the noun and preposition before it, what follows, who is near. */
#include "place_mention.h"
#include "place_rules.h"

enum {                                  /* inhabitants */
    METROPOLIS = 2000000, GREAT_COMMON_TOWN = 100000, GREAT_TOWN = 20000
};

enum { VENUE_DISTANCE = 8, DATE_DISTANCE = 5 };            /* lexemes */
enum { ACRONYM_BYTES = 4, ACRONYM_LETTERS = 3, ORGANISATION_WORDS = 5 };

static const struct lexeme *before(const struct place_finder *f, size_t at)
{
    return at ? &f->report->lexemes[at - 1] : NULL;
}

static const struct lexeme *after(const struct place_finder *f, size_t at)
{
    return at + 1 < f->report->lexeme_count ? &f->report->lexemes[at + 1] : NULL;
}

static bool is_mark(const struct lexeme *l, const char *characters)
{
    return l && l->kind == LEXEME_PUNCTUATION && l->end - l->start == 1 && strchr(characters, l->folded[0]);
}

static bool is_capital(const struct lexeme *l)
{
    return l->kind == LEXEME_WORD && (l->shape & (SHAPE_CAPITAL | SHAPE_UPPER)) && !(l->shape & SHAPE_ELIDED);
}

/* "à" and "a" fold alike, and English has an article "a". */
static uint32_t word_before(const struct place_finder *f, const struct lexeme *l)
{
    if (l->kind != LEXEME_WORD)
        return 0;
    uint32_t bits = place_word(l->folded);
    bool opening = l->sentence_start && !f->english && f->report->text.bytes[l->start] == 'A'; /* "A Lens, on…" */
    bool lone_a = l->end - l->start == 1 && lexeme_is(l, "a") && !opening;
    if (lone_a || (f->english && (lexeme_is(l, "a") || lexeme_is(l, "en"))))
        bits &= ~(uint32_t)(WORD_AT | WORD_OF);
    if (!f->english && (lexeme_is(l, "at") || lexeme_is(l, "for")))
        bits = 0;
    bool quoted = !f->english && (lexeme_is(l, "in") || lexeme_is(l, "across") || lexeme_is(l, "around") ||
                                  lexeme_is(l, "inside") || lexeme_is(l, "outside") || lexeme_is(l, "near"));
    if (quoted) /* an English title in French notes: "Communication Across Cultures" */
        bits = WORD_OF;
    return bits;
}

/* Reads leftwards from a mention: [head noun] [preposition] [article] NAME. */
static void read_left(const struct place_finder *f, struct mention *m, const struct lexeme **head)
{
    const struct lexeme *lexemes = f->report->lexemes;
    size_t at = m->first;
    *head = NULL;
    if (m->part && m->start != lexemes[m->first].start)
        return;
    if (lexemes[at].before >= BEFORE_LINE)
        return;
    if (m->start > lexemes[at].start) { /* D'AMFREVILLE is one lexeme */
        m->preposition = place_word("d'");
        *head = before(f, at);
        return;
    }
    const struct lexeme *l = before(f, at);
    while (l && l->kind == LEXEME_PUNCTUATION && strchr("\"*_", l->folded[0]) && l->before < BEFORE_LINE)
        l = before(f, --at);
    if (!l)
        return;
    uint32_t bits = word_before(f, l);
    if (bits & WORD_CONTRACTED) {
        m->preposition = bits;
        m->article = true;
    } else if (bits & WORD_ARTICLE) {
        m->article = true;
        const struct lexeme *p = l->before < BEFORE_LINE ? before(f, at - 1) : NULL;
        uint32_t more = p ? word_before(f, p) : 0;
        if (more & (WORD_AT | WORD_OF)) {
            m->preposition = more;
            l = p;
            at--;
        } else {
            *head = p;
            return;
        }
    } else if (bits & (WORD_AT | WORD_OF)) {
        m->preposition = bits;
    } else {
        *head = l;
        return;
    }
    if (l->before < BEFORE_LINE && at > 1)
        *head = before(f, at - 1);
}

static const struct span *person_over(const struct place_finder *f, uint32_t start, uint32_t end)
{
    size_t low = 0, high = f->people_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (f->people[middle].end <= start)
            low = middle + 1;
        else
            high = middle;
    }
    return low < f->people_count && f->people[low].start < end ? &f->people[low] : NULL;
}

bool place_in_person(const struct place_finder *f, uint32_t start, uint32_t end)
{
    return person_over(f, start, end);
}

/* Somebody's name, unless it is but a part of the place's ("Rennes" in "Rennes Métropole"), or nothing but places:
 * "Saint-Louis du Sénégal". */
static bool belongs_to_person(const struct place_finder *f, const struct mention *m)
{
    const struct span *person = person_over(f, m->start, m->end);
    if (!person)
        return false;
    bool cut_short = m->first != m->last && person->end < m->end;
    const struct mention *first = m, *last = m, *end = f->mentions.items + f->mentions.count;
    while (first > f->mentions.items && first[-1].start >= person->start)
        first--;
    while (last + 1 < end && last[1].end <= person->end)
        last++;
    struct gazetteer_place area;
    gazetteer_place(f->gazetteer, last->names[0].place, &area);
    bool places = last > first && first->start == person->start && last->end == person->end &&
                  last->first - first->last == 2 && area.kind >= PLACE_DEPARTEMENT &&
                  !(f->report->lexemes[first->first].lexicon & LEXICON_GIVEN);
    return !cut_short && !places;
}

static bool given_name(const struct lexeme *l)
{
    if (!is_capital(l) || !(l->lexicon & LEXICON_GIVEN))
        return false;
    return (l->lexicon & LEXICON_GIVEN_COMMON) ||
           !(l->lexicon & (LEXICON_WORD_FR | LEXICON_WORD_EN | LEXICON_PLACE_WHOLE));
}

/* "Paris Lambrou", "la comédienne Angers Lebrun": a given name, or a noun that no place follows. */
static bool takes_surname(const struct place_finder *f, const struct mention *m, const struct lexeme *name,
                          const struct lexeme *previous)
{
    if (m->head & (WORD_TOWN | WORD_REGION | WORD_ORGANISATION))
        return false;
    bool noun = previous && (previous->shape & SHAPE_LOWER) && (previous->lexicon & LEXICON_WORD_FR) && !f->english &&
                !place_word(previous->folded);
    return (name->lexicon & LEXICON_GIVEN) || noun;
}

/* Does a person's name surround or precede it: M. Paris, Michel Souillac, J.-L. Lyon, Florence Dupont? */
static bool person_near(const struct place_finder *f, const struct mention *m)
{
    const struct lexeme *lexemes = f->report->lexemes, *name = &lexemes[m->first];
    const struct lexeme *p = name->before < BEFORE_LINE ? before(f, m->first) : NULL;
    if (p && is_mark(p, ".") && p->before == BEFORE_NOTHING)
        p = before(f, m->first - 1);
    if (p && p->kind == LEXEME_WORD) {
        bool title = (place_word(p->folded) & WORD_PERSON) && (!(p->shape & SHAPE_LOWER) || strlen(p->folded) > 3);
        bool initial = (p->shape & SHAPE_INITIAL) && f->report->text.bytes[p->end - 1] == '.';
        if (title || initial)
            return true;
        if (name->before == BEFORE_SPACE && p + 1 == name && given_name(p))
            return true;
    }
    if (m->first != m->last)
        return false;
    const struct lexeme *next = after(f, m->last);
    bool adjacent = next && next->before == BEFORE_SPACE && next->kind == LEXEME_WORD;
    if (adjacent && is_capital(next) && (name->lexicon & LEXICON_GIVEN_COMMON) &&
        !(place_word_after(next->folded) & AFTER_ORGANISATION) && m->place.population < METROPOLIS)
        return true;
    if (adjacent && (next->shape & SHAPE_CAPITAL) && !m->preposition && takes_surname(f, m, name, p) &&
        !(next->lexicon & ~(uint32_t)(LEXICON_SURNAME | LEXICON_PLACE)) && !place_word_after(next->folded))
        return true;
    return adjacent && (name->shape & SHAPE_UPPER) && (next->shape & SHAPE_CAPITAL) && given_name(next);
}

/* "Yves de Roquefeuil": a given name, then "de". */
static bool particle_of_person(const struct mention *m, const struct lexeme *head)
{
    return head && (m->preposition & WORD_OF) && is_capital(head) && given_name(head);
}

/* What stands in parentheses or after a comma: (33), (Gironde), ", Ontario". */
static void read_qualifier(const struct place_finder *f, struct mention *m)
{
    const struct lexeme *lexemes = f->report->lexemes;
    size_t at = m->last + 1;
    if (at + 1 >= f->report->lexeme_count || !is_mark(&lexemes[at], "(,"))
        return;
    bool parenthesis = is_mark(&lexemes[at], "(");
    const struct lexeme *l = &lexemes[at + 1];
    if (parenthesis && l->kind == LEXEME_NUMBER && !l->shape) {
        uint32_t length = l->end - l->start;
        const struct lexeme *close = after(f, at + 1);
        uint32_t departement;
        bool longer;
        if ((length == 2 || length == 3) && is_mark(close, ")") &&
            gazetteer_find(f->gazetteer, slice_of(l->folded), &departement, 1, &longer))
            m->qualifier = (int32_t)departement;
        return;
    }
    const struct mention *next = m + 1; /* the next mention begins there or nowhere */
    if (next >= f->mentions.items + f->mentions.count || next->first != at + 1)
        return;
    for (size_t j = 0; j < next->name_count; j++)
        for (size_t k = 0; k < m->name_count; k++)
            if (place_lies_in(f, m->names[k].place, (int32_t)next->names[j].place)) {
                m->qualifier = (int32_t)next->names[j].place;
                return;
            }
}

bool place_begins_organisation(const struct place_finder *f, const struct mention *m)
{
    const struct lexeme *lexemes = f->report->lexemes;
    bool word = lexemes[m->first].lexicon & (LEXICON_WORD_EN | LEXICON_SURNAME | LEXICON_GIVEN);
    if (!f->english || (word && m->first == m->last)) /* Riverside Theatre, Churchill Institute */
        return false;
    for (size_t i = m->last + 1; i < f->report->lexeme_count && i <= m->last + ORGANISATION_WORDS; i++) {
        bool possessive = lexemes[i].before == BEFORE_NOTHING && (lexeme_is(&lexemes[i], "'s") ||
                                                                 is_mark(&lexemes[i], "'"));
        if (possessive)
            continue;
        if (lexemes[i].before != BEFORE_SPACE || !is_capital(&lexemes[i]))
            return false;
        if (place_word_after(lexemes[i].folded) & AFTER_ORGANISATION)
            return true;
    }
    return false;
}

/* "MAPLEWOOD — About 70 residents came": how news agencies say where. */
static bool opens_news(const struct place_finder *f, const struct mention *m)
{
    const struct lexeme *lexemes = f->report->lexemes, *dash = after(f, m->last), *word = after(f, m->last + 1);
    return (lexemes[m->first].shape & SHAPE_UPPER) && lexemes[m->first].before >= BEFORE_LINE && dash && word &&
           dash->before == BEFORE_SPACE && (lexeme_is(dash, "—") || lexeme_is(dash, "–")) &&
           word->before == BEFORE_SPACE && word->kind == LEXEME_WORD && !(word->shape & SHAPE_UPPER);
}

/* Nothing but punctuation follows in the same line. */
static bool ends_part(const struct place_finder *f, const struct mention *m)
{
    const struct lexeme *next = after(f, m->last);
    return !next || next->before >= BEFORE_LINE || next->kind == LEXEME_PUNCTUATION;
}

/* "Lyon, le 4 novembre", "Hay-on-Wye, Saturday 25 May", "evidence session, Barnsley, 18 and 19 November". */
static bool is_dateline(const struct place_finder *f, const struct mention *m)
{
    if (!is_mark(after(f, m->last), ","))
        return false;
    bool line = f->report->lexemes[m->first].before >= BEFORE_LINE;
    for (size_t i = m->last + 2; i < m->last + 2 + DATE_DISTANCE && i < f->report->lexeme_count; i++) {
        const struct lexeme *l = &f->report->lexemes[i];
        if (l->before >= BEFORE_LINE)
            return false;
        if (l->kind == LEXEME_NUMBER) {
            if (line)
                return true;
        } else if (l->kind == LEXEME_WORD && (place_word(l->folded) & WORD_DATE)) {
            return true;
        } else if (!lexeme_is(l, "le") && !lexeme_is(l, "les") && !lexeme_is(l, "et") && !lexeme_is(l, "and") &&
                   !lexeme_is(l, "-")) {
            return false;
        }
    }
    return false;
}

/* "2 février 2024, Le Mans"; "Salle du Miroir, Moirans"; "Lieu : chez Martine, Crest". */
static bool follows_date_or_venue(const struct place_finder *f, const struct mention *m)
{
    const struct lexeme *lexemes = f->report->lexemes;
    size_t at = m->first;
    if (m->name_flags & NAME_NO_ARTICLE || at < 2 || lexemes[at].before >= BEFORE_LINE)
        return false;
    const struct lexeme *comma = &lexemes[at - 1];
    if (is_mark(comma, ",") && comma[-1].kind == LEXEME_NUMBER && comma[-1].end - comma[-1].start == 4 &&
        lexemes[m->last].end - lexemes[at].start > 3 && ends_part(f, m))
        return true;
    bool venue = false;
    for (size_t i = at - 1, steps = 0; steps < VENUE_DISTANCE; i--, steps++) {
        const struct lexeme *l = &lexemes[i];
        if (l->before >= BEFORE_LINE) {
            bool label = lexeme_is(l, "lieu") || lexeme_is(l, "venue") || lexeme_is(l, "location") ||
                         lexeme_is(l, "place");
            if (label && i + 1 < at && is_mark(&lexemes[i + 1], ":"))
                return true;
        }
        venue = venue || ((l->lexicon & LEXICON_VENUE) || ((l->lexicon & LEXICON_VENUE_CAPITAL) && is_capital(l)));
        if (l->before >= BEFORE_LINE || i == 0 || is_mark(l, ".;()"))
            break;
    }
    return venue && is_mark(comma, ",") && (ends_part(f, m) || f->english);
}

/* "Orne : les vœux du préfet": local papers head their articles so. */
static bool heads_title(const struct place_finder *f, const struct mention *m)
{
    const struct report *report = f->report;
    size_t number = report->blocks.count ? report_block_at(report, m->start) : 0;
    if (number >= report->blocks.count || report->blocks.items[number].start != m->start)
        return false;
    bool title = number == 0 || report->blocks.items[number].kind == BLOCK_HEADING;
    bool area = m->place.kind == PLACE_DEPARTEMENT || m->place.kind == PLACE_REGION;
    const struct lexeme *colon = after(f, m->last), *next = after(f, m->last + 1);
    return title && (area || !(m->name_flags & NAME_COMMON)) && colon && lexeme_is(colon, ":") &&
           colon->before < BEFORE_LINE && next && next->before < BEFORE_LINE;
}

static bool stands_alone(const struct place_finder *f, const struct mention *m)
{
    const struct lexeme *next = after(f, m->last);
    return f->report->lexemes[m->first].before >= BEFORE_LINE && (!next || next->before >= BEFORE_LINE);
}

static bool has_possessive(const struct place_finder *f, const struct mention *m)
{
    const struct lexeme *next = after(f, m->last);
    return next && next->before == BEFORE_NOTHING && lexeme_is(next, "'s");
}

static bool acts_as_government(const struct place_finder *f, const struct mention *m)
{
    if (!m->place.capital || m->place.kind != PLACE_CITY || m->preposition || m->article)
        return false;
    const struct lexeme *l = after(f, m->last);
    if (l && (lexeme_is(l, "a") || lexeme_is(l, "has") || lexeme_is(l, "avait")))
        l = after(f, m->last + 1);
    return l && l->kind == LEXEME_WORD && (place_word_after(l->folded) & AFTER_ACT);
}

static void weigh_right(const struct place_finder *f, struct mention *m)
{
    const struct lexeme *next = after(f, m->last);
    if (!next || next->before != BEFORE_SPACE || next->kind != LEXEME_WORD)
        return;
    uint32_t bits = is_capital(next) ? place_word_after(next->folded) : 0;
    const struct lexeme *beyond = after(f, m->last + 1);
    if (lexeme_is(next, "press") || (lexeme_is(next, "university") && beyond && lexeme_is(beyond, "press"))) {
        m->blocked = true; /* a publisher */
    } else if ((bits & AFTER_ORGANISATION) || place_begins_organisation(f, m)) {
        m->in_organisation = true;
    } else if (bits & AFTER_TREATY) {
        m->blocked = true;
    } else if ((bits & AFTER_STREET) && !is_mark(next, ",")) {
        m->blocked = true;
    } else if (is_capital(next) && !(next->lexicon & LEXICON_PLACE_WHOLE) && m->first == m->last && !m->upper) {
        if (m->place.kind >= PLACE_COUNTRY && !(m->preposition & WORD_AT) && !f->english)
            m->blocked = true; /* France Travail, Europe Écologie: a name of its own */
        else if (m->importance != IMPORTANCE_GREAT && m->evidence == EVIDENCE_WEAK)
            m->evidence = EVIDENCE_NONE;
        m->in_organisation = true;
    }
}

static void weigh_left(const struct place_finder *f, struct mention *m, const struct lexeme *head)
{
    const struct lexeme *name = &f->report->lexemes[m->first];
    if ((m->head & (WORD_STREET | WORD_TREATY | WORD_TITLE)) && (m->preposition & (WORD_OF | WORD_CONTRACTED)))
        m->blocked = true;
    if (m->head & WORD_ORGANISATION)
        m->in_organisation = true;
    bool apposed = head && !m->preposition && !m->article && name->before == BEFORE_SPACE && head + 1 == name;
    if (apposed && head->kind == LEXEME_WORD && (head->shape & (SHAPE_UPPER | SHAPE_ACRONYM)) && !m->upper) {
        m->in_organisation = true; /* CRESS Aquitaine */
        if (m->evidence < EVIDENCE_WEAK)
            m->evidence = EVIDENCE_WEAK;
    } else if (apposed && is_capital(head) && !m->head && !head->sentence_start && !m->upper &&
               !(head->lexicon & LEXICON_PLACE_WHOLE)) {
        if (m->importance != IMPORTANCE_GREAT && strchr(m->key, ' ') == NULL)
            m->blocked = true; /* Victor Hugo, Marie Curie */
        m->in_organisation = true;
    }
    if (apposed && (m->head & WORD_NEVER) && m->place.kind == PLACE_COUNTRY && is_capital(head) && !f->english)
        m->blocked = true; /* Ouest France */
    if (apposed && (m->head & (WORD_ORGANISATION | WORD_STREET)) && strncmp(m->key, "saint", 5) == 0)
        m->blocked = true; /* école Saint-Paul */
    bool town = place_is_town(m->place.kind);
    if (m->article && town && !(m->name_flags & NAME_NO_ARTICLE) && m->importance != IMPORTANCE_GREAT &&
        !place_begins_organisation(f, m))
        m->blocked = true; /* towns take no article of their own */
}

/* "Medieval Electronic Scholarly Alliance (MESA)": the capitals before spell it. */
static bool is_spelt_out(const struct place_finder *f, const struct mention *m)
{
    const struct lexeme *lexemes = f->report->lexemes, *name = &lexemes[m->first];
    if (m->first != m->last || m->first < 2 || !is_mark(&lexemes[m->first - 1], "("))
        return false;
    const char *letters = name->folded;
    size_t left = strlen(letters), matched = 0;
    for (size_t i = m->first - 1, steps = 0; i-- > 0 && left && steps < 2 * strlen(letters); steps++) {
        if (lexemes[i].before >= BEFORE_LINE && left > 1)
            break;
        if (lexemes[i].folded[0] == letters[left - 1]) {
            left--;
            matched++;
        }
    }
    return !left && matched >= ACRONYM_LETTERS;
}

static bool upper_is_acronym(const struct place_finder *f, const struct mention *m)
{
    const struct lexeme *name = &f->report->lexemes[m->first], *p = before(f, m->first), *next = after(f, m->last);
    bool of_town = (m->head & WORD_TOWN) && (m->preposition & WORD_OF) && !m->article;
    if (is_spelt_out(f, m))
        return true;
    if (of_town && name->end - name->start > ACRONYM_BYTES)
        return false; /* la commune de CHARS */
    if (m->first != m->last || (name->shape & SHAPE_HYPHEN) || (m->name_flags & NAME_CAPITALS))
        return false;
    if (m->place.kind <= PLACE_CITY && m->place.population < GREAT_TOWN && name->before < BEFORE_LINE &&
        !(p && (p->shape & SHAPE_UPPER)) && !(next && (next->shape & SHAPE_UPPER)))
        return true;
    bool surname = p && name->before == BEFORE_SPACE && (p->shape & SHAPE_CAPITAL) && !(p->shape & SHAPE_ELIDED) &&
                   !(place_word(p->folded) & (WORD_TOWN | WORD_REGION | WORD_DEPARTEMENT | WORD_ORGANISATION |
                                              WORD_AT | WORD_OF | WORD_CONTRACTED | WORD_ARTICLE));
    return name->end - name->start < 4 || surname;
}

/* "à X", "ville de X", "région X", "X (33)", a dateline: hardly anything but a place. */
static bool says_strongly(const struct place_finder *f, const struct mention *m)
{
    const uint32_t areas = WORD_REGION | WORD_DEPARTEMENT;
    const struct lexeme *name = &f->report->lexemes[m->first];
    bool town = place_is_town(m->place.kind);
    if ((m->preposition & WORD_AT) || m->qualifier >= 0)
        return true;
    if (m->place.kind == PLACE_VENUE && name->before < BEFORE_LINE && lexeme_is(name - 1, "au"))
        return true;
    if ((m->head & (areas | WORD_TOWN | WORD_COUNTRY)) && (m->preposition & (WORD_OF | WORD_CONTRACTED)))
        return !town || (m->head & WORD_TOWN);
    if (!town && ((!m->preposition && (m->head & areas)) ||
                  (m->place.strict && m->article && !f->english && m->place.kind == PLACE_COUNTRY)))
        return true;
    return is_dateline(f, m) || opens_news(f, m) || heads_title(f, m) || follows_date_or_venue(f, m);
}

/* "de X", "from X", "la X" of an area, "(X", "X's", a line that is nothing but X. */
static bool says_weakly(const struct place_finder *f, const struct mention *m)
{
    const struct lexeme *previous = before(f, m->first);
    return (m->preposition & (WORD_OF | WORD_CONTRACTED)) || (m->article && !place_is_town(m->place.kind)) ||
           has_possessive(f, m) || (stands_alone(f, m) && !(m->name_flags & NAME_COMMON)) || is_mark(previous, "(") ||
           (is_mark(previous, ",") && is_mark(after(f, m->last), ")")) || place_begins_organisation(f, m);
}

void place_weigh(struct place_finder *f, struct mention *m)
{
    const struct lexeme *name = &f->report->lexemes[m->first], *head;
    uint32_t ordinary = f->english ? LEXICON_WORD_EN : LEXICON_WORD_FR;
    m->doubtful_start = name->sentence_start && m->first == m->last && (name->lexicon & ordinary);
    m->upper = name->shape & SHAPE_UPPER;
    read_left(f, m, &head);
    if (head && head->kind == LEXEME_WORD)
        m->head = place_word(head->folded);
    read_qualifier(f, m);
    place_choose_by_words(f, m);

    bool single = !strchr(m->key, ' ');
    bool never = single && (place_word(m->key) & WORD_NEVER) && !(m->head & WORD_DEPARTEMENT);
    bool demonym = single && (name->lexicon & LEXICON_NATIONALITY) && m->importance != IMPORTANCE_GREAT;
    bool country = m->place.kind >= PLACE_COUNTRY && !single; /* Sri Lanka is nobody, whoever says so */
    if ((belongs_to_person(f, m) && !country) || person_near(f, m) || particle_of_person(m, head) ||
        never || demonym || (m->upper && upper_is_acronym(f, m)) || acts_as_government(f, m)) {
        m->blocked = true;
        return;
    }
    bool town = place_is_town(m->place.kind);
    m->evidence = says_strongly(f, m) ? EVIDENCE_STRONG : says_weakly(f, m) ? EVIDENCE_WEAK : EVIDENCE_NONE;
    if (town && map_get(&f->surnames, slice_of(m->key)) && m->place.population < METROPOLIS) {
        if (m->evidence == EVIDENCE_NONE)
            m->blocked = true;
        else if (m->evidence == EVIDENCE_WEAK && m->importance != IMPORTANCE_GREAT)
            m->evidence = EVIDENCE_NONE;
    }
    /* A person is spoken to, of and with as a place is: à Martin, de Claude. */
    if (single && town && (name->lexicon & LEXICON_GIVEN_COMMON) && m->place.population < GREAT_COMMON_TOWN &&
        !(m->head & WORD_TOWN) && m->qualifier < 0)
        m->evidence = EVIDENCE_NONE;
    weigh_left(f, m, head);
    weigh_right(f, m);
}
