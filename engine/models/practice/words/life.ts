// General office words about travel, homes, vehicles, health, law and public offices. See
// ../thesaurus.ts.

export const LIFE = `
travel: travel* trip trips flight* fly airline* airport* train trains ticket tickets visa visas
    itinerar* business_trip hotel hotels taxi journey abroad boarding plane station rail cab
  | reise* flug* flüge fluggesellschaft* bahn* zug züge fahrkarte* ticket* hotel* taxi*
    dienstreise* ausland visum flughafen*
  | voyage* vol vols avion* train* billet* hôtel* taxi* déplacement* étranger visa gare aéroport*
    séjour
  | viaj* vuelo* avión* tren billete* hotel* taxi* extranjero visado* aeropuerto* aerolínea*
luggage < travel: luggage baggage suitcase* bag bags
  | gepäck* koffer*
  | bagage* valise*
  | equipaje* maleta*
hotel_stay < travel booking: room rooms double_room double single_room night nights guest guests
    stay stayed check-in check-out checkout breakfast minibar sea_view housekeeping hotel* bed
    suite suites twin balcony noisy_room
  | zimmer* doppelzimmer* übernacht* nacht nächte gast gäste aufenthalt* frühstück* minibar
  | chambre* nuit nuits séjour* petit-déjeuner client_de_l'hôtel hôte*
  | habitaci* noche* huésped* estancia* desayuno minibar
booking: book booking* booked reserv* reservation* rebook* availability table_for
  | buchung* buchen gebucht reservier* umbuch*
  | réserv*
  | reserv*
lost_item: lost lose left_behind forgot forgotten left_my lost_property misplaced found_my
    missing_item left_in_the_room
  | verloren vergessen liegen_gelassen liegengelassen fundsache* fundbüro verlegt
  | perdu* oublié* objets_trouvés égaré* perdu
  | perdid* olvidad* extraviad* objeto_perdido perdí he_perdido perdido
restaurant < food: restaurant* waiter* waitress* menu table dinner lunch meal meals eat ate canteen
    supper brunch
  | restaurant* kellner* essen speise* mittagessen abendessen mahlzeit* verpfleg*
  | restaurant* serveur* repas déjeuner dîner menu
  | restaurante* camarer* comida* cena* almuerzo* menú
food: food catering buffet snack* drink drinks coffee sandwich* cake vegetarian allerg*
  | lebensmittel getränk* kaffee kuchen imbiss vegetarisch*
  | nourriture boisson* café gâteau
  | alimento* bebida* café pastel
customer_meal < restaurant: business_lunch business_dinner lunch_with dinner_with meal_with
    customer_visit client_visit
  | geschäftsessen arbeitsessen bewirtung*
  | repas_d'affaires déjeuner_avec
  | comida_de_negocios comida_con cena_con
alcohol < outside_rules: alcohol* wine beer whisky whiskey vodka champagne spirits liquor cocktail*
    prosecco gin rum
  | alkohol* wein bier sekt schnaps weinflasche*
  | alcool* vin bière champagne
  | alcohol* vino cerveza cava licor*
gift < outside_rules: gift gifts present_for flowers bouquet* voucher* gift_card* souvenir*
  | geschenk* blumen* blumenstrauß gutschein* präsent*
  | cadeau* fleurs bouquet bon_d'achat
  | regalo* flores obsequio* ramo
private < outside_rules: private personal_use personal_purchase* family own_use hobby leisure spa
    wellness weekend holiday_trip luxury designer handbag* jewel* perfume watch_for_me cosmetics
    massage my_wife my_husband birthday_present own_pocket_money toy toys
  | privat* persönlicher_gebrauch freizeit wellness luxus* handtasche* schmuck parfüm spielzeug
    massage
  | privé* personnel* loisir* luxe bien-être sac_à_main bijou* parfum jouet*
  | privad* particular ocio lujo* bienestar bolso joya* perfume juguete*
outside_rules: forbidden not_allowed prohibit* policy_violation excluded
  | verboten* unzulässig*
  | interdit*
  | prohibid*
housing: flat flats apartment* house tenant* landlord* rent rental lease* housing property
    real_estate
  | wohnung* miete* mieter* vermiet* haus häuser immobilie*
  | appartement* logement* locataire* propriétaire* loyer* bail maison* location
  | piso apartamento* vivienda* inquilin* alquiler* casero propietari* casa
rent_costs < housing money: rent rents utility utilities service_charge* heating_costs deposit
    running_costs
  | miete nebenkosten* betriebskosten* kaution* heizkosten* mietzahlung*
  | loyer* charges caution
  | alquiler renta fianza gastos_de_comunidad
viewing < housing: viewing* view_the still_free come_by look_at_the_flat looking_for_a_flat
    still_available see_the_apartment
  | besichtig* wohnungssuche noch_frei wohnung_suchen
  | visite* visiter encore_libre recherche_un_appartement
  | visita* ver_el_piso busco_piso
move_home < housing: move moving moved move_in move_out moving_out relocation* new_home
  | umzug* umziehen umgezogen einzug* auszug* ausziehen ziehen_um
  | déménag* emménag*
  | mudanza* mudar* me_mudo nos_mudamos
lease_end < housing contract_end: notice_for_my_apartment give_notice terminate_the_lease
    end_the_lease moving_out vacate
  | mietvertrag_kündig* wohnung_kündig* auszug*
  | préavis quitter_le_logement résilier_le_bail
  | dejar_el_piso rescindir_el_alquiler
home_damage < insurance housing: burglar* burst pipe* water_damage fire storm* flood* soaked
    parquet thieves broke_in break-in smoke roof_leak* lightning flooded hose washing_machine
    dishwasher cellar basement soot candle alight flames burnt curtain sprinkler overflow*
    wet_walls
  | einbruch* wasserschaden* rohrbruch* brand sturm* hochwasser überschwemm* dieb* waschmaschine
    schlauch keller_unter_wasser ruß kerze flammen rauch
  | cambriol* dégât* dégâts_des_eaux incendie tempête inondation* machine_à_laver tuyau suie bougie
    flammes fumée
  | robo robaron incendio inundaci* tormenta* daños_por_agua ladron* lavadora manguera hollín vela
    llamas humo
vehicle: car cars vehicle* motor motoring driver* drove driving bumper* van truck* lorry bike
    bicycle* cyclist* traffic_light* collision* motorcycle* tyre* windscreen parked scrape*
    rear-ended pedestrian* zebra motorbike* hit_my_car car_park_damage crash crashed collided
    overtook brake* bus tram windshield wing_mirror
  | auto autos pkw fahrzeug* wagen lkw fahrrad* fahrer* auffahrunfall* stoßstange* unfall reifen
    geparkt* angefahren fußgänger* motorrad* zusammenstoß überholt außenspiegel
  | voiture* véhicule* conducteur* camion* vélo* pare-chocs pneu* moto motard piéton* renversé
    percuté garé* rétroviseur
  | coche* vehículo* conductor* camión bicicleta* parachoques moto* neumático* peatón* atropell*
    aparcado choc* retrovisor
street: street* road roads pothole* pavement* sidewalk* bench* park parks street_light* lamp_post*
    playground* bridge hole_in_the_road traffic_sign* crossing
  | straße* schlagloch* schlaglöcher gehweg* laterne* straßenlaterne* parkbank spielplatz* brücke
    ampel*
  | rue rues route* chaussée trottoir* lampadaire* banc parc nid-de-poule pont
  | calle* carretera* bache* acera* farola* banco_del_parque parque puente semáforo*
noise < complaint: noise noisy loud music barking shouting smell smells stink* quiet_hours
    neighbour* neighbor* disturb* late_at_night hammering drilling construction_noise
    building_works nightclub cleaned_up could_not_sleep kept_us_awake
  | lärm* laut ruhestör* nachbar* gestank stinkt geruch musik bellt bauarbeit* baustelle hämmern
    bohren
  | bruit* bruyant* voisin* musique tapage odeur* travaux perceuse marteau
  | ruido* ruidos* vecin* música molest* olor* obras taladro martill*
documents_public < authority: passport* identity_card* id_card my_id certificate*
    birth_certificate* driving_licence* driver_licence residence_permit registration_office
    renew_it marriage_certificate
  | reisepass* personalausweis* ausweis* geburtsurkunde* urkunde* führerschein* meldebescheinigung*
    einwohnermeldeamt
  | passeport* carte_d'identité acte_de_naissance certificat* permis_de_conduire titre_de_séjour
    mairie
  | pasaporte* dni carné* partida_de_nacimiento certificado* permiso_de_conducir
authority: authority authorities office_of council municipal* city_hall government* permit permits
    ministry official
  | behörde* amt ämter rathaus gemeinde* genehmig* amtlich*
  | mairie autorité* préfecture administration
  | ayuntamiento autoridad* administraci* oficial
law: law legal lawyer* attorney* court* sue suing lawsuit* judge* solicitor* litigation
    cease_and_desist hearing witness* legal_action we_represent infring*
  | anwalt* anwält* gericht* klage* rechtlich* rechtsanwalt* abmahnung* zeuge* kanzlei urteil*
    mandant*
  | avocat* tribunal* juridique* juge* procès poursuite* témoin* mise_en_demeure
  | abogad* tribunal* juzgado* juez legal demanda* testigo* juicio
contract < law: contract* agreement* clause* terms both_sides parties_sign lessee lessor
    obligations undersigned hereby hereinafter sign signed signature*
  | vertrag* verträge vereinbar* klausel* unterschr* unterzeich* vertragspartei*
  | contrat* accord* clause* signature* signer signé soussigné*
  | contrato* acuerdo* cláusula* firma firmar firmado
privacy < law personal_data: gdpr data_protection personal_data delete_my_data erase* privacy
    hold_about_me stored_about right_to_be_forgotten subject_access data_stored
  | datenschutz* dsgvo personenbezogen* löschen löschung* gespeicherte_daten auskunft_über
  | rgpd données_personnelles protection_des_données effacer supprimer_mes_données vie_privée
  | rgpd protección_de_datos datos_personales borrar_mis_datos privacidad eliminar_mis_datos
personal_data: personal_details details name_change phone_number date_of_birth contact_details
    bank_details master_data
  | daten kontaktdaten* stammdaten* namensänderung*
  | données coordonnées
  | datos
unsubscribe < marketing: unsubscri* newsletter* mailing_list* remove_me stop_sending no_more_mails
    no_more_emails take_me_off opt_out
  | newsletter* abmelden austragen verteiler* keine_werbung abbestell*
  | désinscri* désabonn* newsletter* infolettre liste_de_diffusion
  | darse_de_baja boletín* lista_de_correo no_enviar_más desuscri*
marketing: marketing advert* promotion* campaign* brochure* flyer* this_month_only discover
    collection sale save_up special_offer* new_arrivals shop_now percent_off discount* voucher_code
    catalogue* bestseller*
  | werbung* werbe* kampagne* prospekt* entdecken_sie kollektion* sonderangebot* rabattaktion*
    sparen_sie katalog* ausverkauf
  | publicit* campagne* prospectus découvrez collection* promotion* soldes profitez catalogue
  | publicid* campaña* folleto* descubra colección oferta_especial rebajas catálogo aproveche
spam < marketing: spam unsolicited lottery winner* won congratulations click_here prize claim_your
    viagra pills casino limited_time rolex buy_now act_now make_money earn_money free_money
    inheritance prince bitcoin crypto* guaranteed no_risk selected_to_receive seo backlinks
    hot_offer best_price dubious
  | gewonnen gewinnspiel* lotterie klicken_sie glückwunsch erbschaft schnelles_geld
  | loterie gagné cliquez félicitations héritage argent_facile
  | lotería ganado premio haga_clic felicidades herencia dinero_fácil
insurance: insur* policy_number premium* coverage cover claim claims liability deductible insured
    compensation
  | versicher* police schadensmeld* schadenfall* haftpflicht* selbstbeteiligung* prämie
  | assur* sinistre* prime responsabilité_civile franchise
  | segur* póliza* siniestro* prima responsabilidad_civil
health: health* hospital* doctor* dentist* pharmac* medicine* medication* patient* surgery clinic*
    nurse* prescription* treatment* therapy medical vaccin*
  | gesundheit* krankenhaus* klinik* arzt* ärzt* zahnarzt* apotheke* medikament* patient* rezept*
    behandlung* impf*
  | santé hôpital* médecin* dentiste* pharmacie* médicament* patient* ordonnance* soin* traitement*
    vaccin*
  | salud hospital* médic* dentista* farmacia* medicamento* paciente* receta_médica tratamiento*
    vacuna*
illness < health: ill illness* disease* sick injury pain knee hurt hurts hurting headache
    chest_pain breath breathe breathing lips faint* dizzy bleed* blood swollen rash vomit* swallow*
    broken_arm ache aching sore unconscious
  | krank* schmerz* knie tut_weh atem* luft brust blut* schwindel* ohnmächtig* geschwollen
    ausschlag übel* bewusstlos
  | malad* douleur* genou mal_à respir* souffle saigne* vertige* évanoui* chute gonflé* vomi*
  | enferm* dolor* rodilla duele dolor respir* sangr* mareo* desmay* hinchad* vómit* caída
crime: stolen theft* thief thieves steal* rob robbed robbery pickpocket* pinched burglar* police
    forced_the_door forced_the_balcony broke_into intruder* somebody_took someone_took
    someone_stole disappeared looted snatched
  | gestohlen* diebstahl* dieb diebe geklaut raub polizei einbruch* entwendet aufgebrochen
    verschwunden
  | vol volé* voleur* cambriol* police dérobé* forcé_la_porte disparu
  | rob* robad* robaron robo ladr* policía hurt* sustra* forzaron desapareci*
education: school* teacher* pupil* student* class classes grade grades lesson* exam* exams homework
    university college marks parents kindergarten semester thesis study studies maths
  | schule* schüler* lehrer* klasse* note noten unterricht* prüfung* hausaufgabe* universität*
    studium eltern kita studierende*
  | école* élève* professeur* enseignant* classe* examen* devoirs université* étudiant* parents
    note notes
  | escuela* colegio* alumn* profesor* clase* examen* deberes universidad* estudiante* padres nota
    notas
enrolment < education: enrol* register* registration* sign_up new_pupil* first_grade admission*
  | anmeldung* anmelden melde einschul* einschreib* aufnahme*
  | inscri* inscription*
  | inscri* matrícul* admisi*
school_trip < education travel: excursion* class_trip* school_trip* field_trip* zoo outing*
  | klassenfahrt* ausflug* wandertag*
  | sortie_scolaire voyage_scolaire excursion*
  | excursi* viaje_escolar salida
event: event events conference* congress* fair trade_fair party festival* ceremony celebrat*
    meeting meetings summit anniversary gala reception concert exhibition*
  | veranstalt* konferenz* messe feier* fest kongress* tagung* jubiläum* sitzung* treffen
    besprechung* ausstellung*
  | événement* conférence* salon congrès fête* cérémonie* réunion* anniversaire soirée
  | evento* conferencia* feria congreso* fiesta* ceremonia* reunión reuniones aniversario
invitation < event: invit* rsvp attend* gladly_attend participat* come_to_the will_be_there
    cannot_make_it guest_list regret unable_to_come save_the_date celebrat* welcome_you
    delighted_to_welcome join_us you_are_invited request_the_pleasure cordially
  | einlad* eingeladen teilnehm* teilnahme* zusage* absage* kann_nicht_kommen laden_sie_herzlich
    herzlich_ein feiern willkommen
  | invit* participer participation présence assister convi* fêter bienvenue
  | invit* asist* participar particip* celebr* bienvenid* le_invitamos
speaker < event education: speaker* talk talks lecture* keynote* presentation* speech panel
    give_a_talk
  | vortrag* vorträge redner* referent* keynote*
  | conférencier* exposé* intervenant* intervention présentation*
  | ponente* ponencia* charla* conferenciante* presentación
`;
