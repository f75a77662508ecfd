import { isObject, type JsonObject } from "../../../json.js";
import type { ObjectModel } from "../../../model/model.js";
import { existsStill } from "../../../time/spans.js";
import type { Known } from "../../judge/known.js";

/** The events that a request may be of, which does not say it; none if it has not what all requests have. */
export function guessEvents(body: unknown, { model: { envelope, events } }: Known): readonly string[] {
  if (!isObject(body) || !hasAll(body, listRequired(envelope.request))) return [];
  const fitting = events.filter(({ ownObjects }) => hasAll(body, ownObjects));
  const most = Math.max(...fitting.map(({ ownObjects }) => ownObjects.length));
  return fitting.filter(({ ownObjects }) => ownObjects.length === most).map(({ name }) => name);
}

const listRequired = ({ properties }: ObjectModel): readonly string[] =>
  properties.filter(({ required }) => existsStill(required)).map(({ name }) => name);

const hasAll = (body: JsonObject, names: readonly string[]): boolean =>
  names.every((name) => Object.hasOwn(body, name));
