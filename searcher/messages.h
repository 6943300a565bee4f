/* messages.h - the words of the page, in French and in English: one table, and numbers and dates as people write
 * them.
 *
 * Text comes out plain (html.h escapes it). Results are in the arena, or constants. A language other than French
 * gives English. */
#ifndef TRIBUNE_MESSAGES_H
#define TRIBUNE_MESSAGES_H

#include "arena.h"
#include "calendar.h"
#include "language.h"

enum message {
    MESSAGE_SEARCH, MESSAGE_SEARCH_LABEL, MESSAGE_SEARCH_HINT, MESSAGE_SKIP, MESSAGE_OTHER_LANGUAGE, MESSAGE_REFINE,
    MESSAGE_FROM, MESSAGE_TO, MESSAGE_DATE_HINT, MESSAGE_UNIT, MESSAGE_UNIT_REPORT, MESSAGE_UNIT_PASSAGE,
    MESSAGE_SORT, MESSAGE_SORT_RELEVANCE, MESSAGE_SORT_DATE, MESSAGE_SORT_NEWEST, MESSAGE_SORT_TITLE, MESSAGE_FILTERS,
    MESSAGE_ACTIVE_FILTERS, MESSAGE_REMOVE, MESSAGE_REMOVE_ALL, MESSAGE_SPEAKER, MESSAGE_PLACE, MESSAGE_EVENT_PLACE,
    MESSAGE_ORGANISATION, MESSAGE_YEAR, MESSAGE_LANGUAGE, MESSAGE_AUTHOR, MESSAGE_RESULTS, MESSAGE_REPORTS,
    MESSAGE_PASSAGES, MESSAGE_ABOUT, MESSAGE_COLLECTION, MESSAGE_NOTHING, MESSAGE_NOTHING_HINT,
    MESSAGE_NOTHING_FILTERS, MESSAGE_DID_YOU_MEAN, MESSAGE_CORRECTED, MESSAGE_MISSING, MESSAGE_PARTIAL,
    MESSAGE_PARTIAL_FOLLOW, MESSAGE_IN_ATTACHMENT, MESSAGE_PUBLISHED, MESSAGE_BY_AUTHOR, MESSAGE_OPEN_ORIGINAL,
    MESSAGE_OPEN_PASSAGE,
    MESSAGE_READ, MESSAGE_READ_HERE, MESSAGE_SIMILAR, MESSAGE_SIMILAR_TO, MESSAGE_MORE_PASSAGES,
    MESSAGE_MORE_SPEAKERS, MESSAGE_DUPLICATES, MESSAGE_PREVIOUS, MESSAGE_NEXT, MESSAGE_PAGES, MESSAGE_EXPORT,
    MESSAGE_FEED, MESSAGE_LATEST, MESSAGE_ERROR_QUERY, MESSAGE_ERROR_REQUEST, MESSAGE_ERROR_NOT_FOUND,
    MESSAGE_ERROR_NOT_FOUND_HINT, MESSAGE_ERROR_NO_PAGE, MESSAGE_ERROR_UNAVAILABLE, MESSAGE_ERROR_UNAVAILABLE_HINT,
    MESSAGE_ERROR_TOO_LONG, MESSAGE_ERROR_METHOD, MESSAGE_BACK_TO_SEARCH, MESSAGE_BACK_TO_RESULTS, MESSAGE_SPEAKERS,
    MESSAGE_PLACES, MESSAGE_ATTACHMENTS, MESSAGE_MATCHES, MESSAGE_FIRST_MATCH, MESSAGE_NEXT_MATCH, MESSAGE_HELP,
    MESSAGE_HELP_WORDS, MESSAGE_HELP_PHRASE, MESSAGE_HELP_SPEAKER, MESSAGE_HELP_PLACE, MESSAGE_HELP_DATE,
    MESSAGE_HELP_NOT, MESSAGE_POWERED, MESSAGE_CITE, MESSAGE_BYTES_KB, MESSAGE_BYTES_MB, MESSAGE_COUNT
};

const char *message(enum language language, enum message message);

/* The message with its {} replaced by VALUE. */
const char *message_with(struct arena *arena, enum language language, enum message message, const char *value);

/* The message for N things, {} being the number: "1 report", "1,204 reports"; « 1 204 comptes rendus ». */
const char *message_count(struct arena *arena, enum language language, enum message message, uint64_t n);

/* What a place of this kind (as place_kind_name() has it) is: "commune", « région »; or the heading of a list of them:
 * "Towns", « Régions ». */
const char *place_kind_words(enum language language, const char *kind, bool heading);

const char *number_words(struct arena *arena, enum language language, uint64_t n);

/* "4 novembre 2016", "4–5 November 2016", "novembre 2016", "2016"; NULL for no interval. */
const char *date_words(struct arena *arena, enum language language, struct interval interval);

/* "610 Ko", "1,2 Mo"; "610 KB", "1.2 MB". */
const char *size_words(struct arena *arena, enum language language, uint64_t bytes);

/* ISO form: a day, or "start/end" (ISO 8601); NULL for none. */
const char *date_iso(struct arena *arena, struct interval interval);

#endif
