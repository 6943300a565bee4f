/* Databases, terms, postings, values and documents. */
#include "db_common.hh" /* first: it includes the C headers as such */
#include "db_read.h"

struct db_terms {
    Xapian::Database database;  /* keeps what the iterators read alive */
    Xapian::TermIterator at, end;
    std::string prefix, current;
    bool occurrences;           /* frequency is the wdf, not the number of documents */
    bool frequencies;           /* false: there is none to be had */
    bool moved;                 /* `at` is at the first term, not yet given */
};

struct db_postings {
    Xapian::Database database;
    Xapian::PostingIterator at, end;
    bool started;
};

struct db_values {
    Xapian::Database database;
    Xapian::ValueIterator at, end;
    std::string current;
    bool started;
};

struct db_document {
    Xapian::Document document;
    std::string data, value;
    bool has_data;
};

struct db_stemmer {
    Xapian::Stem stem;
    std::string result;
};

/* ---- databases ---- */

enum status db_open(struct db **db, const char *path, struct error *error)
{
    return db_guard(error, [&] { *db = new ::db{ Xapian::Database(path), {}, {} }; });
}

enum status db_add(struct db *db, const char *path, struct error *error)
{
    return db_guard(error, [&] { db->database.add_database(Xapian::Database(path)); });
}

void db_close(struct db *db)
{
    struct error ignored;
    db_guard(&ignored, [&] { delete db; });
}

enum status db_reopen(struct db *db, bool *changed, struct error *error)
{
    return db_guard(error, [&] {
        bool moved = db->database.reopen();
        if (changed)
            *changed = moved;
    });
}

enum status db_counts(const struct db *db, struct db_statistics *counts, struct error *error)
{
    return db_guard(error, [&] {
        counts->documents = db->database.get_doccount();
        counts->last_document = db->database.get_lastdocid();
        counts->average_length = db->database.get_avlength();
        try {
            counts->revision = db->database.get_revision();
        } catch (const Xapian::Error &) { /* several databases, or remote: there is no one revision */
            counts->revision = 0;
        }
    });
}

enum status db_term_frequency(const struct db *db, struct slice term, uint32_t *documents, uint64_t *collection,
                              struct error *error)
{
    return db_guard(error, [&] {
        std::string name = db_string(term);
        *documents = name.empty() ? 0 : db->database.get_termfreq(name);
        if (collection)
            *collection = name.empty() ? 0 : db->database.get_collection_freq(name);
    });
}

enum status db_metadata(struct db *db, const char *key, struct slice *value, struct error *error)
{
    return db_guard(error, [&] {
        db->scratch = db->database.get_metadata(key);
        *value = db_slice(db->scratch);
    });
}

enum status db_uuid(struct db *db, struct slice *uuid, struct error *error)
{
    return db_guard(error, [&] {
        db->scratch = db->database.get_uuid();
        *uuid = db_slice(db->scratch);
    });
}

enum status db_check(const char *path, size_t *errors, struct error *error)
{
    return db_guard(error, [&] { *errors = Xapian::Database::check(path, 0, nullptr); });
}

const char *db_library_version(void)
{
    return Xapian::version_string();
}

/* ---- terms ---- */

enum status db_terms_open(const struct db *db, struct slice prefix, struct db_terms **terms, struct error *error)
{
    return db_guard(error, [&] {
        std::string start = db_string(prefix);
        *terms = new db_terms{ db->database, db->database.allterms_begin(start),
                                      db->database.allterms_end(start), start, {}, false, true, true };
    });
}

enum status db_terms_next(struct db_terms *terms, struct slice *term, uint32_t *frequency, struct error *error)
{
    *term = slice{ nullptr, 0 };
    return db_guard(error, [&] {
        if (terms->at == terms->end)
            return;
        if (!terms->moved && ++terms->at == terms->end)
            return;
        terms->moved = false;
        terms->current = *terms->at;
        if (terms->current.compare(0, terms->prefix.size(), terms->prefix) != 0) {
            terms->at = terms->end;
            return;
        }
        if (frequency)
            *frequency = !terms->frequencies  ? 0
                         : terms->occurrences ? terms->at.get_wdf()
                                              : terms->at.get_termfreq();
        *term = db_slice(terms->current);
    });
}

void db_terms_close(struct db_terms *terms)
{
    struct error ignored;
    db_guard(&ignored, [&] { delete terms; });
}

/* Terms that are a plain list, without frequencies. */
enum status db_terms_of(const Xapian::Database &database, const Xapian::TermIterator &begin,
                        const Xapian::TermIterator &end, struct db_terms **terms, struct error *error) noexcept
{
    return db_guard(error, [&] {
        *terms = new db_terms{ database, begin, end, {}, {}, false, false, true };
    });
}

/* ---- postings ---- */

enum status db_postings_open(const struct db *db, struct slice term, struct db_postings **postings,
                             struct error *error)
{
    return db_guard(error, [&] {
        std::string name = db_string(term);
        *postings = new db_postings{ db->database, db->database.postlist_begin(name),
                                            db->database.postlist_end(name), false };
    });
}

