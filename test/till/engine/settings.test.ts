import { afterEach, expect, it } from "vitest";
import { createTill } from "../../../generator/till.js";
import table from "../../../generator/till/engine/settings.json" with { type: "json" };
import type { TillOptions } from "../../../generator/till/engine/till.js";
import { startTill } from "../../../generator/till/engine/start-till.js";
import { getAt, type JsonObject } from "../../../generator/base/json.js";
import { newestRelease } from "./newest-release.js";
import { secret } from "../../conformance/signature.js";
import { setUpDesk, type Answerer, type Desk } from "./server.js";
import { ownContract } from "../own-spec.js";

let desk: Desk | undefined;
afterEach(() => desk?.end());

const lineId = "0f8fad5b-d9cb-469f-a165-70867728950e";
const line = { lineId, articleNumber: 12, priceIncl: 10, quantity: 3 };
const discountId = "16fd2706-8baf-433b-82eb-8c7fada847da";
const pay =
  (answer: (event: string) => JsonObject): Answerer =>
  (event, request) => ({
    externalPayment: {
      externalPaymentId: getAt(request, ["externalPayment", "externalPaymentId"]) ?? "",
      ...answer(event),
    },
  });
const started = pay(() => ({ started: true }));
const unwell: Answerer = () => ({ status: 500, text: "" });

interface SettingCase {
  readonly setting: keyof typeof table;
  readonly answer: Answerer;
  readonly options?: Partial<TillOptions>;
  readonly see: (desk: Desk) => unknown;
  readonly want: readonly unknown[];
}

const add = ({ till }: Desk) => till.send("addSessionLine", { line });
const judgeAdded = async (desk: Desk) => (await add(desk)).verdict.kind;
const startPayment =
  (...path: readonly string[]) =>
  async ({ till }: Desk) =>
    getAt((await till.send("startExternalPayment")).request, path);
const readPaid = async (desk: Desk) => {
  await add(desk);
  const { request } = await desk.till.send("completeSession");
  return (getAt(request, ["completeSession", "payments"]) as readonly JsonObject[])[0]?.["amount"];
};
const afterAdding = (see: (desk: Desk) => unknown) => async (desk: Desk) => {
  await add(desk);
  await desk.till.wait(3000);
  return see(desk);
};
const events = ({ got }: Desk): string[] => got.map(({ event }) => event);

const cases: readonly SettingCase[] = [
  {
    setting: "pollEvery",
    answer: started,
    want: [2000, 5000],
    see: async (each) => {
      await startPayment()(each);
      return each.till.pending[0]?.at;
    },
  },
  {
    setting: "afterFailure",
    answer: unwell,
    want: [1, 0],
    see: afterAdding(({ till }) => till.session.lines.length),
  },
  {
    setting: "repeatAfterFailure",
    answer: unwell,
    want: [1, 2],
    see: afterAdding(({ got }) => got.length),
  },
  {
    setting: "refusalsMustBeSigned",
    want: ["failed", "refused"],
    see: judgeAdded,
    answer: () => ({ status: 400, text: "", isUnsigned: true }),
  },
  {
    setting: "answersWithoutWaiting",
    answer: () => ({ lockSession: true }),
    want: [false, true],
    options: { events: { addSessionLine: { blocking: false } } },
    see: afterAdding(({ till }) => till.session.locked),
  },
  {
    setting: "unknownKeys",
    answer: () => ({ ok: true }),
    see: judgeAdded,
    want: ["refused", "taken"],
  },
  {
    setting: "callback",
    answer: started,
    want: ["undefined", "string"],
    see: async (each) => typeof (await startPayment("externalPayment", "callbackUrl")(each)),
  },
  {
    setting: "paymentPolling",
    answer: started,
    want: [undefined, true, false],
    see: startPayment("event", "eventPolling"),
  },
  {
    setting: "discountAmountIsFor",
    want: [29, 27],
    see: readPaid,
    answer: () => ({ lineChanges: [{ lineId, externalDiscount: { discountId, discountAmount: 1 } }] }),
  },
  { setting: "priceIsFor", answer: () => ({}), see: readPaid, want: [30, 10] },
  {
    setting: "relationFiresSelect",
    answer: (event) => (event === "scanCode" ? { scanCode: { recognized: true, relationNumber: 12 } } : {}),
    see: async (each) => {
      await each.till.scan("LOYAL-12");
      await each.till.wait(3000);
      return events(each);
    },
    want: [["scanCode"], ["scanCode", "selectRelation"]],
  },
  {
    setting: "additionsFireAdd",
    answer: (_, request) => {
      const added = getAt(request, ["addSessionLine", "line", "articleNumber"]);
      return added === 12 ? { lineAdditions: [{ articleNumber: 99 }] } : {};
    },
    see: afterAdding((each) => [events(each), each.till.session.lines.length]),
    want: [
      [["addSessionLine"], 2],
      [["addSessionLine", "addSessionLine"], 2],
    ],
  },
  {
    setting: "extLineComesBack",
    answer: (event) =>
      event === "addSessionLine" ? { lineAdditions: [{ articleNumber: 99, extLine: "x" }] } : {},
    see: afterAdding(async ({ till }) => {
      const { request } = await till.send("startPayment");
      return JSON.stringify(request).includes('"extLine":"x"');
    }),
    want: [false, true],
  },
  {
    setting: "anyLineMayBeDeleted",
    see: judgeAdded,
    want: ["refused", "taken"],
    answer: () => ({ lineDeletions: [{ lineId }] }),
  },
  {
    setting: "amountMayBeChanged",
    answer: pay((event) =>
      event === "startExternalPayment" ? { started: true } : { confirmed: true, finalAmount: 12 },
    ),
    see: async ({ till }) => {
      await till.send("startExternalPayment", { amount: 10 });
      await till.wait(9000);
      return till.session.payments[0]?.["amount"];
    },
    want: [10, 12],
  },
  {
    setting: "productName",
    answer: () => ({}),
    want: [undefined, "Handheld"],
    options: { product: "handheld" },
    see: async (each) => getAt((await add(each)).request, ["sender", "productName"]),
  },
  {
    setting: "reportRepeatsEvent",
    answer: () => ({ mesage: [] }),
    see: afterAdding(({ reports }) => Object.keys(reports[0]?.request ?? {})),
    want: [
      ["error", "original"],
      ["event", "sender", "error", "original"],
    ],
  },
];

