import type { Availability, Block } from "../blocks/block.js";
import type { Text } from "../blocks/text.js";

/** The parts of the docs, in the order in which a newcomer wants them. */
export const pageGroups = ["tasks", "guide", "flows", "events", "received", "answers", "reference"] as const;

export type PageGroup = (typeof pageGroups)[number];

/** One page of the docs. Each target prints its blocks in a format of its own. */
export interface Page {
  /** Relative to the root of the docs, with forward slashes and without an extension: `events/scanCode`. */
  readonly path: string;
  readonly group: PageGroup;
  /** The one heading of the first level, which is not among the blocks. */
  readonly title: Text;
  readonly blocks: readonly Block[];
  /** When what the page is about exists; undefined if it always does. */
  readonly availability?: Availability;
}

/** Where the pages lie. */
export const pagePaths = {
  index: "index",
  about: "about",
  start: "start",
  subscribe: "subscribe",
  setUp: "set-up",
  enums: "enums",
  errorCodes: "error-codes",
  releases: "releases",
  matrix: "matrix",
  eventsAndAnswers: "events-and-answers",
  products: "products",
  errata: "errata",
  openQuestions: "open-questions",
  glossary: "glossary",
  task: (name: string): string => `tasks/${name}`,
  flow: (name: string): string => `flows/${name}`,
  startWith: (language: string): string => `start/${language}`,
  event: (name: string): string => `events/${name}`,
  object: (name: string): string => `objects/${name}`,
};
