import { getOwn, isObject, type JsonObject } from "../../base/json.js";
import type { TillSession, TillSettings } from "./till-types.js";

/** An amount of money, in whole cents. */
type Cents = number;

/** A half is rounded away from zero. Floating-point noise, as in 1.005 × 100, does not count. Never returns -0. */
export const toCents = (euros: number): Cents =>
  Math.sign(euros) * Math.round(Number((Math.abs(euros) * 100).toFixed(6))) + 0;

export const toEuros = (cents: Cents): number => cents / 100;

/** Discounts that the till itself gives. */
export const ownDiscounts = ["discountPercentage", "discountAmount"] as const;

/** What is shown adds up: the totals of the lines and `rounding` make `total`, and `total` less what is paid is `open`. */
export function findSums(
  { lines, payments }: Pick<TillSession, "lines" | "payments">,
  settings: TillSettings,
) {
  const exact = lines.map((line) => calculateLine(line, settings));
  const sum = (name: "full" | "rest", roundedPer: TillSettings["roundedPer"]): Cents => {
    const amounts = exact.map((each) => each[name]);
    return roundedPer === "line" ? addUp(amounts.map(toCents)) : toCents(addUp(amounts));
  };
  const [full, total] = [sum("full", settings.roundedPer), sum("rest", settings.roundedPer)];
  const paid = addUp(payments.map((payment) => toCents(readNumber(payment, "amount", 0))));
  return { full, total, rounding: total - sum("rest", "line"), open: total - paid };
}

const addUp = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);

/** Before and after discounts, as shown. The discounts take `full - total` off. */
export function findLineSums(line: JsonObject, settings: TillSettings): Record<"full" | "total", Cents> {
  const { full, rest } = calculateLine(line, settings);
  return { full: toCents(full), total: toCents(rest) };
}

/** In euros, not rounded. */
function calculateLine(line: JsonObject, settings: TillSettings) {
  const [price, quantity] = [readNumber(line, "priceIncl", 0), readNumber(line, "quantity", 1)];
  // A return gives money back, also if its price is that of the whole line.
  const ofLine = quantity < 0 ? -Math.abs(price) : price;
  const full = settings.priceIsFor === "piece" ? price * quantity : ofLine;
  const external = getOwn(line, "externalDiscount");
  const discounts = [line, ...(isObject(external) ? [external] : [])];
  return { full, rest: full - addUp(discounts.map((each) => calculateDiscount(each, line, full, settings))) };
}

/** A return gives back less by what the sale cost less. */
function calculateDiscount(discount: JsonObject, line: JsonObject, full: number, settings: TillSettings) {
  const quantity = Math.abs(readNumber(line, "quantity", 1));
  if (quantity === 0) return 0;
  const pieces = Math.min(Math.abs(readNumber(discount, "applyToQuantity", quantity)), quantity);
  const amount = readNumber(discount, "discountAmount", 0);
  const off = (full < 0 ? -1 : 1) * (settings.discountAmountIsFor === "piece" ? amount * pieces : amount);
  const discounted = (full * pieces) / quantity;
  const base = settings.discountOrder === "percentageFirst" ? discounted : discounted - off;
  return (base * readNumber(discount, "discountPercentage", 0)) / 100 + off;
}

/** The line as the till sends it. Its price has as many decimals as it takes to calculate the same total from it. */
export function showPrice(line: JsonObject, settings: TillSettings): JsonObject {
  const { full, rest } = calculateLine(line, settings);
  if (settings.priceIs === "beforeDiscounts" || full === rest) return line;
  const total = settings.roundedPer === "line" ? toEuros(toCents(rest)) : rest;
  const quantity = readNumber(line, "quantity", 1);
  // The price of a returned line keeps its sign.
  const ofLine = quantity < 0 && readNumber(line, "priceIncl", 0) > 0 ? -1 : 1;
  const pieces = settings.priceIsFor === "piece" ? quantity : ofLine;
  return { ...line, priceIncl: Number((total / pieces).toFixed(8)) };
}

export function readNumber(holder: JsonObject, name: string, otherwise: number): number {
  const value = getOwn(holder, name);
  return typeof value === "number" ? value : otherwise;
}
