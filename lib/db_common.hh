/* db_common.hh - what the read and the write half share: the handles' insides, and the turning of exceptions into
 * statuses. For lib/db_*.cc alone. */
#ifndef TRIBUNE_DB_COMMON_HH
#define TRIBUNE_DB_COMMON_HH

#include <deque>
#include <string>
#include <xapian.h>

extern "C" {
#include "error.h"
#include "slice.h"
}

struct db {
    Xapian::Database database;
    std::string scratch, scratch_upper; /* what the last slices handed out point into */
};

struct db_query_node {
    Xapian::Query query;
};

struct db_queries {
    std::deque<db_query_node> queries; /* a deque: what is in it never moves */
    struct error failure = ERROR_NONE; /* the first one */
    std::string description;
};

/* To be called inside a catch block: fills ERROR from the exception in flight. Never throws. */
enum status db_failure(struct error *error) noexcept;

/* Runs BODY; no exception passes. */
template <typename Body> enum status db_guard(struct error *error, Body body) noexcept
{
    try {
        body();
        return STATUS_OK;
    } catch (...) {
        return db_failure(error);
    }
}

static inline std::string db_string(struct slice slice)
{
    return slice.length ? std::string(slice.bytes, slice.length) : std::string();
}

static inline struct slice db_slice(const std::string &string) noexcept
{
    struct slice slice = { string.data(), string.size() };
    return slice;
}

/* Handles around what a search gives. */
struct db_terms;
struct db_document;
enum status db_terms_of(const Xapian::Database &database, const Xapian::TermIterator &begin,
                        const Xapian::TermIterator &end, struct db_terms **terms, struct error *error) noexcept;
enum status db_document_of(const Xapian::Document &document, struct db_document **out, struct error *error) noexcept;

#endif
