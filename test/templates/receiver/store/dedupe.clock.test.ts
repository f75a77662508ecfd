import { describe, expect, it } from "vitest";
import type { Store } from "../../../../templates/copied/receiver/store.js";
import { createMemoryStore } from "../../../../templates/copied/receiver/store.js";
import { bodyWith, createTestReceiver, type Options, type ScanCode } from "../fixture.js";
import { pause, useVirtualTime } from "../../../workbench/virtual-time.js";

useVirtualTime();

const occurrence = { eventCounter: 7, eventTimestamp: "2026-11-20T10:15:00.000+01:00", eventBlocking: true };
const bodyOf = (more: object = {}, event: object = {}) =>
  bodyWith({ event: { ...occurrence, ...event }, ...more });
const body = bodyOf();
const till = (workplaceNumber: number) => bodyOf({ sender: { branchNumber: 1, workplaceNumber } });
const polling = bodyOf({}, { eventPolling: true });
const nulls = bodyOf({}, { eventCounter: null, eventTimestamp: null });
const textual = bodyOf({}, { eventCounter: "7" });
const unnumbered = bodyWith({ event: { eventBlocking: true } });

function createCounting(dedupe: Options["dedupe"] = {}, more: Partial<Options> = {}) {
  let calls = 0;
  const answer = () => ({ message: [{ text: `call ${(calls += 1)}` }] });
  const handlers = { scanCode: answer };
  const { send, ...rest } = createTestReceiver({ dedupe, handlers, ...more });
  const tell = async (body: string) =>
    ((await send({ body })).body as { message?: { text: string }[] }).message?.[0]?.text;
  const status = async () => (await send({ body })).status;
  return { tell, status, send, ...rest };
}

describe("dedupe", () => {
  it.each<[name: string, second: string, isRepeat: boolean, first?: string]>([
    ["the same event", body, true],
    ["the same event, though its session has moved on", bodyOf({ session: {} }), true],
    ["another counter", bodyOf({}, { eventCounter: 8 }), false],
    [
      "the counter again after it was reset",
      bodyOf({}, { eventTimestamp: "2026-11-21T10:15:00.000+01:00" }),
      false,
    ],
    [
      "the same counter from a POS that was restarted",
      bodyOf({ sender: { instanceId: "a-new-one" } }),
      false,
    ],
    ["the same counter from another till, though neither names its instance", till(2), false, till(1)],
    ["the round after a dialog", bodyOf({ dialog: { selectedDialogOptionIds: [1] } }), false],
    ["the round after a form", bodyOf({ form: { id: "a", fields: [] } }), false],
    ["a poll: the POS repeats it by design", polling, false, polling],
    ["nulls in the place of its counter and its time", nulls, false, nulls],
    ["a text in the place of its counter", textual, false, textual],
    [
      "the same counter and time in another session",
      bodyOf({ session: { sessionId: "b" } }),
      false,
      bodyOf({ session: { sessionId: "a" } }),
    ],
    [
      "the same counter and time of another scan",
      bodyOf({ scanCode: { scannedCode: "2", codeType: "x" } }),
      false,
    ],
    ["an event without a number", unnumbered, false, unnumbered],
  ])("%s", async (_name, second, isRepeat, first = body) => {
    const { tell } = createCounting();
    expect(await tell(first)).toBe("call 1");
    expect(await tell(second)).toBe(isRepeat ? "call 1" : "call 2");
  });

  it("handles one of a hundred concurrent repeats", async () => {
    const { tell } = createCounting();
    const answers = await Promise.all(Array.from({ length: 100 }, () => tell(body)));
    expect(new Set(answers)).toEqual(new Set(["call 1"]));
  });

  it("shares first answers between processes, status and all", async () => {
    const error = { code: "SOLD_OUT", message: "Sold out." };
    const dedupe = { store: createMemoryStore(), keepErrors: true };
    const first = await createTestReceiver({ dedupe, handlers: { scanCode: () => ({ error }) } }).send({
      body,
    });
    expect(first).toEqual({ status: 400, body: { error }, code: "SOLD_OUT" });
    expect(await createCounting(dedupe).send({ body })).toEqual(first);
  });

  it("waits for another process that is handling the event", async () => {
    const dedupe = { store: createMemoryStore() };
    const slow: ScanCode = () => pause(20).then(() => ({ message: [{ text: "slow" }] }));
    const first = createCounting(dedupe, { handlers: { scanCode: slow } }).status();
    const second = createCounting(dedupe).tell(body);
    expect([await first, await second]).toEqual([200, "slow"]);
  });

  it.each<[string, Options["dedupe"], statuses: number[]]>([
    [
      "tries again after a fault, an invalid answer, or an error that the handler answered",
      {},
      [500, 500, 400, 200, 200],
    ],
    ["does not after an error that is kept", { keepErrors: true }, [500, 500, 400, 400, 400]],
  ])("%s", async (_name, dedupe, statuses) => {
    const answers: unknown[] = [
      new Error("away"),
      { foo: 1 },
      { error: { code: "X", message: "" } },
      { message: [] },
    ];
    const scanCode = (() => {
      const next = answers.shift();
      if (next instanceof Error) throw next;
      return next;
    }) as ScanCode;
    const { status } = createCounting(dedupe, { handlers: { scanCode } });
    for (const want of statuses) expect(await status()).toBe(want);
  });

  it("forgets first answers after a while", async () => {
    const { tell } = createCounting({ keepFor: 1 });
    await tell(body);
    await pause(10);
    expect(await tell(body)).toBe("call 2");
  });

  it("handles events while its store fails, and logs it", async () => {
    const fails = () => Promise.reject(new Error("no connection"));
    const { tell, lines } = createCounting({ store: { add: fails, set: fails, delete: fails } });
    expect([await tell(body), await tell(body)]).toEqual(["call 1", "call 2"]);
    expect(lines.slice(0, 2)).toMatchObject([
      ["error", {}, "the store for deliveries failed: no connection"],
      ["error", {}, "the store for first answers failed: no connection"],
    ]);
  });
});

describe("what a store is given", () => {
  function createOpen() {
    const texts = new Map<string, string>();
    const store: Store = {
      add(key, text) {
        const before = texts.get(key);
        if (before === undefined) texts.set(key, text);
        return before;
      },
      set: (key, text) => texts.set(key, text),
      delete: (key) => texts.delete(key),
    };
    return { texts, store };
  }

  it.each<[string, (text: string, other: string) => string, answer: string]>([
    ["was put there", (text) => text, "call 1"],
    ["has no seal: it is not taken", () => '[200,"","{}"]', "handled"],
    ["has the seal of another text: nor is that", (text) => `${text.split(" ")[0]} [200,"","{}"]`, "handled"],
    ["was cut off: nor is that", (text) => text.slice(0, -1), "handled"],
    ["is empty: nor is that", () => "", "handled"],
    ["was moved from another key: nor is that", (_text, other) => other, "handled"],
  ])("comes back by a text that %s", async (_name, forge, answer) => {
    const { texts, store } = createOpen();
    const { tell } = createCounting({ store });
    await tell(body);
    const own = [...texts.keys()];
    await tell(bodyOf({}, { eventCounter: 8 }));
    const others = [...texts.values()].slice(own.length);
    for (const [index, key] of own.entries())
      texts.set(key, forge(texts.get(key) ?? "", others[index] ?? ""));
    const handlers = { scanCode: () => ({ message: [{ text: "handled" }] }) };
    expect(await createCounting({ store }, { handlers }).tell(body)).toBe(answer);
  });
});
