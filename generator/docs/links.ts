import {
  code,
  headingAnchor,
  link,
  nameText,
  text,
  type Text,
  toPlainString,
  toText,
} from "../blocks/text.js";
import type { QuestionEntry } from "../spec/dialect.js";
import type { View } from "../view/view.js";
import { pagePaths } from "./page.js";

export const linkToEvent = (name: string): Text => link(name, pagePaths.event(name));

interface Named {
  readonly name: string;
}

interface Titled extends Named {
  readonly title: string;
}

/** The name of an event; a link if the docs have its page. */
export const eventText = (name: string, { events }: { readonly events: readonly Named[] }): Text =>
  events.some((event) => event.name === name) ? linkToEvent(name) : nameText(name);

export const linkToObject = (name: string): Text => link(name, pagePaths.object(name));

export const linkToFlow = ({ name, title }: Titled): Text => link(title, pagePaths.flow(name));

export const linkToTask = ({ name, title }: Titled): Text => link(title, pagePaths.task(name));

export const linkToErratum = (id: string): Text => link(id, pagePaths.errata, headingAnchor(id));

export const linkToQuestion = ({ question }: QuestionEntry): Text =>
  link(question, pagePaths.openQuestions, headingAnchor(toPlainString(toText(question))));

/** A link to the section of an enum; the error codes have a page of their own. */
export const linkToEnum = (name: string, errorCodes: View["errorCodes"]): Text =>
  name === errorCodes?.name
    ? link(name, pagePaths.errorCodes)
    : link(name, pagePaths.enums, headingAnchor(name));

/** A link to the page of the error codes; plain text if there is no such page. */
export const linkToErrorCodes = (errorCodes: View["errorCodes"]): Text =>
  errorCodes ? link("error codes", pagePaths.errorCodes) : text`error codes`;

/** What has a page, or a section of one. */
interface Linked {
  readonly events: readonly Named[];
  readonly objects: readonly Named[];
  readonly enums: readonly Named[];
  readonly errorCodes: View["errorCodes"];
}

/** A link to the event or the type of a name; a type that no event leads to has no page. */
export function linkToName(name: string, { events, objects, enums, errorCodes }: Linked): Text {
  const isNamed = (thing: Named): boolean => thing.name === name;
  if (events.some(isNamed)) return linkToEvent(name);
  if (objects.some(isNamed)) return linkToObject(name);
  if (enums.some(isNamed) || name === errorCodes?.name) return linkToEnum(name, errorCodes);
  const [holder = "", property] = name.split(".");
  const isProperty = property !== undefined && objects.some((object) => object.name === holder);
  return isProperty ? link(code(name), pagePaths.object(holder)) : toText(name);
}
