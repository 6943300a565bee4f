#include "db_common.hh"

#include <exception>
#include <new>

/* Xapian's own classes, the most derived first: the first that fits decides. */
static enum status xapian_status(const Xapian::Error &failure) noexcept
{
    struct row {
        const char *type;
        enum status status;
    };
    static const struct row rows[] = {
        { "DatabaseModifiedError", STATUS_MODIFIED }, { "DatabaseLockError", STATUS_LOCKED },
        { "DatabaseVersionError", STATUS_VERSION },   { "DatabaseNotFoundError", STATUS_NOT_FOUND },
        { "DatabaseCorruptError", STATUS_DAMAGED },   { "SerialisationError", STATUS_DAMAGED },
        { "DatabaseOpeningError", STATUS_IO },        { "DatabaseCreateError", STATUS_IO },
        { "DatabaseError", STATUS_IO },               { "DocNotFoundError", STATUS_NOT_FOUND },
        { "NetworkTimeoutError", STATUS_LIMIT },      { "NetworkError", STATUS_IO },
        { "WildcardError", STATUS_LIMIT },            { "FeatureUnavailableError", STATUS_VERSION },
    };
    struct slice type = slice_of(failure.get_type());
    for (const struct row &row : rows)
        if (slice_is(type, row.type))
            return row.status;
    return STATUS_INTERNAL;
}

static enum status xapian_failure(struct error *error, const Xapian::Error &failure) noexcept
{
    const char *system = nullptr;
    try {
        system = failure.get_error_string(); /* may allocate */
    } catch (...) {
        system = nullptr;
    }
    return error_set(error, xapian_status(failure), system ? "%s (%s)" : "%s", failure.get_msg().c_str(), system);
}

enum status db_failure(struct error *error) noexcept
{
    try {
        throw;
    } catch (const Xapian::Error &failure) {
        return xapian_failure(error, failure);
    } catch (const std::bad_alloc &) {
        return error_set(error, STATUS_MEMORY, "out of memory");
    } catch (const std::exception &failure) {
        return error_set(error, STATUS_INTERNAL, "%s", failure.what());
    } catch (...) {
        return error_set(error, STATUS_INTERNAL, "an unknown exception");
    }
}
