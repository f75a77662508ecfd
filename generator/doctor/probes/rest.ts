import { amiss, well, type Bench, type Observation, type Probe } from "../probe.js";

/** What is left when the events are through. */
export const lastProbes: readonly Probe[] = [
  {
    id: "unknown-event",
    question: "Is an event that it does not know answered calmly?",
    basis: "advice",
    needs: ["event"],
    ask: askUnknownEvent,
  },
  {
    id: "report",
    question: "Is the till's report of a fault taken?",
    basis: "documented",
    needs: ["event"],
    ask: askReport,
  },
  {
    id: "pace",
    question: "Is it quick?",
    basis: "advice",
    needs: ["event"],
    ask: ({ durations }) => Promise.resolve(judgePace(Math.max(...durations))),
  },
];

async function askUnknownEvent({ send }: Bench): Promise<Observation> {
  const { glimpse } = await send((wire) => ({
    ...wire,
    url: `${wire.url.slice(0, wire.url.lastIndexOf("/"))}/eventOfALaterRelease`,
  }));
  const { result } = glimpse;
  const change = "Answer {} or status 404 to events that you do not know: a later release may bring some.";
  if (result.kind === "none") return amiss(`There is no answer (${result.cause.kind}).`, change);
  return result.status < 500
    ? well(`Status ${result.status}.`)
    : amiss(`It makes the server fail (status ${result.status}).`, change);
}

/** Spoils the answer on its way, so that the till reports a fault. */
async function askReport({ send }: Bench): Promise<Observation> {
  const { exchange } = await send(undefined, (result) =>
    result.kind === "reply" ? { ...result, body: new TextEncoder().encode("spoilt") } : result,
  );
  const status = exchange.report?.status;
  return status === 200
    ? well("It is.")
    : amiss(
        status === undefined ? "It is not answered." : `It is answered with status ${status}.`,
        "Take requests with `error` and `original`, write them to your log, and answer with 200: nobody else tells you that a till cannot use your answers.",
      );
}

/** In milliseconds: about where somebody who waits notices. */
const noticed = 1000;

const judgePace = (slowest: number): Observation =>
  slowest < noticed
    ? well(`The slowest answer took ${slowest} ms.`)
    : amiss(
        `The slowest answer took ${slowest} ms, and a cashier waits for it.`,
        "Answer first and work later. How long a till waits is not known.",
      );
