/* How formal minutes say who took the floor: a parliament's lists, councils, committees. The people are invented.
 * The rows are read as in speakers_table.h. Included by test_speakers.c. */

static const struct speakers_case minutes_cases[] = {
    /* sentences that list who spoke */
    { "list with groups",
      "The following spoke: Jan Brevik, on behalf of the Green Group, Xenia Tollo Marsh, Sora in 't Holt and Anna Feld.",
      "Jan Brevik; Xenia Tollo Marsh; Sora in 't Holt; Anna Feld" },
    { "list without colon", "The following spoke Jan Brevik and Tytta Holm (Member of the Commission).",
      "Jan Brevik; Tytta Holm" },
    { "blue card",
      "The following spoke: Jan Brevik, who also answered a blue-card question from Anna Feld, Tom Barlow, who "
      "declined to take a question from Nat Gilder, and Priya Nair.",
      "Jan Brevik; Anna Feld; Tom Barlow; Priya Nair" },
    { "clause about a speaker",
      "The following spoke: Jan Brevik, who mentioned a visit by the Prime Minister, Silvia Borlini, the next day, "
      "Tom Barlow, who supported the suggestion of Jan Brevik, and Anna Feld (the President cut off the speaker).",
      "Jan Brevik; Tom Barlow; Anna Feld" },
    { "list to semicolons",
      "The following persons addressed the Board: Jan Brevik, parent, on bus stops; Anna Feld, parent, on the novels "
      "of Toni Marrow; and Tom Barlow, student.",
      "Jan Brevik; Anna Feld; Tom Barlow" },
    { "list and next sentence", "The following spoke: Jan Brevik and Anna Feld.\nTom Barlow had been elected Chair.",
      "Jan Brevik; Anna Feld" },
    { "document received", "Report on bees. Rapporteur: Anna Feld (A7-0273/2011)", "" },

    /* rolls */
    { "guests in a roll",
      "Present: Anna Feld, Tom Barlow.\n\nVisitors and guests: Priya Nair (Geology), Jan Brevik (Halton Gazette).\n\n"
      "Anna Feld said that the roof leaked.",
      "Anna Feld" },
    { "guests elsewhere", "Guests: Priya Nair (Geology), Jan Brevik (Halton Gazette).", "Priya Nair; Jan Brevik" },
    { "officers in attendance",
      "Officers in attendance:\nAnna Feld, Director of Housing\nTom Barlow, Clerk\nMembers absent without proxy: Jan "
      "Brevik",
      "" },
    { "roll over lines", "Present: Anna Feld, Tom Barlow,\nPriya Nair and\nJan Brevik\nAnna Feld opened the meeting.",
      "Anna Feld" },

    { "names run together",
      "PRESENT: Henry H. Brevik Thomas R. Holm Stan D. Gilder Also Attending: Anna Feld, Clerk\n\nSupervisor Brevik "
      "delivered the invocation. Supervisor Holm said that the road was closed.",
      "Henry H. Brevik; Thomas R. Holm" },
    { "space lost in a name",
      "Present: AnnaFeld, TomBarlow, SandroGilder\n\nAnna Feld opened the meeting. Sandro Gilder said that the "
      "roof leaked.",
      "Anna Feld; Sandro Gilder" },
    { "keys without a label",
      "Minutes of the parish council\n\nAnna Feld (AF), Tom Barlow (TB), Jan Brevik (JB)\n1 member of the public, "
      "Priya Marlow-Nair (PMN) Clerk\n\nWalking Festival – TB reported that a date had been chosen. The Clerk "
      "reported on the contract.\nResolved: JB to speak with the shop.",
      "Tom Barlow; Priya Marlow-Nair" },
    { "label in a line",
      "MEMBERS PRESENT: Andrew Hollis, Anna Feld. STAFF PRESENT: Tom Barlow, Planner.\n\nThe hearing was opened. "
      "Barlow: Good evening. The request before you is for a replat.",
      "Tom Barlow" },
    { "secretary chosen", "Appointment of secretary: Ms Anna Feld\n\nTom Barlow opened the meeting.", "Tom Barlow" },

    /* one person, several forms */
    { "short given name",
      "Meeting convened by Phil Barrow, President.\nPresent: Philip C. Barrow, Anna Feld.\nP. Barrow reported that the "
      "roof leaked.",
      "Philip C. Barrow" },
    { "misprint beside a surname", "Present: Cllr M Barrow. But Clls Barrow said nothing.\nCllr Barrow opened the meeting.",
      "M Barrow" },

    { "roll with dashes",
      "Present\n- Prof. I Barlow – Non-Executive Director (Chairman) and voting member\n- Ms S Feld – Director of "
      "Finance\n- Dr R. Stein Medical Director\n- Mr P. Holm – Trust Secretary\n\nThe Chairman welcomed all. Dr Stein "
      "asked for the thanks of the Board.",
      "I Barlow; R. Stein" },
    { "sentences that are rolls",
      "Visitors included Bruce Barlow (Social Sciences), Anna Feld (Library), and Priya Nair (Mathematics). Also present "
      "were Tom Holm, Planner, and Jan Brevik, Engineer. Anna Feld explained the plan.",
      "Anna Feld" },
    { "public access",
      "PUBLIC ACCESS/PRESENTATIONS\n\nCathy Wang - Item 13.2 – Annual statements\n\nJames Sugden - Item 10.1 - against\n\n"
      "MAYORAL MINUTE\n\nIt was noted.",
      "Cathy Wang; James Sugden" },
    { "rolls without a colon",
      "Board Members Aeva Brandt, Tom Holm, Anna Feld\nGuests Stefan Marlow\nRegrets Jan Brevik sent his regrets.\nAnna "
      "shared the results.",
      "Anna Feld" },
    { "items of an agenda", "7. SUMMER BASH:\nThe date had been set for June.\n\n8. ROSE GARDEN:\nIt was weeded.",
    "" },
    { "names that nothing parts",
      "In attendance: Fr John Barlow (Chairman)\nLaura Sharpe Roger Stiles\n\nFr John welcomed all. Roger presented the "
      "accounts. Laura felt that they were late.",
      "John Barlow; Laura Sharpe; Roger Stiles" },
    { "signatures", "It was adopted.\n\nAnna Feld, Mayor          Tom Barlow, Clerk", "" },

    /* how names are written */
    { "initials before a given name as surname",
    "Present: Cllr Mr N Brown, A Barlow, K Feld and R Reese.\nCllr Brown said no.",
      "N Brown" },
    { "Chinese given name", "Hon Michael HO Mun-ka (Chairman)\n\nThe Chairman said that the paper was late.",
      "Michael Ho Mun-ka" },
    { "adverb", "Anna Feld spoke of the site.\n\nCurrently Anna is paying for it.", "Anna Feld" },
    { "numeral", "I. APPROVAL OF THE MINUTES: they were read.", "" },
    { "office and words", "The Committee on Dean Search Transparency (Anna Feld) presented a resolution.",
    "Anna Feld" },
    { "verb before a name", "The Clerk confirmed Steve Barlow had been called to look at the drain.", "" },

    { "town hall", "Town Hall Don Barlow, Town Administrator, opened the meeting.", "Don Barlow" },
    { "capitals and a title", "COMMENTS FROM CHAIR, MICHAEL LOCARD Chair Locard reminded the Senate of the fund.",
      "Michael Locard" },
    { "capitals and an office", "COMMENTS FROM INTERIM PROVOST LUBBER Interim Provost Lubber reported on the budget.",
      "Lubber" },
    { "unknown given name", "Guests of the Senate: N. Lederholt and P. Feld.\n\nNorm Lederholt, Chair, presented the report.",
      "Norm Lederholt" },
    { "after an article", "The President of the German Bundesrat gave a speech.", "" },
    { "keys",
      "Attendees: Chip Morrow (CM), Shu-yu Gao (SYG), Pieter Overwerk (POK).\n\nCM: I agree with it.\n\nSYG: And so "
      "do I.\n\nCM: Then it is done.",
      "Chip Morrow; Shu-yu Gao" },

    { "initials without points",
      "Staff\n\nJP Bentley\n\nDW Long\n\nMr Bentley advised Council that the grader had come.", "JP Bentley" },
    { "shouted", "The following spoke: Mairead McGUINNESS and Rosa DeLAUREL.", "Mairead McGuinness; Rosa DeLaurel" },

    /* offices */
    { "her worship",
      "Present: Her Worship the Mayor R Reese (Chairperson), Councillors L Barlow and T Holm\n\nHer Worship the Mayor "
      "advised that the order might change.",
      "R Reese" },
    { "clerk in attendance",
      "Clerk in Attendance :\n\nMs Doris FELD\nChief Assistant Secretary\n\nThe Clerk called for nominations.",
      "Doris Feld" },

    /* what is said in minutes */
    { "made statements", "Tytta Holm (Minister) and Jan Brevik (Member of the Board) made statements on the matter.",
      "Tytta Holm; Jan Brevik" },
    { "joined", "Anna Feld had joined the Green Group. The President recalled the visit by Tom Barlow, Mayor of Halton.",
      "" },
    { "associated", "Mrs. SADIK ALI associated herself with that question.", "Sadik Ali" },
    { "items with names",
      "1. Treasurer's report (Anna Feld)\n2. Student affairs: update (Tom Barlow, Jan Brevik in absentia). New rules.\n"
      "3. Library (Priya Nair) discussed the roof.",
      "Anna Feld; Tom Barlow; Priya Nair" },
    { "capital object", "Next, Ana Camaro gave the Treasurer's Report.", "Ana Camaro" },

    /* names of a chat, acronyms, months, tasks */
    { "underscores",
      "Present: Anna_Feld, Tom_Barlow, Ada_Rose_Vane\n\nAF: the draft is ready.\n\nTB: I agree with that.\n\n"
      "AF: then we close it.\n\nTB: fine.\n\n<adarose> I agree too.\n\n<adarose> thank you",
      "Anna Feld; Tom Barlow; Ada Rose Vane" },
    { "letters after a surname", "Present: Cllr Alcott RBC, Cllr T Barlow\n\nCllr Alcott reported on the bins.",
    "Alcott" },
    { "month of a title", "The Council noted that the June Village Update contained an article.", "" },
    { "in the chair of a roll",
      "Members present:\n\nMr Tom Barlow, in the Chair\n\nAnna Feld, Sir Paul Vane, Lucy Moss\n\nThe Committee deliberated.",
      "Tom Barlow" },
    { "a presentation put off",
      "President Anna Feld reported that Finance Officer Tom Barlow's presentation on wages is delayed until May.",
      "Anna Feld" },
    { "task", "Anna Feld mentioned the draft.\n\nAction: Tom Barlow and Anna Feld will discuss the budget.",
    "Anna Feld" },
    { "he goes on",
      "The President, Anna Feld, opened the sitting. She mentioned the case of Tom Barlow, who had died. She recalled "
      "the rule of law.",
      "Anna Feld" },
    { "given name Ben", "Attendees:\n\n- Ben Strout (GTX)\n- Paula Vane (FDX)\n\nBen mentioned the fair.",
    "Ben Strout" },
    { "were examined",
      "Dr Mary Sowerby, and Mr Keith Ranson, Environment Agency, were examined.", "Mary Sowerby; Keith Ranson" },
    { "plural title", "PRESENT Crs Anahera Pohatu, Neil Crowe\n\nCr Pohatu asked about the road.", "Anahera Pohatu" },
    { "non-executive",
      "Present: Mr D Postgate Non-Executive Director\nDr C Marsh Medical Director\n\nMr Postgate asked about beds.",
      "D Postgate" },
    { "number of an item",
      "In attendance: Mrs L Fenn (Clerk)\n18/071 Planning: Mr & Mrs K Aldous, Rose Cottage. No objection.\n"
      "18/072 Works: Mr D Sturgess, grass cutting.",
      "" },
    { "in memory of", "- Resolution in memory of Harold Stenson, former member", "" },
    { "took the Board through", "Mr Maddox took the Board through the accounts.", "Maddox" },
    { "office at the end of a line",
      "Present: Mr A Barlow Chairman\nMrs B Feld Chief Executive\n\nThe Chairman welcomed all.", "" },
};

