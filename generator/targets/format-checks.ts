import type { TextFormat } from "../contract/read/dialect.js";

/** The functions in `templates/copied/validators/formats.ts` that test formats. */
export const formatChecks = {
  date: "isDate",
  "date-time": "isDateTime",
  uri: "isUri",
  uuid: "isUuid",
} as const satisfies Readonly<Record<TextFormat, string>>;
