// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { Fleet } from "./fleet-check.js";

/** The releases that this code is for: 59.3.2 is 59 0003 0002. */
export const fleet: Fleet = { label: "48 to the latest", spans: [[4800000000, null]] };
