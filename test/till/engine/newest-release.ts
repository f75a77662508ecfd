import { defined } from "../../../generator/contract/read/values.js";
import { formatRelease } from "../../../generator/base/time/release.js";
import { ownContract } from "../own-spec.js";

/** What a till of this package runs unless it is told otherwise, as it is printed. */
export const newestRelease = formatRelease(
  defined(ownContract().model.releases.at(-1), "a contract has releases").release,
);
