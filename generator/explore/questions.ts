import { getOwn, isArray, isObject, type Json, type JsonObject } from "../json.js";
import type { TillSession } from "../till/api/till.js";
import { texts } from "./legal.js";

/** The step of a user who answers the question on the screen; numbers choose. Undefined: nothing has to be answered. */
export function answerQuestion({ open }: TillSession, picks: readonly number[]): JsonObject | undefined {
  const [dialog, form] = [getOwn(open, "dialog"), getOwn(open, "form")];
  if (dialog !== undefined) return { choose: chooseOptions(dialog, picks) };
  return form === undefined ? undefined : fillForm(form, picks);
}

/** The step of a user who wants out of the question: a choice only if one is required, and then another one each time. */
export function leaveQuestion(session: TillSession, time: number): JsonObject | undefined {
  const picks = Array.from({ length: 1 + (time % 4) }, (_, nth) => time + nth);
  const answer = answerQuestion(session, picks);
  const isRequired = getOwn(getOwn(session.open, "dialog"), "required") === true;
  return answer && !isRequired ? { cancel: null } : answer;
}

function chooseOptions(dialog: Json, picks: readonly number[]): readonly Json[] {
  const options = listItems(dialog, "dialogOptions");
  const most = getOwn(dialog, "allowMultipleOptions") === true ? picks.length : 1;
  const chosen = picks.slice(0, most).map((pick) => options[pick % options.length] ?? {});
  return [...new Set(options.length > 0 ? chosen : [])].map(({ optionName = "", optionId = 0 }) =>
    options.filter((each) => each["optionName"] === optionName).length === 1 ? optionName : optionId,
  );
}

/** A form with a field that nobody knows how to fill in is closed. */
function fillForm(form: Json, picks: readonly number[]): JsonObject {
  const fields = listItems(form, "fields").filter(({ type }) => type !== "label");
  const values = fields.map(({ id, ...field }, index) => {
    const inputs = listInputs(field);
    return [id, inputs[(picks[index % picks.length] ?? 0) % inputs.length]] as const;
  });
  const isWhole = values.every(([, value]) => value !== undefined);
  return isWhole ? { fill: Object.fromEntries(values) as JsonObject } : { cancel: null };
}

/** What may be filled in; what a pattern takes is not guessed. */
function listInputs(field: JsonObject): readonly Json[] {
  const { type, required, regex } = field;
  const read = (name: string, otherwise: number): number => Number(field[name] ?? otherwise);
  const clip = (text: string) =>
    text.padEnd(read("minimumLength", 0), ".").slice(0, read("maximumLength", 2000));
  const lines = texts.filter((text) => text !== "" && !text.includes("\n")).map(clip);
  const inputs: Readonly<Record<string, readonly Json[]>> = {
    email: ["zoe@example.com"],
    date: ["2026-12-05", "2024-02-29"],
    time: ["12:30", "00:00"],
    checkbox: ["true", "false"],
    number: [String(read("minimumValue", 0)), String(read("maximumValue", 1000))],
    select: listItems(field, "options").map(({ id = "" }) => [id]),
  };
  if (regex !== undefined) return [];
  return [...(inputs[type as string] ?? lines), ...(required === true ? [] : [type === "select" ? [] : ""])];
}

const listItems = (holder: Json, name: string): readonly JsonObject[] => {
  const items = getOwn(holder, name);
  return isArray(items) ? items.filter(isObject).filter(({ disabled }) => disabled !== true) : [];
};
