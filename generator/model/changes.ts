import { byRelease, type Release } from "../time/release.js";
import type { AnswerModel, EventModel, ObjectModel, PropertyModel, TypeModel } from "./model.js";
import { edges, type Spans } from "../time/spans.js";

/** The releases at which some shape of the contract changes, ascending, each once. */
export function changesOf(model: {
  readonly events: readonly EventModel[];
  readonly answers: readonly AnswerModel[];
  readonly errorRequest: ObjectModel;
}): readonly Release[] {
  const found = new Set<Release>();
  const seen = new Set<ObjectModel>();
  const note = (spans: Spans): void => edges(spans).forEach((release) => found.add(release));
  const inObject = (object: ObjectModel): void => {
    if (seen.has(object)) return;
    seen.add(object);
    object.properties.forEach(inProperty);
  };
  const inProperty = (property: PropertyModel): void => {
    if (property.planned) return;
    note(property.exists);
    note(property.required);
    for (const { exists, type } of property.eras) {
      note(exists);
      inType(type);
    }
  };
  const inType = (type: TypeModel): void => {
    for (const { exists, kind } of type) {
      note(exists);
      if (kind.kind === "array") inType(kind.items);
      if (kind.kind === "object") inObject(kind.object);
      if (kind.kind === "string") kind.enum?.values.forEach((value) => note(value.exists));
    }
  };
  for (const event of model.events) {
    note(event.exists);
    inObject(event.request);
    inObject(event.response);
  }
  inObject(model.errorRequest);
  return [...found].sort(byRelease);
}
