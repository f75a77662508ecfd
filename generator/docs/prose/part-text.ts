import type { BodyPart } from "../../spec/dialect.js";
import { code, listTexts, type Text } from "../blocks/text.js";

/** What a body has to contain: `externalPayment.started = true`, or `dialog` for anything of that name. */
export const partText = (part: BodyPart): Text => listTexts(listConditions(part).map(code), "and");

/** One condition for each value that a body has to contain. */
export const listConditions = (part: unknown, path = ""): string[] => {
  if (Array.isArray(part))
    return part.length === 0 ? [path] : part.flatMap((item) => listConditions(item, `${path}[]`));
  if (typeof part !== "object" || part === null) return [`${path} = ${JSON.stringify(part)}`];
  const entries = Object.entries(part);
  return entries.length === 0
    ? [path]
    : entries.flatMap(([key, value]) => listConditions(value, path === "" ? key : `${path}.${key}`));
};
