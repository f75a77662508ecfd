import { expect, it } from "vitest";
import { createTill } from "../../../generator/till-api.js";
import table from "../../../generator/till/engine/settings.json" with { type: "json" };
import type { TillOptions } from "../../../generator/till/engine/till-types.js";
import { getAt, getOwn, type Json, type JsonObject } from "../../../generator/base/json.js";
import { readCases } from "../../workbench/cases.js";
import { answerPayment, newestRelease, openDesk, secret, type Answerer, type Desk } from "../desk.js";

const lineId = "0f8fad5b-d9cb-469f-a165-70867728950e";
const line = { lineId, articleNumber: 12, priceIncl: 10, quantity: 3 };
const discountId = "16fd2706-8baf-433b-82eb-8c7fada847da";
const nothing: Answerer = () => ({});
const started = answerPayment(() => ({ started: true }));
const unwell: Answerer = () => ({ status: 500, text: "" });

/** A discount on the line that is added, if it is ours. */
const giveDiscount =
  (discount: JsonObject): Answerer =>
  (event, request) =>
    event === "addSessionLine" && getAt(request, ["addSessionLine", "line", "lineId"]) === lineId
      ? { lineChanges: [{ lineId, externalDiscount: { discountId, ...discount } }] }
      : {};

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
const listEvents = ({ got }: Desk): string[] => got.map(({ event }) => event);

/** An answer, what is seen at the till, and the result for each value of the setting. */
type SettingCase = readonly [
  setting: keyof typeof table,
  answer: Answerer,
  see: (desk: Desk) => unknown,
  want: readonly unknown[],
  options?: Partial<TillOptions>,
];

const cases: readonly SettingCase[] = [
  [
    "pollEvery",
    started,
    async (desk) => {
      await startPayment()(desk);
      return desk.till.pending[0]?.at;
    },
    [2000, 5000],
  ],
  ["afterFailure", unwell, afterAdding(({ till }) => till.session.lines.length), [1, 0]],
  ["repeatAfterFailure", unwell, afterAdding(({ got }) => got.length), [1, 2]],
  [
    "refusalsMustBeSigned",
    () => ({ status: 400, text: "", isUnsigned: true }),
    judgeAdded,
    ["failed", "refused"],
  ],
  [
    "answersWithoutWaiting",
    () => ({ lockSession: true }),
    afterAdding(({ till }) => till.session.locked),
    [false, true],
    { events: { addSessionLine: { blocking: false } } },
  ],
  ["unknownKeys", () => ({ ok: true }), judgeAdded, ["refused", "taken"]],
  [
    "callback",
    started,
    async (desk) => {
      const url = await startPayment("externalPayment", "callbackUrl")(desk);
      await desk.till.close();
      return typeof url;
    },
    ["undefined", "string"],
  ],
  ["paymentPolling", started, startPayment("event", "eventPolling"), [undefined, true, false]],
  ["discountAmountIsFor", giveDiscount({ discountAmount: 1 }), readPaid, [29, 27]],
  ["priceIsFor", nothing, readPaid, [30, 10]],
  [
    "priceIs",
    giveDiscount({ discountPercentage: 5 }),
    async (desk) => {
      await add(desk);
      const { session, updateSessionLine: changed } = (await desk.till.send("updateSessionLine")).request;
      return [(getOwn(session, "lines") as Json[])[0], getOwn(changed, "line")].map((sent) =>
        getOwn(sent, "priceIncl"),
      );
    },
    [
      [10, 10],
      [9.5, 9.5],
    ],
  ],
  ["discountOrder", giveDiscount({ discountPercentage: 10, discountAmount: 1 }), readPaid, [26, 26.1]],
  [
    "roundedPer",
    giveDiscount({ discountPercentage: 10 }),
    async (desk) => {
      const half = { priceIncl: 0.25, discountPercentage: 10 };
      for (const articleNumber of [1, 2])
        await desk.till.send("addSessionLine", { line: { ...half, articleNumber } });
      const { request } = await desk.till.send("startExternalPayment");
      return getAt(request, ["externalPayment", "amount"]);
    },
    [0.46, 0.45],
  ],
  [
    "totalInclAmount",
    giveDiscount({ discountPercentage: 5 }),
    async (desk) => {
      await add(desk);
      return getAt((await desk.till.send("startPayment")).request, ["session", "totalInclAmount"]);
    },
    [undefined, 28.5, 30],
  ],
  [
    "relationFiresSelect",
    (event) => (event === "scanCode" ? { scanCode: { recognized: true, relationNumber: 12 } } : {}),
    async (desk) => {
      await desk.till.scan("LOYAL-12");
      await desk.till.wait(3000);
      return listEvents(desk);
    },
    [["scanCode"], ["scanCode", "selectRelation"]],
  ],
  [
    "additionsFireAdd",
    (_, request) => {
      const added = getAt(request, ["addSessionLine", "line", "articleNumber"]);
      return added === 12 ? { lineAdditions: [{ articleNumber: 99 }] } : {};
    },
    afterAdding((desk) => [listEvents(desk), desk.till.session.lines.length]),
    [
      [["addSessionLine"], 2],
      [["addSessionLine", "addSessionLine"], 2],
    ],
  ],
  ["anyLineMayBeDeleted", () => ({ lineDeletions: [{ lineId }] }), judgeAdded, ["refused", "taken"]],
  [
    "amountMayBeChanged",
    answerPayment((event) =>
      event === "startExternalPayment" ? { started: true } : { confirmed: true, finalAmount: 12 },
    ),
    async ({ till }) => {
      await till.send("startExternalPayment", { amount: 10 });
      await till.wait(9000);
      return till.session.payments[0]?.["amount"];
    },
    [10, 12],
  ],
  [
    "productName",
    nothing,
    async (desk) => getAt((await add(desk)).request, ["sender", "productName"]),
    [undefined, "Handheld"],
    { product: "handheld" },
  ],
  [
    "reportRepeatsEvent",
    () => ({ mesage: [] }),
    afterAdding(({ reports }) => Object.keys(reports[0]?.request ?? {})),
    [
      ["error", "original"],
      ["event", "sender", "error", "original"],
    ],
  ],
];

