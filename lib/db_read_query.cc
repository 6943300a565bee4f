/* Queries, built from constructors. */
#include "db_common.hh" /* first: it includes the C headers as such */
#include "db_read.h"

#include <algorithm>
#include <map>
#include <memory>
#include <vector>

/* The documents with any of some terms, in order. Xapian makes a copy for each place in a query and each database; all
 * copies share what was listed, by the database's name and revision. */
class any_term_source : public Xapian::PostingSource {
    typedef std::vector<Xapian::docid> documents;
    struct shared {
        std::vector<std::string> terms;
        std::map<std::string, documents> listed;
    };
    std::shared_ptr<shared> common;
    const documents *list = nullptr;
    size_t at = 0;
    bool started = false;

    explicit any_term_source(const std::shared_ptr<shared> &from) : common(from) {}

public:
    explicit any_term_source(std::vector<std::string> &&terms) : common(new shared{ std::move(terms), {} }) {}

    PostingSource *clone() const override { return new any_term_source(common); }

    void init(const Xapian::Database &db) override
    {
        std::string name = db.get_uuid() + std::to_string(db.get_revision());
        auto found = common->listed.find(name);
        if (found == common->listed.end()) {
            documents made;
            for (const std::string &term : common->terms)
                made.insert(made.end(), db.postlist_begin(term), db.postlist_end(term));
            std::sort(made.begin(), made.end());
            made.erase(std::unique(made.begin(), made.end()), made.end());
            found = common->listed.emplace(name, std::move(made)).first;
        }
        list = &found->second;
        at = 0;
        started = false;
    }

    Xapian::doccount get_termfreq_min() const override { return Xapian::doccount(list->size()); }
    Xapian::doccount get_termfreq_est() const override { return Xapian::doccount(list->size()); }
    Xapian::doccount get_termfreq_max() const override { return Xapian::doccount(list->size()); }

    void next(double) override
    {
        at += started;
        started = true;
    }

    void skip_to(Xapian::docid document, double) override
    {
        started = true;
        at = size_t(std::lower_bound(list->begin() + long(at), list->end(), document) - list->begin());
    }

    bool at_end() const override { return at >= list->size(); }
    Xapian::docid get_docid() const override { return (*list)[at]; }

    std::string get_description() const override
    {
        std::string text = "any of";
        for (const std::string &term : common->terms)
            text += " " + term;
        return text;
    }
};

enum status db_queries_open(struct db_queries **pool, struct error *error)
{
    return db_guard(error, [&] { *pool = new db_queries(); });
}

void db_queries_close(struct db_queries *pool)
{
    struct error ignored;
    db_guard(&ignored, [&] { delete pool; });
}

enum status db_queries_status(const struct db_queries *pool, struct error *error)
{
    if (pool->failure.status != STATUS_OK)
        *error = pool->failure;
    return pool->failure.status;
}

/* Keeps what MAKE returns; NULL after a failure, now or before. */
template <typename Make> static db_query keep(struct db_queries *pool, Make make) noexcept
{
    if (pool->failure.status != STATUS_OK)
        return nullptr;
    db_query kept = nullptr;
    db_guard(&pool->failure, [&] {
        pool->queries.push_back(db_query_node{ make() });
        kept = &pool->queries.back();
    });
    return kept;
}

/* The same for a query made of others; a NULL operand is a failure of another pool, or a defect. */
template <typename Make>
static db_query keep_over(struct db_queries *pool, const db_query *operands, size_t count, Make make) noexcept
{
    if (pool->failure.status != STATUS_OK)
        return nullptr;
    for (size_t i = 0; i < count; i++) {
        if (!operands[i]) {
            error_set(&pool->failure, STATUS_INTERNAL, "a query was built from one that failed");
            return nullptr;
        }
    }
    return keep(pool, make);
}

db_query db_query_nothing(struct db_queries *pool)
{
    return keep(pool, [] { return Xapian::Query(); });
}

