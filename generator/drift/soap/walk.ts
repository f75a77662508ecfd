import type { Schemas } from "./schemas.js";
import type { XmlNode } from "./xml.js";

/** One reading of the bodies of a WSDL: what it goes through is noted here, and nowhere else. */
export interface Walk {
  readonly schemas: Schemas;
  /** The types that some body has. */
  readonly reached: Set<XmlNode>;
  /** How many more steps it may take: schemas that say little can mean very much. */
  stepsLeft: number;
}

/** Far more than the bodies of webhooks need, which take some thousand. */
const maximumSteps = 20_000;

/** Begins a reading. */
export const startWalk = (schemas: Schemas): Walk => ({
  schemas,
  reached: new Set(),
  stepsLeft: maximumSteps,
});

/** Takes a step, or one for each of several things; false if there were too many. */
export function takeStep(walk: Walk, count = 1): boolean {
  walk.stepsLeft -= count;
  return walk.stepsLeft >= 0;
}

/** Whether the reading broke off. */
export const hasBrokenOff = ({ stepsLeft }: Walk): boolean => stepsLeft < 0;
