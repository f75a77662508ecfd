import { describe, expect, it } from "vitest";
import { answerQuestion, findFlaw } from "../../../generator/till/explore/walk.js";
import { getAt, type JsonObject } from "../../../generator/base/json.js";
import { startTill } from "../../../generator/till/engine/start-till.js";
import type { Verdict } from "../../../generator/till/engine/till-types.js";
import { formatRelease } from "../../../generator/base/time/release.js";
import { signatureOf } from "../../conformance/signature.js";
import { buildSnapshotView, interpret } from "../../laws/judges/interpreted.js";
import { readCases } from "../../workbench/cases.js";
import { answerWith, atShop, carryTo, quiet, type Handlers } from "../desk.js";
import { ownContract } from "../own-spec.js";
import { explore } from "./exploring.js";

function createListener() {
  const got: { readonly event: string; readonly request: JsonObject }[] = [];
  const answer = carryTo({ scanCode: () => ({ scanCode: { recognized: false } }) });
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const sent = new Request(input, init);
    got.push({ event: sent.url.split("/").at(-1) ?? "", request: (await sent.clone().json()) as JsonObject });
    return answer(sent);
  };
  return { got, fetch };
}

describe("a walk", () => {
  const { model } = ownContract();
  const some = model.releases.map(({ release }) => release).filter((_, index) => index % 12 === 0);

  it.each(some.map((release) => [formatRelease(release), release] as const))(
    "sends only what a till of v%s sends",
    async (name, release) => {
      const { got, fetch } = createListener();
      await explore(fetch, { releases: [name], seed: release });
      const shapes = new Map(
        buildSnapshotView(model, release, "gated").events.map(({ name: event, request }) => [
          event,
          interpret(request, "closed"),
        ]),
      );
      const known = got.filter(({ request }) => !("notKnownYet" in request));
      const wrong = known.filter(({ event, request }) => shapes.get(event)?.(request) !== true);
      expect(wrong).toEqual([]);
      expect(new Set(known.map(({ event }) => event)).size).toBeGreaterThan(10);
    },
  );

  it("is the same for the same seed, but for its ids", async () => {
    const listEvents = async (seed: number): Promise<readonly string[]> => {
      const { got, fetch } = createListener();
      await explore(fetch, { seed, maxWalks: 6 });
      return got.map(({ event }) => event);
    };
    const once = await listEvents(1);
    expect(await listEvents(1)).toEqual(once);
    expect(await listEvents(2)).not.toEqual(once);
  });

  it("sends texts that often break programs", async () => {
    const { got, fetch } = createListener();
    await explore(fetch);
    const sent = JSON.stringify(got);
    const texts = ["", "0", "constructor", "two\nlines", "Zoë’s crème brûlée ✓ 日本 😀"];
    for (const text of [...texts, "long ".repeat(60).trim(), `"quoted" 'and' \\ <b>&amp;</b>`])
      expect(sent).toContain(`:${JSON.stringify(text)}`);
  });

  it("sends blocking and other events, but a payment always blocks", async () => {
    const { got, fetch } = createListener();
    await explore(fetch);
    const sent = got.map(
      ({ event, request }) => `${event} ${JSON.stringify(getAt(request, ["event", "eventBlocking"]))}`,
    );
    const { events } = ownContract().model;
    const ofPayments = events.flatMap(({ name, echoes }) => (echoes.length > 0 ? name : []));
    expect(sent).toEqual(expect.arrayContaining(["scanCode true", "scanCode false"]));
    const sentOfPayments = sent.filter((each) => ofPayments.includes(each.split(" ")[0] ?? ""));
    expect(sentOfPayments.length).toBeGreaterThan(0);
    expect(sentOfPayments.filter((each) => each.endsWith("false"))).toEqual([]);
  });

  it("asks no more for what the receiver does not have", async () => {
    const { fetch, got } = createListener();
    const none = () => Promise.resolve(new Response("", { status: 404 }));
    const { found, lacking } = await explore(
      (input, init) =>
        (input as string).endsWith("scanCode") ? (void fetch(input, init), none()) : fetch(input, init),
      { seed: 3 },
    );
    expect([found, lacking]).toEqual([[], ["scanCode"]]);
    expect(got.filter(({ event }) => event === "scanCode")).toHaveLength(1);
  });
});

