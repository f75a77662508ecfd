import { beforeAll, describe, expect, it } from "vitest";
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

/** A form as v59.3.4 takes it, beside something that every shop takes. */
const field = { id: "name", type: "text", required: true, label: "Name", separator: "above" };
const note = { id: "note", type: "label", required: false, label: "Thank you" };
const answer = { version: "1.2", form: { id: "f", title: "Who are you?", fields: [field, note] } };

const plainField = { id: "name", type: "text", required: true, label: "Name" };

let output: Output;

beforeAll(async () => {
  const { folder } = await madeOutput("48..", { responses: "gated" });
  output = await importFrom<Output>(folder, "receiver/index.js");
});

const scan = (sender: object = {}): string =>
  JSON.stringify({
    event: { eventBlocking: true, eventCounter: 1, eventTimestamp: "2026-11-20T10:00:00.000+01:00" },
    sender: { branchNumber: 1, workplaceNumber: 1, ...sender },
    session: { sessionId: "0f8fad5b-d9cb-469f-a165-70867728950e" },
    scanCode: { scannedCode: "1", codeType: "barcode" },
  });

/** Sends a scan to a shop's receiver. */
async function scanAt(version: string | undefined, options: object = {}, sender: object = {}) {
  const handlers = { scanCode: () => answer };
  const { logged, send } = createEmittedReceiver(output, version, { handlers, ...options });
  const { status, text } = await send("scanCode", scan(sender));
  return { status, body: JSON.parse(text) as unknown, logged };
}

describe("a gated answer", () => {
  it("passes for a shop that takes all of it", async () => {
    expect(await scanAt("59.3.4")).toEqual({ status: 200, body: answer, logged: [] });
  });

  it("is refused for one that is too old, with the release that brought what it lacks", async () => {
    const { status, logged } = await scanAt("58");
    expect(status).toBe(500);
    expect(logged).toEqual([
      "the handler of scanCode gave an invalid answer: /form: `form` was added in v59; this shop runs v58.",
    ]);
  });

  it("loses what the shop does not take where that was asked for, and the rest is sent", async () => {
    const { status, body, logged } = await scanAt("58", { unsupported: "omit" });
    expect([status, body]).toEqual([200, { version: "1.2" }]);
    expect(logged).toEqual([
      "scanCode: left out of the answer: `form` was added in v59; this shop runs v58.",
    ]);
  });

  it("loses only that: an option in an array, a field of a kind that came later", async () => {
    const { status, body, logged } = await scanAt("59.3", { unsupported: "omit" });
    const form = { ...answer.form, fields: [plainField] };
    expect([status, body]).toEqual([200, { version: "1.2", form }]);
    expect(logged).toHaveLength(3);
  });

  it("is held against every shop where the release is not known", async () => {
    expect((await scanAt(undefined)).status).toBe(500);
  });

  it("is never trimmed where no release takes it", async () => {
    const handlers = { scanCode: () => ({ ...answer, recieptFooter: {} }) };
    const { status, logged } = await scanAt("58", { unsupported: "omit", handlers });
    expect(status).toBe(500);
    expect(logged[0]).toContain('There is no property "recieptFooter" here.');
  });

  it("cannot be given by a shop outside the fleet", async () => {
    await expect(scanAt("47")).rejects.toThrow("47");
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

  it.each(["reject", "omit"])("rejects ask, and is told of with the release: %s", async (unsupported) => {
    const { status, logged } = await scanAt("58", { unsupported, handlers: { scanCode: asks } });
    expect(status).toBe(500);
    expect(logged).toEqual([
      "a request was answered with status 500: the form cannot be put to a shop of v58: " +
        "/form: `form` was added in v59; this shop runs v58.",
    ]);
  });

  it.each(["reject", "omit"])("may be caught, and something else be done: %s", async (unsupported) => {
    const { status, body } = await scanAt("58", { unsupported, handlers: { scanCode: catches } });
    const told = { kind: "form", version: "58", addedIn: "59" };
    expect([status, body]).toEqual([200, { message: [{ message: JSON.stringify(told) }] }]);
  });

  it("cannot be put where the release is not known", async () => {
    const { status, logged } = await scanAt(undefined, { unsupported: "omit", handlers: { scanCode: asks } });
    expect(status).toBe(500);
    expect(logged[0]).toContain("the form cannot be put to a shop without a version: /form: ");
  });

  it("is put where the shop has it, without the parts that it lacks", async () => {
    const separated = { ...form, fields: [field] };
    const handlers = { scanCode: ({ ask }: Asking) => ask.form(separated) };
    const { status, body, logged } = await scanAt("59.3", { unsupported: "omit", handlers });
    expect([status, body]).toEqual([200, { form }]);
    expect(logged).toHaveLength(1);
  });

  it("is put together with what stands beside it, or not at all", async () => {
    const handlers = { scanCode: ({ ask }: Asking) => ask.form(form, { recieptFooter: {} }) };
    const { status, logged } = await scanAt("59.3", { handlers });
    expect(status).toBe(500);
    expect(logged[0]).toContain('There is no property "recieptFooter" here.');
  });
});

describe("a shop whose requests contradict its subscription", () => {
  const newer = { hasReceiptPrinter: true };

  it("is reported, with the proof", async () => {
    const { logged } = await scanAt("48", { handlers: {} }, newer);
    expect(logged).toEqual([
      'subscription "shop" is set to v48, but its shop runs v57 or later: its request has /sender/hasReceiptPrinter',
    ]);
    expect((await scanAt("57", { handlers: {} }, newer)).logged).toEqual([]);
  });

  it("is reported once", async () => {
    const { logged, send } = createEmittedReceiver(output, "48", {});
    for (let i = 0; i < 5; i++) await send("scanCode", scan(newer));
    expect(logged).toHaveLength(1);
  });

  it("tells its release by what it sends", () => {
    expect(output.inferVersion({ sender: { deviceType: "Mobile" } }).version).toBe("48");
    expect(output.inferVersion({ form: {} }, "scanCode").version).toBe("59");
    expect(output.inferVersion({}, "selectRelation").version).toBe("43.1.1");
    expect(output.inferVersion({ sender: {} }, "scanCode").version).toBeUndefined();
    expect(output.inferVersion("nonsense").version).toBeUndefined();
  });
});
