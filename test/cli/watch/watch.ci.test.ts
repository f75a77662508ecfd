import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { unlessAway, withWatch, type WatchedProject } from "./watched-project.js";

const event = "spec/events/scanCode.json";
const args = ["--target", "types", "--min-version", "48", "--spec", "spec"];

/** Changes the event's description, which becomes a comment in the types. */
const describeAs = ({ read }: WatchedProject, text: string): string =>
  read(event).replace(/"description": "[^"]*"/, `"description": "${text}"`);

const typesOf = ({ read }: WatchedProject): string =>
  read("generated/types/requests.ts") + read("generated/types/index.ts");

describe("--watch", () => {
  it("writes an edit, says in one line what changed, and ends in order at Ctrl-C", () =>
    withWatch({ args, files: { "package.json": "{}" } }, async (project) => {
      await project.says(
        /^types +3 new\n\nWrote to generated\/[^]*Watching package\.json and spec\. Press Ctrl-C to stop\.\n/,
      );
      let line = "";
      // A watcher that has not run for a while scans the folder and sees several files, so the output names none of
      // them.
      for (let n = 0; n < 20 && !line.includes("scanCode.json\n"); n += 1) {
        project.write(event, describeAs(project, `Something new, ${n}.`));
        line = await project.says(/.*\nWrote to .*\n/);
      }
      expect(line).toMatch(
        /^\d\d:\d\d:\d\d {2}spec\/events\/scanCode\.json\nWrote to generated\/: \d changed, \d unchanged\.\n$/,
      );
      expect(typesOf(project)).toContain("Something new, ");
      expect(await project.interrupt()).toMatchObject({ code: 0, stderr: "" });
    }));

  it("says where a file is broken, touches nothing, and goes on when it is mended", () =>
    withWatch({ args }, async (project) => {
      await project.says(/Ctrl-C/);
      const before = typesOf(project);
      const mended = describeAs(project, "Mended.");
      project.write(event, mended.replace("{", "{,"));
      await project.says(/events\/scanCode\.json:1:2 \(json-syntax\)\n {2}1 \| \{,/);
      expect(typesOf(project)).toBe(before);
      project.write(event, mended);
      await project.says(/Nothing was written\.\n[^]*Wrote to generated\/: \d changed/);
      expect(typesOf(project)).toContain("Mended.");
    }));

  it("takes a file that is renamed into place, and a burst of writes", () =>
    withWatch({ args }, async (project) => {
      await project.says(/Ctrl-C/);
      project.writeByRename(event, describeAs(project, "Renamed."));
      await project.says(/Wrote to generated\/: \d changed/);
      expect(typesOf(project)).toContain("Renamed.");
      for (let i = 0; i <= 30; i++) project.write(event, describeAs(project, `Burst ${i}.`));
      await waitFor(() => typesOf(project).includes("Burst 30."));
    }));

  it("bears that the spec goes away, and takes it when it is back", () =>
    withWatch({ args }, async (project) => {
      await project.says(/Ctrl-C/);
      project.move("spec", "away");
      await project.says(/The spec folder spec cannot be read: it does not exist/);
      expect(existsSync(join(project.folder, "generated/types/requests.ts"))).toBe(true);
      project.move("away", "spec");
      await project.says(/Nothing to do: /);
      project.write(event, describeAs(project, "Back."));
      await waitFor(() => typesOf(project).includes("Back."));
    }));

  it("leaves a file alone that somebody edited, and goes on", () =>
    withWatch({ args }, async (project) => {
      await project.says(/Ctrl-C/);
      const { read, write } = project;
      const [path, text] = ["generated/types/requests.ts", read("generated/types/requests.ts")];
      write(path, `${text}// mine\n`);
      write(event, describeAs(project, "Not yet."));
      await project.says(/generated\/types\/requests\.ts/);
      expect(read(path)).toBe(`${text}// mine\n`);
      write(path, text);
      write(event, describeAs(project, "Now."));
      await waitFor(() => typesOf(project).includes("Now."));
    }));

  it("follows a config, and what it imports, through its mistakes", () =>
    withWatch(
      { args: [], files: { "mplus-codegen.config.ts": config, "fleet.ts": fleet("48") } },
      async (project) => {
        await project.says(/Watching .*mplus-codegen\.config\.ts.*fleet\.ts.* and spec\. Press Ctrl-C/);
        project.write("fleet.ts", fleet("50"));
        await project.says(/Wrote to a\/: \d changed/);
        expect(project.read("a/stamp.json")).toContain('"minVersion": "50"');
        project.write("fleet.ts", "export const oldest = ;");
        await project.says(/cannot be read: ParseError: Unexpected token .*fleet\.ts:1:22/);
        project.remove("fleet.ts");
        await project.says(/cannot be read: .*fleet\.ts/);
        project.write("fleet.ts", fleet("51"));
        await project.says(/Wrote to a\/: /);
        project.write("mplus-codegen.config.ts", config.replace('out: "b"', 'out: "c"'));
        await project.says(/Wrote to c\/: 3 new/);
      },
    ));

  it.each(["--check", "--json"])("does not go with %s", (flag) =>
    withWatch({ args: [...args, flag] }, async (project) => {
      await expect(project.says(/Press Ctrl-C/)).rejects.toThrow(`--watch cannot be combined with ${flag}.`);
    }),
  );
});

/** Polls until the condition is met. While a file is being replaced, it is missing for a moment. */
async function waitFor(isSo: () => boolean): Promise<void> {
  while (!unlessAway(isSo, false)) await new Promise((resolve) => setTimeout(resolve, 5));
}

const fleet = (oldest: string): string => `export const oldest = ${JSON.stringify(oldest)};\n`;

const config = [
  'import { oldest } from "./fleet.js";',
  "export default { outputs: [",
  '  { target: ["types"], spec: "spec", minVersion: oldest, out: "a" },',
  '  { target: ["types"], spec: "spec", minVersion: "55", out: "b" },',
  "] };",
].join("\n");
