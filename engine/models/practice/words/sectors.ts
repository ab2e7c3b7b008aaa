// General words of single trades: practices, schools, shops, sites, clubs. See ../thesaurus.ts.

export const SECTORS = `
doctor_visit < health appointment: appointment* check-up checkup examination consultation
    vaccination see_the_doctor surgery_hours cleaning_appointment
  | sprechstunde* vorsorge* untersuchung* arzttermin* kontrolltermin*
  | consultation* examen_médical rendez-vous_médical visite_médicale
  | consulta revisión cita_médica
prescription < health: prescription* refill* repeat_prescription tablets pills medicine medication*
    inhaler ointment dose dosage drops insulin
  | rezept* tabletten medikament* folgerezept* salbe dosierung*
  | ordonnance* comprimés médicament* renouvellement
  | receta* pastillas medicamento* dosis
test_results < health report: test_result* lab lab_results blood_test* blood x-ray* scan scans
    biopsy findings diagnos*
  | laborwerte befund* blutwerte blutabnahme röntgen* diagnose*
  | résultats_d'analyse analyse_de_sang radio diagnostic*
  | análisis_de_sangre resultados radiografía* diagnóstico*
allergy < health food: allerg* intoleran* gluten lactose vegan vegetarian diet* nuts peanut*
  | allerg* unverträglich* gluten* laktose* vegan* vegetarisch* diät*
  | allerg* intoléran* végétari* végan* régime
  | alergi* intoleranc* vegan* vegetarian* celiac* dieta
pets: pet pets dog dogs cat cats puppy animal* vet veterinary leash
  | hund* katze* haustier* tier tiere tierarzt
  | chien* chat chats animal* vétérinaire
  | perro* gato* mascota* animal* veterinari*
table_reservation < restaurant booking: table tables book_a_table table_for seating party_of
    terrace
  | tisch tisch_reserv* tischreserv* tisch_für plätze
  | table réserver_une_table couverts terrasse
  | mesa reservar_mesa mesa_para comensales
catering < food event: cater* buffet finger_food platter* menu_for deliver_lunch canapés
  | catering buffet häppchen verpflegung platten
  | traiteur buffet
  | catering bufé
membership < subscription: member* club join joining gym fitness trainer membership_card
  | mitglied* verein* beitritt* fitnessstudio* beitrag
  | membre* adhér* adhésion* club salle_de_sport
  | soci* miembro* club gimnasio afilia*
library: library libraries book books borrow* borrowed loan_period lend renew_the_book due_back
    author novel novels atlas biography authors title titles reading_circle bookmark keep_it_longer
    two_more_weeks chewed_cover magazine*
  | bücherei bibliothek* buch bücher ausleih* leihfrist vormerk* roman atlas biografie titel autor*
    zeitschrift*
  | bibliothèque* livre* emprunt* prolong* roman* atlas biographie titre* auteur*
  | biblioteca* libro* préstamo_de_libro prorrog* novela* atlas biografía título* autor* prestaron
museum < event: museum* exhibition* guided_tour* gallery theatre theater cinema tickets_for concert
    opera box_office
  | museum ausstellung* führung* theater kino konzert* eintrittskarte* oper
  | musée* exposition* visite_guidée théâtre cinéma concert* billetterie
  | museo* exposici* visita_guiada teatro cine concierto* entrada entradas
volunteer < charity: volunteer* help_out lend_a_hand my_free_time
  | ehrenamt* freiwillig* mithelfen
  | bénévol*
  | voluntari*
construction < building: construction site build builder* scaffold* foundation* concrete brick*
    crane excavator* architect* renovat* plaster tiles roofer* carpenter* painter* extension
  | bau baustelle* bauarbeit* gerüst* beton* kran* architekt* renovier* sanier* fliesen*
    dachdecker* maler*
  | chantier* travaux construction* béton échafaud* architecte* rénov* maçon* carrelage
  | obra obras construcci* hormigón andami* arquitect* reform* albañil*
building_permit < authority construction: building_permit* planning_permission permit permits
    zoning planning_application
  | baugenehmigung* bauantrag* bauamt
  | permis_de_construire urbanisme
  | licencia_de_obras permiso_de_obra
delivery_note < document delivery: delivery_note* packing_list* packing_slip waybill*
    bill_of_lading
  | lieferschein* packliste* frachtbrief*
  | bon_de_livraison bordereau*
  | albarán* nota_de_entrega
receipt < document pay: receipt* till_receipt sales_slip proof_of_purchase proof_of_payment
  | quittung* kassenbon* beleg* zahlungsbeleg*
  | reçu reçus ticket_de_caisse justificatif*
  | recibo* tique* comprobante*
lodging < travel: lodging accommodation* overnight hotel* hostel guesthouse airbnb
    bed_and_breakfast
  | unterkunft* übernachtung* pension hotel*
  | hébergement* logement hôtel* nuitée*
  | alojamiento* hospedaje hotel*
local_transport < travel: taxi* cab bus tram underground metro subway fuel petrol toll rental_car
    car_hire hire_a_car rent_a_car mileage
  | taxi* bus straßenbahn u-bahn benzin maut mietwagen*
  | taxi* bus tramway métro essence péage voiture_de_location
  | taxi* autobús tranvía metro gasolina peaje coche_de_alquiler alquilar_un_coche
flight < travel: flight* fly flying flights airline* airport* boarding plane planes gate layover
  | flug flüge fluglinie* flughafen* abflug boarding
  | vol vols avion* aéroport* compagnie_aérienne
  | vuelo* avión* aeropuerto* aerolínea* embarque
visa < travel authority: visa visas entry_permit border immigration consulate embassy
  | visum visa einreise* konsulat* botschaft* grenze
  | visa visas consulat* ambassade* frontière
  | visado* consulado* embajada* frontera
postage < delivery price: postage stamp stamps mailing letter_post registered_letter
  | porto briefmarke* einschreiben
  | affranchissement timbre* recommandé
  | franqueo sello sellos correo_certificado
telephone < communication_tools: phone* telephone* mobile sim call_plan roaming data_plan landline
    handset voicemail
  | telefon* handy* mobilfunk* festnetz* mailbox sim-karte*
  | téléphon* portable mobile forfait_mobile itinérance
  | teléfono* móvil móviles tarifa_móvil itinerancia
social_media < marketing: social_media facebook instagram linkedin twitter tiktok post posts
    hashtag* influencer* followers tweet*
  | soziale_medien beitrag beiträge
  | réseaux_sociaux publication*
  | redes_sociales publicaci*
copyright < law: copyright* trademark* patent* licence_to_use intellectual_property logo_use
    plagiar* our_picture our_image without_permission
  | urheberrecht* marke markenrecht* patent* geistiges_eigentum
  | droit_d'auteur marque brevet* propriété_intellectuelle
  | derechos_de_autor marca patente* propiedad_intelectual
confidentiality < contract: nda non-disclosure confidential* secrecy
  | geheimhaltung* vertraulich*
  | confidentialité
  | confidencial*
harassment < complaint people: harass* bully* bullying discriminat* mobbing insult* conflict*
    offensive inappropriate threatened hostile jokes_about accent in_confidence humiliat*
    colleague_behaviour working_climate atmosphere_at_work shout*
  | mobbing belästig* diskriminier* beleidig* konflikt*
  | harcèlement harcel* discrimin* insult* conflit*
  | acoso acos* discrimin* insult* conflicto*
product_info < question goods: dimension* size sizes colour* color* material weight compatible
    specification* data_sheet ingredients suitable_for available_in does_it_come come_in washable
    waterproof fits_into weigh* how_heavy stand_up_to does_the does_it suitable what_size made_of
    feature features battery_life capacity packed
  | größe* farbe* maße material gewicht passend kompatibel datenblatt* technische_daten geeignet
    wiegt wie_schwer wie_groß eigenschaft*
  | taille* couleur* dimension* matière poids compatible* fiche_technique convient pèse
    combien_pèse caractéristique*
  | tamaño* color* medida* material peso compatible* ficha_técnica sirve_para pesa característica*
identity < documents_public: identity identif* verif* proof_of prove who_i_am passport* id_check
    selfie
  | identität* ausweis* verifizier* nachweis* legitim*
  | identité vérifi* justificatif_d'identité
  | identidad verific* identific*
eligibility < question: age country countries residents eligible eligib* old_enough minimum_age
    qualify entitled allowed_to
  | alter land länder wohnsitz berechtigt anspruch
  | âge pays résident* éligib* ayant_droit
  | edad país países residente* elegib* derecho_a
foreign_money < account_bank: exchange_rate* foreign_currency currencies conversion convert
  | wechselkurs* fremdwährung* umrechn* devisen
  | taux_de_change devise*
  | tipo_de_cambio divisa*
cash_machine < account_bank: atm atms cash_machine* withdraw* cash_point swallowed dispens*
  | geldautomat* abheb* bankautomat* automat eingezogen
  | distributeur* retrait* retirer
  | cajero* retirar retirada*
account_close < account_bank contract_end: close_the_account close_my_account delete_my_account
    closing_account deactivate
  | konto_schließ* konto_auflös* konto_löschen
  | clôtur* fermer_mon_compte supprimer_mon_compte
  | cerrar_la_cuenta cerrar_mi_cuenta
open_account < account_bank: open_an_account opening_an_account new_account set_up_an_account
  | konto_eröffn* kontoeröffn*
  | ouvrir_un_compte ouverture_de_compte
  | abrir_una_cuenta
car_service < vehicle repair: oil_change tyre* tire tires inspection brake* brakes service_my_car
    clutch windscreen battery engine exhaust mot test_drive winter_tyres
  | ölwechsel inspektion bremse* reifenwechsel kupplung tüv batterie motor auspuff probefahrt
    winterreifen
  | vidange freins pneus révision contrôle_technique embrayage essai_routier
  | cambio_de_aceite frenos neumáticos revisión itv embrague prueba_de_conducción
pickup < delivery: pick-up pick_up collect collection fetch drop_off loading_bay ramp
  | abhol* abholung* verlad* rampe
  | enlèvement retrait ramassage quai
  | recogida* recoger muelle_de_carga
warehouse < stock: warehouse* storage shelf shelves inventory stocktaking pallet* picking
  | lager* lagerhaus regal* inventur* kommission*
  | entrepôt* stockage rayonnage inventaire
  | almacén* almacenamiento estantería* inventario
route < delivery: route routes driver drivers truck lorry detour traffic_jam tour
  | route* tour fahrer* lkw stau umleitung*
  | itinéraire* chauffeur* camion* embouteillage*
  | ruta* conductor* camión atasco*
price_review < opinion price: too_expensive overpriced value_for_money good_value worth_the_money
    rip-off ripoff is_a_joke daylight_robbery far_too_much charge_so_much not_worth pricey
  | zu_teuer überteuert preis-leistung* preiswert abzocke wucher unverschämte_preise
  | trop_cher rapport_qualité-prix arnaque hors_de_prix
  | demasiado_caro relación_calidad-precio un_robo carísim*
result_good < praise: success* passed improved on_time fast quick quickly
  | erfolg* pünktlich schnell*
  | réussi* rapide* à_l'heure
  | éxito rápid* puntual*
entertainment < private: party parties theatre concert cinema game games streaming club night_out
  | party kino konzert spiel spiele ausgehen
  | fête* spectacle* jeu jeux sortie
  | fiesta* espectáculo* juego*
grant_application < authority donation: grant* subsid* funding application_for_funding benefit
    benefits housing_benefit child_benefit allowance
  | fördermittel* förderantrag* zuschuss* kindergeld wohngeld
  | subvention* allocation* aide_financière
  | subvenci* ayuda_económica prestaci*
election_vote < authority: vote votes voting election* ballot poll
  | wahl* stimmzettel* briefwahl abstimm*
  | vote* élection* scrutin
  | voto* votar elecci*
marriage_birth < documents_public: wedding marry marriage birth newborn death divorce adoption
  | hochzeit heirat* geburt* sterbefall scheidung* eheschließung
  | mariage naissance décès divorce
  | boda matrimonio nacimiento defunci* divorcio
childcare < education: kindergarten nursery daycare child children kid kids babysitt* son daughter
  | kindergarten* kita* kind kinder krippe* sohn tochter
  | crèche* enfant* garderie fils fille
  | guardería niñ* hij* infantil
marks < education: grade grades mark marks score exam_result unfair_grade
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
