import type { EventModel, Model } from "../model/model.js";
import { createAlbum, type Album } from "../lattice/album.js";
import type { Fleet } from "../time/fleet.js";
import { createShapes, type Shapes } from "../lattice/shapes.js";
import { livesAt } from "../lattice/snapshot.js";
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

/** Makes sides of one spec; what several of them need is worked out once. */
export function createSides(model: Model): (fleet: Fleet) => Side {
  const album = createAlbum(model);
  return (fleet) => sideOf(fleet, model, album);
}

function sideOf(fleet: Fleet, model: Model, album: Album): Side {
  const options = { model, album, steps: fleet.steps };
  const requests = createShapes({ ...options, direction: "request", bound: "join" });
  const responses = createShapes({ ...options, direction: "response", bound: "meet" });
  const events = model.events.flatMap((event) => {
    const alive = fleet.steps.filter((step) => livesAt(event.life, step));
    const request = wholeBody(event, requests);
    if (alive.length === 0 || !request) return [];
    const everywhere = alive.length === fleet.steps.length;
    return [{ model: event, everywhere, request, response: wholeBody(event, responses) }];
  });
  return {
    fleet,
    events: new Map(events.map((event) => [event.model.name, event])),
    errorRequest: requests.object(model.errorRequest),
    errorCodes: model.errorCodes?.title,
    answers: answersOf(events),
  };
}

/** What an event has of its own and what every event has; undefined where nothing fits. */
function wholeBody(event: EventModel, shapes: Shapes): ObjectTree | undefined {
  const [own, envelope] = [shapes.own(event), shapes.envelope()];
  return own && envelope && { ...own, properties: new Map([...own.properties, ...envelope.properties]) };
}

function answersOf(events: readonly EventSide[]): Side["answers"] {
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
