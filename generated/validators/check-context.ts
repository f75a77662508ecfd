// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { Fleet } from "./fleet-check.js";
import type { Notes } from "./notes.js";
import type { Surroundings } from "./own.js";

/** The shops that a value is checked for. */
export interface CheckContext extends Surroundings {
  /** The shop's release as a number. Left out: every release of the fleet has to accept the value. */
  readonly version?: number;
  /** The same release as the user wrote it. */
  readonly release?: string;
  /** The releases that the code was generated for. */
  readonly fleet?: Fleet;
  /** Set to accept what any release of the fleet takes. */
  readonly any?: true;
  /** Made by the check of a request, once something has to be read otherwise than it came. */
  notes?: Notes | undefined;
}
