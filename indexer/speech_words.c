/* Verbs of saying, of doing in a meeting, and the other words that show who took the floor. Folded, sorted by byte order
 * (a unit test checks). */
#include "speech_words.h"

#include <stdlib.h>
#include <string.h>

enum {
    SAY = SPEECH_SAY, DO = SPEECH_DO, WEAK = SPEECH_WEAK, AUX = SPEECH_AUXILIARY, SKIP = SPEECH_SKIPPED,
    PRONOUN = SPEECH_PRONOUN, AGENT = SPEECH_AGENT, NOUN = SPEECH_NOUN, THANKS = SPEECH_THANKS, CITED = SPEECH_CITED,
    ABSENT = SPEECH_ABSENT, INVITED = SPEECH_INVITED
};

/* clang-format off */
const struct speech_word speech_words[] = {
    { "a", AUX | SKIP }, { "aborde", AGENT }, { "abordee", AGENT }, { "absence", ABSENT }, { "absent", ABSENT },
    { "absente", ABSENT }, { "absentes", ABSENT }, { "absents", ABSENT }, { "accueil", NOUN },
    { "accueillait", INVITED | DO }, { "accueille", INVITED | DO }, { "accueillent", DO },
    { "accueillera", DO | INVITED }, { "accueilleront", INVITED }, { "accueilli", AGENT | INVITED | DO },
    { "accueillie", AGENT }, { "accueillir", INVITED | DO }, { "accueillis", AGENT }, { "accueillons", INVITED },
    { "acknowledge", SAY }, { "acknowledged", SAY }, { "acknowledges", SAY }, { "add", SAY }, { "added", SAY },
    { "address", SAY | NOUN }, { "addressed", SAY | AGENT }, { "addresses", SAY | NOUN }, { "adds", SAY },
    { "adjourned", DO | AGENT }, { "admet", SAY }, { "admettre", SAY }, { "admis", SAY }, { "admit", SAY },
    { "admits", SAY }, { "admitted", SAY }, { "advise", SAY }, { "advised", SAY }, { "advises", SAY },
    { "again", SKIP }, { "agree", WEAK }, { "agreed", WEAK }, { "agrees", WEAK }, { "ainsi", SKIP },
    { "album", CITED }, { "all", SKIP }, { "allocution", NOUN }, { "allocutions", NOUN }, { "alors", SKIP },
    { "also", SKIP }, { "animation", NOUN }, { "anime", AGENT }, { "animee", AGENT }, { "animees", AGENT },
    { "animera", DO }, { "animes", AGENT }, { "announce", SAY }, { "announced", SAY }, { "announces", SAY },
    { "answer", SAY }, { "answered", SAY }, { "answers", SAY }, { "apologies", ABSENT }, { "apologise", SAY },
    { "apologised", SAY | ABSENT }, { "apologize", SAY }, { "apologized", SAY }, { "appealed", SAY },
    { "appuye", AGENT }, { "appuyee", AGENT }, { "apres", SKIP }, { "are", AUX }, { "argue", SAY },
    { "argued", SAY }, { "argues", SAY }, { "article", CITED }, { "articles", CITED }, { "ask", SAY },
    { "asked", SAY | AGENT }, { "asks", SAY }, { "assert", SAY }, { "asserted", SAY }, { "asserts", SAY },
    { "assure", AGENT }, { "assuree", AGENT }, { "assurees", AGENT }, { "assures", AGENT }, { "audition", NOUN },
    { "auditions", NOUN }, { "aura", AUX }, { "auront", AUX }, { "aussi", SKIP }, { "avaient", AUX },
    { "avait", AUX }, { "avec", INVITED }, { "averti", SAY }, { "avertir", SAY }, { "avertit", SAY },
    { "avoir", SKIP }, { "ayant", AUX }, { "be", AUX }, { "been", AUX }, { "began", WEAK }, { "begin", WEAK },
    { "begins", WEAK }, { "believe", WEAK }, { "believed", WEAK }, { "believes", WEAK }, { "bien", SKIP },
    { "biographie", CITED }, { "blamed", SAY }, { "blames", SAY }, { "book", CITED }, { "books", CITED },
    { "both", SKIP }, { "briefly", SKIP }, { "brievement", SKIP }, { "brings", INVITED }, { "brought", INVITED },
    { "call", WEAK }, { "called", DO | AGENT }, { "calls", WEAK }, { "can", AUX }, { "caution", SAY },
    { "cautioned", SAY }, { "cautions", SAY }, { "ce", PRONOUN }, { "ceci", PRONOUN }, { "cela", PRONOUN },
    { "celle-ci", PRONOUN }, { "celui-ci", PRONOUN }, { "chair", DO }, { "chaired", DO | AGENT }, { "chairs", DO },
    { "challenge", WEAK }, { "challenged", WEAK }, { "chanson", CITED }, { "circulated", WEAK },
    { "citant", CITED }, { "cite", CITED }, { "cited", CITED }, { "citer", CITED }, { "cites", CITED },
    { "citing", CITED }, { "claim", SAY }, { "claimed", SAY }, { "claims", SAY }, { "clarified", SAY },
    { "clarifies", SAY }, { "clarify", SAY }, { "clearly", SKIP }, { "clore", DO }, { "clos", DO | AGENT },
    { "close", DO | AGENT }, { "closed", DO | AGENT }, { "closes", DO }, { "clot", DO },
    { "cloture", SKIP | AGENT | NOUN }, { "cloturee", AGENT }, { "commend", SAY }, { "commended", SAY },
    { "comment", SAY | NOUN }, { "commented", SAY }, { "comments", SAY | NOUN }, { "communication", NOUN },
    { "communications", NOUN }, { "compare", SAY }, { "compared", SAY }, { "compares", SAY }, { "complain", SAY },
    { "complained", SAY }, { "concept", CITED }, { "conclu", SAY | AGENT }, { "concluait", SAY },
    { "conclude", SAY }, { "concluded", SAY }, { "concludes", SAY }, { "conclue", AGENT }, { "concluent", SAY },
    { "conclura", SAY }, { "conclure", SAY }, { "conclusion", SKIP | NOUN }, { "conclusions", NOUN },
    { "conclut", SAY }, { "concur", SAY }, { "concurred", SAY }, { "concurs", SAY }, { "condolences", THANKS },
    { "conduit", DO | AGENT }, { "conduite", AGENT }, { "conference", NOUN }, { "conferences", NOUN },
    { "confirm", SAY }, { "confirmed", SAY }, { "confirms", SAY }, { "congratulate", SAY | THANKS },
    { "congratulated", SAY | THANKS }, { "consider", WEAK }, { "considered", WEAK }, { "considers", WEAK },
    { "contend", SAY }, { "contended", SAY }, { "contends", SAY }, { "continue", WEAK }, { "continued", WEAK },
    { "continues", WEAK }, { "contribution", NOUN }, { "contributions", NOUN }, { "convene", DO },
    { "convened", DO | AGENT }, { "conversation", NOUN }, { "convie", INVITED }, { "conviee", INVITED },
    { "convient", SAY }, { "coordonne", AGENT }, { "coordonnee", AGENT }, { "copyright", CITED }, { "cote", SKIP },
    { "could", AUX }, { "countered", SAY }, { "counters", SAY }, { "credit", CITED }, { "credits", CITED },
    { "croit", WEAK }, { "d'", SKIP }, { "d'abord", SKIP }, { "d'ailleurs", SKIP }, { "d'apres", CITED },
    { "de", SKIP }, { "debat", NOUN }, { "deces", THANKS }, { "declare", SAY }, { "declared", SAY },
    { "declares", SAY }, { "deconseille", SAY }, { "decrire", SAY }, { "decrit", SAY | AGENT },
    { "decrite", AGENT }, { "decrivait", SAY }, { "decrivent", SAY }, { "decryptage", AGENT }, { "decrypte", SAY },
    { "defend", SAY }, { "defended", SAY }, { "defendre", SAY }, { "defends", SAY }, { "defendu", SAY | AGENT },
    { "defendue", AGENT }, { "deja", SKIP }, { "deliver", SAY }, { "delivered", SAY | AGENT }, { "delivers", SAY },
    { "demande", AGENT }, { "demandee", AGENT }, { "demo", NOUN }, { "demonstrate", SAY }, { "demonstrated", SAY },
    { "demonstrates", SAY }, { "demonstration", NOUN }, { "deplore", SAY }, { "deplored", SAY },
    { "describe", SAY }, { "described", SAY | AGENT }, { "describes", SAY }, { "detail", SAY }, { "detailed", SAY },
    { "details", SAY }, { "deux", SKIP }, { "dialogue", NOUN }, { "dira", SAY }, { "dire", SAY }, { "dirent", SAY },
    { "dirige", AGENT }, { "dirigee", AGENT }, { "disagree", WEAK }, { "disagreed", WEAK | SAY }, { "disait", SAY },
    { "discours", NOUN }, { "discuss", SAY }, { "discussed", SAY | AGENT }, { "discusses", SAY },
    { "discussion", NOUN }, { "disent", SAY }, { "disparition", THANKS }, { "disputed", SAY }, { "dit", SAY },
    { "doit", AUX }, { "donne", AGENT }, { "donnee", AGENT }, { "doubted", SAY }, { "doubts", SAY },
    { "draws", SAY }, { "dresse", SAY }, { "drew", SAY }, { "echo", SAY }, { "echoed", SAY }, { "echoes", SAY },
    { "eclairage", NOUN }, { "eclairages", NOUN }, { "ecrit", SAY }, { "ecrits", CITED }, { "editions", CITED },
    { "egalement", SKIP }, { "elaborate", SAY }, { "elaborated", SAY }, { "elaborates", SAY }, { "elle", PRONOUN },
    { "elles", PRONOUN }, { "emblee", SKIP }, { "emphasise", SAY }, { "emphasised", SAY }, { "emphasises", SAY },
    { "emphasize", SAY }, { "emphasized", SAY }, { "emphasizes", SAY }, { "en", SKIP }, { "encadre", AGENT },
    { "encadree", AGENT }, { "encore", SKIP }, { "encourage", WEAK }, { "encouraged", WEAK }, { "ended", WEAK },
    { "enfin", SKIP }, { "enquire", SAY }, { "enquired", SAY }, { "ensuite", SKIP }, { "entend", WEAK },
    { "entendu", WEAK }, { "entretien", NOUN }, { "entretiens", NOUN }, { "essai", CITED }, { "est", AUX },
    { "etaient", AUX }, { "etait", AUX }, { "etant", AUX }, { "evoque", AGENT }, { "evoquee", AGENT },
    { "evoquees", AGENT }, { "evoques", AGENT }, { "examine", WEAK }, { "examined", WEAK }, { "excuse", ABSENT },
    { "excusee", ABSENT }, { "excusees", ABSENT }, { "excuses", ABSENT }, { "expertise", NOUN }, { "explain", SAY },
    { "explained", SAY | AGENT }, { "explains", SAY }, { "expliquera", SAY }, { "explore", WEAK },
    { "explored", WEAK }, { "explores", WEAK }, { "expose", AGENT | NOUN }, { "exposee", AGENT },
    { "exposes", NOUN }, { "express", SAY }, { "expressed", SAY }, { "expresses", SAY }, { "exprime", AGENT },
    { "exprimee", AGENT }, { "exprimes", AGENT }, { "facilitate", DO }, { "facilitated", DO | AGENT },
    { "facilitates", DO }, { "faire", WEAK }, { "fait", WEAK }, { "feature", INVITED }, { "featured", INVITED },
    { "features", INVITED }, { "featuring", INVITED }, { "feel", WEAK }, { "feels", WEAK },
    { "felicitations", THANKS }, { "felicite", THANKS }, { "felt", WEAK }, { "film", CITED }, { "films", CITED },
    { "finally", SKIP }, { "first", SKIP }, { "font", WEAK }, { "formally", SKIP }, { "formule", AGENT },
    { "formulee", AGENT }, { "formulees", AGENT }, { "fourni", SAY }, { "fournit", SAY }, { "furent", AUX },
    { "further", SKIP }, { "fut", AUX }, { "gave", WEAK }, { "give", WEAK }, { "given", WEAK | AGENT },
    { "gives", WEAK }, { "gravure", CITED }, { "guest", INVITED }, { "guests", INVITED }, { "guise", SKIP },
    { "had", AUX }, { "has", AUX }, { "have", AUX }, { "having", AUX }, { "he", PRONOUN }, { "heard", INVITED },
    { "her", PRONOUN }, { "highlight", SAY }, { "highlighted", SAY }, { "highlights", SAY }, { "his", PRONOUN },
    { "hommage", THANKS }, { "hommages", THANKS }, { "host", DO }, { "hosted", DO | AGENT | INVITED },
    { "hosts", DO }, { "il", PRONOUN }, { "illustrate", SAY }, { "illustrated", SAY }, { "illustrates", SAY },
    { "illustration", CITED }, { "illustre", AGENT }, { "illustree", AGENT }, { "ils", PRONOUN },
    { "included", INVITED }, { "includes", INVITED }, { "indicate", SAY }, { "indicated", SAY },
    { "indicates", SAY }, { "inform", SAY }, { "informed", SAY }, { "informs", SAY }, { "inquire", SAY },
    { "inquired", SAY }, { "insist", SAY }, { "insisted", SAY }, { "insists", SAY }, { "intervenir", SAY },
    { "intervention", NOUN }, { "interventions", NOUN }, { "intervenu", SAY }, { "intervenue", SAY },
    { "intervenus", SAY }, { "interviendra", SAY }, { "interviennent", SAY }, { "intervient", SAY },
    { "interview", NOUN }, { "interviews", NOUN }, { "introduce", SAY }, { "introduced", SAY | AGENT },
    { "introduces", SAY }, { "introduction", SKIP | NOUN }, { "introduira", SAY }, { "introduire", SAY },
    { "introduisait", SAY }, { "introduit", SAY | AGENT }, { "introduite", AGENT }, { "introduites", AGENT },
    { "invitait", INVITED }, { "invite", INVITED }, { "invited", DO | INVITED }, { "invitee", INVITED },
    { "invitees", INVITED }, { "invites", DO | INVITED }, { "invitons", INVITED }, { "invoque", SAY },
    { "is", AUX }, { "join", WEAK }, { "joined", WEAK }, { "joins", WEAK }, { "joked", SAY }, { "jokes", SAY },
    { "keynote", NOUN }, { "keynotes", NOUN }, { "kindly", SKIP }, { "l'", SKIP }, { "la", SKIP },
    { "lament", SAY }, { "lamented", SAY }, { "later", SKIP }, { "laughed", WEAK }, { "le", SKIP }, { "lead", DO },
    { "leads", DO }, { "lecon", NOUN }, { "lecture", NOUN | CITED }, { "lectured", SAY }, { "lectures", NOUN },
    { "led", DO | AGENT }, { "les", SKIP }, { "leur", SKIP }, { "lire", CITED }, { "lit", SAY }, { "livre", CITED },
    { "livres", CITED }, { "longuement", SKIP }, { "look", WEAK }, { "looked", WEAK }, { "looks", WEAK },
    { "lors", SKIP }, { "lu", SAY }, { "lui", SKIP | PRONOUN }, { "made", AGENT }, { "maintient", SAY },
    { "mandat", ABSENT }, { "masterclass", NOUN }, { "may", AUX }, { "memoire", THANKS }, { "mene", AGENT },
    { "menee", AGENT }, { "menes", AGENT }, { "mention", SAY }, { "mentioned", SAY }, { "mentions", SAY },
    { "merci", THANKS }, { "met", SAY }, { "method", CITED }, { "methode", CITED }, { "mettent", SAY },
    { "mettre", SAY }, { "mis", SAY }, { "modele", CITED }, { "moderate", DO }, { "moderated", DO | AGENT },
    { "moderates", DO }, { "moderation", NOUN }, { "modere", AGENT }, { "moderee", AGENT }, { "moderes", AGENT },
    { "mot", NOUN }, { "mots", NOUN }, { "moved", DO | AGENT }, { "moves", DO }, { "n'", SKIP }, { "ne", SKIP },
    { "next", SKIP }, { "notamment", SKIP }, { "note", SAY }, { "noted", SAY | AGENT }, { "notes", SAY },
    { "noting", SAY }, { "notion", CITED }, { "nous", SKIP }, { "novel", CITED }, { "now", SKIP },
    { "objecte", SAY }, { "objected", SAY }, { "objects", SAY }, { "observations", NOUN }, { "observe", SAY },
    { "observed", SAY }, { "observes", SAY }, { "oeuvre", CITED }, { "oeuvres", CITED },
    { "offered", WEAK | AGENT }, { "ont", AUX }, { "open", DO }, { "opened", DO | AGENT }, { "opens", DO },
    { "oppose", WEAK }, { "opposed", WEAK }, { "outline", SAY }, { "outlined", SAY | AGENT }, { "outlines", SAY },
    { "ouvert", DO | AGENT }, { "ouverte", AGENT }, { "ouverts", AGENT }, { "ouverture", SKIP | NOUN },
    { "ouvrage", CITED }, { "ouvrages", CITED }, { "ouvrait", DO }, { "ouvre", DO }, { "ouvrir", DO },
    { "ouvrira", DO }, { "panel", NOUN }, { "panelists", NOUN }, { "panellists", NOUN }, { "paper", NOUN },
    { "papers", NOUN }, { "parlera", SAY }, { "parole", NOUN }, { "paroles", NOUN }, { "part", SKIP },
    { "partage", AGENT }, { "partagee", AGENT }, { "partages", AGENT }, { "participation", NOUN },
    { "peinture", CITED }, { "pensee", CITED }, { "peut", AUX }, { "photo", CITED }, { "photographie", CITED },
    { "photos", CITED }, { "pilote", AGENT }, { "pilotee", AGENT }, { "plaidoyer", NOUN }, { "pleaded", SAY },
    { "pledged", SAY }, { "plus", SKIP }, { "poeme", CITED }, { "point", SAY | NOUN }, { "pointed", SAY },
    { "points", SAY }, { "porte", AGENT }, { "portee", AGENT }, { "portrait", CITED }, { "pose", AGENT },
    { "posee", AGENT }, { "posees", AGENT }, { "pour", SKIP }, { "poursuit", SAY }, { "poursuivi", SAY },
    { "poursuivre", SAY }, { "pouvoir", ABSENT }, { "pouvoirs", ABSENT }, { "praised", SAY }, { "praises", SAY },
    { "preambule", SKIP }, { "predicted", SAY }, { "predicts", SAY }, { "predit", SAY }, { "prefere", WEAK },
    { "prend", WEAK }, { "prendre", WEAK }, { "prennent", WEAK }, { "presence", NOUN }, { "present", SAY },
    { "presentation", NOUN }, { "presentations", NOUN }, { "presente", AGENT }, { "presented", SAY | AGENT },
    { "presentee", AGENT }, { "presentees", AGENT }, { "presentera", SAY }, { "presenters", NOUN },
    { "presentes", AGENT }, { "presents", SAY }, { "preside", DO | AGENT }, { "presidee", AGENT },
    { "presidence", NOUN }, { "presides", AGENT }, { "pressed", SAY }, { "pretend", SAY }, { "pretendu", SAY },
    { "prevenu", SAY }, { "previent", SAY }, { "pris", WEAK }, { "prise", NOUN }, { "prises", NOUN },
    { "procuration", ABSENT }, { "procurations", ABSENT }, { "promet", SAY }, { "promis", SAY },
    { "promised", SAY }, { "promises", SAY }, { "prononce", AGENT }, { "prononcee", AGENT }, { "prononces", AGENT },
    { "propos", NOUN }, { "propose", SAY | AGENT }, { "proposed", SAY | AGENT }, { "proposee", AGENT },
    { "proposees", AGENT }, { "proposes", SAY | AGENT }, { "provided", WEAK }, { "provides", WEAK },
    { "puis", SKIP }, { "quant", SKIP }, { "queried", SAY }, { "queries", SAY }, { "query", SAY },
    { "question", SAY | NOUN }, { "questioned", SAY }, { "questions", SAY | NOUN }, { "qui", SKIP },
    { "quoting", CITED }, { "raconte", AGENT }, { "racontee", AGENT }, { "raise", SAY }, { "raised", SAY | AGENT },
    { "raises", SAY }, { "rappele", AGENT }, { "rappelee", AGENT }, { "rappeles", AGENT },
    { "rassemblait", INVITED }, { "rassemble", INVITED }, { "read", WEAK }, { "reaffirm", SAY },
    { "reaffirmed", SAY }, { "reagi", SAY }, { "reagir", SAY }, { "reagit", SAY }, { "recall", SAY },
    { "recalled", SAY }, { "recalls", SAY }, { "recevait", INVITED }, { "recevoir", INVITED },
    { "recevra", INVITED }, { "recoit", WEAK | INVITED }, { "recommend", SAY }, { "recommended", SAY },
    { "recommends", SAY }, { "reconnait", SAY }, { "reconnaitre", SAY }, { "reconnu", SAY },
    { "recu", WEAK | INVITED }, { "refer", SAY }, { "referred", SAY }, { "refers", SAY }, { "reflect", SAY },
    { "reflected", SAY }, { "reflects", SAY }, { "regard", NOUN }, { "regards", NOUN }, { "regrets", ABSENT },
    { "reiterate", SAY }, { "reiterated", SAY }, { "reiterates", SAY }, { "releve", AGENT }, { "relevee", AGENT },
    { "releves", AGENT }, { "relit", SAY }, { "remark", SAY }, { "remarked", SAY }, { "remarks", SAY | NOUN },
    { "remarque", NOUN }, { "remarques", NOUN }, { "remercie", THANKS }, { "remerciement", THANKS },
    { "remerciements", THANKS }, { "remercient", THANKS }, { "remercier", THANKS }, { "remercions", THANKS },
    { "remind", SAY }, { "reminded", SAY }, { "reminds", SAY }, { "remplace", ABSENT }, { "remplacee", ABSENT },
    { "remplacement", ABSENT }, { "rencheri", SAY }, { "rencherit", SAY }, { "rencontre", NOUN },
    { "rencontrer", INVITED }, { "renvoie", SAY }, { "renvoye", SAY }, { "replied", SAY }, { "replies", SAY },
    { "reply", SAY }, { "repond", SAY }, { "repondait", SAY }, { "repondent", SAY }, { "repondre", SAY },
    { "reponds", SAY }, { "repondu", SAY }, { "reponse", SKIP | NOUN }, { "reponses", NOUN }, { "report", SAY },
    { "reported", SAY }, { "reports", SAY }, { "reprend", SAY }, { "reprendre", SAY }, { "represente", ABSENT },
    { "representee", ABSENT }, { "representes", ABSENT }, { "repris", SAY }, { "request", SAY },
    { "requested", SAY }, { "requests", SAY }, { "respond", SAY }, { "responded", SAY }, { "responds", SAY },
    { "restitue", AGENT }, { "restituee", AGENT }, { "restitution", NOUN }, { "restitutions", NOUN },
    { "retour", NOUN }, { "retours", NOUN }, { "retransmet", SAY }, { "reuni", INVITED }, { "reunira", INVITED },
    { "reunissait", INVITED }, { "reunit", INVITED }, { "revenir", SAY }, { "revenu", SAY }, { "revenue", SAY },
    { "reviendra", SAY }, { "reviennent", SAY }, { "revient", SAY }, { "review", WEAK }, { "reviewed", WEAK },
    { "rightly", SKIP }, { "roman", CITED }, { "s'", SKIP }, { "s'est", AUX }, { "sa", SKIP | PRONOUN },
    { "said", SAY }, { "sait", WEAK }, { "salue", THANKS }, { "saluer", THANKS }, { "say", SAY }, { "saying", SAY },
    { "says", SAY }, { "se", SKIP }, { "second", SAY }, { "seconded", SAY | AGENT }, { "secondee", AGENT },
    { "seconds", SAY }, { "seminaire", NOUN }, { "sent", WEAK }, { "ses", PRONOUN }, { "set", SAY },
    { "share", WEAK }, { "shared", WEAK | AGENT }, { "shares", WEAK }, { "she", PRONOUN }, { "should", AUX },
    { "show", WEAK }, { "showed", WEAK }, { "shows", WEAK }, { "signale", AGENT }, { "simply", SKIP },
    { "sketched", SAY }, { "son", SKIP | PRONOUN }, { "sont", AUX }, { "souhaite", AUX }, { "souligne", AGENT },
    { "soulignee", AGENT }, { "soulignes", AGENT }, { "sous-entend", SAY }, { "soutenir", SAY }, { "soutenu", SAY },
    { "souti", SAY }, { "soutient", SAY }, { "speak", SAY }, { "speaker", NOUN }, { "speakers", NOUN },
    { "speaking", SAY }, { "speaks", SAY }, { "speech", NOUN }, { "speeches", NOUN }, { "spoke", SAY },
    { "spoken", SAY }, { "start", WEAK }, { "started", WEAK }, { "state", SAY }, { "stated", SAY },
    { "statement", NOUN }, { "statements", NOUN }, { "states", SAY }, { "stress", SAY }, { "stressed", SAY },
    { "stresses", SAY }, { "subsequently", SKIP }, { "succede", ABSENT }, { "succession", ABSENT },
    { "successivement", SKIP }, { "suggere", AGENT }, { "suggeree", AGENT }, { "suggest", SAY },
    { "suggested", SAY | AGENT }, { "suggests", SAY }, { "summarise", SAY }, { "summarised", SAY | AGENT },
    { "summarises", SAY }, { "summarize", SAY }, { "summarized", SAY | AGENT }, { "summarizes", SAY },
    { "support", WEAK }, { "supported", WEAK }, { "surveyed", SAY }, { "synthese", NOUN }, { "synthetise", AGENT },
    { "synthetisee", AGENT }, { "tableau", CITED }, { "tableaux", CITED }, { "take", WEAK }, { "takes", WEAK },
    { "talk", SAY | NOUN }, { "talked", SAY }, { "talks", SAY | NOUN }, { "tell", SAY }, { "tells", SAY },
    { "temoignage", NOUN }, { "temoignages", NOUN }, { "tenu", DO | AUX | SKIP | AGENT }, { "tenue", AGENT },
    { "texte", CITED }, { "textes", CITED }, { "thank", DO | THANKS }, { "thanked", DO | THANKS },
    { "thanking", THANKS }, { "thanks", DO | THANKS }, { "that", SKIP }, { "then", SKIP }, { "theorie", CITED },
    { "theories", CITED }, { "theory", CITED }, { "these", CITED }, { "theses", CITED }, { "they", PRONOUN },
    { "think", WEAK }, { "thinks", WEAK }, { "this", PRONOUN }, { "thought", WEAK | SAY }, { "tient", DO | AUX },
    { "told", SAY }, { "took", WEAK }, { "toujours", SKIP }, { "tour", SKIP }, { "tout", SKIP }, { "traced", SAY },
    { "traces", SAY }, { "transmet", SAY }, { "transmis", SAY }, { "travaux", CITED }, { "tribute", THANKS },
    { "unable", ABSENT }, { "underline", SAY }, { "underlined", SAY }, { "underlines", SAY }, { "update", SAY },
    { "updated", SAY }, { "updates", SAY }, { "urge", SAY }, { "urged", SAY }, { "urges", SAY },
    { "va", WEAK | AUX }, { "veut", WEAK }, { "vie", CITED }, { "viennent", AUX }, { "vient", AUX },
    { "voiced", AGENT }, { "voit", WEAK }, { "volontiers", SKIP }, { "vont", AUX }, { "voudrait", WEAK },
    { "vous", SKIP }, { "wanted", WEAK | SAY }, { "warn", SAY }, { "warned", SAY }, { "warns", SAY },
    { "was", AUX }, { "webinar", NOUN }, { "welcome", DO | NOUN }, { "welcomed", DO | INVITED }, { "welcomes", DO },
    { "were", AUX }, { "who", SKIP }, { "will", AUX }, { "with", INVITED }, { "wonder", SAY }, { "wondered", SAY },
    { "wonders", SAY }, { "work", CITED }, { "works", CITED }, { "would", AUX }, { "writings", CITED },
    { "y", SKIP },
};
const size_t speech_word_count = sizeof speech_words / sizeof *speech_words;

