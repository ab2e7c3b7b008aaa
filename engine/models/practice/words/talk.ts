// General office words about what a message wants: asking, complaining, thanking, meeting. See
// ../thesaurus.ts.

export const TALK = `
complaint: complain* unhappy dissatisf* angry annoyed disappoint* unacceptable terrible awful worst
    horrible disgust* outrag* rude* impolite unfriendly ignored poor+service had+enough messed+up
    frustrat* ridiculous furious shame unfair bad disgrace* appalling fed+up let+down never+again
    not+satisfied upset displeas* dissatisfaction must+not+happen useless soaked never+happen+again
    not+acceptable let+us+down poor lousy rubbish+quality regret+to+say joke
  | beschwer* reklam* unzufrieden* enttäusch* verärger* ärger* unverschämt* schlecht* frechheit
    unfreundlich* unmöglich katastroph* wütend* mangelhaft* inakzeptabel* unbrauchbar darf+nicht
    darf+nicht+wieder+vorkommen
  | plaint* plaindre réclam* mécontent* déçu* inadmissible* inacceptable* furieux* impoli* honteux
    insatisf* mauvais* scandaleux inutilisable ne+doit+plus
  | queja* quejar* reclam* descontent* decepcion* insatisf* inaceptable* pésim* enfadad* malo mala
    molest* indignad* harto vergonzos* maleducad* groser* inservible no+debe+volver
staff-behaviour < complaint people: rude* shout* yelled impolite unfriendly behaviour* behavior*
    ignored disrespect* arrogan* attitude counter staff+member condescend* dismissive receptionist*
    waiter* waitress* clerk* cashier* guard nurse staff rolled+her+eyes rolled+his+eyes
    sent+us+away snapped+at made+fun jokes+about laughed+at
  | unhöflich* unfreundlich* angeschrien pampig* patzig* respektlos* benehmen verhalten personal
    kellner* rezeption* verkäufer* schalter bedienung mitarbeiter* ausgelacht
  | impoli* désagréable* grossier* comportement* méprisant* irrespect* personnel serveur* vendeur*
    réceptionniste* caissier* accueil
  | maleducad* groser* antipátic* trato comportamiento* irrespet* personal camarer* vendedor*
    recepcionista* cajer*
waiting: wait* waited waiting+time* queue* for+hours twenty+minutes on+hold long+time slow
  | wart* wartezeit* warteschlange* stundenlang langsam
  | attend* attente* file+d'attente lent*
  | esper* espera cola lento
praise: thank+you+so thanks thank* grateful compliment* praise* wonderful excellent great superb
    perfect* fantastic brilliant amazing love+your loved satisf* happy pleased best+experience
    smooth* delighted kudos well+done outstanding helpful impressed friendly lovely recommend*
    appreciat* magnificent positive compliments slept+so+well charming beautiful cosy pleasant
    enjoyable enjoyed glad good nice happy+with comfortable delicious tasty polite attentive kind
  | dank* lob* toll* großartig* hervorragend* zufrieden* begeister* super ausgezeichnet* perfekt*
    freundlich* herzlichen+dank vielen+dank empfehl* wunderbar* schön* gemütlich* nett* lecker
    angenehm* gut
  | merci* félicit* excellent* magnifique* parfait* ravi* satisfait* super compliment* génial*
    reconnaissan* bravo formidable* content* charmant* agréable* joli* beau belle bon bonne
    délicieu* gentil*
  | gracias agradec* excelent* magnífic* perfect* encantad* satisfech* content* felicit* genial
    maravillos* estupend* amable* encantador* precios* bonit* buen* agradable* delicios* simpátic*
opinion < praise complaint: opinion* feedback review* rating* rate+us survey* impression* comment*
    suggest* idea ideas experience*
  | meinung* rückmeld* bewert* feedback umfrage* anreg* vorschl* idee*
  | avis opinion* commentaire* retour+d'expérience évaluation* sondage* suggestion* idée*
  | opini* valoraci* comentario* encuesta* sugerenc* idea*
feature-wish < software opinion: feature+request* would+be+nice would+be+great wish suggest* idea
    could+you+add improvement* enhance* roadmap missing+feature please+add it+would+help dark+mode
  | wunsch* wünsch* verbesserungsvorschl* wäre+schön wäre+toll anregung*
  | suggestion* souhait* amélior* ce+serait+bien
  | sugerenc* mejora* estaría+bien deseo*
question: question* ask asks asking wonder* how+do how+does how+can how+much what+is what+are
    where+can when+will when+is is+there are+there do+you could+you+tell which+documents may+i
    inquir* enquir* explain* information
  | frage* fragen wie+kann wie+viel was+ist wo+finde wann+ist gibt+es könnten+sie+mir+sagen
    auskunft*
  | question* demander comment+puis combien où+puis quand+est y+a-t-il est-ce+que renseign*
  | pregunt* consulta* cómo+puedo cuánto dónde+puedo cuándo hay+algún quisiera+saber
howto < question software: how+do+i how+can+i how+to where+can+i+find where+do+i instructions+for
    manual guide step+by+step setting+to tutorial* show+me+how use+the help+with usage explain+how
    how+does+one merge configure
  | wie+kann+ich wie+geht anleitung* wo+finde+ich handbuch* bedien* nutzung
  | comment+faire comment+puis-je mode+d'emploi tutoriel* où+trouver
  | cómo+se cómo+puedo manual instrucciones dónde+encuentro
opening-hours < question: opening+hours opening+times open closed close business+hours
    public+holiday directions how+to+get+to located location where+are+you bus+stop
  | öffnungszeit* geöffnet offen geschlossen anfahrt* wegbeschreib* feiertag*
  | horaires+d'ouverture ouvert* fermé* itinéraire jours+fériés adresse+du+magasin
  | horario* abierto* abren cerrado* cómo+llegar festivo* ubicaci*
appointment: appointment* schedul* reschedul* postpone* calendar call+me meet+on see+you
    available+on slot slots date+for arrange+a+call time+to+talk talk+to+somebody
  | termin* verschieb* kalender vereinbaren rückruf* verabred*
  | rendez-vous rdv reporter agenda créneau* planifier
  | cita citas agenda* aplazar posponer reprogram*
press: journalist* press newspaper* magazine* article interview* reporter* editor* media blogger*
    blog podcast* daily broadcast* column
  | presse* journalist* zeitung* zeitschrift* interview* redaktion* medien artikel+über rundfunk
  | presse journaliste* journal article+sur interview* rédact* média*
  | prensa periodista* periódico* revista* entrevista* artículo+sobre medios redacci*
meeting-minutes < document event: minutes agenda present+were discussed decided agreed attendees
    adjourned next+meeting apologies action+item* resolved
  | protokoll* tagesordnung* anwesend* beschlossen beschluss* top+1 teilnehmende
  | procès-verbal compte-rendu ordre+du+jour présents décidé
  | acta orden+del+día asistentes acordado
document: document* file files attachment* attached form forms report* letter* paper copy
  | dokument* datei* anhang anlage formular* bericht* brief* unterlage*
  | document* fichier* pièce+jointe formulaire* rapport* lettre*
  | document* archivo* adjunt* formulario* informe* carta
report < document figures: report* results statistics analysis evaluation table figures summary
    key+figures
  | bericht* ergebnis* auswert* statistik* kennzahl* zahlen tabelle
  | rapport* résultat* statistique* analyse* tableau
  | informe* resultado* estadístic* análisis tabla
figures: figures numbers percent* rose fell growth increase* decrease*
  | zahlen prozent gestiegen gesunken
  | chiffres pourcentage hausse baisse
  | cifras porcentaje aumento
letter-personal < document: dear love hugs kind+words regards yours+sincerely greetings
    personal+message good+to+see+you see+you+soon give+my+love miss+you kiss* hey how+are+you
    the+kids old+friend* long+time+no+see people+we+know friend friends friendly+chat
  | liebe lieber grüße herzlich* umarm* bis+bald drück+dich freunde freund+in vermisse
  | cher chère bises affectueus* je+t'embrasse à+bientôt amitiés ami amie amis
  | querid* abrazo* saludos un+beso hasta+pronto amig*
information-only: fyi for+your+information for+information no+reply+needed nothing+to+do no+action
    just+so+you+know for+info be+informed announcement* notice+that
  | zur+kenntnis zur+info nur+zur+information keine+antwort+nötig mitteil* hinweis*
  | pour+information pour+info à+titre+d'information
  | para+su+información a+título+informativo aviso
routine: when+you+find+time no+hurry no+rush ordinary routine whenever+it+suits can+wait sometime
  | keine+eile wenn+sie+zeit+haben bei+gelegenheit
  | pas+pressé quand+vous+aurez+le+temps
  | sin+prisa cuando+pueda
change: chang* modif* alter* adjust* amend* correct* update* edit switch rather+have instead
    before+you+ship add+another still+possible swap replace+with
  | änder* geändert* korrigier* anpass* aktualisier* stattdessen noch+hinzufügen noch+möglich
    umstell*
  | chang* modifi* corrig* rectifi* actualis* plutôt à+la+place ajouter
  | cambi* modific* corrig* actualiz* rectific* añadir en+su+lugar prefiero
visitor < building appointment: visitor* visit visits guest+at+reception parcel+at+reception
    class+visit visit+your tour+of guided+tour school+class come+and+see
  | besuch* gäste
  | visiteur* visite
  | visita* visitante*
approval: approv* sign+off permission+to release authoris* consent go-ahead
  | genehmig* freigabe* zustimm* bewillig*
  | approuv* approbation* accord validation valid*
  | aprob* autoriz* visto+bueno consent*
refusal: refus* reject* declin* denied turn+down
  | ablehn* abgelehnt* zurückweis*
  | refus* rejet* déclin*
  | rechaz* deneg* declin*
`;
