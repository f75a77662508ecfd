import * as fc from "fast-check";
import { expect, it } from "vitest";
import { isArray, isObject, type Json, type JsonObject } from "../../generator/base/json.js";
import { readTillOptions } from "../../generator/till/engine/till-set-up.js";
import type { TillSettings } from "../../generator/till/engine/till-types.js";
import { describeSale } from "../../generator/till/page/till-state.js";
import { atShop, openDesk } from "../till/desk.js";
import { ownContract } from "../till/own-spec.js";
import { hold } from "./run.js";

const cents = (max: number) => fc.integer({ min: 1, max }).map((amount) => amount / 100);
const sometimes = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });
const percentage = fc.constantFrom(2.5, 5, 10, 12.5, 21, 33.33, 50, 100);
const discount = fc.record(
  {
    discountPercentage: percentage,
    discountAmount: cents(300),
    applyToQuantity: fc.integer({ min: 1, max: 3 }),
  },
  { requiredKeys: [] },
);
const price = fc.oneof(cents(5000), fc.constantFrom(0, 0.125, 0.005, 1.005, 12.345));
/** Sold, returned, and weighed. */
const quantity = fc.oneof(
  fc.integer({ min: -3, max: 5 }),
  fc.integer({ min: 1, max: 2500 }).map((grams) => grams / 1000),
);

/** A line of the till, and what the answer does to it and adds. */
const sold = fc.record({
  line: fc.record(
    { priceIncl: price, quantity, discountPercentage: percentage, discountAmount: cents(200) },
    { requiredKeys: ["priceIncl"] },
  ),
  given: sometimes(discount),
  addition: sometimes(fc.record({ priceIncl: price, quantity, given: sometimes(discount) })),
});

const randomSale = fc.record({
  lines: fc.array(sold, { minLength: 1, maxLength: 6 }),
  prepaid: fc.array(cents(4000), { maxLength: 2 }),
  isPaidOutside: fc.boolean(),
  settings: fc.record({
    priceIs: fc.constantFrom("beforeDiscounts", "afterDiscounts"),
    discountOrder: fc.constantFrom("percentageFirst", "amountFirst"),
    roundedPer: fc.constantFrom("line", "sale"),
    totalInclAmount: fc.constantFrom("absent", "afterDiscounts", "beforeDiscounts"),
    discountAmountIsFor: fc.constantFrom("line", "piece"),
    priceIsFor: fc.constantFrom("piece", "piece", "line"),
  }),
});
type RandomSale = typeof randomSale extends fc.Arbitrary<infer T> ? T : never;

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
const withDiscount = (number: number, given: object | undefined) =>
  given && { externalDiscount: { discountId: id(number), ...given } };

async function sell({ lines, prepaid, isPaidOutside, settings }: RandomSale) {
  const { till, got } = openDesk(
    (event, request) => {
      const payment = request["externalPayment"] as JsonObject | undefined;
      if (payment) {
        const { externalPaymentId = "" } = payment;
        return { externalPayment: { externalPaymentId, confirmed: true } };
      }
      const at = got.filter((each) => each.event === "addSessionLine").length - 1;
      const { line, given, addition } = (event === "addSessionLine" ? lines[at] : undefined) ?? {};
      // The till rejects a second discount on a line.
      const isFree = line?.discountPercentage === undefined && line?.discountAmount === undefined;
      return {
        ...(given && isFree && { lineChanges: [{ lineId: id(at), ...withDiscount(at, given) }] }),
        ...(addition && {
          lineAdditions: [
            {
              lineId: id(100 + at),
              priceIncl: addition.priceIncl,
              quantity: addition.quantity,
              ...withDiscount(100 + at, addition.given),
            },
          ],
        }),
      };
    },
    { settings },
  );
  await till.send("startSession", {
    session: { payments: prepaid.map((amount) => ({ amount, description: "Voorschot", method: "PIN" })) },
  });
  for (const [at, { line }] of lines.entries())
    await till.send("addSessionLine", { line: { lineId: id(at), ...line } });
  await till.send("startPayment");
  const setUp = readTillOptions({ ...atShop, settings }, ownContract());
  const show = () => describeSale({ till, setUp, log: [] });
  const [shown, told] = [show(), till.session];
  const session = got.at(-1)?.request["session"] as JsonObject;
  const asked = isPaidOutside && shown.openAmount > 0 ? await till.send("startExternalPayment") : undefined;
  const paidOutside = asked && show();
  const completed = await till.send("completeSession");
  expect([...till.transcript.map(({ verdict }) => verdict.kind)]).not.toContain("refused");
  return { shown, told, session, asked, paidOutside, completed, paid: show(), kept: till.session.lines };
}

