import { describe, expect, it } from "vitest";
import { latestRelease } from "../../../generator/base/time/fleet.js";
import { formatRelease } from "../../../generator/base/time/release.js";
import { runCommand } from "../../workbench/command.js";
import { frozenSpec, loadRealModel } from "../../workbench/real-spec.js";

const call = (line: string) => runCommand(["mock", ...line.split(" "), "--spec", frozenSpec]);
const newest = formatRelease(latestRelease(loadRealModel()));

const read = (text: string): Record<string, object> => JSON.parse(text) as Record<string, object>;

describe("mock", () => {
  it("prints a request and nothing else, the same for the same seed, and says beside it what it is", async () => {
    const { stdout, stderr } = await call("scanCode");
    expect(stdout).toBe(`${JSON.stringify(read(stdout), null, 2)}\n`);
    const parts = ["event", "sender", "session", "scanCode", "form"];
    expect(Object.keys(read(stdout))).toEqual(expect.arrayContaining(parts));
    expect(stderr).toBe(`scanCode, as a shop running v${newest} could send it (--seed 1).\n`);
    expect((await call("scanCode --seed 1")).stdout).toBe(stdout);
    expect((await call("scanCode --seed 2")).stdout).not.toBe(stdout);
  });

  it("prints what is required and no more", async () => {
    const { stdout } = await call("scanCode --size smallest");
    expect(Object.keys(read(stdout))).toEqual(["event", "sender", "session", "scanCode"]);
    expect((await call("scanCode --size smallest --side response")).stdout).toBe("{}\n");
  });

  const response = "scanCode --side response --min-version 48";
  it.each([
    ["scanCode --max-version 58", "scanCode, as a shop running v58 could send it", false],
    ["scanCode --release 58", "scanCode, as a shop running v58 could send it", false],
    ["scanCode --versions 48,59.3.4", "scanCode, as a shop running v59.3.4 could send it", true],
    [response, "An answer to scanCode that shops running 48.. accept", false],
    [`${response} --release 59.3.4`, "An answer to scanCode that shops running v59.3.4 accept", true],
  ])("is of the newest release, the one that is named, or every shop: %s", async (line, says, hasForm) => {
    const { stdout, stderr } = await call(line);
    expect(stderr).toBe(`${says} (--seed 1).\n`);
    expect("form" in read(stdout)).toBe(hasForm);
  });

  it("prints as JSON what it is, too", async () => {
    const { stdout, stderr } = await call("pauseSession --json --seed 12 --release 48");
    const { body, ...rest } = read(stdout);
    const said = {
      event: "pauseSession",
      side: "request",
      size: "rich",
      seed: 12,
      shops: "v48",
      warnings: [],
    };
    expect(rest).toEqual(said);
    expect(body).toHaveProperty("session");
    expect(stderr).toBe("");
  });
});
