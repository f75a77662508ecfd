import ts from "typescript";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { types } from "../../../generator/targets/types/types.js";
import type { ResponseMode, View } from "../../../generator/view/view.js";
import { buildPossibleView } from "../../laws/judges/interpreted.js";
import { createTargetContext, emitInProcess, type Emitted } from "../../laws/judges/emitted.js";
import { parseFleet, type FleetOptions } from "../../../generator/time/fleet.js";
import { modelOf, object } from "../../view/spec-of.js";
import { removeFolder, writeFiles } from "../../workbench/folders.js";

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

const folder = mkdtempSync(join(tmpdir(), "mplus-standings-"));
afterAll(() => removeFolder(folder));

const modes: readonly ResponseMode[] = ["safe", "gated"];

describe.each(modes)("answers, by what is known of them with an event: %s", (mode) => {
  let complaints: ReadonlyMap<string, string>;
  let emitted: Emitted;

  beforeAll(async () => {
    const view = viewOf({ minVersion: "20" }, mode);
    emitted = await emitInProcess(view, model);
    complaints = await compile(view, mode);
  });

  const check = (event: string, answer: object) => {
    const result = emitted.validateResponse(event, answer);
    return result.ok ? [] : result.problems;
  };

  it.each(cases)("$name", ({ name, event, answer, refused }) => {
    const problems = check(event, answer).map(({ path }) => path);
    expect(problems).toEqual(refused === undefined ? [] : [refused]);
    expect([name, complaints.has(name)]).toEqual([name, refused !== undefined]);
  });

  it("are refused with the reason", () => {
    const told = (event: string, answer: object) => check(event, answer).map(({ message }) => message);
    expect(told("poll", note)).toEqual([
      '"note" cannot be sent here (The page /* of the event */ says that it takes no note).',
    ]);
    expect(told("poll", { pay: { slip: {} } })).toEqual(['"slip" cannot be sent here (only for start).']);
  });
});

it("an event whose answer says more has a type of its own, which extends the other", async () => {
  const code = await responsesOf(viewOf({}, "safe"));
  expect(declarationOf("StartAnswer", code))
    .toBe(`/** PayAnswer. This is the answer to \`start\`, which may say more. */
export interface StartAnswer extends Omit<PayAnswer, "slip" | "young"> {
  slip?: Slip;
  /** since v20: not in every shop */
  young?: never;
}`);
  expect(declarationOf("PollResponse", code)).toBe(`/**
 * What may be answered to \`poll\`.
 *
 * Not known to work here, and not refused: \`error\` and \`lock\`.
 */
export interface PollResponse extends CommonResponse, Omit<ForeignAnswers, "pay"> {
  pay?: PayAnswer;
  /** The page ∕* of the event *∕ says that it takes no note */
  note?: never;
}`);
});

function viewOf(options: FleetOptions, mode: ResponseMode): View {
  const fleet = parseFleet(options, model);
  if (!fleet.ok) throw new Error("the fleet is not there");
  return buildPossibleView(model, fleet.value, mode);
}

async function responsesOf(view: View): Promise<string> {
  const files = await types.emit(view, createTargetContext(model));
  return files.find(({ path }) => path === "types/responses.ts")?.content ?? "";
}

/** An interface with its comment, without the comments of its properties that only name them. */
const declarationOf = (name: string, code: string): string =>
  (
    new RegExp(`/\\*\\*(?:(?!\\*/)[\\s\\S])*\\*/\\nexport interface ${name} [\\s\\S]*?\\n}`).exec(
      code,
    )?.[0] ?? ""
  ).replace(/ {2}\/\*\* (?:The \w+|Slip|PayAnswer)\. \*\/\n/g, "");

/** What the compiler complains of, by the name of the case. */
async function compile(view: View, mode: string): Promise<ReadonlyMap<string, string>> {
  const files = await types.emit(view, createTargetContext(model));
  const lines = cases.map(({ event: name, answer }, i) => {
    const type = view.events.find((known) => known.name === name)?.response.name ?? "";
    return `export const x${i}: import("./types/responses.js").${type} = ${JSON.stringify(answer)};`;
  });
  writeFiles(join(folder, mode), [
    ...files.map(({ path, content }): [string, string] => [path, content]),
    ["literals.ts", lines.join("\n")],
  ]);
  const path = join(folder, mode, "literals.ts");
  const program = ts.createProgram([path], {
    ...{ strict: true, noEmit: true, exactOptionalPropertyTypes: true, types: [] },
    ...{ target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext },
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
  });
  return new Map(
    ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
      const message = ts.flattenDiagnosticMessageText(messageText, "\n");
      if (file?.fileName !== path) throw new Error(`${file?.fileName ?? ""}: ${message}`);
      return [cases[file.getLineAndCharacterOfPosition(start).line]?.name ?? "", message];
    }),
  );
}
