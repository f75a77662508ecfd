import type { JsonObject } from "../../json.js";
import type { TraceEntry } from "./read-trace.js";
import { withoutMoment } from "./without-moment.js";

/** What is to come of a step: what came of it in the trace. */
export function toExpectation({ status, answer, refused }: TraceEntry): JsonObject {
  if (status === undefined) return {};
  if (status !== 200) return { expect: { failed: status } };
  if (refused !== undefined) return { expect: { refused } };
  const part = withoutMoment(answer ?? {});
  return part === undefined || Object.keys(part as object).length === 0 ? {} : { expect: part };
}
