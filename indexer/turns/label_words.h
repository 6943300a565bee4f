/* label_words.h - what the words of a label before a colon say: nobody's name, or a field. Folded. */
#ifndef TRIBUNE_LABEL_WORDS_H
#define TRIBUNE_LABEL_WORDS_H

#include <stdbool.h>

/* Who speaks is unknown: "Un auditeur", "Question", "The floor". */
bool label_anonymous(const char *folded);

/* It may stand before the others: "Un", "The". */
bool label_article(const char *folded);

/* It goes before an office: "Acting", "premier". */
bool label_epithet(const char *folded);

/* It says that somebody does, and not who: "Un", "Several". */
bool label_indefinite(const char *folded);

/* One of many who heckle, or all of them: "members", "voix". */
bool label_voice(const char *folded);

/* A party, printed after a name without a comma: "Jane Doe Liberal Halton, ON". */
bool label_party(const char *folded);

/* It introduces something else than speech: "Date :", "Lieu :", "Objet :". */
bool label_field(const char *folded);

#endif
