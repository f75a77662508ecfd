import { beforeAll, describe, expect, it } from "vitest";
import { scan } from "../conformance/requests.js";
import { importFrom } from "../workbench/folders.js";
import { madeOutput } from "../workbench/made-output.js";
import { createEmittedReceiver, type ReceiverOutput } from "./emitted-receiver.js";

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

let output: Output;

beforeAll(async () => {
  const { folder } = await madeOutput("48..", { responses: "gated" });
  output = await importFrom<Output>(folder, "receiver/index.js");
});

const scanOf = (sender: object): string =>
  JSON.stringify(scan({ sender: { branchNumber: 1, workplaceNumber: 1, ...sender } }));

async function scanAt(version: string | undefined, options: object = {}, sender: object = {}) {
  const handlers = { scanCode: () => answer };
  const { logged, send } = createEmittedReceiver(output, version, { handlers, ...options });
  const { status, text } = await send("scanCode", scanOf(sender));
  return { status, body: JSON.parse(text) as unknown, logged };
}
const omit = { unsupported: "omit" };
const lacksForm = "was added in v59; this shop runs v58";
const unknownFooter: unknown = expect.stringMatching(/: \/recieptFooter: unknown property\b/);

describe("a gated answer", () => {
  it.each<[string, string | undefined, object, status: number, sent: object | undefined, logged: unknown[]]>([
    ["passes for a shop that takes all of it", "59.3.4", {}, 200, answer, []],
    [
      "is refused for one that is too old, with the release that brought what it lacks",
      ...(["58", {}, 500, undefined] as const),
      [`the scanCode handler returned an invalid answer: /form ${lacksForm}`],
    ],
    [
      "loses what the shop does not take where that was asked for, and the rest is sent",
      ...(["58", omit, 200, { version: "1.2" }] as const),
      [`omitted from the answer to scanCode: \`form\` ${lacksForm}.`],
    ],
    [
      "loses only that: an option in an array, a field of a kind that came later",
      ...(["59.3", omit, 200, { version: "1.2", form: { ...answer.form, fields: [plainField] } }] as const),
      [expect.any(String), expect.any(String), expect.any(String)],
    ],
    [
      "is held against every shop where the release is not known",
      undefined,
      {},
      500,
      undefined,
      [expect.any(String)],
    ],
    [
      "is never trimmed where no release takes it",
      ...([
        "58",
        { ...omit, handlers: { scanCode: () => ({ ...answer, recieptFooter: {} }) } },
        500,
        undefined,
      ] as const),
      [unknownFooter],
    ],
  ])("%s", async (_name, ...[version, options, status, sent, logged]) => {
    const given = await scanAt(version, options);
    expect([given.status, given.logged]).toEqual([status, logged]);
    if (sent) expect(given.body).toEqual(sent);
  });
});

describe("a question that the shop does not have", () => {
  interface Asking {
    readonly ask: { readonly form: (form: object, beside?: object) => Promise<unknown> };
  }
  const form = { id: "f", title: "Who are you?", fields: [plainField] };
  const asks = async ({ ask }: Asking) => ({ message: [{ message: JSON.stringify(await ask.form(form)) }] });
  const catches = async ({ ask }: Asking) => {
    try {
      await ask.form(form);
      return {};
    } catch (error) {
      if (!(error instanceof output.QuestionError)) throw error;
      const { kind, version, problems } = error;
      return { message: [{ message: JSON.stringify({ kind, version, addedIn: problems[0]?.addedIn }) }] };
    }
  };

  it.each(["reject", "omit"])(
    "rejects ask, is told of with the release, and may be caught: %s",
    async (unsupported) => {
      const { status, logged } = await scanAt("58", { unsupported, handlers: { scanCode: asks } });
      expect(status).toBe(500);
      expect(logged).toEqual([
        `request failed with status 500: a shop on v58 cannot show this form: /form ${lacksForm}`,
      ]);
      const caught = await scanAt("58", { unsupported, handlers: { scanCode: catches } });
      const told = { kind: "form", version: "58", addedIn: "59" };
      expect([caught.status, caught.body]).toEqual([200, { message: [{ message: JSON.stringify(told) }] }]);
    },
  );

  it("cannot be put where the release is not known", async () => {
    const { status, logged } = await scanAt(undefined, { ...omit, handlers: { scanCode: asks } });
    expect(status).toBe(500);
    expect(logged[0]).toContain("a shop without a version cannot show this form: /form was added in v59");
  });

  it("is put where the shop has it, without the parts that it lacks", async () => {
    const scanCode = ({ ask }: Asking) => ask.form({ ...form, fields: [field] });
    const { status, body, logged } = await scanAt("59.3", { ...omit, handlers: { scanCode } });
    expect([status, body, logged.length]).toEqual([200, { form }, 1]);
  });

  it("is put together with what stands beside it, or not at all", async () => {
    const scanCode = ({ ask }: Asking) => ask.form(form, { recieptFooter: {} });
    const { status, logged } = await scanAt("59.3", { handlers: { scanCode } });
    expect([status, logged]).toEqual([500, [unknownFooter]]);
  });
});

describe("a shop whose requests contradict its subscription", () => {
  const newer = { hasReceiptPrinter: true };

  it("is reported once, with the proof", async () => {
    const { logged, send } = createEmittedReceiver(output, "48", {});
    for (let i = 0; i < 5; i++) await send("scanCode", scanOf(newer));
    expect(logged).toEqual([
      'subscription "shop" is set to v48, but its shop runs v57 or later, because it sent /sender/hasReceiptPrinter',
    ]);
    expect((await scanAt("57", { handlers: {} }, newer)).logged).toEqual([]);
  });

  it("tells its release by what it sends", () => {
    expect(output.inferVersion({ sender: { deviceType: "Mobile" } }).version).toBe("48");
    expect(output.inferVersion({ form: {} }, "scanCode").version).toBe("59");
    expect(output.inferVersion({}, "selectRelation").version).toBe("43.1.1");
    expect(output.inferVersion({ sender: {} }, "scanCode").version).toBeUndefined();
    expect(output.inferVersion("nonsense").version).toBeUndefined();
  });
});
