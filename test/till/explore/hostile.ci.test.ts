import { expect, it, vi } from "vitest";
import type { ExploreOptions } from "../../../generator/till/explore/explore.js";
import { getAt, parseJson, type JsonObject } from "../../../generator/base/json.js";
import { startTill } from "../../../generator/till/engine/start-till.js";
import type { Till, TillOptions } from "../../../generator/till/engine/till-types.js";
import { answerWith, readOne } from "../desk.js";
import { ownContract } from "../own-spec.js";
import { explore, shop } from "./exploring.js";

/** Explores a receiver, and records each till that it starts. */
async function exploreHostile(fetch: typeof globalThis.fetch, more: Partial<ExploreOptions> = {}) {
  const tills: Till[] = [];
  const start = (options: TillOptions): Till => {
    const till = startTill(ownContract(), options);
    tills.push(till);
    return till;
  };
  const result = await explore(fetch, { startTill: start, maxWalks: 2, maxExchanges: 60, ...more });
  return { ...result, tills };
}

const list = <T>(length: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length }, (_, index) => make(index));

const field = (index: number, more: JsonObject): JsonObject => ({
  id: `field${index}`,
  type: "text",
  label: "Field",
  required: true,
  ...more,
});

const form = (length: number, more: JsonObject): JsonObject => ({
  form: { id: "form", title: "Form", fields: list(length, (index) => field(index, more)) },
});

const dialog = (length: number, makeName: (index: number) => string): JsonObject => ({
  dialog: {
    dialogTitle: "Which?",
    required: true,
    allowMultipleOptions: true,
    dialogOptions: list(length, (optionId) => ({ optionId, optionName: makeName(optionId) })),
  },
});

const nest = (depth: number): string => `${"[".repeat(depth)}${"]".repeat(depth)}`;

const answers: readonly (readonly [name: string, answer: JsonObject | string])[] = [
  ["a field of 1e9 characters or more", form(1, { minimumLength: 1e9 })],
  ["500 fields of 2,000 characters or more", form(500, { minimumLength: 2000 })],
  ["a length below 0", form(1, { minimumLength: -5, maximumLength: -1 })],
  ["a number of 1e308 or more", form(1, { type: "number", minimumValue: 1e308 })],
  ["a pattern that nobody can meet", form(3, { regex: "(a+)+$" })],
  ["a field that is called __proto__", form(1, { id: "__proto__" })],
  ["an option with a name of 300 kB", dialog(1, () => "x".repeat(300_000))],
  ["an option with half a character that looks like a reference", dialog(1, () => "\ud800${secret}")],
  ["100,000 options", dialog(100_000, (index) => `Option ${index}`)],
  ["an error of 1 MB", { error: { code: "x".repeat(1_000_000), message: "x".repeat(1_000_000) } }],
  ["lists in lists in a question", `{"dialog":${nest(5000)}}`],
];

const expectWithin = ({ tills, found }: Awaited<ReturnType<typeof exploreHostile>>, limit: number): void => {
  // A till may be sending one more request.
  expect(Math.max(...tills.map(({ transcript }) => transcript.length))).toBeLessThanOrEqual(limit + 1);
  for (const { flaw, yaml, messages } of found) {
    expect(readOne(yaml).steps.length, flaw).toBeGreaterThan(0);
    expect(Math.max(0, ...messages.map(({ length }) => length))).toBeLessThan(1500);
  }
};

it.each(answers)("explore copes with an answer with %s", async (_, answer) => {
  const body = typeof answer === "string" ? answer : JSON.stringify(answer);
  expectWithin(await exploreHostile(answerWith(body)), 60);
});

/** Answers depend on the event's request. */
const answerBy =
  (make: (request: unknown) => JsonObject): typeof fetch =>
  (input, init) => {
    const request = parseJson(Buffer.from(init?.body as Uint8Array).toString());
    return answerWith(JSON.stringify(make(request)))(input, init);
  };

/** Each line adds two more lines. */
const addLines = answerBy((request) => {
  const lineId = getAt(request, ["addSessionLine", "line", "lineId"]);
  const line = { articleNumber: 1, text: "One more", quantity: 1, priceIncl: 1 };
  const lineAdditions = ["a", "b"].map((end) => ({ lineId: `${lineId as string}${end}`, ...line }));
  return lineId === undefined ? {} : { lineAdditions };
});
const poll = answerBy(() => ({ polling: { finished: false } }));

it.each([
  ["adds lines for each line", addLines],
  ["never ends what is polled", poll],
])("explore ends a walk at a receiver that %s", async (_, fetch) => {
  const till = { ...shop, fetch, settings: { additionsFireAdd: true } };
  const result = await exploreHostile(fetch, { till, maxWalks: 12 });
  expectWithin(result, 60);
  expect(Math.max(...result.tills.map(({ transcript }) => transcript.length))).toBeGreaterThanOrEqual(60);
});

it("explore ends when its time is over, also in the middle of a walk", async () => {
  let [now, sent] = [0, 0];
  const clock = vi.spyOn(performance, "now").mockImplementation(() => now);
  try {
    const { walks, found } = await exploreHostile(
      (input, init) => {
        now += 1000;
        sent += 1;
        return poll(input, init);
      },
      { time: 5000, maxWalks: 12 },
    );
    expect([found, walks > 0]).toEqual([[], true]);
    // The last request may be sent twice.
    expect(sent).toBeLessThanOrEqual(6);
  } finally {
    clock.mockRestore();
  }
});
