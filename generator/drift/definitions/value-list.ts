import { splitList } from "./notes.js";
import { splitSentences } from "../words/split-sentences.js";

/** Words with which a sentence begins a list of values behind a colon. */
const announcing = ["available", "possible", "beschikbare", "mogelijke"];

/** Notes behind a value that are no part of it. */
const marks = ["(default)", "(standaard)"];

/**
 * The values that an explanation lists: it is, or begins with, nothing but words ("a, b, or c"), or one of its sentences announces
 * them ("Available kinds are: a (default) and b."). Undefined if it lists none.
 */
export function readValues(explanation: string): readonly string[] | undefined {
  const sentences = splitSentences(explanation);
  const [first = ""] = sentences;
  const lists = [
    ...(isBare(first) ? [first] : []),
    ...sentences.filter(isAnnounced).map((sentence) => sentence.slice(sentence.indexOf(":") + 1)),
  ];
  return lists.map(readList).find((values) => values !== undefined);
}

/** Two words with an "and" between them are no list yet. */
const isBare = (sentence: string): boolean => sentence.includes(",") || sentence.includes(" or ");

const isAnnounced = (sentence: string): boolean =>
  sentence.includes(":") && announcing.some((word) => sentence.toLowerCase().startsWith(`${word} `));

function readList(text: string): readonly string[] | undefined {
  const plain = marks.reduce((rest, mark) => rest.replaceAll(mark, ""), text.trim().replace(/\.$/, ""));
  const values = splitList(plain);
  return values.length > 1 && values.every((value) => /^[\w-]+$/.test(value)) ? values : undefined;
}