/* French verbs in -er: every form is the stem and one of the endings. */
const struct speech_word speech_stems[] = {
    { "abond", SAY }, { "abord", SAY }, { "accueill", DO }, { "adress", WEAK }, { "affich", SAY },
    { "affirm", SAY }, { "aim", WEAK }, { "ajout", SAY }, { "alert", SAY }, { "analys", SAY }, { "anim", DO },
    { "annonc", SAY }, { "appel", WEAK }, { "appell", WEAK }, { "apport", WEAK }, { "approuv", WEAK },
    { "appuy", SAY }, { "argument", SAY }, { "assur", SAY }, { "attend", WEAK }, { "attir", SAY }, { "avou", SAY },
    { "balay", SAY }, { "chant", WEAK }, { "charg", WEAK }, { "cit", WEAK }, { "clarifi", SAY }, { "clotur", DO },
    { "commenc", WEAK }, { "comment", SAY }, { "communiqu", SAY }, { "compar", SAY }, { "complet", SAY },
    { "confirm", SAY }, { "conseill", SAY }, { "consider", SAY }, { "constat", SAY }, { "contest", SAY },
    { "coordonn", DO }, { "corrig", SAY }, { "cri", SAY }, { "critiqu", SAY }, { "debatt", SAY }, { "decid", WEAK },
    { "declar", SAY }, { "deconseill", SAY }, { "decrypt", SAY }, { "dedi", SAY }, { "demand", SAY },
    { "demontr", SAY }, { "denonc", SAY }, { "deplor", SAY }, { "deroul", SAY }, { "desir", WEAK },
    { "detaill", SAY }, { "developp", SAY }, { "devoil", SAY }, { "discut", SAY }, { "donn", WEAK },
    { "dout", SAY }, { "dress", WEAK }, { "eclair", SAY }, { "enchain", SAY }, { "encourag", SAY },
    { "engag", WEAK }, { "envisag", WEAK }, { "esper", WEAK }, { "espere", WEAK }, { "estim", SAY },
    { "etonn", WEAK }, { "evoqu", SAY }, { "exhort", SAY }, { "exhum", SAY }, { "explicit", SAY },
    { "expliqu", SAY }, { "expos", SAY }, { "exprim", SAY }, { "felicit", SAY }, { "hesit", SAY },
    { "illustr", SAY }, { "imagin", WEAK }, { "inaugur", DO }, { "indiqu", SAY }, { "inform", SAY },
    { "inquiet", WEAK }, { "insist", SAY }, { "interpell", SAY }, { "interrog", SAY }, { "invit", DO },
    { "ironis", SAY }, { "jug", WEAK }, { "juge", WEAK }, { "justifi", SAY }, { "lanc", WEAK }, { "lev", DO },
    { "livr", WEAK }, { "martel", SAY }, { "mentionn", SAY }, { "moder", DO }, { "montr", SAY }, { "murmur", SAY },
    { "nomm", SAY }, { "not", SAY }, { "nuanc", SAY }, { "object", SAY }, { "observ", SAY }, { "oppos", WEAK },
    { "orchestr", DO }, { "organis", DO }, { "parl", SAY }, { "partag", WEAK }, { "particip", WEAK },
    { "pass", WEAK }, { "pens", WEAK }, { "pilot", DO }, { "plaid", SAY }, { "plaisant", SAY }, { "point", SAY },
    { "pos", WEAK }, { "precis", SAY }, { "preconis", SAY }, { "prefer", WEAK }, { "present", SAY },
    { "presid", DO }, { "prolong", SAY }, { "pron", SAY }, { "propos", SAY }, { "question", SAY },
    { "racont", SAY }, { "rappel", SAY }, { "rappell", SAY }, { "rapport", SAY }, { "rassur", SAY },
    { "reaffirm", SAY }, { "reclam", SAY }, { "recommand", SAY }, { "redout", SAY }, { "regrett", SAY },
    { "reiter", SAY }, { "rejoint", WEAK }, { "relat", SAY }, { "relev", SAY }, { "remarqu", SAY },
    { "remerci", SAY }, { "renvoy", SAY }, { "repet", SAY }, { "repliqu", SAY }, { "report", SAY },
    { "resitu", SAY }, { "resum", SAY }, { "retien", SAY }, { "retorqu", SAY }, { "retrac", SAY },
    { "retrouv", SAY }, { "revendiqu", SAY }, { "salu", SAY }, { "signal", SAY }, { "souhait", SAY },
    { "soulign", SAY }, { "sugger", SAY }, { "synthetis", SAY }, { "temoign", SAY }, { "tempor", SAY },
    { "termin", WEAK }, { "tranch", SAY }, { "trouv", WEAK },
};
/* clang-format on */
const size_t speech_stem_count = sizeof speech_stems / sizeof *speech_stems;

