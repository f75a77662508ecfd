import { splitSentences } from "./property-table.js";

/** A word, perhaps in quotes, perhaps with a remark such as `(default)`. */
const listItem = /^["'“”‘’«»`]?([A-Za-z0-9](?:[\w.-]*\w)?)["'“”‘’«»`]?(?: \([^()]*\))?$/;

const separator = / ?[,;] ?(?:(?:and|or|en|of|&) )?| (?:and|or|en|of|&) | [/|] /i;

/** Reads words such as `left (default), center and right`. Undefined for any other text. */
export function readList(text: string): readonly string[] | undefined {
  const words = text.split(separator).map((part) => listItem.exec(part)?.[1]);
  return words.every((word) => word !== undefined) ? words : undefined;
}

/**
 * Reads the values that an explanation lists, alone or after a colon. One value is a list only if it is the whole
 * explanation. Undefined without a list: then a person reads the sentence.
 */
export function readValues(explanation: string, known: readonly string[]): readonly string[] | undefined {
  const whole = dropStop(explanation);
  if (known.includes(whole)) return [whole];
  const lists = splitSentences(explanation).flatMap((sentence) => {
    const list = readList(dropStop(sentence.slice(sentence.lastIndexOf(":") + 1)));
    const isOfValues = list?.some((value) => known.includes(value)) ?? false;
    return list && list.length > 1 && (isOfValues || dropStop(sentence) === whole) ? [list] : [];
  });
  return lists.sort((one, other) => other.length - one.length)[0];
}

const dropStop = (text: string): string => text.trim().replace(/\.$/, "");
