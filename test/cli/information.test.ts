import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { commandNames, commands, sharedOptions } from "../../generator/cli/options/commands.js";
import { targets } from "../../generator/targets/all.js";
import { inProject } from "./project.js";

const call = (...args: readonly string[]) => inProject((project) => project.call(...args));

describe("the command line tells", () => {
  it("its version", async () => {
    const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
    const { version } = JSON.parse(text) as { version: string };
    const { code, stdout, stderr } = await call("--version");
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout.split("\n")).toEqual([
      version,
      expect.stringMatching(/^The spec is known up to v\d/) as unknown,
      "",
    ]);
  });

  it("how it is used", async () => {
    const { code, stdout, stderr } = await call("--help");
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^mplus-codegen <command> \[options\]\n/);
    for (const name of commandNames) expect(stdout).toMatch(new RegExp(`^  ${name} `, "m"));
    for (const name of sharedOptions) expect(stdout).toContain(`--${name} `);
    expect(stdout).not.toContain("--min-version  ");
    expect(stdout).toMatch(
      /^ {2}0 {2}done\n {2}1 {2}what was asked about is amiss.*\n {2}2 {2}the call or the spec is wrong$/m,
    );
  });

  it.each([
    ["help"],
    ["-h"],
    ["help", "diff"],
    ["diff", "-h"],
    ["--json", "diff", "--help"],
    ["--out", "diff", "--help"],
  ])("the same however help is asked for: %s %s %s", async (...words) => {
    const isOfDiff = words.includes("diff") && words[0] !== "--out";
    expect(await call(...words)).toEqual(await call(...(isOfDiff ? ["diff", "--help"] : ["--help"])));
  });

  it("what options a command has", async () => {
    const { code, stdout } = await call("generate", "--help");
    expect(code).toBe(0);
    const listed = [...stdout.matchAll(/^ +(?:-\w, )?--([a-z0-9-]+)/gm)].map(([, name]) => name);
    expect(listed).toEqual(expect.arrayContaining([...commands.generate.options]));
  });

  it("what can be generated", async () => {
    const { code, stdout, stderr } = await call("targets");
    expect([code, stderr]).toEqual([0, ""]);
    const rows = stdout.split("\n").slice(0, -1);
    expect(rows.map((row) => row.split(" ")[0])).toEqual(targets.map(({ name }) => name));
    for (const [index, { summary, needs }] of targets.entries()) {
      expect(rows[index]).toContain(summary);
      if (needs.length > 0) expect(rows[index]).toMatch(new RegExp(`\\(with ${needs.join(", ")}\\)$`));
    }
  });

  it("what can be generated, to a program", async () => {
    const { stdout } = await call("targets", "--json");
    expect(JSON.parse(stdout)).toEqual({
      targets: targets.map(({ name, summary, needs }) => ({ name, summary, needs })),
    });
  });

  it("what releases there are", async () => {
    await inProject(async (project) => {
      project.putSpec({ "releases.json#/releases/1/summary": "Bills\u001b[31m\u202e." });
      expect(await project.call("versions", "--spec", "spec")).toEqual({
        code: 0,
        stdout: [
          "v10                  The first.",
          "v11                  Bills\\u001b[31m\\u202e.",
          "v12.1                Labels.",
          "v13.0.2  2026-01-31  Forms.",
          "",
          "Known up to v13.0.2, as of January 2026.",
          "",
        ].join("\n"),
        stderr: "",
      });
    });
  });

  it("what the spec rests on, and how far that goes", async () => {
    await inProject(async (project) => {
      const kind = "vendor page";
      const first = { title: "A page", kind, newest: "12.1", stated: "2026-01-05", covers: "Much." };
      const sources = [first, { title: "Another page", kind, covers: "Little." }];
      project.putSpec({ "sources.json": { sources } });
      const { stdout } = await project.call("versions", "--spec", "spec");
      expect(stdout.split("\n\n").at(-1)).toBe(
        "Its sources:\n  A page        up to v12.1  2026-01-05\n  Another page\n",
      );
      const json = JSON.parse((await project.call("versions", "--spec", "spec", "--json")).stdout) as object;
      expect(json).toMatchObject({ sources });
    });
  });

  it("what releases there are, to a program", async () => {
    const { code, stdout } = await call("versions", "--json");
    expect(code).toBe(0);
    const { releases } = JSON.parse(stdout) as { releases: { release: string; summary: string }[] };
    expect(releases[0]).toEqual({ release: "11.1", summary: expect.any(String) as unknown });
    expect(releases.length).toBeGreaterThan(10);
  });
});
