import type { Finding } from "../api/till.js";
import { getAt, getOwn, isArray, isObject, type Json, type JsonObject } from "../../json.js";
import {
  describeArticle,
  findLine,
  readNumber,
  withLine,
  withoutLine,
  withRelation,
  type Sale,
} from "./sale.js";
import type { TillSettings } from "../api/settings.js";

/** What one part of an answer does to the sale. */
interface Effect {
  /** The part of the answer, by its names. */
  readonly at: readonly string[];
  /** What that rests on. */
  readonly basis: string;
  /** Whether it changes the sale, which it cannot once that has ended. */
  readonly changesSale?: true;
  /** The setting of the till without which the part is not used. */
  readonly needs?: "amountMayBeChanged";
  readonly apply: (sale: Sale, part: Json, context: EffectContext) => Effected;
}

/** The sale afterwards, or why the till cannot do this. */
type Effected = Sale | Finding;

export interface EffectContext {
  readonly request: JsonObject;
  readonly answer: JsonObject;
  /** Whether the answer brings the flow that it belongs to to its end. */
  readonly settles: boolean;
  readonly settings: TillSettings;
  readonly makeId: () => string;
}

/** What an answer does to a sale, in this order. What has no row is shown, and changes nothing. */
export const effects: readonly Effect[] = [
  {
    at: ["lineChanges"],
    basis: "The definitions: the discount that a line is to have; the error codes name what a till refuses.",
    changesSale: true,
    apply: (sale, part) => forEach(sale, part, "lineChanges", discountLine),
  },
  {
    at: ["lineAdditions"],
    basis:
      "The definitions: what is left out is the article's own, and the id the till's; error codes as above.",
    changesSale: true,
    apply: (sale, part, context) =>
      forEach(sale, part, "lineAdditions", (before, item, path) => addLine(before, item, path, context)),
  },
  {
    at: ["lineDeletions"],
    basis:
      "The definitions: normally only lines that an answer added; the code for a refusal is a guess by symmetry.",
    changesSale: true,
    apply: (sale, part, context) =>
      forEach(sale, part, "lineDeletions", (before, item, path) => deleteLine(before, item, path, context)),
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
    apply: (sale, part, context) => (part === true && context.settles ? bookPayment(sale, context) : sale),
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
    apply: (sale, part) => print(sale, part, "receiptFooter"),
  },
  {
    at: ["billFooter"],
    basis: "The definitions: printed below the bill; one footer or several.",
    apply: (sale, part) => print(sale, part, "billFooter"),
  },
];

/** Does the same for each item of a list, up to the first that cannot be done. */
function forEach(
  sale: Sale,
  items: Json,
  name: string,
  apply: (sale: Sale, item: JsonObject, path: string) => Effected,
): Effected {
  if (!isArray(items)) return sale;
  return items.reduce<Effected>((before, item, index) => {
    if ("code" in before || !isObject(item)) return before;
    return apply(before, item, `/${name}/${index}`);
  }, sale);
}

function discountLine(sale: Sale, { lineId, externalDiscount }: JsonObject, path: string): Effected {
  const line = findLine(sale, lineId);
  if (!line) return reportLine(path, lineId);
  if (!isObject(externalDiscount)) return sale;
  const own = ["discountPercentage", "discountAmount"].some((name) => readNumber(line, name, 0) !== 0);
  const old = getOwn(line, "externalDiscount");
  if (own || (isObject(old) && old["discountId"] !== externalDiscount["discountId"])) {
    const message = `Line ${quote(lineId)} has a discount already, ${own ? "the till's own" : "with another `discountId`"}.`;
    return { code: "LINE_ALREADY_HAS_DISCOUNT", message, path };
  }
  return checkPercentage(externalDiscount, path) ?? withLine(sale, { ...line, externalDiscount });
}

function checkPercentage(discount: JsonObject, path: string): Finding | undefined {
  const percentage = readNumber(discount, "discountPercentage", 0);
  if (percentage >= 0 && percentage <= 100) return undefined;
  const message = `A discount of ${percentage} % is not between 0 and 100.`;
  return {
    code: "INVALID_DISCOUNT_PERCENTAGE",
    message,
    path: `${path}/externalDiscount/discountPercentage`,
  };
}

function addLine(sale: Sale, item: JsonObject, path: string, { makeId, settings }: EffectContext): Effected {
  const { lineId = makeId(), quantity = 1, extLine, ...rest } = item;
  if (findLine(sale, lineId)) {
    const message = `The sale has a line ${quote(lineId)} already.`;
    return { code: "LINE_ID_ALREADY_EXISTS", message, path: `${path}/lineId` };
  }
  const discount = getOwn(item, "externalDiscount");
  const fault = isObject(discount) ? checkPercentage(discount, path) : undefined;
  const line = {
    text: "An article",
    ...describeArticle(item),
    ...rest,
    lineId,
    quantity,
    ...(settings.extLineComesBack && extLine !== undefined && { extLine }),
  };
  return fault ?? { ...withLine(sale, line), added: [...sale.added, lineId] };
}

function deleteLine(sale: Sale, { lineId }: JsonObject, path: string, { settings }: EffectContext): Effected {
  if (!findLine(sale, lineId)) return reportLine(path, lineId);
  if (!settings.anyLineMayBeDeleted && !sale.added.some((added) => added === lineId)) {
    const message = `Line ${quote(lineId)} was not added by an answer, and the till lets no other be deleted.`;
    return { code: "LINE_DELETION_NOT_ALLOWED", message, path };
  }
  return withoutLine(sale, lineId);
}

const quote = (value: Json = null): string => JSON.stringify(value);

const reportLine = (path: string, lineId: Json | undefined): Finding => ({
  code: "INVALID_LINE_ID",
  message: `Line ${quote(lineId)} is not in the sale.`,
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
  const prepaid = sale.prepaid + fresh.length;
  return { ...sale, payments: [...fresh, ...sale.payments], prepaid };
}

/** A code in a footer, and what its symbology can carry: Code 128 has ASCII, a QR code any text. */
function print(sale: Sale, part: Json, name: string): Effected {
  const footers = (isArray(part) ? part : [part]).filter(isObject);
  const index = footers.findIndex(({ barcode }) => {
    const code = getOwn(barcode, "code");
    return (
      getOwn(barcode, "codeType") !== "qrcode" && typeof code === "string" && !/^[\x00-\x7f]+$/.test(code)
    );
  });
  if (index === -1) return { ...sale, printed: [...sale.printed, ...footers] };
  const message = "The code of the footer has characters that Code 128 cannot carry.";
  return {
    code: "INVALID_RECEIPT_FOOTER_CODE",
    message,
    path: `/${name}${isArray(part) ? `/${index}` : ""}/barcode/code`,
  };
}
