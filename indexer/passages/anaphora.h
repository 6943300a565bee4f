/* anaphora.h - whom a sentence takes up without naming: "elle", "a-t-il dit", "l'oratrice", "the latter", "his talk". */
#ifndef TRIBUNE_ANAPHORA_H
#define TRIBUNE_ANAPHORA_H

#include "narrative.h"

#define ANAPHORA_NONE (-1)    /* it takes up nobody */
#define ANAPHORA_UNNAMED (-2) /* somebody who has no name: "cria quelqu'un" */

/* The person whom the sentence, whose words begin at lexeme FIRST, takes up; or one of the above. */
int32_t anaphora_person(const struct narrative *narrative, const struct sentence *sentence, uint32_t first);

/* The same by its words of saying alone: "…, a-t-elle dit". */
int32_t anaphora_tag(const struct narrative *narrative, const struct sentence *sentence, uint32_t first);

/* Does the sentence, whose subject is named, speak of the speaker as of another ("X welcomed our guest speaker")? */
bool anaphora_names_another(const struct narrative *narrative, uint32_t first, uint32_t end);

#endif
