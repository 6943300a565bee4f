#include "extract_people.h"

#include <stdio.h>

#include "asides.h"
#include "authority.h"
#include "byline.h"
#include "court.h"
#include "credits.h"
#include "floor_list.h"
#include "holders.h"
#include "name_words.h"
#include "roles.h"
#include "roles_below.h"
#include "roles_parts.h"
#include "roles_told.h"
#include "segment.h"
#include "signals.h"
#include "token.h"

enum { SPOKEN_EVERY = 50 }; /* lexemes have one "I" or "you", where people are heard and not announced */

static const double PERSON_MIN = 0.5;   /* likelihood from which a name is believed */
static const double SPEAKER_MIN = 0.5;  /* score from which a person took the floor */
static const double AUTHOR_SPEAKS = 0.7; /* the author of a report is named in it, and seldom spoke */
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
    { "subject-weak", 0.2 },
    { "contrasted", 0.15 },
    { "verb-subject", 0.2 },
    { "agent", 0.15 },
    { "speech-of", 0.15 },
    { "speaker-list", 0.25 },
    { "given-floor", 0.15 },
    { "invited", 0.1 },
    { "role-after", 0.2 },
    { "organisation-after", 0.1 },
    { "heading-name", 0.05 },
    { "bold-start", 0.1 },
    { "marked-speaker", 0.4 },
    { "programme-line", 0.1 },
    { "programme-name", 0.25 },
    { "bracket", 0.2 },
    { "section-first", 0.05 },
    { "role-line", 0.15 },
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
    double against = 1, for_it = 1, doubted = 0;
    const struct signal *strongest = NULL;
    double bonus = 0;
    for (size_t i = 0; i < person->signals.count; i++) {
        const struct signal *signal = &person->signals.items[i];
        bonus += evidence(signal->rule);
        if (signal->weight < 0) {
            against *= 1 + signal->weight;
            continue;
        }
        if (signal->doubted) /* an author who is cited is so in many ways: they are no independent evidence */
            doubted = signal->weight > doubted ? signal->weight : doubted;
        else
            for_it *= 1 - signal->weight;
        if (!strongest || signal->weight > strongest->weight)
            strongest = signal;
    }
    double score = 1 - for_it * (1 - doubted);
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
            strncmp(person->rule, "heading", 7) != 0 && strcmp(person->rule, "section-first") != 0 &&
            strncmp(person->rule, "programme", 9) != 0 && strcmp(person->rule, "speaker-list") != 0)
            person->score = UNDER_LABELS;
        if (person->author && !labelled[i] && person->score < AUTHOR_SPEAKS)
            person->score = 0;
        bool named = named_by_metadata(report, person);
        if (named) {
            person->score = 0.99;
            person->rule = "metadata";
            person->likelihood = 1;
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

/* "7. SUMMER BASH:" on a line of its own: an item of the agenda. */
static bool numbered_heading(const struct name_context *context, const struct turn *turn)
{
    uint32_t first = (uint32_t)lexeme_at(context->report, turn->label.start),
             after = (uint32_t)lexeme_at(context->report, turn->label.end);
    while (word_is(context, after, ":"))
        after++;
    bool alone = after >= context->count || context->lexemes[after].before >= BEFORE_LINE;
    bool number = first > 1 && word_is(context, first - 1, ".") &&
                  context->lexemes[first - 2].kind == LEXEME_NUMBER &&
                  context->lexemes[first - 2].before >= BEFORE_LINE;
    size_t i = 0;
    while (i + 1 < context->report->blocks.count && context->report->blocks.items[i + 1].start <= turn->label.start)
        i++;
    bool item = i < context->report->blocks.count && context->report->blocks.items[i].kind == BLOCK_LIST_ITEM;
    return alone && (number || item) && context->lexemes[first].shape & SHAPE_UPPER;
}

/* A name on a line of its own in a roll, and what follows it, is no turn. */
static void drop_false_lines(struct people_work *work)
{
    size_t kept = 0;
    for (size_t i = 0; i < work->turns.count; i++) {
        const struct turn *turn = &work->turns.items[i];
        enum section_kind kind = section_at(&work->sections, turn->label.start);
        bool line = strncmp(turn->rule, "label-line", 10) == 0 || strcmp(turn->rule, "label-dash") == 0;
        if (numbered_heading(&work->context, turn))
            continue;
        uint32_t first = (uint32_t)lexeme_at(work->context.report, turn->text);
        uint32_t end = i + 1 < work->turns.count ? work->turns.items[i + 1].first : work->context.count;
        bool spoken = work->verbatim && first < end && aside_persons(&work->context, first, end);
        if (!line || spoken || (kind != SECTION_PRESENT && kind != SECTION_ABSENT))
            work->turns.items[kept++] = *turn;
    }
    work->turns.count = kept;
}

/* The office in brackets of "Jane Doe, Non-Executive Director (Chairman)", after a role that ends before END; NULL for none. */
static const char *bracketed_office(const struct name_context *context, uint32_t end)
{
    bool office = word_is(context, end, "(") && word_is(context, end + 2, ")") &&
                  context->bits[end + 1] & NAME_WORD_ROLE;
    return office ? name_show(context, end + 1, end + 1) : NULL;
}

static void find_roles(struct people_work *work)
{
    const struct name_context *context = &work->context;
    bool below = roles_stand_below(context);
    for (size_t i = 0; i < context->names.count; i++) {
        const struct name_occurrence *name = &context->names.items[i];
        if (name->person < 0 || name->form == NAME_ROLE)
            continue;
        struct draft_person *person = &work->people.items[name->person];
        if (!person->role && holder_chairing(context, name)) {
            person->role = holder_chairing(context, name);
            person->role_quality = 1;
        }
        /* "Chair: Robert, you may go on": whom the chair speaks to */
        bool addressed = work->verbatim && name->form != NAME_FULL && word_is(context, name->last + 1, ",") &&
                         word_is(context, name->lead - 1, ":");
        struct role before = { .end = name->first };
        if (!addressed)
            before = role_before(context, name);
        struct role found[] = { role_after(context, name), before, role_below(context, name, below),
                                role_told(context, name) };
        if (found[0].role && !person->other_role)
            person->other_role = bracketed_office(context, found[0].end);
        for (size_t k = 0; k < sizeof found / sizeof *found; k++) {
            bool first = found[k].role && !person->role; /* beside an organisation found before */
            bool better = found[k].quality > person->role_quality || first;
            if (found[k].role && person->role && (better || !person->other_role))
                person->other_role = better ? person->role : found[k].role;
            if (!better && !found[k].role && !person->organisation && person->role_quality == 1)
                person->organisation = found[k].organisation; /* beside a role that only a word told */
            if (!better)
                continue;
            if (found[k].quality > person->role_quality)
                person->role_quality = found[k].quality;
            if (found[k].role)
                person->role = found[k].role;
            if (found[k].organisation)
                person->organisation = found[k].organisation;
        }
    }
}

/* "A et B, étudiants", "A & B (Ville de Lyon)": what is printed after the last of them is the others' too, unless more
 * is known of them. */
static void share_roles(struct people_work *work)
{
    const struct name_context *context = &work->context;
    for (size_t i = context->names.count; i-- > 1;) {
        const struct name_occurrence *name = &context->names.items[i - 1], *next = &context->names.items[i];
        uint32_t joint = name->last + 1;
        bool joined = joint + 1 == next->lead && (word_is(context, joint, "et") || word_is(context, joint, "and") ||
                                                  word_is(context, joint, "&"));
        if (!joined || name->person < 0 || next->person < 0)
            continue;
        struct draft_person *person = &work->people.items[name->person];
        struct role role = role_after(context, next);
        bool bracket = word_is(context, next->last + 1, "(");
        bool several = role.role && role_plural(context, next->last + 1, role.end);
        if (person->role || person->organisation || !role.quality || !(bracket || several))
            continue;
        person->role = several ? role.role : NULL;
        person->organisation = role.organisation;
        person->role_quality = 1;
    }
}

/* The offices that labels print before a name, or instead of it ("The Chair (X)", "Le Président :"). */
static void find_offices(struct people_work *work)
{
    for (size_t i = 0; i < work->turns.count; i++) {
        const struct turn *turn = &work->turns.items[i];
        bool office = turn->role_last > turn->role_first &&
                      (turn->name < 0 || turn->role_last <= work->context.names.items[turn->name].first);
        if (turn->person < 0 || !office)
            continue;
        struct draft_person *person = &work->people.items[turn->person];
        struct role role = role_split(&work->context, turn->role_first, turn->role_last);
        if (!role.role || (person->role && !strstr(role.role, person->role)))
            continue;
        person->role = role.role;
        if (!person->organisation)
            person->organisation = role.organisation;
    }
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

/* On a programme a word and a colon begin titles: labels there are who is credited. Lines that name the people behind a
 * meeting are no labels at all. */
static void drop_programme_labels(struct people_work *work)
{
    size_t kept = 0;
    for (size_t i = 0; i < work->turns.count; i++) {
        const struct turn *turn = &work->turns.items[i];
        const struct talk *talk = talk_after(&work->talks, turn->start);
        bool inside = talk && talk->start <= turn->start;
        enum section_kind section = section_at(&work->sections, turn->start);
        bool behind = (section == SECTION_COMMITTEE || section == SECTION_CONTACT) &&
                      strncmp(turn->rule, "label-line", 10) == 0;
        if ((!inside || work->verbatim || turn->name >= 0) && !behind)
            work->turns.items[kept++] = *turn;
    }
    work->turns.count = kept;
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
    names_believe_lists(&work->context);
    names_believe_headings(&work->context);
    floor_lists_find(&work->context);
    sections_find(&work->context, &work->sections);
    names_reverse_rosters(&work->context, &work->sections);
    credits_find(&work->context, &work->sections, &work->talks);
    programme_slots(&work->context, &work->slots);
    turns_find(&work->context, &work->turns, &work->verbatim);
    drop_false_lines(work);
    bool spoken = aside_persons(&work->context, 0, work->context.count) * SPOKEN_EVERY >= work->context.count;
    if (work->slots.count >= PROGRAMME_MIN && work->slots.count * 2 >= work->turns.count && !spoken)
        work->verbatim = false; /* its labels are those of a programme */
    drop_programme_labels(work);
    people_find(&work->context, &work->turns, &work->people);
    find_roles(work);
    share_roles(work);
    find_offices(work);
    holders_of_labels(&work->context, &work->turns, &work->people);
    court_people(&work->context, &work->turns, &work->people);
    find_offices(work);
    holders_as_subjects(&work->context, &work->turns, &work->people);
    find_author(&work->context, &work->people);
    signals_collect(&(struct signal_input){ &work->context, &work->turns, &work->people, &work->sections,
                                            &work->slots, work->verbatim, false, -1, -1, false, false, 1 });
    decide(report, work);
    drop_false_turns(work);
    segment(report, &(struct segment_input){ &work->context, &work->turns, &work->people, &work->sections,
                                             &work->talks, work->verbatim });
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
