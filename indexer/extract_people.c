#include "extract_people.h"

#include <stdio.h>

#include "authority.h"
#include "byline.h"
#include "name_words.h"
#include "roles.h"
#include "segment.h"
#include "signals.h"
#include "token.h"

enum {
    HOLDER_ENDING_MAX = 2, /* "président" is held by the "présidente" */
    HOLDER_SUFFIX_MAX = 12 /* and "maire" by the "maire de Lyon", hardly by somebody with a long list of charges */
};

static const double PERSON_MIN = 0.5;   /* likelihood from which a name is believed */
static const double SPEAKER_MIN = 0.5;  /* score from which a person took the floor */
static const double UNDER_LABELS = 0.3; /* in a transcript, names without a label are what people talk about */

/* How much each kind of evidence adds to the likelihood that an unknown name is a person's. */
static const struct {
    const char *rule;
    double bonus;
} person_evidence[] = {
    { "label-colon", 0.35 },
    { "label-dash", 0.35 },
    { "label-line", 0.2 },
    { "label-line-dash", 0.3 },
    { "label-time-code", 0.35 },
    { "label-period", 0.3 },
    { "programme-label", 0.3 },
    { "according-to", 0.15 },
    { "title-by", 0.15 },
    { "speaker-role", 0.2 },
    { "label-recurring", 0.3 },
    { "subject-says", 0.3 },
    { "subject-acts", 0.2 },
    { "verb-subject", 0.2 },
    { "agent", 0.15 },
    { "speech-of", 0.15 },
    { "speaker-list", 0.25 },
    { "role-after", 0.2 },
    { "organisation-after", 0.1 },
    { "heading-name", 0.05 },
    { "bold-start", 0.1 },
    { "marked-speaker", 0.4 },
    { "programme-line", 0.1 },
    { "present", 0.25 },
    { "absent", 0.25 },
};

static double evidence(const char *rule)
{
    for (size_t i = 0; i < sizeof person_evidence / sizeof *person_evidence; i++)
        if (strcmp(person_evidence[i].rule, rule) == 0)
            return person_evidence[i].bonus;
    return 0;
}

/* Score and likelihood from the signals, as independent evidence. */
static void weigh_signals(struct draft_person *person)
{
    double against = 1, for_it = 1;
    const struct signal *strongest = NULL;
    double bonus = 0;
    for (size_t i = 0; i < person->signals.count; i++) {
        const struct signal *signal = &person->signals.items[i];
        bonus += evidence(signal->rule);
        if (signal->weight < 0) {
            against *= 1 + signal->weight;
            continue;
        }
        for_it *= 1 - signal->weight;
        if (!strongest || signal->weight > strongest->weight)
            strongest = signal;
    }
    double score = 1 - for_it;
    person->score = score * (1 - (1 - against) * (1 - score));
    person->rule = strongest ? strongest->rule : person->signals.count ? person->signals.items[0].rule : "name";
    person->likelihood = person->likelihood + bonus > 1 ? 1 : person->likelihood + bonus;
}

static bool named_by_metadata(const struct report *report, const struct draft_person *person)
{
    char key[200];
    for (size_t i = 0; i < report->metas.count; i++) {
        if (strcmp(report->metas.items[i].key, "speaker") != 0)
            continue;
        fold_key(slice_of(report->metas.items[i].value), key, sizeof key);
        if (strcmp(key, person->key) == 0)
            return true;
    }
    return false;
}

/* Whom the archivist names is a person; whether a speaker, the text says unless the archivist does. */
static void obey_authority(struct draft_person *person)
{
    if (!person->told)
        return;
    person->likelihood = person->told->use == AUTHORITY_HIDE ? 0 : 1;
    if (person->told->use == AUTHORITY_PERSON)
        return;
    person->score = 0;
    person->rule = "authority";
}

