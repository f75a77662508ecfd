import { byRelease, type Release } from "../time/release.js";
import type { AnswerModel, EventModel, ObjectModel, PropertyModel, TypeModel } from "./model.js";
import type { Life } from "../time/spans.js";

/** The releases at which some shape of the contract changes, ascending, each once. */
export function changesOf(model: {
  readonly events: readonly EventModel[];
  readonly answers: readonly AnswerModel[];
  readonly errorRequest: ObjectModel;
}): readonly Release[] {
  const found = new Set<Release>();
  const seen = new Set<ObjectModel>();
  const note = ({ added, removed }: Life): void => {
    if (added !== undefined) found.add(added);
    if (removed !== undefined) found.add(removed);
  };
  const inObject = (object: ObjectModel): void => {
    if (seen.has(object)) return;
    seen.add(object);
    object.properties.forEach(inProperty);
  };
  const inProperty = (property: PropertyModel): void => {
    if (property.planned) return;
    note(property.life);
    property.switches.forEach(({ at }) => found.add(at));
    for (const { until, type } of property.eras) {
      if (until !== undefined) found.add(until);
      inType(type);
    }
  };
  const inType = (type: TypeModel): void => {
    for (const { life, kind } of type) {
      note(life);
      if (kind.kind === "array") inType(kind.items);
      if (kind.kind === "object") inObject(kind.object);
      if (kind.kind === "string") kind.enum?.values.forEach((value) => note(value.life));
    }
  };
  for (const event of model.events) {
    note(event.life);
    inObject(event.request);
    inObject(event.response);
  }
  inObject(model.errorRequest);
  return [...found].sort(byRelease);
}
