import type { Shape } from "./dialect.js";
import { capitalize } from "../text/capitalize.js";

/** The title of an object as one event has it, where that is not as other events have it. */
export const heirTitle = (event: string, role: "carries" | "answers", title: string): string =>
  `${capitalize(event)}${role === "carries" ? title : "Answer"}`;

/** The events that an object's properties name because they have it in a way of their own. */
export const listHeirs = ({ properties = {} }: Shape): string[] => [
  ...new Set(
    Object.values(properties).flatMap((part) => [
      ...(part["x-only-for"] ?? []),
      ...Object.keys(part["x-optional-for"] ?? {}),
    ]),
  ),
];
