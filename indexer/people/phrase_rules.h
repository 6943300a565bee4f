/* phrase_rules.h - fixed phrases beside a name and the rule that each calls: "kicked off with X", "X sat down with Y". */
#ifndef TRIBUNE_PHRASE_RULES_H
#define TRIBUNE_PHRASE_RULES_H

#include "signal_rules.h"

struct phrase_rule {
    const char *words; /* folded */
    enum rule rule;
};

/* Right before the name and its titles; right after the name, or after what is said of it. */
extern const struct phrase_rule phrases_before[], phrases_after[];
extern const size_t phrase_before_count, phrase_after_count;

#endif
