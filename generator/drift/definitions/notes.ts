import { parseRelease, type Release } from "../../time/release.js";
import { isName } from "../pages/text-rows.js";
import { splitWords } from "../words/split-words.js";

/** What a sentence says of properties by their names: of those that it names, or of all that follow it. */
export type Note = (
  | { readonly says: "since"; readonly release: Release }
  | { readonly says: "plan" }
  | { readonly says: "events"; readonly events: readonly string[] }
) & {
  /** Undefined: of the rows that follow. */
  readonly names: readonly string[] | undefined;
  /** It names nothing at all: at the beginning of a section, it is about all of it. */
  readonly isWhole: boolean;
};

const added = ["was", "were", "has been", "have been", "is", "zijn", "werd", "werden"].flatMap((verb) => [
  `${verb} added in`,
  `${verb} toegevoegd in`,
]);

/** How a sentence says with which release something came: what stands before it is named, what stands behind is the release. */
const sincePhrases = [...added, "added in", "toegevoegd in"];

const planPhrases = [
  "may be added in",
  "will be added in",
  "wordt mogelijk toegevoegd in",
  "wordt toegevoegd in",
];

/** What stands behind the words of a plan. */
const future = new Set([
  "a future version",
  "a later version",
  "een toekomstige versie",
  "een latere versie",
]);

const eventPhrases = [
  "only occurs with",
  "only works with",
  "komt alleen voor bij",
  "werkt alleen bij",
  "werkt alleen met",
];

/** Words around a release that say nothing. */
const aroundRelease = new Set(["mpluskassa", "version", "versie", "release"]);

/** Words around the name of an event that say nothing. */
const aroundEvent = new Set(["the", "event", "events", "het", "de"]);

/** The end of a subject that names no property: it is about the rows that follow. */
const groupEnds = ["details", "gegevens"];

/** What a sentence says of properties, if it says nothing else; undefined if it is no such sentence. */
export function readNote(sentence: string): Note | undefined {
  const text = withoutEnd(sentence);
  return readPlan(text) ?? readSince(text) ?? readEvents(text);
}

function readSince(text: string): Note | undefined {
  const parts = splitAt(text, sincePhrases);
  const [word = "", ...rest] = parts
    ? splitWords(parts.after).filter((one) => !aroundRelease.has(one.toLowerCase()))
    : [];
  const release = parseRelease(word);
  const named = parts && readNames(parts.before);
  return release === undefined || rest.length > 0 || !named
    ? undefined
    : { says: "since", release, ...named };
}

function readPlan(text: string): Note | undefined {
  const parts = splitAt(text, planPhrases);
  const named = parts && future.has(parts.after.toLowerCase()) ? readNames(parts.before) : undefined;
  return named && { says: "plan", ...named };
}

function readEvents(text: string): Note | undefined {
  const parts = splitAt(text, eventPhrases);
  const events = parts && readEventNames(parts.after);
  const named = parts && readNames(parts.before.replace(/^(?:attention|let op):/i, "").trim());
  return events && named?.names ? { says: "events", events, ...named } : undefined;
}

/** The only events with which an object comes, from the words in brackets behind its name. */
export function readLimit(words: string): readonly string[] | undefined {
  const parts = splitAt(words, eventPhrases);
  return parts?.before === "" ? readEventNames(parts.after) : undefined;
}

/** Names of events, with `...` for any letters. */
function readEventNames(text: string): readonly string[] | undefined {
  const names = splitList(text).map((part) =>
    splitWords(part).filter((word) => !aroundEvent.has(word.toLowerCase())),
  );
  const events = names.map(([name = "", ...others]) => (others.length === 0 ? name : ""));
  return events.every((name) => isName(name.replace("...", "x"))) ? events : undefined;
}

/** The properties that the beginning of a sentence names. */
function readNames(text: string): Pick<Note, "names" | "isWhole"> | undefined {
  const isWhole = text === "";
  if (isWhole || groupEnds.some((end) => text.toLowerCase().endsWith(` ${end}`)))
    return { names: undefined, isWhole };
  const names = splitList(text);
  // Names of the contract begin small: "It was added" names nothing.
  return names.every((name) => isName(name) && /^[a-z]/.test(name)) ? { names, isWhole } : undefined;
}

/** The parts of a list such as "a, b or c". */
export const splitList = (text: string): readonly string[] =>
  [",", " or ", " and ", " of ", " en "]
    .reduce<readonly string[]>((parts, mark) => parts.flatMap((part) => ` ${part} `.split(mark)), [text])
    .map((part) => part.trim())
    .filter(Boolean);

const withoutEnd = (sentence: string): string => {
  const text = sentence.trim();
  return text.endsWith(".") ? text.slice(0, -1) : text;
};

interface Parts {
  readonly before: string;
  readonly after: string;
}

/** What stands before and behind the first of the phrases that a text has, as whole words. */
function splitAt(text: string, phrases: readonly string[]): Parts | undefined {
  const words = ` ${splitWords(text).join(" ")} `;
  for (const phrase of phrases) {
    const at = words.toLowerCase().indexOf(` ${phrase} `);
    if (at !== -1)
      return { before: words.slice(0, at).trim(), after: words.slice(at + phrase.length + 2).trim() };
  }
  return undefined;
}
