/* db_write_draft.hh - a document being made, as flat lists: nothing is allocated for one term, so that a draft can be
 * filled by one thread and turned into Xapian's document by another without their sharing an allocator's lists. */
#ifndef TRIBUNE_DB_WRITE_DRAFT_HH
#define TRIBUNE_DB_WRITE_DRAFT_HH

#include <cstdint>
#include <string>
#include <vector>

#include "db_common.hh"

struct draft_term {
    uint64_t key;               /* the first bytes of the term, the first the highest: decides most comparisons */
    uint32_t offset, length;    /* of the term in `bytes` */
    uint32_t number;            /* the position, or how often the term occurs */
    bool positional;
};

struct draft_value {
    unsigned slot;
    uint32_t offset, length;
};

struct db_draft {
    std::string bytes;          /* of all terms and values */
    std::vector<draft_term> terms;
    std::vector<draft_value> values;
    std::string data;
};

/* Xapian's document. Sorts the draft's terms: inserted in their order they cost Xapian half as much. Throws. */
Xapian::Document db_draft_document(struct db_draft *draft);

#endif
