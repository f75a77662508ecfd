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
import type { Finding, LeftOut, TillSettings } from "./till.js";
import { describeArticle, findLineTotal, indexLines, questionKinds, quoteJson, readNumber } from "./sale.js";
import { ownDiscounts, withRelation, type Sale } from "./sale.js";

/** The effect of one part of an answer on the sale. */
interface Effect {
  /** The part of the answer, by its names. */
  readonly at: readonly string[];
  /** The source of that rule. */
  readonly basis: string;
  /** Whether it changes the sale, which it cannot once that has ended. */
  readonly changesSale?: true;
  /** The setting of the till without which the part is not used. */
  readonly needs?: "amountMayBeChanged";
  /** Gives the sale afterwards, or says why the till cannot do this. */
  readonly apply: (sale: Sale, part: Json, path: string, context: EffectContext) => Sale | Finding;
}

/** An answer, and all that matters for what it does. */
interface EffectContext {
  readonly request: JsonObject;
  readonly answer: JsonObject;
  /** Whether the answer brings the flow that it belongs to to its end. */
  readonly settles: boolean;
  readonly settings: TillSettings;
  readonly makeId: () => string;
  /** What is odd in the answer, and is done nevertheless: effects add to it. */
  readonly notes: LeftOut[];
}

/** The lines of a sale while an answer changes them: where each of very many is changed, none is searched for, and none copied. */
interface SaleLines extends EffectContext {
  readonly byId: Map<Json | undefined, JsonObject>;
  readonly added: Set<Json>;
}

type LineEffect = (item: JsonObject, path: string, lines: SaleLines) => Finding | undefined;

/**
 * Does the same for each item of a list, up to the first that cannot be done. No source says how many lines a sale may have, so
 * that the till refuses none; each takes the same time.
 */
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
    const message = `Line ${quoteJson(lineId)} has a discount already, ${own ? "the till's own" : "with another `discountId`"}.`;
    return { code: "LINE_ALREADY_HAS_DISCOUNT", message, path };
  }
  const discounted = { ...line, externalDiscount };
  byId.set(lineId, discounted);
  return checkDiscount(discounted, path, lines);
};

const addLine: LineEffect = (item, path, lines) => {
  const { byId, added, makeId, settings } = lines;
  const { lineId = makeId(), quantity = 1, extLine, ...rest } = item;
  if (byId.has(lineId)) {
    const message = `The sale has a line ${quoteJson(lineId)} already.`;
    return { code: "LINE_ID_ALREADY_EXISTS", message, path: `${path}/lineId` };
  }
  const ext = settings.extLineComesBack && extLine !== undefined && { extLine };
  const line = { text: "An article", ...describeArticle(item), ...rest, lineId, quantity, ...ext };
  byId.set(lineId, line);
  added.add(lineId);
  return checkDiscount(line, path, lines);
};

const deleteLine: LineEffect = ({ lineId }, path, { byId, added, settings }) => {
  if (!byId.has(lineId)) return reportLine(path, lineId);
  if (!settings.anyLineMayBeDeleted && !added.has(lineId ?? null)) {
    const message = `Line ${quoteJson(lineId)} was not added by an answer, and the till lets no other be deleted.`;
    return { code: "LINE_DELETION_NOT_ALLOWED", message, path };
  }
  byId.delete(lineId);
  return undefined;
};

/** A percentage above 100 is refused. An amount may take off more than a line costs: far more is worth a remark. */
const checkDiscount = (line: JsonObject, path: string, { settings, notes }: EffectContext) => {
  const { externalDiscount: discount, ...plain } = line;
  if (!isObject(discount)) return undefined;
  const at = `${path}/externalDiscount`;
  const percentage = readNumber(discount, "discountPercentage", 0);
  if (percentage < 0 || percentage > 100) {
    const message = `A discount of ${percentage} % is not between 0 and 100.`;
    return { code: "INVALID_DISCOUNT_PERCENTAGE", message, path: `${at}/discountPercentage` };
  }
  const price = findLineTotal(plain, settings);
  const off = price - findLineTotal(line, settings);
  if (price > 0 && off > 2 * price) {
    const name = at.slice(1).replaceAll("/", ".");
    const message = `\`${name}\` takes ${off.toFixed(2)} off a line of ${price.toFixed(2)}: cents in place of euros?`;
    notes.push({ path: at, message });
  }
  return undefined;
};

const reportLine = (path: string, lineId: Json | undefined): Finding => ({
  code: "INVALID_LINE_ID",
  message: `Line ${quoteJson(lineId)} is not in the sale.`,
  path: `${path}/lineId`,
});

function bookPayment(sale: Sale, { request, answer, settings }: EffectContext): Sale {
  const ask = (body: JsonObject, name: string) => getAt(body, ["externalPayment", name]);
  const changed = settings.amountMayBeChanged ? ask(answer, "finalAmount") : undefined;
  const method = ask(request, "method") ?? "";
  const amount = changed ?? ask(request, "amount") ?? 0;
  return { ...sale, payments: [...sale.payments, { amount, description: method, method }] };
}