describe("a scenario of what was found", () => {
  it("has a name that can be read, whatever the answer has in it", async () => {
    const dialogOptions = [{ optionId: 1, optionName: "x".repeat(500_000) }];
    const answer = answerWith(JSON.stringify({ dialog: { dialogTitle: "Which?", dialogOptions } }));
    const { found } = await explore(answer, { maxWalks: 5, maxFound: 1 });
    expect(found.map(({ yaml }) => /^name: .{1,210}$/m.test(yaml))).toEqual([true]);
  });
});

describe("what is open at the end of a walk is said:", () => {
  const started: Handlers = { startExternalPayment: () => ({ externalPayment: { started: true } }) };
  const run = async (handlers: Handlers, options: Parameters<typeof explore>[1] = {}) => {
    const { found, open } = await explore(carryTo(handlers, { log: quiet }), { seed: 1, ...options });
    return { flaws: found.map(({ flaw }) => flaw), open };
  };

  it("a payment of a walk that is cut", async () => {
    const { flaws, open } = await run(started, { maxExchanges: 30 });
    expect(flaws).toEqual([]);
    expect(open).toMatchObject([{ kind: "payment", event: "pollExternalPayment", isAnswered: true }]);
    const [{ sent, walks } = { sent: 0, walks: 0 }] = open;
    expect([sent > 5, sent < 30, walks > 1, walks < 20]).toEqual([true, true, true, true]);
  });

  it("a payment about which the receiver says nothing", async () => {
    const { flaws, open } = await run({});
    expect([flaws, open.map(({ kind, event, isAnswered }) => `${kind} ${event} ${isAnswered}`)]).toEqual([
      [],
      ["payment startExternalPayment false"],
    ]);
  });

  it("a payment whose polls the receiver rejects", async () => {
    const error = { code: "INVALID_DATA", message: "no" } as const;
    const { flaws, open } = await run({ ...started, pollExternalPayment: () => ({ error }) });
    expect([flaws, open.map(({ kind, event, isAnswered }) => `${kind} ${event} ${isAnswered}`)]).toEqual([
      [],
      ["payment pollExternalPayment true"],
    ]);
  });

  it("a poll of a walk that is cut", async () => {
    const startPayment = () => ({ polling: { finished: false } });
    const { open } = await run({ startPayment }, { maxExchanges: 30 });
    expect(open).toContainEqual(expect.objectContaining({ kind: "poll", event: "startPayment" }));
  });

  it("no payment that ends, nor one that a failure names", async () => {
    const ended: Handlers = { startExternalPayment: () => ({ externalPayment: { cancelled: true } }) };
    expect(await run(ended)).toEqual({ flaws: [], open: [] });
    const waits = () => ({ externalPayment: { message: "Wait" } });
    const endless: Handlers = { ...started, pollExternalPayment: waits, requestCancelExternalPayment: waits };
    expect(await run(endless, { maxWalks: 10 })).toEqual({
      flaws: ["pollExternalPayment does not end even after the user cancels"],
      open: [],
    });
  });
});

interface Cases {
  readonly questions: readonly JsonObject[];
  readonly fields: readonly {
    readonly rules: JsonObject;
    readonly nth: number;
    readonly answer: JsonObject;
  }[];
  readonly verdicts: readonly { readonly verdict: Verdict; readonly flaw?: string }[];
}

const { questions, fields, verdicts } = readCases("explore.yaml", import.meta) as Cases;

