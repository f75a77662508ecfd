import type { Availability, Block } from "./blocks/block.js";
import type { Text } from "./blocks/text.js";

/** In the order for a newcomer, with their titles and the kind of thing that a page is about. */
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

export interface Page {
  /** Relative to the root of the docs, with forward slashes and no extension: `events/scanCode`. */
  readonly path: string;
  readonly group: PageGroup;
  /** The only first-level heading. It is not among the blocks. */
  readonly title: Text;
  readonly blocks: readonly Block[];
  /** The releases that have the page's subject. Undefined if all have it. */
  readonly availability?: Availability;
}

/** Code links to these pages. Each has the path of its template. */
export const pagePaths = {
  index: "index",
  enums: "enums",
  errorCodes: "error-codes",
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
