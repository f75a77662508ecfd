import JsBarcode from "jsbarcode";
import { encode } from "uqr";
import { getAt, getOwn, isArray, isObject, type Json, type JsonObject } from "../../base/json.js";
import { getOrCreate } from "../../base/once.js";
import type { Model } from "../../contract/model/model.js";
import { toShownText } from "../../base/text/quote.js";
import { splitCamelCase } from "../../base/text/words.js";
import { findLineSums, findSums, readNumber, toCents, toEuros } from "../engine/money.js";
import type { TillSession, TillSettings } from "../engine/till-types.js";
import { isPlaying, listTillReleases, type LiveTill } from "./live-till.js";
import { describeScenario } from "./live-scenario.js";
import { canSaveSale } from "./saved-sale.js";
import { listShopNames, type TillExchange, type TillRun } from "./till-run.js";
import { describeExchange, type ExchangeDetail } from "./exchange-detail.js";
import type { LoggedExchange } from "./exchange-log.js";
import { listEventOffers } from "./event-offers.js";

/** Everything that the page draws. Times are milliseconds of the wall clock, amounts are euros. */
export type PageState = ReturnType<typeof describePageState>;

/** Caches the descriptions of earlier exchanges by id. */
export type Drawings = Map<number, ExchangeDetail>;

export function describePageState(liveTill: LiveTill, drawings: Drawings) {
  const { run, underWay, till: options } = liveTill;
  const { till, setUp, log } = run;
  const { model, product, settings } = setUp;
  const [next] = liveTill.pendingPolls;
  const draw = (each: LoggedExchange) => getOrCreate(drawings, each.id, () => describeExchange(each));
  if (drawings.size > 300) drawings.clear();
  return {
    url: options.url,
    subscription: run.shop,
    isBesideShops: liveTill.isBesideShops === true,
    shops: listShopNames(liveTill),
    offers: listEventOffers(setUp),
    release: till.release,
    releases: listTillReleases(run),
    product: product.id,
    products: model.products.map(({ id, name }) => ({ id, name })),
    sale: describeSale(run),
    open: describeQuestion(till.session.open),
    /** `until` is the deadline for the answer. */
    underWay: underWay && { event: underWay.event, until: underWay.since + settings.answerDeadline },
    waits: liveTill.pendingPolls,
    attempt: log.length - log.findLastIndex(({ exchange }) => exchange.event !== next?.event),
    isCancelling: liveTill.pendingPolls.length > 0 && isCancelling(log, model),
    problem: liveTill.problem,
    maySave: canSaveSale(run),
    isPlaying: isPlaying(run),
    scenario: describeScenario(liveTill),
    scenarios: [...(liveTill.scenarios?.keys() ?? [])],
    screen: drawScreen(log.reduce((screen, each) => showAnswer(screen, each, model), noScreen)),
    wire: liveTill.wire.entries().map(draw).reverse(),
  };
}

/** True after the user has asked the receiver to cancel a payment, until another begins. */
function isCancelling(log: readonly TillExchange[], { events }: Model): boolean {
  const acts = log.flatMap(({ exchange }) => events.find(({ name }) => name === exchange.event)?.till ?? []);
  return acts.findLast(({ act }) => act === "wantOut" || act === "payOutside")?.act === "wantOut";
}

/** Cuts the question to what a browser can draw. */
function describeQuestion(open: TillSession["open"] = {}) {
  let note = "";
  const cut = (_: string, part: unknown): unknown => {
    if (!isArray(part) || part.length <= maxLines) return part;
    note = `Only the first ${maxLines} items of each list are shown.`;
    return part.slice(0, maxLines);
  };
  const shown = JSON.parse(JSON.stringify(open, cut), showLabel) as ShownQuestion;
  return { ...shown, note };
}

/** Makes a text safe to show, unless the page sends it back. */
const showLabel = (name: string, part: unknown): unknown =>
  typeof part === "string" && !/^(?:id|value|optionId|regex)$/.test(name) ? toShownText(part) : part;

