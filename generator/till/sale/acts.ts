import type { TillActName } from "../../spec/dialect.js";
import { TillError } from "../values/error.js";
import { getOwn, isArray, isObject, merge, type Json, type JsonObject } from "../../json.js";
import { contains } from "../../spec/values.js";
import {
  describeArticle,
  findLine,
  findOpenAmount,
  openSale,
  withLine,
  withoutLine,
  withRelation,
  type Sale,
  type Sales,
} from "./sale.js";
import type { TillSettings } from "../api/settings.js";

/** What somebody does at the till, of which an event tells. */
interface Act {
  /** What the part of the request is, given what the caller says of it; what is still missing is filled in later. */
  readonly fill?: (said: Json | undefined, context: ActContext) => Json | undefined;
  /** What becomes of the sale, given the part as it is sent. */
  readonly apply?: (sales: Sales, part: Json | undefined, context: ActContext) => Sales;
}

export interface ActContext {
  readonly sale: Sale;
  readonly settings: TillSettings;
  readonly makeId: () => string;
}

/** Each thing that there is to do at a till; the spec says which event tells of which. */
export const acts: Readonly<Record<TillActName, Act>> = {
  openSale: {
    apply: ({ current }, _, { makeId }) => ({ current: openSale(makeId()), previous: current }),
  },
  endSale: { apply: ({ current }) => ({ current: { ...current, ended: true, paying: false } }) },
  recallSale: {
    apply: ({ current, previous }) => ({ current: requireEnded(current.ended ? current : previous) }),
  },
  putLine: {
    fill: (said, { sale, makeId }) => {
      mustBeUnlocked(sale, "add a line to");
      const line = isObject(said) ? said : {};
      return merge({ lineId: makeId(), quantity: 1, ...describeArticle(line) }, line);
    },
    apply: (sales, part) => change(sales, (sale) => (isObject(part) ? withLine(sale, part) : sale)),
  },
  changeLine: {
    fill: (said, { sale }) => {
      const line = isObject(said) ? said : {};
      const old = requireLine(sale, line);
      mustBeUnlocked(
        increases(old, line) ? sale : { ...sale, lockedForAdditions: false },
        "change a line of",
      );
      return merge(old, line);
    },
    apply: (sales, part) => change(sales, (sale) => (isObject(part) ? withLine(sale, part) : sale)),
  },
  takeLine: {
    fill: (said, { sale }) => {
      mustBeUnlocked({ ...sale, lockedForAdditions: false }, "take a line out of");
      return requireLine(sale, isObject(said) ? said : {});
    },
    apply: (sales, part) => change(sales, (sale) => withoutLine(sale, getOwn(part, "lineId"))),
  },
  setRelation: {
    apply: (sales, part) => change(sales, (sale) => withRelation(sale, isObject(part) ? part : undefined)),
  },
  goToPayment: { apply: (sales) => change(sales, (sale) => ({ ...sale, paying: true })) },
  leavePayment: { apply: (sales) => change(sales, (sale) => ({ ...sale, paying: false })) },
  pay: {
    fill: (said, { sale, settings }) => {
      if (said !== undefined) return said;
      const amount = findOpenAmount(sale, settings);
      const made = sale.payments.slice(sale.prepaid);
      return amount > 0 || made.length === 0 ? [...made, { amount }] : made;
    },
    apply: (sales, part) =>
      change(sales, (sale) => ({
        ...sale,
        payments: [...sale.payments.slice(0, sale.prepaid), ...(isArray(part) ? part.filter(isObject) : [])],
      })),
  },
  payOutside: {
    fill: (said, { sale, settings }) => {
      const amount = findOpenAmount(sale, settings);
      return said ?? (amount > 0 ? amount : undefined);
    },
  },
  // What these tell of changes nothing by itself; a user's `scan` and `cancel` find their events by them.
  scan: {},
  wantOut: {},
};

const change = (sales: Sales, how: (sale: Sale) => Sale): Sales => ({
  ...sales,
  current: how(sales.current),
});

/** The line of the sale that is meant: by its id, by its article, or by whatever is said of it. */
function requireLine(sale: Sale, said: JsonObject): JsonObject {
  const keys = ["lineId", "articleNumber"].filter((key) => getOwn(said, key) !== undefined);
  const meant = Object.fromEntries(keys.map((key) => [key, said[key]]));
  const line =
    keys.length > 0
      ? sale.lines.find((each) => contains(each, meant))
      : (findLine(sale, undefined) ?? sale.lines.at(-1));
  if (line) return line;
  throw new TillError(
    "misuse",
    sale.lines.length === 0
      ? "The sale has no line yet."
      : `The sale has no line with ${JSON.stringify(meant)}.`,
  );
}

const increases = (old: JsonObject, said: JsonObject): boolean =>
  Number(getOwn(said, "quantity") ?? 0) > Number(getOwn(old, "quantity") ?? 0);

function mustBeUnlocked({ locked, lockedForAdditions }: Sale, what: string): void {
  if (!locked && !lockedForAdditions) return;
  const by = locked ? "lockSession" : "lockSessionForAdditions";
  throw new TillError("misuse", `Nobody can ${what} the sale: an answer locked it with \`${by}\`.`);
}

function requireEnded(sale: Sale | undefined): Sale {
  if (sale) return sale;
  throw new TillError(
    "misuse",
    "No sale has ended yet that this could be about: play a scenario that completes a sale first.",
  );
}
