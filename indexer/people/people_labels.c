/* Whose turns are those whose labels have no name of their own. */
#include "authority.h"
#include "label_words.h"
#include "name_shape.h"
#include "name_words.h"
#include "people_group.h"
#include "token.h"
#include "verb_phrase.h"

enum { SHORT_NAME_MIN = 3, NICK_SURNAME_MIN = 3, NICK_GIVEN_MIN = 4, SELF_LEXEMES_MAX = 60, NICK_PREFIX_MIN = 3 };

static const double NEW_NAME_LIKELIHOOD = 0.6; /* of a label that comes back and is like a name */

/* Is every word of a label like a name, and none an ordinary word? Then it is a surname ("DUPONT :"). In a label of
 * several words the last may be a town too, and another an ordinary word ("Zed Shaw :"). */
static bool names_somebody(const struct name_context *context, struct span label)
{
    bool any = false;
    unsigned ordinary = 0;
    size_t first = lexeme_at(context->report, label.start), end = lexeme_at(context->report, label.end);
    bool several = end > first + 1;
    bool known = several && context->lexemes[end - 1].lexicon & (LEXICON_GIVEN | LEXICON_SURNAME);
    for (size_t i = first; i < end; i++) {
        const struct lexeme *lexeme = &context->lexemes[i];
        bool town = lexeme->lexicon & LEXICON_PLACE_WHOLE && !(several && i + 1 == end);
        ordinary += (town || name_ordinary(lexeme)) && !known &&
                    !(lexeme->lexicon & (LEXICON_GIVEN | LEXICON_SURNAME));
        if (ordinary > several || lexeme->kind == LEXEME_NUMBER || lexeme->shape & SHAPE_INITIAL ||
            context->bits[i] & (NAME_WORD_ROLE | NAME_WORD_NOT_NAME | NAME_WORD_ORGANISATION) ||
            (lexeme->kind == LEXEME_WORD && lexeme->end - lexeme->start < SHORT_NAME_MIN))
            return false;
        any |= name_like(lexeme);
    }
    return any;
}

/* "A. R.", "A R": initials apart are initials together. Other keys are left as they are. */
static const char *together(struct name_context *context, const char *key)
{
    size_t length = strlen(key);
    for (size_t i = 1; i < length; i += 2)
        if (key[i] != ' ')
            return key;
    if (length < 3 || length % 2 == 0)
        return key;
    char *out = arena_dup(context->arena, key, length / 2 + 1);
    for (size_t i = 0; i < length; i += 2)
        out[i / 2] = key[i];
    return out;
}

/* The only one whom a word fits by this map; -1 for none or several. */
static int64_t only_one(struct map *map, const char *key)
{
    const uint32_t *known = map_get(map, slice_of(key));
    return known && *known != AMBIGUOUS ? (int64_t)*known : -1;
}

/* "janedoe" and "adarose" for Jane Doe and Ada Rose Doe, "dom" for Dominique: the words of a name from the first on, run
 * together, or the beginning of a given name. */
static bool run_together(const char *nick, const char *key)
{
    size_t length = strlen(nick), n = 0;
    bool given = true;
    const char *p = key;
    for (; *p && n < length; p++) {
        given &= *p != ' ';
        if (*p == ' ' || *p == '-')
            continue;
        if (*p != nick[n++])
            return false;
    }
    return length >= NICK_PREFIX_MIN && n == length && (given || !*p || *p == ' ');
}

/* Does a name in a chat fit: "timbl" Tim Berners-Lee, "mnot" Mark Nottingham, "jdoe" Jane Doe, "darobin" Robin Doe? */
static bool nick_fits(const char *nick, const struct draft_person *person, const char *key)
{
    size_t given = strcspn(key, " "), length = strlen(nick);
    const char *surname = key + given + (key[given] == ' ');
    char initials[8];
    size_t n = 0;
    if (!person->given || !*surname)
        return false;
    for (const char *p = surname; *p && n < sizeof initials; p++)
        if (p == surname || p[-1] == ' ')
            initials[n++] = *p;
    if (length == given + n && strncmp(nick, key, given) == 0 && strncmp(nick + given, initials, n) == 0)
        return true;
    if (length > NICK_SURNAME_MIN && nick[0] == key[0] && strncmp(nick + 1, surname, length - 1) == 0)
        return true;
    if (run_together(nick, key))
        return true;
    return given >= NICK_GIVEN_MIN && length > given && strncmp(nick + length - given, key, given) == 0;
}

