import type { Carried } from "./dialect.js";
import type { SpecFiles } from "./spec-files.js";

/** Objects by their names, as `carries` and `answers` list them. */
export type Objects = Readonly<Record<string, Carried>>;

/** What an event, or the envelope, carries and may be answered with. */
export interface ObjectLists {
  readonly file: string;
  /** The name of the event; undefined for the envelope. */
  readonly event?: string;
  readonly carries: Objects;
  readonly answers: Objects;
}

/** The lists of the envelope, then those of each event. */
export const readObjectLists = ({
  envelope,
  events,
}: Pick<SpecFiles, "envelope" | "events">): ObjectLists[] => [
  ...(envelope ? [{ file: envelopePath, carries: envelope.carries, answers: envelope.answers }] : []),
  ...[...events].map(([event, { carries = {}, answers = {} }]) => ({
    file: eventPath(event),
    event,
    carries,
    answers,
  })),
];

export const envelopePath = "envelope.json";

/** The file of the known error codes, which a spec may do without. */
export const errorCodesPath = "error-codes.json";

/** The file of the products, which a spec may do without. */
export const productsPath = "products.json";

/** The file of an event. */
export const eventPath = (name: string): string => `events/${name}.json`;

/** The file of an object that an event carries, or may be answered with. */
export const objectPath = (role: "carries" | "answers", name: string): string =>
  `${role === "carries" ? "requests" : "responses"}/${name}.json`;
