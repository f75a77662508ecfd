import { fillObject, type Filling } from "./fill.js";
import { fillPlainly } from "./plain-filling.js";
import type { TextFormat } from "../spec/dialect.js";
import type { ObjectView } from "../view/view.js";

/** The smallest value that an object type takes: its required properties, each as small as can be. */
export const minimalObject = (object: ObjectView): Readonly<Record<string, unknown>> =>
  fillObject(object, smallest);

const smallest: Filling = {
  wants: ({ required }) => required,
  choose: ([first]) => first,
  anything: null,
  ...fillPlainly({
    boolean: false,
    size: 0,
    text: ({ formats: [format], minLength = 0 }) =>
      format === undefined ? "-".repeat(minLength) : formatted[format],
  }),
};

/** A value for each format, because the empty text has none of them. */
const formatted: Readonly<Record<TextFormat, string>> = {
  "date-time": "2000-01-01T00:00:00Z",
  date: "2000-01-01",
  uuid: "00000000-0000-0000-0000-000000000000",
  uri: "https://example.com/",
};