/** What the page draws of an answer. An answer is checked against the contract before it opens anything. */
interface ShownQuestion {
  readonly dialog?: ShownDialog;
  readonly form?: ShownForm;
  readonly requestScanCode?: { readonly requestTitle: string; readonly required: boolean };
}

interface ShownDialog {
  readonly dialogTitle: string;
  readonly required: boolean;
  readonly allowMultipleOptions: boolean;
  readonly requireConfirmation?: boolean;
  readonly dialogOptions: readonly Shown<"optionName", { readonly optionId: number }>[];
}

interface ShownForm {
  readonly title: string;
  readonly enableReset?: boolean;
  readonly fields: readonly ShownField[];
}

interface ShownField extends Partial<Record<FieldLimit, number>> {
  readonly id: string;
  readonly type: string;
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  readonly multiple?: boolean;
  readonly value?: string;
  readonly regex?: string;
  readonly options?: readonly Shown<"label", { readonly id: string; readonly selected?: boolean }>[];
}

type FieldLimit =
  "minimumLength" | "maximumLength" | "minimumValue" | "miminumValue" | "maximumValue" | "decimals";

type Shown<Label extends string, More> = Readonly<Record<Label, string>> & {
  readonly disabled?: boolean;
} & More;

/** Limits of what a browser draws. */
const [maxLines, maxFooters] = [300, 30];

export function describeSale({ till: { session }, setUp, log }: Pick<TillRun, "till" | "setUp" | "log">) {
  const { lines, payments, relation, table, ended, locked, lockedForAdditions, printed } = session;
  const { total, openAmount } = session;
  const { rounding } = findSums(session, setUp.settings);
  const isPaid = ended && openAmount <= 0;
  return {
    facts: [
      ...(relation ? [`Customer: ${describeParts(relation).replace("relation number", "number")}`] : []),
      ...(table ? [`Table: ${describeParts(table)}`] : []),
      ...(locked ? ["Your server locked this sale"] : []),
      ...(lockedForAdditions ? ["Your server locked this sale for additions"] : []),
      ...(ended ? [isPaid ? "This sale has ended" : describeEnd(log, setUp.model)] : []),
      ...(lines.length > maxLines ? [`First ${maxLines} of ${lines.length} lines`] : []),
      ...(lines.length === 0 ? ["Nothing yet. Choose an article or scan a card."] : []),
    ],
    lines: lines.slice(0, maxLines).map((line) => describeLine(line, setUp.settings)),
    sums: [
      ...(rounding === 0 ? [] : [{ text: "Rounding", amount: toEuros(rounding) }]),
      { text: "Total", amount: total },
      ...payments.map((payment) => ({
        text: readShownText(payment, "description") || readShownText(payment, "method") || "Cash",
        amount: toEuros(toCents(readNumber(payment, "amount", 0))),
      })),
      ...(payments.length > 0 && openAmount > 0 ? [{ text: "Left to pay", amount: openAmount }] : []),
    ],
    ended,
    isPaid,
    total,
    openAmount,
    isPaying: isPaying(log, setUp.model),
    footers: printed.slice(-maxFooters).map(describeFooter),
  };
}

/** A sale can end without a payment in several ways. */
function describeEnd(log: readonly TillExchange[], { events }: Model): string {
  const ways = ["endSale", "recallSale"];
  const ending = log.findLast(({ exchange }) =>
    events.some(({ name, till }) => name === exchange.event && till.some(({ act }) => ways.includes(act))),
  );
  const event = ending?.exchange.event;
  return `This sale has ended without a payment${event === undefined ? "" : `: ${splitCamelCase(event)}`}`;
}

