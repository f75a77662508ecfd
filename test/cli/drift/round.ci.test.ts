import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { inProject } from "../../workbench/project.js";
import { copySpec } from "../copied-spec.js";

const page = (words: string): string => `# Webhook release notes

## Response objects

### form

| Property             | Type              | Since | Explanation |
| -------------------- | ----------------- | ----- | ----------- |
| fields[].placeholder | string (optional) | v59.6 | ${words}    |
`;

it("a new release is done after one round: the spec is edited, the block pasted, and what it names deleted", async () => {
  const spec = copySpec();
  const edit = (file: string, from: string, to: string): void => {
    const path = join(spec, file);
    const text = readFileSync(path, "utf8");
    expect(text).toContain(from);
    writeFileSync(
      path,
      text.replace(from, () => to),
    );
  };
  await inProject(async ({ call, put }) => {
    put("notes.md", page("Shown while a field is empty."));
    const drift = async () => (await call("drift", "notes.md", "--spec", spec)).stdout;
    const first = await drift();
    expect(first).toContain("run: mplus-codegen release 59.6 ");
    await call("release", "59.6", "--summary", "Placeholders in forms.", "--spec", spec);
    expect(await drift()).not.toContain("run:");
    edit("sources.json", '"newest": "59.5.2"', '"newest": "59.6"');
    edit(
      "responses/form.json",
      '"separator": {',
      '"placeholder": { "description": "Shown in an empty field.", "type": "string", "x-added-in": "59.6" },\n"separator": {',
    );
    expect(await call("lint", "--spec", spec)).toMatchObject({ code: 0 });
    const review = async () => {
      const told = await drift();
      const [, line] = /^Delete the reviews of what is gone: .*:(\d+)\.$/m.exec(told) ?? [];
      const path = join(spec, "drift/reviewed.json");
      const lines = readFileSync(path, "utf8").split("\n");
      if (line !== undefined) lines.splice(Number(line) - 1, 1);
      writeFileSync(path, lines.join("\n"));
      const [, sentence = ""] = /"sentences": \[\n\s*(\{.*\})/.exec(told) ?? [];
      edit("drift/reviewed.json", '"sentences": [', `"sentences": [\n    ${sentence},`);
      expect(await call("lint", "--spec", spec)).toMatchObject({ code: 0 });
      expect(await drift()).toMatch(/^Nothing to do\./);
      return line;
    };
    expect(await review()).toBeUndefined();
    put("notes.md", page("Shown while nobody has filled it in."));
    expect(await review()).toBeDefined();
  });
});
