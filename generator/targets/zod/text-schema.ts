import type { TextFormat } from "../../spec/dialect.js";
import { code, joinCode, toLiteral, type Code } from "../../text/code.js";
import type { TextView } from "../../view/view.js";
import { use, zod, type Side } from "./names.js";

/** The schema of a text. Formats are checked in answers only: whatever a shop sends as a date is accepted. */
export function printText({ formats, minLength, maxLength }: TextView, side: Side): Code {
  const texts = (side === "response" ? formats : []).map(printFormat);
  const [only = code`${zod}.string()`] = texts;
  const text = texts.length > 1 ? code`${zod}.union([${joinCode(texts, ", ")}])` : only;
  // Zod counts code units; JSON Schema, and so the contract, counts code points.
  const length = code`${use("checks", "lengthOf")}(text)`;
  const atLeast = minLength === undefined ? text : code`${text}.refine((text) => ${length} >= ${minLength})`;
  return maxLength === undefined ? atLeast : code`${atLeast}.refine((text) => ${length} <= ${maxLength})`;
}

/** The functions that check formats are those of the validators: zod's own take other dates and addresses. */
const checks: Readonly<Record<TextFormat, string>> = {
  date: "isDate",
  "date-time": "isDateTime",
  uri: "isUri",
  uuid: "isUuid",
};

const printFormat = (format: TextFormat): Code =>
  code`${zod}.stringFormat(${toLiteral(format)}, ${use("checks", checks[format])})`;
