import { findInt64Paths } from "../../generator/targets/receiver/receiver.js";
import type { View } from "../../generator/contract/view/view.js";
import { createLosslessJson, type LosslessJson } from "../../templates/copied/int64/lossless-json.js";

/** What reads and writes the requests of a view whose 64-bit integers are bigints, and the same for its answers. */
export function createInt64Json(
  view: View,
  isErrorReport = false,
): Record<"requests" | "responses", LosslessJson> {
  const answers = { ...view, events: view.events.map((event) => ({ ...event, request: event.response })) };
  const jsonOf = (each: View) => createLosslessJson(findInt64Paths(each), () => isErrorReport);
  return { requests: jsonOf(view), responses: jsonOf(answers) };
}
