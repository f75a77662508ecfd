import {
  getAt,
  getOwn,
  isArray,
  isObject,
  omitProperties,
  type Json,
  type JsonObject,
} from "../../base/json.js";
import type { ProductModel } from "../../contract/model/model.js";
import { joinPointer } from "../../contract/read/pointer.js";
import settings from "./settings.json" with { type: "json" };
import type { Finding, LeftOut, TillSettings } from "./till-types.js";
import { findLineSums, ownDiscounts, readNumber, toCents, toEuros } from "./money.js";
import { describeArticle, indexLines, questionKinds, quoteJson, withRelation, type Sale } from "./sale.js";

interface Effect {
  readonly at: readonly string[];
  /** Present if the property is rejected after the sale has ended. */
  readonly changesSale?: true;
  /** The till setting that it requires. */
  readonly needs?: "amountMayBeChanged";
  /** Returns a finding if the till cannot do it. */
  readonly apply: (sale: Sale, part: Json, path: string, context: EffectContext) => Sale | Finding;
}

interface EffectContext {
  readonly request: JsonObject;
  readonly answer: JsonObject;
  readonly settles: boolean;
  readonly settings: TillSettings;
  readonly makeId: () => string;
  /** Oddities that the till accepts. Effects add to this list. */
  readonly notes: LeftOut[];
}

/** Lines of a sale, indexed so that each change takes constant time. */
interface SaleLines extends EffectContext {
  readonly byId: Map<Json | undefined, JsonObject>;
  readonly added: Set<Json>;
}

type LineEffect = (item: JsonObject, path: string, lines: SaleLines) => Finding | undefined;

/** Stops at the first error. The docs set no limit on the number of lines, so the till sets none either. */
function forEachLine(change: LineEffect): Effect["apply"] {
  return (sale, items, path, context) => {
    const lines: SaleLines = { ...context, byId: indexLines(sale), added: new Set(sale.added) };
    for (const [index, item] of (isArray(items) ? items : []).entries()) {
      const fault = isObject(item) ? change(item, `${path}/${index}`, lines) : undefined;
      if (fault) return fault;
    }
    return { ...sale, lines: [...lines.byId.values()], added: lines.added };
  };
}

const discountLine: LineEffect = ({ lineId, externalDiscount }, path, lines) => {
  const { byId } = lines;
  const line = byId.get(lineId);
  if (!line) return reportLine(path, lineId);
  if (!isObject(externalDiscount)) return undefined;
  const own = ownDiscounts.some((name) => readNumber(line, name, 0) !== 0);
  const old = getOwn(line, "externalDiscount");
  if (own || (isObject(old) && old["discountId"] !== externalDiscount["discountId"])) {
    const message = `Line ${quoteJson(lineId)} already has a discount: ${own ? "the till's own" : "one with another `discountId`"}.`;
    return { code: "LINE_ALREADY_HAS_DISCOUNT", message, path };
  }
  const discounted = { ...line, externalDiscount };
  byId.set(lineId, discounted);
  return checkAmount(discounted, path, lines);
};

const addLine: LineEffect = (item, path, lines) => {
  const { byId, added, makeId } = lines;
  const { lineId = makeId(), quantity = 1, extLine: _, ...rest } = item;
  if (byId.has(lineId)) {
    const message = `The sale already has a line ${quoteJson(lineId)}.`;
    return { code: "LINE_ID_ALREADY_EXISTS", message, path: `${path}/lineId` };
  }
  const line = { text: "An article", ...describeArticle(item), ...rest, lineId, quantity };
  byId.set(lineId, line);
  added.add(lineId);
  return checkAmount(line, path, lines);
};

const deleteLine: LineEffect = ({ lineId }, path, { byId, added, settings }) => {
  if (!byId.has(lineId)) return reportLine(path, lineId);
  if (!settings.anyLineMayBeDeleted && !added.has(lineId ?? null)) {
    const message = `Line ${quoteJson(lineId)} was not added by an answer, and answers may delete only such lines.`;
    return { code: "LINE_DELETION_NOT_ALLOWED", message, path };
  }
  byId.delete(lineId);
  return undefined;
};

