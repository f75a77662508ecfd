import type { Case, WireAnswer } from "./case.js";
import { setups, type SetupName } from "./setups.js";
import { createStage, type LogLine, type Stage } from "./stage.js";
import type { Opened, Target } from "./targets/target.js";

/** The receivers of one target, one for each set-up. */
export interface Venues {
  /** Plays a case; one at a time, for its handler is that of the whole receiver. */
  readonly send: (each: Case) => Promise<WireAnswer>;
  /** What all of them have logged. */
  readonly lines: () => LogLine[];
  readonly end: () => Promise<void>;
}

interface Venue extends Opened {
  readonly stage: Stage;
}

/** Opens every set-up once. */
export async function openVenues(target: Target): Promise<Venues> {
  const venues = new Map<SetupName, Venue>();
  for (const [name, createOptions] of Object.entries(setups) as [SetupName, (typeof setups)[SetupName]][]) {
    const stage = createStage();
    const opened = await target.open(createOptions(stage));
    if (name === "closed") await opened.retire();
    venues.set(name, { ...opened, stage });
  }
  const all = () => [...venues.values()];
  return {
    send({ setup = "standard", handler, request }) {
      const venue = venues.get(setup);
      if (venue === undefined) throw new Error(`there is no set-up ${setup}`);
      venue.stage.handler = handler;
      return venue.send(request);
    },
    lines: () => all().flatMap(({ stage }) => stage.lines),
    end: async () => {
      for (const { end } of all()) await end();
    },
  };
}
