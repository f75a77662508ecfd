import { toCodeSpan, toMarkdownText, type MarkdownText } from "../../text/escape.js";
import type { View } from "../../view/view.js";
import { linkTo, mdText } from "../markdown.js";

/** Where the pages lie, relative to the docs folder. */
export const pagePaths = {
  index: "README.md",
  start: "start.md",
  subscribe: "subscribe.md",
  enums: "enums.md",
  errorCodes: "error-codes.md",
  releases: "releases.md",
  matrix: "matrix.md",
  errata: "errata.md",
  glossary: "glossary.md",
  flow: (name: string): string => `flows/${name}.md`,
  startWith: (language: string): string => `start/${language}.md`,
  event: (name: string): string => `events/${name}.md`,
  object: (name: string): string => `objects/${name}.md`,
};

/** The links that one page can hold. */
export interface Links {
  readonly index: MarkdownText;
  event(name: string): MarkdownText;
  object(name: string): MarkdownText;
  enum(name: string): MarkdownText;
  flow(flow: { readonly name: string; readonly title: string }): MarkdownText;
  erratum(id: string): MarkdownText;
  page(text: MarkdownText, path: string, anchor?: string): MarkdownText;
}

/** The links of the page that lies at `from`. */
export function linksFrom(from: string, { errorCodes }: View): Links {
  const page = (text: MarkdownText, path: string, anchor?: string): MarkdownText =>
    linkTo(text, relativePath(from, path), anchor);
  return {
    index: page(mdText`MplusKASSA webhooks`, pagePaths.index),
    event: (name) => page(toMarkdownText(name), pagePaths.event(name)),
    object: (name) => page(toMarkdownText(name), pagePaths.object(name)),
    enum: (name) =>
      name === errorCodes?.name
        ? page(toMarkdownText(name), pagePaths.errorCodes)
        : page(toMarkdownText(name), pagePaths.enums, toAnchor(name)),
    flow: ({ name, title }) => page(toMarkdownText(title), pagePaths.flow(name)),
    erratum: (id) => page(toMarkdownText(id), pagePaths.errata, toAnchor(id)),
    page,
  };
}

/** The anchor that Markdown gives to a heading that is one name. */
const toAnchor = (name: string): string => name.toLowerCase();

/** Pages lie at most one folder deep. */
function relativePath(from: string, to: string): string {
  const [fromFolder = "", toFolder = ""] = [from, to].map((path) => path.split("/").slice(0, -1).join("/"));
  if (fromFolder === toFolder) return to.slice(to.lastIndexOf("/") + 1);
  return fromFolder === "" ? to : `../${to}`;
}

/** A link to a part of the page that holds it. */
export const linkWithin = (text: MarkdownText, anchor: string): MarkdownText => linkTo(text, "", anchor);

/** A name as it is written on the wire. */
export const nameText = (name: string): MarkdownText => (name === "" ? mdText`(empty)` : toCodeSpan(name));
