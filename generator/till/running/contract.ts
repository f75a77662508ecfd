import { createAlbum, type Album } from "../../lattice/album.js";
import { buildModel } from "../../model/build.js";
import { loadSpec } from "../../package/load-spec.js";

/** What a till knows of the contract: its whole history. The validators come with the package. */
export type TillContract = Album;

/**
 * Reads the contract from the spec of this package.
 * @throws Error if the spec is broken, which no release of this package lets happen
 */
export function readTillContract(): TillContract {
  const spec = loadSpec();
  if (spec.ok) return createAlbum(buildModel(spec.value));
  throw new Error(`The spec is broken: ${spec.problems.map(({ message }) => message).join(" ")}`);
}
