import { beforeAll, describe, expect, it } from "vitest";
import { scaleAmount, isFuzzing, report } from "../amount.js";
import { hear, startScript } from "../servers/servers.js";
import type { Amounts, Cost, Findings } from "./growth-process.js";

const mebibyte = 1024 * 1024;

const amounts: Amounts = {
  growth: scaleAmount({ suite: 300, full: 3000 }),
  flood: scaleAmount({ suite: 40, full: 300 }),
  costs: scaleAmount({ suite: 0, full: 7 }),
};

let findings: Findings;

beforeAll(async () => {
  [findings] = (await hear(startScript(new URL("growth-process.ts", import.meta.url), amounts))) as [
    Findings,
  ];
});

describe("one shop", () => {
  it("cannot fill the memory with what is kept of it", () => {
    const { before, after, sent, statuses } = findings.growth;
    const grown = after - before;
    report("growth", {
      events: amounts.growth,
      sent: toMegabytes(sent),
      grown: toMegabytes(grown),
      "bytes kept of each kilobyte": ((grown / sent) * 1024).toFixed(2),
      statuses: JSON.stringify(statuses),
    });
    expect(grown).toBeLessThan(64 * mebibyte);
  });

  it("cannot fill the memory with what is under way, nor keep another from its answers", () => {
    const { before, during, after, statuses, other } = findings.flood;
    const [status, time] = other;
    report("in flight", {
      events: amounts.flood,
      statuses: JSON.stringify(statuses),
      held: toMegabytes(during - before),
      "left behind": toMegabytes(after - before),
      "answer to another shop": `${status} after ${time.toFixed(1)} ms`,
    });
    expect(status).toBe(200);
    // A parsed body may use this much more memory.
    expect(during - before).toBeLessThan(30 * 8 * mebibyte);
    expect(after - before).toBeLessThan(16 * mebibyte);
    expect(Object.keys(statuses)).toEqual(["200", "429"]);
  });

  // Report the costs without testing them, because there is no correct value.
  if (isFuzzing) {
    it("takes so much time from others with the costliest bodies there are", () => {
      const { costs } = findings;
      console.log(formatTable(costs));
      expect(costs.length).toBeGreaterThan(20);
    });
  }
});

const toMegabytes = (bytes: number): string => `${(bytes / mebibyte).toFixed(1)} MB`;

function formatTable(costs: readonly Cost[]): string {
  const total = ({ plain, curious }: Cost): number => Math.max(plain, curious);
  const rows = [...costs]
    .sort((a, b) => total(b) - total(a))
    .slice(0, 25)
    .map(({ name, plain, curious }) => `| ${name} | ${plain.toFixed(0)} | ${curious.toFixed(0)} |`);
  return ["| body | ms by default | ms with every option |", "|---|---|---|", ...rows].join("\n");
}