static const struct speakers_case minutes_fr_cases[] = {
    { "label broken over lines",
      "Réunion du 18 mai\nEtaient\nprésents : Mme Anna\nFELD\nM. Luc BARLAUD\nAbsents et\nexcusés : Mme Inès\nGILDARD – M. Paul "
      "NAIRAC, représentant la ville\n\nAnna Feld ouvre la séance.",
      "Anna Feld" },
    { "expertise of somebody",
      "La réussite de l'opération repose sur l'engagement et l'expertise de Luc Barlaud. Anna Feld remercie l'équipe.",
      "Anna Feld" },
    { "secretary chosen", "Désignation du secrétaire de séance : Monsieur Luc Barlaud\n\nAnna Feld ouvre la séance.",
      "Anna Feld" },

    { "interviennent",
      "Interviennent Jan Brevik, au nom du groupe des Verts, Xenia Tollo Marsh, non-inscrite, et Odile Tarbet.",
      "Jan Brevik; Xenia Tollo Marsh; Odile Tarbet" },
    { "prénom rare", "Intervient Gay Michel, pour présenter un amendement oral.", "Gay Michel" },
    { "intervient", "Intervient Jan Brevik (membre de la Commission).", "Jan Brevik" },
    { "selon la procédure", "Interviennent selon la procédure «catch the eye» Ådne Kosa, Jan Brevik et Odile Tarbet.",
      "Ådne Kosa; Jan Brevik; Odile Tarbet" },
    { "au titre de",
      "Interviennent, au titre de l'article 150, les députés suivants, qui souhaitent évoquer des questions "
      "importantes: Jan Brevik, Odile Tarbet et Jill Evrard.",
      "Jan Brevik; Odile Tarbet; Jill Evrard" },
    { "carton bleu",
      "Interviennent Jan Brevik, qui répond également à une question \"carton bleu\" de Zita Garmai et s'élève contre "
      "certains propos tenus par Martin Scholl, et Odile Tarbet.",
      "Jan Brevik; Zita Garmai; Odile Tarbet" },
    { "fait personnel",
      "Interviennent Jan Brevik, pour un fait personnel suite à l'intervention de Donald Tosk, et Odile Tarbet, sur "
      "l'ordre du jour.",
      "Jan Brevik; Odile Tarbet" },
    { "sont intervenus",
      "Sont intervenus dans la discussion générale : MM. Aubin Fress, Luc Tarbet, le docteur Odile Vannier et Mme Garmai.",
      "Aubin Fress; Luc Tarbet; Odile Vannier; Garmai" },

    /* appels */
    { "après l'appel",
      "Étaient présent(e)s :\nMadame Odile TARBET\nMonsieur Luc VANNIER\nÉtaient absent(e)s :\nMonsieur Aubin "
      "FRESS\n-o-\nMode d'emploi\nprésenté par Odile TARBET, adjointe :\nLes réunions sont publiques.",
      "Odile Tarbet" },
    { "étiquettes dans l'appel",
      "Présents :\nEnseignants : Mme Odile Tarbet (CM2), M. Luc Vannier\nMairie : M. Aubin Fress, adjoint aux écoles",
      "" },
    { "noms d'abord, partis après",
      "Présent-e-s :\n\n1. DE MITRA Anita Démocrate-chrétien (nouvelle)\n\n2. FERRO ELIAS Rosa Maria PLR\n\n3. TORRE Pierre "
      "Verts\n\nM. Torre ouvre la séance. Mme Ferro Elias demande une précision. Mme De Mitra remercie le doyen.",
      "Anita de Mitra; Rosa Maria Ferro Elias; Pierre Torre" },
    { "prénoms inconnus",
      "Présents :\nParents : Mme LE PROVOST, Mme BERTHIN\nCM2 (Mr Imprat) : BRIMBEAU Nawelle et PARAN Grégory\n\nMme LE "
      "PROVOST signale une fuite. Nawelle demande des buts.",
      "Le Provost; Nawelle Brimbeau" },
    { "sont élus", "Sont élus : Mmes Josiane Vannier et Colette Rivaud, M. Paul Tarbet.", "" },
    { "secrétaire qui signe", "La secrétaire de séance : Mme BAUMANN", "" },
    { "particule et ligne",
      "Présents : M. Jean TARBET, Mmes Jacqueline VANNIER, Chantal de\nCARTIN d'YVRE.\n\nMme de Cartin d'Yvre soutient "
      "la demande.",
      "Chantal de Cartin d'Yvre" },
    { "en charge", "Mme Vannier a en charge 25 enfants. M. Tarbet s'engage à faire réparer la clôture.", "Tarbet" },
    { "entendu", "Entendu Mme Vannier, Echevine, en son rapport ; Vu le code.", "Vannier" },

    { "phrases d'appel",
      "Assistent également à la réunion, M. Luc Tarbet, directeur général, madame Odile Vannier, directrice adjointe, Me "
      "Chantal Rivaud, greffière, et des citoyens. M. Tarbet dépose le rapport.",
      "Luc Tarbet" },
    { "pouvoirs", "Membres représentés :\n\nDominique de Wylde a donné pouvoir à Luc Tarbet.\n\nAinsi fut fait.",
    "" },
    { "liste d'émargement",
      "GEOFFRET Michel PR 971 P\n\nJANKOV Eustase PRÉSIDENT UA P\n\nCASSARD Laura MCF 971 P\n\nCOLIN Serge MCF 972 P\n\nM. "
      "JANKOV ouvre la séance. Mme CASSARD souhaite connaître le calendrier.",
      "Eustase Jankov; Laura Cassard" },
    { "sigle et nom", "Présents :\n\nIPB François Cansal\n\nKPMG SA Béatrice Hiercé\n\nFrançois Cansal ouvre la séance.",
      "François Cansal" },
    { "charge après le nom",
      "Présences :\n\nMme Jocelyne Séguret Trésorière cooptée (2021)\n\nM. Gilles Tarbet Administrateur (2021)\n\nLa "
      "trésorière dépose l'état des comptes. M. Tarbet offre de lui transmettre le fichier.",
      "Jocelyne Séguret; Gilles Tarbet" },
    { "appel en capitales",
      "PRESENTS\n\nP. BANEL, M. BAQUET, O. BELLOC, A. CREMER, D. DERVAUT, S. DOUSSIN, R. LE\nBARRON, A. FICHET.\n\nO. BELLOC "
      "présente la motion.",
      "O. Belloc" },
    { "orchestre", "L'orchestre Benny Carrel est pris, on demande à la fanfare Luc Tarbet.", "" },

    /* une personne, plusieurs formes */
    { "initiale et prénom",
      "Présents : Ali Malik Tarbet, Odile Vannier.\n\nPrésentation par A. Malik Tarbet : la nouvelle charte.",
      "Ali Malik Tarbet" },
    { "lettres levées",
      "À l'invitation de la Présidente, M me Garmai, M. Fress et M. Vannier (Italie) prennent place à la table.\n\n"
      "M me Garmai (Italie) dit que la loi est en vigueur.",
      "Garmai" },

    /* ce que l'on dit d'eux, et qui n'a pas parlé */
    { "nommés",
      "Étaient présents Odile Vannier, Luc Tarbet et Hugo Brenac.\n\nL'assemblée désigne Odile Vannier en qualité de "
      "secrétaire.\n\n- Luc Tarbet est nommé trésorier.\n- Hugo Brenac est nommé en qualité de président.",
      "" },
    { "prévenu de son retard", "Mme le Maire informe le conseil que M. Luc Tarbet a prévenu de son retard.", "" },
    { "secrétariat assuré", "La réunion est présidée par Odile Vannier, le secrétariat est assuré par Luc Tarbet.",
      "Odile Vannier" },
    { "secrétaire auxiliaire", "Secrétaire auxiliaire :\nMadame Odile Vannier\nAdoption du procès-verbal", "" },
    { "heure de l'arrivée",
      "Présents : Luc Tarbet, Hugo Brenac, Léa Morvan (arrivée\nà 19 h 49)\nSecrétaire auxiliaire :\nMadame Odile Vannier\n"
      "Adoption du procès-verbal",
      "" },
    { "noms seuls parmi les labels",
      "J. Ridot: Hommage à notre ami.\n\nC. Vannier: D'accord avec lui.\n\nY. BRENAC: Qui est-ce ?\n\n"
      "Guilbertin: Nous proposons un autre nom.\n\nTHOUVENEL (Sud): Je m'y oppose.",
      "J. Ridot; C. Vannier; Y. Brenac; Guilbertin; Thouvenel" },
    { "association présidée par", "Le conseil aide l'association présidée par M. Hervé Castaing.", "" },
    { "représentants, dans une liste",
      "Présents\nReprésentants des familles : M. Alain Darmon\nReprésentant syndical : M. Luc Tarbet\n\n"
      "M. Darmon trouve les repas froids.",
      "Alain Darmon" },
    { "ce qu'un autre a fait",
      "Le docteur Lefort précise que le salarié, M. Émile Cordier, a repris le travail.", "Lefort" },
    { "présents seuls sur une ligne",
      "Groupe de travail\nPrésents\nGauthier Moulin – Maire adjoint chargé de l'urbanisme\nRim Fathi – Maire adjointe\n"
      "Daniel Mouranne – Association des usagers\nInvités\nCécile Beaudin – Agence Devers\nValérie Clairin – Agence "
      "Devers\nAndré Moinet – Val de Saône – introduit la séance en présentant l'ordre du jour.",
      "André Moinet" },
};