enum status db_postings_next(struct db_postings *postings, uint32_t *id, struct error *error)
{
    *id = 0;
    return db_guard(error, [&] {
        if (postings->started && postings->at != postings->end)
            ++postings->at;
        postings->started = true;
        if (postings->at != postings->end)
            *id = *postings->at;
    });
}

void db_postings_close(struct db_postings *postings)
{
    struct error ignored;
    db_guard(&ignored, [&] { delete postings; });
}

/* ---- values ---- */

enum status db_values_open(const struct db *db, unsigned slot, struct db_values **values, struct error *error)
{
    return db_guard(error, [&] {
        *values = new db_values{ db->database, db->database.valuestream_begin(slot),
                                        db->database.valuestream_end(slot), {}, false };
    });
}

enum status db_values_next(struct db_values *values, uint32_t *id, struct slice *value, struct error *error)
{
    *id = 0;
    return db_guard(error, [&] {
        if (values->started && values->at != values->end)
            ++values->at;
        values->started = true;
        if (values->at == values->end)
            return;
        values->current = *values->at;
        *value = db_slice(values->current);
        *id = values->at.get_docid();
    });
}

enum status db_values_at(struct db_values *values, uint32_t id, struct slice *value, struct error *error)
{
    *value = slice{ nullptr, 0 };
    return db_guard(error, [&] {
        if (values->at != values->end)
            values->at.skip_to(id);
        values->started = true;
        if (values->at == values->end || values->at.get_docid() != id)
            return;
        values->current = *values->at;
        *value = db_slice(values->current);
    });
}

void db_values_close(struct db_values *values)
{
    struct error ignored;
    db_guard(&ignored, [&] { delete values; });
}

/* ---- documents ---- */

enum status db_document_of(const Xapian::Document &document, struct db_document **out, struct error *error) noexcept
{
    return db_guard(error, [&] { *out = new db_document{ document, {}, {}, false }; });
}

enum status db_document_get(const struct db *db, uint32_t id, struct db_document **document, struct error *error)
{
    return db_guard(error, [&] {
        *document = new db_document{ db->database.get_document(id, Xapian::DOC_ASSUME_VALID), {}, {}, false };
    });
}

enum status db_document_find(const struct db *db, struct slice term, struct db_document **document, uint32_t *id,
                             struct error *error)
{
    uint32_t found = 0;
    enum status status = db_guard(error, [&] {
        std::string name = db_string(term);
        Xapian::PostingIterator at = db->database.postlist_begin(name);
        if (!name.empty() && at != db->database.postlist_end(name))
            found = *at;
    });
    if (status != STATUS_OK)
        return status;
    if (found == 0)
        return error_set(error, STATUS_NOT_FOUND, "no such document");
    if (id)
        *id = found;
    return db_document_get(db, found, document, error);
}

enum status db_document_data(struct db_document *document, struct slice *data, struct error *error)
{
    return db_guard(error, [&] {
        if (!document->has_data)
            document->data = document->document.get_data();
        document->has_data = true;
        *data = db_slice(document->data);
    });
}

enum status db_document_value(struct db_document *document, unsigned slot, struct slice *value, struct error *error)
{
    return db_guard(error, [&] {
        document->value = document->document.get_value(slot);
        *value = db_slice(document->value);
    });
}

enum status db_document_terms(struct db_document *document, struct slice prefix, struct db_terms **terms,
                              struct error *error)
{
    return db_guard(error, [&] {
        std::string start = db_string(prefix);
        Xapian::TermIterator at = document->document.termlist_begin(), end = document->document.termlist_end();
        if (at != end && !start.empty())
            at.skip_to(start);
        *terms = new db_terms{ Xapian::Database(), at, end, start, {}, true, true, true };
    });
}

void db_document_free(struct db_document *document)
{
    struct error ignored;
    db_guard(&ignored, [&] { delete document; });
}

/* ---- stemmers, numbers ---- */

enum status db_stemmer_open(struct db_stemmer **stemmer, const char *name, struct error *error)
{
    return db_guard(error, [&] { *stemmer = new db_stemmer{ Xapian::Stem(name), {} }; });
}

enum status db_stemmer_stem(struct db_stemmer *stemmer, struct slice word, struct slice *stem, struct error *error)
{
    return db_guard(error, [&] {
        stemmer->result = stemmer->stem(db_string(word));
        *stem = db_slice(stemmer->result);
    });
}

void db_stemmer_close(struct db_stemmer *stemmer)
{
    struct error ignored;
    db_guard(&ignored, [&] { delete stemmer; });
}

size_t db_sortable(double number, char out[DB_SORTABLE_BYTES])
{
    return Xapian::sortable_serialise_(number, out); /* the form without std::string: cannot throw */
}

double db_sortable_number(struct slice bytes)
{
    double number = 0;
    struct error ignored;
    db_guard(&ignored, [&] { number = Xapian::sortable_unserialise(db_string(bytes)); });
    return number;
}
