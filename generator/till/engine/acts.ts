import type { TillActName } from "../../contract/read/dialect.js";
import { contains } from "../../contract/read/values.js";
import { getOwn, isArray, isObject, merge, type Json, type JsonObject } from "../../base/json.js";
import { misuse, type TillSettings } from "./till.js";
import { describeArticle, findSums, openSale, withLine, withoutLine, withRelation } from "./sale.js";
import type { Sale, Sales } from "./sale.js";

/** What somebody does at the till, of which an event tells. */
interface Act {
  /** What the part of the request is, given what the caller says of it; what is still missing is filled in later. */
  readonly fill?: (said: Json | undefined, context: ActContext) => Json | undefined;
  /** What becomes of the sale at hand, given the part as it is sent. */
  readonly apply?: (sale: Sale, part: Json | undefined) => Sale;
  /** Which sale is at hand then. */
  readonly turnTo?: (sales: Sales, makeId: () => string) => Sales;
}

export interface ActContext {
  readonly sale: Sale;
  readonly settings: TillSettings;
  readonly makeId: () => string;
}

/** Each thing that there is to do at a till; the spec says which event tells of which. */
export const acts: Readonly<Record<TillActName, Act>> = {
  openSale: { turnTo: ({ current }, makeId) => ({ current: openSale(makeId()), previous: current }) },
  endSale: { apply: (sale) => ({ ...sale, ended: true, paying: false }) },
  recallSale: {
    turnTo: ({ current, previous }) => ({ current: requireEnded(current.ended ? current : previous) }),
  },
  putLine: {
    fill: (said, { sale, makeId }) => {
      mustBeUnlocked(sale, "add a line to");
      const line = isObject(said) ? said : {};
      return merge({ lineId: makeId(), quantity: 1, ...describeArticle(line) }, line);
    },
    apply: (sale, part) => (isObject(part) ? withLine(sale, part) : sale),
  },
  changeLine: {
    fill: (said, { sale }) => {
      const line = isObject(said) ? said : {};
      const old = requireLine(sale, line);
      mustBeUnlocked(increases(old, line) ? sale : forDecreases(sale), "change a line of");
      return merge(old, line);
    },
    apply: (sale, part) => (isObject(part) ? withLine(sale, part) : sale),
  },
  takeLine: {
    fill: (said, { sale }) => {
      mustBeUnlocked(forDecreases(sale), "take a line out of");
      return requireLine(sale, isObject(said) ? said : {});
    },
    apply: (sale, part) => withoutLine(sale, getOwn(part, "lineId")),
  },
  setRelation: { apply: (sale, part) => withRelation(sale, isObject(part) ? part : undefined) },
  goToPayment: { apply: (sale) => ({ ...sale, paying: true }) },
  leavePayment: { apply: (sale) => ({ ...sale, paying: false }) },
  pay: {
    fill: (said, { sale, settings }) => {
      if (said !== undefined) return said;
      const { open: amount } = findSums(sale, settings);
      const made = sale.payments.slice(sale.prepaid);
      return amount > 0 || made.length === 0 ? [...made, { amount }] : made;
    },
    apply: (sale, part) => {
      const made = isArray(part) ? part.filter(isObject) : [];
      return { ...sale, payments: [...sale.payments.slice(0, sale.prepaid), ...made] };
    },
  },
  payOutside: {
    fill: (said, { sale, settings }) => {
      const { open: amount } = findSums(sale, settings);
      return said ?? (amount > 0 ? amount : undefined);
    },
  },
  // What these tell of changes nothing by itself; a user's `scan` and `cancel` find their events by them.
  scan: {},
  wantOut: {},
};

/** The line of the sale that is meant: by its id, or by its article; the last one if neither is said. */
function requireLine(sale: Sale, said: JsonObject): JsonObject {
  const keys = ["lineId", "articleNumber"].filter((key) => getOwn(said, key) !== undefined);
  const meant = Object.fromEntries(keys.map((key) => [key, said[key]]));
  const line = keys.length > 0 ? sale.lines.find((each) => contains(each, meant)) : sale.lines.at(-1);
  if (line) return line;
  throw misuse(
    sale.lines.length === 0
      ? "The sale has no line yet."
      : `The sale has no line with ${JSON.stringify(meant)}.`,
  );
}

/** What is locked for additions only can still become less. */
const forDecreases = (sale: Sale): Sale => ({ ...sale, lockedForAdditions: false });

const increases = (old: JsonObject, said: JsonObject): boolean =>
  Number(getOwn(said, "quantity") ?? 0) > Number(getOwn(old, "quantity") ?? 0);

function mustBeUnlocked({ locked, lockedForAdditions }: Sale, what: string): void {
  if (!locked && !lockedForAdditions) return;
  const by = locked ? "lockSession" : "lockSessionForAdditions";
  throw misuse(`Nobody can ${what} the sale: an answer locked it with \`${by}\`.`);
}

function requireEnded(sale: Sale | undefined): Sale {
  if (sale) return sale;
  throw misuse(
    "No sale has ended yet that this could be about: play a scenario that completes a sale first.",
  );
}
