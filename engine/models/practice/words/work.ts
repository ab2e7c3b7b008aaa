// General office words about people at work, computers and the building. See ../thesaurus.ts.

export const WORK = `
people: staff employee* colleague* coworker* worker* personnel human+resources hr team crew
  | mitarbeit* personal* kolleg* belegschaft* arbeitnehmer* angestellte* beschäftigte*
  | employé* collègue* salarié* personnel ressources+humaines équipe*
  | emplead* compañer* trabajador* personal recursos+humanos plantilla equipo
application < people: job* vacanc* cv cvs résumé* resume applicant* candidate* apply+for applying
    application+for position recruit* hiring hire career* internship* intern apprentic*
    cover+letter curriculum job+interview interview+for application applications
  | bewerb* stelle stellen stellenanzeige* ausgeschriebene lebenslauf* praktik* ausbildungsplatz*
    anschreiben kandidat* vorstellungsgespräch*
  | candidat* postul* poste+de emploi* offre+d'emploi lettre+de+motivation stage stagiaire* recrut*
    embauch* curriculum
  | candidat* solicitud+de+empleo puesto vacante* empleo curriculum currículum* prácticas
    contrataci* oferta+de+trabajo
holiday-leave < absence: holiday* vacation* annual+leave leave+request* day+off days+off time+off
    leave+days parental+leave take+off unpaid+leave off+work pto paid+time+off leave+balance
    maternity paternity stand-in having+a+baby
  | urlaub* ferien freie+tage freinehmen frei+nehmen elternzeit resturlaub* überstunden+abbauen
    bekomme+ein+kind mutterschutz vertretung
  | congé* vacances jours+de+repos rtt poser+des+jours congé+maternité congé+parental
  | vacacion* días+libres permiso día+libre baja+maternal permiso+parental
sick-leave < absence illness: sick sick+note sick+leave ill illness* unwell fever flu cold+and
    doctor* medical+certificate doctors+note stay+in+bed stomach migraine infection* chickenpox
    cough* recover+at+home medically
  | krank* erkrank* krankmeld* krankschreib* arbeitsunfähig* attest bescheinigung+vom+arzt arzt
    ärzt* fieber grippe erkältet windpocken zahnarzt*
  | malade* maladie* arrêt+maladie arrêt+de+travail certificat+médical fièvre grippe médecin
    souffrant*
  | enferm* baja+médica baja+por gripe fiebre médico parte+de+baja
absence < people: absen* excuse* stay+home not+come+in cannot+come will+be+missing miss+school
    miss+class out+of+office away+from unable+to+attend at+home until+friday stay+away
  | abwesen* fehlt fehlen fernbleib* entschuldig* beurlaub*
  | absen* excus* ne+viendra+pas
  | ausen* ausencia* faltar no+podrá+asistir justificar+la+falta
working-hours < people: overtime shift shifts shift+plan* roster* rota late+turn early+turn
    night+shift timesheet* working+hours working+time flexitime hours+worked swap+shifts part-time
    home+office
  | überstunde* schicht* dienstplan* arbeitszeit* stundenzettel frühschicht spätschicht
    nachtschicht teilzeit homeoffice zeiterfass*
  | heures+supplémentaires planning horaire* équipe+de+nuit temps+partiel télétravail
  | horas+extra* turno* horario+laboral jornada teletrabajo
training < education people: training* course courses workshop* seminar* certification* webinar*
    further+education learn* tutorial* skill skills coaching
  | schulung* kurs kurse fortbildung* weiterbildung* seminar* lehrgang* zertifikat*
  | formation* cours stage+de séminaire* atelier* apprentissage
  | formaci* curso* taller* seminario* capacitaci* aprend*
onboarding < people: onboard* new+colleague new+hire* new+employee* new+starter* starter* joins+on
    starts+on+monday first+day welcome+aboard newcomer* join+us new+joiner* joining
    employment+agreement employment+contract begins+on starts+on paperwork begins+next
  | einarbeit* neue+kollegin neuer+kollege neue+mitarbeiter* neuer+mitarbeiter erster+arbeitstag
    eintritt* fängt+an arbeitsvertrag* beginnt+am
  | nouvel+arrivant nouveau+collègue intégration premier+jour nouvelle+recrue contrat+de+travail
  | nueva+incorporaci* nuevo+compañero nuevo+empleado primer+día incorpora* contrato+laboral
    contrato+de+trabajo
leaver < people: resign* retire* leaving+the+company last+working+day reference+letter* leaver*
    exit+interview hand+in+my+notice quit+my+job employment+reference redundan* dismiss* severance
  | kündige+mein+arbeitsverhältnis arbeitszeugnis* ruhestand* ausscheid* austritt* zeugnis*
    verlasse+das+unternehmen rente entlass*
  | démission* retraite* quitter+l'entreprise certificat+de+travail licenci*
  | dimisi* dimitir jubila* dejar+la+empresa renuncia* despid* carta+de+recomendación
training-place: apprenticeship* trainee*
  | ausbildung* azubi* lehrstelle*
  | apprenti*
  | aprendiz*
computer: computer* laptop* notebook* pc desktop printer* copier* scanner* monitor screen screens
    keyboard* mouse headset* webcam* docking device* hardware tablet* phone smartphone* toner
    projector* beamer server* equipment machine battery charger keys+stick headphones speaker
    cable+for adapter
  | rechner* computer* laptop* drucker* kopierer* bildschirm* tastatur* maus gerät* handy* telefon
    diensthandy server* beamer akku ladegerät hardware adapter
  | ordinateur* portable imprimante* écran* clavier* souris appareil* téléphone* scanner* serveur*
    matériel batterie chargeur matériel+informatique
  | ordenador* computadora* portátil* impresora* pantalla* teclado* ratón teléfono* móvil equipo*
    dispositivo* servidor* batería cargador hardware
software < computer: software program programs programme app apps application+crash* application
    update* version* install* browser* spreadsheet* website site web+page feature* module* export*
    module button* menu* setting* save file+format excel word+processor plugin* interface api
    photoshop outlook teams zoom sap windows acrobat powerpoint drawing+program copies+of
    licence+for install
  | software* programm* app anwendung* aktualisier* install* tabelle* webseite* website
    einstellung* schaltfläche funktion* photoshop excel
  | logiciel* application* appli programme* mise+à+jour tableur site+web fonctionnalité* paramètre*
  | programa* aplicación aplicaciones app actualizaci* hoja+de+cálculo página+web función ajuste*
    configuraci*
bug < software broken: bug* crash* error+message* glitch* freezes hangs blank+page wrong+result
    since+the+update since+the+last+update data+loss wrong+total 500+error exception stack+trace
    not+load* not+save* closes+by+itself
  | absturz* stürzt+ab fehlermeldung* programmfehler* friert+ein lädt+nicht leere+seite
  | plant* bogue* message+d'erreur page+blanche
  | mensaje+de+error se+cuelga pantalla+en+blanco
access < account-login: access permission* rights right+to authori* grant+access privilege*
    admin+rights role roles shared+folder shared+drive user+account* new+account
  | zugriff* berechtig* zugang* rechte freigabe* freischalt* benutzerkonto
  | accès autorisation* droits habilitation* permission*
  | acceso* permiso* autoriza* privilegio*
account-login < computer: password* passcode* log+in login* logged+in sign+in signing+in sign-in
    locked+out reset+link username* user+name authenticat* two-factor verification+code my+profile
    profile account accounts cannot+get+into credentials captcha reset+my+password
    forgot+my+password verify+my
  | passwort* kennwort* anmeld* einlogg* einloggen zugangsdaten benutzername* login ausgesperrt
    nutzerkonto kundenkonto komme+nicht+mehr
  | mot+de+passe connexion identifiant* me+connecter se+connecter compte mon+compte code+d'accès
  | contraseña* iniciar+sesión inicio+de+sesión clave usuario mi+cuenta acceder cuenta
network < computer: network* wifi wi-fi internet vpn connection connectivity router* bandwidth
    offline lan signal reception shared+drive pages+take take+minutes+to+load cuts+out drops+out
    keeps+dropping disconnected slow+connection cable
  | netzwerk* wlan internet* verbindung* empfang router* bricht+ab langsame+verbindung getrennt
  | réseau* wifi connexion+internet débit se+coupe déconnect* coupures
  | red wifi conexión internet cobertura se+corta desconect*
security-it < crime: phishing suspicious* scam* fraud* virus* malware hack* hacked spoof*
    ransomware fishy fake+mail fake+email gift+voucher* gift+card* impersonat* breach* cyber*
    unknown+sender strange+link strange+attachment pretending+to+be
  | phishing verdächtig* betrug* betrüg* virus schadsoftware gehackt* datenleck* gefälscht*
    trojaner
  | hameçonnage suspect* arnaque* fraude* virus pirat* escroquerie usurp*
  | phishing sospechos* estafa* fraude* virus pirate* hacke* suplant*
outage < broken: outage* down blackout* power+cut power+failure offline unavailable not+reachable
    no+electricity no+power no+water no+gas in+the+dark interruption* without+power cut+off
  | stromausfall* ausfall* ausgefallen keinen+strom kein+strom kein+wasser kein+gas
    nicht+erreichbar unterbrech*
  | coupure* panne+de+courant panne+générale plus+d'électricité plus+d'eau hors+service
    indisponible
  | apagón* corte+de+luz corte+de+agua sin+luz sin+agua sin+corriente caído caída+del+servicio
energy: electric* power+supply gas kilowatt* kwh energy grid solar current
  | strom* gas energie* kilowatt* netzbetreiber* solar*
  | électric* gaz énergie courant kilowatt*
  | electric* gas energía luz kilovatio*
meter < energy: meter meters meter+reading* reading readings counter+reading meter+number
    kilowatt+hours
  | zähler* zählerstand* ablesung* ablese* stromzähler
  | compteur* relevé+de+compteur index+du+compteur
  | contador* lectura* medidor*
building: building* office offices floor floors corridor* hall premises lobby entrance
    reception+desk storey staircase stairs basement roof ceiling workshop canteen facility
    facilities bathroom kitchen bedroom cellar attic garage balcony
  | gebäude* büro* stockwerk* etage* flur* eingang* treppe* keller* dach* decke kantine* werkstatt
    halle badezimmer bad küche schlafzimmer garage balkon
  | bâtiment* bureau* étage* couloir* entrée* escalier* toit plafond cantine atelier immeuble
    salle+de+bains cuisine chambre+à+coucher garage balcon cave
  | edificio* oficina* planta piso pasillo* entrada* escalera* techo comedor puerta+principal
    cuarto+de+baño cocina dormitorio garaje balcón
facility-repair < building repair housing: heating radiator* lift lifts elevator* lamp lamps
    light+bulb* bulb door doors window windows lock locks tap taps toilet* sink* boiler* hot+water
    warm+water air+conditioning pipe pipes socket* plumbing thermostat* ventilation blinds gate
    bathroom dripping basin shower bathtub
  | heizung* heizkörper* aufzug* fahrstuhl lampe* licht tür* fenster* schloss wasserhahn* toilette*
    boiler warmwasser* klimaanlage* rohr* steckdose* leitung* rollladen
  | chauffage* radiateur* ascenseur* lampe* lumière porte* fenêtre* serrure* robinet* toilettes
    chaudière* eau+chaude climatisation tuyau* prise
  | calefacción radiador* ascensor* lámpara* luces puerta* ventana* cerradura* grifo* baño caldera*
    agua+caliente aire+acondicionado tubería* enchufe*
room-booking < event booking: meeting+room* conference+room* book+a+room room+booking* room+for
    space+for meeting+space* projector catering coffee sandwiches stage venue venues capacity seats
    seat chairs+for
  | besprechungsraum* konferenzraum* sitzungszimmer raum+buch* raum+reserv* räume raum saal
    bewirtung kaffee schnittchen häppchen bühne
  | salle* réserver+une+salle traiteur café scène
  | sala salas reservar+una+sala catering café escenario salón
parking < vehicle building: parking car+park parking+space* parking+spot* garage underground+garage
  | parkplatz* parkplätze stellplatz* tiefgarage* parken parkhaus
  | parking stationnement place+de+parking garage
  | aparcamiento* estacionamiento* plaza+de+garaje parking
card-pass < building: badge* key keys access+card* entry+card* key+card* id+badge* visitor+pass
  | ausweis* zutrittskarte* schlüssel* chip zugangskarte* hausausweis*
  | badge* clé clés carte+d'accès
  | llave* tarjeta+de+acceso credencial* acreditaci*
cleaning < building: clean* dirty filthy hygien* janitor* mop vacuum* stain* dust soap paper+towel*
    hair crumbs smelly unclean stains+on grime mouldy cleanliness bed+bugs unmade towels
  | reinig* putz* schmutz* dreck* sauber* seife hygiene* haare staub flecken sauberkeit handtücher
  | nettoy* ménage sale sales propre propreté savon cheveux poussière taches serviettes saleté
  | limpi* sucio sucia sucios sucias jabón higien* pelos polvo manchas toallas limpieza suciedad
waste < cleaning: waste rubbish garbage trash bin bins recycl* litter skip dump paper+basket*
    emptied refuse+collection refuse bin+was+not
  | müll* abfall* abfäll* tonne* entsorg* recycl* papierkorb* altpapier sperrmüll
  | déchet* poubelle* ordure* tri recycl* benne
  | basura* residuo* contenedor* recicl* papelera* desecho*
office-supplies < purchase goods: office+suppl* stationery stapler* pen pens pencil* paper
    envelope* notebook+paper folder* toner binder* desk desks chair chairs furniture
  | büromaterial* schreibwaren stift* papier* ordner* umschlag* locher tacker schreibtisch* stuhl
    stühle bürotisch* möbel
  | fourniture* papeterie stylo* papier* classeur* agrafeuse bureau+debout chaise* mobilier
  | material+de+oficina papelería bolígrafo* papel* carpeta* grapadora escritorio* silla*
    mobiliario
workwear < safety-work: protective+clothing helmet* safety+shoe* safety+boot* boots glove* vest*
    uniform* overall* goggles protective work+clothes
  | schutzkleid* helm* sicherheitsschuh* handschuh* arbeitskleid* weste* uniform*
  | casque* chaussures+de+sécurité gants gilet* vêtement* uniforme*
  | casco* calzado+de+seguridad guantes chaleco* uniforme* ropa+de+trabajo
machine < factory: machine machines machinery press conveyor* bearing* spindle* motor gearbox pump*
    forklift* lathe* drill hydraulic* assembly+line belt maintenance lubricat* milling
  | maschine* anlage* förderband* lager+defekt spindel* motor* getriebe pumpe* stapler drehbank
    fräs* wartung* hydraulik
  | machine* presse convoyeur* roulement* moteur* pompe* chariot+élévateur maintenance
  | máquina* maquinaria prensa cinta+transportadora rodamiento* motor* bomba* carretilla
    mantenimiento
factory: factory plant production manufactur* batch* assembly workpiece* part parts tool+shop
  | fabrik* werk produktion* fertigung* charge montage* werkstück* bauteil*
  | usine* production fabrication lot atelier pièces
  | fábrica* producción fabricaci* lote* taller piezas
quality < factory complaint: quality inspection* tolerance* scratch* drilled out+of+tolerance
    too+wide reject* scrap nonconform* rework flaw* defective+part* finished+part*
  | qualität* prüf* toleranz* kratzer* ausschuss nacharbeit mangelhaft* mängel mangel fehlerhaft*
  | qualité contrôle tolérance* rayure* rebut non-conform*
  | calidad inspecci* tolerancia* arañazo* defectuos* rechaz*
safety-work < health: accident* injur* hurt slipped near+miss* hazard* danger* unsafe first+aid
    smell+of+gas emergency evacuat* fire+alarm fire+extinguisher burn burned wound* bleeding fell
  | unfall* unfälle verletz* gefahr* gefährlich* beinahe* erste+hilfe notfall* brand ausgerutscht
    gasgeruch gestürzt
  | accident* blessé* bless* danger* coupé* urgence* premiers+secours incendie glissé odeur+de+gaz
  | accidente* lesion* herid* peligr* emergencia* primeros+auxilios incendio resbal* olor+a+gas
urgent: urgent* immediately asap emergency today+by deadline* right+now at+once critical critically
    cannot+wait as+soon+as+possible without+delay alarm chest+pain can+not+breathe catch+his+breath
    catch+her+breath help+at+once heavy+bleeding life-threatening unconscious
  | dringend* sofort* eilig* eilt notfall* umgehend* unverzüglich* frist* kritisch* lebensgefahr
    keine+luft
  | urgent* urgence* immédiat* tout+de+suite au+plus+vite délai ne+respire
  | urgent* urgencia* inmediat* cuanto+antes plazo* no+puede+respirar
`;
