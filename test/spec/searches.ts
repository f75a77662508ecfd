/** The page must be the first result. */
export interface PartnersSearch {
  readonly query: string;
  readonly page: string;
}

const rows = `
  hmac                        | start
  signature                   | subscribe
  singature                   | subscribe
  ondertekening               | subscribe
  secret                      | start
  timeout                     | open-questions
  retries                     | subscribe
  discount per piece          | open-questions
  split payment               | open-questions
  korting                     | flows/discount
  coupon                      | tasks/discount
  bon                         | tasks/receipt
  kassabon                    | tasks/receipt
  klant                       | tasks/loyalty
  spaarkaart                  | tasks/loyalty
  loyalty card                | tasks/loyalty
  betaling                    | tasks/payment
  pin                         | tasks/payment
  keuken                      | tasks/kitchen
  kichen                      | tasks/kitchen
  tafel                       | flows/table-prepayment
  dialoog                     | flows/dialog
  formulier                   | flows/form
  scancode                    | events/scanCode
  scanCdoe                    | events/scanCode
  selct relation              | events/selectRelation
  complete sesion             | events/completeSession
  cancel payment              | events/cancelPayment
  parkeren                    | events/pauseSession
  recieptFooter               | events/completeSession
  relationNumber              | objects/Relation
  lineChanges                 | objects/LineChange
  instanceId                  | objects/Sender
  external payment            | objects/ExternalPayment
  bold text                   | objects/TextOptions
  INVALID_LINE_ID             | error-codes
  no signature                | error-codes
  cardholder                  | enums
  btw                         | enums
  fleet                       | glossary
  medewerker                  | glossary
  winkel                      | objects/Sender
  authentication type         | set-up
  python                      | start/python
  pinbetaling                 | tasks/payment
  klant scannen               | events/scanCode
  betaling annuleren          | events/cancelPayment
  formulier invullen          | flows/form
  dialoog tonen               | flows/dialog
  printing receipts           | tasks/receipt
  time-out wachten            | subscribe
  cadeaukaart                 | flows/external-card
  error codes                 | error-codes
  what changed in v59         | releases
  refund                      | events/creditSession
  retour                      | events/creditSession
  park a sale                 | events/pauseSession
  merge tables                | events/mergeSession
  custom button               | events/customAction
  website openen op de kassa  | objects/OpenUrlAnswer
  percentage off one line     | flows/discount
  qr code on the display      | objects/DisplayBarcode
  testen zonder kassa         | start
  tekst op knop               | objects/CustomActionChange
  in de wacht                 | events/pauseSession
  geld terug                  | events/creditSession
  same event twice            | objects/EventInfo
  welke vestiging             | objects/Sender
`;

/** In English and Dutch, with and without typos. */
export const searches: readonly PartnersSearch[] = rows
  .trim()
  .split("\n")
  .map((row) => {
    const [query = "", page = ""] = row.split("|").map((cell) => cell.trim());
    return { query, page: `${page}.html` };
  });
