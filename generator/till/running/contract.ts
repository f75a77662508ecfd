import { createSnapshots, type Snapshots } from "../../lattice/snapshot.js";
import { buildModel } from "../../model/build.js";
import { once } from "../../once.js";
import { loadSpec } from "../../package/load-spec.js";

/** What a till knows of the contract: its whole history. The validators come with the package. */
export type TillContract = Snapshots;

/**
 * Reads the contract from the spec of this package, once.
 * @throws Error if the spec is broken, which no release of this package lets happen
 */
export const readTillContract = once((): TillContract => {
  const spec = loadSpec();
  if (spec.ok) return createSnapshots(buildModel(spec.value));
  throw new Error(`The spec is broken: ${spec.problems.map(({ message }) => message).join(" ")}`);
});
