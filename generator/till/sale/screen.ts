import { misuse } from "../values/error.js";
import { getOwn, isArray, isObject, type Json, type JsonObject } from "../../json.js";
import { listWords } from "../../text/words.js";

/** What of an answer opens on the screen and waits for the user. */
export const questionKinds = ["dialog", "form", "requestScanCode"] as const;

export type QuestionKind = (typeof questionKinds)[number];

/** What is open on the screen. */
export interface Question {
  readonly kind: QuestionKind;
  readonly content: Json;
}

/** What the next request says of the options that were chosen, by name or id. */
export function chooseOptions({ content }: Question, chosen: readonly (string | number)[]): JsonObject {
  const options = listItems(content, "dialogOptions");
  const ids = chosen.map((wanted) => {
    const option = options.find(({ optionName, optionId }) => optionName === wanted || optionId === wanted);
    if (option) return option["optionId"] ?? null;
    throw misuse(`The dialog has no option ${quote(wanted)}; it has ${listNames(options, "optionName")}.`);
  });
  if (ids.length > 1 && getOwn(content, "allowMultipleOptions") !== true)
    throw misuse("The dialog lets one option be chosen, not several.");
  if (ids.length === 0 && getOwn(content, "required") === true) throw misuse("The dialog requires a choice.");
  return { dialog: { selectedDialogOptionIds: ids } };
}

/** What is filled in, by the ids of the fields. */
type FieldValues = Readonly<Record<string, string | readonly string[]>>;

/** What the next request says of the form that was filled in. */
export function fillFields({ content }: Question, values: FieldValues): JsonObject {
  const fields = listItems(content, "fields").filter(({ type }) => type !== "label");
  const unknown = Object.keys(values).find((name) => !fields.some(({ id }) => id === name));
  if (unknown !== undefined)
    throw misuse(`The form has no field ${quote(unknown)}; it has ${listNames(fields, "id")}.`);
  return {
    form: { id: getOwn(content, "id") ?? "", fields: fields.map((field) => fillField(field, values)) },
  };
}

function fillField(field: JsonObject, values: FieldValues): JsonObject {
  const id = typeof field["id"] === "string" ? field["id"] : "";
  const given = Object.hasOwn(values, id) ? values[id] : undefined;
  const preset = typeof field["value"] === "string" ? field["value"] : "";
  if (given === undefined && field["required"] === true && preset === "")
    throw misuse(`The form requires the field ${quote(id)}.`);
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
    const id = quote(field["id"] ?? null);
    throw misuse(`The field ${id} has no option ${quote(wanted)}; it has ${listNames(options, "label")}.`);
  });
}

/** What the next request says of a form that was closed. */
export const closeForm = ({ content }: Question): JsonObject => ({
  form: { id: getOwn(content, "id") ?? "", cancelled: true, fields: [] },
});

function listItems(holder: Json, name: string): readonly JsonObject[] {
  const items = getOwn(holder, name);
  return isArray(items) ? items.filter(isObject) : [];
}

function listNames(items: readonly JsonObject[], name: string): string {
  const names = items.map((item) => quote(item[name] ?? null));
  return names.length === 0 ? "none" : listWords(names, "and");
}

const quote = (value: Json): string => JSON.stringify(value);
