// General words of single trades: practices, schools, shops, sites, clubs. See ../thesaurus.ts.

export const SECTORS = `
doctor-visit < health appointment: appointment* check-up checkup examination consultation
    vaccination see+the+doctor surgery+hours cleaning+appointment
  | sprechstunde* vorsorge* untersuchung* arzttermin* kontrolltermin*
  | consultation* examen+médical rendez-vous+médical visite+médicale
  | consulta revisión cita+médica
prescription < health: prescription* refill* repeat+prescription tablets pills medicine medication*
    inhaler ointment dose dosage drops insulin
  | rezept* tabletten medikament* folgerezept* salbe dosierung*
  | ordonnance* comprimés médicament* renouvellement
  | receta* pastillas medicamento* dosis
test-results < health report: test+result* lab lab+results blood+test* blood x-ray* scan scans
    biopsy findings diagnos*
  | laborwerte befund* blutwerte blutabnahme röntgen* diagnose*
  | résultats+d'analyse analyse+de+sang radio diagnostic*
  | análisis+de+sangre resultados radiografía* diagnóstico*
allergy < health food: allerg* intoleran* gluten lactose vegan vegetarian diet* nuts peanut*
  | allerg* unverträglich* gluten* laktose* vegan* vegetarisch* diät*
  | allerg* intoléran* végétari* végan* régime
  | alergi* intoleranc* vegan* vegetarian* celiac* dieta
pets: pet pets dog dogs cat cats puppy animal* vet veterinary leash
  | hund* katze* haustier* tier tiere tierarzt
  | chien* chat chats animal* vétérinaire
  | perro* gato* mascota* animal* veterinari*
table-reservation < restaurant booking: table tables book+a+table table+for seating party+of
    terrace
  | tisch tisch+reserv* tischreserv* tisch+für plätze
  | table réserver+une+table couverts terrasse
  | mesa reservar+mesa mesa+para comensales
catering < food event: cater* buffet finger+food platter* menu+for deliver+lunch canapés
  | catering buffet häppchen verpflegung platten
  | traiteur buffet
  | catering bufé
membership < subscription: member* club join joining gym fitness trainer membership+card
  | mitglied* verein* beitritt* fitnessstudio* beitrag
  | membre* adhér* adhésion* club salle+de+sport
  | soci* miembro* club gimnasio afilia*
library: library libraries book books borrow* borrowed loan+period lend renew+the+book due+back
    author novel novels atlas biography authors title titles reading+circle bookmark keep+it+longer
    two+more+weeks chewed+cover magazine*
  | bücherei bibliothek* buch bücher ausleih* leihfrist vormerk* roman atlas biografie titel autor*
    zeitschrift*
  | bibliothèque* livre* emprunt* prolong* roman* atlas biographie titre* auteur*
  | biblioteca* libro* préstamo+de+libro prorrog* novela* atlas biografía título* autor* prestaron
museum < event: museum* exhibition* guided+tour* gallery theatre theater cinema tickets+for concert
    opera box+office
  | museum ausstellung* führung* theater kino konzert* eintrittskarte* oper
  | musée* exposition* visite+guidée théâtre cinéma concert* billetterie
  | museo* exposici* visita+guiada teatro cine concierto* entrada entradas
volunteer < charity: volunteer* help+out lend+a+hand my+free+time
  | ehrenamt* freiwillig* mithelfen
  | bénévol*
  | voluntari*
construction < building: construction site build builder* scaffold* foundation* concrete brick*
    crane excavator* architect* renovat* plaster tiles roofer* carpenter* painter* extension
  | bau baustelle* bauarbeit* gerüst* beton* kran* architekt* renovier* sanier* fliesen*
    dachdecker* maler*
  | chantier* travaux construction* béton échafaud* architecte* rénov* maçon* carrelage
  | obra obras construcci* hormigón andami* arquitect* reform* albañil*
building-permit < authority construction: building+permit* planning+permission permit permits
    zoning planning+application
  | baugenehmigung* bauantrag* bauamt
  | permis+de+construire urbanisme
  | licencia+de+obras permiso+de+obra
delivery-note < document delivery: delivery+note* packing+list* packing+slip waybill*
    bill+of+lading
  | lieferschein* packliste* frachtbrief*
  | bon+de+livraison bordereau*
  | albarán* nota+de+entrega
receipt < document pay: receipt* till+receipt sales+slip proof+of+purchase proof+of+payment
  | quittung* kassenbon* beleg* zahlungsbeleg*
  | reçu reçus ticket+de+caisse justificatif*
  | recibo* tique* comprobante*
lodging < travel: lodging accommodation* overnight hotel* hostel guesthouse airbnb
    bed+and+breakfast
  | unterkunft* übernachtung* pension hotel*
  | hébergement* logement hôtel* nuitée*
  | alojamiento* hospedaje hotel*
local-transport < travel: taxi* cab bus tram underground metro subway fuel petrol toll rental+car
    car+hire hire+a+car rent+a+car mileage
  | taxi* bus straßenbahn u-bahn benzin maut mietwagen*
  | taxi* bus tramway métro essence péage voiture+de+location
  | taxi* autobús tranvía metro gasolina peaje coche+de+alquiler alquilar+un+coche
flight < travel: flight* fly flying flights airline* airport* boarding plane planes gate layover
  | flug flüge fluglinie* flughafen* abflug boarding
  | vol vols avion* aéroport* compagnie+aérienne
  | vuelo* avión* aeropuerto* aerolínea* embarque
visa < travel authority: visa visas entry+permit border immigration consulate embassy
  | visum visa einreise* konsulat* botschaft* grenze
  | visa visas consulat* ambassade* frontière
  | visado* consulado* embajada* frontera
postage < delivery price: postage stamp stamps mailing letter+post registered+letter
  | porto briefmarke* einschreiben
  | affranchissement timbre* recommandé
  | franqueo sello sellos correo+certificado
telephone < communication-tools: phone* telephone* mobile sim call+plan roaming data+plan landline
    handset voicemail
  | telefon* handy* mobilfunk* festnetz* mailbox sim-karte*
  | téléphon* portable mobile forfait+mobile itinérance
  | teléfono* móvil móviles tarifa+móvil itinerancia
social-media < marketing: social+media facebook instagram linkedin twitter tiktok post posts
    hashtag* influencer* followers tweet*
  | soziale+medien beitrag beiträge
  | réseaux+sociaux publication*
  | redes+sociales publicaci*
copyright < law: copyright* trademark* patent* licence+to+use intellectual+property logo+use
    plagiar* our+picture our+image without+permission
  | urheberrecht* marke markenrecht* patent* geistiges+eigentum
  | droit+d'auteur marque brevet* propriété+intellectuelle
  | derechos+de+autor marca patente* propiedad+intelectual
confidentiality < contract: nda non-disclosure confidential* secrecy
  | geheimhaltung* vertraulich*
  | confidentialité
  | confidencial*
harassment < complaint people: harass* bully* bullying discriminat* mobbing insult* conflict*
    offensive inappropriate threatened hostile jokes+about accent in+confidence humiliat*
    colleague+behaviour working+climate atmosphere+at+work shout*
  | mobbing belästig* diskriminier* beleidig* konflikt*
  | harcèlement harcel* discrimin* insult* conflit*
  | acoso acos* discrimin* insult* conflicto*
product-info < question goods: dimension* size sizes colour* color* material weight compatible
    specification* data+sheet ingredients suitable+for available+in does+it+come come+in washable
    waterproof fits+into weigh* how+heavy stand+up+to does+the does+it suitable what+size made+of
    feature features battery+life capacity packed
  | größe* farbe* maße material gewicht passend kompatibel datenblatt* technische+daten geeignet
    wiegt wie+schwer wie+groß eigenschaft*
  | taille* couleur* dimension* matière poids compatible* fiche+technique convient pèse
    combien+pèse caractéristique*
  | tamaño* color* medida* material peso compatible* ficha+técnica sirve+para pesa característica*
identity < documents-public: identity identif* verif* proof+of prove who+i+am passport* id+check
    selfie
  | identität* ausweis* verifizier* nachweis* legitim*
  | identité vérifi* justificatif+d'identité
  | identidad verific* identific*
eligibility < question: age country countries residents eligible eligib* old+enough minimum+age
    qualify entitled allowed+to
  | alter land länder wohnsitz berechtigt anspruch
  | âge pays résident* éligib* ayant+droit
  | edad país países residente* elegib* derecho+a
foreign-money < account-bank: exchange+rate* foreign+currency currencies conversion convert
  | wechselkurs* fremdwährung* umrechn* devisen
  | taux+de+change devise*
  | tipo+de+cambio divisa*
cash-machine < account-bank: atm atms cash+machine* withdraw* cash+point swallowed dispens*
  | geldautomat* abheb* bankautomat* automat eingezogen
  | distributeur* retrait* retirer
  | cajero* retirar retirada*
account-close < account-bank contract-end: close+the+account close+my+account delete+my+account
    closing+account deactivate
  | konto+schließ* konto+auflös* konto+löschen
  | clôtur* fermer+mon+compte supprimer+mon+compte
  | cerrar+la+cuenta cerrar+mi+cuenta
open-account < account-bank: open+an+account opening+an+account new+account set+up+an+account
  | konto+eröffn* kontoeröffn*
  | ouvrir+un+compte ouverture+de+compte
  | abrir+una+cuenta
car-service < vehicle repair: oil+change tyre* tire tires inspection brake* brakes service+my+car
    clutch windscreen battery engine exhaust mot test+drive winter+tyres
  | ölwechsel inspektion bremse* reifenwechsel kupplung tüv batterie motor auspuff probefahrt
    winterreifen
  | vidange freins pneus révision contrôle+technique embrayage essai+routier
  | cambio+de+aceite frenos neumáticos revisión itv embrague prueba+de+conducción
pickup < delivery: pick-up pick+up collect collection fetch drop+off loading+bay ramp
  | abhol* abholung* verlad* rampe
  | enlèvement retrait ramassage quai
  | recogida* recoger muelle+de+carga
warehouse < stock: warehouse* storage shelf shelves inventory stocktaking pallet* picking
  | lager* lagerhaus regal* inventur* kommission*
  | entrepôt* stockage rayonnage inventaire
  | almacén* almacenamiento estantería* inventario
route < delivery: route routes driver drivers truck lorry detour traffic+jam tour
  | route* tour fahrer* lkw stau umleitung*
  | itinéraire* chauffeur* camion* embouteillage*
  | ruta* conductor* camión atasco*
price-review < opinion price: too+expensive overpriced value+for+money good+value worth+the+money
    rip-off ripoff is+a+joke daylight+robbery far+too+much charge+so+much not+worth pricey
  | zu+teuer überteuert preis-leistung* preiswert abzocke wucher unverschämte+preise
  | trop+cher rapport+qualité-prix arnaque hors+de+prix
  | demasiado+caro relación+calidad-precio un+robo carísim*
result-good < praise: success* passed improved on+time fast quick quickly
  | erfolg* pünktlich schnell*
  | réussi* rapide* à+l'heure
  | éxito rápid* puntual*
entertainment < private: party parties theatre concert cinema game games streaming club night+out
  | party kino konzert spiel spiele ausgehen
  | fête* spectacle* jeu jeux sortie
  | fiesta* espectáculo* juego*
grant-application < authority donation: grant* subsid* funding application+for+funding benefit
    benefits housing+benefit child+benefit allowance
  | fördermittel* förderantrag* zuschuss* kindergeld wohngeld
  | subvention* allocation* aide+financière
  | subvenci* ayuda+económica prestaci*
election-vote < authority: vote votes voting election* ballot poll
  | wahl* stimmzettel* briefwahl abstimm*
  | vote* élection* scrutin
  | voto* votar elecci*
marriage-birth < documents-public: wedding marry marriage birth newborn death divorce adoption
  | hochzeit heirat* geburt* sterbefall scheidung* eheschließung
  | mariage naissance décès divorce
  | boda matrimonio nacimiento defunci* divorcio
childcare < education: kindergarten nursery daycare child children kid kids babysitt* son daughter
  | kindergarten* kita* kind kinder krippe* sohn tochter
  | crèche* enfant* garderie fils fille
  | guardería niñ* hij* infantil
marks < education: grade grades mark marks score exam+result unfair+grade
  | note noten zensur* benotung
  | note notes notation
  | nota notas calificaci*
garden: garden* lawn hedge* tree trees branch mow plants leaves
  | garten* rasen hecke* baum bäume pflanze*
  | jardin* pelouse haie* arbre*
  | jardín* césped árbol*
pest < building: mice rats cockroach* insects wasp* pest ants mould mold damp
  | mäuse ratten kakerlaken wespen ungeziefer schimmel feucht*
  | souris rats cafards guêpes moisissure humidité
  | ratones ratas cucarachas avispas moho humedad
`;
