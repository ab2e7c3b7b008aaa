// General office words about goods, orders, deliveries and customers. See ../thesaurus.ts.

export const TRADE = `
order: order orders ordered ordering reorder* purchase_order* po_number basket checkout
    shopping_cart agreed_price place_an_order please_supply please_deliver boxes_of pieces_of
    we_order quantity_of another_one add_to_my_order
  | bestell* auftrag* aufträge warenkorb bestellen_wir hiermit_bestellen hinzufügen exemplar
  | commande* commandé* panier bon_de_commande nous_commandons veuillez_livrer
  | pedido* encarg* orden_de_compra carrito pedimos hacer_un_pedido rogamos_nos_envíen
order_confirmation < order supplier: order_confirm* confirm_your_order confirms confirm
    confirmation confirmed we_have_booked booked_your_order dispatched_on will_be_dispatched
    will_ship
  | auftragsbestätig* bestellbestätig* bestätig*
  | confirmation_de_commande confirm* accusé_de_réception
  | confirmaci* confirmam* confirmar
supplier < purchase: supplier* vendor* wholesaler* manufacturer* subcontractor* contractor*
  | lieferant* zulieferer* hersteller* dienstleister*
  | fournisseur* prestataire* fabricant*
  | proveedor* fabricante* suministrador*
customer: customer* client clients clientele consumer* buyer* shopper*
  | kunde kunden kundin* klient* käufer*
  | client cliente clients clientèle acheteur*
  | cliente* clientes comprador*
delivery < parcel: deliver* shipment* shipping shipped ship dispatch* courier* carrier* tracking
    arrive* arriving arrival in_transit on_its_way en_route postman delivery_date forwarding
  | liefer* geliefert* versand* versend* zustell* zugestellt* sendung* spedition* ankomm* unterwegs
    kurier* sendungsverfolg*
  | livr* expédi* colis transporteur* suivi acheminement coursier
  | entreg* envío* enviado* enviar transportista* mensajer* reparto llegad* seguimiento
parcel < delivery: parcel* package packages packet* box boxes crate* pallet* container* freight
    cargo
  | paket* päckchen karton* palette* fracht* ladung
  | colis paquet* carton* palette* fret
  | paquete* caja cajas palé* carga bulto
late < complaint waiting: late later_than delay* overdue still_waiting not_arrived has_not_arrived
    never_arrived still_not_here supposed_to_arrive behind_schedule where_is_it where_is_my
    nothing_received not_received lost_in_the_mail should_have_arrived not_yet_received
    nowhere_to_be_seen no_sign_of three_weeks still_nothing nothing_has_come no_news has_been_weeks
    supposed_to_come
  | verspät* verzöger* immer_noch_nicht noch_nicht_angekommen nicht_angekommen nicht_erhalten
    lässt_auf_sich_warten wo_bleibt nichts_gehört keine_nachricht nichts_angekommen
  | retard* toujours_pas pas_encore rien_reçu jamais_arrivé pas_arrivé en_retard sans_nouvelles
    aucune_nouvelle devait_arriver
  | retras* tarde todavía_no aún_no no_ha_llegado demora* sin_noticias debía_llegar sigo_esperando
address_change < delivery personal_data move_home: new_address change_of_address different_address
    delivery_address old_address moved_house wrong_address redirect* update_my_address
    other_address
  | neue_adresse neue_anschrift adressänderung* adresse_ändern lieferadresse* umgezogen
  | nouvelle_adresse changement_d'adresse adresse_de_livraison changé_d'adresse
  | nueva_dirección cambio_de_dirección cambio_de_domicilio dirección_de_entrega
address < personal_data: address addresses street postcode zip_code
  | adresse* anschrift* postleitzahl straße
  | adresse* code_postal
  | dirección domicilio código_postal
customs < delivery authority: customs import export tariff_code duty duties clearance hs_code
  | zoll* einfuhr* ausfuhr* import export
  | douan* importation exportation
  | aduan* importaci* exportaci*
return_goods < goods refund: return returns returned returning send_back sent_back give_back
    take_back right_of_withdrawal
  | rücksend* retoure* retourn* zurückschick* zurückgeschickt zurückgeb* widerruf* umtausch*
    rückgabe*
  | retour* renvo* retourn* rétract*
  | devol* devuel* devolver devuelto retorno
exchange < return_goods: exchange* swap* other_size another_size different_size wrong_size
    another_colour another_color too_small too_big too_tight too_large does_not_fit instead_of
    larger_size smaller_size
  | umtausch* tauschen austausch* andere_größe passt_nicht zu_klein zu_groß zu_eng andere_farbe
  | échang* autre_taille trop_petit* trop_grand* taille_plus
  | cambiar_por cambio_de_talla otra_talla talla tallas demasiado_pequeñ* demasiado_grande
goods: goods product* article* item items merchandise ware wares thing_i_bought piece pieces
  | ware waren artikel* produkt* stück*
  | produit* article* marchandise* pièce*
  | producto* artículo* mercancía* género pieza piezas
damaged_goods < goods broken complaint: damaged damage damages broken shattered smashed cracked
    dented scratched torn stained faulty defective leaking crushed arrived_broken broken_zip zip
    chewed soaked bent snapped ripped burst_open
  | beschädig* zerbroch* kaputt zerkratzt* verbeult* gerissen defekt* bruch in_scherben
  | abîmé* cassé* endommag* brisé* rayé* déchir* défectueu*
  | dañad* roto rota rotos rotas rayad* abollad* defectuos* estropead*
wrong_goods < goods complaint: wrong_item wrong_product wrong_article wrong_colour wrong_color
    not_what_i_ordered something_else instead_of mixed_up mix-up you_sent ordered_a sent_the_wrong
    wrong missing incomplete not_in_the_box lacks
  | falsche_ware falscher_artikel falsch* verwechsel* fehlt fehlen fehlend* unvollständig* statt
  | mauvais_article pas_le_bon manque manquant* erreur_de_commande incomplet* à_la_place
  | equivocad* incorrect* falta faltan faltaba incomplet* en_lugar_de en_vez_de
stock < goods: in_stock out_of_stock stock availab* sold_out back_in_stock restock* inventory
    warehouse* still_have
  | lager* vorrätig* verfügbar* ausverkauft bestand* lieferbar wieder_da
  | stock* disponib* rupture épuisé* entrepôt*
  | existencias disponib* agotad* almacén* inventario tienen_est*
warranty < repair goods: warrant* guarantee* mend repair* replacement* stopped_working still_under
  | garantie* gewährleist* reparatur* reparier* ersatz
  | garantie* réparation* remplac*
  | garantía* reparaci* reemplaz* sustituci*
repair < broken: repair* fix fixed fixing mend mended maintenance service_technician technician*
    plumber* electrician* handyman engineer_visit spare_part*
  | reparatur* reparier* instandsetz* wartung* monteur* techniker* handwerker* klempner*
    elektriker* ersatzteil* beheb*
  | répar* dépann* plombier* électricien* technicien* entretien pièce_de_rechange
  | repar* arregl* fontaner* electricista* técnico* mantenimiento repuesto* recambio*
broken: broken broke breaks break_down broken_down breakdown not_work* not_function*
    no_longer_work* stopped_working stops_working stop_working does_not_start not_turn_on
    will_not_start wont_start out_of_order out_of_service defect* fault faulty faults malfunction*
    failure* failed fails crash* stuck jam jams jammed flicker* dead freez* frozen cracked damage*
    not_respond* error errors worn leak* drip* burst squeal* squeak* loose does_not_close
    does_not_open makes_a_noise smashed torn
  | kaputt* defekt* funktioniert_nicht geht_nicht nicht_mehr störung* ausgefallen ausfall*
    beschädig* schaden* schäden fehler* klemmt hängt streikt tropft undicht* leckt gerissen
    lässt_sich_nicht schließt_nicht öffnet_nicht springt_nicht_an bleibt_kalt
  | cass* panne* en_panne ne_marche ne_fonctionne ne_s'allume marche_plus fonctionne_plus défaut*
    défectueu* abîmé* bloqué* dysfonctionn* fuite* ne_ferme ne_s'ouvre erreur*
  | rot* roto rota averi* no_funciona no_enciende no_arranca no_cierra no_abre estropea* defect*
    fallo* falla* dañad* gotea fuga* atascad* bloquead* error*
sales < purchase price: sales sell selling seller* demo demonstration* interested_in interest_in
    evaluat* trial pilot prospect* lead leads product_tour what_it_costs what_does_it_cost
    how_much_does considering
  | verkauf* vertrieb* interessier* interesse vorführ* testen probezugang demo*
  | vente* vendre intéress* démonstration* essai démo
  | venta* vender interesad* demostraci* prueba nos_interesa
partner < company: partner* cooperat* collaborat* reseller* resell* joint_venture alliance*
    work_together join_forces affiliate* distribution_agreement distributor*
  | partner* kooperation* zusammenarbeit* vertriebspartner* händler* wiederverkäufer*
  | partenair* partenariat* coopér* collabor* revend* distribut*
  | socio* colabor* alianza* distribuid* revend* cooperaci*
company: company companies firm firms business* enterprise* agency organisation* organization*
  | firma firmen unternehmen* betrieb* agentur*
  | entreprise* société* agence*
  | empresa* compañía* agencia* sociedad*
subscription < contract_end contract: subscri* plan plans membership* member auto-renew* renewal*
    renew seats licence* license*
  | abo abos abonn* mitgliedschaft* lizenz* vertragsverlänger* tarif
  | abonn* forfait* adhésion* licence* renouvel*
  | suscri* plan membresía* licencia* renov* abonad*
upgrade < subscription: upgrade* more_seats more_users additional_feature* larger_plan bigger_plan
    premium extra_module more_storage add-on* extend_our higher_plan
  | erweiter* aufstock* höherer_tarif größeres_paket zusatzmodul* mehr_nutzer upgrade*
  | mise_à_niveau plus_d'utilisateurs formule_supérieure option_supplémentaire
  | ampliar ampliaci* más_usuarios plan_superior mejorar_el_plan
contract_end < contract: cancel* terminat* quit end_my end_the_contract discontinue* stop_my
    close_my_account give_notice notice_period not_renew not_want_to_renew opt_out ending
  | kündig* gekündigt abbestell* beenden beendig* vertragsende stornier* storno nicht_verlängern
  | résili* annul* mettre_fin désabonn* ne_souhaite_plus
  | cancel* rescind* dar_de_baja baja anul* terminar_el_contrato no_quiero_renovar no_renovar
`;