/** An exact number: `digits` / 10^`decimals`. */
interface Decimal {
  readonly digits: bigint;
  readonly decimals: number;
}

function decimal(value: Json | undefined, otherwise = 0): Decimal {
  const [mantissa = "0", exponent = "0"] = String(typeof value === "number" ? value : otherwise).split("e");
  const [whole = "0", part = ""] = mantissa.split(".");
  const decimals = part.length - Number(exponent);
  const digits = BigInt(whole + part);
  return decimals < 0 ? { digits: digits * 10n ** BigInt(-decimals), decimals: 0 } : { digits, decimals };
}
const times = (a: Decimal, b: Decimal): Decimal => ({
  digits: a.digits * b.digits,
  decimals: a.decimals + b.decimals,
});
function plus(a: Decimal, b: Decimal): Decimal {
  const decimals = Math.max(a.decimals, b.decimals);
  const scale = ({ digits, decimals: from }: Decimal) => digits * 10n ** BigInt(decimals - from);
  return { digits: scale(a) + scale(b), decimals };
}
const minus = (a: Decimal, b: Decimal) => plus(a, { ...b, digits: -b.digits });
const isNegative = ({ digits }: Decimal) => digits < 0n;
const isReturn = (line: JsonObject = {}) => isNegative(decimal(line["quantity"], 1));
const negateIf = (isIt: boolean, a: Decimal) => (isIt ? { ...a, digits: -a.digits } : a);

const toNumber = ({ digits, decimals }: Decimal): number => Number(digits) / 10 ** decimals;

/** In cents; a half is rounded away from zero. */
function round(value: Decimal): number {
  const scaled = times(value, decimal(100));
  const unit = 10n ** BigInt(scaled.decimals);
  const size = scaled.digits < 0n ? -scaled.digits : scaled.digits;
  return Number((2n * size + unit) / (2n * unit)) * (scaled.digits < 0n ? -1 : 1) + 0;
}

/** `whole * part / parts`, to 30 decimals. */
const share = (whole: Decimal, part: Decimal, parts: Decimal): Decimal => ({
  digits: (whole.digits * part.digits * 10n ** BigInt(30 + parts.decimals - part.decimals)) / parts.digits,
  decimals: whole.decimals + 30,
});

/** What a line costs before its discounts. A return is never dearer than nothing. */
function calculateFull(line: JsonObject, { priceIsFor }: Pick<TillSettings, "priceIsFor">): Decimal {
  const [price, quantity] = [decimal(line["priceIncl"]), decimal(line["quantity"], 1)];
  if (priceIsFor === "piece") return times(price, quantity);
  return negateIf(isNegative(quantity) && !isNegative(price), price);
}

/** What a line costs after its discounts, calculated as a partner would, exactly. */
function calculate(line: JsonObject, settings: RandomSale["settings"]) {
  const quantity = decimal(line["quantity"], 1);
  const full = calculateFull(line, settings);
  if (quantity.digits === 0n) return full;
  const external = line["externalDiscount"];
  const discounts = [line, ...(isObject(external) ? [external] : [])];
  return discounts.reduce((rest, each) => {
    const { discountPercentage = 0, discountAmount = 0, applyToQuantity } = each;
    const size = negateIf(isNegative(quantity), quantity);
    const limit = applyToQuantity === undefined ? size : decimal(applyToQuantity);
    const pieces = isNegative(minus(limit, size)) ? limit : size;
    const base = share(full, pieces, size);
    const amount = decimal(discountAmount);
    const off = negateIf(
      isNegative(full),
      settings.discountAmountIsFor === "piece" ? times(amount, pieces) : amount,
    );
    const rate = times(decimal(discountPercentage), decimal(0.01));
    const percent = times(settings.discountOrder === "amountFirst" ? minus(base, off) : base, rate);
    return minus(rest, plus(percent, off));
  }, full);
}