/** Rejects an amount that nobody can count in cents. */
function checkAmount(line: JsonObject, path: string, context: EffectContext): Finding | undefined {
  if (Object.values(findLineSums(line, context.settings)).every(Number.isSafeInteger))
    return checkDiscount(line, path, context);
  const message = `The amount of line ${quoteJson(line["lineId"])} is too large to count in cents.`;
  return { code: "amount-too-large", message, path };
}

/** Rejects a percentage above 100. An amount may exceed the price of the line; a note reports a far larger one. */
const checkDiscount = (line: JsonObject, path: string, { settings, notes }: EffectContext) => {
  const discount = getOwn(line, "externalDiscount");
  if (!isObject(discount)) return undefined;
  const at = `${path}/externalDiscount`;
  const percentage = readNumber(discount, "discountPercentage", 0);
  if (percentage < 0 || percentage > 100) {
    const message = `A discount of ${percentage}% is not between 0% and 100%.`;
    return { code: "INVALID_DISCOUNT_PERCENTAGE", message, path: `${at}/discountPercentage` };
  }
  const { full, total } = findLineSums(line, settings);
  if (full !== 0 && Math.abs(full - total) > 2 * Math.abs(full)) {
    const name = at.slice(1).replaceAll("/", ".");
    const [off, price] = [Math.abs(full - total), full].map((cents) => toEuros(cents).toFixed(2));
    const message = `\`${name}\` takes ${off} off a line of ${price}: cents instead of euros?`;
    notes.push({ path: at, message });
  }
  return undefined;
};

const reportLine = (path: string, lineId: Json | undefined): Finding => ({
  code: "INVALID_LINE_ID",
  message: `Line ${quoteJson(lineId)} is not in the sale.`,
  path: `${path}/lineId`,
});

function bookPayment(sale: Sale, context: EffectContext): Sale {
  const { request, answer, settings } = context;
  const ask = (body: JsonObject, name: string) => getAt(body, ["externalPayment", name]);
  const changed = settings.amountMayBeChanged ? ask(answer, "finalAmount") : undefined;
  const method = ask(request, "method") ?? "";
  const given = changed ?? ask(request, "amount") ?? 0;
  const amount = bookCents(given, "/externalPayment/finalAmount", context);
  return { ...sale, payments: [...sale.payments, { amount, ...nameMethod(method) }] };
}

/** The general webhook method, as a sample of the vendor names it. */
const generalMethod = "K_WEBHOOK";

/** We do not know which methods a POS has, nor what they are called there. */
const nameMethod = (method: Json) => ({ description: method, method });

/** We do not know what a POS does with a fraction of a cent. */
function bookCents(amount: Json, path: string, { notes }: EffectContext): Json {
  if (typeof amount !== "number") return amount;
  const booked = toEuros(toCents(amount));
  if (Math.abs(amount - booked) > 1e-9) {
    const name = path.slice(1).replaceAll("/", ".");
    notes.push({ path, message: `\`${name}\` is ${amount}; the till books ${booked.toFixed(2)}.` });
  }
  return booked;
}

function bookPrepayments(sale: Sale, part: Json, path: string, context: EffectContext): Sale {
  const payments = getOwn(part, "payments");
  if (getOwn(part, "sessionId") !== sale.sessionId || !isArray(payments)) return sale;
  const known = new Set(sale.payments.map((payment) => payment["paymentId"]));
  const fresh = payments
    .filter(isObject)
    .filter(({ paymentId }) => !known.has(paymentId))
    .map((payment) => ({
      ...payment,
      amount: bookCents(
        payment["amount"] ?? 0,
        `${path}/payments/${payments.indexOf(payment)}/amount`,
        context,
      ),
      ...nameMethod(getOwn(payment, "method") ?? generalMethod),
    }));
  return { ...sale, payments: [...fresh, ...sale.payments], prepaid: sale.prepaid + fresh.length };
}

