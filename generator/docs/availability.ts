import type { MarkdownText } from "../text/escape.js";
import { baseline, type Release } from "../time/release.js";
import type { Fleet } from "../time/fleet.js";
import { joinTexts, mdText, nothing } from "./markdown.js";
import { releaseText } from "./prose/type-text.js";

/** From when until when something exists; left out: from the first release on, or still. */
export interface Lifetime {
  readonly since?: Release | undefined;
  readonly until?: Release | undefined;
}

/** How much of a fleet has something. */
export type Standing = "every shop" | "some shops" | "no shop";

/** How much of a fleet has what lived then. */
export function standingOf({ since = baseline, until }: Lifetime, { steps }: Fleet): Standing {
  const known = steps.filter((step) => since <= step && (until === undefined || step < until)).length;
  if (known === steps.length) return "every shop";
  return known === 0 ? "no shop" : "some shops";
}

/** The cell of a table: `v59 **some shops**`, `v15.1, gone v59`, or nothing. */
export function lifeText(life: Lifetime, fleet: Fleet): MarkdownText {
  const since = life.since === undefined ? nothing : releaseText(life.since);
  const until = life.until === undefined ? nothing : mdText`gone ${releaseText(life.until)}`;
  return joinTexts([joinTexts([since, until], ", "), markText(standingOf(life, fleet))], " ");
}

/** A mark that reads as well in a terminal; nothing for what every shop has. */
const markText = (standing: Standing): MarkdownText =>
  standing === "every shop" ? nothing : badges[standing];

/** A standing in the words of a list of what is and is not there. */
export const badges: Readonly<Record<Standing, MarkdownText>> = {
  "every shop": mdText`every shop`,
  "some shops": mdText`**some shops**`,
  "no shop": mdText`**no shop**`,
};

/** The sentence at the top of a page about something that was not always there; or nothing. */
export function lifeSentence({ since, until }: Lifetime, fleet: Fleet): MarkdownText {
  const told = joinTexts(
    [
      since === undefined ? nothing : mdText`Since ${releaseText(since)}.`,
      until === undefined ? nothing : mdText`Gone since ${releaseText(until)}.`,
    ],
    " ",
  );
  return joinTexts([told, sentences[standingOf({ since, until }, fleet)]], " ");
}

const sentences: Readonly<Record<Standing, MarkdownText>> = {
  "every shop": nothing,
  "some shops": mdText`**Not every shop** of your fleet has it.`,
  "no shop": mdText`**No shop** of your fleet has it.`,
};
