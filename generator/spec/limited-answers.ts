import type { Shape } from "./dialect.js";

/** The title of the object of an answer that has properties for this event only. */
export const limitedTitle = (event: string): string =>
  `${event.charAt(0).toUpperCase()}${event.slice(1)}Answer`;

/** The events for which an object has properties of their own. */
export const listLimits = ({ properties = {} }: Shape): string[] => [
  ...new Set(Object.values(properties).flatMap((part) => part["x-only-for"] ?? [])),
];
