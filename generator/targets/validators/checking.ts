import type { Fleet } from "../../time/fleet.js";
import type { ObjectView } from "../../view/view.js";
import type { Reporting } from "./reporting.js";

/** How one side is checked. */
export interface Checking {
  readonly side: "request" | "response";
  readonly fleet: Fleet;
  readonly report: Reporting;
}

/** What one function is to check. */
export interface Checked {
  readonly object: ObjectView;
  /** The object that this one extends. */
  readonly base?: string;
  /** Whether this is only what others extend. */
  readonly partial?: boolean;
}