describe("a question", () => {
  it.each(questions)("is answered in ways that the till lets its user: %j", async (answer) => {
    const events = { customAction: { blocking: true } };
    const fetch = answerWith(JSON.stringify(answer));
    const till = startTill(ownContract(), { ...atShop, fetch, events });
    await till.send("customAction");
    for (let first = 0; first < 12; first += 1) {
      const { fill, choose } = answerQuestion(till.session, [first, first + 1, 7]) ?? {};
      const { request } = choose
        ? await till.choose(...(choose as readonly number[]))
        : await till.fill(fill as Readonly<Record<string, string>>);
      expect(request["form"] ?? request["dialog"]).toBeDefined();
    }
  });

  it.each(fields)("with a field is $name", ({ rules, nth, answer }) => {
    const form = { fields: [{ id: "code", type: "text", required: true, ...rules }] };
    expect(answerQuestion({ open: { form } } as never, [nth])).toEqual(answer);
  });
});

it.each(verdicts)("of this verdict, the receiver is to blame or not: $verdict", ({ verdict, flaw }) => {
  expect(findFlaw({ event: "scanCode", verdict } as never)).toBe(flaw);
});

describe("a failure", () => {
  const readRequest = (init?: RequestInit) =>
    JSON.parse(Buffer.from(init?.body as Uint8Array).toString()) as {
      readonly session?: { readonly sessionId: string; readonly lines?: readonly JsonObject[] };
    };

  it("is shown by a scenario of a few steps, which says why", async () => {
    const { fetch } = createListener();
    const body = '{"error":{"code":"INTERNAL_ERROR","message":"three is too many"}}';
    const headers = { "content-type": "application/json", "x-mplus-signature": signatureOf(body) };
    const { found } = await explore(
      (input, init) =>
        (readRequest(init).session?.lines ?? []).length > 2
          ? Promise.resolve(new Response(body, { status: 500, headers }))
          : fetch(input, init),
      { maxFound: 1 },
    );
    const [only] = found;
    expect(only?.yaml.match(/^ {2}- /gm)).toHaveLength(3);
    expect(only?.messages).toEqual([
      "addSessionLine answered with an error: status 500, INTERNAL_ERROR: three is too many. Look for the reason in the receiver's log.",
    ]);
  });

  it("is that an event is rejected only if it contains something new", async () => {
    const { fetch } = createListener();
    const body = '{"error":{"code":"INVALID_DATA","message":"What is this?"}}';
    const headers = { "content-type": "application/json", "x-mplus-signature": signatureOf(body) };
    const { found } = await explore(
      (input, init) =>
        "notKnownYet" in readRequest(init)
          ? Promise.resolve(new Response(body, { status: 400, headers }))
          : fetch(input, init),
      { maxFound: 1 },
    );
    expect(found.map(({ flaw }) => flaw)).toEqual([
      expect.stringMatching(/^\w+ is rejected if it contains something new$/),
    ]);
  });

  it("is that an event asks forever", async () => {
    const dialogOptions = [{ optionId: 1, optionName: "Again" }];
    const dialog = { dialogTitle: "Which?", dialogOptions, required: true, allowMultipleOptions: false };
    const { found } = await explore(answerWith(JSON.stringify({ dialog })), { maxFound: 1 });
    expect(found.map(({ flaw }) => flaw)).toEqual([
      expect.stringMatching(/^\w+ asks forever: 20 answers are not enough$/),
    ]);
  });

  it("is said not to come again where it does not", async () => {
    const { fetch } = createListener();
    const sales = new Set<string>();
    const { found } = await explore(
      (input, init) => {
        const { session } = readRequest(init);
        const isFirst = sales.size === 0 || sales.has(session?.sessionId ?? "");
        if (session) sales.add(session.sessionId);
        return isFirst && session ? Promise.resolve(new Response("", { status: 503 })) : fetch(input, init);
      },
      { maxFound: 1 },
    );
    expect(found).toMatchObject([{ messages: [] }]);
  });
});