/** Code 128 encodes ASCII, a QR code any text. */
function printFooters(sale: Sale, part: Json, path: string): Sale | Finding {
  const footers = (isArray(part) ? part : [part]).filter(isObject);
  const index = footers.findIndex(({ barcode }) => {
    const [code, codeType] = [getOwn(barcode, "code"), getOwn(barcode, "codeType")];
    return codeType !== "qrcode" && typeof code === "string" && !/^[\x00-\x7f]+$/.test(code);
  });
  if (index === -1) return { ...sale, printed: [...sale.printed, ...footers] };
  const message = "The footer's code has characters that Code 128 cannot encode.";
  const at = isArray(part) ? `${path}/${index}` : path;
  return { code: "INVALID_RECEIPT_FOOTER_CODE", message, path: `${at}/barcode/code` };
}

/** In order of application, as the vendor's definitions say. Properties without a row are only shown. */
export const effects: readonly Effect[] = [
  { at: ["lineChanges"], changesSale: true, apply: forEachLine(discountLine) },
  { at: ["lineAdditions"], changesSale: true, apply: forEachLine(addLine) },
  { at: ["lineDeletions"], changesSale: true, apply: forEachLine(deleteLine) },
  { at: ["lockSession"], changesSale: true, apply: (sale, part) => ({ ...sale, locked: part === true }) },
  {
    at: ["lockSessionForAdditions"],
    changesSale: true,
    apply: (sale, part) => ({ ...sale, lockedForAdditions: part === true }),
  },
  {
    // We do not know which relations a POS has, so any number is accepted.
    at: ["scanCode", "relationNumber"],
    changesSale: true,
    apply: (sale, part) => withRelation(sale, { relationNumber: part }),
  },
  {
    at: ["externalPayment", "confirmed"],
    apply: (sale, part, _, context) => (part === true && context.settles ? bookPayment(sale, context) : sale),
  },
  { at: ["externalPayment", "finalAmount"], needs: "amountMayBeChanged", apply: (sale) => sale },
  { at: ["prepayTable"], apply: bookPrepayments },
  { at: ["receiptFooter"], apply: printFooters },
  { at: ["billFooter"], apply: printFooters },
];

/** Applies the whole answer, or returns the finding that makes it impossible. */
export function executeAnswer(sale: Sale, given: Omit<EffectContext, "notes">, product: ProductModel) {
  const untaken = product.takes.filter(
    ({ name, standing }) => standing === "contradicted" && name in given.answer,
  );
  const answer = omitProperties(given.answer, new Set(untaken.map(({ name }) => name)));
  const context: EffectContext = { ...given, answer, notes: [] };
  const unused = untaken.map(({ name, basis }) =>
    remark([name], `\`${name}\` has no effect at ${product.name}: ${basis}`),
  );
  let after = sale;
  for (const { at, apply, changesSale, needs } of effects) {
    const [part, name] = [getAt(answer, at), at.join(".")];
    if (part === undefined) continue;
    if (changesSale && sale.ended) {
      const message = `The sale has ended: \`${name}\` can no longer change it.`;
      return { code: "after-end", ...remark(at, message) };
    }
    if (needs && !given.settings[needs]) {
      const setting = `“${settings[needs].setting}” (\`${needs}\`)`;
      unused.push(remark(at, `\`${name}\` is not used: it requires the POS setting ${setting}.`));
    }
    const made = apply(after, part, joinPointer("", ...at), context);
    if ("code" in made) return made;
    after = made;
  }
  const shown = { ...after.shown, ...omitProperties(answer, notShown) };
  return { sale: { ...after, shown }, unused, notes: context.notes };
}

const remark = (at: readonly string[], message: string): LeftOut => ({
  path: joinPointer("", ...at),
  message,
});

export const findDifferentEffect = (one: JsonObject, other: JsonObject): readonly string[] | undefined =>
  effects
    .map(({ at }) => at)
    .find((at) => JSON.stringify(getAt(one, at)) !== JSON.stringify(getAt(other, at)));

/** Everything else in an answer only changes the screen. */
const notShown: ReadonlySet<string> = new Set([
  ...effects.flatMap(({ at }) => (at.length === 1 ? at : [])),
  ...questionKinds,
]);
