/* turns_form.h - labels told by what surrounds them: lines of one form that open with who may speak, some of which
 * come back, before what people say for themselves. No mark or title is asked for: the report shows how it writes
 * labels. */
#ifndef TRIBUNE_TURNS_FORM_H
#define TRIBUNE_TURNS_FORM_H

#include "turns.h"

struct form_label;

struct label_forms {
    VEC(struct form_label) labels; /* of believed forms, in text order */
};

/* Reads the labels of this report that are written in a form it uses again and again. */
struct label_forms label_forms_read(const struct name_context *context);

/* The label of such a form on the line that begins with lexeme AT: fills *TURN. */
bool form_turn(const struct name_context *context, const struct label_forms *forms, uint32_t at, struct turn *turn);

#endif
