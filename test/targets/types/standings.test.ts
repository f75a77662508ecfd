import { beforeAll, describe, expect, it } from "vitest";
import { once } from "../../../generator/once.js";
import { types } from "../../../generator/targets/types/types.js";
import type { ResponseMode, View } from "../../../generator/view/view.js";
import { buildPossibleView, fleetFrom } from "../../laws/judges/interpreted.js";
import { createTargetContext, emitInProcess, type Emitted } from "../../laws/judges/emitted.js";
import { modelOf } from "../../view/spec-of.js";
import { object } from "../../workbench/small-spec.js";
import { checkTypes } from "../../workbench/check-types.js";

const text = { type: "string" };
const event = (more: object) => ({ description: "Something.", answers: { pay: {} }, ...more });

/** Three events take `pay`, one of them with a property more; what is known of the common answers differs. */
const model = modelOf({
  event: { takes: { note: { standing: "documented", basis: "A page shows it." } } },
  events: {
    start: event({ answers: { pay: { required: true } } }),
    poll: event({
      takes: {
        note: { standing: "contradicted", basis: "The page /* of\nthe event */ says that it takes no note." },
      },
    }),
    cancel: event({
      takes: { pay: { standing: "contradicted", basis: "One page.", admitted: "Another page." } },
    }),
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

/** What is answered to an event, and where it is refused, if it is. */
interface Case {
  readonly name: string;
  readonly event: string;
  readonly answer: object;
  readonly refused?: string;
}

const cases: readonly Case[] = [
  { name: "a documented answer", event: "ping", answer: note },
  { name: "an unknown answer", event: "start", answer: { pay: {}, ...note } },
  { name: "an unknown answer that is a boolean", event: "poll", answer: { lock: true } },
  { name: "a contradicted answer", event: "poll", answer: note, refused: "/note" },
  {
    name: "a contradicted answer beside a sound one",
    event: "poll",
    answer: { pay: { done: true }, ...note },
    refused: "/note",
  },
  { name: "a contradicted answer that is admitted", event: "cancel", answer: { pay: { done: true } } },
  { name: "an answer of other events", event: "ping", answer: { pay: {} }, refused: "/pay" },
  { name: "a property for this event", event: "start", answer: { pay: { done: true, slip: { text: "x" } } } },
  {
    name: "a property for this event, spoilt",
    event: "start",
    answer: { pay: { slip: { text: 1 } } },
    refused: "/pay/slip/text",
  },
  {
    name: "a property for another event",
    event: "poll",
    answer: { pay: { slip: {} } },
    refused: "/pay/slip",
  },
  { name: "a property for two events in the first", event: "start", answer: { pay: { young: "x" } } },
  { name: "a property for two events in the second", event: "cancel", answer: { pay: { young: "x" } } },
  {
    name: "a property for two events in a third",
    event: "poll",
    answer: { pay: { young: "x" } },
    refused: "/pay/young",
  },
  { name: "what no event takes", event: "start", answer: { pay: { dome: true } }, refused: "/pay/dome" },
];

const modes: readonly ResponseMode[] = ["safe", "gated"];

/** What the compiler complains of: mode and name of a case. One program holds both modes. */
const compile = once(async (): Promise<ReadonlySet<string>> => {
  const texts = await Promise.all(modes.map((mode) => listTexts(viewIn(mode), mode)));
  const complaints = checkTypes(new Map(texts.flat()));
  return new Set(
    complaints.map(({ path, line, message }) => {
      const [mode = "", file] = path.split("/");
      if (file !== "literals.ts") throw new Error(`${path}: ${message}`);
      return `${mode}: ${cases[line]?.name ?? ""}`;
    }),
  );
});

describe.each(modes)("answers, by what is known of them with an event: %s", (mode) => {
  let complaints: ReadonlySet<string>;
  let emitted: Emitted;

  beforeAll(async () => {
    emitted = await emitInProcess(viewIn(mode), model);
    complaints = await compile();
  });

  const check = (event: string, answer: object) => {
    const result = emitted.validateResponse(event, answer);
    return result.ok ? [] : result.problems;
  };

  it.each(cases)("$name", ({ name, event, answer, refused }) => {
    const problems = check(event, answer).map(({ path }) => path);
    expect(problems).toEqual(refused === undefined ? [] : [refused]);
    expect(complaints.has(`${mode}: ${name}`)).toBe(refused !== undefined);
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

/** The types of a view, and a line for each case that gives its answer the type. */
async function listTexts(view: View, mode: ResponseMode): Promise<[path: string, text: string][]> {
  const files = await types.emit(view, createTargetContext(model));
  const lines = cases.map(({ event: name, answer }, i) => {
    const type = view.events.find((known) => known.name === name)?.response.name ?? "";
    return `export const x${i}: import("./types/responses.js").${type} = ${JSON.stringify(answer)};`;
  });
  return [
    ...files.map(({ path, content }): [string, string] => [`${mode}/${path}`, content]),
    [`${mode}/literals.ts`, lines.join("\n")],
  ];
}
