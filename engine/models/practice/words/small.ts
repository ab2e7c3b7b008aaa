// Words that say little: stop words of four languages, and words every office text is full of.
// W1 general vocabulary only: nothing here comes from a shipped workflow or from a test's texts.

/** Words without a meaning of their own; never compared. */
export const STOP_WORDS = {
  en: `
a about above after again all also am an and any are as at be because been before being below
between both but by can could did do does doing done down during each few for from further had has
have having he her here hers him his how i if in into is it its just let me more most much my no
nor not of off on once only or other our ours out over own per same she should so some such than
that the their them then there these they this those through to too under until up us very was we
were what when where which while who whom whose why will with would you your yours am pm mr mrs ms
dr hello hi dear regards sincerely best kind greetings yes ok okay one two three ever even still
yet already quite rather really soon now today tomorrow yesterday monday tuesday wednesday thursday
friday saturday sunday january february march april may june july august september october november
december
`,
  de: `
der die das den dem des ein eine einen einem einer eines und oder aber auch als am an auf aus bei
bin bis bist da dann dass dein deine dich dir doch du durch er es euch euer fur gegen habe haben
hat hatte hier ich ihm ihn ihnen ihr ihre ihren ihrem ihrer im in ist ja jede jeder jedes kann kein
keine keinen kommt konnen konnte man mein meine meinen meinem meiner mich mir mit muss nach nicht
noch nun nur ob ohne sehr sein seine sich sie sind so soll sollte uber um uns unser unsere unseren
unter vom von vor war waren was weil wenn wer werden wie wieder wir wird wo wurde zu zum zur
zwischen bitte hallo guten tag freundlichen grussen mfg herr frau dieser diese dieses diesen wurden
schon gern gerne hatten mochte mochten montag dienstag mittwoch donnerstag freitag samstag sonntag
januar februar marz mai juni juli oktober dezember heute gestern morgen
`,
  fr: `
le la les un une des du de et ou mais donc car ne pas plus ce cet cette ces mon ma mes ton ta tes
son sa ses notre nos votre vos leur leurs je tu il elle on nous vous ils elles me te se lui y en
dans par pour sur avec sans sous chez entre vers que qui quoi dont est sont suis sommes etes etait
ete etre ai as avons avez ont avait avoir fait tres bien aussi si comme tout tous toute toutes
bonjour madame monsieur cordialement salutations merci lundi mardi mercredi jeudi vendredi samedi
dimanche janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre hier
demain aujourd hui depuis
`,
  es: `
el los las una unos unas y o pero del al lo su sus mi mis tu tus nuestro nuestra nuestros nuestras
es son soy somos era fue ser estar esta este estos estas esto eso ese esa esos esas estoy estan he
ha han hemos habia hay con sin por para como cuando donde muy mas ya no si yo ella ellos ellas
usted ustedes nos les te que quien hola senor senora saludos buenos dias lunes martes miercoles
jueves viernes sabado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre
noviembre diciembre desde
`,
};

/** Words that carry meaning in some texts but occur in too many to decide by. */
export const WEAK_WORDS = `
report reports reported reporting offer offers offering concern concerns describe describes mention
mentions inform informs announce announces contain contains include includes including involve
involving related various general normal usual simple certain own whether without having being
looking meldung meldungen melden meldet signalent signaler avisan avisar informa informan sobre
acerca please thank want wants wanted need needs needed get gets got getting give gives given make
makes made take takes taken know like would request requests requested someone somebody something
anything thing things people person persons writer sender message mail email text new old good day
days week weeks month months year years time times work works help send sends sent see look come
comes go goes going tell tells told say says said call calls called asked asks ask question
questions problem problems issue issues customer customers client company companies service
services use used using first last next back still whole many lot number numbers information about
regarding concerning wish wishes matter everything nothing way ways put set kind sort case cases
part other others another different main und kunde kunden firma anfrage anfragen brauche brauchen
braucht wollen will mochte jemand etwas alles neu neue neuen neuer alt jahr jahre tage woche monat
zeit nachricht frage fragen problem probleme besoin demande demandes veut voudrais souhaite client
clients entreprise service quelque chose nouveau nouvelle jour jours semaine mois temps message
question questions probleme problemes personne necesito quiero quiere solicitud solicitudes cliente
clientes empresa servicio algo nuevo nueva dia dias semana mes tiempo mensaje pregunta preguntas
problema problemas persona
`;
