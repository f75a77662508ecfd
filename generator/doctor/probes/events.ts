import { amiss, fromComplaint, well, type Bench, type Observation, type Probe } from "../probe.js";
import type { SentEvent } from "../send-event.js";
import { toText, withBody } from "../wire.js";
import { wayOfSigningProbe } from "./way-of-signing.js";

/** In bytes. */
const largeSize = 256 * 1024;

/** Events as they should be: signed by who may, each in a spelling of its own. */
export const eventProbes: readonly Probe[] = [
  {
    id: "event",
    question: "Is a signed event taken, and the answer one for a till?",
    basis: "documented",
    needs: ["http"],
    ask: async (bench) => describeAnswer(await bench.send()),
  },
  {
    id: "answer",
    question: "Is there something else in the answer that a till may mind?",
    basis: "advice",
    needs: ["event"],
    ask: async (bench) => describeRest(await bench.send()),
  },
  wayOfSigningProbe,
  {
    id: "raw-bytes",
    question: "Does the signature hold for a body with spaces and escapes?",
    basis: "documented",
    needs: ["event"],
    ask: async (bench) =>
      describeVariant(
        await bench.send((wire) => withBody(wire, spellOtherwise(toText(wire)), bench.secret)),
        "The same JSON, spelt otherwise, is refused: what is verified is not what came",
        "Verify the raw bytes of the body, before any body parser.",
      ),
  },
  {
    id: "later-release",
    question: "Does a property that no release has, with accents in it, pass?",
    basis: "advice",
    needs: ["event"],
    ask: async (bench) =>
      describeVariant(
        await bench.send((wire) => withBody(wire, addUnknown(toText(wire)), bench.secret)),
        "A request with an unknown property is not taken: the next release of the till could stop your shop",
        "Ignore properties that you do not know, and read the body as UTF-8.",
      ),
  },
  {
    id: "large",
    question: `Does a body of ${largeSize / 1024} KiB pass?`,
    basis: "advice",
    needs: ["event"],
    ask: async (bench) =>
      describeVariant(
        await bench.send((wire) => withBody(wire, pad(toText(wire)), bench.secret)),
        "A large event is not taken",
        "Raise the limit of the body, at a proxy too: no source says how large events get.",
      ),
  },
  {
    id: "twice",
    question: "Does the same event, sent twice, get the same answer?",
    basis: "advice",
    needs: ["event"],
    ask: askTwice,
  },
  {
    id: "at-once",
    question: "Are two events at once both taken?",
    basis: "advice",
    needs: ["event"],
    ask: async (bench) => {
      const sent = await Promise.all([bench.send(), bench.send()]);
      const failed = sent.find(({ isTaken }) => !isTaken);
      return failed ? fromComplaint(failed.complaint, "One of them is not taken.") : well("Both are.");
    },
  },
];

const describeAnswer = ({ isTaken, complaint, glimpse: { result } }: SentEvent): Observation =>
  isTaken
    ? well(`Taken, in ${result.duration} ms.`)
    : fromComplaint(complaint, "A till cannot use the answer.");

/** What our till does not mind, and another one may. */
const describeRest = ({ complaint }: SentEvent): Observation =>
  complaint ? fromComplaint(complaint, "") : well("Nothing.");

/** A way to send the event that should make no difference. */
function describeVariant({ isTaken, complaint }: SentEvent, saw: string, change: string): Observation {
  if (isTaken) return well("It does.");
  return {
    ...amiss(`${saw}. ${complaint?.message ?? ""}`.trim(), change),
    ...(complaint && { fault: complaint.id }),
  };
}

/** The same JSON with other spaces, and with letters as escapes. */
const spellOtherwise = (text: string): string =>
  JSON.stringify(JSON.parse(text), null, "\t ").replace(
    /: "([a-z])/gi,
    (_, letter: string) => `: "\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

const addUnknown = (text: string): string =>
  text.replace("{", '{"ofALaterRelease":{"text":"Crème brûlée € 🍰"},');

const pad = (text: string): string => text.replace("{", `{${" ".repeat(largeSize - text.length)}`);

async function askTwice({ send, post }: Bench): Promise<Observation> {
  const { glimpse, isTaken } = await send();
  const { sent, result: first } = glimpse;
  const second = await post(sent);
  if (!isTaken || first.kind === "none") return amiss("The first one failed this time.", "Look in the log.");
  if (second.kind === "none" || second.status !== first.status)
    return amiss(
      `The second time ${second.kind === "none" ? "there is no answer" : `the status is ${second.status}`}.`,
      "Recognise an event that came before, and answer it as you did: whether tills repeat is not known, networks do.",
    );
  return Buffer.compare(first.body, second.body) === 0
    ? well("It does.")
    : amiss(
        "The second answer is another one.",
        "See that nothing is done twice: recognise an event that came before, and answer it as you did.",
      );
}
