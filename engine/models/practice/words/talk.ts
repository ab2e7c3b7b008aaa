// General office words about what a message wants: asking, complaining, thanking, meeting. See
// ../thesaurus.ts.

export const TALK = `
complaint: complain* unhappy dissatisf* angry annoyed disappoint* unacceptable terrible awful worst
    horrible disgust* outrag* rude* impolite unfriendly ignored poor_service had_enough messed_up
    frustrat* ridiculous furious shame unfair bad disgrace* appalling fed_up let_down never_again
    not_satisfied upset displeas* dissatisfaction must_not_happen useless soaked never_happen_again
    not_acceptable let_us_down poor lousy rubbish_quality regret_to_say joke
  | beschwer* reklam* unzufrieden* enttäusch* verärger* ärger* unverschämt* schlecht* frechheit
    unfreundlich* unmöglich katastroph* wütend* mangelhaft* inakzeptabel* unbrauchbar darf_nicht
    darf_nicht_wieder_vorkommen
  | plaint* plaindre réclam* mécontent* déçu* inadmissible* inacceptable* furieux* impoli* honteux
    insatisf* mauvais* scandaleux inutilisable ne_doit_plus
  | queja* quejar* reclam* descontent* decepcion* insatisf* inaceptable* pésim* enfadad* malo mala
    molest* indignad* harto vergonzos* maleducad* groser* inservible no_debe_volver
staff_behaviour < complaint people: rude* shout* yelled impolite unfriendly behaviour* behavior*
    ignored disrespect* arrogan* attitude counter staff_member condescend* dismissive receptionist*
    waiter* waitress* clerk* cashier* guard nurse staff rolled_her_eyes rolled_his_eyes
    sent_us_away snapped_at made_fun jokes_about laughed_at
  | unhöflich* unfreundlich* angeschrien pampig* patzig* respektlos* benehmen verhalten personal
    kellner* rezeption* verkäufer* schalter bedienung mitarbeiter* ausgelacht
  | impoli* désagréable* grossier* comportement* méprisant* irrespect* personnel serveur* vendeur*
    réceptionniste* caissier* accueil
  | maleducad* groser* antipátic* trato comportamiento* irrespet* personal camarer* vendedor*
    recepcionista* cajer*
waiting: wait* waited waiting_time* queue* for_hours twenty_minutes on_hold long_time slow
  | wart* wartezeit* warteschlange* stundenlang langsam
  | attend* attente* file_d'attente lent*
  | esper* espera cola lento
praise: thank_you_so thanks thank* grateful compliment* praise* wonderful excellent great superb
    perfect* fantastic brilliant amazing love_your loved satisf* happy pleased best_experience
    smooth* delighted kudos well_done outstanding helpful impressed friendly lovely recommend*
    appreciat* magnificent positive compliments slept_so_well charming beautiful cosy pleasant
    enjoyable enjoyed glad good nice happy_with comfortable delicious tasty polite attentive kind
  | dank* lob* toll* großartig* hervorragend* zufrieden* begeister* super ausgezeichnet* perfekt*
    freundlich* herzlichen_dank vielen_dank empfehl* wunderbar* schön* gemütlich* nett* lecker
    angenehm* gut
  | merci* félicit* excellent* magnifique* parfait* ravi* satisfait* super compliment* génial*
    reconnaissan* bravo formidable* content* charmant* agréable* joli* beau belle bon bonne
    délicieu* gentil*
  | gracias agradec* excelent* magnífic* perfect* encantad* satisfech* content* felicit* genial
    maravillos* estupend* amable* encantador* precios* bonit* buen* agradable* delicios* simpátic*
opinion < praise complaint: opinion* feedback review* rating* rate_us survey* impression* comment*
    suggest* idea ideas experience*
  | meinung* rückmeld* bewert* feedback umfrage* anreg* vorschl* idee*
  | avis opinion* commentaire* retour_d'expérience évaluation* sondage* suggestion* idée*
  | opini* valoraci* comentario* encuesta* sugerenc* idea*
feature_wish < software opinion: feature_request* would_be_nice would_be_great wish suggest* idea
    could_you_add improvement* enhance* roadmap missing_feature please_add it_would_help dark_mode
  | wunsch* wünsch* verbesserungsvorschl* wäre_schön wäre_toll anregung*
  | suggestion* souhait* amélior* ce_serait_bien
  | sugerenc* mejora* estaría_bien deseo*
question: question* ask asks asking wonder* how_do how_does how_can how_much what_is what_are
    where_can when_will when_is is_there are_there do_you could_you_tell which_documents may_i
    inquir* enquir* explain* information
  | frage* fragen wie_kann wie_viel was_ist wo_finde wann_ist gibt_es könnten_sie_mir_sagen
    auskunft*
  | question* demander comment_puis combien où_puis quand_est y_a-t-il est-ce_que renseign*
  | pregunt* consulta* cómo_puedo cuánto dónde_puedo cuándo hay_algún quisiera_saber
howto < question software: how_do_i how_can_i how_to where_can_i_find where_do_i instructions_for
    manual guide step_by_step setting_to tutorial* show_me_how use_the help_with usage explain_how
    how_does_one merge configure
  | wie_kann_ich wie_geht anleitung* wo_finde_ich handbuch* bedien* nutzung
  | comment_faire comment_puis-je mode_d'emploi tutoriel* où_trouver
  | cómo_se cómo_puedo manual instrucciones dónde_encuentro
opening_hours < question: opening_hours opening_times open closed close business_hours
    public_holiday directions how_to_get_to located location where_are_you bus_stop
  | öffnungszeit* geöffnet offen geschlossen anfahrt* wegbeschreib* feiertag*
  | horaires_d'ouverture ouvert* fermé* itinéraire jours_fériés adresse_du_magasin
  | horario* abierto* abren cerrado* cómo_llegar festivo* ubicaci*
appointment: appointment* schedul* reschedul* postpone* calendar call_me meet_on see_you
    available_on slot slots date_for arrange_a_call time_to_talk talk_to_somebody
  | termin* verschieb* kalender vereinbaren rückruf* verabred*
  | rendez-vous rdv reporter agenda créneau* planifier
  | cita citas agenda* aplazar posponer reprogram*
press: journalist* press newspaper* magazine* article interview* reporter* editor* media blogger*
    blog podcast* daily broadcast* column
  | presse* journalist* zeitung* zeitschrift* interview* redaktion* medien artikel_über rundfunk
  | presse journaliste* journal article_sur interview* rédact* média*
  | prensa periodista* periódico* revista* entrevista* artículo_sobre medios redacci*
meeting_minutes < document event: minutes agenda present_were discussed decided agreed attendees
    adjourned next_meeting apologies action_item* resolved
  | protokoll* tagesordnung* anwesend* beschlossen beschluss* top_1 teilnehmende
  | procès-verbal compte-rendu ordre_du_jour présents décidé
  | acta orden_del_día asistentes acordado
document: document* file files attachment* attached form forms report* letter* paper copy
  | dokument* datei* anhang anlage formular* bericht* brief* unterlage*
  | document* fichier* pièce_jointe formulaire* rapport* lettre*
  | document* archivo* adjunt* formulario* informe* carta
report < document figures: report* results statistics analysis evaluation table figures summary
    key_figures
  | bericht* ergebnis* auswert* statistik* kennzahl* zahlen tabelle
  | rapport* résultat* statistique* analyse* tableau
  | informe* resultado* estadístic* análisis tabla
figures: figures numbers percent* rose fell growth increase* decrease*
  | zahlen prozent gestiegen gesunken
  | chiffres pourcentage hausse baisse
  | cifras porcentaje aumento
letter_personal < document: dear love hugs kind_words regards yours_sincerely greetings
    personal_message good_to_see_you see_you_soon give_my_love miss_you kiss* hey how_are_you
    the_kids old_friend* long_time_no_see people_we_know friend friends friendly_chat
  | liebe lieber grüße herzlich* umarm* bis_bald drück_dich freunde freund_in vermisse
  | cher chère bises affectueus* je_t'embrasse à_bientôt amitiés ami amie amis
  | querid* abrazo* saludos un_beso hasta_pronto amig*
information_only: fyi for_your_information for_information no_reply_needed nothing_to_do no_action
    just_so_you_know for_info be_informed announcement* notice_that
  | zur_kenntnis zur_info nur_zur_information keine_antwort_nötig mitteil* hinweis*
  | pour_information pour_info à_titre_d'information
  | para_su_información a_título_informativo aviso
routine: when_you_find_time no_hurry no_rush ordinary routine whenever_it_suits can_wait sometime
  | keine_eile wenn_sie_zeit_haben bei_gelegenheit
  | pas_pressé quand_vous_aurez_le_temps
  | sin_prisa cuando_pueda
change: chang* modif* alter* adjust* amend* correct* update* edit switch rather_have instead
    before_you_ship add_another still_possible swap replace_with
  | änder* geändert* korrigier* anpass* aktualisier* stattdessen noch_hinzufügen noch_möglich
    umstell*
  | chang* modifi* corrig* rectifi* actualis* plutôt à_la_place ajouter
  | cambi* modific* corrig* actualiz* rectific* añadir en_su_lugar prefiero
visitor < building appointment: visitor* visit visits guest_at_reception parcel_at_reception
    class_visit visit_your tour_of guided_tour school_class come_and_see
  | besuch* gäste
  | visiteur* visite
  | visita* visitante*
approval: approv* sign_off permission_to release authoris* consent go-ahead
  | genehmig* freigabe* zustimm* bewillig*
  | approuv* approbation* accord validation valid*
  | aprob* autoriz* visto_bueno consent*
refusal: refus* reject* declin* denied turn_down
  | ablehn* abgelehnt* zurückweis*
  | refus* rejet* déclin*
  | rechaz* deneg* declin*
`;
