import { isObject, type JsonObject } from "../../../json.js";
import type { PropertyModel } from "../../../model/model.js";
import { newestType } from "../../../model/paths.js";
import type { Known } from "../../judge/known.js";

/** Whether a request reports a fault in an answer: it has what no event has. */
export function isReport(body: unknown, { model: { envelope, errorRequest } }: Known): boolean {
  const common = new Set(envelope.request.properties.map(({ name }) => name));
  return (
    isObject(body) &&
    errorRequest.properties.some(({ name }) => !common.has(name) && Object.hasOwn(body, name))
  );
}

/** A report without what is in its open objects: the request that was answered is repeated there. */
export function withoutOriginal(body: JsonObject, { model: { errorRequest } }: Known): JsonObject {
  const open = new Set(errorRequest.properties.filter(isUndescribed).map(({ name }) => name));
  return Object.fromEntries(
    Object.entries(body).map(([name, part]) => [name, open.has(name) && isObject(part) ? {} : part]),
  );
}

const isUndescribed = (property: PropertyModel): boolean =>
  newestType(property).some(
    ({ kind }) => kind.kind === "object" && kind.object.open && kind.object.properties.length === 0,
  );
