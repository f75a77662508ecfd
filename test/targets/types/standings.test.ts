import { beforeAll, describe, expect, it } from "vitest";
import { types } from "../../../generator/targets/types/types.js";
import type { ResponseMode, View } from "../../../generator/contract/view/view.js";
import { buildPossibleView, fleetFrom } from "../../laws/judges/interpreted.js";
import { createTargetContext, emitInProcess, type Emitted } from "../../laws/judges/emitted.js";
import { modelOf } from "../../contract/view/spec-of.js";
import { object } from "../../workbench/small-spec.js";

const text = { type: "string" };
const event = (more: object) => ({ description: "Something.", answers: { pay: {} }, ...more });

/** Three events accept `pay`, one of them with an additional property. The evidence for the common answers differs. */
const model = modelOf({
  event: { takes: [{ answers: ["note"], standing: "documented", basis: "A page shows it." }] },
  events: {
    start: event({ answers: { pay: { required: true } } }),
    poll: event({
      unknownBecause: "Nobody tried.",
      takes: [
        {
          answers: ["note"],
          standing: "contradicted",
          basis: "The page /* of\nthe event */ says that it takes no note.",
        },
      ],
    }),
    cancel: event({ takes: [{ answers: ["lock"], standing: "seen", basis: "Another interface has it." }] }),
  },
  files: {
    "envelope.json": {
      description: "All.",
      carries: {},
      answers: { error: {}, note: {}, lock: {} },
      errorRequest: "requests/errorRequest.json",
    },
    "responses/note.json": object("Note", { text }, ["text"]),
    "responses/lock.json": { description: "Lock.", type: "boolean" },
    "responses/pay.json": object("PayAnswer", {
      done: { type: "boolean" },
      slip: { ...object("Slip", { text }), "x-only-for": ["start"] },
      young: { ...text, "x-added-in": "20", "x-only-for": ["start", "cancel"] },
    }),
  },
});

const note = { note: { text: "Hello" } };

/** An answer to an event, and the place of its problem, if any. */
type Case = readonly [name: string, event: string, answer: object, refused?: string];

const cases: readonly Case[] = [
  ["a documented answer", "ping", note],
  ["an answer of all events", "start", { pay: {}, ...note }],
  ["an unknown answer", "poll", { lock: true }],
  ["a contradicted answer", "poll", note, "/note"],
  ["a contradicted answer beside a sound one", "poll", { pay: { done: true }, ...note }, "/note"],
  ["an answer that was seen elsewhere", "cancel", { lock: true }],
  ["an answer of other events", "ping", { pay: {} }, "/pay"],
  ["a property for this event", "start", { pay: { done: true, slip: { text: "x" } } }],
  ["a property for this event, spoilt", "start", { pay: { slip: { text: 1 } } }, "/pay/slip/text"],
  ["a property for another event", "poll", { pay: { slip: {} } }, "/pay/slip"],
  ["a property for two events in the second", "cancel", { pay: { young: "x" } }],
  ["a property for two events in a third", "poll", { pay: { young: "x" } }, "/pay/young"],
  ["what no event takes", "start", { pay: { dome: true } }, "/pay/dome"],
];

const modes: readonly ResponseMode[] = ["safe", "gated"];

it("the handler of an event says how well each answer is known to work", async () => {
  const files = await types.emit(viewIn("safe"), createTargetContext(model));
  const requests = files.find(({ path }) => path === "types/requests.ts")?.content;
  const [, text = ""] = requests?.split("interface WebhookRequests") ?? [];
  const told = ["ping", "start", "poll", "cancel"].map((event) => {
    const [before = ""] = text.split(new RegExp(`\\n *${event}: `));
    const comment = before.slice(before.lastIndexOf("Answer: ")).replaceAll(/[\s*]+/g, " ");
    return /^Answer: (.*) See /.exec(comment)?.[1];
  });
  expect(told).toEqual([
    "`PingResponse`. Documented for this event: `pong` and `note`. All others: documented for webhooks in general.",
    "`StartResponse`. Documented for this event: `pay`. All others: documented for webhooks in general.",
    "`PollResponse`. Documented for this event: `pay`. All others: not known for this event.",
    "`CancelResponse`. Documented for this event: `pay`. Documented for webhooks in general: `error` and `note`. All others: not known for this event.",
  ]);
});

describe.each(modes)("answers, by what is known of them with an event: %s", (mode) => {
  let emitted: Emitted;

  beforeAll(async () => {
    emitted = await emitInProcess(viewIn(mode), model);
  });

  const check = (event: string, answer: object) => {
    const result = emitted.validateResponse(event, answer);
    return result.ok ? [] : result.problems;
  };

  it.each(cases.map((each) => ({ name: each[0], each })))("$name", ({ each: [, event, answer, refused] }) => {
    const problems = check(event, answer).map(({ path }) => path);
    expect(problems).toEqual(refused === undefined ? [] : [refused]);
  });

  it("are refused with the reason", () => {
    const told = (event: string, answer: object) => check(event, answer).map(({ message }) => message);
    expect(told("poll", note)).toEqual([
      '"note" cannot be sent here (The page /* of the event */ says that it takes no note).',
    ]);
    expect(told("poll", { pay: { slip: {} } })).toEqual(['"slip" cannot be sent here (only for start).']);
  });
});

const viewIn = (mode: ResponseMode): View => buildPossibleView(model, fleetFrom(model, "20"), mode);
