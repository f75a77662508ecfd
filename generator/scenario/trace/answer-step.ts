import { getAt, isArray, isObject, type Json, type JsonObject } from "../../json.js";
import type { TraceEntry } from "./read-trace.js";

/** The step of a user who answers what is open on the screen; undefined if the request is no such answer. */
export function toAnswerStep(
  { request }: TraceEntry,
  previous: TraceEntry | undefined,
): JsonObject | undefined {
  const { dialog, form } = request;
  if (isObject(dialog)) return { choose: nameOptions(dialog, previous?.answer) };
  if (!isObject(form)) return undefined;
  return form["cancelled"] === true ? { cancel: null } : { fill: readFields(form) };
}

/** By their names, as far as the question before tells those. */
function nameOptions(dialog: JsonObject, asked: JsonObject | undefined): Json {
  const ids = dialog["selectedDialogOptionIds"];
  const options = getAt(asked, ["dialog", "dialogOptions"]);
  const names = (isArray(ids) ? ids : []).map((id) => {
    const option = isArray(options) ? options.find((each) => getAt(each, ["optionId"]) === id) : undefined;
    return getAt(option, ["optionName"]) ?? id;
  });
  const [only, ...others] = names;
  return only !== undefined && others.length === 0 ? only : names;
}

function readFields({ fields }: JsonObject): JsonObject {
  const filled = (isArray(fields) ? fields : []).filter(isObject);
  return Object.fromEntries(
    filled.map(({ id, value, selected }) => [typeof id === "string" ? id : "", selected ?? value ?? ""]),
  );
}