const toCents = (euros: number): number => {
  const amount = Math.round(euros * 100);
  // Whatever is shown is whole cents.
  expect(euros).toBe(amount / 100);
  return amount;
};
const readPayments = (session: Json = null): readonly number[] =>
  (isObject(session) && isArray(session["payments"]) ? session["payments"] : []).map((payment) =>
    toCents(isObject(payment) ? Number(payment["amount"]) : NaN),
  );
const sum = (amounts: readonly number[]) => amounts.reduce((all, amount) => all + amount, 0);

it("what the till shows adds up, to the cent, and what it asks for is what is open", async () => {
  await hold({
    law: "money",
    values: randomSale,
    runs: 2000,
    check: async (sale, count) => {
      const { settings } = sale;
      const { shown, told, session, asked, paidOutside, completed, paid, kept } = await sell(sale);
      count.documents += 1;
      const total = toCents(shown.total);
      const rows = shown.sums.map(({ text, amount }) => [text, toCents(amount)] as const);
      const rounding = sum(rows.flatMap(([text, amount]) => (text === "Rounding" ? [amount] : [])));
      const paidBefore = sum(sale.prepaid.map(toCents));

      // The lines, and their sum.
      const exact = kept.map((line) => calculate(line, settings));
      expect(shown.lines.map((line) => toCents(line.total))).toEqual(exact.map(round));
      const full = kept.map((line) => round(calculateFull(line, settings)));
      expect(shown.lines.map((line) => toCents(line.total) + toCents(line.discount.amount))).toEqual(full);
      expect(sum(exact.map(round)) + rounding).toBe(total);
      if (settings.roundedPer === "line") expect(rounding).toBe(0);
      else expect(total).toBe(round(exact.reduce(plus, decimal(0))));
      expect(toCents(shown.openAmount)).toBe(total - paidBefore);
      expect([told.total, told.openAmount]).toEqual([shown.total, shown.openAmount]);

      // The request says the same.
      const sent = isArray(session["lines"]) ? session["lines"].filter(isObject) : [];
      if (settings.priceIs === "beforeDiscounts")
        expect(sent.map((line) => line["priceIncl"])).toEqual(kept.map((line) => line["priceIncl"]));
      else if (settings.priceIsFor === "line")
        // A line means the same with and without its discounts. No return can say that it costs money.
        expect(sent.map((line) => round(calculateFull(line, settings)))).toEqual(
          exact.map((each, i) => round(each) * (isReturn(kept[i]) && !isNegative(each) ? -1 : 1) + 0),
        );
      else {
        const amounts = sent.map((line) => calculateFull(line, settings));
        if (settings.roundedPer === "line") expect(amounts.map(round)).toEqual(exact.map(round));
        else expect(Math.abs(toNumber(amounts.reduce(plus, decimal(0))) * 100 - total)).toBeLessThan(0.501);
      }
      const whole = kept.map((line) => calculateFull(line, settings)).reduce(plus, decimal(0));
      const before = settings.roundedPer === "line" ? sum(full) : round(whole);
      expect(session["totalInclAmount"]).toBe(
        { absent: undefined, afterDiscounts: total / 100, beforeDiscounts: before / 100 }[
          settings.totalInclAmount
        ],
      );

      // The payment that the till asks for settles the sale.
      const open = total - paidBefore;
      if (asked) {
        expect(asked.request["externalPayment"]).toMatchObject({ amount: open / 100 });
        expect(paidOutside?.openAmount).toBe(0);
      }
      expect(sum(readPayments(completed.request["session"]))).toBe(total);
      expect(paid.openAmount).toBe(0);
      expect(paid.isPaid).toBe(true);
    },
  });
});
