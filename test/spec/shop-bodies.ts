import { isDeepStrictEqual } from "node:util";
import { getAt, getOwn, isArray, isObject, type Json, type JsonObject } from "../../generator/base/json.js";
import { parseRelease } from "../../generator/base/time/release.js";
import { loadOwnModel } from "./own-spec.js";

interface ShopBody {
  readonly name: string;
  readonly event: string;
  readonly body: JsonObject;
}

/** Old and new ones, and the newest. */
export const listShopReleases = () => [
  ...["10", "11.1", "43.1", "48", "57"].flatMap((text) => parseRelease(text) ?? []),
  ...loadOwnModel()
    .releases.slice(-1)
    .map(({ release }) => release),
];

export const findIncoherent = (name: string, bodies: readonly ShopBody[]): readonly string[] =>
  bodies.filter((each) => !coherences[name]?.(each)).map((each) => each.name);

/** What a cashier would call nonsense in a request. Each is true of a real one. */
export const coherences: Readonly<Record<string, (shown: ShopBody) => boolean>> = {
  "a desktop POS has no browser": ({ body }) =>
    getAt(body, ["sender", "productName"]) !== "MplusQ" ||
    !Object.keys(part(body, "sender")).some(isOfBrowser),
  "a product sends its own events only": ({ event, body }) => {
    const name = getAt(body, ["sender", "productName"]);
    // Which name a web app sends is an open question.
    const senders = loadOwnModel().products.filter(
      ({ productName }) => name === undefined || productName === name,
    );
    return senders.some(({ sends }) =>
      sends.some((each) => each.name === event && each.standing === "documented"),
    );
  },
  "the payment screen is open for payments only": ({ event, body }) =>
    (getAt(body, ["sender", "paymentStarted"]) ?? isPayment(event)) === isPayment(event),
  "an event polls if it may": ({ event, body }) =>
    getAt(body, ["event", "eventPolling"]) !== true || ["backgroundPoll", "startPayment"].includes(event),
  "backgroundPoll blocks and polls": ({ event, body }) =>
    event !== "backgroundPoll" ||
    isDeepStrictEqual(
      [getAt(body, ["event", "eventBlocking"]), getAt(body, ["event", "eventPolling"])],
      [true, true],
    ),
  "nobody was asked anything": ({ body }) =>
    ["dialog", "form", "openUrl", "error", "original"].every((name) => !Object.hasOwn(body, name)),
  "the time is one of the Netherlands, this year": ({ body }) => {
    const time = getTimestamp(body);
    return (
      /^2026-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0[12]:00$/.test(time) &&
      readDutchHour(time) === time.slice(11, 13)
    );
  },
  "each line has its own id": ({ body }) => {
    const ids = listLines(body).map(({ lineId }) => lineId);
    return new Set(ids).size === ids.length;
  },
  "ids are UUIDs": ({ body }) =>
    listIds(body).every((id) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id)),
  "a line is a text, or an article with a price and a quantity": ({ body }) =>
    listLines(body).every(
      (line) =>
        Object.keys(line).length === 2 ||
        ["articleNumber", "priceIncl", "quantity"].every((name) => Object.hasOwn(line, name)),
    ),
  "a line has its own discount or an external one": ({ body }) =>
    listLines(body).every(
      (line) => !Object.hasOwn(line, "externalDiscount") || !Object.keys(line).some(isDiscount),
    ),
  "amounts are in cents": ({ body }) => {
    const payments = [...listAt(body, "session", "payments"), ...listAt(body, "completeSession", "payments")];
    return [...payments.map(({ amount }) => Number(amount)), ...listLines(body).map(toCents)].every(
      (amount, index) => (index < payments.length ? isCents(amount * 100) : isCents(amount)),
    );
  },
  "no discount exceeds its line": ({ body }) => listLines(body).every((line) => toCents(line) >= 0),
  "a sale has at most its total paid, and a complete one all of it": ({ event, body }) =>
    event === "completeSession" ? findOpen(body) === 0 : findOpen(body) >= 0,
  "the payments of the sale include the last ones": ({ event, body }) => {
    const last = listAt(body, "completeSession", "payments");
    const all = listAt(body, "session", "payments");
    return (
      event !== "completeSession" || (last.length > 0 && isDeepStrictEqual(all.slice(-last.length), last))
    );
  },
  "an external payment pays what is open": ({ event, body }) =>
    !event.endsWith("ExternalPayment") ||
    Math.round(Number(getAt(body, ["externalPayment", "amount"])) * 100) === findOpen(body),
  "a sale that starts, or is cancelled, has no payments": ({ event, body }) =>
    !["startSession", "cancelSession"].includes(event) || listAt(body, "session", "payments").length === 0,
  "a sale that starts has no lines": ({ event, body }) =>
    event !== "startSession" || listLines(body).length === 0,
  "the sale has the line that was added or changed": ({ event, body }) =>
    !/^(add|update)SessionLine$/.test(event) ||
    listLines(body).some((line) => isDeepStrictEqual(line, getAt(body, [event, "line"]))),
  "the sale does not have the line that was removed": ({ event, body }) =>
    event !== "removeSessionLine" ||
    listLines(body).every(({ lineId }) => lineId !== getAt(body, [event, "line", "lineId"])),
  "a sale merges with another": ({ event, body }) =>
    event !== "mergeSession" ||
    getAt(body, ["mergeSession", "mergeWithSessionId"]) !== getAt(body, ["session", "sessionId"]),
  "the selected customer is the one of the sale": ({ event, body }) => {
    const ofSale = getAt(body, ["session", "relation"]);
    return (
      event !== "selectRelation" ||
      ofSale === undefined ||
      isDeepStrictEqual(ofSale, getAt(body, [event, "relation"]))
    );
  },
  "nobody presses a button as the POS starts": ({ body }) =>
    getAt(body, ["customAction", "onStartup"]) !== true ||
    ["longClick", "numpadValue"].every((name) => getAt(body, ["customAction", name]) === undefined),
  "a kitchen event has a course of an order of this year, and no sale": ({ event, body }) => {
    if (!event.startsWith("kitchen")) return true;
    const orders = ["tableOrder", "cafeteriaOrder"].filter((name) => Object.hasOwn(body, name));
    return (
      orders.length === 1 &&
      !Object.hasOwn(body, "session") &&
      Object.hasOwn(body, "table") === orders.includes("tableOrder") &&
      getAt(body, [orders[0] ?? "", "year"]) === Number(getTimestamp(body).slice(0, 4))
    );
  },
  "only a complete course has taken its time": ({ event, body }) =>
    event !== "kitchenStartCourse" || getAt(body, ["course", "actualPreparationTime"]) === undefined,
  "nothing is there that no page documents": ({ body }) =>
    ["sender/employeeNumber", "session/totalInclAmount", "session/relation", "course/expectedPreparationTime"]
      .map((path) => getAt(body, path.split("/")))
      .every((value) => value === undefined),
};

