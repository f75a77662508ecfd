import { uuidPattern } from "../read/ajv.js";

/** The forms that a redacted text keeps. */
export const textForms = {
  uuid: uuidPattern,
  "date-time": /^\d{4}-\d\d-\d\dT[\d:.]{5,15}(?:Z|[+-]\d\d:?\d\d)?$/,
  date: /^\d{4}-\d\d-\d\d$/,
  uri: /^https?:\/\//i,
  digits: /^\d+$/,
} as const;

export type TextForm = keyof typeof textForms;

export const findTextForm = (text: string): TextForm | undefined =>
  (Object.keys(textForms) as TextForm[]).find((form) => textForms[form].test(text));
