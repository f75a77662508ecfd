import {
  code,
  headingAnchor,
  link,
  listTexts,
  nameText,
  text,
  type Text,
  toPlainString,
  toText,
} from "./blocks/text.js";
import type { QuestionEntry } from "../contract/read/dialect.js";
import type { EventView, ObjectView, PropertyView, View } from "../contract/view/view.js";
import { groupBy } from "../contract/read/values.js";
import { namedEnumsIn, objectsIn, withoutShared } from "../contract/view/walk.js";
import { pagePaths } from "./page.js";

export const linkToEvent = (name: string): Text => link(name, pagePaths.event(name));

interface HasName {
  readonly name: string;
}

interface HasTitle extends HasName {
  readonly title: string;
}

export const eventText = (name: string, { events }: { readonly events: readonly HasName[] }): Text =>
  events.some((event) => event.name === name) ? linkToEvent(name) : nameText(name);

export const linkToObject = (name: string): Text => link(name, pagePaths.object(name));

export const linkToFlow = ({ name, title }: HasTitle): Text => link(title, pagePaths.flow(name));

export const linkToTask = ({ name, title }: HasTitle): Text => link(title, pagePaths.task(name));

export const linkToErratum = (id: string): Text => link(id, pagePaths.errata, headingAnchor(id));

export const linkToQuestion = ({ question }: QuestionEntry): Text =>
  link(question, pagePaths.openQuestions, headingAnchor(toPlainString(toText(question))));

/** The error codes have their own page. */
export const linkToEnum = (name: string, errorCodes: View["errorCodes"]): Text =>
  name === errorCodes?.name
    ? link(name, pagePaths.errorCodes)
    : link(name, pagePaths.enums, headingAnchor(name));

/** Plain text if there is no such page. */
export const linkToErrorCodes = (errorCodes: View["errorCodes"]): Text =>
  errorCodes ? link("error codes", pagePaths.errorCodes) : text`error codes`;

interface LinkTargets {
  readonly events: readonly HasName[];
  readonly objects: readonly HasName[];
  readonly enums: readonly HasName[];
  readonly errorCodes: View["errorCodes"];
}

/** A type that no event uses has no page. */
export function linkToName(name: string, { events, objects, enums, errorCodes }: LinkTargets): Text {
  const isNamed = (thing: HasName): boolean => thing.name === name;
  if (events.some(isNamed)) return linkToEvent(name);
  if (objects.some(isNamed)) return linkToObject(name);
  if (enums.some(isNamed) || name === errorCodes?.name) return linkToEnum(name, errorCodes);
  const [holder = "", property] = name.split(".");
  const isProperty = property !== undefined && objects.some((object) => object.name === holder);
  return isProperty ? link(code(name), pagePaths.object(holder)) : toText(name);
}

export interface Usage {
  readonly property: PropertyView;
  /** The name of an object or an event. Undefined if all events share the property. */
  readonly holder: string | undefined;
  readonly kind: "request" | "answer" | "object";
}

/** By type name, in reading order. */
export type Usages = ReadonlyMap<string, readonly Usage[]>;

/** Lists uses in events, then in objects. Properties of all events are listed once. */
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

/** For example "`lines` of Session". */
export function listUsages(usages: readonly Usage[] = []): Text[] {
  const groups = groupBy(usages, ({ property, kind }) => `${kind} ${property.name}`);
  return [...groups.values()].map((group) => {
    const [{ property, kind }] = group;
    const words = { request: "in the request of", answer: "in the answer to", object: "of" };
    return text`${nameText(property.name)} ${words[kind]} ${listTexts(group.map(holderText))}`;
  });
}

function holderText({ holder, kind }: Usage): Text {
  if (holder !== undefined) return kind === "object" ? linkToObject(holder) : linkToEvent(holder);
  return kind === "request"
    ? text`every event`
    : link("any event that accepts it", pagePaths.eventsAndAnswers);
}