function bookPrepayments(sale: Sale, part: Json): Sale {
  const payments = getOwn(part, "payments");
  if (getOwn(part, "sessionId") !== sale.sessionId || !isArray(payments)) return sale;
  const known = new Set(sale.payments.map((payment) => payment["paymentId"]));
  const fresh = payments.filter(isObject).filter(({ paymentId }) => !known.has(paymentId));
  return { ...sale, payments: [...fresh, ...sale.payments], prepaid: sale.prepaid + fresh.length };
}

/** A code in a footer, and what its symbology can carry: Code 128 has ASCII, a QR code any text. */
function printFooters(sale: Sale, part: Json, path: string): Sale | Finding {
  const footers = (isArray(part) ? part : [part]).filter(isObject);
  const index = footers.findIndex(({ barcode }) => {
    const [code, codeType] = [getOwn(barcode, "code"), getOwn(barcode, "codeType")];
    return codeType !== "qrcode" && typeof code === "string" && !/^[\x00-\x7f]+$/.test(code);
  });
  if (index === -1) return { ...sale, printed: [...sale.printed, ...footers] };
  const message = "The code of the footer has characters that Code 128 cannot carry.";
  const at = isArray(part) ? `${path}/${index}` : path;
  return { code: "INVALID_RECEIPT_FOOTER_CODE", message, path: `${at}/barcode/code` };
}

/** The effects of an answer on a sale, in this order. A part without a row is shown, and changes nothing. */
export const effects: readonly Effect[] = [
  {
    at: ["lineChanges"],
    basis: "The definitions: the discount that a line is to have; the error codes name what a till refuses.",
    changesSale: true,
    apply: forEachLine(discountLine),
  },
  {
    at: ["lineAdditions"],
    basis:
      "The definitions: what is left out is the article's own, and the id the till's; error codes as above.",
    changesSale: true,
    apply: forEachLine(addLine),
  },
  {
    at: ["lineDeletions"],
    basis:
      "The definitions: normally only lines that an answer added; the code for a refusal is a guess by symmetry.",
    changesSale: true,
    apply: forEachLine(deleteLine),
  },
  {
    at: ["lockSession"],
    basis: "The definitions: true stops all changes at the till, false allows them again.",
    changesSale: true,
    apply: (sale, part) => ({ ...sale, locked: part === true }),
  },
  {
    at: ["lockSessionForAdditions"],
    basis: "The definitions: deletions and decreases stay possible.",
    changesSale: true,
    apply: (sale, part) => ({ ...sale, lockedForAdditions: part === true }),
  },
  {
    at: ["scanCode", "relationNumber"],
    basis:
      "The definitions: it selects the relation. Which relations a till has is not ours to know: each is taken.",
    changesSale: true,
    apply: (sale, part) => withRelation(sale, { relationNumber: part }),
  },
  {
    at: ["externalPayment", "confirmed"],
    basis:
      "The definitions: true ends the flow and books the payment. Where the flow does not end by it, nothing is booked.",
    apply: (sale, part, _, context) => (part === true && context.settles ? bookPayment(sale, context) : sale),
  },
  {
    at: ["externalPayment", "finalAmount"],
    basis: "The definitions: what the payment is booked with, if a setting of the POS allows it.",
    needs: "amountMayBeChanged",
    apply: (sale) => sale,
  },
  {
    at: ["prepayTable"],
    basis: "The definitions: payments for the sale of a table; `paymentId` tells which were booked already.",
    apply: bookPrepayments,
  },
  {
    at: ["receiptFooter"],
    basis: "The definitions: printed below the receipt; one footer or several.",
    apply: printFooters,
  },
  {
    at: ["billFooter"],
    basis: "The definitions: printed below the bill; one footer or several.",
    apply: printFooters,
  },
];

/** Does what an answer says: all of it, or nothing if the till cannot do some part; then it says why. */
export function executeAnswer(sale: Sale, given: Omit<EffectContext, "notes">, product: ProductModel) {
  const untaken = product.takes.filter(
    ({ name, standing }) => standing === "contradicted" && name in given.answer,
  );
  const answer = omitProperties(given.answer, new Set(untaken.map(({ name }) => name)));
  const context: EffectContext = { ...given, answer, notes: [] };
  const unused = untaken.map(({ name, basis }) =>
    remark([name], `\`${name}\` does nothing at ${product.name}: ${basis}`),
  );
  let after = sale;
  for (const { at, apply, changesSale, needs } of effects) {
    const [part, name] = [getAt(answer, at), at.join(".")];
    if (part === undefined) continue;
    if (changesSale && sale.ended) {
      const message = `The sale has ended: \`${name}\` can change nothing in it any more.`;
      return { code: "after-end", ...remark(at, message) };
    }
    if (needs && !given.settings[needs]) {
      const setting = `“${settings[needs].setting}” (\`${needs}\`)`;
      unused.push(remark(at, `\`${name}\` is not used: that needs the POS setting ${setting}.`));
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

/** The first part in which two answers differ, of those that do something. */
export const findDifferentEffect = (one: JsonObject, other: JsonObject): readonly string[] | undefined =>
  effects
    .map(({ at }) => at)
    .find((at) => JSON.stringify(getAt(one, at)) !== JSON.stringify(getAt(other, at)));

/** Whatever else is in an answer changes nothing but the screen. */
const notShown: ReadonlySet<string> = new Set([
  ...effects.flatMap(({ at }) => (at.length === 1 ? at : [])),
  ...questionKinds,
]);
