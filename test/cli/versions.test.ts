import { describe, expect, it } from "vitest";
import { runCommand } from "../workbench/command.js";
import { frozenSpec } from "../workbench/real-spec.js";

const call = (...argv: readonly string[]) => runCommand([...argv, "--spec", frozenSpec]);

describe("versions", () => {
  it("lists every release without a range", async () => {
    const { code, stdout } = await call("versions");
    expect(code).toBe(0);
    const [table = "", known] = stdout.split("\n\n");
    expect(table.split("\n")).toHaveLength(17);
    expect(table).toMatch(/^v11\.1 /);
    expect(known).toBe("Known up to v59.4.2.\n");
  });

  it("prints what each step of a range adds", async () => {
    const { code, stdout } = await call("versions", "48..57");
    expect(code).toBe(0);
    expect(stdout).toBe(
      [
        "v56: An external payment may name an address to call when its outcome is known.",
        "  safe  request  /externalPayment/callbackUrl  property-added  (cancelExternalPayment, pollExternalPayment, requestCancelExternalPayment, startExternalPayment)",
        "",
        "v57: The sender tells whether it has a receipt printer.",
        "  safe  request  /sender/hasReceiptPrinter  property-added  (every event)",
        "",
      ].join("\n"),
    );
  });

  it("prints of a list what came on the way from its first to its last", async () => {
    expect(await call("versions", "57,48")).toEqual(await call("versions", "48..57"));
  });

  it("prints what one release brought", async () => {
    expect((await call("versions", "57")).stdout).toMatch(/^v57: [^\n]+\n[^\n]+hasReceiptPrinter[^\n]+\n$/);
  });

  it("says so where a range brought nothing", async () => {
    expect((await call("versions", "49..55")).stdout).toBe(
      "Nothing that the spec knows changed in these releases.\n",
    );
  });

  it("prints a range as JSON", async () => {
    const { stdout } = await call("versions", "59..", "--json");
    const { releases } = JSON.parse(stdout) as { releases: { release: string; changes: unknown[] }[] };
    expect(releases.map(({ release, changes }) => [release, changes.length])).toEqual([
      ["59.3.2", 2],
      ["59.3.4", 4],
      ["59.4.2", 1],
    ]);
  });

  it("refuses what is no range", async () => {
    const { code, stderr } = await call("versions", "4x..");
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('"4x.." is neither a release nor a range') as unknown,
    ]);
  });
});
