import type { Case } from "../case.js";
import type { Mount, Target, TargetName } from "../targets/target.js";

/** A target, or an adapter in the surroundings of a user's app. */
export interface Surrounded extends Omit<Target, "name"> {
  readonly name: string;
  /** Targets whose exclusions from cases (`not`) also apply. */
  readonly like: readonly TargetName[];
  /** Default: what every adapter must do. */
  readonly cases?: readonly Case[];
}

/** Puts plugins of a framework before the receiver. */
export const behind =
  <Plugin>(mount: Mount<Plugin>, ...plugins: readonly Plugin[]): Mount =>
  (options) =>
    mount(options, plugins);
