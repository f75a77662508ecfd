import type { SampleSource } from "../spec/dialect.js";
import type { Release } from "../time/release.js";

/** Bodies as they go over the wire, which lint holds against the release that they name. */
export interface ExampleModel {
  readonly path: string;
  readonly event: string;
  readonly description: string;
  /** Whose it is; undefined: composed by us. */
  readonly source?: SampleSource;
  readonly release: Release;
  readonly request?: unknown;
  readonly response?: unknown;
  readonly errorRequest?: unknown;
}
