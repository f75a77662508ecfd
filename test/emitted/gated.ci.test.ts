import type * as receiverTarget from "../../generated/receiver/index.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { post, scan } from "../conformance/requests.js";
import { secret } from "../conformance/signature.js";
import { createLog, createStage } from "../conformance/stage.js";
import { toRawRequest } from "../conformance/targets/receiver.js";
import { collectFiles, emit } from "../workbench/emit.js";
import { importFrom, makeRunFolder, removeFolder, transpile, writeFiles } from "../workbench/folders.js";
import { madeOutput } from "../workbench/made-output.js";
import { createSmallSpec, object } from "../workbench/small-spec.js";

/** The gated output has the same exports as the checked-in one. */
type Output = typeof receiverTarget;

const plainField = { id: "name", type: "text", required: true, label: "Name" };
const plainForm = { id: "f", title: "Who are you?", fields: [plainField] };

/** A form for v59.3.4, with an answer that every shop accepts. */
const field = { ...plainField, separator: "above" };
const note = { id: "note", type: "label", required: false, label: "Thank you" };
const answer = { version: "1.2", form: { ...plainForm, fields: [field, note] } };

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

const home = makeRunFolder();
afterAll(() => removeFolder(home));
let output: Output;

beforeAll(async () => {
  const { folder } = await madeOutput("48..", { responses: "gated" });
  output = await importFrom<Output>(folder, "receiver/index.js");
});

const scanOf = (sender: object = {}): object =>
  scan({ sender: { branchNumber: 1, workplaceNumber: 1, ...sender } });

/** A receiver for a shop, which gives the status and body of each answer, and what was logged so far. */
function createEmitted({ createReceiver }: Output, version: string | undefined, options: object) {
  const stage = createStage();
  const subscriptions = { "shop-12": { secret, version } };
  const receiver = createReceiver({ subscriptions, handlers: {}, log: createLog(stage), ...options });
  return async (event: string, body: object): Promise<readonly unknown[]> => {
    const { status, body: answer } = await receiver.receive(toRawRequest(post({ event, body })));
    return [status, JSON.parse(answer) as unknown, stage.lines.map(({ message }) => message)];
  };
}

const scanAt = (version: string | undefined, options: object, body = scanOf()) =>
  createEmitted(output, version, options)("scanCode", body);

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
    const send = createEmitted(output, "48", {});
    await send("scanCode", newer);
    expect(await send("scanCode", newer)).toEqual([
      ...[200, {}],
      [
        'subscription "shop-12" is set to v48, but its shop runs v57 or later, because it sent /sender/hasReceiptPrinter',
      ],
    ]);
    expect((await scanAt("57", {}, newer)).at(-1)).toEqual([]);
  });

  it.each([
    [{ sender: { deviceType: "Mobile" } }, undefined, "48"],
    [{}, "selectRelation", "43.1.1"],
    ["nonsense", undefined, undefined],
  ])("tells its release by what it sends: %j, %s", (body, event, version) => {
    expect(output.inferVersion(body, event as "selectRelation" | undefined).version).toBe(version);
  });
});

describe.each([
  ["safe", {}],
  ["gated", { responses: "gated" }],
  ["gated for a list", { responses: "gated", versions: "10,30" }],
] as const)(
  "an event that the subscription's release does not have, with output that is %s",
  (mode, asked) => {
    let output: Output;
    beforeAll(async () => {
      const generation = await emit(partialSpec, "..", { targets: ["receiver"], ...asked });
      writeFiles(`${home}/${mode}`, transpile(collectFiles(generation)));
      output = await importFrom<Output>(`${home}/${mode}`, "receiver/index.js");
    });

    const contradicted = `subscription "shop-12" is set to v10, but its shop runs v20 or later, because it sent this event`;
    const answerWith = (event: "late" | "gone", pong: object, options = {}) => {
      const handlers = { [event]: () => ({ pong }) };
      const version = event === "late" ? "10" : "30";
      const send = createEmitted(output, version, { handlers, ...options });
      return send(event, { event: { eventBlocking: true }, ping: {} });
    };

    it("is answered with what every shop takes", async () => {
      expect(await answerWith("late", {})).toEqual([200, { pong: {} }, [contradicted]]);
    });
    if (mode !== "gated") return;

    it("is answered with what the release that added it takes", async () => {
      expect(await answerWith("late", { early: "a" })).toEqual([
        200,
        { pong: { early: "a" } },
        [contradicted],
      ]);
    });

    it("is answered with what every shop takes, where it is gone", async () => {
      expect(await answerWith("gone", {})).toEqual([200, { pong: {} }, []]);
    });

    it("is answered without what that release does not take, or not at all", async () => {
      const why = "was added in v30; this shop runs v20";
      const omitted = `omitted from the answer to late: \`latest\` ${why}.`;
      const trimmed = await answerWith("late", { latest: "a" }, omit);
      expect(trimmed).toEqual([200, { pong: {} }, [contradicted, omitted]]);
      const refused = `the late handler returned an invalid answer: /pong/latest: \`latest\` ${why}`;
      const logged: unknown = expect.arrayContaining([refused]);
      expect(await answerWith("late", { latest: "a" })).toEqual([500, fault, logged]);
    });
  },
);
