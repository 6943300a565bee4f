/* Sentences of narrative reports, and whose some words in them are: a table of test_passages.c. */

static const struct passages_case passages_cases[] = {
    { "pronoun goes on",
      "Jane Marlow said the tide was late. She asked for a map.\n\nThe rain had stopped.",
      { { "a map", "Jane Marlow" }, { "rain had", NULL } } },
    { "pronoun inside",
      "Jane Marlow spoke first. The tide, she said, waits for nobody.\n\nLong after midnight, she added, it turns.",
      { { "waits for", "Jane Marlow" }, { "it turns", "Jane Marlow" } } },
    { "quotation before its words of saying",
      "Jane Marlow spoke first. Peter Ashby answered her.\n\n\"We were late. The boats had gone,\" she said.",
      { { "boats had gone", "Jane Marlow" } } },
    { "the speaker",
      "Professor Jane Marlow gave a talk on tides.\n\nThe speaker began with the moon.\n\nThe chairs were put away.",
      { { "the moon", "Jane Marlow" }, { "chairs were", NULL } } },
    { "questions in bold",
      "# Interview with Jane Marlow\n\nJane Marlow is a geologist.\n\n**How did you come to the tides?**\n\nBy chance. "
      "My teacher loved them.\n\n**And what do you do with boats now?**\n\nI count them.",
      { { "teacher loved", "Jane Marlow" }, { "with boats", NULL } } },
    { "somebody unnamed",
      "Jane Marlow said the tide was late. \"It is early,\" shouted someone.",
      { { "tide was late", "Jane Marlow" }, { "It is early", NULL } } },
    { "names in quotations are no subjects",
      "Peter Ashby said the pier was shut. Jane Marlow said: \"It was open. Peter Ashby slept through it.\"",
      { { "slept through", "Jane Marlow" } } },
    { "re-elected",
      "Jane Marlow, Peter Ashby and Ann Tarrow were re-elected. Peter Ashby asked who would pay.",
      { { "were re-elected", NULL }, { "who would pay", "Peter Ashby" } } },
    { "who had the floor, and no more",
      "The panel was moderated by Jane Marlow. In the hall we also had two dogs.",
      { { "moderated by", "Jane Marlow" }, { "two dogs", NULL } } },
    { "the next speaker ends a turn",
      "**Jane Marlow:** We were late.\n\nThe engineer Peter Ashby had come by boat, and told us so.\n\nPeter Ashby "
      "said the tide was fine.",
      { { "We were late", "Jane Marlow" }, { "told us so", "Peter Ashby" } } },
    { "list after a colon",
      "Jane Marlow asked for three things:\n\n- a map\n- two boats\n\nThe rain had stopped.",
      { { "a map", "Jane Marlow" }, { "two boats", "Jane Marlow" }, { "rain had", NULL } } },
    { "what was decided",
      "Jane Marlow asked for a boat. The motion was carried. Peter Ashby thanked her.",
      { { "a boat", "Jane Marlow" }, { "was carried", NULL }, { "thanked her", "Peter Ashby" } } },
    { "section of a speaker",
      "## Jane Marlow: what the tide brings\n\nShells, mostly.\n\nPeter Ashby objected.\n\nAnd wood.\n\n"
      "## Questions\n\nWhy wood?",
      { { "Shells", "Jane Marlow" },
        { "objected", "Peter Ashby" },
        { "And wood", "Jane Marlow" },
        { "Why wood", NULL } } },
    { "section that opens with its speaker",
      "## What the tide brings\n\nJane Marlow presented her work on shells.\n\nMost of them are blue.\n\nThe "
      "audience "
      "clapped.\n\n## Next year\n\nMost of us will come.",
      { { "are blue", "Jane Marlow" }, { "clapped", NULL }, { "of us", NULL } } },
    { "section of two",
      "## What the tide brings\n\nJane Marlow presented her work on shells.\n\nMost of them are blue.\n\nPeter Ashby "
      "replied.",
      { { "are blue", NULL }, { "replied", "Peter Ashby" } } },
    { "signed quotation",
      "Jane Marlow spoke first. Peter Ashby answered her.\n\n\"The boats had gone. We waited.\" — Jane Marlow, "
      "Halton "
      "Boats",
      { { "boats had gone", "Jane Marlow" } } },
    { "residents",
      "Jane Marlow said the tide was late. Two residents spoke against the pier. \"It is ours,\" sighed his "
      "neighbour.",
      { { "against the pier", NULL }, { "is ours", NULL } } },
    { "name and colon inside a paragraph",
      "Jane Marlow spoke first. Peter Ashby showed his map. Who pays for it? Jane Marlow: \"Nobody does.\" Peter "
      "Ashby "
      "agreed.",
      { { "Nobody does", "Jane Marlow" }, { "agreed", "Peter Ashby" } } },
    { "others in what is fronted",
      "Jane Marlow spoke of shells.\n\nAnswering Peter Ashby, she said the tide was late.",
      { { "tide was late", "Jane Marlow" } } },
    { "dashes between subject and verb",
      "At the close, moderated by the journalist Peter Ashby, Ms Jane Marlow — no kin of the convener — asked for "
      "boats.",
      { { "for boats", "Jane Marlow" } } },
    { "answer that begins with a name",
      "Jane Marlow spoke first.\n\n**Q**: Who pays?\n\n**A**: Nobody.\n\n**Q**: Why not?\n\n**A**: Jane Marlow "
      "jumped in and said that boats are "
      "free.",
      { { "are free", "Jane Marlow" } } },
    { "office in two columns",
      "Public officers: Ms Jane MARLOW\nattending Director of Boats\nMr Peter ASHBY\nChief Engineer (Piers)\n\nMr "
      "ASHBY showed a map. In reply, Director of Boats said that it was old.",
      { { "was old", "Jane Marlow" } } },
    { "asked by another on the list",
      "The following spoke: Jane Marlow, who also answered a question by Peter Ashby and rejected the plan, Ann "
      "Tarrow, "
      "and Luke Onslow.",
      { { "rejected the plan", "Jane Marlow" }, { "Ann Tarrow", "Ann Tarrow" } } },
    { "fields of a talk",
      "## Seminar 2\n\nWho: Jane Marlow, University of Halton\n\nCo-authors: Peter Ashby, Ann Tarrow\n\nTitle: Boats "
      "and "
      "tides\n\nAbstract: The boats of Halton were built of oak. They last.\n\n## Where\n\nIn the old hall.",
      { { "Boats and", "Jane Marlow" }, { "built of oak", "Jane Marlow" }, { "old hall", NULL } } },
    { "author after a break",
      "Jane Marlow spoke of shells.\n\nThe hall was cold. One chapter follows a baker. The author read a page of it.",
      { { "was cold", NULL }, { "a page", "Jane Marlow" } } },
    { "what a speaker's words are",
      "Jane Marlow spoke of shells.\n\nSomebody asked how to start. Jane's main point was to wait.",
      { { "to start", NULL }, { "to wait", "Jane Marlow" } } },
    { "host and guest",
      "Jane Marlow gave the talk of the evening. Nitin Gurung welcomed our guest speaker. He was glad of her.\n\nShe "
      "began with a map.\n\nThe speaker then turned to shells.",
      { { "welcomed our", "Nitin Gurung" },
        { "was glad", "Nitin Gurung" },
        { "a map", "Jane Marlow" },
        { "to shells", "Jane Marlow" } } },
    { "announcement",
      "Jane Marlow will give a talk on tides. All this takes place in the old hall.",
      { { "on tides", "Jane Marlow" }, { "old hall", NULL } } },
    { "somebody without a name",
      "Jane Marlow said the tide was late. Another resident of Halton asked why. She blamed the moon.",
      { { "asked why", NULL }, { "the moon", "Jane Marlow" } } },
    { "section that somebody chairs",
      "## Second session, chaired by Jane Marlow\n\nFive papers on wood.\n\nPeter Ashby spoke of oak.",
      { { "Five papers", NULL }, { "of oak", "Peter Ashby" } } },
    { "role taken up",
      "Jane Marlow, geologist, said the rock was young. The geologist had counted the layers.",
      { { "counted the layers", "Jane Marlow" } } },
};

