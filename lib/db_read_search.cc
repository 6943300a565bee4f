/* Searching: one query run, its matches and facets; expansion of relevant documents. */
#include "db_common.hh" /* first: it includes the C headers as such */
#include "db_read.h"

#include <algorithm>
#include <cstring>
#include <memory>
#include <vector>

struct facet_value {
    std::string value;
    uint32_t count;
};

struct db_matches {
    Xapian::Database database;
    Xapian::Enquire enquire;
    Xapian::MSet mset;
    std::vector<std::vector<facet_value>> facets;
    std::string collapse_value;

    explicit db_matches(const Xapian::Database &from) : database(from), enquire(from) {}
};

static void set_weight(Xapian::Enquire &enquire, const struct db_search &search)
{
    bool own = search.has_parameters;
    switch (search.weight) {
    case DB_WEIGHT_BM25:
        enquire.set_weighting_scheme(own ? Xapian::BM25Weight(search.k1, search.k2, search.k3, search.b,
                                                              search.min_length)
                                         : Xapian::BM25Weight());
        return;
    case DB_WEIGHT_BM25_PLUS:
        enquire.set_weighting_scheme(own ? Xapian::BM25PlusWeight(search.k1, search.k2, search.k3, search.b,
                                                                  search.min_length, search.delta)
                                         : Xapian::BM25PlusWeight());
        return;
    case DB_WEIGHT_DPH: enquire.set_weighting_scheme(Xapian::DPHWeight()); return;
    case DB_WEIGHT_DLH: enquire.set_weighting_scheme(Xapian::DLHWeight()); return;
    case DB_WEIGHT_PL2:
        enquire.set_weighting_scheme(own ? Xapian::PL2Weight(search.delta) : Xapian::PL2Weight());
        return;
    case DB_WEIGHT_INL2:
        enquire.set_weighting_scheme(own ? Xapian::InL2Weight(search.delta) : Xapian::InL2Weight());
        return;
    case DB_WEIGHT_IFB2:
        enquire.set_weighting_scheme(own ? Xapian::IfB2Weight(search.delta) : Xapian::IfB2Weight());
        return;
    case DB_WEIGHT_TFIDF: enquire.set_weighting_scheme(Xapian::TfIdfWeight()); return;
    case DB_WEIGHT_COORD: enquire.set_weighting_scheme(Xapian::CoordWeight()); return;
    case DB_WEIGHT_BOOL: enquire.set_weighting_scheme(Xapian::BoolWeight()); return;
    }
}

static void set_order(Xapian::Enquire &enquire, const struct db_search &search)
{
    Xapian::valueno slot = search.order_slot < 0 ? Xapian::BAD_VALUENO : Xapian::valueno(search.order_slot);
    if (search.newest_first)
        enquire.set_docid_order(Xapian::Enquire::DESCENDING);
    switch (search.order) {
    case DB_ORDER_SCORE: return;
    case DB_ORDER_VALUE: enquire.set_sort_by_value(slot, search.order_descending); return;
    case DB_ORDER_VALUE_SCORE: enquire.set_sort_by_value_then_relevance(slot, search.order_descending); return;
    case DB_ORDER_SCORE_VALUE: enquire.set_sort_by_relevance_then_value(slot, search.order_descending); return;
    }
}

static std::vector<facet_value> counted(const Xapian::ValueCountMatchSpy &spy)
{
    std::vector<facet_value> values;
    for (Xapian::TermIterator at = spy.values_begin(); at != spy.values_end(); ++at)
        values.push_back(facet_value{ *at, at.get_termfreq() });
    return values;
}

enum status db_search_run(const struct db *db, const struct db_queries *pool, const struct db_search *search,
                          struct db_matches **matches, struct error *error)
{
    if (db_queries_status(pool, error) != STATUS_OK)
        return error->status;
    if (!search->query)
        return error_set(error, STATUS_INTERNAL, "there is no query to run");
    return db_guard(error, [&] {
        std::unique_ptr<db_matches> run(new db_matches(db->database));
        Xapian::Enquire &enquire = run->enquire;
        enquire.set_query(search->query->query);
        set_weight(enquire, *search);
        set_order(enquire, *search);
        if (search->collapse_slot >= 0)
            enquire.set_collapse_key(Xapian::valueno(search->collapse_slot), search->collapse_max);
        if (search->minimum_score > 0)
            enquire.set_cutoff(0, search->minimum_score);
        if (search->seconds > 0)
            enquire.set_time_limit(search->seconds);
        std::vector<std::unique_ptr<Xapian::ValueCountMatchSpy>> spies;
        for (size_t i = 0; i < std::min(search->facet_count, size_t(DB_FACETS_MAX)); i++) {
            spies.emplace_back(new Xapian::ValueCountMatchSpy(Xapian::valueno(search->facets[i])));
            enquire.add_matchspy(spies.back().get());
        }
        run->mset = enquire.get_mset(search->first, search->count, search->check_at_least);
        for (const auto &spy : spies)
            run->facets.push_back(counted(*spy));
        enquire.clear_matchspies();
        *matches = run.release();
    });
}

