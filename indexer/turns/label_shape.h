/* label_shape.h - how the label of a speaking turn is written: where it begins and ends, what may stand in it. */
#ifndef TRIBUNE_LABEL_SHAPE_H
#define TRIBUNE_LABEL_SHAPE_H

#include "names.h"

enum label_mark {
    LABEL_NONE,
    LABEL_COLON,
    LABEL_DASH,   /* "M. X. –" */
    LABEL_HYPHEN, /* "M. X - ": a label only where several are written so */
    LABEL_PERIOD  /* "M. X. Text": likewise */
};

/* What may be a label: lexemes FIRST to before END; what is said begins at TEXT. */
struct label {
    enum label_mark mark;
    uint32_t first, end, text;
};

/* The label of the line (or sentence) that begins with lexeme AT; its mark is LABEL_NONE when there is none. */
struct label label_read(const struct name_context *context, uint32_t at);

/* After what may stand before a label: bullets, quotes, "1.", "00:02:26", "9h10-9h45", "Q2.", an en dash. */
uint32_t label_begin(const struct name_context *context, uint32_t at);

/* Does a line that begins with AT, and its label with FIRST, begin with a time or a time code? */
bool label_timed(const struct name_context *context, uint32_t at, uint32_t first);

/* A time code from AT to the end of its line ("12:03", "(00:12:03)"): the lexeme after it, AT for none. */
uint32_t label_time_code(const struct name_context *context, uint32_t at);

/* Where an hour and a date begin that end the line FROM to before END ("2:30 pm, 3rd May 2011"); END for none. */
uint32_t label_dated(const struct name_context *context, uint32_t from, uint32_t end);

/* May FROM to before END stand between a name and the end of its label: nothing, "(…)", ", role", "MP", "– Group"? */
bool label_rest(const struct name_context *context, uint32_t from, uint32_t end);

/* Where the role in FROM to before END begins, END being that of a label and FROM after its name: after a party's
 * brackets, a peerage ("of Halton") and what is no role ("Report"). */
uint32_t label_role(const struct name_context *context, uint32_t from, uint32_t end);

/* Is it an office ("M. le président", "The Acting Chair"), or nobody's name ("Une participante", "Q": *QUIET)? Before
 * brackets, when there are any. */
bool label_office(const struct name_context *context, uint32_t first, uint32_t end, bool *quiet);

/* "Some hon. members", "Un sénateur du groupe X", "Voix sur les bancs": somebody speaks, and nobody says who. */
bool label_voices(const struct name_context *context, uint32_t first, uint32_t end);

/* "Financial Secretary", "City Attorney": capitalised words the last of which is an office. A label only in a transcript. */
bool label_title(const struct name_context *context, uint32_t first, uint32_t end);

/* The label FIRST to before END without the notes in brackets at its end, "(via Zoom)", "[00:12]": their first lexeme. */
uint32_t label_core(const struct name_context *context, uint32_t first, uint32_t end);

/* "The Secretary of State for Health (Jane Doe)", "Minister for Health (Deputy Jane Doe)": the name in brackets
 * after any words with a role in them; NULL for none. */
const struct name_occurrence *label_bracketed(const struct name_context *context, uint32_t first, uint32_t end);

/* "NYS Senator Jane Doe Report", "Par votre élue, Jane Doe": the name after words with a role in them; NULL for
 * none. */
const struct name_occurrence *label_qualified(const struct name_context *context, uint32_t first, uint32_t end);

/* "Question posed by your councillor, Jane Doe": the name that ends the words, after "by"; NULL for none. */
const struct name_occurrence *label_by(const struct name_context *context, uint32_t first, uint32_t end);

/* One to five capitalised words, none of them a field's name: a label only when it comes back. */
bool label_phrase(const struct name_context *context, uint32_t first, uint32_t end);

/* Marks the lexemes in quotation marks that are closed not too far away: a label there is part of what is read out. */
void label_quoted(const struct name_context *context, bool *quoted);

/* Does it begin with an honorific? */
bool label_titled(const struct name_context *context, uint32_t first);

/* The label folded, for counting. In the arena. */
const char *label_key(const struct name_context *context, uint32_t first, uint32_t end);

/* A dash of any length. */
bool label_dash(const struct name_context *context, uint32_t i);

#endif
