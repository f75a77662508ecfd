import { capitalize } from "../../text/words.js";
import type { Draft } from "./draft.js";

/** A title for a new type that is not taken in a draft: made of what holds it and of its name. */
export function makeTitle(holder: string, name: string, draft: Draft): string {
  const taken = new Set([...draft.values()].flatMap(listTitles));
  const title = `${holder}${capitalize(name)}`;
  let free = title;
  for (let i = 2; taken.has(free.toLowerCase()); i += 1) free = `${title}${i}`;
  return free;
}

/** Everything in a text that may be a title, in small letters. */
const listTitles = (text: string): string[] =>
  text
    .split('"title"')
    .slice(1)
    .map((rest) => (rest.split('"', 2)[1] ?? "").toLowerCase());
