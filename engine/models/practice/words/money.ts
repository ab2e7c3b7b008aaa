// General office words about money, in four languages. What the lines mean: see ../thesaurus.ts.
// W1 general vocabulary only: nothing here comes from a shipped workflow or from a test's texts.

export const MONEY = `
money: money cash fund funds sum amount amounts figure currency euro euros dollar* cent cents
  | geld* betrag* beträge bargeld summe*
  | argent somme* montant* liquid* fric
  | dinero importe* suma monto* cantidad
refund < money return_goods: refund* reimburs* money_back repay* repaid pay_back paid_back
    give_back gave_back credit_back credited chargeback* compensat* get_back send_back_the_money
    return_the_money recoup* recover_the_money out_of_pocket paid_myself
  | erstatt* rückerstatt* rückzahl* zurückzahl* zurückerstatt* geld_zurück gutschrift* zurückbuch*
    zurücküberweis* ausgelegt* auslagen*
  | rembours* avoir dédommag* restitu*
  | reembols* devolución_del_dinero devolver_el_dinero devolucion_de_dinero reintegr* abono
invoice < money pay: invoice* bill bills billed billing e-invoice* accounts_payable amount_due
  | rechnung* faktura* abrechnung* fakturier*
  | factur* note_de_frais
  | factura* facturac* recibo*
reminder < money overdue_money: reminder* dunning overdue past_due unpaid arrears
    outstanding_balance outstanding_amount outstanding_payment second_notice final_notice
    last_notice final_demand still_owe* not_yet_paid settle_immediately still_open late_fee*
    collection_agency still_not_received_payment not_received_your_payment kindly_transfer
    within_seven_days books_show open_amount open_item remind payment_reminder*
  | mahnung* mahnen* mahngebühr* zahlungserinnerung* überfällig* offene_rechnung inkasso säumnis*
    ausstehend* noch_nicht_bezahlt zahlungsverzug verzug noch_offen offener_betrag bitte_überweisen
  | relance* rappel* impayé* en_retard_de_paiement retard_de_paiement mise_en_demeure échu*
    régler_la_somme veuillez_régler restant_dû
  | recordatorio* impagad* vencid* moros* pendiente_de_pago importe_pendiente sigue_pendiente
quote < money sales: quote* quotation* offer offers offered price_list cost_estimate* estimate
    estimates tender* bid bids proposal* enquir* pricing what_would_it_cost what_would_cost
    how_much_would best_price_for
  | angebot* offerte* kostenvoranschlag* preisliste* preisanfrage* ausschreib* unterbreit*
    was_kosten was_kostet bestes_angebot
  | devis offre_de_prix appel_d'offres proposition_commerciale tarifs meilleure_offre votre_offre
  | presupuest* oferta* cotiza* licitaci* mejor_precio mejor_oferta cuánto_costaría
price < money tariff: price* cost* cheap* expensive costly rate rates tariff* fee fees charge
    charges charged surcharge* pricing discount*
  | preis* kosten* teuer* günstig* gebühr* tarif* rabatt* nachlass
  | prix coût* cher chère tarif* frais remise* rabais
  | precio* coste* costo* caro cara tarifa* tasa* descuent*
tariff < price energy: tariff* price_plan* rate_plan* electricity_price* cheaper competitor
    switch_to switch_supplier
  | tarif* anbieterwechsel stromtarif* preisgarantie
  | tarif* abonnement_électrique
  | tarifa*
pay < money: pay pays paid paying payment* payable settle settled settlement* remit* direct_debit
    instalment* installment* prepaid cheque* check_payment paypal credit_card debit_card owe owes
    owed pay_off payed
  | bezahl* zahl zahlt zahlen zahlung* beglich* begleich* lastschrift* ratenzahlung* überweis*
    vorkasse kreditkarte* fällig*
  | payer payé* paie payez paiement* règlement* régler réglé prélèvement* versement* carte_bancaire
    chèque*
  | pago pagos pagar pagad* pagué abonar cuota* domiciliac* tarjeta_de_crédito
charge_dispute < refund pay invoice: charged_twice double_charge* charged_two_times wrongly_charged
    unknown_charge card_statement debited_twice wrong_amount dispute* overcharg* billed_twice
    did_not_authori* charged_me
  | doppelt_abgebucht doppelt_berechnet falsch_berechnet abgebucht* abbuchung* reklamierter_betrag
  | débité_deux_fois prélevé_deux_fois facturé_deux_fois débité*
  | cobrado_dos_veces doble_cargo cobro_duplicado cargo_duplicado cobraron cobrado
salary < money people: salar* wage* payslip* pay_slip* payroll bonus* deduction* overtime_pay
    pay_rise raise gross net_pay paycheck* paycheque* my_pay pension* thirteenth income get_paid
    paid_on pay_day payday direct_deposit earn earns earned w2 slip on_my_slip thirteenth_month
  | gehalt* gehält* lohn* löhne gehaltsabrechnung* prämie* entgelt* zulage* brutto netto
    auf_der_abrechnung lohnzettel
  | salaire* paie fiche_de_paie bulletin_de_paie prime* rémunér*
  | nómina* sueldo* salario* paga_extra bonificac*
expense < money travel pay: expense* per_diem mileage out_of_pocket expense_report* receipt*
    claim_form cost_claim* allowance*
  | spesen* reisekosten* auslage* beleg belege* quittung* kassenzettel bewirtung* kilometergeld
  | note_de_frais notes_de_frais frais_de_déplacement reçu reçus justificatif* ticket_de_caisse
  | gastos dieta dietas justificante* comprobante* nota_de_gastos
purchase < order money: purchase* procure* buy buys buying bought acquire* requisition*
    needs_buying get_new we_need_new supplies shopping
  | kauf* einkauf* beschaff* anschaff* besorg* gekauft
  | achat* acheter acheté* acquisition* commander_du
  | compra* comprar comprado adquirir adquisic*
account_bank < money bank: bank* iban bic account_number* statement* balance overdraft* withdraw*
    cash_machine atm transaction*
  | bank* konto* kontoauszug* girokonto saldo* dispo* geldautomat* buchung*
  | banque* bancaire* compte_bancaire relevé* solde découvert guichet
  | banco* bancari* cuenta_bancaria saldo extracto* cajero
transfer < account_bank pay: transfer transfers transferred wire wired remittance* payee recipient*
    standing_order sent_money wrong_account
  | überweis* dauerauftrag empfänger* zahlungsempfänger
  | virement* viré destinataire* bénéficiaire
  | transferencia* transferir giro beneficiari*
loan < account_bank: loan* mortgage* borrow* lend* interest interest_rate* credit_line
    repayment_plan down_payment buy_a_house buy_an_apartment house_purchase finance financing
    per_month monthly_payment
  | kredit* darlehen* hypothek* zinsen zins zinssatz* baufinanzierung* leihen
  | prêt prêts emprunt* hypothécaire taux_d'intérêt crédit_immobilier
  | préstamo* hipoteca* crédito* interés tipo_de_interés
bank_card < account_bank card_pass: bank_card* debit_card* credit_card* card_blocked block_my_card
    block_the_card wallet* purse pin visa mastercard
  | ec-karte* bankkarte* kreditkarte* girokarte* karte_sperren geldbörse* portemonnaie* brieftasche
  | carte_bancaire carte_bleue carte_de_crédit portefeuille
  | tarjeta* cartera monedero
saving < account_bank: saving savings invest* portfolio* shares stocks fund_manager put_money_aside
    retirement_plan adviser advisor* wealth
  | sparen spar* anlage* anlegen geldanlage* aktie* altersvorsorge* berater* vermögen
  | épargn* placement* investi* conseiller*
  | ahorr* invert* inversi* asesor*
tax < money authority: tax taxes taxation taxable vat sales_tax income_tax tax_return* tax_office
    revenue_service fiscal
  | steuer* finanzamt mehrwertsteuer* umsatzsteuer* mwst ust fiskus
  | impôt* fiscal* tva taxe* trésor_public
  | impuesto* fiscal* iva hacienda tribut*
budget < money: budget* forecast* spending expenditure* cost_centre cost_center allocate*
  | budget* etat haushalt* kostenstelle* ausgaben
  | budget* dépense*
  | presupuestari* gasto partida
turnover < money figures: turnover revenue* profit* loss losses margin* earnings ebit quarter
    quarterly annual_report fiscal_year sales_figures
  | umsatz* gewinn* verlust* quartal* ertrag* jahresbericht* ergebnis*
  | chiffre_d'affaires bénéfice* perte* trimestre* résultat* exercice
  | ingresos beneficio* pérdida* trimestre* facturación resultado* ejercicio
donation < money charity: donat* donor* charit* sponsor* fundrais* raffle* tombola* good_cause
    support_us support_our grant grants nonprofit non-profit
  | spende* spenden* förderung sponsor* wohltätig* gemeinnützig* zuschuss* tombola*
  | don dons donat* mécén* parrain* subvention* tombola* caritati* association
  | donac* donar donativo* patrocin* benéfic* subvenci* rifa
charity < donation: charit* club clubs association* society volunteer* ngo foundation*
  | verein* stiftung* ehrenamt* hilfsorganisation*
  | association* bénévol* fondation*
  | asociaci* voluntari* fundaci* ong
deposit < money housing: deposit* security_deposit bond retainer
  | kaution* anzahlung*
  | caution dépôt_de_garantie acompte
  | fianza* depósito* señal
fine < money outside_rules: fine fines penalt* parking_ticket speeding traffic_ticket
  | bußgeld* strafzettel* knöllchen strafe*
  | amende* contravention* pénalité*
  | multa* sanción* penalizaci*
`;
