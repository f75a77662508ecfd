import { fillObject, type Filling } from "./fill.js";
import { fillPlainly } from "./plain-filling.js";
import type { TextFormat } from "../spec/dialect.js";
import type { ObjectView, TextView } from "../view/view.js";

/** A value that an object type accepts, with texts from which a reader can tell what belongs where. */
export const createSampleObject = (
  object: ObjectView,
  wants: Filling["wants"],
): Readonly<Record<string, unknown>> => fillObject(object, { ...sampleFilling, wants });

const sampleFilling: Omit<Filling, "wants"> = {
  choose: ([first, ...others]) => [first, ...others].find(({ kind }) => kind !== "null") ?? first,
  anything: {},
  ...fillPlainly({ boolean: true, size: 1, text: sampleText }),
};

const texts: Readonly<Record<TextFormat, string>> = {
  date: "2026-01-31",
  "date-time": "2026-01-31T12:00:00.000+01:00",
  uri: "https://example.com/",
  uuid: "057d75c5-a2d4-4295-9965-6b42767e5527",
};

function sampleText({ formats, hint, minLength = 0, maxLength = Infinity }: TextView): string {
  const format = formats[0] ?? hint;
  if (format !== undefined) return texts[format];
  return "text".padEnd(minLength, ".").slice(0, maxLength);
}
