import { describe, expect, it } from "vitest";
import { exploreReceiver, type ExploreOptions } from "../../../generator/till/explore/explore.js";
import { answerQuestion, findFlaw } from "../../../generator/till/explore/walk.js";
import type { JsonObject } from "../../../generator/base/json.js";
import { startTill } from "../../../generator/till/engine/start-till.js";
import type { Verdict } from "../../../generator/till/engine/till.js";
import { formatRelease } from "../../../generator/base/time/release.js";
import { secret, signatureOf } from "../../conformance/signature.js";
import { buildSnapshotView, interpret } from "../../laws/judges/interpreted.js";
import { answerWith, carryTo, reader } from "../desk.js";
import { builtIn } from "../proof/built-in.js";
import { ownContract } from "../own-spec.js";

const contract = ownContract();
const sources = [...builtIn().values()].map((scenario) => ({ scenario, values: scenario.values }));

const exploreWith = (fetch: typeof globalThis.fetch, more: Partial<ExploreOptions> = {}) =>
  exploreReceiver({
    contract,
    startTill: (options) => startTill(contract, options),
    reader: reader(),
    till: { url: "http://shop.example/mplus", subscription: "shop-12", secret, fetch },
    releases: [undefined],
    sources,
    seed: 1,
    time: 3_600_000,
    maxWalks: 20,
    ...more,
  });

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
  const { model } = contract;
  const some = model.releases.map(({ release }) => release).filter((_, index) => index % 6 === 0);

  it.each(some.map((release) => [formatRelease(release), release] as const))(
    "sends only what a till of v%s sends",
    async (name, release) => {
      const { got, fetch } = createListener();
      await exploreWith(fetch, { releases: [name], seed: release });
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
      await exploreWith(fetch, { seed });
      return got.map(({ event }) => event);
    };
    const once = await listEvents(1);
    expect(await listEvents(1)).toEqual(once);
    expect(await listEvents(2)).not.toEqual(once);
  });

  it("asks no more for what the receiver does not have", async () => {
    const { fetch, got } = createListener();
    const none = () => Promise.resolve(new Response("", { status: 404 }));
    const { found, lacking } = await exploreWith(
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
    const { found } = await exploreWith(answer, { maxWalks: 5, maxFound: 1 });
    expect(found.map(({ yaml }) => /^name: .{1,210}$/m.test(yaml))).toEqual([true]);
  });
});

describe("a question", () => {
  const types = ["text", "email", "number", "select", "date", "time", "checkbox", "label"];
  const fields = types.map((type, index) => ({
    id: type,
    type,
    label: type,
    required: index % 2 === 0,
    ...(type === "text" && { minimumLength: 3, maximumLength: 5 }),
    ...(type === "select" && {
      options: [
        { id: "s", label: "Small" },
        { id: "l", label: "Large", disabled: true },
      ],
    }),
  }));
  const dialogOptions = ["Small", "Large", "Large"].map((optionName, optionId) => ({ optionId, optionName }));
  const dialog = { required: true, allowMultipleOptions: true, dialogTitle: "Which?", dialogOptions };

  it.each([{ form: { id: "all", title: "All", fields } }, { dialog }])(
    "is answered in ways that the till lets its user: %j",
    async (answer) => {
      const fetch = answerWith(JSON.stringify(answer));
      const till = startTill(contract, {
        url: "http://shop.example/mplus",
        subscription: "shop-12",
        secret,
        fetch,
        events: { customAction: { blocking: true } },
      });
      await till.send("customAction");
      for (let first = 0; first < 12; first += 1) {
        const { fill, choose } = answerQuestion(till.session, [first, first + 1, 7]) ?? {};
        const { request } = choose
          ? await till.choose(...(choose as readonly number[]))
          : await till.fill(fill as Readonly<Record<string, string>>);
        expect(request["form"] ?? request["dialog"]).toBeDefined();
      }
    },
  );

  it("is left where nobody knows what its pattern takes", () => {
    const form = { fields: [{ id: "code", type: "text", required: true, regex: "[A-F]{4}" }] };
    expect(answerQuestion({ open: { form } } as never, [0])).toEqual({ cancel: null });
  });
});

describe("what no receiver may answer", () => {
  const failed = (status: number, code?: string): Verdict => ({
    kind: "failed",
    status,
    ...(code !== undefined && { error: { code, message: "" } }),
  });
  const refused: Verdict = {
    kind: "refused",
    findings: [{ code: "INVALID_LINE_ID", message: "Line 7 is not there.", path: "/lineChanges/3/lineId" }],
  };
  it.each<readonly [Verdict, string | undefined]>([
    [{ kind: "taken", answer: {} }, undefined],
    [failed(400, "INVALID_DATA"), undefined],
    [failed(400, "OUT_OF_STOCK"), undefined],
    [failed(400, "INVALID_SIGNATURE"), "scanCode fails with status 400 (INVALID_SIGNATURE)"],
    [failed(400), "scanCode fails with status 400"],
    [failed(500, "INTERNAL_ERROR"), "scanCode fails with status 500 (INTERNAL_ERROR)"],
    [refused, "scanCode gets an answer that no till can use (INVALID_LINE_ID at lineChanges.lineId)"],
    [{ kind: "silent", findings: [{ code: "deadline", message: "" }] }, "scanCode gets no answer (deadline)"],
  ])("%j", (verdict, flaw) => {
    expect(findFlaw({ event: "scanCode", verdict } as never)).toBe(flaw);
  });
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
    const { found } = await exploreWith(
      (input, init) =>
        (readRequest(init).session?.lines ?? []).length > 2
          ? Promise.resolve(new Response(body, { status: 500, headers }))
          : fetch(input, init),
      { maxFound: 1 },
    );
    const [only] = found;
    expect(only?.yaml.match(/^ {2}- /gm)).toHaveLength(3);
    expect(only?.messages.join()).toContain('status 500: INTERNAL_ERROR, "three is too many"');
  });

  it("is said not to come again where it does not", async () => {
    const { fetch } = createListener();
    const sales = new Set<string>();
    const { found } = await exploreWith(
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