void db_matches_free(struct db_matches *matches)
{
    struct error ignored;
    db_guard(&ignored, [&] { delete matches; });
}

void db_matches_totals(const struct db_matches *matches, struct db_totals *totals)
{
    struct error ignored;
    *totals = db_totals{};
    db_guard(&ignored, [&] {
        const Xapian::MSet &mset = matches->mset;
        totals->count = mset.size();
        totals->lower = mset.get_matches_lower_bound();
        totals->estimate = mset.get_matches_estimated();
        totals->upper = mset.get_matches_upper_bound();
        totals->uncollapsed_lower = mset.get_uncollapsed_matches_lower_bound();
        totals->uncollapsed_estimate = mset.get_uncollapsed_matches_estimated();
        totals->uncollapsed_upper = mset.get_uncollapsed_matches_upper_bound();
        totals->best_score = mset.get_max_attained();
        totals->possible_score = mset.get_max_possible();
    });
}

/* Xapian does not check the index. */
static bool index_fails(const struct db_matches *matches, uint32_t index, struct error *error) noexcept
{
    if (index < matches->mset.size())
        return false;
    error_set(error, STATUS_NOT_FOUND, "there is no match number %u", index);
    return true;
}

enum status db_matches_get(struct db_matches *matches, uint32_t index, struct db_match *match, struct error *error)
{
    if (index_fails(matches, index, error))
        return error->status;
    return db_guard(error, [&] {
        Xapian::MSetIterator at = matches->mset[index];
        matches->collapse_value = at.get_collapse_key();
        *match = db_match{ *at, at.get_weight(), at.get_percent(), at.get_collapse_count(),
                           db_slice(matches->collapse_value) };
    });
}

enum status db_matches_document(struct db_matches *matches, uint32_t index, struct db_document **document,
                                struct error *error)
{
    if (index_fails(matches, index, error))
        return error->status;
    return db_guard(error, [&] {
        if (db_document_of(matches->mset[index].get_document(), document, error) != STATUS_OK)
            throw std::bad_alloc();
    });
}

enum status db_matches_terms(struct db_matches *matches, uint32_t index, struct db_terms **terms, struct error *error)
{
    if (index_fails(matches, index, error))
        return error->status;
    return db_guard(error, [&] {
        Xapian::MSetIterator at = matches->mset[index];
        if (db_terms_of(matches->database, matches->enquire.get_matching_terms_begin(at),
                        matches->enquire.get_matching_terms_end(at), terms, error) != STATUS_OK)
            throw std::bad_alloc();
    });
}

size_t db_matches_facet_size(const struct db_matches *matches, size_t facet)
{
    return facet < matches->facets.size() ? matches->facets[facet].size() : 0;
}

struct slice db_matches_facet(const struct db_matches *matches, size_t facet, size_t index, uint32_t *count)
{
    const facet_value &value = matches->facets[facet][index];
    *count = value.count;
    return db_slice(value.value);
}

enum status db_expand(const struct db *db, const uint32_t *ids, size_t id_count, struct db_expansion *out,
                      size_t room, size_t *count, struct error *error)
{
    *count = 0;
    return db_guard(error, [&] {
        Xapian::Enquire enquire(db->database);
        Xapian::RSet relevant;
        for (size_t i = 0; i < id_count; i++)
            relevant.add_document(ids[i]);
        Xapian::ESet terms = enquire.get_eset(Xapian::termcount(room), relevant);
        for (Xapian::ESetIterator at = terms.begin(); at != terms.end() && *count < room; ++at) {
            std::string term = *at;
            if (term.size() > DB_TERM_BYTES_MAX)
                continue;
            struct db_expansion *entry = &out[(*count)++];
            memcpy(entry->term, term.c_str(), term.size() + 1);
            entry->weight = at.get_weight();
        }
    });
}
