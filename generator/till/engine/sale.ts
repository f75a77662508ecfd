import { getOwn, isArray, isObject, type Json, type JsonObject } from "../../base/json.js";
import { truncate } from "../../base/text/quote.js";
import { listWords } from "../../base/text/words.js";
import type { TillSession } from "./till-types.js";
import { misuse } from "./till-error.js";

export interface Sale extends Omit<TillSession, "open" | "total" | "openAmount"> {
  readonly added: ReadonlySet<Json>;
  /** Number of payments made before the sale went to payment. */
  readonly prepaid: number;
  readonly paying: boolean;
}

export interface Sales {
  readonly current: Sale;
  readonly previous?: Sale | undefined;
}

export const openSale = (sessionId: string): Sale => ({
  sessionId,
  lines: [],
  payments: [],
  printed: [],
  shown: {},
  ended: false,
  locked: false,
  lockedForAdditions: false,
  added: new Set<Json>(),
  prepaid: 0,
  paying: false,
});

/** By id, in order. A line without an id, or with a duplicate id, is its own key. */
export function indexLines({ lines }: Sale): Map<Json | undefined, JsonObject> {
  const index = new Map<Json | undefined, JsonObject>();
  for (const line of lines) {
    const id = line["lineId"];
    index.set(id === undefined || index.has(id) ? line : id, line);
  }
  return index;
}

/** Adds the line, or replaces the line with the same id. */
export function withLine(sale: Sale, line: JsonObject): Sale {
  const lines = indexLines(sale).set(line["lineId"] ?? line, line);
  return { ...sale, lines: [...lines.values()] };
}

export const withoutLine = (sale: Sale, lineId: Json | undefined): Sale => ({
  ...sale,
  lines: sale.lines.filter((line) => line["lineId"] !== lineId),
});

/** Makes a text for a line from its article number. */
export const describeArticle = (line: JsonObject): JsonObject => {
  const number = getOwn(line, "articleNumber");
  return typeof number === "number" ? { text: `Article ${number}` } : {};
};

export function withRelation(sale: Sale, relation: JsonObject | undefined): Sale {
  const { relation: _, ...anonymous } = sale;
  return relation === undefined ? anonymous : { ...sale, relation };
}

/** Properties of an answer that ask the user something. */
export const questionKinds = ["dialog", "form", "requestScanCode"] as const;

export type QuestionKind = (typeof questionKinds)[number];

export interface Question {
  readonly kind: QuestionKind;
  readonly content: Json;
}

export function chooseOptions({ content }: Question, chosen: readonly (string | number)[]): JsonObject {
  const options = listItems(content, "dialogOptions");
  const ids = chosen.map((wanted) => {
    const option = options.find(({ optionName, optionId }) => optionName === wanted || optionId === wanted);
    if (option) return option["optionId"] ?? null;
    throw misuse(
      `The dialog has no option ${quoteJson(wanted)}; it has ${listChoices(options, "optionName")}.`,
    );
  });
  if (ids.length > 1 && getOwn(content, "allowMultipleOptions") !== true)
    throw misuse("The dialog accepts only one option.");
  if (ids.length === 0 && getOwn(content, "required") === true) throw misuse("The dialog requires a choice.");
  return { dialog: { selectedDialogOptionIds: ids } };
}

type FieldValues = Readonly<Record<string, string | readonly string[]>>;

export function fillFields({ content }: Question, values: FieldValues): JsonObject {
  const fields = listItems(content, "fields").filter(({ type }) => type !== "label");
  const unknown = Object.keys(values).find((name) => !fields.some(({ id }) => id === name));
  if (unknown !== undefined)
    throw misuse(`The form has no field ${quoteJson(unknown)}; it has ${listChoices(fields, "id")}.`);
  return {
    form: { id: getOwn(content, "id") ?? "", fields: fields.map((field) => fillField(field, values)) },
  };
}

function fillField(field: JsonObject, values: FieldValues): JsonObject {
  const id = typeof field["id"] === "string" ? field["id"] : "";
  const given = Object.hasOwn(values, id) ? values[id] : undefined;
  const preset = typeof field["value"] === "string" ? field["value"] : "";
  if (given === undefined && field["required"] === true && preset === "")
    throw misuse(`The form requires the field ${quoteJson(id)}.`);
  if (field["type"] !== "select")
    return { id, value: given === undefined ? preset : [given].flat().join(",") };
  const options = listItems(field, "options");
  const selected =
    given === undefined ? options.filter((each) => each["selected"] === true) : findOptions(field, given);
  const ids = selected.flatMap(({ id: each }) => (typeof each === "string" ? [each] : []));
  return { id, value: ids.join(","), selected: ids };
}

function findOptions(field: JsonObject, given: string | readonly string[]): readonly JsonObject[] {
  const options = listItems(field, "options");
  return [given].flat().map((wanted) => {
    const option = options.find(({ id, label }) => id === wanted || label === wanted);
    if (option) return option;
    const id = quoteJson(field["id"]);
    throw misuse(
      `The field ${id} has no option ${quoteJson(wanted)}; it has ${listChoices(options, "label")}.`,
    );
  });
}

export const closeForm = ({ content }: Question): JsonObject => ({
  form: { id: getOwn(content, "id") ?? "", cancelled: true, fields: [] },
});

export function listItems(holder: Json, name: string): readonly JsonObject[] {
  const items = getOwn(holder, name);
  return isArray(items) ? items.filter(isObject) : [];
}

function listChoices(items: readonly JsonObject[], name: string): string {
  const names = items.map((item) => quoteJson(item[name]));
  return names.length === 0 ? "none" : truncate(listWords(names, "and"), 500);
}

export const quoteJson = (value: Json = null): string => JSON.stringify(value);
