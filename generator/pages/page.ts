import type { Availability, Block } from "./blocks/block.js";
import type { Text } from "./blocks/text.js";

/** The parts of the docs, in the order in which a newcomer wants them: their titles, and what each of their pages is about. */
export const pageGroups = {
  tasks: { title: "I want to", kind: "task" },
  guide: { title: "Guide", kind: "guide" },
  flows: { title: "Flows", kind: "flow" },
  events: { title: "Events", kind: "event" },
  received: { title: "Objects you receive", kind: "object" },
  answers: { title: "Objects you answer with", kind: "object" },
  reference: { title: "Reference", kind: "reference" },
} as const;

export type PageGroup = keyof typeof pageGroups;

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

/** Where the pages lie that code leads to; each lies where its words do. */
export const pagePaths = {
  index: "index",
  enums: "enums",
  errorCodes: "error-codes",
  matrix: "matrix",
  eventsAndAnswers: "events-and-answers",
  products: "products",
  errata: "errata",
  openQuestions: "open-questions",
  task: (name: string): string => `tasks/${name}`,
  flow: (name: string): string => `flows/${name}`,
  startWith: (language: string): string => `start/${language}`,
  event: (name: string): string => `events/${name}`,
  object: (name: string): string => `objects/${name}`,
};