function getTimestamp(body: JsonObject): string {
  const time = getAt(body, ["event", "eventTimestamp"]);
  return typeof time === "string" ? time : "";
}

const part = (body: JsonObject, name: string): JsonObject => {
  const found = getOwn(body, name);
  return isObject(found) ? found : {};
};

const isPayment = (event: string): boolean =>
  ["startPayment", "completeSession"].includes(event) || event.endsWith("ExternalPayment");

const isOfBrowser = (name: string): boolean => /^(browser|platform|device)/.test(name);

const isDiscount = (name: string): boolean => name.startsWith("discount");

function listAt(body: JsonObject, object: string, list: string): readonly JsonObject[] {
  const items = getAt(body, [object, list]);
  return isArray(items) ? items.filter(isObject) : [];
}

const listLines = (body: JsonObject): readonly JsonObject[] => listAt(body, "session", "lines");

const listIds = (value: Json, name = ""): readonly string[] => {
  if (isArray(value)) return value.flatMap((item) => listIds(item));
  if (isObject(value)) return Object.entries(value).flatMap(([key, inner]) => listIds(inner, key));
  return typeof value === "string" &&
    /^(session|line|instance|order|discount|externalPayment|mergeWithSession)Id$/.test(name)
    ? [value]
    : [];
};

/** After discounts, in cents, unrounded. All lines of our samples are of one piece. */
function toCents(line: JsonObject): number {
  const cents = Number(line["priceIncl"] ?? 0) * Number(line["quantity"] ?? 0) * 100;
  const external = line["externalDiscount"];
  return [line, ...(isObject(external) ? [external] : [])].reduce(
    (rest, { discountPercentage = 0, discountAmount = 0 }) =>
      rest - (cents * Number(discountPercentage)) / 100 - Number(discountAmount) * 100,
    cents,
  );
}

const isCents = (amount: number): boolean => Math.abs(amount - Math.round(amount)) < 1e-6;

function findOpen(body: JsonObject): number {
  const total = listLines(body).reduce((sum, line) => sum + Math.round(toCents(line)), 0);
  const paid = listAt(body, "session", "payments").reduce(
    (sum, { amount }) => sum + Math.round(Number(amount) * 100),
    0,
  );
  return total - paid;
}

const readDutchHour = (time: string): string =>
  new Intl.DateTimeFormat("nl", { timeZone: "Europe/Amsterdam", hour: "2-digit", hourCycle: "h23" }).format(
    new Date(time),
  );
