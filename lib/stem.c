#include "stem.h"

#include <stdlib.h>
#include <string.h>

#include "db_read.h"
#include "token.h"

enum { CACHE_ENTRIES = 1 << 15, CACHE_WORD_BYTES = 30 };

struct entry {              /* empty while word_length is 0 */
    uint8_t word_length, stem_length;
    char word[CACHE_WORD_BYTES], stem[CACHE_WORD_BYTES];
};

struct stemmer {
    struct db_stemmer *snowball;
    char last[TOKEN_BYTES_MAX + 1]; /* a stem that the cache does not hold */
    struct entry cache[CACHE_ENTRIES];
};

/* FNV-1a, 64 bits (Fowler, Noll and Vo). */
static uint64_t hash_bytes(uint64_t hash, struct slice bytes)
{
    for (size_t i = 0; i < bytes.length; i++)
        hash = (hash ^ (unsigned char)bytes.bytes[i]) * 0x100000001B3u;
    return hash;
}

static const uint64_t hash_start = 0xCBF29CE484222325u;

enum status stemmer_new(struct stemmer **stemmer, enum language language, struct error *error)
{
    const struct language_row *row = language_row(language);
    if (!row->stemmer)
        return error_set(error, STATUS_NOT_FOUND, "there is no stemmer for language '%s'", row->code);
    struct stemmer *made = calloc(1, sizeof *made);
    if (!made)
        return error_set(error, STATUS_MEMORY, "out of memory");
    if (db_stemmer_open(&made->snowball, row->stemmer, error) != STATUS_OK) {
        free(made);
        return error->status;
    }
    *stemmer = made;
    return STATUS_OK;
}

void stemmer_free(struct stemmer *stemmer)
{
    if (!stemmer)
        return;
    db_stemmer_close(stemmer->snowball);
    free(stemmer);
}

/* Stems and folds into `last`; the length. */
static size_t stem_anew(struct stemmer *stemmer, struct slice word)
{
    struct slice stem = word;
    struct error ignored;
    if (db_stemmer_stem(stemmer->snowball, word, &stem, &ignored) != STATUS_OK || stem.length == 0)
        stem = word;
    size_t length = fold_key(stem, stemmer->last, sizeof stemmer->last);
    if (length == 0) {
        length = word.length < sizeof stemmer->last ? word.length : sizeof stemmer->last - 1;
        memcpy(stemmer->last, word.bytes, length);
    }
    return length;
}

struct slice stemmer_stem(struct stemmer *stemmer, struct slice word)
{
    if (word.length == 0)
        return word;
    uint64_t hash = hash_bytes(hash_start, word);
    struct entry *entry = &stemmer->cache[(hash ^ hash >> 32) % CACHE_ENTRIES];
    if (entry->word_length == word.length && memcmp(entry->word, word.bytes, word.length) == 0)
        return (struct slice){ entry->stem, entry->stem_length };
    size_t length = stem_anew(stemmer, word);
    if (word.length > CACHE_WORD_BYTES || length > CACHE_WORD_BYTES)
        return (struct slice){ stemmer->last, length };
    entry->word_length = (uint8_t)word.length;
    entry->stem_length = (uint8_t)length;
    memcpy(entry->word, word.bytes, word.length);
    memcpy(entry->stem, stemmer->last, length);
    return (struct slice){ entry->stem, length };
}

/* Words whose stems have changed between releases of Snowball, or easily could; few: every opening stems them. */
static const struct {
    const char *code;
    const char *words[9];
} probes[] = {
    { "fr", { "nationalité", "économies", "continuellement", "élus", "loyer", "généraux", "quelques", "finissons" } },
    { "en", { "generously", "skies", "conditional", "agreed", "dying", "organizations", "universities" } },
    { "de", { "wahlkämpfe", "häuser", "freundlichkeit", "universitäten" } },
    { "es", { "ciudades", "rápidamente", "naciones", "gobierno" } },
    { "it", { "democratiche", "velocemente", "cittadini" } },
    { "pt", { "câmaras", "felizmente", "associações" } },
    { "nl", { "gemeenten", "mogelijkheid", "organisaties" } },
    { "ca", { "ràpidament", "nacionals", "associacions" } },
};

uint64_t stemmers_fingerprint(void)
{
    uint64_t hash = hash_start;
    for (size_t i = 0; i < sizeof probes / sizeof *probes; i++) {
        const struct language_row *row = language_row(language_from_name(slice_of(probes[i].code)));
        struct db_stemmer *stemmer = NULL;
        struct error ignored;
        hash = hash_bytes(hash, slice_of(row->code));
        if (!row->stemmer || db_stemmer_open(&stemmer, row->stemmer, &ignored) != STATUS_OK)
            continue;
        for (const char *const *word = probes[i].words; *word; word++) {
            struct slice stem;
            if (db_stemmer_stem(stemmer, slice_of(*word), &stem, &ignored) == STATUS_OK)
                hash = hash_bytes(hash_bytes(hash, stem), SLICE(" "));
        }
        db_stemmer_close(stemmer);
    }
    return hash;
}
