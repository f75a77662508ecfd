import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../generator/base/json.js";
import type { PageState } from "../../../generator/till/page/till-state.js";
import { withReceiver, type Handlers } from "../desk.js";
import { ownContract } from "../own-spec.js";
import { builtIn } from "../proof/built-in.js";
import { listFiles, readText } from "../../architecture/files.js";
import { signatureOf } from "../../conformance/signature.js";
import { readCases } from "../../workbench/cases.js";
import { openAt, toOpenTill, withTill, type OpenTill } from "./open-till.js";

interface Step {
  /** What a user does, by the path that the page posts it to. */
  readonly step?: JsonObject;
  readonly change?: JsonObject;
  /** The beginning of the page's complaint. */
  readonly says?: string;
  readonly sees?: JsonObject;
  readonly absent?: readonly string[];
  readonly numbers?: readonly string[];
}

interface Case {
  readonly name: string;
  readonly answers: Readonly<Record<string, readonly JsonObject[]>>;
  readonly steps: readonly Step[];
}

/** Gives these answers one after another, and the last one again and again. */
function toHandlers(answers: Case["answers"]): Handlers {
  const entries = Object.entries(answers).map(([event, list]) => {
    const left = [...list];
    return [event, () => (left.length > 1 ? left.shift() : left[0])];
  });
  return Object.fromEntries(entries) as Handlers;
}

async function look({ see }: OpenTill, { absent = [], numbers = [] }: Step): Promise<object> {
  const state = await see();
  const polls = state.wire.filter(({ event }) => event === "pollExternalPayment");
  const offersByEvent = Object.fromEntries(state.offers.map((offer) => [offer.event, offer]));
  const view = { ...state, offersByEvent, attemptsBesidesPolls: state.attempt - polls.length };
  const inPart = (part: unknown, name: string) => (part as Record<string, unknown> | undefined)?.[name];
  const typeAt = (path: string) => typeof path.split(".").reduce(inPart, view);
  return {
    ...view,
    absent: absent.filter((path) => typeAt(path) === "undefined"),
    numbers: numbers.filter((path) => typeAt(path) === "number"),
  };
}

async function take(till: OpenTill, given: Step): Promise<void> {
  const { step, change, says = "", sees, absent = [], numbers = [] } = given;
  const asked = step ?? change;
  if (asked) expect(await till.post(step ? "step" : "change", asked)).toMatch(says || /^$/);
  const wanted = { ...sees, absent, numbers };
  if (sees) await expect.poll(() => look(till, given), { timeout: 10_000 }).toMatchObject(wanted);
}

describe("the page shows", () => {
  it.each(readCases("page-state.yaml", import.meta) as readonly Case[])(
    "$name",
    async ({ answers, steps }) => {
      await withTill(toHandlers(answers), async (till) => {
        for (const step of steps) await take(till, step);
      });
    },
  );
});

/** The state of the page after this answer to one event. */
async function showState(body: string, status = 200): Promise<PageState> {
  const headers = { "Content-Type": "application/json", "X-Mplus-Signature": signatureOf(body) };
  const states: PageState[] = [];
  await withReceiver(
    () => Promise.resolve(new Response(body, { status, headers })),
    async (shop) => {
      const page = await openAt(shop);
      const { post, see } = toOpenTill(page, shop);
      await post("step", { completeSession: {} });
      states.push(await see(({ wire }) => wire.length > 0).finally(page.close));
    },
  );
  return states[0] ?? Promise.reject(new Error("The page has no state."));
}

const many = <T>(count: number, make: (at: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, at) => make(at));

const long = "\u200b".repeat(2 ** 17);
const footer = { barcode: { code: "x".repeat(500), codeType: "qrcode" } };

it.each([
  ["the name of a property", { [long]: 1 }, 200],
  ["an id", { lineDeletions: [{ lineId: long }] }, 200],
  ["the message of an error", { error: { code: long, message: long } }, 400],
  ["a list of codes to draw", { receiptFooter: many(5000, () => footer) }, 200],
  ["a list of oddities", { message: many(20_000, (at) => ({ [`a${at}`]: long.slice(0, 9) })) }, 200],
])("an answer with %s far too long does not make a page as long", async (_, answer, status) => {
  const { sale, ...state } = await showState(JSON.stringify(answer), status);
  expect(JSON.stringify(state).length).toBeLessThan(300_000);
  expect(JSON.stringify(sale).length).toBeLessThan(2_000_000);
});

