import { link, listTexts, nameText, text, type Text } from "../blocks/text.js";
import { groupBy } from "../spec/values.js";
import { namedEnumsIn, objectsIn, withoutShared } from "../view/walk.js";
import type { EventView, ObjectView, PropertyView } from "../view/view.js";
import { linkToEvent, linkToObject } from "./links.js";
import { pagePaths } from "./page.js";

/** A property that holds a named type, and the holder of the property. */
export interface Usage {
  readonly property: PropertyView;
  /** The name of an object or an event; undefined if all events share the property. */
  readonly holder: string | undefined;
  readonly kind: "request" | "answer" | "object";
}

/** Where each named type is used, by its name, in reading order. */
export type Usages = ReadonlyMap<string, readonly Usage[]>;

/** Goes through the events, then the objects. What every event shares is listed once. */
export function findUsages(
  events: readonly EventView[],
  shared: { readonly request: ObjectView; readonly response: ObjectView },
  objects: readonly ObjectView[],
): Usages {
  const usages = new Map<string, Usage[]>();
  const add = ({ properties }: ObjectView, kind: Usage["kind"], holder?: string): void => {
    for (const property of properties) {
      const types = [...objectsIn(property.type), ...namedEnumsIn(property.type)];
      for (const name of new Set(types.map((type) => type.name)))
        usages.set(name, [...(usages.get(name) ?? []), { property, kind, holder }]);
    }
  };
  add(shared.request, "request");
  for (const { name, request } of events) add(withoutShared(request, shared.request), "request", name);
  add(shared.response, "answer");
  for (const { name, response } of events) add(withoutShared(response, shared.response), "answer", name);
  for (const object of objects) add(object, "object", object.name);
  return usages;
}

/** Where a type is used: one list entry for each property name, as in "`lines` of Session". */
export function listUsages(usages: readonly Usage[] = []): Text[] {
  const groups = groupBy(usages, ({ property, kind }) => `${kind} ${property.name}`);
  return [...groups.values()].map((group) => {
    const [{ property, kind }] = group;
    const words = { request: "in the request of", answer: "in the answer to", object: "of" };
    return text`${nameText(property.name)} ${words[kind]} ${listTexts(group.map(holderText), "and")}`;
  });
}

function holderText({ holder, kind }: Usage): Text {
  if (holder !== undefined) return kind === "object" ? linkToObject(holder) : linkToEvent(holder);
  return kind === "request" ? text`every event` : link("any event that takes it", pagePaths.eventsAndAnswers);
}
