import { inferFromRequest } from "../../../templates/copied/receiver/handling/evidence.js";
import { once } from "../../base/once.js";
import type { Snapshots } from "../../contract/lattice/snapshot.js";
import { createTableOfAll, createOwnValidators } from "../../contract/table/every-release.js";
import type { TrafficReader } from "../../contract/traffic/traffic-reader.js";
import { createAmountReader } from "./recorded-amounts.js";

export function createTrafficReader(
  snapshots: Snapshots,
  given: Pick<TrafficReader, "findRelease" | "showsValues">,
): TrafficReader {
  const getValidators = once(() => createOwnValidators(createTableOfAll(snapshots)));
  return {
    ...given,
    proveRelease: (event, request) => inferFromRequest(getValidators().rules, request, event).version,
    amounts: createAmountReader(snapshots.model),
  };
}
