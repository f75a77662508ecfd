import type { Direction } from "../contract/model/model.js";
import type { Contract } from "./contract.js";
import type { ObjectSection } from "./page-sections.js";
import type { SpecSubject } from "./source-content.js";

type SectionBlock = ObjectSection["blocks"][number];

interface ListItem {
  readonly block: SectionBlock;
  readonly name: string;
  readonly says: string;
}

/** A name that begins an item of a list. */
export interface ListedName {
  readonly of: SpecSubject;
  /** Undefined for an object: a person reads its whole item. */
  readonly says: string | undefined;
  /** The only events of an object, if it names some. */
  readonly events?: readonly string[] | undefined;
}

/** Finds the names in lists of events, and in lists of the objects of requests or answers those that are unknown or name their events. */
export function findListedNames(
  blocks: readonly SectionBlock[],
  { has, roots, model }: Contract,
): ReadonlyMap<SectionBlock, ListedName> {
  const found = new Map<SectionBlock, ListedName>();
  const isEvent = ({ name }: ListItem): boolean => has({ side: "event", path: name });
  const isObject = ({ name }: ListItem, side?: Direction): boolean =>
    roots.some((root) => root.path === name && root.side === (side ?? root.side));
  // A list that names objects of both sides is about the side of the list above.
  let side: Direction = "request";
  for (const list of splitLists(blocks)) {
    const items = list.flatMap((block) => readItem(block) ?? []);
    const [events, objects] = [items.filter(isEvent), items.filter((item) => isObject(item))];
    if (events.length * 2 > list.length && objects.every(isEvent))
      for (const { block, name, says } of items)
        found.set(block, { of: { side: "event", path: name }, says });
    else {
      const count = (each: Direction): number => items.filter((item) => isObject(item, each)).length;
      const [requests, answers] = [count("request"), count("response")];
      if (requests !== answers) side = requests > answers ? "request" : "response";
      for (const item of items) {
        const isCamelCase = /[A-Z]/.test(item.name);
        const isOfObjects = objects.length * 2 + (isCamelCase ? 1 : 0) > list.length;
        const events = readEvents(item, model);
        const isKnown = isObject(item, side);
        if (isOfObjects && (isKnown ? events : !isEvent(item) && !isObject(item)))
          found.set(item.block, { of: { side, path: item.name }, says: undefined, events });
      }
    }
  }
  return found;
}

/** Items that follow one another. */
function splitLists(blocks: readonly SectionBlock[]): readonly (readonly SectionBlock[])[] {
  const lists: SectionBlock[][] = [];
  for (const [i, block] of blocks.entries()) {
    if (block.kind !== "item") continue;
    if (blocks[i - 1]?.kind === "item") lists.at(-1)?.push(block);
    else lists.push([block]);
  }
  return lists;
}

/** Such as `scanCode – A code is scanned.`, `printLabel (only works with scanCode)` or a name on its own line. */
function readItem(block: SectionBlock): ListItem | undefined {
  const text = block.kind === "item" ? block.text : "";
  const form = /^([a-z]\w{0,199})(?:(?:\s+[–—-]|:)\s+|(?=$|\n|\s*\(|\s[A-Z]))(.*)$/s;
  const [all, name = "", says = ""] = form.exec(text) ?? [];
  return all === undefined ? undefined : { block, name, says: says.trim() };
}

/** Reads `(only works with scanCode)` or `(only occurs with kitchen...Course event)`. Undefined if it names no event. */
function readEvents({ says }: ListItem, { events }: Contract["model"]): readonly string[] | undefined {
  const [, list] = /^\(only (?:works|occurs) with ([^()]*?)(?: events?)?\)/.exec(says) ?? [];
  const names = list?.split(/, | and /).map((word) => word.replace(/ events?$/, "").split("..."));
  const found = names?.map(([start = "", end]) =>
    events
      .map(({ name }) => name)
      .filter((name) => (end === undefined ? name === start : name.startsWith(start) && name.endsWith(end))),
  );
  return found?.every((each) => each.length > 0) ? found.flat() : undefined;
}
