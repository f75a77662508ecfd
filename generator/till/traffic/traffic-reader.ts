import { known as knownRequests } from "../../../build/contract/known.js";
import { inferFromRequest } from "../../../build/contract/receiver/evidence.js";
import type { Model } from "../../contract/model/model.js";
import type { TrafficReader } from "../../contract/traffic/traffic-reader.js";
import { createAmountReader } from "./recorded-amounts.js";

export const createTrafficReader = (
  model: Model,
  given: Pick<TrafficReader, "findRelease" | "showsValues">,
): TrafficReader => ({
  ...given,
  proveRelease: (event, request) => inferFromRequest(knownRequests, request, event).version,
  amounts: createAmountReader(model),
});
