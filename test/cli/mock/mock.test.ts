import { describe, expect, it } from "vitest";
import { runCommand } from "../../workbench/command.js";
import { loadRealModel, frozenSpec } from "../../workbench/real-spec.js";
import { formatRelease } from "../../../generator/time/release.js";
import { latestRelease } from "../../../generator/time/history.js";

const call = (...argv: readonly string[]) => runCommand(["mock", ...argv, "--spec", frozenSpec]);
const newest = formatRelease(latestRelease(loadRealModel()));

const read = (text: string): Record<string, object> => JSON.parse(text) as Record<string, object>;

describe("mock", () => {
  it("prints a request and nothing else, and says beside it what it is", async () => {
    const { code, stdout, stderr } = await call("scanCode");
    expect(code).toBe(0);
    expect(stdout).toBe(`${JSON.stringify(read(stdout), null, 2)}\n`);
    expect(Object.keys(read(stdout))).toEqual(
      expect.arrayContaining(["event", "sender", "session", "scanCode", "form"]),
    );
    expect(stderr).toBe(`scanCode, as a shop of v${newest} could send it; --seed 1.\n`);
  });

  it("prints the same for the same seed, and another body for another", async () => {
    expect(await call("scanCode")).toEqual(await call("scanCode", "--seed", "1"));
    expect((await call("scanCode", "--seed", "2")).stdout).not.toBe((await call("scanCode")).stdout);
  });

  it("prints what is required and no more", async () => {
    const { stdout } = await call("scanCode", "--size", "smallest");
    expect(Object.keys(read(stdout))).toEqual(["event", "sender", "session", "scanCode"]);
    expect((await call("scanCode", "--size", "smallest", "--side", "response")).stdout).toBe("{}\n");
  });

  it.each([
    { given: ["--max-version", "58"], release: "v58", hasForm: false },
    { given: ["--release", "58"], release: "v58", hasForm: false },
    { given: ["--versions", "48,59.3.4"], release: "v59.3.4", hasForm: true },
  ])("takes the newest release, or the one that is named: $given", async ({ given, release, hasForm }) => {
    const { stdout, stderr } = await call("scanCode", ...given);
    expect(stderr).toContain(release);
    expect("form" in read(stdout)).toBe(hasForm);
  });

  it("prints an answer that every shop takes, or one that the shops of a release take", async () => {
    const all = await call("scanCode", "--side", "response", "--min-version", "48");
    expect(all.stderr).toBe("An answer to scanCode that shops of 48.. take; --seed 1.\n");
    expect(read(all.stdout)).not.toHaveProperty("form");
    const one = await call("scanCode", "--side", "response", "--min-version", "48", "--release", "59.3.4");
    expect(one.stderr).toBe("An answer to scanCode that shops of v59.3.4 take; --seed 1.\n");
    expect(read(one.stdout)).toHaveProperty("form");
  });

  it("prints as JSON what it is, too", async () => {
    const { stdout, stderr } = await call("pauseSession", "--json", "--seed", "12", "--release", "48");
    const { body, ...rest } = read(stdout);
    expect(rest).toEqual({
      event: "pauseSession",
      side: "request",
      size: "rich",
      seed: 12,
      shops: "v48",
      warnings: [],
    });
    expect(body).toHaveProperty("session");
    expect(stderr).toBe("");
  });

  it("prints large integers with all their digits where they may be large", async () => {
    const seeds = Array.from({ length: 10 }, (_, index) => `${index}`);
    const printed = await Promise.all(
      seeds.map((seed) => call("selectRelation", "--seed", seed, "--int64", "bigint")),
    );
    const large = printed.flatMap(({ stdout }) => /(?:umber": )(\d{16,})/.exec(stdout)?.[1] ?? []);
    expect(large.length).toBeGreaterThan(0);
    expect(large.every((digits) => BigInt(digits) > Number.MAX_SAFE_INTEGER)).toBe(true);
  });

  it.each([
    {
      name: "an event that is misspelt",
      given: ["scancode"],
      want: 'There is no event "scancode". Did you mean "scanCode"?',
    },
    {
      name: "an event that no shop has",
      given: ["selectRelation", "--max-version", "40"],
      want: "No shop of the fleet sends the event selectRelation (since v43.1.1: not in every shop of ..40).",
    },
    {
      name: "a release that no shop runs",
      given: ["scanCode", "--release", "47", "--min-version", "48"],
      want: "No shop of 48.. runs --release 47.",
    },
    {
      name: "two releases",
      given: ["scanCode", "--release", "47,48"],
      want: "A body is of one release: give --release once.",
    },
    {
      name: "what is no release",
      given: ["scanCode", "--release", "new"],
      want: '--release "new" is not a release.',
    },
    {
      name: "what is no seed",
      given: ["scanCode", "--seed", "-1"],
      want: '--seed "-1" is not a whole number of up to nine digits.',
    },
  ])("refuses $name", async ({ given, want }) => {
    const { code, stdout, stderr } = await call(...given);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(want);
  });
});
