import { describe, expect, it } from "vitest";
import type { Project } from "../../workbench/project.js";
import { parse, recorder, withServer } from "../send/recorder.js";

const additions = {
  "mplus-spec/releases.json": { releases: [{ release: "63", summary: "Seen in two shops." }] },
  "mplus-spec/requests/sender.json": {
    title: "Sender",
    properties: { loyaltyTier: { description: "The tier of the shop.", type: "string" } },
  },
  "mplus-spec/responses/scanCode.json": {
    title: "ScanCodeAnswer",
    properties: { colour: { description: "Its colour.", type: "string", "x-added-in": "63" } },
  },
  "mplus-spec/events/closeDay.json": {
    description: "The day ends.",
    carries: { closeDay: { required: true } },
  },
  "mplus-spec/requests/closeDay.json": {
    title: "CloseDay",
    description: "The day that ends.",
    type: "object",
    properties: { day: { description: "The day.", type: "string" } },
  },
  "mplus-spec/examples/closeDay/plain.json": {
    description: "A day.",
    release: "63",
    request: {
      event: { eventBlocking: false, eventCounter: 3, eventTimestamp: "2026-11-28T09:00:00+01:00" },
      sender: { branchNumber: 1, workplaceNumber: 1 },
      closeDay: { day: "Friday" },
    },
  },
};

const red = JSON.stringify({ scanCode: { recognized: true, colour: "red" } });

/** At a server that answers `scanCode` with the user's property. */
const atShop = async <T>(use: (project: Project, url: string) => Promise<T>) => {
  const { got, start } = recorder(({ path }) => (path.endsWith("/scanCode") ? red : "{}"));
  const result = await withServer(start, (project, url) => {
    for (const [path, file] of Object.entries(additions)) project.put(path, JSON.stringify(file));
    return use(project, url);
  });
  return { got, result };
};

const own = ["--additions", "mplus-spec"];

describe("with additions,", () => {
  it("a till sends the user's parts, and judges answers by them and their releases", async () => {
    const { got, result } = await atShop(async ({ call }, url) => {
      const send = async (...more: readonly string[]) => (await call("send", ...more, "--url", url)).stdout;
      return [
        await send("scanCode", ...own, "--set", "sender.loyaltyTier=gold"),
        await send("scanCode", ...own, "--release", "59.3"),
        await send("closeDay", ...own),
      ];
    });
    // The till reports the second answer as wrong.
    expect(got.map(({ path }) => path)).toEqual([
      ...["/mplus/scanCode", "/mplus/scanCode", "/mplus/scanCode"],
      "/mplus/closeDay",
    ]);
    expect(got.flatMap((request) => parse(request)["sender"]?.["loyaltyTier"] ?? [])).toEqual(["gold"]);
    expect(result[0]).toContain("scanCode accepted: shop-12, v63, ");
    expect(result[1]).toContain("`colour` was added in v63; this shop runs v59.3.");
    expect(result[2]).toContain("closeDay accepted: ");
  });

  it("replay reports what neither the spec nor the user has", async () => {
    const request = {
      event: { eventBlocking: true, eventCounter: 1, eventTimestamp: "2026-11-28T09:00:00+01:00" },
      sender: { branchNumber: 1, workplaceNumber: 1, loyaltyTier: "gold", mood: "good" },
      session: { sessionId: "0b6c3b0e-94c3-4d4e-8cb7-3a3a1f0f7a10", lines: [], payments: [] },
      scanCode: { scannedCode: "2900004815168", codeType: "barcode" },
    };
    const { result } = await atShop(async ({ put, call }, url) => {
      put(
        "today.ndjson",
        `${JSON.stringify({ at: 1, event: "scanCode", status: 200, request, answer: {} })}\n`,
      );
      const replay = async (...more: readonly string[]) => {
        const { stdout } = await call("replay", "today.ndjson", "--url", url, "--json", ...more);
        const [{ unknown }] = (JSON.parse(stdout) as { exchanges: [{ unknown: { path: string }[] }] })
          .exchanges;
        return unknown.map(({ path }) => path);
      };
      return [await replay(), await replay(...own)];
    });
    expect(result).toEqual([["sender.loyaltyTier", "sender.mood"], ["sender.mood"]]);
  });

  it("a scenario plays the user's events", async () => {
    const { got, result } = await atShop(async ({ put, call }, url) => {
      put("day.yaml", "name: A day\nsteps:\n  - closeDay: { day: Friday }\n");
      return [
        await call("simulate", "day.yaml", "--url", url),
        await call("simulate", "day.yaml", "--url", url, ...own),
      ];
    });
    expect(result.map(({ code }) => code)).toEqual([2, 0]);
    expect(got.map((request) => parse(request)["closeDay"])).toEqual([{ day: "Friday" }]);
  });
});
