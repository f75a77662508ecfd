import type { Shape } from "./dialect.js";
import { capitalize } from "../text/capitalize.js";

type Role = "carries" | "answers";

/** The title of an object as one event has it, where that is not as other events have it. */
export const heirTitle = (event: string, role: Role, title: string): string =>
  `${capitalize(event)}${role === "carries" ? title : "Answer"}`;

/** The events that have a property of an object in a way of their own. */
export const listHeirs = (property: Shape, role: Role): readonly string[] =>
  role === "answers" ? (property["x-only-for"] ?? []) : Object.keys(property["x-optional-for"] ?? {});
