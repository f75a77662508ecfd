import type { EventModel } from "../model/model.js";
import type { Album } from "../lattice/snapshot.js";
import type { Fleet } from "../time/fleet.js";
import { createShapes } from "../lattice/shapes.js";
import { existsInEvery, existsInSome } from "../time/spans.js";
import type { ObjectTree } from "../lattice/tree.js";

/** One side of a comparison: the contract as a fleet sees it; a fleet of one release is its snapshot. */
export interface Side {
  readonly fleet: Fleet;
  readonly events: ReadonlyMap<string, EventSide>;
  readonly errorRequest: ObjectTree | undefined;
  /** The title of the enum of the error codes. */
  readonly errorCodes: string | undefined;
  /** Every answer that some event takes, and the events that do. */
  readonly answers: ReadonlyMap<string, readonly string[]>;
}

export interface EventSide {
  readonly model: EventModel;
  /** Whether every shop of the fleet knows it. */
  readonly everywhere: boolean;
  readonly request: ObjectTree;
  /** Undefined where no answer works in every shop. */
  readonly response: ObjectTree | undefined;
}

/** Makes sides of one spec. */
export const createSides =
  (album: Album) =>
  (fleet: Fleet): Side => {
    const { model } = album;
    const options = { album, releases: fleet.releases };
    const requests = createShapes({ ...options, direction: "request", bound: "join" });
    const responses = createShapes({ ...options, direction: "response", bound: "meet" });
    const events = model.events.flatMap((event): EventSide[] => {
      const request = requests.body(event);
      if (!existsInSome(event.exists, fleet.releases) || !request) return [];
      const everywhere = existsInEvery(event.exists, fleet.releases);
      return [{ model: event, everywhere, request, response: responses.body(event) }];
    });
    return {
      fleet,
      events: new Map(events.map((event) => [event.model.name, event])),
      errorRequest: requests.object(model.errorRequest),
      errorCodes: model.errorCodes?.title,
      answers: collectAnswers(events),
    };
  };

function collectAnswers(events: readonly EventSide[]): Side["answers"] {
  const answers = new Map<string, string[]>();
  for (const { model, response } of events) {
    for (const name of response?.properties.keys() ?? []) {
      answers.set(name, [...(answers.get(name) ?? []), model.name]);
    }
  }
  return answers;
}

/** The events that two sides have in common. */
export const commonEvents = (old: Side, now: Side): readonly string[] =>
  [...now.events.keys()].filter((name) => old.events.has(name));
