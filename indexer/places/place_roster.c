/* place_roster.c - the members of a council listed by town, a line each: "Villedieu : M. Paul Aubert ; Mme Ida Noël".
 * The labels are places, however small or common: what they stand beside says so. */
#include "place_mention.h"
#include "place_rules.h"

enum { ROSTER_LINES_MIN = 3 };

enum label { LABEL_NONE, LABEL_EMPTY, LABEL_OF_PERSON };

/* A name at the head of a line, a colon, then a person's title, or nothing in that line. */
static enum label read_label(const struct place_finder *f, const struct mention *m)
{
    const struct lexeme *lexemes = f->report->lexemes;
    size_t colon = m->last + 1;
    if (lexemes[m->first].before < BEFORE_LINE || colon >= f->report->lexeme_count ||
        lexemes[colon].before >= BEFORE_LINE || !lexeme_is(&lexemes[colon], ":"))
        return LABEL_NONE;
    const struct lexeme *next = colon + 1 < f->report->lexeme_count ? &lexemes[colon + 1] : NULL;
    if (!next || next->before >= BEFORE_LINE)
        return LABEL_EMPTY; /* nobody came from there */
    return next->kind == LEXEME_WORD && (place_word(next->folded) & WORD_PERSON) ? LABEL_OF_PERSON : LABEL_NONE;
}

void place_judge_rosters(struct place_finder *f)
{
    size_t lines = 0, first = 0, last = 0;
    for (size_t i = 0; i < f->mentions.count; i++) {
        if (read_label(f, &f->mentions.items[i]) != LABEL_OF_PERSON)
            continue;
        first = lines++ ? first : i;
        last = i;
    }
    for (size_t i = first; lines >= ROSTER_LINES_MIN && i <= last; i++) {
        struct mention *m = &f->mentions.items[i];
        if (read_label(f, m) == LABEL_NONE)
            continue;
        m->blocked = false;
        m->evidence = EVIDENCE_STRONG;
    }
}
