import type { Shape } from "./dialect.js";
import { capitalize } from "../text/capitalize.js";

/** The title of the object of an answer that has properties for this event only. */
export const limitedTitle = (event: string): string => `${capitalize(event)}Answer`;

/** The events for which an object has properties of their own. */
export const listLimits = ({ properties = {} }: Shape): string[] => [
  ...new Set(Object.values(properties).flatMap((part) => part["x-only-for"] ?? [])),
];