const rows = cases.flatMap(({ setting, want, ...rest }) =>
  want.map((seen, index) => ({ ...rest, setting, value: table[setting].values[index], seen })),
);

it.each(rows)("$setting: $value", async ({ setting, value, answer, options, see, seen }) => {
  desk = await setUpDesk(answer, { ...options, settings: { [setting]: value } });
  expect(await see(desk)).toEqual(seen);
});

it("each setting is tried, with its default first, and follows from a question or a setting of the POS", () => {
  const tried = cases.map(({ setting }) => setting);
  expect(Object.keys(table).filter((name) => !tried.includes(name as keyof typeof table))).toEqual([
    "answerDeadline",
  ]);
  const questions = ownContract().model.questions.map(({ id }) => id);
  const known = Object.values(table).filter(
    (each) => !("question" in each) || questions.includes(each.question),
  );
  expect(known.length).toBe(Object.keys(table).length);
  for (const { setting, want } of cases) expect(want.length).toBe(table[setting].values.length);
});

it("answerDeadline: a till does not wait for ever", async () => {
  desk = await setUpDesk(() => new Promise(() => undefined), { settings: { answerDeadline: 50 } });
  const { verdict } = await add(desk);
  expect(verdict).toMatchObject({ kind: "silent", findings: [{ code: "deadline" }] });
});

it.each(["localhost:3000", "ftp://localhost", "not a url"])("createTill refuses the URL %s", (url) => {
  expect(() => createTill({ url, subscription: "x", secret })).toThrow(
    "The URL must start with http:// or https://.",
  );
});

it("a line that is gone, and a customer who was replaced, are no longer reported", async () => {
  const added = { lineId, articleNumber: 99 };
  const answers: Readonly<Record<string, JsonObject>> = {
    scanCode: { scanCode: { recognized: true, relationNumber: 12 }, lineAdditions: [added] },
    startSession: { lineAdditions: [{ ...added, lineId: discountId }] },
    removeSessionLine: { lineDeletions: [{ lineId: discountId }] },
  };
  const settings = { additionsFireAdd: true, relationFiresSelect: true };
  desk = await setUpDesk((event) => answers[event] ?? {}, { settings });
  const { till, got } = desk;
  await till.send("startSession");
  await till.scan("LOYAL-12");
  await till.send("selectRelation", { relation: { relationNumber: 13 } });
  await till.send("removeSessionLine", { line: { lineId } });
  await till.wait(10_000);
  expect(got.map(({ event }) => event)).toEqual([
    "startSession",
    "scanCode",
    "selectRelation",
    "removeSessionLine",
  ]);
});

it.each([
  [{ settings: { pollEvry: 5 } }, 'Unknown setting "pollEvry". Did you mean pollEvery?'],
  [{ settings: { unknownKeys: "taken" } }, "The setting `unknownKeys` must be refused or ignored."],
  [{ settings: { pollEvery: "5" } }, "The setting `pollEvery` must be a number of 0 or more."],
  [{ settings: { pollEvery: NaN } }, "The setting `pollEvery` must be a number of 0 or more."],
  [{ settings: { answerDeadline: -1 } }, "The setting `answerDeadline` must be a number of 0 or more."],
  [{ settings: { productName: 5 } }, "The setting `productName` must be a string."],
  [{ settings: { callback: "yes" } }, "The setting `callback` must be false or true."],
  [{ product: "desktop" }, 'Unknown product "desktop". Expected one of: pos, '],
  [{ release: "999" }, `v999 is unknown: the newest known release is v${newestRelease}.`],
  [{ release: "new" }, '"new" is not a release: write 48, 59.3 or 59.3.4.'],
  [{ events: { scanCod: {} } }, 'Unknown event "scanCod". Did you mean scanCode?'],
  [{ secret: undefined }, "The secret must be base64 of 16 bytes or more, as the back office shows it."],
  [{ subscription: "a\r\nX-Evil: 1" }, "The subscription must be a string that is valid in a header."],
  [{ clock: "fast" }, "The clock must be real or virtual."],
  [{ relaese: "48" }, 'Unknown option "relaese". Did you mean release?'],
  [{ secret: "c2VjcmV0" }, "The secret must be base64 of 16 bytes or more, as the back office shows it."],
])("an option at fault is refused: %j", (options, message) => {
  const all = { url: "http://localhost", subscription: "x", secret, ...options } as unknown as TillOptions;
  expect(() => startTill(ownContract(), all)).toThrow(message);
});
