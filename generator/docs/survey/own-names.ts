import type { Model } from "../../model/model.js";
import type { EventView } from "../../view/view.js";

/** The names of the properties that only some events have: what they carry, and what they may be answered with. */
export interface OwnNames {
  readonly carried: ReadonlySet<string>;
  readonly answers: ReadonlySet<string>;
}

/** Compares names only: a property that every event has is shared, even if its type differs in one of them. */
export function findOwnNames(events: readonly EventView[], { answers }: Model): OwnNames {
  const requests = events.map(({ request }) => request.properties.map(({ name }) => name));
  const carried = requests.flat().filter((name) => !requests.every((names) => names.includes(name)));
  return {
    carried: new Set(carried),
    answers: new Set(answers.filter(({ onlyFor }) => onlyFor).map(({ property }) => property.name)),
  };
}
