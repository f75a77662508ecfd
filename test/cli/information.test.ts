import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { targets } from "../../generator/targets/all.js";
import { frozenSpec } from "../workbench/real-spec.js";
import { inProject, inSmallProject } from "../workbench/project.js";

const call = (...args: readonly string[]) => inProject((project) => project.call(...args));

describe("the command line tells", () => {
  it("its version", async () => {
    const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
    const { version } = JSON.parse(text) as { version: string };
    const known = expect.stringMatching(/^The spec is known up to v\d/) as string;
    expect((await call("--version")).stdout.split("\n")).toEqual([version, known, ""]);
  });

  it.each(["help", "-h", "help diff", "diff -h", "--json diff --help", "--out diff --help"])(
    "the same however help is asked for: %s",
    async (words) => {
      const isOfDiff = words.includes("diff") && !words.startsWith("--out");
      const plain = await call(...(isOfDiff ? ["diff", "--help"] : ["--help"]));
      expect(await call(...words.split(" "))).toEqual(plain);
    },
  );

  it.each(["--help", "generate --help"])("what can be generated: %s", async (words) => {
    const { stdout } = await call(...words.split(" "));
    const [, section = ""] = /^Targets:\n(.*?)\n\n/ms.exec(`${stdout}\n`) ?? [];
    const text = section.replace(/\s+/g, " ");
    for (const { name, summary } of targets) expect(text).toContain(`${name} ${summary}`);
  });
});

describe("diff with one side at most", () => {
  const listed = async (...range: readonly string[]) =>
    (await call("diff", ...range, "--spec", frozenSpec)).stdout;

  it("lists what releases there are", async () => {
    await inProject(async (project) => {
      project.putSpec({ "releases.json#/releases/1/summary": "Bills\u001b[31m\u202e." });
      expect((await project.call("diff", "--spec", "spec")).stdout.split("\n")).toEqual([
        "v10                  The first.",
        "v11                  Bills\\u001b[31m\\u202e.",
        "v12.1                Labels.",
        "v13.0.2  2026-01-31  Forms.",
        "",
        "Releases known up to v13.0.2, as of January 2026.",
        "",
      ]);
    });
    const { releases } = JSON.parse(await listed("--json")) as { releases: object[] };
    expect(releases[0]).toEqual({ release: "11.1", summary: expect.any(String) as string });
    expect(releases).toHaveLength(17);
    expect(await listed()).toMatch(/\n\nReleases known up to v59\.4\.2\.\n$/);
  });

  it("tells what the spec rests on, and how far that goes", async () => {
    await inSmallProject(async (project) => {
      const kind = "vendor page";
      const first = { title: "A page", kind, newest: "12.1", stated: "2026-01-05", covers: "Much." };
      const sources = [first, { title: "Another page", kind, covers: "Little." }];
      project.putSpec({ "sources.json": { sources } });
      const list = async (...more: string[]) =>
        (await project.call("diff", "--spec", "spec", ...more)).stdout;
      expect(await list()).toMatch(
        /\n\nSources:\n {2}A page {8}up to v12\.1 {2}2026-01-05\n {2}Another page\n$/,
      );
      expect(JSON.parse(await list("--json"))).toMatchObject({ sources });
    });
  });

  it("prints what each step of a range adds, and of a list what came on the way", async () => {
    const steps = [
      "v56: An external payment may name an address to call when its outcome is known.",
      "cancelExternalPayment, pollExternalPayment, requestCancelExternalPayment, startExternalPayment",
      "  safe  request  /externalPayment/callbackUrl  property-added  v56",
      "        Use it if it helps; it may be missing.",
      "",
      "v57: The sender tells whether it has a receipt printer.",
      "Every event",
      "  safe  request  /sender/hasReceiptPrinter  property-added  v57",
      "        Use it if it helps; it may be missing.",
      "",
    ];
    expect((await listed("48..57")).split("\n")).toEqual(steps);
    expect((await listed("57,48")).split("\n")).toEqual(steps);
    expect((await listed("57")).split("\n")).toEqual(steps.slice(5));
    const codes = ["handle", "safe"].map((failOn) => call("diff", "48..57", "--fail-on", failOn));
    expect((await Promise.all(codes)).map(({ code }) => code)).toEqual([0, 1]);
    expect(await listed("49..55")).toBe("The spec lists no changes in these releases.\n");
    const { releases } = JSON.parse(await listed("59..", "--json")) as {
      releases: { release: string; changes: unknown[] }[];
    };
    expect(releases.map(({ release, changes }) => [release, changes.length])).toEqual([
      ["59.3.2", 2],
      ["59.3.4", 4],
      ["59.4.2", 1],
    ]);
  });

  it("says that every event has what came with a new event: all that there were before have it", async () => {
    await inSmallProject(async (project) => {
      const added = { "x-added-in": "60" };
      project.putSpec({
        "releases.json#/releases/4": { release: "60", summary: "Doors." },
        "events/openDoor.json": { description: "A door was opened.", ...added },
        "requests/event.json#/properties/place": { description: "Where.", type: "string", ...added },
      });
      const { stdout } = await project.call("diff", "60.0.0", "--spec", "spec");
      expect(stdout.split("\n")).toEqual([
        "v60: Doors.",
        "Every event",
        "  safe  request  /event/place  property-added  v60",
        "        Use it if it helps; it may be missing.",
        "",
        "openDoor",
        "  safe  request  (the event)  event-added  v60",
        expect.stringMatching(/^ {8}\S/),
        "",
      ]);
    });
  });
});
