import type { Fleet } from "../../time/fleet.js";
import type { ObjectView } from "../../view/view.js";
import type { Reporting } from "./reporting.js";

/** How the values of one side are checked. */
export interface CheckSettings {
  readonly side: "request" | "response";
  readonly fleet: Fleet;
  readonly report: Reporting;
}

/** The object that one function checks. */
export interface CheckedObject {
  readonly object: ObjectView;
  /** The name of the object that this one extends, whose function checks what both have. */
  readonly base?: string;
  /** Properties of the base that this object may not have. */
  readonly refuses?: readonly string[];
  /** Whether others extend this object, and nothing is only this. */
  readonly isBase?: boolean;
}
