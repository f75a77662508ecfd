import type { EventModel, Model, Prose } from "../model/model.js";
import { firstIn, type Spans } from "../time/spans.js";
import type { EventPropertyGroup } from "./event-properties.js";

/** Whether no source tells which release brought an event: it is only taken to have always been there. */
export const isUndatedEvent = ({ exists, prose }: Pick<EventModel, "exists" | "prose">): boolean =>
  firstIn(exists) === undefined && isReleaseOpen(prose);

/** Whether a property is there in the first known release only because nothing says otherwise of it, or of what has it. */
export function isUndatedProperty(exists: Spans, properties: EventPropertyGroup, { events }: Model): boolean {
  const open = new Set(events.filter(isUndatedEvent).map(({ name }) => name));
  return (
    firstIn(exists) === undefined &&
    properties.every(({ event, chain }) => open.has(event) || chain.some(({ prose }) => isReleaseOpen(prose)))
  );
}

const isReleaseOpen = ({ provenance }: Prose): boolean =>
  provenance !== undefined &&
  provenance.kind !== "documented" &&
  (provenance.of ?? ["existence"]).some((part) => part === "existence" || part === "release");