db_query db_query_all(struct db_queries *pool)
{
    return keep(pool, [] { return Xapian::Query(std::string()); });
}

db_query db_query_term(struct db_queries *pool, struct slice term)
{
    return keep(pool, [&] { return term.length ? Xapian::Query(db_string(term)) : Xapian::Query(); });
}

db_query db_query_any_term(struct db_queries *pool, const struct slice *terms, size_t count)
{
    return keep(pool, [&] {
        std::vector<std::string> names;
        for (size_t i = 0; i < count; i++)
            names.push_back(db_string(terms[i]));
        return Xapian::Query((new any_term_source(std::move(names)))->release());
    });
}

db_query db_query_combine(struct db_queries *pool, enum db_operator op, const db_query *operands, size_t count,
                          unsigned window)
{
    static const Xapian::Query::op ops[] = {
        Xapian::Query::OP_AND, Xapian::Query::OP_OR,   Xapian::Query::OP_XOR,    Xapian::Query::OP_SYNONYM,
        Xapian::Query::OP_MAX, Xapian::Query::OP_NEAR, Xapian::Query::OP_PHRASE, Xapian::Query::OP_ELITE_SET,
    };
    if (count == 0)
        return op == DB_AND ? db_query_all(pool) : db_query_nothing(pool);
    return keep_over(pool, operands, count, [&] {
        if (count == 1 && op != DB_SYNONYM)
            return operands[0]->query;
        std::vector<Xapian::Query> queries;
        queries.reserve(count);
        for (size_t i = 0; i < count; i++)
            queries.push_back(operands[i]->query);
        bool windowed = op == DB_NEAR || op == DB_PHRASE || op == DB_ELITE;
        return Xapian::Query(ops[op], queries.begin(), queries.end(), windowed ? window : 0);
    });
}

static db_query pair(struct db_queries *pool, Xapian::Query::op op, db_query left, db_query right) noexcept
{
    const db_query operands[] = { left, right };
    return keep_over(pool, operands, 2, [&] { return Xapian::Query(op, left->query, right->query); });
}

db_query db_query_and_not(struct db_queries *pool, db_query left, db_query right)
{
    return pair(pool, Xapian::Query::OP_AND_NOT, left, right);
}

db_query db_query_and_maybe(struct db_queries *pool, db_query left, db_query right)
{
    return pair(pool, Xapian::Query::OP_AND_MAYBE, left, right);
}

db_query db_query_filter(struct db_queries *pool, db_query left, db_query filter)
{
    return pair(pool, Xapian::Query::OP_FILTER, left, filter);
}

db_query db_query_scale(struct db_queries *pool, db_query query, double factor)
{
    return keep_over(pool, &query, 1, [&] { return Xapian::Query(factor, query->query); });
}

db_query db_query_value_ge(struct db_queries *pool, unsigned slot, struct slice low)
{
    return keep(pool, [&] { return Xapian::Query(Xapian::Query::OP_VALUE_GE, slot, db_string(low)); });
}

db_query db_query_wildcard(struct db_queries *pool, struct slice prefix, unsigned limit,
                           enum db_wildcard_excess excess)
{
    static const int kinds[] = { Xapian::Query::WILDCARD_LIMIT_ERROR, Xapian::Query::WILDCARD_LIMIT_FIRST,
                                 Xapian::Query::WILDCARD_LIMIT_MOST_FREQUENT };
    return keep(pool, [&] {
        return Xapian::Query(Xapian::Query::OP_WILDCARD, db_string(prefix), limit, kinds[excess]);
    });
}

enum status db_query_describe(struct db_queries *pool, db_query query, struct slice *description,
                              struct error *error)
{
    if (db_queries_status(pool, error) != STATUS_OK)
        return error->status;
    if (!query)
        return error_set(error, STATUS_INTERNAL, "there is no query to describe");
    return db_guard(error, [&] {
        pool->description = query->query.get_description();
        *description = db_slice(pool->description);
    });
}
