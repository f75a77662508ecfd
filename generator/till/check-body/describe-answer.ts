import { getOwn, isArray, isObject, type Json, type JsonObject } from "../../base/json.js";
import { toVisibleLine, truncate } from "../../base/text/quote.js";

/** Says what a till shows and does, in one sentence for each part of a valid answer. */
export function describeAnswer(answer: Json): readonly string[] {
  const parts = Object.entries(isObject(answer) ? answer : {});
  if (parts.length === 0) return ["The till shows nothing and continues: the answer is empty."];
  return parts.flatMap(([name, part]) => {
    const [describe, items] = [getDescription(name), isArray(part) ? part : [part]];
    const shown = items.slice(0, maxItems).flatMap((item) => [...describe(item), ...describeMessages(item)]);
    const rest = items.length - maxItems;
    return rest > 0 ? [...shown, `\`${name}\`: and ${rest} more.`] : shown;
  });
}

const maxItems = 20;

type Describe = (part: Json) => readonly string[];

/** Additions to the spec have no sentence of their own, unless they have messages. */
const getDescription = (name: string): Describe =>
  Object.hasOwn(descriptions, name)
    ? (descriptions[name] ?? sayNothing)
    : (part) => (describeMessages(part).length > 0 ? [] : [`The answer has \`${name}\`.`]);

const sayNothing: Describe = () => [];

/** By property of an answer; of a list, for each item. */
const descriptions: Readonly<Record<string, Describe>> = {
  error: (part) => [
    `The till reports the error ${read(part, "code")}: ${quoted(part, "message")}. Send this answer with HTTP status 400.`,
  ],
  message: sayNothing,
  dialog: describeDialog,
  form: describeForm,
  requestScanCode: (part) => [
    `The till asks for a scan: ${quoted(part, "requestTitle")}${isOn(part, "required") ? ", which is required" : ""}.`,
  ],
  openUrl: (part) => [
    isOn(part, "autoOpen")
      ? `The till opens ${read(part, "url")}.`
      : `The till shows a link to ${read(part, "url")}${has(part, "urlTitle") ? `, called ${quoted(part, "urlTitle")}` : ""}.`,
  ],
  displayBarcode: (part) => [
    `The customer display shows a code (${read(part, "codeType")}): ${quoted(part, "code")}.`,
  ],
  hideBarcode: (part) => (part === true ? ["The code disappears from the customer display."] : []),
  lineChanges: (part) => [
    `Line ${quoted(part, "lineId")} gets ${describeDiscount(getOwn(part, "externalDiscount")) || "no change"}.`,
  ],
  lineAdditions: (part) => [describeLine(part)],
  lineDeletions: (part) => [`Line ${quoted(part, "lineId")} is deleted from the sale.`],
  lockSession: (part) => [part === true ? "The sale is locked." : "The sale can be changed again."],
  lockSessionForAdditions: (part) => [
    part === true ? "Nothing can be added to the sale." : "Lines can be added to the sale again.",
  ],
  vatMethodChange: (part) => [`The VAT method of the sale becomes ${show(part)}.`],
  prepayTable: (part) => [`${count(getOwn(part, "payments"), "payment")} made in advance for the table.`],
  externalCardScan: describeCard,
  customActionChange: (part) => [
    `The button of a custom action is now called ${quoted(part, "buttonCaption")}.`,
  ],
  requestCustomAction: (part) => [`The till runs the custom action ${quoted(part, "customActionId")}.`],
  polling: (part) => [
    isOn(part, "finished")
      ? "The till stops polling and continues."
      : "The till keeps waiting and sends the event again.",
  ],
  version: sayNothing,
  scanCode: (part) => [
    !isOn(part, "recognized")
      ? "The till says that the code was not recognized."
      : has(part, "relationNumber")
        ? `The code is recognized, and the sale gets the customer ${read(part, "relationNumber")}.`
        : "The code is recognized.",
  ],
  externalPayment: describePayment,
  receiptFooter: (part) => [describeFooter(part, "receipt")],
  billFooter: (part) => [describeFooter(part, "bill")],
};

function describeMessages(part: Json): readonly string[] {
  return [
    isOn(part, "clearScreen") ? "Earlier messages disappear from the cashier's screen." : "",
    isOn(part, "clearCustomerScreen") ? "The message on the customer display disappears." : "",
    has(part, "message") && !has(part, "code")
      ? `The cashier's screen shows the message ${quoted(part, "message")}.`
      : "",
    has(part, "customerMessage") ? `The customer display shows ${quoted(part, "customerMessage")}.` : "",
  ].filter((sentence) => sentence !== "");
}

