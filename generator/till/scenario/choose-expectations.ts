import {
  getAt,
  getOwn,
  isArray,
  isObject,
  withoutUndefined,
  type Json,
  type JsonObject,
} from "../../base/json.js";
import { toCents } from "../engine/money.js";
import { listItems, type QuestionKind } from "../engine/sale.js";
import type { Exchange, TillSession } from "../engine/till-types.js";

/** Chooses the parts of an answer that a person can read and that the same server gives again. */
export function expectAnswer({ verdict }: Exchange): JsonObject {
  switch (verdict.kind) {
    case "taken":
      return withoutUndefined(
        Object.fromEntries(
          Object.entries(verdict.answer).map(([name, part]) => [name, expectPart(name, part)] as const),
        ),
      );
    case "failed":
      return { failed: verdict.status };
    case "refused":
      return { refused: verdict.findings[0]?.code ?? "" };
    case "silent":
      return { silent: nameSilence(verdict.findings[0]?.code) };
  }
}

/** A code that says nothing is worse than the start of the message. */
const nameSilence = (code = "other"): string => (code === "other" ? "No answer came" : code);

function expectPart(name: string, part: Json): Json | undefined {
  const texts = Object.hasOwn(questionTexts, name) ? questionTexts[name as QuestionKind] : undefined;
  return texts && isObject(part) ? chooseTexts(part, texts) : chooseValues(name, part);
}

/** Where the texts of a question are. */
const questionTexts: Readonly<Record<QuestionKind, QuestionTexts>> = {
  dialog: { title: "dialogTitle", items: "dialogOptions", text: "optionName" },
  form: { title: "title", items: "fields", text: "label" },
  requestScanCode: { title: "requestTitle", items: "", text: "" },
};

type QuestionTexts = Readonly<Record<"title" | "items" | "text", string>>;

function chooseTexts(question: JsonObject, { title, items, text }: QuestionTexts): JsonObject {
  const choose = (holder: JsonObject, name: string): JsonObject =>
    withoutUndefined({ [name]: chooseValues(name, getOwn(holder, name) ?? null) });
  const listed = listItems(question, items).slice(0, maxItems);
  const chosen = listed.map((item) => choose(item, text));
  return { ...choose(question, title), ...(chosen.length > 0 && { [items]: chosen }) };
}

/** Objects stay even if nothing in them is chosen: that they are there matters. */
function chooseValues(name: string, value: Json): Json | undefined {
  if (isArray(value)) {
    const items = value.slice(0, maxItems).map((item) => chooseValues(name, item));
    return items.flatMap((item) => item ?? []);
  }
  if (isObject(value))
    return withoutUndefined(
      Object.fromEntries(
        Object.entries(value).map(([inner, part]) => [inner, chooseValues(inner, part)] as const),
      ),
    );
  if (value === null || changing.test(name) || layout.test(name)) return undefined;
  return typeof value !== "string" || isSteady(value) ? value : undefined;
}

const maxItems = 10;

/** Properties whose values differ from sale to sale. */
const changing = /(?:^i|I)ds?$|(?:AsString|Identifier|Reference|[uU]rl|Balance|Expiration)$|^code$/;

/** Properties that only say how long, where or in which form something is shown. */
const layout = /time|color|font|screen|column|width|height|separate|autoOpen|closeOn/i;

/** A text with a digit may have a number of the day, such as the points of a customer; a redacted text has digits, too. */
const isSteady = (text: string): boolean => !/\d/.test(text) && text.trim() !== "" && text.length <= maxText;

const maxText = 200;

/** Chooses what a step changed in the sale. `before` is undefined if the sale was empty. */
export function expectSale(before: TillSession | undefined, after: TillSession): JsonObject {
  const old = before?.sessionId === after.sessionId ? before : newSale;
  const { total, openAmount, locked, lockedForAdditions, ended } = after;
  const [was, is] = [old, after].map(({ relation }) => relation?.["relationNumber"] ?? null);
  const [hadPaid, hasPaid] = [old, after].map((sale) => toCents(sale.total - sale.openAmount));
  return withoutUndefined({
    total: total === old.total ? undefined : total,
    // A sale that has ended is paid.
    openAmount: hadPaid !== hasPaid && !ended ? openAmount : undefined,
    relation: is === was ? undefined : is === null ? null : { relationNumber: is as Json },
    locked: locked === old.locked ? undefined : locked,
    lockedForAdditions: lockedForAdditions === old.lockedForAdditions ? undefined : lockedForAdditions,
    ended: ended === old.ended ? undefined : ended,
  });
}

const newSale: Pick<
  TillSession,
  "total" | "openAmount" | "relation" | "locked" | "lockedForAdditions" | "ended"
> = {
  total: 0,
  openAmount: 0,
  locked: false,
  lockedForAdditions: false,
  ended: false,
};

/** True if the answer ends what the till polls for. */
export const endsPoll = ({ verdict }: Exchange): boolean =>
  verdict.kind === "taken" &&
  [
    ["polling", "finished"],
    ["externalPayment", "confirmed"],
    ["externalPayment", "cancelled"],
  ].some((path) => getAt(verdict.answer, path) === true);