/** Considers the last event that opens or closes the payment screen. */
function isPaying(log: readonly TillExchange[], { events }: Model): boolean {
  const ways = ["goToPayment", "leavePayment", "endSale", "openSale", "recallSale"];
  const done = log.flatMap(({ exchange }) => events.find(({ name }) => name === exchange.event)?.till ?? []);
  return done.findLast(({ act }) => ways.includes(act))?.act === "goToPayment";
}

function describeLine(line: JsonObject, settings: TillSettings) {
  const { full, total } = findLineSums(line, settings);
  const discounts = [line["externalDiscount"], line].filter(isObject).filter((each) => hasDiscount(each));
  return {
    id: readShownText(line, "lineId"),
    text: readShownText(line, "text"),
    total: toEuros(total),
    quantity: readNumber(line, "quantity", 1),
    price: readNumber(line, "priceIncl", 0),
    discount: {
      text: discounts.map((each) => readShownText(each, "discountDescription") || "Discount").join(", "),
      amount: toEuros(full - total),
    },
  };
}

const hasDiscount = (part: JsonObject): boolean =>
  ["discountPercentage", "discountAmount"].some((name) => readNumber(part, name, 0) !== 0);

function describeFooter(footer: JsonObject) {
  const code = readShownText(footer["barcode"], "code");
  const toPrint = (name: string, text = readShownText(footer, name)) => ({
    text,
    looks: Object.entries(footer[`${name}Options`] ?? {}).flatMap(([look, on]) =>
      on === true ? look : typeof on === "string" ? on : [],
    ),
  });
  return {
    before: toPrint("textBefore", readShownText(footer, "textBefore") || readShownText(footer, "text")),
    after: toPrint("textAfter"),
    code:
      code === ""
        ? undefined
        : { code, drawing: drawCode(code, readShownText(footer["barcode"], "codeType")) },
    isSeparate: footer["printSeparate"] === true,
  };
}

interface Screen {
  readonly messages: readonly ReturnType<typeof readMessage>[];
  readonly customer?: { readonly text: string; readonly until: number | undefined } | undefined;
  readonly code?: { readonly code: string; readonly type: string } | undefined;
  readonly link?: { readonly url: string; readonly title: string } | undefined;
  /** True while the till waits for an answer that can end a poll. `progress` is the latest message during that wait. */
  readonly isWaiting: boolean;
  readonly progress: string;
  readonly sale: Json | undefined;
}

const drawScreen = ({ code: shown, ...screen }: Screen) => ({
  ...screen,
  ...(shown && { code: { code: shown.code, drawing: drawCode(shown.code, shown.type) } }),
});

/** A user name in a link can look like the host. */
const isSafeLink = (url: string): boolean =>
  /^https?:\/\//i.test(url) && URL.canParse(url) && new URL(url).username === "";

const noScreen: Screen = { messages: [], isWaiting: false, progress: "", sale: undefined };

/** Any part of an answer may have messages. Outdated content disappears first. */
function showAnswer(before: Screen, logged: TillExchange, { events }: Model): Screen {
  const { exchange, isWaiting } = logged;
  const { verdict, unused, request } = exchange;
  const acts = events.find(({ name }) => name === exchange.event)?.till ?? [];
  const ends = acts.some(({ act }) => act === "endSale");
  const scanned = acts.find(({ act }) => act === "scan")?.at;
  const code = scanned ? readShownText(getOwn(request, scanned.object), scanned.property) : "Code";
  const sale = getAt(request, ["session", "sessionId"]) ?? before.sale;
  const isOver = ends || (before.sale !== undefined && sale !== before.sale);
  // A code, a link and a customer message belong to the payment and disappear with it.
  const paid =
    before.isWaiting && !isWaiting ? { code: undefined, link: undefined, customer: undefined } : {};
  const screen = isOver ? noScreen : { ...before, ...paid };
  const answer = Object.entries(verdict.kind === "taken" ? verdict.answer : {});
  const parts = answer.filter(([name]) => !unused.some(({ path }) => path === `/${name}`));
  const { displayBarcode, hideBarcode, openUrl } = Object.fromEntries(parts);
  const [barcode, url] = [readShownText(displayBarcode, "code"), readShownText(openUrl, "url")];
  const shown = parts
    .flatMap(([, part]) => (isArray(part) ? part : [part]))
    .filter(isObject)
    .map((part) => (part["recognized"] === false ? { message: `${code} not recognized`, ...part } : part))
    .reduce((each, part) => showMessage(each, part, logged), screen);
  const latest = shown.messages.at(-1);
  const isNew = latest !== screen.messages.at(-1);
  return {
    ...shown,
    isWaiting,
    sale,
    progress: !isWaiting ? "" : isNew ? (latest?.text ?? "") : screen.progress,
    ...(hideBarcode === true && { code: undefined }),
    ...(barcode !== "" && { code: { code: barcode, type: readShownText(displayBarcode, "codeType") } }),
    ...(isSafeLink(url) && { link: { url, title: readShownText(openUrl, "urlTitle") || url } }),
  };
}

