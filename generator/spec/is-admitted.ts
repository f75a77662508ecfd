import type { TakesEntry } from "./dialect.js";

/** Whether an answer may be given to an event: what is unknown may. */
export const isAdmitted = ({ standing, admitted }: TakesEntry): boolean =>
  standing !== "contradicted" || admitted !== undefined;
