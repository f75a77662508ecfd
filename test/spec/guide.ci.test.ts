import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ownSpec } from "../../generator/contract/package/package-files.js";
import { runCommand, splitWords } from "../workbench/command.js";
import { copySpec } from "../cli/copied-spec.js";

const page = readFileSync(join(ownSpec, "README.md"), "utf8");
const [guide = ""] = page.split("\n## Keeping in step")[1]?.split("\n## ") ?? [];
const blocksOf = (language: string): string[] =>
  [...guide.matchAll(/^```(.*)\n([^]*?)^```$/gm)].flatMap(([, found, text = ""]) =>
    found === language ? [text] : [],
  );

const [property = ""] = blocksOf("json");
const commands = blocksOf("bash").flatMap((block) =>
  [...block.matchAll(/^npx mplus-codegen (.*)$/gm)].map(([, call = ""]) => call),
);

const parse = (text: string) => JSON.parse(text) as unknown;

describe("the guide to keeping in step with a release", () => {
  it("adds what the spec really has", () => {
    const dialog = readFileSync(join(ownSpec, "responses", "dialog.json"), "utf8");
    const pattern = /"disabled": (\{[^]*?\n {10}\})/;
    expect({ disabled: parse(pattern.exec(dialog)?.[1] ?? "null") }).toEqual(parse(property));
  });

  it("shows what diff really prints", async () => {
    expect((await runCommand(["diff", "59.3.4"])).stdout).toBe(blocksOf("")[0]);
  });

  it("has commands that work, from the announcement to the pull request", async () => {
    const before = copySpec(unannounced);
    const spec = copySpec(
      Object.fromEntries(Object.keys(unannounced).map((path) => [path, () => textOf(before, path)])),
    );
    const cwd = join(spec, "..");
    const call = (text = "", ...more: string[]) => {
      const notes = join(spec, "..", "notes.md");
      writeFileSync(notes, "# Releases\n\n## 59.3.4\n\n- Added `dialog.dialogOptions[].disabled`.\n");
      const folders: Record<string, string> = { spec, "../before/spec": before, "notes.md": notes };
      return runCommand([...splitWords(text).map((word) => folders[word] ?? word), ...more], { cwd });
    };
    const [release, compare = "", lint, versions, diff, annotate] = commands;
    expect((await call(release, "--spec", spec)).code).toBe(0);
    const report = await call(compare);
    expect(report.code).toBe(1);
    expect(report.stdout).toContain("says: “Added dialog.dialogOptions[].disabled.”");
    const path = "responses/dialog.json";
    const added = `$1,${property.trim().slice(1, -1)}`;
    writeFileSync(join(spec, path), textOf(spec, path).replace(/("optionColor": \{[^]*?\n {10}\})/, added));
    expect((await call(lint)).stderr).toBe("");
    expect((await call(versions)).stdout).toMatch(
      /\/dialog\/dialogOptions\/\*\/disabled +property-added +v59\.3\.4/,
    );
    expect((await call(diff)).stdout).toMatch(/^1 change from .*: 1 safe\.$/m);
    const [diffing = "", script = ""] = (annotate ?? "").split(" | node ");
    const { code, stdout: input } = await call(diffing);
    expect(code).toBe(0);
    expect(execFileSync(process.execPath, [script], { input, encoding: "utf8" })).toMatch(
      /^::notice file=.*responses\/dialog\.json,line=\d+,/,
    );
  });
});

const textOf = (folder: string, path: string): string => readFileSync(join(folder, path), "utf8");

/** Restores the spec to the state before the announcement, without 59.3.4 and later. */
const unannounced: Readonly<Record<string, (text: string) => string>> = {
  "releases.json": (text) =>
    text
      .replace(/,\s*\{\s*"release": "59\.3\.4"[^}]*\}/, "")
      .replace(/,\s*\{ "release": "59\.4\.2"[^}]*\}/, ""),
  "responses/dialog.json": (text) => text.replace(/,\s*"disabled": \{[^]*?\n {10}\}/, ""),
  "responses/form.json": (text) =>
    text
      .replace(/"separator": \{[^]*?"59\.3\.4"\s*\},/, "")
      .replace(', "label"]', "]")
      .replace(/"x-enum-added-in": .*,\n/, ""),
  "examples/customAction/gift-card-form.json": (text) => text.replace(/"separator": "\w+",/g, ""),
  "requests/customAction.json": (text) => text.replaceAll("59.3.4", "59.3.2"),
  "events/completeSession.json": (text) => text.replace("59.4.2", "59.3.2"),
};