/* The sidecar lists who spoke: they did, and nobody else. */
static void obey_sidecar(struct draft_person *person, bool listed)
{
    person->rule = "sidecar";
    person->score = listed ? 1 : 0;
    if (listed)
        person->likelihood = 1;
}

static void decide(struct report *report, struct people_work *work)
{
    bool *labelled = arena_zero(report->arena, (work->people.count + 1) * sizeof *labelled);
    for (size_t i = 0; i < work->turns.count; i++)
        if (work->turns.items[i].person >= 0)
            labelled[work->turns.items[i].person] = true;
    for (size_t i = 0; i < work->people.count; i++) {
        struct draft_person *person = &work->people.items[i];
        weigh_signals(person);
        if (work->verbatim && !labelled[i] && person->score > UNDER_LABELS &&
            strncmp(person->rule, "heading", 7) != 0 && strcmp(person->rule, "speaker-list") != 0)
            person->score = UNDER_LABELS;
        if (person->author && !labelled[i] && person->score < 0.8)
            person->score = 0;
        bool named = named_by_metadata(report, person);
        if (named) {
            person->score = 0.99;
            person->rule = "metadata";
        }
        obey_authority(person);
        if (report->speakers_told)
            obey_sidecar(person, named);
        person->speaker = person->likelihood >= PERSON_MIN && person->score >= SPEAKER_MIN;
    }
}

/* Labels that turned out to name nobody who speaks are no labels. */
static void drop_false_turns(struct people_work *work)
{
    size_t kept = 0;
    for (size_t i = 0; i < work->turns.count; i++) {
        const struct turn *turn = &work->turns.items[i];
        bool rejected = turn->person >= 0 ? !work->people.items[turn->person].speaker
                                          : turn->name >= 0 || (turn->weight < 0.7 && !work->verbatim);
        if (!rejected)
            work->turns.items[kept++] = *turn;
    }
    work->turns.count = kept;
}

/* "Présidence de Mme X": that is her role. */
static const char *chairing_role(const struct name_context *context, const struct name_occurrence *name)
{
    if (name->lead < 2 || !lexeme_is(&context->lexemes[name->lead - 2], "presidence") ||
        !lexeme_is(&context->lexemes[name->lead - 1], "de"))
        return NULL;
    return name->honorific & NAME_WORD_FEMALE ? "présidente" : "président";
}

static void find_roles(struct people_work *work)
{
    const struct name_context *context = &work->context;
    for (size_t i = 0; i < context->names.count; i++) {
        const struct name_occurrence *name = &context->names.items[i];
        if (name->person < 0 || name->form == NAME_ROLE)
            continue;
        struct draft_person *person = &work->people.items[name->person];
        if (!person->role && chairing_role(context, name)) {
            person->role = chairing_role(context, name);
            person->role_quality = 1;
        }
        struct role found[2] = { role_after(context, name), role_before(context, name) };
        for (int k = 0; k < 2; k++) {
            if (found[k].quality <= person->role_quality)
                continue;
            person->role_quality = found[k].quality;
            if (found[k].role)
                person->role = found[k].role;
            if (found[k].organisation)
                person->organisation = found[k].organisation;
        }
    }
}

/* The first role word of these bytes, as its letters that both genders share ("president" of présidente). */
static size_t role_stem(const struct people_work *work, uint32_t start, uint32_t end, char *out, size_t size)
{
    const struct name_context *context = &work->context;
    for (size_t i = lexeme_at(context->report, start); i < context->count && context->lexemes[i].start < end; i++) {
        const char *word = context->lexemes[i].folded;
        if (!(context->bits[i] & NAME_WORD_ROLE))
            continue;
        size_t length = strcspn(word, "-");
        if (strncmp(word, "chair", 5) == 0)
            length = 5;
        else if (length > 5 && (word[length - 1] == 'e' || word[length - 1] == 's'))
            length--;
        if (length >= size)
            return 0;
        memcpy(out, word, length);
        out[length] = '\0';
        return length;
    }
    return 0;
}

