/* How French reports say that somebody spoke, or did not; the people are invented. A row is a text and those who took the
 * floor in it, in the order of the text, others being mentions. Included by test_speakers.c. */

static const struct speakers_case speakers_fr_cases[] = {
    /* name, role or organisation after a comma */
    { "role after", "Madame Odile TARBET, Présidente de l'Union des marais, ouvre la rencontre.", "Odile Tarbet" },
    { "role and verb", "Rémi Castan, directeur du Syndicat des eaux, explique le calendrier des travaux.",
      "Rémi Castan" },
    { "said, inverted", "« L'eau manque déjà », souligne Odile Tarbet, agricultrice.", "Odile Tarbet" },
    { "inverted after an office", "« L'eau manque déjà », explique l'adjointe aux finances, Odile Tarbet.",
      "Odile Tarbet" },
    { "of whom it is told", "Il a rencontré Odile Tarbet, agricultrice, l'an dernier.", "" },
    /* title or initial and surname */
    { "surname after Mme", "Mme Tarbet demande quand la digue sera refaite.", "Tarbet" },
    { "initial", "R. Castan nous présente la carte des crues.", "R. Castan" },
    { "resolved", "Présidente de séance : Odile Tarbet\n\nMme Tarbet rappelle l'ordre du jour.", "Odile Tarbet" },
    { "messieurs", "L'étude était présentée par messieurs Rémi Castan et Paul Ferrand.",
      "Rémi Castan; Paul Ferrand" },
    { "MM.", "MM. Castan et Ferrand regrettent ce retard.", "Castan; Ferrand" },
    /* labels of debates */
    { "label with a group",
      "M. Rémi Castan (Les Riverains) : Je voudrais savoir où en est le pont.\n\nMme Odile Tarbet : Il ouvrira en "
      "mai.",
      "Rémi Castan; Odile Tarbet" },
    { "label with a dash", "M. Rémi Castan. – Où en est le pont ?\n\nMme Odile Tarbet. – Il ouvrira en mai.",
      "Rémi Castan; Odile Tarbet" },
    { "several with a colon", "Élus, associations, entreprises : tout le canton était venu.", "" },
    /* programme lines */
    { "hour and title",
      "Programme\n\n9h10-9h45 Odile Tarbet (université de Vannes) : Lire les digues\n\n9h45-10h20 Rémi Castan (CNRS) "
      ": Compter les crues\n\n"
      "10h20-10h40 Pause",
      "Odile Tarbet; Rémi Castan" },
    { "bracket after a title",
      "Programme\n\n9h30 - 10h30 : Lire les digues (Odile Tarbet, MCF histoire, IUT de Vannes / UBS)",
      "Odile Tarbet" },
    { "of whom a title tells",
      "Programme\n\n9h10-9h45 Odile Tarbet (université de Vannes) : « Joseph Ferrand, maître des digues (1898-1925) "
      "»",
      "Odile Tarbet" },
    /* agent phrases */
    { "moderated", "La table ronde, animée par Odile Tarbet, a duré deux heures.", "Odile Tarbet" },
    { "opened", "La journée a été ouverte par Rémi Castan, maire de Sarzeau.", "Rémi Castan" },
    { "two agents",
      "La restitution, faite par Odile Tarbet, conseillère municipale, et par le maire, Rémi Castan, a suivi.",
      "Odile Tarbet; Rémi Castan" },
    { "with points",
      "Les participant.es ont été accueilli.es par la maire, Odile Tarbet et son prédécesseur Rémi Castan, au "
      "moulin.",
      "Odile Tarbet; Rémi Castan" },
    { "accompanied",
      "Le bilan a été présenté par Rémi Castan, trésorier du club accompagné de Paul Ferrand, secrétaire.",
      "Rémi Castan; Paul Ferrand" },
    { "illustrated", "L'affiche, illustrée par Odile Tarbet, est en vente à l'accueil.", "" },
    /* role before name */
    { "moderator", "Le modérateur Rémi Castan donne la parole à la salle.", "Rémi Castan" },
    { "their president", "Leur présidente, Odile Tarbet, a rappelé les statuts.", "Odile Tarbet" },
    { "the mayor", "Le maire Rémi Castan remercie les bénévoles.", "Rémi Castan" },
    /* plain name and verb */
    { "opens", "Odile Tarbet a ouvert la session.", "Odile Tarbet" },
    { "two subjects", "Odile Tarbet et Rémi Castan ont présenté le projet.", "Odile Tarbet; Rémi Castan" },
    { "three subjects", "Odile Tarbet, Rémi Castan et Paul Ferrand ont répondu aux questions.",
      "Odile Tarbet; Rémi Castan; Paul Ferrand" },
    { "reflexive", "Rémi Castan s'interroge sur le coût de la digue.", "Rémi Castan" },
    { "gives a talk", "Odile Tarbet a donné une conférence sur les polders.", "Odile Tarbet" },
    { "taken up", "Odile Tarbet, potière, vit à Auray ; elle a expliqué son métier.", "Odile Tarbet" },
    { "not what is done", "Odile Tarbet vit à Auray depuis dix ans.", "" },
    /* lists that announce */
    { "field", "Intervenants : Odile Tarbet, Rémi Castan et Paul Ferrand (hydrologue)",
      "Odile Tarbet; Rémi Castan; Paul Ferrand" },
    { "to debate it",
      "Autour de l'animateur, il y avait pour en débattre : Odile Tarbet, directrice du port, Rémi Castan, président "
      "du "
      "comité des fêtes, et Paul Ferrand, maire.",
      "Odile Tarbet; Rémi Castan; Paul Ferrand" },
    { "took the floor", "Ont pris la parole : Odile Tarbet, Rémi Castan.", "Odile Tarbet; Rémi Castan" },
    { "on the platform", "À la tribune : Odile Tarbet et Rémi Castan.", "Odile Tarbet; Rémi Castan" },
    { "with", "Avec Odile Tarbet (historienne), Rémi Castan et Paul Ferrand",
      "Odile Tarbet; Rémi Castan; Paul Ferrand" },
    { "present", "Présents : Odile Tarbet, Rémi Castan, Paul Ferrand\n\nRémi Castan annonce la date de la fête.",
      "Rémi Castan" },
    { "excused", "Excusés : Odile Tarbet, Rémi Castan", "" },
    /* invited, given the floor */
    { "received", "Le cercle a accueilli Odile Tarbet pour une conférence.", "Odile Tarbet" },
    { "turn of", "Puis c'est au tour de Rémi Castan, trésorier.", "Rémi Castan" },
    { "floor to", "La parole est à Odile Tarbet.", "Odile Tarbet" },
    { "talk of", "Après l'intervention d'Odile Tarbet, la salle a applaudi.", "Odile Tarbet" },
    { "interview", "Entretien avec Rémi Castan, éclusier", "Rémi Castan" },
    { "their side", "De son côté, Rémi Castan craint une hausse des loyers.", "Rémi Castan" },
    { "according to", "Selon Odile Tarbet, « la digue tiendra dix ans ».", "Odile Tarbet" },
    /* first name alone, initials */
    { "first name alone",
      "Présents :\n\n- Odile Tarbet – Groupe des riverains\n- Rémi Castan – Groupe des écluses\n\nOdile a dit que la "
      "digue tiendrait.",
      "Odile Tarbet" },
    { "surname alone", "Odile Tarbet a ouvert la séance. Tarbet a conclu.", "Odile Tarbet" },
    /* mentions */
    { "thanked", "Le comité remercie Odile Tarbet pour le prêt de la salle.", "" },
    { "dead", "Une minute de silence est observée en mémoire de Rémi Castan.", "" },
    { "elected", "Odile Tarbet est élue trésorière à l'unanimité.", "" },
    { "absent", "Rémi Castan n'a pu venir.", "" },
    { "book in a bracket", "Odile Tarbet (1987) montre que les digues sont anciennes.", "" },
    { "in a book", "Odile Tarbet écrit dans son livre que les digues sont anciennes.", "" },
    { "examples", "Elle traduit des poètes (Rémi Castan, Paul Ferrand, Odile Tarbet…) depuis dix ans.", "" },
    /* authors cited in a talk: whoever gives it has the heading, or references are many */
    { "discussion",
      "cf. Verdier 2001. Des digues (1998) et des crues (2003), ibid.\n\nOdile Tarbet demande si l'on a compté les "
      "marées.",
      "Odile Tarbet" },
    { "among references",
      "cf. Verdier. Des digues (1998) et des crues (2003), ibid.\n\nOdile Tarbet montre que les digues sont "
      "anciennes.",
      "" },
    { "work led by",
      "cf. Verdier. Des digues (1998) et des crues (2003), ibid.\n\nProjet piloté par Odile Tarbet sur les polders.",
      "" },
    { "long past",
      "cf. Verdier. Des digues (1998), ibid., des crues (2003).\n\nEn 1534 Odile Tarbet décide de faire assécher le "
      "marais.",
      "" },
};