static const struct passages_case passages_fr_cases[] = {
    { "pronom",
      "Jeanne Marlot a présenté les marées. Elle a montré une carte.\n\nLa pluie avait cessé.",
      { { "une carte", "Jeanne Marlot" }, { "pluie avait", NULL } } },
    { "incise avec pronom",
      "Jeanne Marlot a présenté les marées.\n\nUn mot sur la lune. « Elle tire. Elle pousse aussi », a-t-elle "
      "expliqué.",
      { { "pousse aussi", "Jeanne Marlot" } } },
    { "incise au futur d'un verbe quelconque",
      "Jeanne Marlot a présenté les marées.\n\n« La lune tire », assènera-t-elle.",
      { { "lune tire", "Jeanne Marlot" } } },
    { "conférencier après la citation",
      "Paul Asselin a donné une conférence.\n\n“Qui tire ? La lune, la vraie, tire”, tranchera le conférencier.",
      { { "la vraie", "Paul Asselin" } } },
    { "élue après un élu",
      "La soirée a été ouverte par Mme Jeanne Marlot, adjointe, et par M. Paul Asselin, conseiller. « La mer monte ; "
      "il faut compter », a déclaré l'élue.",
      { { "faut compter", "Jeanne Marlot" } } },
    { "quelqu'un d'inconnu",
      "Paul Asselin a parlé de la lune. « Plus fort », cria quelqu'un. Il a repris sa carte.",
      { { "de la lune", "Paul Asselin" }, { "Plus fort", NULL }, { "repris sa carte", "Paul Asselin" } } },
    { "métier repris",
      "Jeanne Marlot, historienne, a ouvert la soirée. Le photographe Paul Asselin a répondu.\n\nInvitée à parler de "
      "ses sources, l'historienne a cité une lettre.",
      { { "cité une lettre", "Jeanne Marlot" } } },
    { "adopté entre deux",
      "Mme Jeanne MARLOT précise que la digue tient. Le compte rendu est adopté à l'unanimité.",
      { { "digue tient", "Jeanne Marlot" }, { "compte rendu est", NULL } } },
    { "désignée secrétaire",
      "Mme Jeanne MARLOT est désignée secrétaire de séance. M. Paul ASSELIN demande la parole. Mme Jeanne MARLOT "
      "répond que non.",
      { { "est désignée", NULL }, { "demande la parole", "Paul Asselin" }, { "que non", "Jeanne Marlot" } } },
    { "liste dont les parties sont des phrases",
      "La table ronde, animée par Luc Tessier, réunissait trois témoins : Jeanne Marlot, historienne ; Paul Asselin, "
      "photographe ; et Anne Tarrot, peintre. La première a cité une lettre. Le deuxième a montré la digue.",
      { { "cité une lettre", "Jeanne Marlot" }, { "montré la digue", "Paul Asselin" } } },
    { "présenté par X, deux points",
      "Jeanne Marlot a ouvert la réunion.\n\nMode d'emploi présenté par Jeanne Marlot :\n\ntrois réunions par an "
      ";\n\nune salle est prêtée.\n\nLa pluie avait cessé.",
      { { "trois réunions", "Jeanne Marlot" }, { "salle est prêtée", "Jeanne Marlot" }, { "pluie avait", NULL } } },
    { "laisser la parole",
      "Paul Asselin a parlé de la digue. Il a cité un livre, avant de laisser la parole à sa consœur Jeanne Marlot. "
      "Celle-ci a lu une lettre.",
      { { "cité un livre", "Paul Asselin" }, { "lu une lettre", "Jeanne Marlot" } } },
    { "fonction reprise",
      "La vice-présidente à la mer, Ysoline Kerbrat, a ouvert la séance.\n\nJeanne Marlot a montré une carte.\n\nLa "
      "vice-présidente annonce une digue.",
      { { "une digue", "Ysoline Kerbrat" } } },
    { "présidence : X",
      "Présidence : MARLOT Jeanne\n\nM. Paul ASSELIN demande une digue.\n\nMme la Présidente s'y engage.",
      { { "s'y engage", "Jeanne Marlot" } } },
    { "métier sans rôle imprimé",
      "Jeanne Marlot a parlé de la mer.\n\nLa scientifique a d'abord rappelé les chiffres.\n\nLe quartier a souvent "
      "répondu.",
      { { "les chiffres", "Jeanne Marlot" }, { "souvent", NULL } } },
    { "par la voix",
      "Jeanne Marlot a parlé de la mer. Paul Asselin a parlé de la digue. La salle, par la voix de Jeanne Marlot, a "
      "ri.",
      { { "a ri", "Jeanne Marlot" } } },
    { "pour elle",
      "Jeanne Marlot a parlé de la mer.\n\nPour Jeanne Marlot, la mer montera.\n\nUn point sur lequel la "
      "conférencière "
      "a insisté est la digue.\n\nUn habitant de Lannoy a raconté sa cave.",
      { { "mer montera", "Jeanne Marlot" }, { "est la digue", "Jeanne Marlot" }, { "sa cave", NULL } } },
    { "céder la place",
      "Jeanne Marlot a parlé de la mer. « Elle monte », a glissé l'oratrice avant de céder la place à Paul Asselin.",
      { { "Elle monte", "Jeanne Marlot" } } },
    { "selon lui",
      "Paul Asselin a parlé de la lune.\n\nSelon lui, la mer montera.\n\nEt d'enfoncer le clou : « Elle monte. »",
      { { "mer montera", "Paul Asselin" }, { "Elle monte", "Paul Asselin" } } },
    { "incise in the quotation of another",
      "M. Roux a ouvert la séance à neuf heures.\n\n« Il est tôt pour parler de bilan, fait remarquer M. Fabre, car "
      "notre activité a été brève. Je veux dire ma satisfaction. »",
      { { "ouvert la séance", "Roux" }, { "Il est tôt", "Fabre" }, { "ma satisfaction", "Fabre" } } },
};
