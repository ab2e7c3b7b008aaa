// Everyday words every office text is made of: family, time, home, body, answers, wishes, trouble.
// See ../thesaurus.ts.

export const EVERYDAY = `
agree: accept* agree* happy_to_say_yes say_yes gladly consent* okay_with fine_with in_favour
    approve* confirm looking_forward deal go_ahead agreed will_start will_come count_me_in
    sounds_good
  | einverstanden zustimm* zusage* zusagen annehm* angenommen gern_komm* stimme_zu in_ordnung
    passt_uns
  | accept* d'accord volontiers consent* confirmons avec_plaisir
  | acept* de_acuerdo conforme encantad* con_gusto confirm*
decline: declin* refus* reject* turn_down not_accept regret can_not_go can_not_accept
    no_longer_interested not_interested withdraw* unable not_able_to not_possible pass_on
    unfortunately not_come not_participate not_attend
  | ablehn* abgelehnt absag* abgesagt leider verzicht* nicht_teilnehmen nicht_kommen nicht_annehmen
    kein_interesse zurückzieh* nicht_möglich
  | refus* déclin* décliner regret* malheureusement ne_pouvons pas_intéress* renonc* impossible
  | rechaz* declin* lament* desafortunadamente no_podemos no_me_interesa renunci* imposible
more_time: more_time extension extend extended extends postpone* delay_the deadline* later_date
    let_you_know longer few_more_days another_week not_decided think_about_it think_it_over
    grace_period reconsider
  | mehr_zeit verlänger* aufschub frist fristverlängerung später bedenkzeit überleg* verschieb*
  | plus_de_temps délai prolong* report* plus_tard réfléchir
  | más_tiempo prórroga plazo más_tarde ampliar_el_plazo pensarlo aplaz*
permission: permission permit permitted may_i may_we allowed allow consent* sublet* alteration*
    authoris* is_it_okay do_we_need can_i_keep let_me
  | darf_ich dürfen_wir erlaub* gestatt* genehmig* untervermiet* zustimmung umbau*
  | permission autoris* permettre puis-je sous-lou* accord
  | permiso autoriz* permit* puedo subarrend*
help_needed: need_help need_advice advice advise support counsel* where_to_turn do_not_know_what
    guidance emergency_help lost_my_job in_debt unemployed homeless* someone_to_talk speak_to
    assist* assistance struggling desperate
  | hilfe beratung* ratlos unterstütz* arbeitslos obdachlos* schulden notlage brauche_rat
  | aide aider conseil* soutien chômage sans-abri dettes difficulté*
  | ayuda ayudar consejo* apoyo desempleo deudas asesoram* dificultad*
give_time: volunteer* helper* give_my_time time_on_my_hands free_time lend_a_hand help_out
    get_involved use_somebody join_you offer_my
  | freiwillig* ehrenamt* mithelf* mitmachen helfen engagier* zeit_spenden
  | bénévol* donner_de_mon_temps donner_un_peu aider_votre engager
  | voluntari* ofrecer_mi_tiempo colaborar ayudar_en
give_things < donation: donate give_away bring_them hand_over give_you would_like_to_give
    contribut* bequest furniture clothes clothing toys blankets
  | spenden schenken abgeben überlassen möbel kleidung kleiderspende* spielzeug
  | donner offrir vêtements meubles jouets
  | donar regalar ropa muebles juguetes
family: family child children kid kids son daughter wife husband partner mother father parents baby
    grandmother grandfather sister brother pupil toddler relative*
  | familie* kind kinder sohn tochter ehefrau ehemann mutter vater eltern oma opa schwester bruder
  | famille* enfant* fils fille femme mari mère père parents bébé
  | familia hij* niñ* mujer marido madre padre padres bebé
residents < housing: resident* tenant* renter* neighbour* neighbor* inhabitant* citizen* occupant*
    household* flatmate* people_in_the_house family_on_the next_door upstairs downstairs
  | bewohner* mieter* nachbar* anwohner* bürger* hausbewohner* haushalt*
  | habitant* riverain* voisin* locataire* citoyen* foyer
  | vecin* residente* inquilin* ciudadan* hogar*
house_rules < noise residents: bark* dog_barks loud noise bicycle_in staircase blocked_the hallway
    quiet stairwell smoking_in slam* parties
  | bellt hausordnung treppenhaus ruhezeit* krach
  | aboie cage_d'escalier tapage
  | ladra ladrid* escalera portal ruido
flat_fault < housing broken: ceiling drip* stain mould damp leak* heating_off no_heating
    no_hot_water toilet_blocked drain* blocked socket_dead window_does_not cracked_tile
    ceiling_stain wallpaper
  | decke tropft fleck* schimmel* feucht* undicht heizung_ausgefallen verstopft* abfluss*
  | plafond tache* moisissure humidité fuite bouché* évier
  | techo mancha* moho humedad gotera* atasc* desagüe*
running_costs < housing money: statement heating_share service_charge* running_costs consumption
    doubled yearly_statement annual_statement allocation worked_it_out shared_costs utilities
  | nebenkosten* heizkosten* abrechnung verbrauch umlage jahresabrechnung betriebskosten*
  | charges_locatives décompte consommation régularisation
  | gastos_de_comunidad consumo liquidación derrama
transport < delivery: transport* truck* lorry lorries van trailer haulier* haulage driver* motorway
    highway freight vehicle road route kilometre* ramp loading unloading load forwarder* vessel
    ship port
  | transport* lkw laster spedit* fahrer* autobahn ladung laden entlad* frachtführer hafen schiff
  | transport* camion* chauffeur* autoroute charge* navire port remorque
  | transport* camión camiones conductor* autopista carga remolque barco puerto
delay_notice < transport late: stuck delayed delay will_be_late hours_late not_make_the breakdown
    held_up traffic_jam behind_an_accident arrive_tomorrow
  | verspätung* stau steckt_fest panne später_an
  | bloqué retardé embouteillage* en_panne arrivera_plus_tard arrivera_demain
  | retrasado atasco avería llegará_mañana llegará_tarde
quantity < wrong_goods: quantity quantities short_by only_received fewer_than too_few too_many
    count piece_count instead_of missing_from number_of_boxes miscount*
  | menge* anzahl stückzahl zu_wenig zu_viel nur_erhalten statt fehlmenge
  | quantité* nombre_de trop_peu au_lieu
  | cantidad* número_de de_menos de_más
freight_quote < quote transport: transport_price freight_rate what_would_you_charge cost_to_ship
    shipping_quote price_for_transport quote_for
  | frachtpreis* transportkosten was_kostet_der_transport
  | tarif_de_transport prix_du_transport
  | precio_del_transporte tarifa_de_transporte
border < customs: border* customs commercial_invoice certificate_of_origin origin eur.1
    form_for_export papers clearance officer
  | grenze* zoll* ursprung* ausfuhrerklärung frachtpapiere
  | frontière* douane* certificat_d'origine
  | frontera* aduana* certificado_de_origen
furniture < goods: furniture desk desks chair chairs table tables lamp shelf shelves cupboard* sofa
    bed wardrobe cabinet* couch
  | möbel schreibtisch* stuhl stühle tisch tische lampe regal* schrank* sofa
  | meuble* bureau chaise* table tables lampe étagère* armoire* canapé
  | mueble* escritorio silla* mesa lámpara estantería* armario* sofá
book < education: book books textbook* handbook novel reading literature publication
  | buch bücher fachbuch* lehrbuch* lektüre literatur
  | livre* manuel* lecture littérature
  | libro* manual lectura literatura cuaderno*
conference < event education: conference* summit congress symposium trade_fair fair forum entry_to
    developer_conference speakers
  | konferenz* tagung* kongress* messe* gipfel
  | conférence* congrès salon sommet colloque
  | conferencia* congreso* feria cumbre simposio
meal < restaurant: breakfast lunch dinner supper meal* sandwich* snack* soup pizza water drink
    drinks coffee tea juice canteen eating bite food catering
  | frühstück* mittagessen abendessen imbiss brötchen wasser getränk* kaffee tee saft suppe
  | petit-déjeuner déjeuner dîner repas sandwich* soupe eau boisson* café thé goûter
  | desayuno* almuerzo* cena* comida* bocadillo* agua bebida* café té sopa
ride < local_transport: uber taxi* cab ride lyft shuttle airport_transfer fare fares ferry bus
    metro tram carsharing
  | taxi* fahrt fahrkarte* fahrschein* bahnfahrkarte* mitfahr* fähre
  | taxi* course trajet* navette ticket_de_métro
  | taxi* trayecto* trasbordo lanzadera billete_de_metro
printing < computer office_supplies: printer* print prints printing ink cartridge* toner paper_jam
    copies copier*
  | drucker* drucken tinte* patrone* toner* kopie*
  | imprim* encre cartouche* photocop*
  | impres* imprim* tinta cartucho* fotocop*
medicine < prescription: drops tablet tablets pills cream ointment dose medication* medicine*
    antibiotic* vitamin* painkiller* blood_pressure_pills run_out nearly_used_up prescribe*
  | tropfen tabletten salbe medizin arznei* antibiotik* schmerzmittel aufgebraucht verschreib*
  | gouttes comprimé* médicament* pommade antibiotique* prescri*
  | gotas pastilla* medicina* pomada antibiótic*
lab < test_results: laboratory lab labs blood_taken sample* specimen cholesterol urine analysis
    result results outcome values
  | labor* blut* probe* cholesterin ergebnis* werte
  | laboratoire prise_de_sang cholestérol analyse* résultat*
  | laboratorio muestra* colesterol analítica* resultado*
health_cover < insurance health: health_fund health_insurance insurer cover* copay* co-payment
    reimbursed_by statutory private_patient
  | krankenkasse* kasse krankenversicher* privatpatient* zuzahlung
  | mutuelle assurance_maladie sécurité_sociale
  | mutua seguro_médico seguridad_social copago
schedule_change < appointment: cancel_my_appointment reschedule* move_my change_the_time
    another_day another_time instead can_not_make_it suggest_another would_friday later_date
    earlier_slot rearrange* bring_forward
  | termin_absagen termin_verschieben verleg* neuen_termin anderen_tag umbuch*
  | décaler déplacer_le_rendez-vous annuler_le_rendez-vous autre_date
  | cambiar_la_cita anular_la_cita otra_fecha otro_día
error_message < bug: something_went_wrong error errors blank white_screen stays_white message_says
    not_found failed_to timeout hangs spinning loading_forever nothing_happens
  | fehlermeldung* nichts_passiert bleibt_weiß lädt_ewig
  | message_d'erreur rien_ne_se_passe écran_blanc
  | mensaje_de_error no_pasa_nada
licence < subscription: licence* license* seat seats user users named_users per_user activation_key
    product_key volume_licence interns
  | lizenz* nutzer* benutzer arbeitsplätze schlüssel
  | licence* utilisateur* poste_supplémentaire clé_d'activation
  | licencia* usuario* puesto clave_de_activación
wish < feature_wish: would_be_great would_be_nice would_be_helpful would_help would_save would_love
    any_chance it_would if_we_could could_you_add please_add wishlist idea ideas suggestion*
    propose able_to missing_option in_future next_version roadmap possibility
  | wäre_schön wäre_toll wäre_hilfreich könnte_man würde_helfen idee* vorschlag* vorschläge wunsch*
  | ce_serait il_serait serait_utile serait_pratique pourriez-vous_ajouter idée* souhait*
  | sería_útil sería_genial estaría_bien podrían_añadir idea* propuesta*
sort_filter < software: sort filter search list view column* field* share_that export import
    download* upload* dashboard report_view chart shortcut notification* dark_mode calendar_view
  | sortier* filter* suche liste ansicht* spalte* herunterlad* hochlad* tabelle benachrichtig*
  | trier filtr* recherche liste vue colonne* télécharg* notification*
  | ordenar filtr* búsqueda lista vista columna* descarg* notificaci*
went_well < praise: went_well went_smoothly hats_off deserve* well_done keep_it_up great_job
    good_job great_work above_and_beyond over_the_moon life_saver lifesaver could_not_be_happier
    exceeded nobody_noticed first-class top-notch
  | gut_gelaufen reibungslos hut_ab weiter_so gute_arbeit
  | bien_passé chapeau bon_travail bravo_à
  | salió_bien buen_trabajo enhorabuena
media_tv < press: television tv radio camera film documentary programme broadcast* crew_filming
    show on_air
  | fernseh* radio kamera film dokumentation sendung* dreh*
  | télévision radio caméra film émission* tournage
  | televisión radio cámara película programa rodaje
job_loss < leaver: lost_my_job unemployed unemployment redundant laid_off dismissed fired
  | arbeitslos* kündigung_erhalten entlassen
  | chômage licencié* perdu_mon_emploi
  | desempleo despedid* paro
copy_request < document: copy copies duplicate* reissue* certified_copy send_me_the another_copy
    proof confirmation_letter certificate* statement_of note_for_my_employer sick_note_for
    paperwork referral* form_to_sign papers signed_form
  | kopie* abschrift* duplikat* zweitschrift* bescheinigung* bestätigung* überweisung_zum
    überweisungsschein papiere papierkram
  | copie* duplicata attestation* papiers justificatif_pour
  | copia* duplicado* certificado* papeles justificante_para volante
mistake < change: mistake* error errors typo wrong incorrect* correction* misspel* mix-up
    inaccurate should_be should_read
  | fehler* irrtum* falsch* korrektur* tippfehler berichtig*
  | erreur* faute* inexact* rectific* coquille
  | error errores equivoc* incorrect* correcci* errata*
theft_home < home_damage crime: burglar* break-in broken_into stolen_from jewellery valuables
  | einbruch* eingebrochen gestohlen schmuck wertsachen
  | cambriol* bijoux effraction
  | robo robaron joyas allanamiento
weather_damage < home_damage: storm* hail flood* lightning wind snow_load heavy_rain tree_fell
  | sturm* hagel* hochwasser blitz* schnee* starkregen
  | tempête grêle inondation* foudre orage
  | tormenta granizo inundaci* rayo viento
body_harm < safety_work: wrist finger fingers hand leg arm back ankle bruise* cut broke_his
    bleeding bandage ambulance hospitalised sprain* fracture*
  | handgelenk finger bein arm rücken knöchel prellung* schnitt* blut* verband rettungswagen bruch
  | poignet doigt* main jambe bras cheville coupure* ambulance
  | muñeca dedo* mano pierna brazo tobillo corte ambulancia
danger_spot < safety_work: slippery oil_on spill* trip_hazard loose_cable unguarded sharp_edge
    exposed_wire blocked_exit emergency_exit fumes gas_leak smoke
  | rutschig* ölspur* stolper* kabel notausgang* dämpfe rauch*
  | glissant* déversement* câble* sortie_de_secours fumée*
  | resbaladiz* derrame* cable* salida_de_emergencia humo*
plants_park < garden street: park parks playground* bench* tree trees grass flower_bed fountain
  | park* spielplatz* bank bäume wiese brunnen
  | parc* aire_de_jeux banc* arbre* fontaine
  | parque* columpio* banco árbol* fuente
time_work < working_hours: swap take_my_shift late_shift early_shift cover_my hours overtime
    time_account clock_in night_duty weekend_duty
  | schicht_tauschen überstunden arbeitsstunden stechuhr dienst_tauschen
  | échanger_mon_poste heures_sup pointage garde_de_nuit
  | cambiar_turno horas_extra fichar guardia
work_journey < travel: commute* business_trip on_business customer_visit itinerary arrange_a_flight
    book_a_flight place_to_sleep somewhere_to_stay
  | dienstreise* geschäftsreise*
  | déplacement_professionnel voyage_d'affaires
  | viaje_de_negocios viaje_de_trabajo
invest_offer < spam: guaranteed_profit double_your_money passive_income act_fast risk-free
    exclusive_offer cheap_meds weight_loss hot_singles claim_now you_have_won free_gift no_cost
    credit_approved
  | gratis_gewinn garantiert schnell_reich jetzt_zugreifen
  | gratuit_gagnez revenus_garantis offre_exclusive
  | gratis dinero_fácil oferta_exclusiva garantizado
`;