static const char *const endings[] = { "e", "ent", "ait", "aient", "a", "erent", "era", "eront", "ant", "er", "ee", "es" };

static int compare(const void *word, const void *row)
{
    return strcmp(word, ((const struct speech_word *)row)->word);
}

/* Nouns and adjectives that look like a form of these verbs. */
static const char *const not_verbs[] = { "president", "present", "conseiller" };

static unsigned from_stem(const char *folded)
{
    char stem[32];
    size_t length = strlen(folded);
    if (length < 4 || length >= sizeof stem)
        return 0;
    for (size_t i = 0; i < sizeof not_verbs / sizeof *not_verbs; i++)
        if (strcmp(folded, not_verbs[i]) == 0)
            return 0;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t ending = strlen(endings[i]);
        if (length < ending + 3 || strcmp(folded + length - ending, endings[i]) != 0)
            continue;
        memcpy(stem, folded, length - ending);
        stem[length - ending] = '\0';
        const struct speech_word *row = bsearch(stem, speech_stems, speech_stem_count, sizeof *speech_stems, compare);
        if (row)
            return row->bits;
    }
    return 0;
}

unsigned speech_bits(const char *folded)
{
    const struct speech_word *row = bsearch(folded, speech_words, speech_word_count, sizeof *speech_words, compare);
    return (row ? row->bits : 0) | from_stem(folded);
}
