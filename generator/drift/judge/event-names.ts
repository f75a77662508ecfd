import type { Statement } from "../claim.js";
import type { Known } from "./known.js";

/** Puts the events of the spec in the place of names with `...` for any letters; one that fits no event stays. */
export function nameEvents(says: Statement, { model }: Known): Statement {
  if (says.about !== "events") return says;
  const all = model.events.map(({ name }) => name);
  return { ...says, events: [...new Set(says.events.flatMap((event) => findEvents(event, all)))] };
}

function findEvents(name: string, all: readonly string[]): readonly string[] {
  const [before = "", after] = name.split("...");
  if (after === undefined) return [name];
  const found = all.filter(
    (event) =>
      event.startsWith(before) && event.endsWith(after) && event.length >= before.length + after.length,
  );
  return found.length > 0 ? found : [name];
}