/* The only one whom a name in a chat fits; -1 for none or several. */
static int64_t by_nick(struct grouping *grouping, const char *nick)
{
    int64_t found = -1;
    for (uint32_t i = 0; i < grouping->people->count; i++) {
        if (!nick_fits(nick, &grouping->people->items[i], grouping->people->items[i].key))
            continue;
        if (found >= 0)
            return -1;
        found = i;
    }
    return found;
}

/* "Council Member Doe", "Réponse de Madame DOE": the label without its words of office, which become the role. */
static struct span without_office(const struct name_context *context, struct turn *turn)
{
    uint32_t first = (uint32_t)lexeme_at(context->report, turn->label.start), from = first;
    uint32_t end = (uint32_t)lexeme_at(context->report, turn->label.end);
    for (uint32_t i = first; i < end; i++)
        if (context->bits[i] & (NAME_WORD_ROLE | NAME_WORD_HONORIFIC) || context->lexemes[i].shape & SHAPE_LOWER)
            from = i + 1;
    bool recurring = strcmp(turn->rule, "label-recurring") == 0;
    bool surname = strcmp(turn->rule, "label-role") == 0 && !turn->quiet && from + 1 == end; /* "WITNESS DOE" */
    if (from == first || from >= end || !(recurring || surname) ||
        !names_somebody(context, (struct span){ context->lexemes[from].start, turn->label.end }))
        return turn->label;
    turn->role_first = first;
    turn->role_last = from;
    return (struct span){ context->lexemes[from].start, turn->label.end };
}

/* Whom a label that has no name of its own calls so; -1 for nobody. */
static int64_t called(struct grouping *grouping, struct map *aliases, struct turn *turn)
{
    struct name_context *context = grouping->context;
    struct span core = without_office(context, turn);
    struct slice label = { context->report->record.text.bytes + core.start, core.end - core.start };
    const char *key = people_folded(context, arena_dup_slice(context->arena, label));
    int64_t person = only_one(aliases, key);
    if (person < 0 && strchr(key, ' '))
        person = only_one(&grouping->by_key, key);
    if (person < 0)
        person = people_by_initials(grouping, together(context, key));
    if (person < 0)
        person = only_one(&grouping->by_surname, key);
    if (person < 0)
        person = only_one(&grouping->by_given, key);
    if (person < 0 && authority_person(context->authority, key))
        person = people_of(grouping, NULL, NULL, key);
    bool nick = strcmp(turn->rule, "label-nick") == 0;
    bool recurring = (strcmp(turn->rule, "label-recurring") == 0 || core.start > turn->label.start) &&
                     names_somebody(context, core);
    if (person < 0 && (nick || recurring))
        person = by_nick(grouping, key);
    if (person >= 0 || !(nick || recurring))
        return person;
    const uint32_t *known = map_get(&grouping->by_key, slice_of(key));
    if (known)
        return *known;
    size_t first = lexeme_at(context->report, core.start), end = lexeme_at(context->report, core.end);
    const char *name = name_show(context, (uint32_t)first, (uint32_t)end - 1);
    people_new(grouping, NULL, name, key)->likelihood = NEW_NAME_LIKELIHOOD;
    return (int64_t)grouping->people->count - 1;
}

