/* Writing: databases and documents being made. */
#include "db_write_draft.hh" /* first: it includes the C headers as such */
#include "db_write.h"

#include <cstdio>
#include <cstdlib>
#include <exception>

struct db_writer {
    Xapian::WritableDatabase database;
    struct db view;             /* the same database */
};

/* libxapian 1.4 lets an exception out of a destructor when a write fails at certain places of a commit, which nothing can
 * catch. What was committed before is whole: all that is left to do is to say why the program ends. */
static void end_after_failed_write() noexcept
{
    struct error error = { STATUS_INTERNAL, 0, "a failure that nothing can handle" };
    if (std::current_exception())
        db_guard(&error, [] { std::rethrow_exception(std::current_exception()); });
    std::fprintf(stderr,
                 "tribune-index: the database can't be written: %s: the last commit stays, what came after it is "
                 "lost\n",
                 error.message);
    std::_Exit(2);
}

enum status db_writer_open(struct db_writer **writer, const char *path, enum db_write_mode mode, struct error *error)
{
    static const int modes[] = { Xapian::DB_OPEN, Xapian::DB_CREATE_OR_OPEN, Xapian::DB_CREATE };
    return db_guard(error, [&] {
        std::set_terminate(end_after_failed_write);
        Xapian::WritableDatabase database(path, modes[mode]);
        *writer = new db_writer{ database, { database, {}, {} } };
    });
}

enum status db_writer_close(struct db_writer *writer, struct error *error)
{
    if (!writer)
        return STATUS_OK;
    enum status status = db_guard(error, [&] { writer->database.close(); });
    struct error ignored;
    db_guard(&ignored, [&] { delete writer; });
    return status;
}

struct db *db_writer_db(struct db_writer *writer)
{
    return &writer->view;
}

enum status db_writer_begin(struct db_writer *writer, struct error *error)
{
    return db_guard(error, [&] { writer->database.begin_transaction(true); });
}

enum status db_writer_commit(struct db_writer *writer, struct error *error)
{
    return db_guard(error, [&] { writer->database.commit_transaction(); });
}

enum status db_writer_cancel(struct db_writer *writer, struct error *error)
{
    return db_guard(error, [&] { writer->database.cancel_transaction(); });
}

enum status db_writer_metadata(struct db_writer *writer, const char *key, struct slice value, struct error *error)
{
    return db_guard(error, [&] { writer->database.set_metadata(key, db_string(value)); });
}

enum status db_writer_add(struct db_writer *writer, struct db_draft *draft, uint32_t *id, struct error *error)
{
    return db_guard(error, [&] {
        Xapian::docid given = writer->database.add_document(db_draft_document(draft));
        if (id)
            *id = given;
    });
}

enum status db_writer_replace(struct db_writer *writer, struct slice unique_term, struct db_draft *draft,
                              uint32_t *id, struct error *error)
{
    return db_guard(error, [&] {
        Xapian::docid given = writer->database.replace_document(db_string(unique_term), db_draft_document(draft));
        if (id)
            *id = given;
    });
}

enum status db_writer_delete(struct db_writer *writer, uint32_t id, struct error *error)
{
    enum status status = db_guard(error, [&] { writer->database.delete_document(id); });
    return status == STATUS_NOT_FOUND ? STATUS_OK : status;
}

enum status db_writer_delete_term(struct db_writer *writer, struct slice term, struct error *error)
{
    return db_guard(error, [&] { writer->database.delete_document(db_string(term)); });
}

enum status db_writer_value(struct db_writer *writer, uint32_t id, unsigned slot, struct slice value,
                            struct error *error)
{
    return db_guard(error, [&] {
        Xapian::Document document = writer->database.get_document(id);
        document.add_value(slot, db_string(value));
        writer->database.replace_document(id, document);
    });
}

enum status db_compact(const char *source, const char *target, struct error *error)
{
    return db_guard(error, [&] {
        Xapian::Database database(source);
        database.compact(target, Xapian::DBCOMPACT_NO_RENUMBER | Xapian::Compactor::FULL);
    });
}