/* The only person whose printed role is this word, and nothing more when EXACT; -1 for none or several. */
static int32_t holder(const struct people_work *work, const char *stem, bool exact)
{
    int32_t found = -1;
    size_t length = strlen(stem);
    for (size_t i = 0; i < work->people.count; i++) {
        const struct draft_person *person = &work->people.items[i];
        char role[200];
        if (!person->role || person->likelihood < PERSON_MIN)
            continue;
        fold_key(slice_of(person->role), role, sizeof role);
        if (strncmp(role, stem, length) != 0 ||
            strlen(role) > length + (exact ? HOLDER_ENDING_MAX : HOLDER_SUFFIX_MAX) ||
            (exact && person->organisation))
            continue;
        if (found >= 0)
            return -1;
        found = (int32_t)i;
    }
    return found;
}

static int32_t holder_of(const struct people_work *work, const char *stem)
{
    int32_t found = holder(work, stem, true);
    return found >= 0 ? found : holder(work, stem, false);
}

/* "Le Président :", "Chair:" is the only person whose printed role is that. */
static void resolve_role_labels(struct people_work *work)
{
    int32_t presiding = -1; /* after "Présidence de X", until another takes the chair */
    size_t name = 0;
    for (size_t t = 0; t < work->turns.count; t++) {
        struct turn *turn = &work->turns.items[t];
        char stem[40];
        for (; name < work->context.names.count && work->context.names.items[name].at.start < turn->start; name++)
            if (chairing_role(&work->context, &work->context.names.items[name]))
                presiding = work->context.names.items[name].person;
        if (turn->person >= 0 || turn->quiet || strcmp(turn->rule, "label-role") != 0)
            continue;
        if (!role_stem(work, turn->label.start, turn->label.end, stem, sizeof stem))
            continue;
        if (strncmp(stem, "president", 9) == 0)
            turn->person = presiding;
        if (turn->person < 0)
            turn->person = holder_of(work, stem);
    }
}

/* "Le maire rappelle", "The Chair thanked": sentences whose subject is a role that one person holds. */
static void find_role_subjects(struct people_work *work)
{
    static const char *const openers[] = { "le", "la", "l'", "the", "m", "mme", "monsieur", "madame" };
    struct name_context *context = &work->context;
    VEC(struct name_occurrence) added = { 0 };
    for (uint32_t i = 0; i + 1 < context->count; i++) {
        const struct lexeme *lexeme = &context->lexemes[i];
        bool opens = false;
        for (size_t k = 0; k < sizeof openers / sizeof *openers; k++)
            opens |= lexeme_is(lexeme, openers[k]);
        if (!opens || !lexeme->sentence_start)
            continue;
        uint32_t first = i, role = i + 1;
        while (role < context->count && role - i < 4 && !(context->bits[role] & NAME_WORD_ROLE) &&
               (lexeme_is(&context->lexemes[role], ".") || lexeme_is(&context->lexemes[role], "le") ||
                lexeme_is(&context->lexemes[role], "la") || lexeme_is(&context->lexemes[role], "l'")))
            role++;
        if (role >= context->count || !(context->bits[role] & NAME_WORD_ROLE) || name_at(context, role))
            continue;
        char stem[40];
        if (!role_stem(work, context->lexemes[role].start, context->lexemes[role].end, stem, sizeof stem))
            continue;
        int32_t person = holder_of(work, stem);
        if (person < 0)
            continue;
        *vec_push(context->arena, &added) =
            (struct name_occurrence){ .form = NAME_ROLE,
                                      .lead = first,
                                      .first = first,
                                      .last = role,
                                      .role_first = first,
                                      .role_last = first,
                                      .person = person,
                                      .likelihood = 0.5,
                                      .at = { context->lexemes[first].start, context->lexemes[role].end } };
    }
    names_add(context, added.items, added.count);
    if (added.count)
        people_relist(context, &work->turns, &work->people);
}

