import { describe, expect, it } from "vitest";
import { createMemoryStore } from "../../../../templates/copied/receiver/base/store.js";
import type { Store } from "../../../../templates/copied/receiver/base/options.js";
import { bodyWith, createTestReceiver, numbered, type Options, type ScanCode } from "../fixture.js";
import { pause, useVirtualTime } from "../../../workbench/virtual-time.js";

useVirtualTime();

const body = numbered();
const till = (workplaceNumber: number) => numbered({}, { sender: { branchNumber: 1, workplaceNumber } });
const session = (sessionId: string) => numbered({}, { session: { sessionId } });
const polling = numbered({ eventPolling: true });
const nulls = numbered({ eventCounter: null, eventTimestamp: null });
const textual = numbered({ eventCounter: "7" });
const unnumbered = bodyWith({ event: { eventBlocking: true } });

function createCounting(dedupe: Options["dedupe"] = {}, answer?: ScanCode) {
  let calls = 0;
  const scanCode = answer ?? (() => ({ message: [{ text: `call ${(calls += 1)}` }] }));
  const { send, lines } = createTestReceiver({ dedupe, handlers: { scanCode } });
  const tell = async (body: string) =>
    ((await send({ body })).body as { message?: { text: string }[] }).message?.[0]?.text;
  return { tell, send, lines };
}

describe("dedupe", () => {
  it.each<[name: string, second: string, isRepeat: boolean, first?: string]>([
    ["the same event", body, true],
    ["the same event after its session has moved on", numbered({}, { session: {} }), true],
    ["another counter", numbered({ eventCounter: 8 }), false],
    ["a counter that was reset", numbered({ eventTimestamp: "2026-11-21T10:15:00.000+01:00" }), false],
    ["the counter of a POS that was restarted", numbered({}, { sender: { instanceId: "new" } }), false],
    ["the counter of another till", till(2), false, till(1)],
    ["the round after a dialog", numbered({}, { dialog: { selectedDialogOptionIds: [1] } }), false],
    ["the round after a form", numbered({}, { form: { id: "a", fields: [] } }), false],
    ["a poll, which the POS repeats by design", polling, false, polling],
    ["nulls as the counter and the time", nulls, false, nulls],
    ["a text as the counter", textual, false, textual],
    ["the counter and time of another session", session("b"), false, session("a")],
    [
      "the counter and time of another scan",
      numbered({}, { scanCode: { scannedCode: "2", codeType: "x" } }),
      false,
    ],
    ["an event without a number", unnumbered, false, unnumbered],
  ])("recognizes a repeat or not: %s", async (_name, second, isRepeat, first = body) => {
    const { tell } = createCounting();
    expect(await tell(first)).toBe("call 1");
    expect(await tell(second)).toBe(isRepeat ? "call 1" : "call 2");
  });

  it("handles one of a hundred concurrent repeats", async () => {
    const { tell } = createCounting();
    const answers = await Promise.all(Array.from({ length: 100 }, () => tell(body)));
    expect(new Set(answers)).toEqual(new Set(["call 1"]));
  });

  it("shares first answers between processes, with status and code, and waits for them", async () => {
    const error = { code: "SOLD_OUT", message: "Sold out." };
    const dedupe = { store: createMemoryStore(), keepErrors: true };
    const first = createCounting(dedupe, () => pause(20).then(() => ({ error }))).send({ body });
    const second = createCounting(dedupe).send({ body });
    expect(await first).toEqual({ status: 400, body: { error }, code: "SOLD_OUT" });
    expect(await second).toEqual(await first);
  });

  it.each<[string, Options["dedupe"], statuses: number[]]>([
    ["tries again after a fault, an invalid answer, or an error answer", {}, [500, 500, 400, 200, 200]],
    ["keeps an error answer if it should", { keepErrors: true }, [500, 500, 400, 400, 400]],
  ])("%s", async (_name, dedupe, statuses) => {
    const error = { code: "X", message: "" };
    const answers: unknown[] = [new Error("away"), { foo: 1 }, { error }, { message: [] }];
    const scanCode = (() => {
      const next = answers.shift();
      if (next instanceof Error) throw next;
      return next;
    }) as ScanCode;
    const { send } = createCounting(dedupe, scanCode);
    for (const want of statuses) expect((await send({ body })).status).toBe(want);
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

  it.each<[string, (text: string, other: string) => string, answer: string]>([
    ["takes its own text from a store", (text) => text, "call 1"],
    ["takes no text without a seal", () => '[200,"","{}"]', "handled"],
    ["takes no text with another text's seal", (text) => `${text.split(" ")[0]} [200,"","{}"]`, "handled"],
    ["takes no text that was cut off", (text) => text.slice(0, -1), "handled"],
    ["takes no empty text", () => "", "handled"],
    ["takes no text of another key", (_text, other) => other, "handled"],
  ])("%s", async (_name, forge, answer) => {
    const texts = new Map<string, string>();
    const store: Store = {
      add(key, text) {
        const before = texts.get(key);
        texts.set(key, before ?? text);
        return before;
      },
      set: (key, text) => texts.set(key, text),
      delete: (key) => texts.delete(key),
    };
    const { tell } = createCounting({ store });
    await tell(body);
    const own = [...texts.keys()];
    await tell(numbered({ eventCounter: 8 }));
    const others = [...texts.values()].slice(own.length);
    for (const [at, key] of own.entries()) texts.set(key, forge(texts.get(key) ?? "", others[at] ?? ""));
    const handling = createCounting({ store }, () => ({ message: [{ text: "handled" }] }));
    expect(await handling.tell(body)).toBe(answer);
  });
});
