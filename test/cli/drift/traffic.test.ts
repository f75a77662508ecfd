import { describe, expect, it } from "vitest";
import { inSmallProject, type Project } from "../../workbench/project.js";

const event = { eventCounter: 1 };
const codes = { scannedCode: "1", codeType: "barcode" };
const pay = { event, bill: { total: 5, tables: [] } };

const toLines = (subscription: string, records: readonly object[]): string =>
  records.map((record) => `${JSON.stringify({ event: "scanCode", subscription, ...record })}\n`).join("");

/** Three shops: a new property, event and value, a text for a number, a wrong answer, a report and a broken line. */
const files = {
  "monday/shop-12.ndjson": toLines("shop-12", [
    { request: { event, scanCode: { ...codes, tier: "gold" } }, answer: { scanCode: { recognized: "yes" } } },
    { request: { event, scanCode: { ...codes, tier: "gold" } } },
    { request: { event, scanCode: { ...codes, codeType: "nfc" } } },
    { request: { code: "INVALID_DATA", original: "" } },
  ]),
  "monday/cafe.ndjson": `${toLines("cafe", [
    {
      request: {
        event,
        scanCode: { ...codes, tier: null, spots: [{ no: 1 }, { no: 2, since: "2026-11-30" }] },
      },
    },
    { event: "printBill", request: { event, bill: { ...pay.bill, total: "5" } } },
    { event: "printBill", request: pay },
    { event: "weighArticle", request: { event, weight: { grams: 250 } } },
  ])}\n{"event": oops}\n`,
  "monday/bakery.ndjson": toLines("bakery", [
    { request: { event, scanCode: { ...codes, codeType: "nfc" } } },
  ]),
};

const drift = async ({ call, putAll }: Project, ...more: readonly string[]) => {
  putAll(files);
  return call("drift", "monday", "--spec", "spec", "--release", "shop-12=63", ...more);
};

describe("drift of recorded traffic", () => {
  it("reports parts, shops and shares, and ends with what to add", () =>
    inSmallProject(async (project) => {
      const { code, stdout, stderr } = await drift(project);
      expect([code, stderr]).toEqual([1, ""]);
      await expect(stdout).toMatchFileSnapshot("traffic.txt");
    }));

  it("names values only with --show-values, in every form of the report", () =>
    inSmallProject(async (project) => {
      for (const form of [[], ["--json"], ["--markdown"], ["--quiet"]]) {
        const { stdout } = await drift(project, ...form);
        expect(stdout).not.toMatch(/gold|nfc/);
      }
      const { stdout } = await drift(project, "--show-values", "--json");
      expect(stdout).toContain('"gold"');
      expect(stdout).toContain('"nfc"');
    }));

  it("as Markdown, names no shop and no file, but numbers the shops", () =>
    inSmallProject(async (project) => {
      const { stdout } = await drift(project, "--markdown");
      expect(stdout).not.toMatch(/shop-12|cafe|bakery|ndjson|monday/);
      expect(stdout).toMatch(/shop 1\b[^]*shop 2\b[^]*shop 3\b/);
      expect(stdout).toContain("(v63)");
    }));

  it("is quiet about a morning without surprises", () =>
    inSmallProject(async ({ call, put }) => {
      put("a.ndjson", toLines("shop-12", [{ request: { event, scanCode: codes } }]));
      const { code, stdout } = await call("drift", "a.ndjson", "--spec", "spec");
      expect([code, stdout.split("\n")[0]]).toEqual([0, "Nothing to do."]);
    }));

  it("refuses a release that no shop can have", () =>
    inSmallProject(async (project) => {
      project.putAll(files);
      const { code, stderr } = await project.call("drift", "monday", "--release", "shop-12=new");
      expect(code).toBe(2);
      expect(stderr).toContain("new");
    }));
});