const rows = cases.flatMap(([setting, answer, see, want, options]) =>
  want.map((seen, index) => ({ setting, value: table[setting].values[index], answer, see, seen, options })),
);

it.each(rows)("$setting: $value", async ({ setting, value, answer, see, seen, options }) => {
  expect(await see(openDesk(answer, { ...options, settings: { [setting]: value } }))).toEqual(seen);
});

it("each setting is tried, with its default first, and follows from a question or a setting of the POS", () => {
  const tried = new Map(cases.map(([setting, , , want]) => [setting as string, want.length]));
  for (const [name, setting] of Object.entries(table)) {
    if (name !== "answerDeadline") expect([name, tried.get(name)]).toEqual([name, setting.values.length]);
    expect("question" in setting || "setting" in setting, name).toBe(true);
  }
});

it("answerDeadline: a till does not wait forever", async () => {
  const desk = openDesk(() => new Promise(() => undefined), { settings: { answerDeadline: 50 } });
  expect((await add(desk)).verdict).toMatchObject({ kind: "silent", findings: [{ code: "deadline" }] });
});

it("a line that is gone, and a customer who was replaced, are no longer reported", async () => {
  const added = { lineId, articleNumber: 99 };
  const answers: Readonly<Record<string, JsonObject>> = {
    scanCode: { scanCode: { recognized: true, relationNumber: 12 }, lineAdditions: [added] },
    startSession: { lineAdditions: [{ ...added, lineId: discountId }] },
    removeSessionLine: { lineDeletions: [{ lineId: discountId }] },
  };
  const settings = { additionsFireAdd: true, relationFiresSelect: true };
  const { till, got } = openDesk((event) => answers[event] ?? {}, { settings });
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

interface BadOption {
  readonly options: object;
  readonly says: string;
}

const badOptions = readCases("bad-options.yaml", import.meta) as readonly BadOption[];

it.each<BadOption>([
  ...badOptions,
  { options: { release: "999" }, says: `v999 is unknown: the newest known release is v${newestRelease}.` },
])("an option at fault is refused: $says", ({ options, says }) => {
  const all = { url: "http://localhost", subscription: "x", secret, ...options };
  expect(() => createTill(all)).toThrow(says);
});
