/* signal_rules.h - the named rules of signals.h: what each weighs, and the families that apply them to a name. */
#ifndef TRIBUNE_SIGNAL_RULES_H
#define TRIBUNE_SIGNAL_RULES_H

#include "signals.h"

enum rule {
    RULE_SUBJECT_SAYS,
    RULE_SUBJECT_ACTS,
    RULE_SUBJECT_WEAK,
    RULE_INVERTED,
    RULE_AGENT,
    RULE_BY,
    RULE_SPEECH_OF,
    RULE_FLOOR,
    RULE_CONTRASTED,
    RULE_INVITED,
    RULE_HEADING_ALONE,
    RULE_HEADING_BY,
    RULE_HEADING_LABEL,
    RULE_HEADING,
    RULE_SPEAKER_LIST,
    RULE_PROGRAMME_LINE,
    RULE_PROGRAMME_NAME,
    RULE_PROGRAMME_CREDIT,
    RULE_LIST_ITEM,
    RULE_ROLE_BEFORE,
    RULE_SPEAKER_ROLE,
    RULE_ROLE_LINE,
    RULE_BRACKET,
    RULE_SECTION_FIRST,
    RULE_ROLE_AFTER,
    RULE_ORGANISATION_AFTER,
    RULE_TAKEN_UP,
    RULE_BOLD,
    RULE_BOLD_START,
    RULE_MARKED,
    RULE_ACCORDING_TO,
    RULE_TITLE_BY,
    RULE_THANKED,
    RULE_CITED,
    RULE_ABSENT,
    RULE_PRESENT,
    RULE_BIBLIOGRAPHY,
    RULE_CONTACT,
    RULE_OBJECT,
    RULE_APPOINTED,
    RULE_COUNT
};

struct signal_rule {
    const char *name;
    double weight;
    bool words; /* by words that an author who is cited may have around his or her name too: see doubt_kept() */
};

extern const struct signal_rule signal_rules[RULE_COUNT];

static const double SIGNAL_PLAUSIBLE = 0.25; /* likelihood below which an occurrence is hardly a name */

/* Notes that this rule says so much of the person named at INDEX. */
void signal_add(struct signal_input *input, uint32_t index, enum rule rule, double weight);

/* "X s'était fait excuser", "was unable to attend", "n'a pu venir": is this name followed by that? */
bool signals_absent(const struct name_context *context, const struct name_occurrence *name);

/* Is what the verb at VERB says of the name at LEAD, whose titles begin at AT, no speech here: notice of an absence,
 * a task, what others say that he or she did? */
bool signals_silent(const struct name_context *context, uint32_t lead, uint32_t at, uint32_t verb);

/* "X est nommée secrétaire", "X was elected Chair", "L'assemblée désigne X": what the meeting did with somebody? */
bool signals_appointed(const struct name_context *context, const struct name_occurrence *name, uint32_t at);

/* The rules over the words around the name. AT: the lexeme where its titles begin. */
void signals_of_words(struct signal_input *input, uint32_t index, uint32_t at);

/* The rules over a participle or a noun of speech before AT: "animée par X", "l'intervention de X". */
void signals_of_agents(struct signal_input *input, uint32_t index, uint32_t at);

/* The rules over fixed phrases right before AT and right after the name. */
void signals_of_phrases(struct signal_input *input, uint32_t index, uint32_t at);

/* The rules over how the sentence around the name is built. */
void signals_of_sentences(struct signal_input *input, uint32_t index, uint32_t at);

/* Is what NAME says told as an aim: "X est monté sur scène afin de remercier"? */
bool sentence_aims(const struct name_context *context, const struct name_occurrence *name);

/* The rules over where it stands: lists, sections, headings, a programme's slot when TIMED, bold print. */
void signals_of_place(struct signal_input *input, uint32_t index, const struct block *block, bool timed, uint32_t at);

/* A name whose words seem to say that he or she speaks. VERB: the lexeme of the verb of saying, 0 for none. */
struct doubt_case {
    const struct signal_input *input;
    const struct name_occurrence *name;
    uint32_t at, verb;
};

/* What part of their weight the rules over words keep here, 0 to 1: less where authors are cited. */
double doubt_kept(const struct doubt_case *c);

/* "X écrit dans son roman", "X (1975) montre": is this an author whom somebody cites? */
bool doubt_book(const struct name_context *context, const struct name_occurrence *name);

/* Is the report full of references, or telegraphic, as notes of a talk are and minutes are not? */
bool doubt_scholarly(const struct name_context *context, const section_list *sections);

/* Does this heading open a discussion, in which those who are named are in the room? */
bool doubt_discussion(const struct name_context *context, const struct block *heading);

/* Do the words FIRST to before END of a heading, before a name, say that it presides ("Séance présidée par")? What stands
 * below is what others say. */
bool doubt_chaired(const struct name_context *context, uint32_t first, uint32_t end);

#endif
