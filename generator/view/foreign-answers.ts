import type { Model } from "../model/model.js";
import type { ForbiddenView, ObjectView } from "./view.js";

/** The answers that only some events take, each listed as forbidden. Targets leave out those that an event takes. */
export const listForeignAnswers = ({ answers }: Model): ObjectView => ({
  name: "ForeignAnswers",
  prose: {
    description: "Answers that only some events take: to no other may they be given.",
    notes: [],
    errata: [],
  },
  open: false,
  properties: [],
  forbidden: answers.flatMap(({ property, onlyFor }): ForbiddenView[] =>
    onlyFor ? [{ name: property.name, reason: { kind: "other-event", events: onlyFor } }] : [],
  ),
});

/** Whether this event takes the answer. */
export const isTakenBy = (event: string, { reason }: ForbiddenView): boolean =>
  reason.kind === "other-event" && reason.events.includes(event);
