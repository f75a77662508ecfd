import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { defined } from "../../generator/contract/read/values.js";
import { scan } from "../conformance/requests.js";
import { collectFiles, emit } from "../workbench/emit.js";
import { importFrom, makeRunFolder, removeFolder, transpile, writeFiles } from "../workbench/folders.js";
import { madeOutput } from "../workbench/made-output.js";
import { createSmallSpec, object } from "../workbench/small-spec.js";
import { createEmittedReceiver, type EmittedReceiver, type ReceiverOutput } from "./emitted-receiver.js";

interface Output extends ReceiverOutput {
  readonly QuestionError: new (...args: never[]) => Error & {
    readonly kind: string;
    readonly version?: string;
    readonly problems: readonly { readonly addedIn?: string }[];
  };
  readonly inferVersion: (body: unknown, event?: string) => { version?: string };
}

/** A form for v59.3.4, with an answer that every shop accepts. */
const field = { id: "name", type: "text", required: true, label: "Name", separator: "above" };
const note = { id: "note", type: "label", required: false, label: "Thank you" };
const answer = { version: "1.2", form: { id: "f", title: "Who are you?", fields: [field, note] } };

const plainField = { id: "name", type: "text", required: true, label: "Name" };
const plainForm = { id: "f", title: "Who are you?", fields: [plainField] };

const event = { description: "Another one.", carries: { ping: { required: true } }, answers: { pong: {} } };

/** v20 added `late` and `early` and removed `gone`; v30 added `latest`. */
const partialSpec = createSmallSpec({
  pong: object("Pong", {
    old: { type: "string", "x-removed-in": "20" },
    early: { type: "string", "x-added-in": "20" },
    latest: { type: "string", "x-added-in": "30" },
  }),
  files: {
    "events/late.json": { ...event, "x-added-in": "20" },
    "events/gone.json": { ...event, "x-removed-in": "20" },
  },
});

/** Outputs for that spec, by what was asked for. */
const partial = {
  safe: {},
  gated: { responses: "gated" },
  "gated for a list": { responses: "gated", versions: "10,30" },
} as const;

const home = makeRunFolder();
const outputs = new Map<string, ReceiverOutput>();
let output: Output;

beforeAll(async () => {
  const { folder } = await madeOutput("48..", { responses: "gated" });
  output = await importFrom<Output>(folder, "receiver/index.js");
  for (const [name, asked] of Object.entries(partial)) {
    const generation = await emit(partialSpec, "..", { targets: ["receiver"], ...asked });
    writeFiles(`${home}/${name}`, transpile(collectFiles(generation)));
    outputs.set(name, await importFrom<ReceiverOutput>(`${home}/${name}`, "receiver/index.js"));
  }
});
afterAll(() => removeFolder(home));

const scanOf = (sender: object = {}): object =>
  scan({ sender: { branchNumber: 1, workplaceNumber: 1, ...sender } });

/** The status and body of the answer, and what was logged. */
async function send({ send, logged }: EmittedReceiver, event: string, body: object) {
  const { status, text } = await send(event, JSON.stringify(body));
  return [status, JSON.parse(text) as unknown, logged];
}

const scanAt = (version: string | undefined, options: object, body = scanOf()) =>
  send(createEmittedReceiver(output, version, options), "scanCode", body);

const omit = { unsupported: "omit" };
const lacksForm = "/form: `form` was added in v59; this shop runs v58";
const some: unknown = expect.any(String);
const fault: unknown = expect.objectContaining({ error: expect.anything() as unknown });
const unknownFooter: unknown = expect.stringMatching(
  /: \/recieptFooter: There is no property "recieptFooter" here$/,
);

describe("a gated answer", () => {
  const refusedForm = `the scanCode handler returned an invalid answer: ${lacksForm}`;
  const omittedForm = `omitted from the answer to scanCode: ${lacksForm.replace("/form: ", "")}.`;
  const trimmed = { version: "1.2", form: plainForm };
  const misspelt = { ...omit, handlers: { scanCode: () => ({ ...answer, recieptFooter: {} }) } };

  it.each<[name: string, version: string | undefined, options: object, ...want: unknown[]]>([
    ["passes for a shop that takes all of it", "59.3.4", {}, 200, answer, []],
    ["is refused for an older one, with the release that it needs", "58", {}, 500, fault, [refusedForm]],
    ["loses what the shop does not take, if asked", "58", omit, 200, { version: "1.2" }, [omittedForm]],
    [
      "loses only that: an option, and a field of a later kind",
      "59.3",
      omit,
      200,
      trimmed,
      [some, some, some],
    ],
    ["is held against every shop where the release is not known", undefined, {}, 500, fault, [some]],
    ["is never trimmed where no release takes it", "58", misspelt, 500, fault, [unknownFooter]],
  ])("%s", async (_name, version, options, ...want) => {
    expect(await scanAt(version, { handlers: { scanCode: () => answer }, ...options })).toEqual(want);
  });
});

