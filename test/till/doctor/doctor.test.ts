import { expect, it } from "vitest";
import { examine, probes } from "../../../generator/till/doctor/examine.js";
import { examinationAt, examineServer } from "./examination.js";
import { hmac, receiver, right, secret, subscription, type Ways } from "./servers/receiver.js";
import { http, type Incoming } from "./servers/serve.js";
import { diagnoses, sickReceivers } from "./servers/sick-receivers.js";

it.each(Object.entries(sickReceivers))(
  "the doctor finds each fault of a receiver, and says what to change, if %s",
  async (name, { start, ...call }) => {
    const { findings } = await examineServer(start, call);
    const seen = (state: string) => {
      const found = findings.filter(({ probe, ...each }) => each.state === state && probe.id !== "pace");
      expect(found.filter(({ change = "" }) => !/^[A-Z].*\.$/.test(change))).toEqual([]);
      return Object.fromEntries(found.map(({ probe, saw }) => [probe.id, saw]));
    };
    expect({ wrong: seen("wrong"), advice: seen("advice") }).toEqual({
      wrong: {},
      advice: {},
      ...diagnoses[name],
    });
  },
);

it.each([
  ["mplus", "url", "wrong", '"mplus" is not an http or https URL.'],
  ["ftp://localhost/mplus", "url", "wrong", '"ftp://localhost/mplus" is not an http or https URL.'],
  ["http://127.0.0.1:4/mplus#shop", "url-end", "wrong", 'It has a fragment, which is never sent: "#shop".'],
  [
    "http://127.0.0.1:4/mplus?shop=1",
    "url-end",
    "advice",
    'It has a query, and no source says where the POS then appends the event. These tests post to "/mplus/…?shop=1".',
  ],
  ["http://127.0.0.1:4", "url-end", "well", 'The POS posts to "/…".'],
])("the doctor says what it thinks of the URL %s", async (url, id, state, saw) => {
  const { findings } = await examine(examinationAt(url));
  expect(findings.find(({ probe }) => probe.id === id)).toMatchObject({ state, saw });
});

it("a receiver behind a query is examined like any other", async () => {
  const { findings } = await examineServer(http(receiver()), { path: "/mplus?tenant=4" });
  const others = findings.filter(({ state, probe }) => state !== "well" && probe.id !== "pace");
  expect(others.map(({ probe, state }) => [probe.id, state])).toEqual([["url-end", "advice"]]);
});

it.each([
  [[12, 999], true, "The slowest answer took 999 ms."],
  [[1500, 12], false, "The slowest answer took 1500 ms (event0), and a cashier has to wait for it."],
])("the doctor calls answers slow from one second on: %j", async (times, isWell, saw) => {
  const pace = probes.find(({ id }) => id === "pace");
  const durations = times.map((duration, index) => ({ event: `event${index}`, duration }));
  const access = { durations } as unknown as Parameters<NonNullable<typeof pace>["ask"]>[0];
  expect(await pace?.ask(access)).toMatchObject({ isWell, saw });
});

it.each([
  ["the same with and without waiting", () => '{"message":[{"customerMessage":"Hi"}]}', "Yes."],
  ["{} both times", () => "{}", "Yes."],
])("a server needs no Blocking if it answers %s", async (_, answer, saw) => {
  const { findings } = await examineServer(http(receiver({ answer })));
  expect(findings.find(({ probe }) => probe.id === "non-blocking")).toMatchObject({ state: "well", saw });
});

const other = { subscription: "shop-13", secret: Buffer.alloc(32, 7).toString("base64") };
const signWith = (given: string, body: Uint8Array) =>
  hmac(Buffer.from(given, "base64"), body).toString("base64");

/** A receiver of two shops. `find` returns the secrets that it takes from a shop. */
const ofTwoShops = (find: (shop: string) => readonly string[]) =>
  http((incoming) => {
    const [shop, signature] = ["subscription-id", "signature"].map((name) => {
      return String(incoming.headers[`x-mplus-${name}`]);
    });
    const taken = find(shop ?? "").find((each) => signWith(each, incoming.body) === signature);
    if (taken === undefined) return { status: 400, headers: {}, body: "" };
    return receiver({ refuse: () => undefined, sign: (body) => signWith(taken, body) })(incoming);
  });

const secrets: Readonly<Record<string, string>> = {
  [subscription]: secret,
  [other.subscription]: other.secret,
};

it.each([
  ["a secret for each shop", (shop: string) => [secrets[shop] ?? ""], {}],
  [
    "one secret for all",
    () => [secret],
    {
      "other-shop": "The server rejects the request with status 400.",
      "other-shop-secret": mixed("first", "second"),
    },
  ],
  [
    "any secret for any shop",
    () => Object.values(secrets),
    { "other-shop-secret": mixed("first", "second"), "first-shop-secret": mixed("second", "first") },
  ],
])("the doctor keeps two shops apart: %s", async (_, find, wrong) => {
  const { findings } = await examineServer(ofTwoShops(find), { other });
  const ids = ["other-shop", "other-shop-secret", "first-shop-secret"];
  const found = findings.filter(({ probe, state }) => ids.includes(probe.id) && state === "wrong");
  expect(Object.fromEntries(found.map(({ probe, saw }) => [probe.id, saw]))).toEqual(wrong);
});

function mixed(one: string, other: string): string {
  return `It accepts the event: your ${one} shop can pretend to be the ${other}.`;
}

it("the doctor says that it answers no question of a server, and confirms no payment", async () => {
  const answer = ({ path, body }: Incoming): string => {
    if (path.endsWith("scanCode")) return JSON.stringify({ dialog });
    if (!path.endsWith("ExternalPayment")) return "{}";
    const { externalPayment } = JSON.parse(body.toString()) as { externalPayment: Record<string, unknown> };
    const { externalPaymentId } = externalPayment;
    const isStart = path.endsWith("startExternalPayment");
    return JSON.stringify({
      externalPayment: { externalPaymentId, ...(isStart ? { started: true } : { cancelled: true }) },
    });
  };
  const { untried } = await examineServer(http(receiver({ answer })));
  expect(untried.map(({ what }) => what)).toEqual(
    expect.arrayContaining([
      "a payment that is confirmed (doctor cancels the one that it starts)",
      "answers to dialogs and forms",
    ]),
  );
});

const dialog = {
  dialogTitle: "Gift?",
  dialogOptions: [{ optionId: 1, optionName: "Yes" }],
  required: false,
  allowMultipleOptions: false,
};

it("the doctor calls nothing right that it did not try", async () => {
  const refuse: Ways["refuse"] = (incoming, ways) =>
    right.refuse(incoming, ways) ?? (incoming.path.endsWith("scanCode") ? undefined : "UNUSED");
  const { findings } = await examineServer(http(receiver({ refuse, answer: () => "" })));
  const ids = findings.map(({ probe }) => probe.id);
  expect(
    ["counter-again", "payment-twice", "payment-end", "polling"].filter((id) => ids.includes(id)),
  ).toEqual([]);
});

it("the doctor says what it did not try, unless it reached nothing", async () => {
  const { untried } = await examineServer(http(receiver()));
  expect(untried.map(({ what }) => what)).toEqual([
    "repeats that change a sale (no answer changed one)",
    "payments (no accepted answer starts one)",
    "a counter that begins anew (no answer names a sale or line)",
    "a second shop",
    "your own sales",
    "random users, settings and faults",
    "data that no answer shows, such as points",
  ]);
  expect((await examineServer(http(receiver({ refuse: () => "CLOSED" })))).untried).toEqual([]);
});
