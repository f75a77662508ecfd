import type { TillActName } from "../../contract/read/dialect.js";
import { contains } from "../../contract/read/values.js";
import { getOwn, isArray, isObject, merge, type Json, type JsonObject } from "../../base/json.js";
import type { TillSettings } from "./till-types.js";
import { misuse } from "./till-error.js";
import { findSums, toEuros } from "./money.js";
import { describeArticle, openSale, withLine, withoutLine, withRelation } from "./sale.js";
import type { Sale, Sales } from "./sale.js";

interface TillAct {
  /** Completes the part of the request that the act is about. Later steps fill in the other properties. */
  readonly fill?: (part: Json | undefined, context: ActContext) => Json | undefined;
  /** True if the part is a line of the sale. */
  readonly isLine?: true;
  readonly apply?: (sale: Sale, part: Json | undefined) => Sale;
  readonly turnTo?: (sales: Sales, makeId: () => string) => Sales;
}

export interface ActContext {
  readonly sale: Sale;
  readonly settings: TillSettings;
  readonly makeId: () => string;
}

/** The spec defines which event reports which act. */
export const acts: Readonly<Record<TillActName, TillAct>> = {
  openSale: { turnTo: ({ current }, makeId) => ({ current: openSale(makeId()), previous: current }) },
  endSale: { apply: (sale) => ({ ...sale, ended: true, paying: false }) },
  recallSale: {
    turnTo: ({ current, previous }) => ({ current: requireEnded(current.ended ? current : previous) }),
  },
  putLine: {
    isLine: true,
    fill: (part, { sale, makeId }) => {
      mustBeUnlocked(sale, "add a line to");
      const line = isObject(part) ? part : {};
      return merge({ lineId: makeId(), quantity: 1, ...describeArticle(line) }, line);
    },
    apply: (sale, part) => (isObject(part) ? withLine(sale, part) : sale),
  },
  changeLine: {
    isLine: true,
    fill: (part, { sale }) => {
      const line = isObject(part) ? part : {};
      const old = requireLine(sale, line);
      mustBeUnlocked(increases(old, line) ? sale : forDecreases(sale), "change a line of");
      return merge(old, line);
    },
    apply: (sale, part) => (isObject(part) ? withLine(sale, part) : sale),
  },
  takeLine: {
    isLine: true,
    fill: (part, { sale }) => {
      mustBeUnlocked(forDecreases(sale), "remove a line from");
      return requireLine(sale, isObject(part) ? part : {});
    },
    apply: (sale, part) => withoutLine(sale, getOwn(part, "lineId")),
  },
  setRelation: { apply: (sale, part) => withRelation(sale, isObject(part) ? part : undefined) },
  goToPayment: { apply: (sale) => ({ ...sale, paying: true }) },
  leavePayment: { apply: (sale) => ({ ...sale, paying: false }) },
  pay: {
    fill: (part, { sale, settings }) => {
      if (part !== undefined) return part;
      const amount = toEuros(findSums(sale, settings).open);
      const made = sale.payments.slice(sale.prepaid);
      return amount > 0 || made.length === 0
        ? [...made, { amount, description: "Contant", method: "CASH" }]
        : made;
    },
    apply: (sale, part) => {
      const made = isArray(part) ? part.filter(isObject) : [];
      return { ...sale, payments: [...sale.payments.slice(0, sale.prepaid), ...made] };
    },
  },
  payOutside: {
    fill: (part, { sale, settings }) => {
      const { open } = findSums(sale, settings);
      return part ?? (open > 0 ? toEuros(open) : undefined);
    },
  },
  // These acts have no effect of their own. `scan` and `cancel` find their events by these names.
  scan: {},
  wantOut: {},
};

/** Finds the line by id or article number. Without either, takes the last line. */
function requireLine(sale: Sale, part: JsonObject): JsonObject {
  const keys = ["lineId", "articleNumber"].filter((key) => getOwn(part, key) !== undefined);
  const criteria = Object.fromEntries(keys.map((key) => [key, part[key]]));
  const line = keys.length > 0 ? sale.lines.find((each) => contains(each, criteria)) : sale.lines.at(-1);
  if (line) return line;
  throw misuse(
    sale.lines.length === 0
      ? "The sale has no line yet."
      : `The sale has no line with ${JSON.stringify(criteria)}.`,
  );
}

/** A sale that is locked for additions can still shrink. */
const forDecreases = (sale: Sale): Sale => ({ ...sale, lockedForAdditions: false });

const increases = (old: JsonObject, part: JsonObject): boolean =>
  Number(getOwn(part, "quantity") ?? 0) > Number(getOwn(old, "quantity") ?? 0);

function mustBeUnlocked({ locked, lockedForAdditions }: Sale, what: string): void {
  if (!locked && !lockedForAdditions) return;
  const by = locked ? "lockSession" : "lockSessionForAdditions";
  throw misuse(`Cannot ${what} the sale: an answer locked it with \`${by}\`.`);
}

function requireEnded(sale: Sale | undefined): Sale {
  if (sale) return sale;
  throw misuse(
    "This event is about a sale that has ended, but no sale has ended yet. Complete a sale first, or give its `session.sessionId`.",
  );
}
