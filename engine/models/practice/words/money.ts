// General office words about money, in four languages. What the lines mean: see ../thesaurus.ts.
// W1 general vocabulary only: nothing here comes from a shipped workflow or from a test's texts.

export const MONEY = `
money: money cash fund funds sum amount amounts figure currency euro euros dollar* cent cents
  | geld* betrag* beträge bargeld summe*
  | argent somme* montant* liquid* fric
  | dinero importe* suma monto* cantidad
refund < money return-goods: refund* reimburs* money+back repay* repaid pay+back paid+back
    give+back gave+back credit+back credited chargeback* compensat* get+back send+back+the+money
    return+the+money recoup* recover+the+money out+of+pocket paid+myself
  | erstatt* rückerstatt* rückzahl* zurückzahl* zurückerstatt* geld+zurück gutschrift* zurückbuch*
    zurücküberweis* ausgelegt* auslagen*
  | rembours* avoir dédommag* restitu*
  | reembols* devolución+del+dinero devolver+el+dinero devolucion+de+dinero reintegr* abono
invoice < money pay: invoice* bill bills billed billing e-invoice* accounts+payable amount+due
  | rechnung* faktura* abrechnung* fakturier*
  | factur* note+de+frais
  | factura* facturac* recibo*
reminder < money overdue-money: reminder* dunning overdue past+due unpaid arrears
    outstanding+balance outstanding+amount outstanding+payment second+notice final+notice
    last+notice final+demand still+owe* not+yet+paid settle+immediately still+open late+fee*
    collection+agency still+not+received+payment not+received+your+payment kindly+transfer
    within+seven+days books+show open+amount open+item remind payment+reminder*
  | mahnung* mahnen* mahngebühr* zahlungserinnerung* überfällig* offene+rechnung inkasso säumnis*
    ausstehend* noch+nicht+bezahlt zahlungsverzug verzug noch+offen offener+betrag bitte+überweisen
  | relance* rappel* impayé* en+retard+de+paiement retard+de+paiement mise+en+demeure échu*
    régler+la+somme veuillez+régler restant+dû
  | recordatorio* impagad* vencid* moros* pendiente+de+pago importe+pendiente sigue+pendiente
quote < money sales: quote* quotation* offer offers offered price+list cost+estimate* estimate
    estimates tender* bid bids proposal* enquir* pricing what+would+it+cost what+would+cost
    how+much+would best+price+for
  | angebot* offerte* kostenvoranschlag* preisliste* preisanfrage* ausschreib* unterbreit*
    was+kosten was+kostet bestes+angebot
  | devis offre+de+prix appel+d'offres proposition+commerciale tarifs meilleure+offre votre+offre
  | presupuest* oferta* cotiza* licitaci* mejor+precio mejor+oferta cuánto+costaría
price < money tariff: price* cost* cheap* expensive costly rate rates tariff* fee fees charge
    charges charged surcharge* pricing discount*
  | preis* kosten* teuer* günstig* gebühr* tarif* rabatt* nachlass
  | prix coût* cher chère tarif* frais remise* rabais
  | precio* coste* costo* caro cara tarifa* tasa* descuent*
tariff < price energy: tariff* price+plan* rate+plan* electricity+price* cheaper competitor
    switch+to switch+supplier
  | tarif* anbieterwechsel stromtarif* preisgarantie
  | tarif* abonnement+électrique
  | tarifa*
pay < money: pay pays paid paying payment* payable settle settled settlement* remit* direct+debit
    instalment* installment* prepaid cheque* check+payment paypal credit+card debit+card owe owes
    owed pay+off payed
  | bezahl* zahl zahlt zahlen zahlung* beglich* begleich* lastschrift* ratenzahlung* überweis*
    vorkasse kreditkarte* fällig*
  | payer payé* paie payez paiement* règlement* régler réglé prélèvement* versement* carte+bancaire
    chèque*
  | pago pagos pagar pagad* pagué abonar cuota* domiciliac* tarjeta+de+crédito
charge-dispute < refund pay invoice: charged+twice double+charge* charged+two+times wrongly+charged
    unknown+charge card+statement debited+twice wrong+amount dispute* overcharg* billed+twice
    did+not+authori* charged+me
  | doppelt+abgebucht doppelt+berechnet falsch+berechnet abgebucht* abbuchung* reklamierter+betrag
  | débité+deux+fois prélevé+deux+fois facturé+deux+fois débité*
  | cobrado+dos+veces doble+cargo cobro+duplicado cargo+duplicado cobraron cobrado
salary < money people: salar* wage* payslip* pay+slip* payroll bonus* deduction* overtime+pay
    pay+rise raise gross net+pay paycheck* paycheque* my+pay pension* thirteenth income get+paid
    paid+on pay+day payday direct+deposit earn earns earned w2 slip on+my+slip thirteenth+month
  | gehalt* gehält* lohn* löhne gehaltsabrechnung* prämie* entgelt* zulage* brutto netto
    auf+der+abrechnung lohnzettel
  | salaire* paie fiche+de+paie bulletin+de+paie prime* rémunér*
  | nómina* sueldo* salario* paga+extra bonificac*
expense < money travel pay: expense* per+diem mileage out+of+pocket expense+report* receipt*
    claim+form cost+claim* allowance*
  | spesen* reisekosten* auslage* beleg belege* quittung* kassenzettel bewirtung* kilometergeld
  | note+de+frais notes+de+frais frais+de+déplacement reçu reçus justificatif* ticket+de+caisse
  | gastos dieta dietas justificante* comprobante* nota+de+gastos
purchase < order money: purchase* procure* buy buys buying bought acquire* requisition*
    needs+buying get+new we+need+new supplies shopping
  | kauf* einkauf* beschaff* anschaff* besorg* gekauft
  | achat* acheter acheté* acquisition* commander+du
  | compra* comprar comprado adquirir adquisic*
account-bank < money bank: bank* iban bic account+number* statement* balance overdraft* withdraw*
    cash+machine atm transaction*
  | bank* konto* kontoauszug* girokonto saldo* dispo* geldautomat* buchung*
  | banque* bancaire* compte+bancaire relevé* solde découvert guichet
  | banco* bancari* cuenta+bancaria saldo extracto* cajero
transfer < account-bank pay: transfer transfers transferred wire wired remittance* payee recipient*
    standing+order sent+money wrong+account
  | überweis* dauerauftrag empfänger* zahlungsempfänger
  | virement* viré destinataire* bénéficiaire
  | transferencia* transferir giro beneficiari*
loan < account-bank: loan* mortgage* borrow* lend* interest interest+rate* credit+line
    repayment+plan down+payment buy+a+house buy+an+apartment house+purchase finance financing
    per+month monthly+payment
  | kredit* darlehen* hypothek* zinsen zins zinssatz* baufinanzierung* leihen
  | prêt prêts emprunt* hypothécaire taux+d'intérêt crédit+immobilier
  | préstamo* hipoteca* crédito* interés tipo+de+interés
bank-card < account-bank card-pass: bank+card* debit+card* credit+card* card+blocked block+my+card
    block+the+card wallet* purse pin visa mastercard
  | ec-karte* bankkarte* kreditkarte* girokarte* karte+sperren geldbörse* portemonnaie* brieftasche
  | carte+bancaire carte+bleue carte+de+crédit portefeuille
  | tarjeta* cartera monedero
saving < account-bank: saving savings invest* portfolio* shares stocks fund+manager put+money+aside
    retirement+plan adviser advisor* wealth
  | sparen spar* anlage* anlegen geldanlage* aktie* altersvorsorge* berater* vermögen
  | épargn* placement* investi* conseiller*
  | ahorr* invert* inversi* asesor*
tax < money authority: tax taxes taxation taxable vat sales+tax income+tax tax+return* tax+office
    revenue+service fiscal
  | steuer* finanzamt mehrwertsteuer* umsatzsteuer* mwst ust fiskus
  | impôt* fiscal* tva taxe* trésor+public
  | impuesto* fiscal* iva hacienda tribut*
budget < money: budget* forecast* spending expenditure* cost+centre cost+center allocate*
  | budget* etat haushalt* kostenstelle* ausgaben
  | budget* dépense*
  | presupuestari* gasto partida
turnover < money figures: turnover revenue* profit* loss losses margin* earnings ebit quarter
    quarterly annual+report fiscal+year sales+figures
  | umsatz* gewinn* verlust* quartal* ertrag* jahresbericht* ergebnis*
  | chiffre+d'affaires bénéfice* perte* trimestre* résultat* exercice
  | ingresos beneficio* pérdida* trimestre* facturación resultado* ejercicio
donation < money charity: donat* donor* charit* sponsor* fundrais* raffle* tombola* good+cause
    support+us support+our grant grants nonprofit non-profit
  | spende* spenden* förderung sponsor* wohltätig* gemeinnützig* zuschuss* tombola*
  | don dons donat* mécén* parrain* subvention* tombola* caritati* association
  | donac* donar donativo* patrocin* benéfic* subvenci* rifa
charity < donation: charit* club clubs association* society volunteer* ngo foundation*
  | verein* stiftung* ehrenamt* hilfsorganisation*
  | association* bénévol* fondation*
  | asociaci* voluntari* fundaci* ong
deposit < money housing: deposit* security+deposit bond retainer
  | kaution* anzahlung*
  | caution dépôt+de+garantie acompte
  | fianza* depósito* señal
fine < money outside-rules: fine fines penalt* parking+ticket speeding traffic+ticket
  | bußgeld* strafzettel* knöllchen strafe*
  | amende* contravention* pénalité*
  | multa* sanción* penalizaci*
`;