function describeDialog(part: Json): readonly string[] {
  const names = listItems(part, "dialogOptions").map((option) => quoted(option, "optionName"));
  const [may, many] = [isOn(part, "required") ? "must" : "may", isOn(part, "allowMultipleOptions")];
  const choice = `The cashier ${may} choose ${many ? "one or more of them" : "one of them"}`;
  const confirmed = isOn(part, "requireConfirmation") ? " and confirms the choice" : "";
  return [
    names.length === 0
      ? `A dialog ${quoted(part, "dialogTitle")} opens without options.`
      : `A dialog ${quoted(part, "dialogTitle")} opens with ${listSome(names)}. ${choice}${confirmed}; then the till sends the event again.`,
  ];
}

function describeForm(part: Json): readonly string[] {
  const names = listItems(part, "fields").map(
    (field) => `${quoted(field, "label")}${isOn(field, "required") ? " (required)" : ""}`,
  );
  const fields = names.length === 0 ? "without fields" : `with the fields ${listSome(names)}`;
  return [
    `A form ${quoted(part, "title")} opens ${fields}. Once it is sent or cancelled, the till sends the event again.`,
  ];
}

function describeLine(part: Json): string {
  const price = getOwn(part, "priceIncl");
  const each = typeof price === "number" ? ` at ${formatEuros(price)} each` : "";
  const discount = describeDiscount(getOwn(part, "externalDiscount"));
  const article = ["articleNumber", "barcode", "pluNumber", "supplierArticleNumber", "extArticleId"].find(
    (name) => has(part, name),
  );
  const what = has(part, "text")
    ? quoted(part, "text")
    : article === undefined
      ? "a line without a text"
      : `the article with the ${article} ${read(part, article)}`;
  return `A line is added: ${show(getOwn(part, "quantity") ?? 1)} × ${what}${each}${discount === "" ? "" : `, with ${discount}`}.`;
}

/** Empty if there is no discount. */
function describeDiscount(discount: Json | undefined): string {
  const [percentage, amount] = ["discountPercentage", "discountAmount"].map((name) => getOwn(discount, name));
  const parts = [
    typeof percentage === "number" ? `${percentage}%` : "",
    typeof amount === "number" ? formatEuros(amount) : "",
  ].filter((each) => each !== "");
  const name = has(discount, "discountDescription") ? ` (${quoted(discount, "discountDescription")})` : "";
  return parts.length === 0 ? "" : `a discount of ${parts.join(" and ")}${name}`;
}

function describeCard(part: Json): readonly string[] {
  if (!isObject(part) || Object.keys(part).length === 0) return [];
  const balance = getOwn(part, "cardBalance");
  const name = has(part, "cardDescription") ? ` ${quoted(part, "cardDescription")}` : "";
  const shown = typeof balance === "number" ? ` with a balance of ${formatEuros(balance)}` : "";
  return [`The till shows the card${name}${shown}${isOn(part, "cardBlocked") ? ", as blocked" : ""}.`];
}

function describePayment(part: Json): readonly string[] {
  const amount = getOwn(part, "finalAmount");
  const paid = typeof amount === "number" ? ` of ${formatEuros(amount)}` : "";
  if (isOn(part, "confirmed")) return [`The payment${paid} is confirmed, and the till books it.`];
  if (isOn(part, "cancelled"))
    return ["The payment has failed or was cancelled, and the till books nothing."];
  return [
    isOn(part, "started")
      ? "The payment has started, and the till asks for its result."
      : "The payment has not started yet.",
  ];
}

function describeFooter(part: Json, where: string): string {
  const code = getOwn(part, "barcode");
  const texts = ["textBefore", "text", "textAfter"].filter((name) => has(part, name));
  const printed = [
    ...texts.map((name) => quoted(part, name)),
    ...(has(code, "code") ? [`the code ${quoted(code, "code")}`] : []),
  ];
  const what = printed.length === 0 ? "an empty footer" : listSome(printed);
  return `The ${where} ends with ${what}${isOn(part, "printSeparate") ? ", on a separate slip" : ""}.`;
}

const count = (list: Json | undefined, noun: string): string => {
  const number = isArray(list) ? list.length : 0;
  return `${number} ${noun}${number === 1 ? " is" : "s are"}`;
};

const maxNamed = 8;

function listSome(names: readonly string[]): string {
  const shown = names.length > maxNamed ? [...names.slice(0, maxNamed), "more"] : names;
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1) ?? ""}`;
}

function listItems(part: Json, name: string): readonly JsonObject[] {
  const items = getOwn(part, name);
  return isArray(items) ? items.filter(isObject) : [];
}

const isOn = (part: Json | undefined, name: string): boolean => getOwn(part, name) === true;

const has = (part: Json | undefined, name: string): boolean => {
  const value = getOwn(part, name);
  return value !== undefined && value !== "" && value !== null;
};

const read = (part: Json | undefined, name: string): string => show(getOwn(part, name) ?? "");

const quoted = (part: Json | undefined, name: string): string => `“${read(part, name)}”`;

/** On one line, cut, and with invisible characters escaped. */
const show = (value: Json): string =>
  toVisibleLine(truncate(typeof value === "string" ? value : JSON.stringify(value), maxText));

const maxText = 200;

const formatEuros = (amount: number): string => `€ ${amount.toFixed(2)}`;
