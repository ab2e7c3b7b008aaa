// General office words about goods, orders, deliveries and customers. See ../thesaurus.ts.

export const TRADE = `
order: order orders ordered ordering reorder* purchase+order* po+number basket checkout
    shopping+cart agreed+price place+an+order please+supply please+deliver boxes+of pieces+of
    we+order quantity+of another+one add+to+my+order
  | bestell* auftrag* aufträge warenkorb bestellen+wir hiermit+bestellen hinzufügen exemplar
  | commande* commandé* panier bon+de+commande nous+commandons veuillez+livrer
  | pedido* encarg* orden+de+compra carrito pedimos hacer+un+pedido rogamos+nos+envíen
order-confirmation < order supplier: order+confirm* confirm+your+order confirms confirm
    confirmation confirmed we+have+booked booked+your+order dispatched+on will+be+dispatched
    will+ship
  | auftragsbestätig* bestellbestätig* bestätig*
  | confirmation+de+commande confirm* accusé+de+réception
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
    arrive* arriving arrival in+transit on+its+way en+route postman delivery+date forwarding
  | liefer* geliefert* versand* versend* zustell* zugestellt* sendung* spedition* ankomm* unterwegs
    kurier* sendungsverfolg*
  | livr* expédi* colis transporteur* suivi acheminement coursier
  | entreg* envío* enviado* enviar transportista* mensajer* reparto llegad* seguimiento
parcel < delivery: parcel* package packages packet* box boxes crate* pallet* container* freight
    cargo
  | paket* päckchen karton* palette* fracht* ladung
  | colis paquet* carton* palette* fret
  | paquete* caja cajas palé* carga bulto
late < complaint waiting: late later+than delay* overdue still+waiting not+arrived has+not+arrived
    never+arrived still+not+here supposed+to+arrive behind+schedule where+is+it where+is+my
    nothing+received not+received lost+in+the+mail should+have+arrived not+yet+received
    nowhere+to+be+seen no+sign+of three+weeks still+nothing nothing+has+come no+news has+been+weeks
    supposed+to+come
  | verspät* verzöger* immer+noch+nicht noch+nicht+angekommen nicht+angekommen nicht+erhalten
    lässt+auf+sich+warten wo+bleibt nichts+gehört keine+nachricht nichts+angekommen
  | retard* toujours+pas pas+encore rien+reçu jamais+arrivé pas+arrivé en+retard sans+nouvelles
    aucune+nouvelle devait+arriver
  | retras* tarde todavía+no aún+no no+ha+llegado demora* sin+noticias debía+llegar sigo+esperando
address-change < delivery personal-data move-home: new+address change+of+address different+address
    delivery+address old+address moved+house wrong+address redirect* update+my+address
    other+address
  | neue+adresse neue+anschrift adressänderung* adresse+ändern lieferadresse* umgezogen
  | nouvelle+adresse changement+d'adresse adresse+de+livraison changé+d'adresse
  | nueva+dirección cambio+de+dirección cambio+de+domicilio dirección+de+entrega
address < personal-data: address addresses street postcode zip+code
  | adresse* anschrift* postleitzahl straße
  | adresse* code+postal
  | dirección domicilio código+postal
customs < delivery authority: customs import export tariff+code duty duties clearance hs+code
  | zoll* einfuhr* ausfuhr* import export
  | douan* importation exportation
  | aduan* importaci* exportaci*
return-goods < goods refund: return returns returned returning send+back sent+back give+back
    take+back right+of+withdrawal
  | rücksend* retoure* retourn* zurückschick* zurückgeschickt zurückgeb* widerruf* umtausch*
    rückgabe*
  | retour* renvo* retourn* rétract*
  | devol* devuel* devolver devuelto retorno
exchange < return-goods: exchange* swap* other+size another+size different+size wrong+size
    another+colour another+color too+small too+big too+tight too+large does+not+fit instead+of
    larger+size smaller+size
  | umtausch* tauschen austausch* andere+größe passt+nicht zu+klein zu+groß zu+eng andere+farbe
  | échang* autre+taille trop+petit* trop+grand* taille+plus
  | cambiar+por cambio+de+talla otra+talla talla tallas demasiado+pequeñ* demasiado+grande
goods: goods product* article* item items merchandise ware wares thing+i+bought piece pieces
  | ware waren artikel* produkt* stück*
  | produit* article* marchandise* pièce*
  | producto* artículo* mercancía* género pieza piezas
damaged-goods < goods broken complaint: damaged damage damages broken shattered smashed cracked
    dented scratched torn stained faulty defective leaking crushed arrived+broken broken+zip zip
    chewed soaked bent snapped ripped burst+open
  | beschädig* zerbroch* kaputt zerkratzt* verbeult* gerissen defekt* bruch in+scherben
  | abîmé* cassé* endommag* brisé* rayé* déchir* défectueu*
  | dañad* roto rota rotos rotas rayad* abollad* defectuos* estropead*
wrong-goods < goods complaint: wrong+item wrong+product wrong+article wrong+colour wrong+color
    not+what+i+ordered something+else instead+of mixed+up mix-up you+sent ordered+a sent+the+wrong
    wrong missing incomplete not+in+the+box lacks
  | falsche+ware falscher+artikel falsch* verwechsel* fehlt fehlen fehlend* unvollständig* statt
  | mauvais+article pas+le+bon manque manquant* erreur+de+commande incomplet* à+la+place
  | equivocad* incorrect* falta faltan faltaba incomplet* en+lugar+de en+vez+de
stock < goods: in+stock out+of+stock stock availab* sold+out back+in+stock restock* inventory
    warehouse* still+have
  | lager* vorrätig* verfügbar* ausverkauft bestand* lieferbar wieder+da
  | stock* disponib* rupture épuisé* entrepôt*
  | existencias disponib* agotad* almacén* inventario tienen+est*
warranty < repair goods: warrant* guarantee* mend repair* replacement* stopped+working still+under
  | garantie* gewährleist* reparatur* reparier* ersatz
  | garantie* réparation* remplac*
  | garantía* reparaci* reemplaz* sustituci*
repair < broken: repair* fix fixed fixing mend mended maintenance service+technician technician*
    plumber* electrician* handyman engineer+visit spare+part*
  | reparatur* reparier* instandsetz* wartung* monteur* techniker* handwerker* klempner*
    elektriker* ersatzteil* beheb*
  | répar* dépann* plombier* électricien* technicien* entretien pièce+de+rechange
  | repar* arregl* fontaner* electricista* técnico* mantenimiento repuesto* recambio*
broken: broken broke breaks break+down broken+down breakdown not+work* not+function*
    no+longer+work* stopped+working stops+working stop+working does+not+start not+turn+on
    will+not+start wont+start out+of+order out+of+service defect* fault faulty faults malfunction*
    failure* failed fails crash* stuck jam jams jammed flicker* dead freez* frozen cracked damage*
    not+respond* error errors worn leak* drip* burst squeal* squeak* loose does+not+close
    does+not+open makes+a+noise smashed torn
  | kaputt* defekt* funktioniert+nicht geht+nicht nicht+mehr störung* ausgefallen ausfall*
    beschädig* schaden* schäden fehler* klemmt hängt streikt tropft undicht* leckt gerissen
    lässt+sich+nicht schließt+nicht öffnet+nicht springt+nicht+an bleibt+kalt
  | cass* panne* en+panne ne+marche ne+fonctionne ne+s'allume marche+plus fonctionne+plus défaut*
    défectueu* abîmé* bloqué* dysfonctionn* fuite* ne+ferme ne+s'ouvre erreur*
  | rot* roto rota averi* no+funciona no+enciende no+arranca no+cierra no+abre estropea* defect*
    fallo* falla* dañad* gotea fuga* atascad* bloquead* error*
sales < purchase price: sales sell selling seller* demo demonstration* interested+in interest+in
    evaluat* trial pilot prospect* lead leads product+tour what+it+costs what+does+it+cost
    how+much+does considering
  | verkauf* vertrieb* interessier* interesse vorführ* testen probezugang demo*
  | vente* vendre intéress* démonstration* essai démo
  | venta* vender interesad* demostraci* prueba nos+interesa
partner < company: partner* cooperat* collaborat* reseller* resell* joint+venture alliance*
    work+together join+forces affiliate* distribution+agreement distributor*
  | partner* kooperation* zusammenarbeit* vertriebspartner* händler* wiederverkäufer*
  | partenair* partenariat* coopér* collabor* revend* distribut*
  | socio* colabor* alianza* distribuid* revend* cooperaci*
company: company companies firm firms business* enterprise* agency organisation* organization*
  | firma firmen unternehmen* betrieb* agentur*
  | entreprise* société* agence*
  | empresa* compañía* agencia* sociedad*
subscription < contract-end contract: subscri* plan plans membership* member auto-renew* renewal*
    renew seats licence* license*
  | abo abos abonn* mitgliedschaft* lizenz* vertragsverlänger* tarif
  | abonn* forfait* adhésion* licence* renouvel*
  | suscri* plan membresía* licencia* renov* abonad*
upgrade < subscription: upgrade* more+seats more+users additional+feature* larger+plan bigger+plan
    premium extra+module more+storage add-on* extend+our higher+plan
  | erweiter* aufstock* höherer+tarif größeres+paket zusatzmodul* mehr+nutzer upgrade*
  | mise+à+niveau plus+d'utilisateurs formule+supérieure option+supplémentaire
  | ampliar ampliaci* más+usuarios plan+superior mejorar+el+plan
contract-end < contract: cancel* terminat* quit end+my end+the+contract discontinue* stop+my
    close+my+account give+notice notice+period not+renew not+want+to+renew opt+out ending
  | kündig* gekündigt abbestell* beenden beendig* vertragsende stornier* storno nicht+verlängern
  | résili* annul* mettre+fin désabonn* ne+souhaite+plus
  | cancel* rescind* dar+de+baja baja anul* terminar+el+contrato no+quiero+renovar no+renovar
`;
