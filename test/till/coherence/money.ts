import type { Line, Payment } from "./body.js";

/** Amounts of this file are cents. */
export const toCents = (euros: number): number =>
  Math.sign(euros) * Math.round(Number((Math.abs(euros) * 100).toFixed(6))) + 0;

export const isWholeCents = (euros: number): boolean => Math.abs(euros * 100 - toCents(euros)) < 1e-6;

export const sumPayments = (payments: readonly Payment[]): number =>
  payments.reduce((sum, { amount = 0 }) => sum + toCents(amount), 0);

/**
 * Every total that the lines may have, as no page answers these questions: is a price of a piece or of the line,
 * before or after discounts; is a discount's amount of a piece or of the line; which is taken first, percentage or
 * amount; is each discount, each line or only the total rounded? Undefined if a price is missing.
 */
export function listTotals(lines: readonly Line[] | undefined): readonly number[] | undefined {
  if (lines?.every(({ articleNumber, priceIncl }) => articleNumber === undefined || priceIncl !== undefined))
    return readings.flatMap((reading) => {
      const amounts = lines.map((line) => toAmount(line, reading));
      const isPossible = amounts.every((amount, place) => amount * fullAmount(lines[place], reading) >= 0);
      return isPossible ? [toCents(amounts.reduce((sum, amount) => sum + amount, 0))] : [];
    });
  return undefined;
}

interface Reading {
  readonly price: "of a piece" | "of the line";
  readonly isDiscounted: boolean;
  readonly amount: "of a piece" | "of the line";
  readonly first: "percentage" | "amount";
  readonly rounded: "each discount" | "each line" | "the total";
}

const both = [true, false];
const readings: readonly Reading[] = both.flatMap((isOfPiece) =>
  both.flatMap((isDiscounted) =>
    both.flatMap((isAmountOfPiece) =>
      both.flatMap((isAmountFirst) =>
        (["each discount", "each line", "the total"] as const).map((rounded) => ({
          price: isOfPiece ? "of a piece" : "of the line",
          isDiscounted,
          amount: isAmountOfPiece ? "of a piece" : "of the line",
          first: isAmountFirst ? "amount" : "percentage",
          rounded,
        })),
      ),
    ),
  ),
);

const fullAmount = ({ priceIncl = 0, quantity = 1 }: Line = {}, { price }: Reading): number =>
  price === "of a piece" ? priceIncl * quantity : priceIncl;

function toAmount(line: Line, reading: Reading): number {
  const full = fullAmount(line, reading);
  const round = (euros: number): number => toCents(euros) / 100;
  const each = (euros: number): number => (reading.rounded === "each discount" ? round(euros) : euros);
  const { externalDiscount: external = {} } = line;
  const percentage = (line.discountPercentage ?? external.discountPercentage ?? 0) / 100;
  const given = line.discountAmount ?? external.discountAmount ?? 0;
  const taken =
    Math.sign(full) * (reading.amount === "of a piece" ? given * Math.abs(line.quantity ?? 1) : given);
  const base = reading.first === "amount" ? full - taken : full;
  const left = reading.isDiscounted ? each(full) : each(full) - each(base * percentage) - taken;
  return reading.rounded === "the total" ? left : round(left);
}
