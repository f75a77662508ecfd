import { describe, expect, it } from "vitest";
import { secret } from "../conformance/signature.js";
import { receiver } from "../till/doctor/servers/receiver.js";
import { http } from "../till/doctor/servers/serve.js";
import { inProject, inSmallProject } from "../workbench/project.js";

/** The variables that `npx` sets for a program. */
const npx = { npm_command: "exec" };

describe("a call without arguments", () => {
  it("says what this is, with three calls and where the help is", async () => {
    const { code, stdout, stderr } = await inProject((project) => project.call());
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr.split("\n")).toEqual([
      "Typed, signed and validated MplusKASSA webhook endpoints. Unofficial.",
      "",
      "  mplus-codegen init express --min-version 48",
      "  mplus-codegen --target express --min-version 48",
      "  mplus-codegen --target docs,types --out webhooks",
      "",
      "All commands, targets and options: mplus-codegen --help",
      "",
    ]);
  });

  it("generates what a config says", async () => {
    await inSmallProject(async (project) => {
      const outputs = [{ target: ["types"], spec: "spec" }];
      project.put("mplus-codegen.config.json", JSON.stringify({ outputs }));
      expect(await project.call()).toMatchObject({ code: 0, stderr: "" });
    });
  });
});

describe("where npx started the program", () => {
  it.each([
    ["", "npx mplus-codegen init express --min-version 48\n"],
    ["--help", /^npx mplus-codegen <command>/],
    ["exprss", "Did you mean npx mplus-codegen --target express? See npx mplus-codegen --help.\n"],
    ["simulate loyalty", "mplus-codegen: Enter the receiver's URL."],
    ["completion", /\(mplus-codegen --get-yargs-completions /],
  ])("a printed call begins with npx, and nothing else does: %s", async (line, want) => {
    const call = line === "" ? [] : line.split(" ");
    const { stdout, stderr } = await inProject((project) => project.call(...call), npx);
    expect(stdout + stderr).toEqual(
      typeof want === "string" ? expect.stringContaining(want) : expect.stringMatching(want),
    );
    expect(stdout + stderr).not.toContain("npx npx");
  });
});

describe("the .env of the working folder", () => {
  const sendWith = async (env: string, environment = {}) => {
    const { host, close } = await http(receiver())();
    const run = inProject(async (project) => {
      project.put(".env", env);
      return project.call("send", "scanCode", "--url", `http://${host}/mplus`);
    }, environment);
    return run.finally(close);
  };

  it("has the secret where the environment does not", async () => {
    expect(await sendWith(`# the shop\nexport MPLUS_SECRET="${secret}" # key\n`)).toMatchObject({ code: 0 });
  });

  it("does not replace what the environment has", async () => {
    const { code, stderr } = await sendWith(`MPLUS_SECRET=${secret}`, { MPLUS_SECRET: "c2VjcmV0" });
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining("MPLUS_SECRET is not base64 of at least 16 bytes") as string,
    ]);
  });

  it("is never shown", async () => {
    const { code, stdout, stderr } = await sendWith("MPLUS_SECRET=correct horse");
    expect([code, stdout + stderr]).toEqual([2, expect.not.stringContaining("horse") as string]);
  });
});