static void add_form(struct report *report, struct person *person, struct span at)
{
    const char *text = report->record.text.bytes;
    struct slice form = { text + at.start, at.end - at.start };
    for (size_t i = 0; i < person->forms.count; i++)
        if (slice_is(form, person->forms.items[i]))
            return;
    *vec_push(report->arena, &person->forms) = arena_dup_slice(report->arena, form);
}

/* Copies the people who are believed into the record; INDEX maps drafts to them (-1: not kept). */
static void fill_record(struct report *report, struct people_work *work, int32_t *index)
{
    for (int speakers = 1; speakers >= 0; speakers--)
        for (size_t i = 0; i < work->people.count; i++) {
            const struct draft_person *draft = &work->people.items[i];
            if (draft->likelihood < PERSON_MIN || draft->speaker != (speakers == 1))
                continue;
            struct person person = { .speaker = draft->speaker,
                                     .name = draft->name,
                                     .role = draft->role,
                                     .organisation = draft->organisation,
                                     .rule = draft->rule,
                                     .score = draft->score };
            char key[200];
            person.key = arena_dup(report->arena, key, fold_key(slice_of(draft->name), key, sizeof key));
            if (draft->author && !draft->speaker)
                person.rule = "byline";
            for (size_t k = 0; k < draft->occurrences.count; k++) {
                const struct name_occurrence *name = &work->context.names.items[draft->occurrences.items[k]];
                if (name->form == NAME_ROLE)
                    continue;
                *vec_push(report->arena, &person.at) = name->at;
                add_form(report, &person, name->at);
            }
            for (size_t k = 0; k < work->turns.count && !draft->occurrences.count; k++)
                if (work->turns.items[k].person == (int32_t)i) {
                    *vec_push(report->arena, &person.at) = work->turns.items[k].label;
                    add_form(report, &person, work->turns.items[k].label);
                }
            index[i] = (int32_t)report->record.persons.count;
            *vec_push(report->arena, &report->record.persons) = person;
        }
}

static void number_passages(struct report *report, const int32_t *index)
{
    for (size_t i = 0; i < report->record.passages.count; i++) {
        struct passage *passage = &report->record.passages.items[i];
        if (passage->person < 0)
            continue;
        passage->person = index[passage->person];
        if (passage->person >= 0)
            *vec_push(report->arena, &report->record.persons.items[passage->person].passages) = passage->number;
    }
}

void extract_people(struct report *report, const struct gazetteer *gazetteer, const struct authority *authority,
                    struct people_work *work)
{
    *work = (struct people_work){ 0 };
    names_find(&work->context, report, gazetteer);
    work->context.authority = authority;
    if (authority)
        authority_find_names(&work->context, &authority->person_names, authority->persons.items);
    authority_find_listed(&work->context);
    sections_find(&work->context, &work->sections);
    names_reverse_rosters(&work->context, &work->sections);
    turns_find(&work->context, &work->turns, &work->verbatim);
    people_find(&work->context, &work->turns, &work->people);
    find_roles(work);
    resolve_role_labels(work);
    find_role_subjects(work);
    find_author(&work->context, &work->people);
    signals_collect(
        &(struct signal_input){ &work->context, &work->turns, &work->people, &work->sections, work->verbatim });
    decide(report, work);
    drop_false_turns(work);
    segment(report,
            &(struct segment_input){ &work->context, &work->turns, &work->people, &work->sections, work->verbatim });
    int32_t *index = arena_alloc(report->arena, (work->people.count + 1) * sizeof *index);
    for (size_t i = 0; i < work->people.count; i++)
        index[i] = -1;
    fill_record(report, work, index);
    number_passages(report, index);
    for (size_t i = 0; i < work->context.names.count; i++) {
        const struct name_occurrence *name = &work->context.names.items[i];
        if (name->form != NAME_ROLE && name->person >= 0 && work->people.items[name->person].likelihood >= PERSON_MIN)
            *vec_push(report->arena, &work->spans) = name->at;
    }
}