function showMessage(screen: Screen, part: JsonObject, { at, byItself }: TillExchange): Screen {
  const [message, customer] = [readMessage(part, at), readShownText(part, "customerMessage")];
  const limit = readNumber(part, "customerMessageDisplayTime", 0);
  const kept = part["clearScreen"] === true ? [] : screen.messages;
  // Show messages that each poll repeats only once.
  const isNew = message.text !== "" && !(byItself && kept.at(-1)?.text === message.text);
  return {
    ...screen,
    messages: isNew ? [...kept, message].slice(-5) : kept,
    ...(part["clearCustomerScreen"] === true && { customer: undefined }),
    ...(customer !== "" && {
      customer: { text: customer, until: limit > 0 ? at + limit * 1000 : undefined },
    }),
  };
}

const readMessage = (part: JsonObject, at: number) => ({
  text: readShownText(part, "message"),
  time: part["hideTimestamp"] === true ? undefined : at,
});

const describeParts = (part: Json): string =>
  Object.entries(isObject(part) ? part : {})
    .flatMap(([name, value]) =>
      typeof value === "object" ? [] : toShownText(`${splitCamelCase(name)} ${value}`),
    )
    .join(", ");

function readShownText(holder: Json | undefined, name: string): string {
  const value = getOwn(holder, name);
  return typeof value === "string" ? toShownText(value) : "";
}

/** Returns an SVG path. Undefined if the symbology cannot encode the code or the code is not visible. */
export function drawCode(code: string, type: string) {
  const [rows, high, name] =
    type === "qrcode"
      ? [listSquares(code), 1, "QR code"]
      : [type === "rfid" ? [] : listBars(code), 50, "Barcode"];
  const [first] = rows;
  return (
    first && {
      name,
      box: `0 0 ${first.length} ${rows.length * high}`,
      path: rows.map((row, y) => drawRow(row, y, high)).join(""),
    }
  );
}

/** Code 128 with the white margins that a scanner needs. */
function listBars(code: string): readonly (readonly boolean[])[] {
  const drawn: { readonly encodings?: readonly { readonly data: string }[] } = {};
  // On screen, the bars of a longer code would be narrower than a pixel.
  if (code.length <= 80) JsBarcode(drawn, code, { format: "CODE128", valid: () => undefined });
  return (drawn.encodings ?? []).map(({ data }) =>
    Array.from(`${quiet}${data}${quiet}`, (bar) => bar === "1"),
  );
}

const quiet = "0".repeat(10);

/** A QR code can encode this many characters of any kind. */
const listSquares = (code: string): readonly (readonly boolean[])[] =>
  code.length <= 700 ? encode(code, { ecc: "M", border: 4 }).data : [];

const drawRow = (row: readonly boolean[], y: number, high: number): string =>
  [...row.map(Number).join("").matchAll(/1+/g)]
    .map(({ 0: run, index }) => `M${index} ${y}h${run.length}v${high}h-${run.length}z`)
    .join("");
