/* query_value.c - what stands after a field's colon: dates, distances, languages, types. */
#include "query.h"

#include "remarks.h"
#include "token.h"

/* A value is quoted in messages up to so many bytes. */
enum { SHOWN_BYTES = 80 };

static int shown(struct slice text)
{
    size_t length = text.length < SHOWN_BYTES ? text.length : SHOWN_BYTES;

    while (length && length < text.length && ((unsigned char)text.bytes[length] & 0xC0) == 0x80)
        length--;
    return (int)length;
}

static enum status read_interval(struct query_node *leaf, enum language ui, struct error *error)
{
    if (leaf->kind != QUERY_PREFIX && interval_parse(leaf->text, &leaf->interval))
        return STATUS_OK;
    return error_set(error, STATUS_QUERY, remark_format(ui, REMARK_NO_DATE), shown(leaf->text),
                         leaf->text.bytes);
}

/* "Bordeaux~50km", "Bordeaux~50", "Bordeaux ~ 50 km" */
static enum status read_distance(struct query_node *leaf, enum language ui, struct error *error)
{
    const char *tilde = memrchr(leaf->text.bytes, '~', leaf->text.length);
    unsigned long km = 0;

    if (!tilde)
        return STATUS_OK;
    struct slice name = slice_trim((struct slice){ leaf->text.bytes, (size_t)(tilde - leaf->text.bytes) });
    struct slice rest = { tilde + 1, leaf->text.length - (size_t)(tilde + 1 - leaf->text.bytes) };
    rest = slice_trim(rest);
    size_t digits = 0;
    while (digits < rest.length && rest.bytes[digits] >= '0' && rest.bytes[digits] <= '9' && km <= QUERY_KM_MAX)
        km = km * 10 + (unsigned long)(rest.bytes[digits++] - '0');
    struct slice unit = slice_trim((struct slice){ rest.bytes + digits, rest.length - digits });
    if (!digits || km == 0 || km > QUERY_KM_MAX || !name.length
        || !(unit.length == 0 || slice_is(unit, "km") || slice_is(unit, "Km") || slice_is(unit, "KM")))
        return error_set(error, STATUS_QUERY, remark_format(ui, REMARK_NO_DISTANCE), shown(leaf->text),
                         leaf->text.bytes, QUERY_KM_MAX);
    leaf->text = name;
    leaf->km = (unsigned)km;
    return STATUS_OK;
}

static enum status read_language(struct query_node *leaf, enum language ui, struct error *error)
{
    leaf->language = language_from_name(leaf->text);
    if (leaf->language != LANGUAGE_UNKNOWN)
        return STATUS_OK;
    return error_set(error, STATUS_QUERY, remark_format(ui, REMARK_NO_LANGUAGE), shown(leaf->text), leaf->text.bytes);
}

static enum status read_type(struct query_node *leaf, enum language ui, struct error *error)
{
    char folded[32];

    fold_key(leaf->text, folded, sizeof folded);
    for (int type = 0; type < REPORT_TYPE_COUNT; type++)
        if (strcmp(folded, report_type_name((enum report_type)type)) == 0) {
            leaf->type = (enum report_type)type;
            return STATUS_OK;
        }
    return error_set(error, STATUS_QUERY, remark_format(ui, REMARK_NO_TYPE), shown(leaf->text), leaf->text.bytes);
}

/* What a report can have, in English and French, and the term it is indexed under. */
static const struct {
    const char *name, *term;
} has_table[] = {
    { "attachment", "attachment" }, { "attachments", "attachment" }, { "piece jointe", "attachment" },
    { "pieces jointes", "attachment" }, { "speaker", "speaker" }, { "intervenant", "speaker" },
    { "place", "place" }, { "lieu", "place" }, { "date", "date" },
};

static enum status read_has(struct query_node *leaf, enum language ui, struct error *error)
{
    char folded[32];

    fold_key(leaf->text, folded, sizeof folded);
    for (size_t i = 0; i < sizeof has_table / sizeof *has_table; i++)
        if (strcmp(folded, has_table[i].name) == 0) {
            leaf->text = slice_of(has_table[i].term);
            return STATUS_OK;
        }
    return error_set(error, STATUS_QUERY, remark_format(ui, REMARK_NOT_HAD), shown(leaf->text),
                         leaf->text.bytes);
}

enum status query_read_value(struct query_node *leaf, enum language ui, struct error *error)
{
    char folded[64];

    if (leaf->field == FIELD_TEXT)
        return STATUS_OK;
    if (slice_trim(leaf->text).length == 0)
        return error_set(error, STATUS_QUERY, remark_format(ui, REMARK_EMPTY_VALUE),
                         remark_field(ui, leaf->field));
    switch (leaf->field) {
    case FIELD_DATE: case FIELD_PERIOD:
        return read_interval(leaf, ui, error);
    case FIELD_PLACE: case FIELD_EVENT_PLACE:
        return read_distance(leaf, ui, error);
    case FIELD_LANGUAGE:
        return read_language(leaf, ui, error);
    case FIELD_TYPE:
        return read_type(leaf, ui, error);
    case FIELD_HAS:
        return read_has(leaf, ui, error);
    default:
        if (fold_key(leaf->text, folded, sizeof folded) == 0)
            return error_set(error, STATUS_QUERY, remark_format(ui, REMARK_NO_LETTER),
                             remark_field(ui, leaf->field));
        return STATUS_OK;
    }
}

enum status query_value(enum field field, struct slice value, enum language ui, struct arena *arena,
                        struct query_node **leaf, struct error *error)
{
    *leaf = arena_new(arena, struct query_node);
    **leaf = (struct query_node){ .kind = QUERY_PHRASE, .field = field, .interval = INTERVAL_NONE,
                                  .text = slice_trim(value), .end = (uint32_t)value.length };
    return query_read_value(*leaf, ui, error);
}
