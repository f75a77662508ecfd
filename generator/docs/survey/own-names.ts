import type { Model } from "../../model/model.js";
import type { EventView } from "../../view/view.js";

/** The names of what belongs to some events only: what they carry, and what they may be answered with. */
export interface OwnNames {
  readonly carried: ReadonlySet<string>;
  readonly answers: ReadonlySet<string>;
}

/** Told by name: a property that every event has is no event's own, whichever shape it has in one of them. */
export function findOwnNames(events: readonly EventView[], { answers }: Model): OwnNames {
  const requests = events.map(({ request }) => request.properties.map(({ name }) => name));
  const carried = requests.flat().filter((name) => !requests.every((names) => names.includes(name)));
  return {
    carried: new Set(carried),
    answers: new Set(answers.filter(({ onlyFor }) => onlyFor).map(({ property }) => property.name)),
  };
}
