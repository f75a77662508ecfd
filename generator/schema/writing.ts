import type { Fleet } from "../time/fleet.js";
import type { Dialect } from "./dialect.js";

/** What a schema is written for. */
export interface Writing {
  readonly dialect: Dialect;
  /** Whether there are `x-` keywords. */
  readonly annotated: boolean;
  /** See `listNullable`. */
  readonly nullable: ReadonlySet<string>;
  /** Whether nothing but what is described may be there: in answers. */
  readonly closed: boolean;
  readonly fleet: Fleet;
}
