// General office words about people at work, computers and the building. See ../thesaurus.ts.

export const WORK = `
people: staff employee* colleague* coworker* worker* personnel human_resources hr team crew
  | mitarbeit* personal* kolleg* belegschaft* arbeitnehmer* angestellte* beschäftigte*
  | employé* collègue* salarié* personnel ressources_humaines équipe*
  | emplead* compañer* trabajador* personal recursos_humanos plantilla equipo
application < people: job* vacanc* cv cvs résumé* resume applicant* candidate* apply_for applying
    application_for position recruit* hiring hire career* internship* intern apprentic*
    cover_letter curriculum job_interview interview_for application applications
  | bewerb* stelle stellen stellenanzeige* ausgeschriebene lebenslauf* praktik* ausbildungsplatz*
    anschreiben kandidat* vorstellungsgespräch*
  | candidat* postul* poste_de emploi* offre_d'emploi lettre_de_motivation stage stagiaire* recrut*
    embauch* curriculum
  | candidat* solicitud_de_empleo puesto vacante* empleo curriculum currículum* prácticas
    contrataci* oferta_de_trabajo
holiday_leave < absence: holiday* vacation* annual_leave leave_request* day_off days_off time_off
    leave_days parental_leave take_off unpaid_leave off_work pto paid_time_off leave_balance
    maternity paternity stand-in having_a_baby
  | urlaub* ferien freie_tage freinehmen frei_nehmen elternzeit resturlaub* überstunden_abbauen
    bekomme_ein_kind mutterschutz vertretung
  | congé* vacances jours_de_repos rtt poser_des_jours congé_maternité congé_parental
  | vacacion* días_libres permiso día_libre baja_maternal permiso_parental
sick_leave < absence illness: sick sick_note sick_leave ill illness* unwell fever flu cold_and
    doctor* medical_certificate doctors_note stay_in_bed stomach migraine infection* chickenpox
    cough* recover_at_home medically
  | krank* erkrank* krankmeld* krankschreib* arbeitsunfähig* attest bescheinigung_vom_arzt arzt
    ärzt* fieber grippe erkältet windpocken zahnarzt*
  | malade* maladie* arrêt_maladie arrêt_de_travail certificat_médical fièvre grippe médecin
    souffrant*
  | enferm* baja_médica baja_por gripe fiebre médico parte_de_baja
absence < people: absen* excuse* stay_home not_come_in cannot_come will_be_missing miss_school
    miss_class out_of_office away_from unable_to_attend at_home until_friday stay_away
  | abwesen* fehlt fehlen fernbleib* entschuldig* beurlaub*
  | absen* excus* ne_viendra_pas
  | ausen* ausencia* faltar no_podrá_asistir justificar_la_falta
working_hours < people: overtime shift shifts shift_plan* roster* rota late_turn early_turn
    night_shift timesheet* working_hours working_time flexitime hours_worked swap_shifts part-time
    home_office
  | überstunde* schicht* dienstplan* arbeitszeit* stundenzettel frühschicht spätschicht
    nachtschicht teilzeit homeoffice zeiterfass*
  | heures_supplémentaires planning horaire* équipe_de_nuit temps_partiel télétravail
  | horas_extra* turno* horario_laboral jornada teletrabajo
training < education people: training* course courses workshop* seminar* certification* webinar*
    further_education learn* tutorial* skill skills coaching
  | schulung* kurs kurse fortbildung* weiterbildung* seminar* lehrgang* zertifikat*
  | formation* cours stage_de séminaire* atelier* apprentissage
  | formaci* curso* taller* seminario* capacitaci* aprend*
onboarding < people: onboard* new_colleague new_hire* new_employee* new_starter* starter* joins_on
    starts_on_monday first_day welcome_aboard newcomer* join_us new_joiner* joining
    employment_agreement employment_contract begins_on starts_on paperwork begins_next
  | einarbeit* neue_kollegin neuer_kollege neue_mitarbeiter* neuer_mitarbeiter erster_arbeitstag
    eintritt* fängt_an arbeitsvertrag* beginnt_am
  | nouvel_arrivant nouveau_collègue intégration premier_jour nouvelle_recrue contrat_de_travail
  | nueva_incorporaci* nuevo_compañero nuevo_empleado primer_día incorpora* contrato_laboral
    contrato_de_trabajo
leaver < people: resign* retire* leaving_the_company last_working_day reference_letter* leaver*
    exit_interview hand_in_my_notice quit_my_job employment_reference redundan* dismiss* severance
  | kündige_mein_arbeitsverhältnis arbeitszeugnis* ruhestand* ausscheid* austritt* zeugnis*
    verlasse_das_unternehmen rente entlass*
  | démission* retraite* quitter_l'entreprise certificat_de_travail licenci*
  | dimisi* dimitir jubila* dejar_la_empresa renuncia* despid* carta_de_recomendación
training_place: apprenticeship* trainee*
  | ausbildung* azubi* lehrstelle*
  | apprenti*
  | aprendiz*
computer: computer* laptop* notebook* pc desktop printer* copier* scanner* monitor screen screens
    keyboard* mouse headset* webcam* docking device* hardware tablet* phone smartphone* toner
    projector* beamer server* equipment machine battery charger keys_stick headphones speaker
    cable_for adapter
  | rechner* computer* laptop* drucker* kopierer* bildschirm* tastatur* maus gerät* handy* telefon
    diensthandy server* beamer akku ladegerät hardware adapter
  | ordinateur* portable imprimante* écran* clavier* souris appareil* téléphone* scanner* serveur*
    matériel batterie chargeur matériel_informatique
  | ordenador* computadora* portátil* impresora* pantalla* teclado* ratón teléfono* móvil equipo*
    dispositivo* servidor* batería cargador hardware
software < computer: software program programs programme app apps application_crash* application
    update* version* install* browser* spreadsheet* website site web_page feature* module* export*
    module button* menu* setting* save file_format excel word_processor plugin* interface api
    photoshop outlook teams zoom sap windows acrobat powerpoint drawing_program copies_of
    licence_for install
  | software* programm* app anwendung* aktualisier* install* tabelle* webseite* website
    einstellung* schaltfläche funktion* photoshop excel
  | logiciel* application* appli programme* mise_à_jour tableur site_web fonctionnalité* paramètre*
  | programa* aplicación aplicaciones app actualizaci* hoja_de_cálculo página_web función ajuste*
    configuraci*
bug < software broken: bug* crash* error_message* glitch* freezes hangs blank_page wrong_result
    since_the_update since_the_last_update data_loss wrong_total 500_error exception stack_trace
    not_load* not_save* closes_by_itself
  | absturz* stürzt_ab fehlermeldung* programmfehler* friert_ein lädt_nicht leere_seite
  | plant* bogue* message_d'erreur page_blanche
  | mensaje_de_error se_cuelga pantalla_en_blanco
access < account_login: access permission* rights right_to authori* grant_access privilege*
    admin_rights role roles shared_folder shared_drive user_account* new_account
  | zugriff* berechtig* zugang* rechte freigabe* freischalt* benutzerkonto
  | accès autorisation* droits habilitation* permission*
  | acceso* permiso* autoriza* privilegio*
account_login < computer: password* passcode* log_in login* logged_in sign_in signing_in sign-in
    locked_out reset_link username* user_name authenticat* two-factor verification_code my_profile
    profile account accounts cannot_get_into credentials captcha reset_my_password
    forgot_my_password verify_my
  | passwort* kennwort* anmeld* einlogg* einloggen zugangsdaten benutzername* login ausgesperrt
    nutzerkonto kundenkonto komme_nicht_mehr
  | mot_de_passe connexion identifiant* me_connecter se_connecter compte mon_compte code_d'accès
  | contraseña* iniciar_sesión inicio_de_sesión clave usuario mi_cuenta acceder cuenta
network < computer: network* wifi wi-fi internet vpn connection connectivity router* bandwidth
    offline lan signal reception shared_drive pages_take take_minutes_to_load cuts_out drops_out
    keeps_dropping disconnected slow_connection cable
  | netzwerk* wlan internet* verbindung* empfang router* bricht_ab langsame_verbindung getrennt
  | réseau* wifi connexion_internet débit se_coupe déconnect* coupures
  | red wifi conexión internet cobertura se_corta desconect*
security_it < crime: phishing suspicious* scam* fraud* virus* malware hack* hacked spoof*
    ransomware fishy fake_mail fake_email gift_voucher* gift_card* impersonat* breach* cyber*
    unknown_sender strange_link strange_attachment pretending_to_be
  | phishing verdächtig* betrug* betrüg* virus schadsoftware gehackt* datenleck* gefälscht*
    trojaner
  | hameçonnage suspect* arnaque* fraude* virus pirat* escroquerie usurp*
  | phishing sospechos* estafa* fraude* virus pirate* hacke* suplant*
outage < broken: outage* down blackout* power_cut power_failure offline unavailable not_reachable
    no_electricity no_power no_water no_gas in_the_dark interruption* without_power cut_off
  | stromausfall* ausfall* ausgefallen keinen_strom kein_strom kein_wasser kein_gas
    nicht_erreichbar unterbrech*
  | coupure* panne_de_courant panne_générale plus_d'électricité plus_d'eau hors_service
    indisponible
  | apagón* corte_de_luz corte_de_agua sin_luz sin_agua sin_corriente caído caída_del_servicio
energy: electric* power_supply gas kilowatt* kwh energy grid solar current
  | strom* gas energie* kilowatt* netzbetreiber* solar*
  | électric* gaz énergie courant kilowatt*
  | electric* gas energía luz kilovatio*
meter < energy: meter meters meter_reading* reading readings counter_reading meter_number
    kilowatt_hours
  | zähler* zählerstand* ablesung* ablese* stromzähler
  | compteur* relevé_de_compteur index_du_compteur
  | contador* lectura* medidor*
building: building* office offices floor floors corridor* hall premises lobby entrance
    reception_desk storey staircase stairs basement roof ceiling workshop canteen facility
    facilities bathroom kitchen bedroom cellar attic garage balcony
  | gebäude* büro* stockwerk* etage* flur* eingang* treppe* keller* dach* decke kantine* werkstatt
    halle badezimmer bad küche schlafzimmer garage balkon
  | bâtiment* bureau* étage* couloir* entrée* escalier* toit plafond cantine atelier immeuble
    salle_de_bains cuisine chambre_à_coucher garage balcon cave
  | edificio* oficina* planta piso pasillo* entrada* escalera* techo comedor puerta_principal
    cuarto_de_baño cocina dormitorio garaje balcón
facility_repair < building repair housing: heating radiator* lift lifts elevator* lamp lamps
    light_bulb* bulb door doors window windows lock locks tap taps toilet* sink* boiler* hot_water
    warm_water air_conditioning pipe pipes socket* plumbing thermostat* ventilation blinds gate
    bathroom dripping basin shower bathtub
  | heizung* heizkörper* aufzug* fahrstuhl lampe* licht tür* fenster* schloss wasserhahn* toilette*
    boiler warmwasser* klimaanlage* rohr* steckdose* leitung* rollladen
  | chauffage* radiateur* ascenseur* lampe* lumière porte* fenêtre* serrure* robinet* toilettes
    chaudière* eau_chaude climatisation tuyau* prise
  | calefacción radiador* ascensor* lámpara* luces puerta* ventana* cerradura* grifo* baño caldera*
    agua_caliente aire_acondicionado tubería* enchufe*
room_booking < event booking: meeting_room* conference_room* book_a_room room_booking* room_for
    space_for meeting_space* projector catering coffee sandwiches stage venue venues capacity seats
    seat chairs_for
  | besprechungsraum* konferenzraum* sitzungszimmer raum_buch* raum_reserv* räume raum saal
    bewirtung kaffee schnittchen häppchen bühne
  | salle* réserver_une_salle traiteur café scène
  | sala salas reservar_una_sala catering café escenario salón
parking < vehicle building: parking car_park parking_space* parking_spot* garage underground_garage
  | parkplatz* parkplätze stellplatz* tiefgarage* parken parkhaus
  | parking stationnement place_de_parking garage
  | aparcamiento* estacionamiento* plaza_de_garaje parking
card_pass < building: badge* key keys access_card* entry_card* key_card* id_badge* visitor_pass
  | ausweis* zutrittskarte* schlüssel* chip zugangskarte* hausausweis*
  | badge* clé clés carte_d'accès
  | llave* tarjeta_de_acceso credencial* acreditaci*
cleaning < building: clean* dirty filthy hygien* janitor* mop vacuum* stain* dust soap paper_towel*
    hair crumbs smelly unclean stains_on grime mouldy cleanliness bed_bugs unmade towels
  | reinig* putz* schmutz* dreck* sauber* seife hygiene* haare staub flecken sauberkeit handtücher
  | nettoy* ménage sale sales propre propreté savon cheveux poussière taches serviettes saleté
  | limpi* sucio sucia sucios sucias jabón higien* pelos polvo manchas toallas limpieza suciedad
waste < cleaning: waste rubbish garbage trash bin bins recycl* litter skip dump paper_basket*
    emptied refuse_collection refuse bin_was_not
  | müll* abfall* abfäll* tonne* entsorg* recycl* papierkorb* altpapier sperrmüll
  | déchet* poubelle* ordure* tri recycl* benne
  | basura* residuo* contenedor* recicl* papelera* desecho*
office_supplies < purchase goods: office_suppl* stationery stapler* pen pens pencil* paper
    envelope* notebook_paper folder* toner binder* desk desks chair chairs furniture
  | büromaterial* schreibwaren stift* papier* ordner* umschlag* locher tacker schreibtisch* stuhl
    stühle bürotisch* möbel
  | fourniture* papeterie stylo* papier* classeur* agrafeuse bureau_debout chaise* mobilier
  | material_de_oficina papelería bolígrafo* papel* carpeta* grapadora escritorio* silla*
    mobiliario
workwear < safety_work: protective_clothing helmet* safety_shoe* safety_boot* boots glove* vest*
    uniform* overall* goggles protective work_clothes
  | schutzkleid* helm* sicherheitsschuh* handschuh* arbeitskleid* weste* uniform*
  | casque* chaussures_de_sécurité gants gilet* vêtement* uniforme*
  | casco* calzado_de_seguridad guantes chaleco* uniforme* ropa_de_trabajo
machine < factory: machine machines machinery press conveyor* bearing* spindle* motor gearbox pump*
    forklift* lathe* drill hydraulic* assembly_line belt maintenance lubricat* milling
  | maschine* anlage* förderband* lager_defekt spindel* motor* getriebe pumpe* stapler drehbank
    fräs* wartung* hydraulik
  | machine* presse convoyeur* roulement* moteur* pompe* chariot_élévateur maintenance
  | máquina* maquinaria prensa cinta_transportadora rodamiento* motor* bomba* carretilla
    mantenimiento
factory: factory plant production manufactur* batch* assembly workpiece* part parts tool_shop
  | fabrik* werk produktion* fertigung* charge montage* werkstück* bauteil*
  | usine* production fabrication lot atelier pièces
  | fábrica* producción fabricaci* lote* taller piezas
quality < factory complaint: quality inspection* tolerance* scratch* drilled out_of_tolerance
    too_wide reject* scrap nonconform* rework flaw* defective_part* finished_part*
  | qualität* prüf* toleranz* kratzer* ausschuss nacharbeit mangelhaft* mängel mangel fehlerhaft*
  | qualité contrôle tolérance* rayure* rebut non-conform*
  | calidad inspecci* tolerancia* arañazo* defectuos* rechaz*
safety_work < health: accident* injur* hurt slipped near_miss* hazard* danger* unsafe first_aid
    smell_of_gas emergency evacuat* fire_alarm fire_extinguisher burn burned wound* bleeding fell
  | unfall* unfälle verletz* gefahr* gefährlich* beinahe* erste_hilfe notfall* brand ausgerutscht
    gasgeruch gestürzt
  | accident* blessé* bless* danger* coupé* urgence* premiers_secours incendie glissé odeur_de_gaz
  | accidente* lesion* herid* peligr* emergencia* primeros_auxilios incendio resbal* olor_a_gas
urgent: urgent* immediately asap emergency today_by deadline* right_now at_once critical critically
    cannot_wait as_soon_as_possible without_delay alarm chest_pain can_not_breathe catch_his_breath
    catch_her_breath help_at_once heavy_bleeding life-threatening unconscious
  | dringend* sofort* eilig* eilt notfall* umgehend* unverzüglich* frist* kritisch* lebensgefahr
    keine_luft
  | urgent* urgence* immédiat* tout_de_suite au_plus_vite délai ne_respire
  | urgent* urgencia* inmediat* cuanto_antes plazo* no_puede_respirar
`;
