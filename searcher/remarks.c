#include "remarks.h"

/* Narrow no-break spaces (U+202F) and no-break spaces (U+A0) stand inside French punctuation, as in messages.c. */
static const struct {
    const char *en, *fr;
} remarks[REMARK_COUNT] = {
    [REMARK_NO_WORD_AFTER] = {
        "%.*s needs a word after it: add one, or put \"%.*s\" in quotation marks to search for it",
        "%.*s demande un mot après lui : ajoutez-en un, ou mettez « %.*s » entre guillemets pour le chercher" },
    [REMARK_NO_WORD_BEFORE] = {
        "%.*s needs a word before it: add one, or put \"%.*s\" in quotation marks to search for it",
        "%.*s demande un mot avant lui : ajoutez-en un, ou mettez « %.*s » entre guillemets pour le chercher" },
    [REMARK_NEAR_OPERANDS] = {
        "NEAR takes words and phrases, not fields or groups: as in coop NEAR/5 \"commun\"",
        "NEAR prend des mots et des expressions, ni champs ni parenthèses : coop NEAR/5 \"commun\"" },
    [REMARK_NEAR_NUMBER] = {
        "NEAR/ needs a number of words from 1 to %d, as in NEAR/5",
        "NEAR/ demande un nombre de mots de 1 à %d, comme dans NEAR/5" },
    [REMARK_TOO_DEEP] = {
        "brackets are nested more than %d deep",
        "plus de %d parenthèses sont ouvertes les unes dans les autres" },
    [REMARK_TOO_MANY_WORDS] = { "a query has at most %d words", "une requête a au plus %d mots" },
    [REMARK_TOO_LONG] = { "the query is longer than %d bytes", "la requête dépasse %d octets" },
    [REMARK_NOT_UTF8] = { "the query is not valid UTF-8", "la requête n’est pas de l’UTF-8 valide" },
    [REMARK_NO_VALUE] = { "%.*s needs a value after the colon", "%.*s demande une valeur après les deux-points" },
    [REMARK_NOT_CLOSED] = {
        "the quotation mark is not closed: add the closing one, or remove it",
        "le guillemet n’est pas fermé : fermez-le, ou retirez-le" },
    [REMARK_NO_DATE] = {
        "\"%.*s\" is no date: write 2016, 2016-11, 2016-11-04, 2016-T4, 2016-10..2017-02, ..2016 or "
        "\"novembre 2016\"",
        "« %.*s » n’est pas une date : écrivez 2016, 2016-11, 2016-11-04, 2016-T4, 2016-10..2017-02, ..2016 ou "
        "\"novembre 2016\"" },
    [REMARK_NO_DISTANCE] = {
        "\"%.*s\" is no distance from a place: write \"Bordeaux~50km\", at most %d km",
        "« %.*s » n’est pas une distance à un lieu : écrivez \"Bordeaux~50km\", au plus %d km" },
    [REMARK_NO_LANGUAGE] = {
        "\"%.*s\" is no language known here: write fr, en, de, es, it…",
        "« %.*s » n’est pas une langue connue ici : écrivez fr, en, de, es, it…" },
    [REMARK_NO_TYPE] = {
        "\"%.*s\" is no type of report: write html, markdown, text or pdf",
        "« %.*s » n’est pas un type de compte rendu : écrivez html, markdown, text ou pdf" },
    [REMARK_NOT_HAD] = {
        "\"%.*s\" is nothing a report can have: write has:attachment, speaker, place or date",
        "« %.*s » n’est rien qu’un compte rendu puisse avoir : écrivez avec:intervenant, lieu, date ou "
        "avec:\"pièce jointe\"" },
    [REMARK_EMPTY_VALUE] = { "%s: has an empty value", "%s: a une valeur vide" },
    [REMARK_NO_LETTER] = {
        "%s: has a value without a letter or digit", "%s: a une valeur sans lettre ni chiffre" },
    [REMARK_FROM_AFTER_TO] = { "from: \"%s\" is after \"%s\"", "du : « %s » est après « %s »" },
    [REMARK_NAMES_BOUND] = {
        "%.*s: only %d names were looked at", "%.*s : seuls %d noms ont été examinés" },
    [REMARK_NOBODY] = { "%s:%.*s: nobody of this name", "%s:%.*s : personne de ce nom" },
    [REMARK_NO_POSITION] = { "%.*s: its position is not known", "%.*s : sa position n’est pas connue" },
    [REMARK_NO_PLACE] = {
        "%s:%.*s: no report names this place", "%s:%.*s : aucun compte rendu ne nomme ce lieu" },
    [REMARK_NO_PLACE_NEAR] = {
        "%s:%.*s: no report names this place; write \"%.*s~50km\" for those near it",
        "%s:%.*s : aucun compte rendu ne nomme ce lieu ; écrivez \"%.*s~50km\" pour ceux d’alentour" },
    [REMARK_AROUND] = {
        "%.*s: no report names this place; what is near %s (%s) was searched",
        "%.*s : aucun compte rendu ne nomme ce lieu ; voici ce qui entoure %s (%s)" },
    [REMARK_REPORTS_BOUND] = {
        "a phrase is in more than %d reports: not all are counted",
        "une expression est dans plus de %d comptes rendus : tous ne sont pas comptés" },
    [REMARK_PREFIX_BOUND] = {
        "%.*s*: only the %d most frequent words", "%.*s* : seulement les %d mots les plus fréquents" },
};

const char *remark_format(enum language ui, enum remark remark)
{
    return ui == LANGUAGE_FR ? remarks[remark].fr : remarks[remark].en;
}

const char *remark_field(enum language ui, enum field field)
{
    return ui == LANGUAGE_FR ? field_table[field].name_fr : field_table[field].name;
}
