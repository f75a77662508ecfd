import { createAlbum, type Album } from "../../lattice/snapshot.js";
import { createMemo, type Memo } from "../../memo.js";
import { buildModel } from "../../model/build.js";
import { loadSpec } from "../../package/load-spec.js";

/** What a till knows of the contract: its whole history. The validators come with the package. */
export type TillContract = Album;

/**
 * Reads the contract from the spec of this package.
 * @throws Error if the spec is broken, which no release of this package lets happen
 */
export function readTillContract(memo: Memo = createMemo()): TillContract {
  const spec = loadSpec(undefined, memo);
  if (spec.ok) return memo.keep("till contract", spec.value, () => createAlbum(buildModel(spec.value)));
  throw new Error(`The spec is broken: ${spec.problems.map(({ message }) => message).join(" ")}`);
}
