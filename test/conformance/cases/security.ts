import { nothing, recognized, refusal, refused } from "../answers.js";
import { alikeIn, handled, handledIn, type Case } from "../case.js";
import { eventOf, scan } from "../requests.js";

const noEvent = {
  standard: refused("INVALID_DATA", '/event: "event" is missing.'),
  lenient: refused("INVALID_DATA", "The body has no event object."),
};
const began = eventOf({}, { eventCounter: 2001 });
const ofOtherEvent = refused(
  "INVALID_DATA",
  "This body was already received as startSession; each event must have its own body and eventCounter.",
);

const createFickle = () => {
  let reads = 0;
  const get = () => ((reads += 1) === 1 ? true : "whatever");
  return { scanCode: Object.defineProperty({}, "recognized", { get, enumerable: true }) };
};

/** Attacks by someone who knows a shop's id, or by one of several shops. */
export const securityCases: readonly Case[] = [
  ...["{}", recognized.body, refusal.wrongSignature().body].flatMap((body) =>
    (["standard", "lenient"] as const).flatMap((setup) =>
      handledIn(setup, {
        [`an answer that comes back is no request, set-up ${setup}: ${body.slice(0, 24)}`]: [
          () => ({ receiptFooter: { textBefore: "Your code: 1234" } }),
          noEvent[setup],
          { event: "completeSession", body },
        ],
      }),
    ),
  ),
  ...alikeIn("lenient", noEvent.lenient, {
    "a till whose event is a text is refused in every mode": { body: { ...scan(), event: "scanCode" } },
  }),
  ...handled({
    ...Object.fromEntries(
      ["event", "original"].map((name) => [
        `an answer may not have ${name}, which only requests have`,
        [() => ({ scanCode: { recognized: true }, [name]: { eventCounter: 1 } }), refusal.failed()] as const,
      ]),
    ),
    "the start of a session is taken": [undefined, nothing, { event: "startSession", body: began }],
    "the start of a session cannot be posted as its end": [
      () => ({ message: [{ message: "cancelled" }] }),
      ofOtherEvent,
      { event: "cancelSession", body: began },
    ],
    "the start of a session may be posted again": [
      undefined,
      nothing,
      { event: "startSession", body: began },
    ],
    "a getter that changes is read once": [createFickle, recognized],
  }),
];
