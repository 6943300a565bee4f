/* meeting.h - sentences about the meeting itself, which are nobody's: "La séance est levée", "The motion was carried". */
#ifndef TRIBUNE_MEETING_H
#define TRIBUNE_MEETING_H

#include "names.h"

/* Does a sentence that begins at lexeme FIRST have the meeting, or those who attend it, as its subject? */
bool meeting_begins(const struct name_context *context, uint32_t first);

/* The same, or does the sentence FIRST to before END tell what was decided ("adopté à l'unanimité")? */
bool meeting_sentence(const struct name_context *context, uint32_t first, uint32_t end);

#endif