describe("a question that the shop does not have", () => {
  interface Asking {
    readonly ask: { readonly form: (form: object, beside?: object) => Promise<unknown> };
  }
  const say = (told: unknown) => ({ message: [{ message: JSON.stringify(told) }] });
  const asks = async ({ ask }: Asking) => say(await ask.form(plainForm));
  const catches = async ({ ask }: Asking) => {
    try {
      return say(await ask.form(plainForm));
    } catch (error) {
      if (!(error instanceof output.QuestionError)) throw error;
      const { kind, version, problems } = error;
      return say({ kind, version, addedIn: problems[0]?.addedIn });
    }
  };

  it.each(["reject", "omit"])("rejects ask with the release, and may be caught: %s", async (unsupported) => {
    const said = `request failed with status 500: a shop on v58 cannot show this form: ${lacksForm}`;
    const given = await scanAt("58", { unsupported, handlers: { scanCode: asks } });
    expect(given).toEqual([500, fault, [said]]);
    const caught = await scanAt("58", { unsupported, handlers: { scanCode: catches } });
    expect(caught.slice(0, 2)).toEqual([200, say({ kind: "form", version: "58", addedIn: "59" })]);
  });

  it("cannot be put where the release is not known", async () => {
    const said = "a shop without a version cannot show this form: /form: `form` was added in v59";
    const given = await scanAt(undefined, { ...omit, handlers: { scanCode: asks } });
    expect(given).toEqual([500, fault, [expect.stringContaining(said)]]);
  });

  it("is put where the shop has it, without the parts that it lacks", async () => {
    const scanCode = ({ ask }: Asking) => ask.form({ ...plainForm, fields: [field] });
    const given = await scanAt("59.3", { ...omit, handlers: { scanCode } });
    expect(given).toEqual([200, { form: plainForm }, [some]]);
  });

  it("is put together with what stands beside it, or not at all", async () => {
    const scanCode = ({ ask }: Asking) => ask.form(plainForm, { recieptFooter: {} });
    expect(await scanAt("59.3", { handlers: { scanCode } })).toEqual([500, fault, [unknownFooter]]);
  });
});

describe("a shop whose requests contradict its subscription", () => {
  const newer = scanOf({ hasReceiptPrinter: true });

  it("is reported once, with the proof", async () => {
    const { logged, send } = createEmittedReceiver(output, "48", {});
    for (let i = 0; i < 5; i++) await send("scanCode", JSON.stringify(newer));
    expect(logged).toEqual([
      'subscription "shop" is set to v48, but its shop runs v57 or later, because it sent /sender/hasReceiptPrinter',
    ]);
    expect((await scanAt("57", {}, newer)).at(-1)).toEqual([]);
  });

  it.each([
    [{ sender: { deviceType: "Mobile" } }, undefined, "48"],
    [{ form: {} }, "scanCode", "59"],
    [{}, "selectRelation", "43.1.1"],
    [{ sender: {} }, "scanCode", undefined],
    ["nonsense", undefined, undefined],
  ])("tells its release by what it sends: %j, %s", (body, event, version) => {
    expect(output.inferVersion(body, event).version).toBe(version);
  });
});

describe("an event that the subscription's release does not have", () => {
  const contradicted = `subscription "shop" is set to v10, but its shop runs v20 or later, because it sent this event`;
  const late = ["late", "10"] as const;
  const answerWith = (
    name: string,
    [event, version]: readonly [string, string],
    pong: object,
    options = {},
  ) => {
    const handlers = { [event]: () => ({ pong }) };
    const receiver = createEmittedReceiver(defined(outputs.get(name), name), version, {
      handlers,
      ...options,
    });
    return send(receiver, event, { event: { eventBlocking: true }, ping: {} });
  };

  it.each<readonly [name: string, output: string, pong: object]>([
    ["", "safe", {}],
    ["", "gated", {}],
    [" with what the release that added it takes", "gated", { early: "a" }],
    [" with what every shop of a list takes: it may run any between", "gated for a list", {}],
  ])("is answered%s: %s", async (_name, name, pong) => {
    expect(await answerWith(name, late, pong)).toEqual([200, { pong }, [contradicted]]);
  });

  it("is answered with what every shop takes, where it is gone", async () => {
    expect(await answerWith("gated", ["gone", "30"], {})).toEqual([200, { pong: {} }, []]);
  });

  it("is answered without what that release does not take, or not at all", async () => {
    const why = "was added in v30; this shop runs v20";
    const omitted = `omitted from the answer to late: \`latest\` ${why}.`;
    const trimmed = await answerWith("gated", late, { latest: "a" }, omit);
    expect(trimmed).toEqual([200, { pong: {} }, [contradicted, omitted]]);
    const refused = `the late handler returned an invalid answer: /pong/latest: \`latest\` ${why}`;
    const logged: unknown = expect.arrayContaining([refused]);
    expect(await answerWith("gated", late, { latest: "a" })).toEqual([500, fault, logged]);
  });
});
