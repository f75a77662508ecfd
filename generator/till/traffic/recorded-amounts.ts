import { getAt, isArray, isObject, omitProperties, type Json, type JsonObject } from "../../base/json.js";
import type { Model } from "../../contract/model/model.js";
import type { AmountReader } from "../../contract/traffic/traffic-reader.js";
import { findSums, ownDiscounts, readNumber, toCents, toEuros } from "../engine/money.js";
import settings from "../engine/settings.json" with { type: "json" };
import { defaultSettings } from "../engine/till-set-up.js";

/** With their values; a sale without a total says nothing about which one it is. */
const questioned = {
  priceIsFor: settings.priceIsFor.values,
  discountAmountIsFor: settings.discountAmountIsFor.values,
  priceIs: settings.priceIs.values,
  discountOrder: settings.discountOrder.values,
  roundedPer: settings.roundedPer.values,
  totalInclAmount: settings.totalInclAmount.values.filter((value) => value !== "absent"),
};

type Combination = Readonly<Record<string, string>>;

const combinations: readonly Combination[] = Object.entries(questioned).reduce<readonly Combination[]>(
  (all, [name, values]) => all.flatMap((each) => values.map((value) => ({ ...each, [name]: value }))),
  [{}],
);

/** Finds the settings of a till with which the lines of a request make its total, or what was paid. */
export function createAmountReader({ events }: Model): AmountReader {
  const listFitting = (name: string, request: JsonObject): readonly number[] | undefined => {
    const event = events.find((each) => each.name === name);
    // A redacted request of another event has no amounts of its own.
    if (!event) return undefined;
    const act = event.till.find((each) => each.act === "pay");
    const payments = act?.at && getAt(request, [act.at.object, act.at.property]);
    const paid = isArray(payments) && payments.length > 0 ? payments.filter(isObject) : undefined;
    const [lines, stated] = ["lines", "totalInclAmount"].map((each) => getAt(request, ["session", each]));
    const total = typeof stated === "number" ? toCents(stated) : undefined;
    if (!isArray(lines) || !lines.every(hasPrice) || (paid ?? total) === undefined) return undefined;
    if (lines.every(isPlain)) return undefined;
    const fitting = combinations.flatMap((each, index) =>
      isFitting(lines, { paid, total }, each) ? index : [],
    );
    return fitting.length % combinations.length === 0 ? undefined : fitting;
  };
  return { combinations, listFitting };
}

const hasPrice = (line: Json): line is JsonObject => typeof getAt(line, ["priceIncl"]) === "number";

interface KnownAmounts {
  /** All payments of a sale that is paid. */
  readonly paid: readonly JsonObject[] | undefined;
  readonly total: number | undefined;
}

function isFitting(
  lines: readonly JsonObject[],
  { paid, total }: KnownAmounts,
  chosen: Combination,
): boolean {
  const isReduced = chosen["priceIs"] === "afterDiscounts";
  const shown = isReduced ? lines.map((line) => omitProperties(line, discounts)) : lines;
  const sums = findSums({ lines: shown, payments: paid ?? [] }, { ...defaultSettings, ...chosen });
  if (paid !== undefined && sums.open !== 0) return false;
  if (total === undefined) return true;
  if (chosen["totalInclAmount"] === "afterDiscounts") return sums.total === total;
  // Prices after discounts do not show the total before them.
  return (isReduced && lines.some(hasDiscount)) || sums.full === total;
}

/** True if each setting gives the same total. */
function isPlain(line: JsonObject): boolean {
  const price = readNumber(line, "priceIncl", 0);
  return line["quantity"] === 1 && !hasDiscount(line) && toEuros(toCents(price)) === price;
}

const hasDiscount = (line: JsonObject): boolean => [...discounts].some((name) => Object.hasOwn(line, name));

const discounts: ReadonlySet<string> = new Set([...ownDiscounts, "externalDiscount"]);
