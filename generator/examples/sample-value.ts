import { fillObject, type Filling } from "./fill.js";
import type { ObjectView, TextView } from "../view/view.js";

/** A value that an object type takes and that tells a reader what goes where. */
export const tellingObject = (
  object: ObjectView,
  wants: Filling["wants"],
): Readonly<Record<string, unknown>> => fillObject(object, { ...telling, wants });

const telling: Omit<Filling, "wants"> = {
  choose: (kinds) => kinds.find(({ kind }) => kind !== "null") ?? kinds[0],
  anything: {},
  boolean: true,
  size: 1,
  text: tellingText,
};

const texts: Readonly<Record<string, string>> = {
  date: "2026-01-31",
  "date-time": "2026-01-31T12:00:00.000+01:00",
  uri: "https://example.com/",
  uuid: "057d75c5-a2d4-4295-9965-6b42767e5527",
};

function tellingText({ formats, hint, minLength = 0, maxLength = Infinity }: TextView): string {
  const format = formats[0] ?? hint;
  if (format !== undefined && Object.hasOwn(texts, format)) return texts[format] ?? "";
  return "text".padEnd(minLength, ".").slice(0, maxLength);
}
