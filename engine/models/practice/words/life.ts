// General office words about travel, homes, vehicles, health, law and public offices. See
// ../thesaurus.ts.

export const LIFE = `
travel: travel* trip trips flight* fly airline* airport* train trains ticket tickets visa visas
    itinerar* business+trip hotel hotels taxi journey abroad boarding plane station rail cab
  | reise* flug* flüge fluggesellschaft* bahn* zug züge fahrkarte* ticket* hotel* taxi*
    dienstreise* ausland visum flughafen*
  | voyage* vol vols avion* train* billet* hôtel* taxi* déplacement* étranger visa gare aéroport*
    séjour
  | viaj* vuelo* avión* tren billete* hotel* taxi* extranjero visado* aeropuerto* aerolínea*
luggage < travel: luggage baggage suitcase* bag bags
  | gepäck* koffer*
  | bagage* valise*
  | equipaje* maleta*
hotel-stay < travel booking: room rooms double+room double single+room night nights guest guests
    stay stayed check-in check-out checkout breakfast minibar sea+view housekeeping hotel* bed
    suite suites twin balcony noisy+room
  | zimmer* doppelzimmer* übernacht* nacht nächte gast gäste aufenthalt* frühstück* minibar
  | chambre* nuit nuits séjour* petit-déjeuner client+de+l'hôtel hôte*
  | habitaci* noche* huésped* estancia* desayuno minibar
booking: book booking* booked reserv* reservation* rebook* availability table+for
  | buchung* buchen gebucht reservier* umbuch*
  | réserv*
  | reserv*
lost-item: lost lose left+behind forgot forgotten left+my lost+property misplaced found+my
    missing+item left+in+the+room
  | verloren vergessen liegen+gelassen liegengelassen fundsache* fundbüro verlegt
  | perdu* oublié* objets+trouvés égaré* perdu
  | perdid* olvidad* extraviad* objeto+perdido perdí he+perdido perdido
restaurant < food: restaurant* waiter* waitress* menu table dinner lunch meal meals eat ate canteen
    supper brunch
  | restaurant* kellner* essen speise* mittagessen abendessen mahlzeit* verpfleg*
  | restaurant* serveur* repas déjeuner dîner menu
  | restaurante* camarer* comida* cena* almuerzo* menú
food: food catering buffet snack* drink drinks coffee sandwich* cake vegetarian allerg*
  | lebensmittel getränk* kaffee kuchen imbiss vegetarisch*
  | nourriture boisson* café gâteau
  | alimento* bebida* café pastel
customer-meal < restaurant: business+lunch business+dinner lunch+with dinner+with meal+with
    customer+visit client+visit
  | geschäftsessen arbeitsessen bewirtung*
  | repas+d'affaires déjeuner+avec
  | comida+de+negocios comida+con cena+con
alcohol < outside-rules: alcohol* wine beer whisky whiskey vodka champagne spirits liquor cocktail*
    prosecco gin rum
  | alkohol* wein bier sekt schnaps weinflasche*
  | alcool* vin bière champagne
  | alcohol* vino cerveza cava licor*
gift < outside-rules: gift gifts present+for flowers bouquet* voucher* gift+card* souvenir*
  | geschenk* blumen* blumenstrauß gutschein* präsent*
  | cadeau* fleurs bouquet bon+d'achat
  | regalo* flores obsequio* ramo
private < outside-rules: private personal+use personal+purchase* family own+use hobby leisure spa
    wellness weekend holiday+trip luxury designer handbag* jewel* perfume watch+for+me cosmetics
    massage my+wife my+husband birthday+present own+pocket+money toy toys
  | privat* persönlicher+gebrauch freizeit wellness luxus* handtasche* schmuck parfüm spielzeug
    massage
  | privé* personnel* loisir* luxe bien-être sac+à+main bijou* parfum jouet*
  | privad* particular ocio lujo* bienestar bolso joya* perfume juguete*
outside-rules: forbidden not+allowed prohibit* policy+violation excluded
  | verboten* unzulässig*
  | interdit*
  | prohibid*
housing: flat flats apartment* house tenant* landlord* rent rental lease* housing property
    real+estate
  | wohnung* miete* mieter* vermiet* haus häuser immobilie*
  | appartement* logement* locataire* propriétaire* loyer* bail maison* location
  | piso apartamento* vivienda* inquilin* alquiler* casero propietari* casa
rent-costs < housing money: rent rents utility utilities service+charge* heating+costs deposit
    running+costs
  | miete nebenkosten* betriebskosten* kaution* heizkosten* mietzahlung*
  | loyer* charges caution
  | alquiler renta fianza gastos+de+comunidad
viewing < housing: viewing* view+the still+free come+by look+at+the+flat looking+for+a+flat
    still+available see+the+apartment
  | besichtig* wohnungssuche noch+frei wohnung+suchen
  | visite* visiter encore+libre recherche+un+appartement
  | visita* ver+el+piso busco+piso
move-home < housing: move moving moved move+in move+out moving+out relocation* new+home
  | umzug* umziehen umgezogen einzug* auszug* ausziehen ziehen+um
  | déménag* emménag*
  | mudanza* mudar* me+mudo nos+mudamos
lease-end < housing contract-end: notice+for+my+apartment give+notice terminate+the+lease
    end+the+lease moving+out vacate
  | mietvertrag+kündig* wohnung+kündig* auszug*
  | préavis quitter+le+logement résilier+le+bail
  | dejar+el+piso rescindir+el+alquiler
home-damage < insurance housing: burglar* burst pipe* water+damage fire storm* flood* soaked
    parquet thieves broke+in break-in smoke roof+leak* lightning flooded hose washing+machine
    dishwasher cellar basement soot candle alight flames burnt curtain sprinkler overflow*
    wet+walls
  | einbruch* wasserschaden* rohrbruch* brand sturm* hochwasser überschwemm* dieb* waschmaschine
    schlauch keller+unter+wasser ruß kerze flammen rauch
  | cambriol* dégât* dégâts+des+eaux incendie tempête inondation* machine+à+laver tuyau suie bougie
    flammes fumée
  | robo robaron incendio inundaci* tormenta* daños+por+agua ladron* lavadora manguera hollín vela
    llamas humo
vehicle: car cars vehicle* motor motoring driver* drove driving bumper* van truck* lorry bike
    bicycle* cyclist* traffic+light* collision* motorcycle* tyre* windscreen parked scrape*
    rear-ended pedestrian* zebra motorbike* hit+my+car car+park+damage crash crashed collided
    overtook brake* bus tram windshield wing+mirror
  | auto autos pkw fahrzeug* wagen lkw fahrrad* fahrer* auffahrunfall* stoßstange* unfall reifen
    geparkt* angefahren fußgänger* motorrad* zusammenstoß überholt außenspiegel
  | voiture* véhicule* conducteur* camion* vélo* pare-chocs pneu* moto motard piéton* renversé
    percuté garé* rétroviseur
  | coche* vehículo* conductor* camión bicicleta* parachoques moto* neumático* peatón* atropell*
    aparcado choc* retrovisor
street: street* road roads pothole* pavement* sidewalk* bench* park parks street+light* lamp+post*
    playground* bridge hole+in+the+road traffic+sign* crossing
  | straße* schlagloch* schlaglöcher gehweg* laterne* straßenlaterne* parkbank spielplatz* brücke
    ampel*
  | rue rues route* chaussée trottoir* lampadaire* banc parc nid-de-poule pont
  | calle* carretera* bache* acera* farola* banco+del+parque parque puente semáforo*
noise < complaint: noise noisy loud music barking shouting smell smells stink* quiet+hours
    neighbour* neighbor* disturb* late+at+night hammering drilling construction+noise
    building+works nightclub cleaned+up could+not+sleep kept+us+awake
  | lärm* laut ruhestör* nachbar* gestank stinkt geruch musik bellt bauarbeit* baustelle hämmern
    bohren
  | bruit* bruyant* voisin* musique tapage odeur* travaux perceuse marteau
  | ruido* ruidos* vecin* música molest* olor* obras taladro martill*
documents-public < authority: passport* identity+card* id+card my+id certificate*
    birth+certificate* driving+licence* driver+licence residence+permit registration+office
    renew+it marriage+certificate
  | reisepass* personalausweis* ausweis* geburtsurkunde* urkunde* führerschein* meldebescheinigung*
    einwohnermeldeamt
  | passeport* carte+d'identité acte+de+naissance certificat* permis+de+conduire titre+de+séjour
    mairie
  | pasaporte* dni carné* partida+de+nacimiento certificado* permiso+de+conducir
authority: authority authorities office+of council municipal* city+hall government* permit permits
    ministry official
  | behörde* amt ämter rathaus gemeinde* genehmig* amtlich*
  | mairie autorité* préfecture administration
  | ayuntamiento autoridad* administraci* oficial
law: law legal lawyer* attorney* court* sue suing lawsuit* judge* solicitor* litigation
    cease+and+desist hearing witness* legal+action we+represent infring*
  | anwalt* anwält* gericht* klage* rechtlich* rechtsanwalt* abmahnung* zeuge* kanzlei urteil*
    mandant*
  | avocat* tribunal* juridique* juge* procès poursuite* témoin* mise+en+demeure
  | abogad* tribunal* juzgado* juez legal demanda* testigo* juicio
contract < law: contract* agreement* clause* terms both+sides parties+sign lessee lessor
    obligations undersigned hereby hereinafter sign signed signature*
  | vertrag* verträge vereinbar* klausel* unterschr* unterzeich* vertragspartei*
  | contrat* accord* clause* signature* signer signé soussigné*
  | contrato* acuerdo* cláusula* firma firmar firmado
privacy < law personal-data: gdpr data+protection personal+data delete+my+data erase* privacy
    hold+about+me stored+about right+to+be+forgotten subject+access data+stored
  | datenschutz* dsgvo personenbezogen* löschen löschung* gespeicherte+daten auskunft+über
  | rgpd données+personnelles protection+des+données effacer supprimer+mes+données vie+privée
  | rgpd protección+de+datos datos+personales borrar+mis+datos privacidad eliminar+mis+datos
personal-data: personal+details details name+change phone+number date+of+birth contact+details
    bank+details master+data
  | daten kontaktdaten* stammdaten* namensänderung*
  | données coordonnées
  | datos
unsubscribe < marketing: unsubscri* newsletter* mailing+list* remove+me stop+sending no+more+mails
    no+more+emails take+me+off opt+out
  | newsletter* abmelden austragen verteiler* keine+werbung abbestell*
  | désinscri* désabonn* newsletter* infolettre liste+de+diffusion
  | darse+de+baja boletín* lista+de+correo no+enviar+más desuscri*
marketing: marketing advert* promotion* campaign* brochure* flyer* this+month+only discover
    collection sale save+up special+offer* new+arrivals shop+now percent+off discount* voucher+code
    catalogue* bestseller*
  | werbung* werbe* kampagne* prospekt* entdecken+sie kollektion* sonderangebot* rabattaktion*
    sparen+sie katalog* ausverkauf
  | publicit* campagne* prospectus découvrez collection* promotion* soldes profitez catalogue
  | publicid* campaña* folleto* descubra colección oferta+especial rebajas catálogo aproveche
spam < marketing: spam unsolicited lottery winner* won congratulations click+here prize claim+your
    viagra pills casino limited+time rolex buy+now act+now make+money earn+money free+money
    inheritance prince bitcoin crypto* guaranteed no+risk selected+to+receive seo backlinks
    hot+offer best+price dubious
  | gewonnen gewinnspiel* lotterie klicken+sie glückwunsch erbschaft schnelles+geld
  | loterie gagné cliquez félicitations héritage argent+facile
  | lotería ganado premio haga+clic felicidades herencia dinero+fácil
insurance: insur* policy+number premium* coverage cover claim claims liability deductible insured
    compensation
  | versicher* police schadensmeld* schadenfall* haftpflicht* selbstbeteiligung* prämie
  | assur* sinistre* prime responsabilité+civile franchise
  | segur* póliza* siniestro* prima responsabilidad+civil
health: health* hospital* doctor* dentist* pharmac* medicine* medication* patient* surgery clinic*
    nurse* prescription* treatment* therapy medical vaccin*
  | gesundheit* krankenhaus* klinik* arzt* ärzt* zahnarzt* apotheke* medikament* patient* rezept*
    behandlung* impf*
  | santé hôpital* médecin* dentiste* pharmacie* médicament* patient* ordonnance* soin* traitement*
    vaccin*
  | salud hospital* médic* dentista* farmacia* medicamento* paciente* receta+médica tratamiento*
    vacuna*
illness < health: ill illness* disease* sick injury pain knee hurt hurts hurting headache
    chest+pain breath breathe breathing lips faint* dizzy bleed* blood swollen rash vomit* swallow*
    broken+arm ache aching sore unconscious
  | krank* schmerz* knie tut+weh atem* luft brust blut* schwindel* ohnmächtig* geschwollen
    ausschlag übel* bewusstlos
  | malad* douleur* genou mal+à respir* souffle saigne* vertige* évanoui* chute gonflé* vomi*
  | enferm* dolor* rodilla duele dolor respir* sangr* mareo* desmay* hinchad* vómit* caída
crime: stolen theft* thief thieves steal* rob robbed robbery pickpocket* pinched burglar* police
    forced+the+door forced+the+balcony broke+into intruder* somebody+took someone+took
    someone+stole disappeared looted snatched
  | gestohlen* diebstahl* dieb diebe geklaut raub polizei einbruch* entwendet aufgebrochen
    verschwunden
  | vol volé* voleur* cambriol* police dérobé* forcé+la+porte disparu
  | rob* robad* robaron robo ladr* policía hurt* sustra* forzaron desapareci*
education: school* teacher* pupil* student* class classes grade grades lesson* exam* exams homework
    university college marks parents kindergarten semester thesis study studies maths
  | schule* schüler* lehrer* klasse* note noten unterricht* prüfung* hausaufgabe* universität*
    studium eltern kita studierende*
  | école* élève* professeur* enseignant* classe* examen* devoirs université* étudiant* parents
    note notes
  | escuela* colegio* alumn* profesor* clase* examen* deberes universidad* estudiante* padres nota
    notas
enrolment < education: enrol* register* registration* sign+up new+pupil* first+grade admission*
  | anmeldung* anmelden melde einschul* einschreib* aufnahme*
  | inscri* inscription*
  | inscri* matrícul* admisi*
school-trip < education travel: excursion* class+trip* school+trip* field+trip* zoo outing*
  | klassenfahrt* ausflug* wandertag*
  | sortie+scolaire voyage+scolaire excursion*
  | excursi* viaje+escolar salida
event: event events conference* congress* fair trade+fair party festival* ceremony celebrat*
    meeting meetings summit anniversary gala reception concert exhibition*
  | veranstalt* konferenz* messe feier* fest kongress* tagung* jubiläum* sitzung* treffen
    besprechung* ausstellung*
  | événement* conférence* salon congrès fête* cérémonie* réunion* anniversaire soirée
  | evento* conferencia* feria congreso* fiesta* ceremonia* reunión reuniones aniversario
invitation < event: invit* rsvp attend* gladly+attend participat* come+to+the will+be+there
    cannot+make+it guest+list regret unable+to+come save+the+date celebrat* welcome+you
    delighted+to+welcome join+us you+are+invited request+the+pleasure cordially
  | einlad* eingeladen teilnehm* teilnahme* zusage* absage* kann+nicht+kommen laden+sie+herzlich
    herzlich+ein feiern willkommen
  | invit* participer participation présence assister convi* fêter bienvenue
  | invit* asist* participar particip* celebr* bienvenid* le+invitamos
speaker < event education: speaker* talk talks lecture* keynote* presentation* speech panel
    give+a+talk
  | vortrag* vorträge redner* referent* keynote*
  | conférencier* exposé* intervenant* intervention présentation*
  | ponente* ponencia* charla* conferenciante* presentación
`;
