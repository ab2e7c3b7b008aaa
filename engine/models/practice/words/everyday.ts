// Everyday words every office text is made of: family, time, home, body, answers, wishes, trouble.
// See ../thesaurus.ts.

export const EVERYDAY = `
agree: accept* agree* happy+to+say+yes say+yes gladly consent* okay+with fine+with in+favour
    approve* confirm looking+forward deal go+ahead agreed will+start will+come count+me+in
    sounds+good
  | einverstanden zustimm* zusage* zusagen annehm* angenommen gern+komm* stimme+zu in+ordnung
    passt+uns
  | accept* d'accord volontiers consent* confirmons avec+plaisir
  | acept* de+acuerdo conforme encantad* con+gusto confirm*
decline: declin* refus* reject* turn+down not+accept regret can+not+go can+not+accept
    no+longer+interested not+interested withdraw* unable not+able+to not+possible pass+on
    unfortunately not+come not+participate not+attend
  | ablehn* abgelehnt absag* abgesagt leider verzicht* nicht+teilnehmen nicht+kommen nicht+annehmen
    kein+interesse zurückzieh* nicht+möglich
  | refus* déclin* décliner regret* malheureusement ne+pouvons pas+intéress* renonc* impossible
  | rechaz* declin* lament* desafortunadamente no+podemos no+me+interesa renunci* imposible
more-time: more+time extension extend extended extends postpone* delay+the deadline* later+date
    let+you+know longer few+more+days another+week not+decided think+about+it think+it+over
    grace+period reconsider
  | mehr+zeit verlänger* aufschub frist fristverlängerung später bedenkzeit überleg* verschieb*
  | plus+de+temps délai prolong* report* plus+tard réfléchir
  | más+tiempo prórroga plazo más+tarde ampliar+el+plazo pensarlo aplaz*
permission: permission permit permitted may+i may+we allowed allow consent* sublet* alteration*
    authoris* is+it+okay do+we+need can+i+keep let+me
  | darf+ich dürfen+wir erlaub* gestatt* genehmig* untervermiet* zustimmung umbau*
  | permission autoris* permettre puis-je sous-lou* accord
  | permiso autoriz* permit* puedo subarrend*
help-needed: need+help need+advice advice advise support counsel* where+to+turn do+not+know+what
    guidance emergency+help lost+my+job in+debt unemployed homeless* someone+to+talk speak+to
    assist* assistance struggling desperate
  | hilfe beratung* ratlos unterstütz* arbeitslos obdachlos* schulden notlage brauche+rat
  | aide aider conseil* soutien chômage sans-abri dettes difficulté*
  | ayuda ayudar consejo* apoyo desempleo deudas asesoram* dificultad*
give-time: volunteer* helper* give+my+time time+on+my+hands free+time lend+a+hand help+out
    get+involved use+somebody join+you offer+my
  | freiwillig* ehrenamt* mithelf* mitmachen helfen engagier* zeit+spenden
  | bénévol* donner+de+mon+temps donner+un+peu aider+votre engager
  | voluntari* ofrecer+mi+tiempo colaborar ayudar+en
give-things < donation: donate give+away bring+them hand+over give+you would+like+to+give
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
    household* flatmate* people+in+the+house family+on+the next+door upstairs downstairs
  | bewohner* mieter* nachbar* anwohner* bürger* hausbewohner* haushalt*
  | habitant* riverain* voisin* locataire* citoyen* foyer
  | vecin* residente* inquilin* ciudadan* hogar*
house-rules < noise residents: bark* dog+barks loud noise bicycle+in staircase blocked+the hallway
    quiet stairwell smoking+in slam* parties
  | bellt hausordnung treppenhaus ruhezeit* krach
  | aboie cage+d'escalier tapage
  | ladra ladrid* escalera portal ruido
flat-fault < housing broken: ceiling drip* stain mould damp leak* heating+off no+heating
    no+hot+water toilet+blocked drain* blocked socket+dead window+does+not cracked+tile
    ceiling+stain wallpaper
  | decke tropft fleck* schimmel* feucht* undicht heizung+ausgefallen verstopft* abfluss*
  | plafond tache* moisissure humidité fuite bouché* évier
  | techo mancha* moho humedad gotera* atasc* desagüe*
running-costs < housing money: statement heating+share service+charge* running+costs consumption
    doubled yearly+statement annual+statement allocation worked+it+out shared+costs utilities
  | nebenkosten* heizkosten* abrechnung verbrauch umlage jahresabrechnung betriebskosten*
  | charges+locatives décompte consommation régularisation
  | gastos+de+comunidad consumo liquidación derrama
transport < delivery: transport* truck* lorry lorries van trailer haulier* haulage driver* motorway
    highway freight vehicle road route kilometre* ramp loading unloading load forwarder* vessel
    ship port
  | transport* lkw laster spedit* fahrer* autobahn ladung laden entlad* frachtführer hafen schiff
  | transport* camion* chauffeur* autoroute charge* navire port remorque
  | transport* camión camiones conductor* autopista carga remolque barco puerto
delay-notice < transport late: stuck delayed delay will+be+late hours+late not+make+the breakdown
    held+up traffic+jam behind+an+accident arrive+tomorrow
  | verspätung* stau steckt+fest panne später+an
  | bloqué retardé embouteillage* en+panne arrivera+plus+tard arrivera+demain
  | retrasado atasco avería llegará+mañana llegará+tarde
quantity < wrong-goods: quantity quantities short+by only+received fewer+than too+few too+many
    count piece+count instead+of missing+from number+of+boxes miscount*
  | menge* anzahl stückzahl zu+wenig zu+viel nur+erhalten statt fehlmenge
  | quantité* nombre+de trop+peu au+lieu
  | cantidad* número+de de+menos de+más
freight-quote < quote transport: transport+price freight+rate what+would+you+charge cost+to+ship
    shipping+quote price+for+transport quote+for
  | frachtpreis* transportkosten was+kostet+der+transport
  | tarif+de+transport prix+du+transport
  | precio+del+transporte tarifa+de+transporte
border < customs: border* customs commercial+invoice certificate+of+origin origin eur.1
    form+for+export papers clearance officer
  | grenze* zoll* ursprung* ausfuhrerklärung frachtpapiere
  | frontière* douane* certificat+d'origine
  | frontera* aduana* certificado+de+origen
furniture < goods: furniture desk desks chair chairs table tables lamp shelf shelves cupboard* sofa
    bed wardrobe cabinet* couch
  | möbel schreibtisch* stuhl stühle tisch tische lampe regal* schrank* sofa
  | meuble* bureau chaise* table tables lampe étagère* armoire* canapé
  | mueble* escritorio silla* mesa lámpara estantería* armario* sofá
book < education: book books textbook* handbook novel reading literature publication
  | buch bücher fachbuch* lehrbuch* lektüre literatur
  | livre* manuel* lecture littérature
  | libro* manual lectura literatura cuaderno*
conference < event education: conference* summit congress symposium trade+fair fair forum entry+to
    developer+conference speakers
  | konferenz* tagung* kongress* messe* gipfel
  | conférence* congrès salon sommet colloque
  | conferencia* congreso* feria cumbre simposio
meal < restaurant: breakfast lunch dinner supper meal* sandwich* snack* soup pizza water drink
    drinks coffee tea juice canteen eating bite food catering
  | frühstück* mittagessen abendessen imbiss brötchen wasser getränk* kaffee tee saft suppe
  | petit-déjeuner déjeuner dîner repas sandwich* soupe eau boisson* café thé goûter
  | desayuno* almuerzo* cena* comida* bocadillo* agua bebida* café té sopa
ride < local-transport: uber taxi* cab ride lyft shuttle airport+transfer fare fares ferry bus
    metro tram carsharing
  | taxi* fahrt fahrkarte* fahrschein* bahnfahrkarte* mitfahr* fähre
  | taxi* course trajet* navette ticket+de+métro
  | taxi* trayecto* trasbordo lanzadera billete+de+metro
printing < computer office-supplies: printer* print prints printing ink cartridge* toner paper+jam
    copies copier*
  | drucker* drucken tinte* patrone* toner* kopie*
  | imprim* encre cartouche* photocop*
  | impres* imprim* tinta cartucho* fotocop*
medicine < prescription: drops tablet tablets pills cream ointment dose medication* medicine*
    antibiotic* vitamin* painkiller* blood+pressure+pills run+out nearly+used+up prescribe*
  | tropfen tabletten salbe medizin arznei* antibiotik* schmerzmittel aufgebraucht verschreib*
  | gouttes comprimé* médicament* pommade antibiotique* prescri*
  | gotas pastilla* medicina* pomada antibiótic*
lab < test-results: laboratory lab labs blood+taken sample* specimen cholesterol urine analysis
    result results outcome values
  | labor* blut* probe* cholesterin ergebnis* werte
  | laboratoire prise+de+sang cholestérol analyse* résultat*
  | laboratorio muestra* colesterol analítica* resultado*
health-cover < insurance health: health+fund health+insurance insurer cover* copay* co-payment
    reimbursed+by statutory private+patient
  | krankenkasse* kasse krankenversicher* privatpatient* zuzahlung
  | mutuelle assurance+maladie sécurité+sociale
  | mutua seguro+médico seguridad+social copago
schedule-change < appointment: cancel+my+appointment reschedule* move+my change+the+time
    another+day another+time instead can+not+make+it suggest+another would+friday later+date
    earlier+slot rearrange* bring+forward
  | termin+absagen termin+verschieben verleg* neuen+termin anderen+tag umbuch*
  | décaler déplacer+le+rendez-vous annuler+le+rendez-vous autre+date
  | cambiar+la+cita anular+la+cita otra+fecha otro+día
error-message < bug: something+went+wrong error errors blank white+screen stays+white message+says
    not+found failed+to timeout hangs spinning loading+forever nothing+happens
  | fehlermeldung* nichts+passiert bleibt+weiß lädt+ewig
  | message+d'erreur rien+ne+se+passe écran+blanc
  | mensaje+de+error no+pasa+nada
licence < subscription: licence* license* seat seats user users named+users per+user activation+key
    product+key volume+licence interns
  | lizenz* nutzer* benutzer arbeitsplätze schlüssel
  | licence* utilisateur* poste+supplémentaire clé+d'activation
  | licencia* usuario* puesto clave+de+activación
wish < feature-wish: would+be+great would+be+nice would+be+helpful would+help would+save would+love
    any+chance it+would if+we+could could+you+add please+add wishlist idea ideas suggestion*
    propose able+to missing+option in+future next+version roadmap possibility
  | wäre+schön wäre+toll wäre+hilfreich könnte+man würde+helfen idee* vorschlag* vorschläge wunsch*
  | ce+serait il+serait serait+utile serait+pratique pourriez-vous+ajouter idée* souhait*
  | sería+útil sería+genial estaría+bien podrían+añadir idea* propuesta*
sort-filter < software: sort filter search list view column* field* share+that export import
    download* upload* dashboard report+view chart shortcut notification* dark+mode calendar+view
  | sortier* filter* suche liste ansicht* spalte* herunterlad* hochlad* tabelle benachrichtig*
  | trier filtr* recherche liste vue colonne* télécharg* notification*
  | ordenar filtr* búsqueda lista vista columna* descarg* notificaci*
went-well < praise: went+well went+smoothly hats+off deserve* well+done keep+it+up great+job
    good+job great+work above+and+beyond over+the+moon life+saver lifesaver could+not+be+happier
    exceeded nobody+noticed first-class top-notch
  | gut+gelaufen reibungslos hut+ab weiter+so gute+arbeit
  | bien+passé chapeau bon+travail bravo+à
  | salió+bien buen+trabajo enhorabuena
media-tv < press: television tv radio camera film documentary programme broadcast* crew+filming
    show on+air
  | fernseh* radio kamera film dokumentation sendung* dreh*
  | télévision radio caméra film émission* tournage
  | televisión radio cámara película programa rodaje
job-loss < leaver: lost+my+job unemployed unemployment redundant laid+off dismissed fired
  | arbeitslos* kündigung+erhalten entlassen
  | chômage licencié* perdu+mon+emploi
  | desempleo despedid* paro
copy-request < document: copy copies duplicate* reissue* certified+copy send+me+the another+copy
    proof confirmation+letter certificate* statement+of note+for+my+employer sick+note+for
    paperwork referral* form+to+sign papers signed+form
  | kopie* abschrift* duplikat* zweitschrift* bescheinigung* bestätigung* überweisung+zum
    überweisungsschein papiere papierkram
  | copie* duplicata attestation* papiers justificatif+pour
  | copia* duplicado* certificado* papeles justificante+para volante
mistake < change: mistake* error errors typo wrong incorrect* correction* misspel* mix-up
    inaccurate should+be should+read
  | fehler* irrtum* falsch* korrektur* tippfehler berichtig*
  | erreur* faute* inexact* rectific* coquille
  | error errores equivoc* incorrect* correcci* errata*
theft-home < home-damage crime: burglar* break-in broken+into stolen+from jewellery valuables
  | einbruch* eingebrochen gestohlen schmuck wertsachen
  | cambriol* bijoux effraction
  | robo robaron joyas allanamiento
weather-damage < home-damage: storm* hail flood* lightning wind snow+load heavy+rain tree+fell
  | sturm* hagel* hochwasser blitz* schnee* starkregen
  | tempête grêle inondation* foudre orage
  | tormenta granizo inundaci* rayo viento
body-harm < safety-work: wrist finger fingers hand leg arm back ankle bruise* cut broke+his
    bleeding bandage ambulance hospitalised sprain* fracture*
  | handgelenk finger bein arm rücken knöchel prellung* schnitt* blut* verband rettungswagen bruch
  | poignet doigt* main jambe bras cheville coupure* ambulance
  | muñeca dedo* mano pierna brazo tobillo corte ambulancia
danger-spot < safety-work: slippery oil+on spill* trip+hazard loose+cable unguarded sharp+edge
    exposed+wire blocked+exit emergency+exit fumes gas+leak smoke
  | rutschig* ölspur* stolper* kabel notausgang* dämpfe rauch*
  | glissant* déversement* câble* sortie+de+secours fumée*
  | resbaladiz* derrame* cable* salida+de+emergencia humo*
plants-park < garden street: park parks playground* bench* tree trees grass flower+bed fountain
  | park* spielplatz* bank bäume wiese brunnen
  | parc* aire+de+jeux banc* arbre* fontaine
  | parque* columpio* banco árbol* fuente
time-work < working-hours: swap take+my+shift late+shift early+shift cover+my hours overtime
    time+account clock+in night+duty weekend+duty
  | schicht+tauschen überstunden arbeitsstunden stechuhr dienst+tauschen
  | échanger+mon+poste heures+sup pointage garde+de+nuit
  | cambiar+turno horas+extra fichar guardia
work-journey < travel: commute* business+trip on+business customer+visit itinerary arrange+a+flight
    book+a+flight place+to+sleep somewhere+to+stay
  | dienstreise* geschäftsreise*
  | déplacement+professionnel voyage+d'affaires
  | viaje+de+negocios viaje+de+trabajo
invest-offer < spam: guaranteed+profit double+your+money passive+income act+fast risk-free
    exclusive+offer cheap+meds weight+loss hot+singles claim+now you+have+won free+gift no+cost
    credit+approved
  | gratis+gewinn garantiert schnell+reich jetzt+zugreifen
  | gratuit+gagnez revenus+garantis offre+exclusive
  | gratis dinero+fácil oferta+exclusiva garantizado
`;
