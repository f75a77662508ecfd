import type { QuestionEntry } from "../spec/dialect.js";
import type { View } from "../view/view.js";
import { headingAnchor } from "./blocks/anchor.js";
import { link, nameText, text, toPlainString, toText, type Text } from "./blocks/text.js";
import { pagePaths } from "./page.js";

export const linkToEvent = (name: string): Text => link(name, pagePaths.event(name));

/** The name of an event; a link if the docs have its page. */
export const eventText = (name: string, { events }: View): Text =>
  events.some((event) => event.name === name) ? linkToEvent(name) : nameText(name);

export const linkToObject = (name: string): Text => link(name, pagePaths.object(name));

export const linkToFlow = ({ name, title }: { readonly name: string; readonly title: string }): Text =>
  link(title, pagePaths.flow(name));

/** A link to the table of who sends and takes what. */
export const linkToProducts: Text = link("Products", pagePaths.products);

export const linkToTask = ({ name, title }: { readonly name: string; readonly title: string }): Text =>
  link(title, pagePaths.task(name));

export const linkToErratum = (id: string): Text => link(id, pagePaths.errata, headingAnchor(id));

export const linkToQuestion = ({ question }: QuestionEntry): Text =>
  link(question, pagePaths.openQuestions, headingAnchor(toPlainString(toText(question))));

/** A link to the section of an enum; the error codes have a page of their own. */
export const linkToEnum = (name: string, { errorCodes }: View): Text =>
  name === errorCodes?.name
    ? link(name, pagePaths.errorCodes)
    : link(name, pagePaths.enums, headingAnchor(name));

/** A link to the page of the error codes; plain text if there is no such page. */
export const linkToErrorCodes = ({ errorCodes }: View): Text =>
  errorCodes ? link("error codes", pagePaths.errorCodes) : text`error codes`;