/* "The Chair:" after "The Chair (Hon. X):" is X until another is so called. */
static void offices_named_before(struct grouping *grouping, turn_list *turns)
{
    struct name_context *context = grouping->context;
    const char *text = context->report->record.text.bytes;
    struct map chairs = MAP_INIT(context->arena);
    for (size_t i = 0; i < turns->count; i++) {
        struct turn *turn = &turns->items[i];
        if (strcmp(turn->rule, "label-role") != 0 || turn->quiet)
            continue;
        uint32_t end = turn->label.end;
        const char *bracket = memchr(text + turn->label.start, '(', end - turn->label.start);
        if (bracket)
            end = (uint32_t)(bracket - text);
        const char *key =
            people_folded(context, arena_dup(context->arena, text + turn->label.start, end - turn->label.start));
        if (turn->person >= 0) {
            *map_put(&chairs, slice_of(key), 0, NULL) = (uint32_t)turn->person;
        } else {
            uint32_t *holder = map_get(&chairs, slice_of(key));
            if (holder)
                turn->person = (int32_t)*holder;
        }
    }
}

/* "I'm Jane Doe", "Je m'appelle Jeanne Doe" where a turn that ends before byte END begins; -1 for nobody. */
static int32_t says_own_name(const struct name_context *context, const struct turn *turn, uint32_t end)
{
    static const struct {
        const char *words;
        uint32_t count;
    } phrases[] = { { "i'm", 1 }, { "i am", 2 }, { "my name is", 3 }, { "je suis", 2 }, { "je m' appelle", 3 } };
    uint32_t first = (uint32_t)lexeme_at(context->report, turn->text);
    for (uint32_t i = first; i < context->count && i - first < SELF_LEXEMES_MAX && context->lexemes[i].start < end;
         i++)
        for (size_t k = 0; k < sizeof phrases / sizeof *phrases; k++) {
            const struct name_occurrence *name =
                words_at(context, i, phrases[k].words) ? name_at(context, i + phrases[k].count) : NULL;
            if (name && name->form == NAME_FULL && name->lead == i + phrases[k].count)
                return name->person;
        }
    return -1;
}

/* Does this label call the same person all along ("Moderator", "Speaker 1"), unlike "Audience member"? */
static bool calls_one(const struct name_context *context, const struct turn *turn)
{
    static const char *const lasting[] = { "host", "interviewer", "moderateur" };
    uint32_t first = (uint32_t)lexeme_at(context->report, turn->label.start),
             end = (uint32_t)lexeme_at(context->report, turn->label.end);
    if (context->lexemes[end - 1].kind == LEXEME_NUMBER)
        return true;
    for (uint32_t i = first; i < end; i++)
        if (label_anonymous(context->lexemes[i].folded) && !LEXEME_AMONG(&context->lexemes[i], lasting))
            return false;
    return true;
}

/* "Moderator: I'm Jane Doe, ...", "Speaker 1: My name is ...": whoever a label without a name calls says it. */
static void named_by_themselves(struct grouping *grouping, turn_list *turns)
{
    struct name_context *context = grouping->context;
    const char *text = context->report->record.text.bytes;
    struct map known = MAP_INIT(context->arena);
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < turns->count; i++) {
            struct turn *turn = &turns->items[i];
            if (turn->person >= 0 || turn->name >= 0)
                continue;
            const char *key = people_folded(
                context, arena_dup(context->arena, text + turn->label.start, turn->label.end - turn->label.start));
            if (pass > 0) {
                int64_t person = only_one(&known, key);
                turn->person = person >= 0 ? (int32_t)person : turn->person;
                continue;
            }
            uint32_t end =
                i + 1 < turns->count ? turns->items[i + 1].start : (uint32_t)context->report->record.text.length;
            int32_t person = says_own_name(context, turn, end);
            bool added;
            if (person < 0)
                continue;
            turn->person = person;
            uint32_t *value =
                calls_one(context, turn) ? map_put(&known, slice_of(key), (uint32_t)person, &added) : NULL;
            if (value && !added && *value != (uint32_t)person)
                *value = AMBIGUOUS;
        }
}

void people_of_labels(struct grouping *grouping, turn_list *turns)
{
    struct map aliases = MAP_INIT(grouping->context->arena);
    people_index_keys(grouping, &aliases);
    for (size_t i = 0; i < turns->count; i++) {
        struct turn *turn = &turns->items[i];
        turn->person = turn->name >= 0 ? grouping->context->names.items[turn->name].person
                                       : (int32_t)called(grouping, &aliases, turn);
    }
    offices_named_before(grouping, turns);
    named_by_themselves(grouping, turns);
}