const field = { type: "text", required: false };
const options = many(50_000, (at) => ({ id: `${at}`, label: `${at}` }));
const select = { ...field, id: "one", label: "One", type: "select", options };
const dialog = {
  ...{ dialogTitle: "Which?", required: false, allowMultipleOptions: false },
  dialogOptions: many(100_000, (optionId) => ({ optionId, optionName: `Option ${optionId}` })),
};
const toForm = (fields: readonly object[]) => ({ form: { id: "long", title: "All", fields } });

it.each([
  ["100,000 options", { dialog }],
  ["50,000 fields", toForm(options.map((each) => ({ ...field, ...each })))],
  ["a list of 50,000 options", toForm([select])],
])("only the first items of a question with %s are shown", async (_, answer) => {
  const { open, ...state } = await showState(JSON.stringify(answer));
  const lists = [
    open.dialog?.dialogOptions,
    open.form?.fields,
    open.form?.fields.flatMap((field) => ("options" in field ? field.options : [])),
  ];
  expect(Math.max(...lists.map((list) => list?.length ?? 0))).toBe(300);
  expect(open.note).toBe("Only the first 300 items of each list are shown.");
  expect(JSON.stringify([open, state]).length).toBeLessThan(300_000);
});

const nested = `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`;
const like = (pattern: RegExp) => expect.stringMatching(pattern) as string;

it.each([
  [
    "half a character in a name is escaped",
    '{"\\ud800":1}',
    { findings: [{ code: "unknown-property", message: like(/\\ud800/) }] },
  ],
  [
    "an answer that is nested too deeply is rejected",
    nested,
    {
      findings: [{ message: expect.stringMatching(/^The answer is not JSON/) as string }],
      answer: [like(/^\{"a":/)],
    },
  ],
])("the page shows that %s", async (_, body, shown) => {
  const { wire } = await showState(body);
  expect(wire[0]).toMatchObject({ state: "rejected", ...shown });
});

it("the wait for a poll begins when the user acts, however long the till was idle", async () => {
  const handlers: Handlers = { startExternalPayment: () => ({ externalPayment: { started: true } }) };
  const use = async ({ post, see }: OpenTill): Promise<void> => {
    const opened = Date.now();
    await expect.poll(() => Date.now() - opened).toBeGreaterThan(20);
    const begun = Date.now();
    await post("step", { startExternalPayment: {} });
    const { waits } = await see(({ waits }) => waits.length > 0);
    expect(waits[0]?.at).toBeGreaterThanOrEqual(begun + 60_000);
  };
  await withTill(handlers, use, { settings: { pollEvery: 60_000 } });
});

it("a bug of ours in a poll is reported, and the till goes on", async () => {
  const contract = ownContract();
  const poll = contract.model.events.find(({ name }) => name === "pollExternalPayment")?.request;
  const at: typeof contract.at = (release) => {
    const snapshot = contract.at(release);
    const object: typeof snapshot.object = (model) => {
      if (model === poll) throw new Error("the contract is broken");
      return snapshot.object(model);
    };
    return { ...snapshot, object };
  };
  const handlers: Handlers = { startExternalPayment: () => ({ externalPayment: { started: true } }) };
  const use = async ({ post, see }: OpenTill): Promise<void> => {
    await post("step", { scan: "1" });
    await post("step", { startExternalPayment: {} });
    expect(await see(({ problem }) => problem !== "")).toMatchObject({
      problem: expect.stringMatching(/bug in mplus-codegen.*the contract is broken$/) as string,
    });
    expect(await post("step", { scan: "2" })).toBe("");
  };
  await withTill(handlers, use, {}, { ...contract, at });
});

it("the page offers only articles and codes that are in scenarios or in the guide", () => {
  const page = readText("templates/served/areas.js");
  const offered = [...page.matchAll(/^ {2}\["([^"]*)", "|articleNumber: (\d+)/gm)].map(
    ([, code, article]) => code ?? article ?? "",
  );
  const known = JSON.stringify([...builtIn().values()]) + readText("docs/scenarios.md");
  expect(offered.length).toBeGreaterThan(10);
  expect(offered.filter((each) => !new RegExp(`\\b${each}\\b`).test(known))).toEqual([]);
});

it("the page names no event in its code", () => {
  const files = ["generator/till/page", "templates/served"].flatMap(listFiles);
  const names = ownContract().model.events.map(({ name }) => name);
  const named = files.flatMap((path) =>
    names
      .filter((name) => new RegExp(`\\b${name}\\b`).test(readText(path)))
      .map((name) => `${path}: ${name}`),
  );
  expect(named).toEqual([]);
});
