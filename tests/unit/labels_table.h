/* Labels of speaking turns as parliaments, councils, assemblies and transcripts print them; the people are
 * invented. A row is a short transcript in Markdown in which one person says "my answer" or "ma réponse": whose
 * words those are, and with which role; nobody's when the clerk wrote them. Included by test_labels.c. */
#define FR LANGUAGE_FR
#define EN LANGUAGE_EN

static const struct label_case label_cases[] = {
    /* France: National Assembly, Senate, councils */
    { "députés", FR,
      "**M. le président.** La parole est à M. Luc Fabre.\n\n**M. Luc Fabre.** Voici ma réponse.\n\n"
      "**Mme Ana Roux.** Je la refuse.\n",
      "Luc Fabre", NULL },
    { "rapporteure", FR,
      "M. le président. La parole est à Mme la rapporteure.\n\nMme Ana Roux, rapporteure de la commission "
      "des lois. Voici ma réponse.\n\nM. Luc Fabre. Elle me va.\n\nM. le président. Je vous remercie.\n",
      "Ana Roux", "rapporteure de la commission des lois" },
    { "ministre", FR,
      "**M. Luc Fabre,** *ministre délégué*. – Voici ma réponse, et elle est claire.\n\n**Mme Ana Roux.** – "
      "Elle ne l'est pas.\n",
      "Luc Fabre", "ministre délégué" },
    { "président seul", FR,
      "Présidence de Mme Ana Roux, vice-présidente\n\n**Mme la présidente.** Voici ma réponse à ce rappel au "
      "règlement.\n\n**M. Luc Fabre.** Très bien !\n",
      "Ana Roux", "présidente" },
    { "maire", FR,
      "Le conseil municipal s'est réuni sous la présidence de M. Luc FABRE, Maire.\n\nM. LE MAIRE : Voici ma "
      "réponse, et nous passons au vote.\n\nMme ROUX : Nous voterons contre.\n",
      "Luc Fabre", "MAIRE" },
    { "tiret", FR,
      "M. FABRE - Voici ma réponse.\n\nMme ROUX - Elle ne suffit pas.\n\nM. FABRE - Tant pis.\n\nMme ROUX - Je le "
      "regrette.\n",
      "Fabre", NULL },
    { "nom avant", FR, "FABRE Luc : Voici ma réponse.\n\nROUX Ana : Merci bien.\n", "Luc Fabre", NULL },
    { "élu", FR, "Par votre élu, Luc Fabre : voici ma réponse aux habitants.\n", "Luc Fabre", "élu" },
    { "présentée par", FR,
      "Question orale présentée au conseil municipal du 3 mai par votre élu, Luc Fabre :\n\n« Madame le Maire, "
      "voici ma réponse et ma question. »\n",
      "Luc Fabre", NULL },
    { "Vaud", FR,
      "M. Luc Fabre (PLR) — Rapporteur-trice\n\nVoici ma réponse sur cette motion, que je maintiens.\n\nMme Ana Roux "
      "(SOC) — "
      "Président-e\n\nLa discussion est ouverte, nous vous écoutons.\n\nM. Jean Lamy (UDC) —\n\nC'est vrai, nous en "
      "avons parlé.\n",
      "Luc Fabre", "Rapporteur-trice" },
    { "après un mot", FR,
      "Le débat est ouvert. M. Fabre : Voici ma réponse, et elle est courte. Mme Roux : Elle l'est trop. "
      "M. Fabre : Soit.\n",
      "Fabre", NULL },
    { "voix", FR, "M. Fabre : Je propose le vote.\n\nUne voix : C'est ma réponse aussi.\n\nMme Roux : Silence.\n",
      "Une voix", NULL },
    /* Québec */
    { "commission", FR, "Le Président (M. Fabre): Voici ma réponse à cette demande.\n\nMme Roux: Je l'accepte.\n",
      "Fabre", "Président" },
    { "présidente reprise", FR,
      "La Présidente (Mme Roux): Bonjour à tous.\n\nM. Fabre (Taschereau): Bonjour.\n\nLa Présidente: "
      "Voici ma réponse.\n",
      "Roux", "Présidente" },
    { "circonscription", FR, "Mme Roux (Sainte-Anne): Voici ma réponse.\n\nM. Fabre: Bien.\n", "Roux", NULL },
    { "greffier", FR,
      "Le greffier: Il est proposé par M. Roux que Luc Fabre soit élu président. La motion est adoptée.\n\n"
      "M. Roux (Halton): Bravo!\n\nLe président: Voici ma réponse: on passe au vote.\n",
      "Luc Fabre", "président" },
    /* Canada */
    { "chair", EN,
      "The Chair (Hon. Luke Fabre (Halton North, CPC)): Order. This is my answer.\n\nMs. Ana Roux (Perth, NDP): "
      "Thank you.\n",
      "Luke Fabre", "Chair" },
    { "chair again", EN,
      "The Chair (Mr. Luke Fabre): Order.\n\nMs. Ana Roux: I move it.\n\nThe Chair: This is my answer.\n",
      "Luke Fabre", "Chair" },
    { "vice-chair", EN, "The Vice-Chair (Ms. Ana Roux): This is my answer.\n\nMr. Luke Fabre: Thank you.\n",
      "Ana Roux", "Vice-Chair" },
    { "hon minister", EN,
      "Hon. Ana Roux (Minister of Health, Lib.): Mr. Speaker, this is my answer.\n\nMr. Luke Fabre "
      "(Halton, CPC): It is not enough.\n",
      "Ana Roux", "Minister of Health, Lib." },
    { "capitals", EN,
      "MR. SPEAKER: Order, please.\n\nHON. ANA ROUX: This is my answer.\n\nMR. LUKE FABRE: Mr. Speaker, no.\n",
      "Ana Roux", NULL },
    { "running text", EN,
      "The motion is before us. The Chair: It has been moved. Mr. Luke Fabre: Mr. Chair, this is my answer. "
      "I think so. The Chair: Thank you. Ms. Ana Roux (Perth, NDP): Allow me one comment.\n",
      "Luke Fabre", NULL },
    /* Belgium, Switzerland, Europe */
    { "numéro", FR,
      "01.01 Ana Roux (Ecolo): Monsieur le ministre, ma question est simple.\n\n01.02 Luc Fabre, ministre: Voici ma "
      "réponse.\n",
      "Luc Fabre", "ministre" },
    { "canton", FR,
      "Fabre Luc (S, VD): Voici ma réponse, au nom de la minorité.\n\nRoux Ana (L, GE): Je la combats.\n",
      "Luc Fabre", NULL },
    { "Genève", FR,
      "M. Luc Fabre (S), rapporteur de majorité. Voici ma réponse.\n\nMme Ana Roux (L). Non.\n\n"
      "Le président. Merci.\n\nM. Luc Fabre (S). Bien.\n",
      "Luc Fabre", "rapporteur de majorité" },
    { "groupe", EN,
      "President. – The next item is the debate.\n\nAna Roux, on behalf of the Green Group. – This is my answer.\n\n"
      "Luke Fabre (ECR). – I disagree.\n",
      "Ana Roux", NULL },
    { "vice-président", EN,
      "Luke Fabre, Vice-President of the Commission. – Madam President, this is my answer.\n\n"
      "Ana Roux (S&D). – Thank you.\n",
      "Luke Fabre", "Vice-President of the Commission" },
    { "par écrit", FR, "Ana Roux (PPE), par écrit. – Voici ma réponse.\n\nLuc Fabre (ID). – Non.\n", "Ana Roux",
      NULL },
    /* United Kingdom, Scotland, Ireland */
    { "constituency", EN,
      "Luke Fabre (Halton North) (Lab): This is my answer.\n\nMr Speaker: Order.\n\nSir Ivor Lamb (Perth) "
      "(Con): Hear, hear.\n",
      "Luke Fabre", NULL },
    { "constituency line", EN,
      "**Luke Fabre** (Halton North) (Lab)\n\nThis is my answer to the House.\n\n**Ana Roux** (Perth) (Con)"
      "\n\nI am grateful for that.\n",
      "Luke Fabre", NULL },
    { "numbered question", EN,
      "Q1. Luke Fabre (Halton) (Con): I have asked. This is my answer.\n\nThe Prime Minister: No.\n", "Luke Fabre",
      NULL },
    { "office and name", EN,
      "The Secretary of State for Health (Ana Roux): This is my answer.\n\nLuke Fabre: I doubt it.\n", "Ana Roux",
      "Secretary of State for Health" },
    { "lords", EN, "Baroness Roux of Perth (LD): My Lords, this is my answer.\n\nLord Fabre (Con): My Lords, no.\n",
      "Roux", NULL },
    { "deputy speaker", EN,
      "Madam Deputy Speaker (Dame Ana Roux): Order. This is my answer.\n\nLuke Fabre: I withdraw.\n", "Ana Roux",
      "Deputy Speaker" },
    { "convener", EN,
      "The Convener (Luke Fabre): Good morning.\n\nAna Roux (Perth) (SNP): Good morning.\n\nThe Convener: This is "
      "my answer.\n",
      "Luke Fabre", "Convener" },
    { "deputy", EN,
      "Deputy Luke Fabre: This is my answer.\n\nAn Ceann Comhairle: The Deputy's time is up.\n\nDeputy Ana Roux: I "
      "agree.\n",
      "Luke Fabre", "Deputy" },
    { "cathaoirleach", EN,
      "Deputy Luke Fabre in the Chair.\n\nAn Cathaoirleach: This is my answer to the Deputy.\n\nSenator Ana Roux: I "
      "thank the Chair.\n",
      "Luke Fabre", NULL },
    { "headings", EN,
      "# Debate\n\nThe committee met at nine. Senator Luke Fabre in the Chair.\n\n## Deputy Ana Roux\n\nI asked the "
      "Minister, Mr. Lamb, about it. Has he replied?\n\n## Mr. Ivor Lamb\n\nI have not replied to you yet, I "
      "fear.\n\n## Chairman\n\n"
      "We thank Mr. Lamb, and this is my answer.\n\n## Deputy Ana Roux\n\nI am grateful for that.\n\n## Ms Mary "
      "Kent\n\nSo am I, and we "
      "all are.\n",
      "Luke Fabre", NULL },
    { "irish minister", EN,
      "Minister for Health (Deputy Ana Roux): This is my answer.\n\nDeputy Luke Fabre: Is it?\n", "Ana Roux",
      "Minister for Health" },
    /* Australia, New Zealand, United States */
    { "australian", EN,
      "Mr FABRE (Halton) (10:32): This is my answer.\n\nThe SPEAKER: The member for Perth.\n\nMs ROUX (Perth) "
      "(10:34): Thank you.\n",
      "Fabre", NULL },
    { "new zealand", EN,
      "Hon ANA ROUX (Minister of Health): This is my answer.\n\nLUKE FABRE (Labour—Halton): Is it?\n", "Ana Roux",
      "Minister of Health" },
    { "assistant speaker", EN,
      "ASSISTANT SPEAKER (Luke Fabre): This is my answer.\n\nHon ANA ROUX: I raise a point.\n", "Luke Fabre",
      "ASSISTANT SPEAKER" },
    { "hearing", EN,
      "Chairman FABRE. The committee will come to order.\n\nMs. ROUX. Mr. Chairman, this is my answer.\n\n"
      "Chairman FABRE. Thank you.\n\nMs. ROUX. It is a pleasure.\n\nMr. LAMB of Ohio. I yield.\n",
      "Roux", NULL },
    { "captions", EN, ">> MAYOR ROUX: This is my answer.\n\n>> COUNCILMEMBER FABRE: Thank you, mayor.\n", "Roux",
      "MAYOR" },
    { "councilmember", EN, "Councilmember Fabre: This is my answer.\n\nVice Mayor Roux: Thank you.\n", "Fabre",
      "Councilmember" },
    /* podcasts, webinars, citizens' assemblies, speech to text */
    { "time code before", EN, "[00:01:12] Ana Roux: This is my answer.\n\n[00:02:09] Luke Fabre: I see.\n",
      "Ana Roux", NULL },
    { "time code after", EN, "Ana Roux (00:01:12): This is my answer.\n\nLuke Fabre (00:02:09): I see.\n", "Ana Roux",
      NULL },
    { "time code line", EN,
      "Ana Roux  12:03\nThis is my answer to that.\n\nLuke Fabre  12:40\nI see what you mean now.\n", "Ana Roux",
      NULL },
    { "host", EN, "Luke Fabre, host: Welcome.\n\nAna Roux, Halton Water: This is my answer.\n", "Ana Roux", NULL },
    { "given name", EN,
      "With Ana Roux and Luke Fabre.\n\nLuke: Hello.\n\nAna: This is my answer.\n\nLuke: Fine.\n\nAna: Good.\n",
      "Ana Roux", NULL },
    { "initials", EN,
      "Present: Ana Roux (AR), Luke Fabre (LF).\n\nLF: Hello.\n\nAR: This is my answer.\n\nLF: Fine.\n", "Ana Roux",
      NULL },
    { "facilitator", EN,
      "Facilitator: Who begins?\n\nAna R.: This is my answer.\n\nFacilitator: Thanks.\n\nAna R.: Welcome.\n",
      "Ana R.", NULL },
    { "speaker number", EN,
      "Speaker 1: Hello.\n\nSpeaker 2: This is my answer.\n\nSpeaker 1: Fine.\n\nSpeaker 2: Bye.\n", "Speaker 2",
      NULL },
    { "my name is", EN,
      "00h 01m 10s\ngood evening board members my name is Ana Roux and this is my answer I live on Third Street\n",
      "Ana Roux", NULL },
    { "columns", EN,
      "Mr. Yvon Lamb: I move that the committee may meet for the purpose of discussing wages; Ms. Ana Roux (Perth, "
      "NDP): Allow me one comment: this is my answer. Contracts and so on.\n\nThe Chair: Thank you.\n\nMr. Yvon "
      "Lamb: No.\n",
      "Ana Roux", NULL },
    /* Asia, Africa; offices spelt out; titles of several words */
    { "shri", EN,
      "HON. SPEAKER: Please begin.\n\nSHRI ADHIR RANJAN FABRE (PERTH): Mr. Speaker Sir, this is my answer.\n\n"
      "SHRIMATI ANA ROUX (HALTON): Thank you, Sir.\n\nHON. SPEAKER: Please conclude.\n",
      "Adhir Ranjan Fabre", NULL },
    { "speaker sir", EN,
      "HON. SPEAKER: This is my answer.\n\nSMT. ANA ROUX: Mr. Speaker Sir, I rise.\n\nHON. SPEAKER: Please.\n",
      "HON. SPEAKER", NULL },
    { "minister of state", EN,
      "THE MINISTER OF STATE OF THE MINISTRY OF WATER AND MINISTER OF STATE IN THE MINISTRY OF PARKS (SHRI PRAHLAD "
      "FABRE): Sir, this is my answer.\n\nSHRI T. R. ROUX: We want another.\n",
      "Prahlad Fabre", NULL },
    { "tan sri", EN,
      "Datuk Seri Anwar bin Fabre: Thank you.\n\nTan Sri Idris Roux: This is my answer.\n\nEncik Lim Wei Lamb: "
      "Thank you.\n",
      "Idris Roux", NULL },
    { "senator the hon", EN,
      "The PRESIDENT (Senator the Hon Sue Lamb): Order!\n\nSenator the Hon ANA ROUX (Perth—Minister for Water) "
      "(14:02): This is my answer.\n\nSenator FABRE: It is late.\n",
      "Ana Roux", NULL },
    { "space before the period", FR, "M . Luc Fabre : Voici ma réponse.\n\nMme Ana Roux : Bien.\n", "Luc Fabre",
      NULL },
    { "period and dash", FR,
      "**M. Luc Fabre (PLR, Lausanne).-** Voici ma réponse.\n\n**Mme Ana Roux (PS).-** Elle me va.\n", "Luc Fabre",
      NULL },
    /* nobody whom we know */
    { "some members", EN,
      "Mr. Fabre: I rise.\n\nSome hon. members: Oh, oh! This is my answer.\n\nMr. Fabre: I sit.\n\nMs. Roux: "
      "I thank you.\n",
      "Some hon. members", NULL },
    { "a member", EN,
      "Mr. Fabre: I rise to speak of it.\n\nA MEMBER OF THE PUBLIC: This is my answer, and it is short.\n\nMr. "
      "Fabre: I sit.\n\nMs. Roux: I thank you.\n",
      "A MEMBER OF THE PUBLIC", NULL },
    { "le sénateur", FR, /* surnames that are also towns, given names, trades */
      "Le sénateur Dupont : Je propose de clore la liste.\n\nM. Fabre : Bien.\n\nLe sénateur Marchand : Voici ma "
      "réponse.\n\nM. Fabre : Je vous remercie.\n",
      "Marchand", NULL },
    { "le président occupe", FR,
      "M. Robin : J'invite le sénateur Roux à venir.\n\nLe sénateur Luc P. Roux (président) occupe le "
      "fauteuil.\n\nLe président : Voici ma réponse.\n\nLe sénateur Dupont : Je vous remercie.\n",
      "Luc P. Roux", NULL },
    { "un sénateur", FR,
      "M. Fabre. Je vous remercie.\n\nUn sénateur du groupe UC. Voici ma réponse !\n\nM. Fabre. Je note.\n\n"
      "Mme Roux. Nous notons.\n",
      "Un sénateur du groupe UC", NULL },
    { "given name and time", EN,
      "Kevin (00:00): Well, Jordan.\n\nJordan (00:03): This is my answer.\n\nKevin (00:05): Fine.\n\nJordan "
      "(00:09): I know.\n",
      "Jordan", NULL },
    { "three initials", EN,
      "The Hon. J.A.W. FABRE (Perth) (14:42): This is my answer.\n\nThe Hon. S.C. ROUX: Point of order, sir.\n\nThe "
      "SPEAKER: I have it.\n",
      "J.A.W. Fabre", NULL },
    { "few labels", FR,
      "Séance du mardi 2 mars, point 18\n\nMme Ana Roux (SOC) — Présidente\n\nJe vous rappelle la proposition de "
      "la commission.\n\nVoici ma réponse.\n\nM. Luc Fabre (PLR) —\n\nJe vous remercie de cette réponse.\n",
      "Ana Roux", NULL },
    { "label alone in an item", EN,
      "- The Convener (Ana Roux):\n\nGood morning, we begin with the audit.\n\nThis is my answer to it.\n\n- Luke "
      "Fabre:\n\nI agree with that, and I thank you.\n\n- The Convener:\n\nThank you very much.\n",
      "Ana Roux", NULL },
    { "unknown name", EN,
      "**Zed Shaw:** I think so.\n\n**Ana Roux:** Do you?\n\n**Zed Shaw:** This is my answer.\n\n**Ana Roux:** I "
      "see.\n\n**Zed Shaw:** So we do it.\n",
      "Zed Shaw", NULL },
    { "key in a list", EN,
      "Ana Roux (ARX), Luke Fabre (LFB), Jane Kent (JK)\n\nARX: I propose to begin.\n\nLFB: This is my answer.\n\n"
      "JK: Thank you.\n",
      "Luke Fabre", NULL },
    { "initials apart", FR,
      "# Entretien avec Ana Roux\n\n**Luc Fabre :** Comment allez-vous ?\n\n**Ana Roux :** Bien, et nous aussi.\n\n"
      "**L. F. :** Et ensuite ?\n\n**A. R. :** Voici ma réponse.\n\n**L. F. :** Merci à vous.\n",
      "Ana Roux", NULL },
    /* in a turn, and nobody's words */
    { "stage direction", EN,
      "Mr. Fabre: I rise to speak against it.\n\n(Laughter, my answer being drowned in it.)\n\nI shall be "
      "brief.\n\nMs. Roux: I thank you.\n\nMr. Fabre: I know.\n",
      NULL, NULL },
    { "after a stage direction", EN,
      "Mr. Fabre: I rise to speak against it.\n\n[Applause.]\n\nThis is my answer, and I shall be brief.\n\nMs. "
      "Roux: I thank you.\n\nMr. Fabre: I know.\n",
      "Fabre", NULL },
    { "interjecting", EN,
      "Mr Fabre: I have to say that I fear—\n\nOpposition members interjecting\n\nthat this is my answer.\n\nMs "
      "Roux: I thank you.\n\nMr Fabre: I know.\n",
      "Fabre", NULL },
    { "division", EN,
      "Mr Fabre: I move that we vote.\n\nThe Assembly voted—\n\nAyes 8, my answer among them\n\nMr Lamb\n\nMs "
      "Kent\n\nQuestion so resolved in the affirmative.\n\nMs Roux (Perth): I thank you.\n",
      NULL, NULL },
    { "on motion by", EN,
      "Mr Fabre: I move that we vote.\n\nDebate resumed from 7 June, on motion by Mr Lamb:\n\nThat my answer be "
      "noted.\n\nMs Roux (Perth): I thank you all.\n\nMr Fabre: I do too.\n",
      NULL, NULL },
    { "levée", FR,
      "M. Fabre. Je vous remercie.\n\nMme Roux. Je vous en prie.\n\nM. Fabre. Passons au vote.\n\nLa séance est "
      "levée à 18 h 30 sur ma réponse.\n",
      NULL, NULL },
    { "titre", FR,
      "M. Fabre. Je vous remercie de tout cela.\n\nForêts et ma réponse\n\nMme Roux. Je vous en prie.\n\nM. Fabre. "
      "Passons au vote.\n",
      NULL, NULL },
    { "heading in a turn", EN,
      "**Ana Roux:** I begin with the past.\n\n## The present\n\nThis is my answer, as you know.\n\n**Luke "
      "Fabre:** I see what you mean.\n\n**Ana Roux:** I hope so.\n\n**Luke Fabre:** I do.\n",
      "Ana Roux", NULL },
    /* lines that are a name, as sites of debates print them */
    { "party and seat", EN,
      "Points of Order\n\n3 p.m.\n\nLiberal\n\nAna Roux Liberal Halton Centre, ON\n\nI am pleased to table this "
      "report.\n\n3:05 p.m.\n\nNDP\n\nLuke Fabre NDP Perth, NS\n\nMr. Speaker, this is my answer.\n\n3:05 "
      "p.m.\n\nReform\n\nJane Kent St. Albans, AB\n\nI thank you for all of it.\n",
      "Luke Fabre", NULL },
    { "pictures", EN,
      "Ana Roux Portrait Ana Roux (Halton) (Con)\n\nWhat do we do now?\n\nLuke Fabre Portrait The Minister for Water "
      "(Mr Luke Fabre)\n\nThis is my answer, as you know.\n\nAna Roux Portrait Ana Roux\n\nI see what you "
      "mean.\n",
      "Luke Fabre", "Minister for Water" },
    { "office lines", EN,
      "David Roux Minister of Health\n\nMr. Speaker, I rise to speak of it.\n\nThe Speaker\n\nThis is my answer "
      "to that.\n\nSome hon. members\n\nHear, hear, we all say to you.\n\nJane Kent\n\nI thank you for it.\n",
      "The Speaker", NULL },
    { "office of several", FR,
      "Interview du président Luc Fabre\n\nAna Roux : Bonjour. Le Président Jean Lamy vous a-t-il écrit ?\n\nLE "
      "PRESIDENT : Voici ma réponse.\n\nAna Roux : Je vous remercie.\n\nLE PRESIDENT : Je vous en prie.\n",
      "Luc Fabre", NULL },
    /* labels that a mark or a time tells */
    { "chat", EN,
      "Present: Ana Roux, Luke Fabre, Jane Berners-Kent\n\n__luke:__ shall we begin with it?\n\n__janebk:__ this is "
      "my answer\n\n__luke:__ you mean we may?\n\n__janebk:__ I do\n",
      "Jane Berners-Kent", NULL },
    { "nick of nobody listed", EN,
      "Present: Ana Roux, Luke Fabre\n\n__luke:__ shall we begin with it?\n\n__wycats:__ this is my answer\n\n"
      "__luke:__ you mean we may?\n\n__wycats:__ I do\n",
      "wycats", NULL },
    { "given name above", EN, "Kevin  0:12\nShall we begin?\n\nJordan  0:14\nThis is my answer.\n\nKevin  0:20\n"
      "I see.\n\nJordan  0:31\nSo we do.\n", "Jordan", NULL },
    { "unknown above", EN, "Ana Roux  0:12\nShall we begin?\n\nUnknown Speaker  0:14\nThis is my answer.\n\nAna "
      "Roux  0:20\nI see what you mean.\n", "Unknown Speaker", NULL },
    { "caption", EN, "MAYOR ROUX: We begin now.\n\n\\>> This is my answer.\n\nMAYOR ROUX: Thank you.\n", NULL, NULL },
    /* labels that only their form and their coming back tell */
    { "capitals above, in one block", FR,
      "Texte intégral\nTHOMAS SABATOU\nVous recevez ce matin Corentin LEBIHAN, ministre de la mer.\nELODIE "
      "PRAVAZ\nBonjour Corentin LEBIHAN.\nCORENTIN LEBIHAN\nBonjour.\nELODIE PRAVAZ\nOù en êtes-vous ?\nCORENTIN "
      "LEBIHAN\nVoici ma réponse, et elle est simple\nELODIE PRAVAZ\nC'est-à-dire ?\n",
      "Corentin Lebihan", NULL },
    { "seat and full stop above", FR,
      "M. Ulysse Grandperrin (cdH).\nMonsieur le Ministre, ce dossier nous préoccupe.\n\nQue ferez-vous ?\n\nM. "
      "Ferréol Vandewiele, Ministre de l'eau.\nVoici ma réponse, que je vous dois.\n\nM. Ulysse Grandperrin "
      "(cdH).\nJ'en prends acte.\n",
      "Ferréol Vandewiele", NULL },
    { "office before the name above", FR,
      "LE PRÉSIDENT\nQuel est votre nom ?\nTÉMOIN KESTENBAUMER\nJe m'appelle Ulrich Kestenbaumer.\nLE "
      "PRÉSIDENT\nRépétez ce serment après moi.\nTÉMOIN KESTENBAUMER\nVoici ma réponse.\nDr DRESCHERER\nQue faisiez-vous "
      "alors ?\nTÉMOIN KESTENBAUMER\nJe vivais à la ville.\n",
      "Ulrich Kestenbaumer", NULL },
    { "dash and no title", FR,
      "Abel Trincavel (PS) – Je rappelle que nous l'avons demandé.\n\nSidonie Perrachon (PS) – Voici ma réponse.\n\nLe "
      "président – Quel est l'avis de l'exécutif ?\n\nGildas Morvaneur, vice-président – Je m'en suis "
      "expliqué.\n\nAbel Trincavel (PS) – Je le regrette.\n",
      "Sidonie Perrachon", NULL },
    { "cells", EN,
      "| Who | What |\n|---|---|\n| Petronella Kent | Welcome, everybody. I hope you are well. |\n| Bram Okaforde | I am, and "
      "this is my answer. |\n| Petronella Kent | What have you brought us? |\n| Bram Okaforde | I have a map for you. |\n",
      "Bram Okaforde", NULL },
    { "office before a name that comes back", EN,
      "Mayor Wigglesworth: I call the roll.\n\nCity Clerk Thistlewood: Here is my answer.\n\nMayor Wigglesworth: Thank "
      "you.\n\nCity Clerk Thistlewood: You are welcome.\n\nMayor Wigglesworth: I thank you all.\n",
      "Thistlewood", "City Clerk" },
    { "whose answer is a name", EN,
      "MS. ABERNATHY: We begin.\n\nQ. Please state your name.\n\nA. Horatio Quillfeather.\n\nQ. Where did you "
      "work?\n\nA. This is my answer.\n\nQ. For how long?\n\nA. Ten years.\n",
      "Horatio Quillfeather", NULL },
    { "no letter of an answer", FR,
      "**Ana Roux**\n— Je me demande pourquoi.\n\n**Une participante**\n— À cause de ma réponse ?\n\n**Luc "
      "Fabre**\n— À cause de vous.\n\n**Ana Roux**\n— Je vous crois.\n",
      "Une participante", NULL },
    { "l'hon.", FR,
      "M. Luc Fabre (Halton, BQ) : Je le demande.\n\nL'hon. Ovila Thériaque (ministre de l'eau, Lib.) : Voici ma "
      "réponse.\n\nM. Luc Fabre : Je vous crois.\n",
      "Ovila Thériaque", NULL },
    { "surname first, and a canton", FR,
      "Savioz-Perret Nathanaël (V, VS): Voici ma réponse.\n\nChollet Anne-Lise (G, VD), pour la commission: La commission "
      "vous l'a dit.\n",
      "Nathanaël Savioz-Perret", NULL },
    { "quotation marks in a label", FR,
      "**Sidonie Perrachon** (S&D). – Je vous remercie.\n\n**Jozef Kowalikowski** (ECR), *question «carton bleu».* – "
      "Voici ma réponse.\n\n**Sidonie Perrachon** (S&D), *réponse «carton bleu».* – Nous y croyons.\n",
      "Jozef Kowalikowski", NULL },
    { "mayor of a town", FR,
      "Mme LA MAIRE DE PARIS. - Voici ma réponse.\n\nMme Solange BRETECHER. - Merci, pour le groupe Écologiste de "
      "Paris.\n\nMme LA MAIRE DE PARIS. - Je vous en prie.\n",
      "Mme LA MAIRE DE PARIS", NULL },
    { "member and surname", EN,
      "Mayor Wigglesworth: I call the roll.\n\nCouncil Member Okaforde: Here.\n\nMayor Wigglesworth: Thank "
      "you.\n\nCouncil Member Okaforde: This is my answer.\n\nMayor Wigglesworth: I thank you all.\n",
      "Okaforde", "Council Member" },
    { "numbered speeches go on", FR,
      "**01.01 Yvan Deprez** (PS): Madame la ministre, j'attends.\n\nQuand agirez-vous?\n\n**01.02 Luc "
      "Fabre**, ministre: Je vous remercie.\n\nVoici ma réponse.\n\n**01.03 Yvan Deprez** (PS): Je le "
      "note.\n",
      "Luc Fabre", NULL },
    { "peer in brackets above", EN,
      "Asked by\nBaroness Wigglesworth\nTo ask His Majesty's Government what plans they have.\n\nThe Under-Secretary "
      "of State, Department for Transport (Lord Branscombe of Hale)\nMy Lords, this is my answer.\n\nBaroness "
      "Wigglesworth (LD)\nI thank the Minister for it.\n\nLord Branscombe of Hale (Con)\nMy Lords, I thank her "
      "too.\n",
      "Branscombe", NULL },
    { "party vote", EN,
      "CLEMENTINE HARAWIRA (Labour—Hutt): I move that we do.\n\nHon ALASDAIR MCCRIMMON: I agree with you.\n\nA party "
      "vote was called for.\n\nAyes 64, as is my answer\n\nCLEMENTINE HARAWIRA: I thank you.\n",
      NULL, NULL },
    { "witness by surname alone", FR,
      "LE PRÉSIDENT\n\nVous avez la parole, docteur.\n\nDr DRESCHERER\n\nTémoin, où étiez-vous, je vous "
      "prie ?\n\nTÉMOIN KESTENBAUMER\n\nVoici ma réponse.\n\nDr DRESCHERER\n\nEt que faisiez-vous là-bas, je vous "
      "prie ?\n\nTÉMOIN KESTENBAUMER\n\nJ'y fus envoyé pour deux missions.\n",
      "Kestenbaumer", "TÉMOIN" },
    { "title of an article", FR,
      "**M. Ignace Portalier (LR).** Notre groupe est réservé.\n\n**Article 1er** : *Définition de ce qui est ma "
      "réponse*\n\n**Mme Clotilde Varennes.** Je vous remercie.\n\n**M. Ignace Portalier (LR).** Il est défendu.\n",
      NULL, NULL },
    { "vote by numbers", FR,
      "Madame VARENNES : Je vous propose une hausse.\nMonsieur PORTALIER : Je suis contre, et nos familles aussi.\nVote : "
      "12 pour ma réponse, 1 contre.\nMadame VARENNES : Je vous remercie.\n",
      NULL, NULL },
    /* hearings and interviews by question and answer */
    { "direct examination", EN,
      "MS. ROUX: Plaintiff calls Luke Fabre.\n\n(LUKE FABRE, PLAINTIFF WITNESS, SWORN)\n\nBY MS. ROUX:\n\nQ. Where "
      "do you work?\n\nA. This is my answer.\n\nQ. And how long have you?\n\nA. Ten years.\n",
      "Luke Fabre", NULL },
    { "cross-examination", EN,
      "MS. ROUX: Plaintiff calls Luke Fabre.\n\nBY MS. ROUX:\n\nQ. Where do you work?\n\nA. At a mill.\n\n"
      "Cross-examination by MR. KENT\n\nQ. I take it that this is my answer?\n\nA. You may.\n",
      "Kent", NULL },
    { "the court", EN,
      "Before the Honorable Ana Roux, Judge\n\nTHE COURT: This is my answer.\n\nMR. KENT: Thank you, Your "
      "Honor.\n\nTHE COURT: You may be seated.\n",
      "Ana Roux", NULL },
    { "the witness", EN,
      "MS. ROUX: I call Luke Fabre.\n\nMR. KENT: Objection, I say.\n\nTHE WITNESS: This is my answer.\n\nMS. ROUX: "
      "Thank you.\n",
      "Luke Fabre", NULL },
    { "interview by letters", EN,
      "# Interview with Ana Roux\n\nQ: How did you begin?\n\nA: This is my answer.\n\nQ: And now you are here?\n\nA: "
      "I am.\n",
      "Ana Roux", NULL },
    { "question of nobody", EN,
      "# Interview with Ana Roux\n\nQ: Is this my answer, do you think?\n\nA: It is.\n\nQ: And now you are here?\n\n"
      "A: I am.\n",
      "Q", NULL },
    /* misprints, lines broken inside a label, letters read out */
    { "semicolon", FR, "M. Luc Fabre ; Voici ma réponse.\n\nMme Ana Roux : Je vous remercie.\n\nM. Luc Fabre : "
      "Merci.\n", "Luc Fabre", NULL },
    { "broken line", FR,
      "M. Luc Fabre : Je vous remercie.\n\nMme Ana Roux, adjointe au maire chargée\nde la culture : Voici ma "
      "réponse.\n\nM. Luc Fabre : Nous la notons.\n",
      "Ana Roux", NULL },
    { "letter read out", FR,
      "M. Luc Fabre : Je vous lis la lettre que nous avons reçue :\n\n« Monsieur, nous vous informons.\n\nLe préfet "
      ": voici ma réponse »\n\nMme Ana Roux : Je vous remercie.\n\nM. Luc Fabre : Merci.\n",
      "Luc Fabre", NULL },
    { "bold and party", FR,
      "**Fabre Luc** (PLR). Voici ma réponse.\n\n**Roux Ana** (PS). Je vous remercie.\n", "Luc Fabre", NULL },
    { "numbered speaker", EN, "Ana Roux  0:12\nShall we begin?\n\nSpeaker 4  0:14\nThis is my answer.\n\nAna "
      "Roux  0:20\nI see what you mean.\n", "Speaker 4", NULL },
    { "one given name among others", FR,
      "Fred : Bonsoir à vous tous, nous commençons.\n\nJérôme : Bonsoir Fred.\n\nFred : Et voici Joseph, que vous "
      "connaissez.\n\nJoseph : Voici ma réponse, et je suis content.\n\nFred : Merci à vous.\n",
      "Joseph", NULL },
    { "Genève, deux orateurs", FR,
      "La séance est ouverte à 17h, sous la présidence de M. Luc Fabre, président.\n\nLe président. Nous commençons "
      "nos travaux.\n\nLe président. Vous avez la parole.\n\nM. Jean Lamy (PDC). Voici ma réponse, Monsieur le "
      "président.\n\nLe président. Très bien, nous passons au vote.\n",
      "Jean Lamy", NULL },
    { "capitals", EN,
      "MR ALBERT ROUX (in Cantonese): President, I speak.\n\nSECRETARY FOR FOOD AND HEALTH (in Cantonese): This is my "
      "answer.\n\nMR ALBERT ROUX (in Cantonese): I see.\n\nMS ANA KENT: So do we.\n",
      "SECRETARY FOR FOOD AND HEALTH (in Cantonese)", NULL },
    { "title", EN,
      "Councillor Roux: I move that we vote.\n\nCity Clerk: The vote is seven, my answer is on the screen.\n\n"
      "Councillor Roux: Thank you.\n\nCouncillor Kent: I thank you too.\n",
      "City Clerk", NULL },
    { "column", EN,
      "**Luke Fabre** (Halton) (Lab): I shall be brief.\n\n**19 July 2011 : Column 771**\n\nThis is my answer to my "
      "friends.\n\n**Ana Roux** (Perth) (Con): I thank you for it.\n\n**Luke Fabre:** So do I.\n",
      "Luke Fabre", NULL },
    { "tellers", EN,
      "**Luke Fabre** (Halton) (Lab): I shall be brief.\n\n*The House having divided:*\n\nAyes 267, Noes 14.\n\n"
      "Tellers for the Noes:\n\nMr Mike Lamb\n\nQuestion accordingly agreed to, as is my answer.\n\n**Ana Roux** "
      "(Perth) (Con): I thank you for it.\n",
      NULL, NULL },
    /* names before a sentence, above it, or in brackets */
    { "bold and no colon", EN,
      "**Ana Roux** I rise to speak against this.\n\n**Luke Fabre** I rise to support it.\n\nThis is my answer, as you "
      "know.\n\n**Ana Roux** I thank you for that.\n\n**Luke Fabre** You are welcome.\n",
      "Luke Fabre", NULL },
    { "brackets", EN,
      "[Ana] Welcome to the panel, everybody.\n\n[Luke Fabre] I work on water, and this is my answer.\n\n[Ana] Let us "
      "begin with you.\n\n[Luke Fabre] I thank you.\n",
      "Luke Fabre", NULL },
    { "line above", FR,
      "M. le Maire\nBonsoir. Je déclare la séance ouverte.\n\nM. FABRE\nVoici ma réponse, que je vous "
      "dois.\n\nMme ROUX\nNous ne l'avons pas votée, et je m'en explique.\n",
      "Fabre", NULL },
    { "role and date above", EN,
      "Ana Roux  Shadow Minister (Health) 2:30 pm, 3rd May 2011\n\nI beg to move that the Bill be now read.\n\nLuke "
      "Fabre  Conservative, Halton North 2:35 pm, 3rd May 2011\n\nThis is my answer to the hon. Lady.\n\nAna Roux  "
      "Shadow Minister (Health) 2:36 pm, 3rd May 2011\n\nI am always happy to give way.\n",
      "Luke Fabre", NULL },
    { "pro tempore", EN,
      "The SPEAKER pro tempore (Ms. Roux). This is my answer.\n\nMr. FABRE. Madam Speaker, I yield.\n\nMs. KENT of "
      "California. I rise in support.\n\nMr. FABRE. I reserve.\n",
      "Roux", NULL },
    { "parish", EN,
      "Deputy A. Roux of St. Helier: Would you say so?\n\nSenator I.J. Lamb (The Minister for Water): This is my "
      "answer.\n\nDeputy A. Roux: I thank you.\n",
      "I.J. Lamb", NULL },
    { "title in brackets", EN,
      "Hon. Ana Roux (Perth, ODM): I thank you.\n\nHon. (Dr.) Jane Kent: This is my answer.\n\nHon. Members: Aye!\n",
      "Jane Kent", NULL },
    { "number of a note", EN,
      "CHAIRMAN ROUX. Our first item is yours.\n\nMS. FABRE.1 This is my answer.\n\nCHAIRMAN ROUX. I thank "
      "you.\n\nMR. KENT. So do I.\n",
      "Fabre", NULL },
    { "briefing", EN,
      "MR. FABRE: I have nothing to add.\n\nQ    Thank you, Luke. Is this my answer?\n\nMR. FABRE: I support it, as "
      "you know.\n\nQ    And you?\n\nMR. FABRE: I do too.\n",
      "Q", NULL },
    { "italics", FR,
      "**M. le président Luc Fabre.** Nous commençons.\n\n**Mme Ana Roux.** Je vous propose ce texte.\n\n*Amendement "
      "AS12 de Mme Kent, ma réponse.*\n\n**Mme Jeanne Kent.** Je le défends.\n",
      NULL, NULL },
    { "R -", FR,
      "Entretien de Mme Ana Roux, ministre de l'eau, avec Luc Fabre (Paris, 5 janvier 2023)\n\nQ - Bonjour.\n\nR - "
      "Bonjour à vous.\n\nQ - Comment allez-vous ?\n\nR - Voici ma réponse.\n",
      "Ana Roux", NULL },
    { "names in capitals above", FR,
      "Invités : Ségolène ROYAL, candidate, et Luc FABRE, candidat\n\nARLETTE CHABERT\nBonsoir à tous, nous "
      "commençons.\n\nSEGOLENE ROYAL\nVoici ma réponse.\n\nLUC FABRE\nJe vous remercie de cette question.\n\n"
      "ARLETTE CHABERT\nAllez-y, nous vous écoutons tous.\n",
      "Ségolène Royal", NULL },
    { "glued picture", EN,
      "Photo of Ana RouxAna Roux (Halton, Fine Gael)\n\nIt is proposed that we do so.\n\nPhoto of Luke FabreLuke "
      "Fabre (Perth, Labour)\n\nThis is my answer, as you know.\n",
      "Luke Fabre", NULL },
    { "below speaker", EN,
      "speaker\nAna Roux\nThank you for standing by.\nspeaker\nLuke Fabre\nThis is my answer.\nspeaker\nAna "
      "Roux\nI thank you.\n",
      "Luke Fabre", NULL },
    { "hyphen, no title", FR,
      "Alain Juppert - Mesdames et Messieurs, je vous remercie.\n\nHenri de Raincourt - Voici ma réponse, que je vous "
      "dois.\n\nJean Lamy - Je voudrais vous remercier.\n",
      "Henri de Raincourt", NULL },
    { "clerk", FR, "Le greffier du comité: Voici ma réponse aux députés.\n\nM. Fabre (Halton): Merci.\n",
      "Le greffier du comité", NULL },
    { "speaker in the chair", EN,
      "[The Speaker (Hon. Mutiri) in the Chair]\n\nHon. A.B. Dualle: Hon. Speaker, I beg to lay this paper.\n\nHon. "
      "Speaker: This is my answer.\n\nHon. Dualle: I thank you, Hon. Speaker.\n\nHon. Speaker: Let us go on.\n",
      "Mutiri", NULL },
    { "temporary speaker", EN,
      "[The Speaker (Hon. Mutiri) in the Chair]\n\nHon. Speaker: Let us go on.\n\nHon. A.B. Dualle: I beg to lay this "
      "paper.\n\n[The Temporary Speaker (Hon. Jessica Mbele) took the Chair]\n\nHon. Temporary Speaker: This is my "
      "answer.\n\nHon. Dualle: I thank you.\n",
      "Jessica Mbele", NULL },
    { "picture and name", EN,
      "Debate of the day\n\nPhoto of Ana Roux Jnr Ana Roux Jnr Shadow DUP Spokesperson (Health)\n\nThis is my answer to "
      "you.\n\nPhoto of Luke Fabre Luke Fabre Labour, Perth\n\nI thank you for it, as we all do.\n",
      "Ana Roux Jnr", NULL },
    { "moderator says who she is", EN,
      "MODERATOR:\nGood evening. I'm Karen Willis, and we begin.\n\nDR. DEASY:\nThank you, I am happy to be here.\n\n"
      "MODERATOR:\nThis is my answer.\n\nDR. DEASY:\nI see what you mean.\n",
      "Karen Willis", NULL },
    { "numbered speaker says who he is", EN,
      "Speaker 1: Hi everyone, I have a guest today.\n\nSpeaker 2: Thank you. My name is Luke Fabre.\n\nSpeaker 1: How "
      "do you keep it?\n\nSpeaker 2: This is my answer.\n",
      "Luke Fabre", NULL },
    { "one of the audience says who she is", EN,
      "Audience member: I'm Odile Tarbet. Do you sell flour?\n\nDr. Paul Deasy: We do, as you know.\n\nAudience "
      "member: This is my answer.\n\nDr. Deasy: I thank you.\n",
      "Audience member", NULL },
    { "time and speech", EN,
      "**Ana Roux** 00:05 Welcome everyone, I am glad to have you.\n\n**Luke Fabre** 00:12 Thank you. I do.\n\n**Ana "
      "Roux** 00:25 And this is my answer.\n\n**Luke Fabre** 00:40 I came for it.\n",
      "Ana Roux", NULL },
    { "clerk to the committee", EN,
      "Clerk to the Committee\n\nI call for nominations, as you know.\n\nDeputy Donal Reardon\n\nI nominate Deputy "
      "Roux for it.\n\nClerk to the Committee\n\nThis is my answer to you.\n\nSenator Jane Kent\n\nI thank you, and we "
      "agree.\n\nMr. Paul Deasy\n\nI thank the committee for it.\n",
      "Clerk to the Committee", NULL },
    { "private session", EN,
      "Deputy Donal Reardon: I thank you all.\n\nSenator Jane Kent: We agree.\n\nThe select committee went into "
      "private session with ma réponse.\n\nDeputy Donal Reardon: I welcome you back.\n",
      NULL, NULL },
    { "question to a minister", EN,
      "1. ANDREW LITTELL (Leader of the Opposition) to the Prime Minister : Does he stand by it?\n\nRt Hon JOHN KEAY "
      "(Prime Minister): Yes, as you know.\n\n2. NICOLA KAY (National—Auckland Central) to the Minister of Finance: "
      "This is my answer.\n\nHon STEVEN JOICE (Acting Minister of Finance): I have seen it.\n",
      "Nicola Kay", NULL },
    { "on behalf of", EN,
      "1. ANDREW LITTELL (Leader of the Opposition) to the Prime Minister : Does he stand by it?\n\nHon STEVEN JOICE "
      "on behalf of the Prime Minister: This is my answer.\n\nAndrew Littell : I ask you again.\n",
      "Steven Joice", NULL },
    { "senior counsel", EN,
      "COUNSEL: MR. NOEL McMANUS SC MS. ANNE REARDON BL\n\nTHE CHAIRPERSON: Good morning to you all.\n\nMR. McMANUS: "
      "This is my answer.\n\nMS. REARDON: I have nothing to add.\n",
      "Noel McManus", NULL },
    { "president with dots", EN,
      "President: Mr. Abdelatif . . . . . . . (Egypt)\n\nThe President (spoke in Arabic): I give the floor to Mr. "
      "Keating.\n\nMr. Keating: I thank you.\n\nThe President (spoke in Arabic): This is my answer.\n",
      "Abdelatif", NULL },
    { "submissions by", EN,
      "SIR CHRISTOPHER HOLLIS: Yes, I see you.\n\nSubmissions by MR UNDERHILL, ma réponse\n\nMR UNDERHILL: Good "
      "morning, sir. I appear for you.\n\nSIR CHRISTOPHER HOLLIS: I thank you.\n",
      NULL, NULL },
    { "period for a colon", EN,
      "The HOUSE CHAIRPERSON (Mr C T Frolich): Hon members, let us go on.\n\nMr A J WILLIS (ANC): I commend the "
      "unity.\n\nThe HOUSE CHAIRPERSON (Mr C T Frolich). This is my answer.\n\nDr C MADLOPA: I thank you.\n",
      "C T Frolich", NULL },
    { "page and its number", EN,
      "Mr P G ATKINS: I move that the House debates the\n\n26 MAY 2016 PAGE: 2 of 231\n\nactions, which is my "
      "answer.\n\nDr C MADLOPA: I thank you.\n\nMr P G ATKINS: I do too.\n",
      "P G Atkins", NULL },
};
