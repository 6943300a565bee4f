/* verb_phrase.h - is there a verb of saying here, and is it the subject's own act? */
#ifndef TRIBUNE_VERB_PHRASE_H
#define TRIBUNE_VERB_PHRASE_H

#include "names.h"

bool word_lower(const struct name_context *context, uint32_t i);      /* written in lower case, or elided */
unsigned word_speech(const struct name_context *context, uint32_t i); /* SPEECH_… bits of a word in lower case */
bool word_participle(const struct name_context *context, uint32_t i); /* ends in -é, -ée, -és: no finite verb */
bool word_adverb(const struct lexeme *lexeme);                        /* ends in -ment or -ly */

/* "Jane Doe Introduced herself": notes that capitalise their verbs. */
bool capital_verb(const struct name_context *context, uint32_t i);

/* Do these folded words, with a space between each, stand at lexeme I? */
bool words_at(const struct name_context *context, uint32_t i, const char *words);

/* The verb at AT, or after words that may stand between a subject and its verb: its SPEECH_… bits and its lexeme in *VERB.
 * 0 when there is no verb of saying or doing. */
unsigned verb_phrase(const struct name_context *context, uint32_t at, uint32_t *verb);

/* The participle of a passive ("a été élu", "was appointed") is no act of the subject. */
bool verb_passive(const struct name_context *context, uint32_t first, uint32_t verb);

enum { PREDICATE_STARTS_MAX = 12 };

/* Where the predicate of this name may begin: right after it, after its role, brackets or an apposition. Their count. */
size_t predicate_starts(const struct name_context *context, const struct name_occurrence *name, uint32_t *starts);

/* May a predicate begin with this word, whatever verb it is? A word in lower case that no noun phrase goes on with.
 * AFTER_COMMA: articles begin a noun phrase there, where after a name they are pronouns. */
bool predicate_begins(const struct name_context *context, uint32_t i, bool after_comma);

#endif
