import type { MarkdownText } from "../text/escape.js";
import type { Release } from "../time/release.js";
import type { Sequence } from "./sequence/sequence.js";
import { tidyMarkdown } from "./tidy.js";

/** The parts of the docs, in the order in which a newcomer wants them. */
export const pageGroups = ["guide", "flows", "events", "received", "answers", "reference"] as const;

export type PageGroup = (typeof pageGroups)[number];

/** One page of the docs, as Markdown; a target adds what is around it, and decides where it lies. */
export interface Page {
  /** Relative to the root of the docs, with forward slashes. Links between pages are relative to it. */
  readonly path: string;
  readonly group: PageGroup;
  /** The text of the one heading of the first level, which `body` does not repeat. */
  readonly title: MarkdownText;
  readonly body: MarkdownText;
  /** From when until when what the page is about exists; left out where it always does. */
  readonly since?: Release;
  readonly until?: Release;
  /** The sequences of the diagrams on the page, by their Mermaid source. */
  readonly diagrams?: ReadonlyMap<string, Sequence>;
}

/** A page from what a template laid out. */
export const toPage = (head: Omit<Page, "body">, text: MarkdownText): Page => ({
  ...head,
  body: tidyMarkdown(text),
});
