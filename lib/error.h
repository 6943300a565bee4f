/* error.h - the one way to fail: a status, and a message a user can act on.
 *
 * Every function that can fail returns enum status and takes a struct error * (never NULL) that it fills when the
 * status is not STATUS_OK. Messages are UTF-8, one line, without a final full stop or program name. Nobody frees. */
#ifndef TRIBUNE_ERROR_H
#define TRIBUNE_ERROR_H

#ifdef __cplusplus
extern "C" {
#endif

enum status {
    STATUS_OK = 0,
    STATUS_USAGE,     /* the command line or the configuration is wrong */
    STATUS_QUERY,     /* the query is malformed; error.column says where */
    STATUS_NOT_FOUND, /* the named thing does not exist */
    STATUS_IO,        /* the system refused a read or a write */
    STATUS_FORMAT,    /* the bytes are not what they should be */
    STATUS_VERSION,   /* a database of another version, or built with other fields */
    STATUS_LOCKED,    /* another process writes to the database */
    STATUS_MODIFIED,  /* the database moved on under a reader: reopen and run again */
    STATUS_DAMAGED,   /* the database is damaged */
    STATUS_LIMIT,     /* a bound (length, depth, time, expansion) was reached */
    STATUS_MEMORY,    /* out of memory */
    STATUS_INTERNAL   /* a defect of ours, or an exception we do not know */
};

struct error {
    enum status status;
    unsigned column;    /* 1-based, in characters; 0 when there is none */
    char message[480];  /* NUL-terminated; cut at a character boundary */
};

#define ERROR_NONE { STATUS_OK, 0, "" }

/* Fills ERROR and returns STATUS, so that callers can write `return error_set(…)`. */
enum status error_set(struct error *error, enum status status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Puts `prefix: ` before the message that is there: names the file or the database on the way up. */
enum status error_prefix(struct error *error, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The status in words ("not found"), for programs that show no message. */
const char *status_name(enum status status);

#ifdef __cplusplus
}
#endif

#endif
