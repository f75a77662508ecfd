import type { TillSession } from "../api/till.js";
import { getOwn, isObject, type Json, type JsonObject } from "../../json.js";
import type { TillSettings } from "../api/settings.js";

/** The sale at hand, with what no user of the till sees of it. */
export interface Sale extends Omit<TillSession, "open"> {
  /** The lines that answers added, by their ids. */
  readonly added: ReadonlySet<Json>;
  /** How many of the payments were made before the sale came to be paid. */
  readonly prepaid: number;
  /** Whether the till shows the payment screen. */
  readonly paying: boolean;
}

/** The sale at hand, and the one before it. */
export interface Sales {
  readonly current: Sale;
  readonly previous?: Sale | undefined;
}

export const openSale = (sessionId: string): Sale => ({
  ...{ sessionId, lines: [], payments: [], printed: [], shown: {} },
  ...{ ended: false, locked: false, lockedForAdditions: false },
  ...{ added: new Set<Json>(), prepaid: 0, paying: false },
});

/** The lines of a sale by their ids, in their order. What has no id, or the id of another, is there under a key of its own. */
export function indexLines({ lines }: Sale): Map<Json | undefined, JsonObject> {
  const index = new Map<Json | undefined, JsonObject>();
  for (const line of lines) {
    const id = line["lineId"];
    index.set(id === undefined || index.has(id) ? line : id, line);
  }
  return index;
}

/** A sale with a line more, or with another one of the same id. */
export function withLine(sale: Sale, line: JsonObject): Sale {
  const lines = indexLines(sale).set(line["lineId"] ?? line, line);
  return { ...sale, lines: [...lines.values()] };
}

export const withoutLine = (sale: Sale, lineId: Json | undefined): Sale => ({
  ...sale,
  lines: sale.lines.filter((line) => line["lineId"] !== lineId),
});

/** What the till would call a line, of which only the article is known. */
export const describeArticle = (line: JsonObject): JsonObject => {
  const number = getOwn(line, "articleNumber");
  return typeof number === "number" ? { text: `Article ${number}` } : {};
};

/** A sale for another relation, or for none. */
export function withRelation(sale: Sale, relation: JsonObject | undefined): Sale {
  const { relation: _, ...anonymous } = sale;
  return relation === undefined ? anonymous : { ...sale, relation };
}

/** What is left to pay, in euros. */
export function findOpenAmount({ lines, payments }: Sale, settings: TillSettings): number {
  const total = lines.reduce((sum, line) => sum + findLineTotal(line, settings), 0);
  const paid = payments.reduce((sum, payment) => sum + readNumber(payment, "amount", 0), 0);
  return Math.round((total - paid) * 100) / 100;
}

/** What a line costs, in euros, its discounts taken off. */
export function findLineTotal(line: JsonObject, settings: TillSettings): number {
  const quantity = readNumber(line, "quantity", 1);
  const price = readNumber(line, "priceIncl", 0);
  const full = settings.priceIsFor === "piece" ? price * quantity : price;
  const external = getOwn(line, "externalDiscount");
  return [line, ...(isObject(external) ? [external] : [])].reduce((total, discount) => {
    const pieces = Math.min(readNumber(discount, "applyToQuantity", quantity), quantity);
    const share = quantity === 0 ? 0 : pieces / quantity;
    const percentage = (full * share * readNumber(discount, "discountPercentage", 0)) / 100;
    const amount = readNumber(discount, "discountAmount", 0);
    return total - percentage - (settings.discountAmountIsFor === "piece" ? amount * pieces : amount);
  }, full);
}

export function readNumber(holder: JsonObject, name: string, otherwise: number): number {
  const value = getOwn(holder, name);
  return typeof value === "number" ? value : otherwise;
}
