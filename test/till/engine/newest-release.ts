import { defined } from "../../../generator/contract/read/values.js";
import { formatRelease } from "../../../generator/base/time/release.js";
import { ownContract } from "../own-spec.js";

export const newestRelease = formatRelease(
  defined(ownContract().model.releases.at(-1), "a contract has releases").release,
);
