import { describe, expect, it } from "vitest";
import { withWatch, type WatchedProject } from "./watched-project.js";

const event = "spec/events/scanCode.json";
const args = ["--target", "types", "--min-version", "48", "--spec", "spec"];
const requests = "generated/types/requests.ts";

/** Changes the event's description, which becomes a comment in the types. */
const describeAs = ({ read }: WatchedProject, text: string): string =>
  read(event).replace(/"description": "[^"]*"/, `"description": "${text}"`);

const readTypes = ({ read }: WatchedProject): string => read(requests) + read("generated/types/index.ts");

const config = [
  'import { oldest } from "./fleet.js";',
  "export default { outputs: [",
  '  { target: ["types"], spec: "spec", minVersion: oldest, out: "a" },',
  '  { target: ["types"], spec: "spec", minVersion: "55", out: "b" },',
  "] };\n",
].join("\n");

describe("--watch", () => {
  it("prints what it wrote after each edit, whether written or renamed into place, until Ctrl-C", () =>
    withWatch(args, {}, async (project) => {
      await project.says(
        /^types +3 new\n\nWrote to generated\/[^]*\nWatching spec\. Press Ctrl-C to stop\.\n/,
      );
      project.write(event, describeAs(project, "Something new."));
      await project.says(
        /^types +\d changed, \d unchanged\n\nWrote to generated\/: \d changed, \d unchanged\.\n/m,
      );
      expect(readTypes(project)).toContain("Something new.");
      project.writeByRename(event, describeAs(project, "Renamed."));
      await project.says(/Wrote to generated\/: \d changed/);
      expect(readTypes(project)).toContain("Renamed.");
      const { code, stdout, stderr } = await project.interrupt();
      expect([code, stderr, stdout.match(/^Watching/gm)?.length]).toEqual([0, "", 1]);
    }));

  it("watches additions, too", () =>
    withWatch([...args, "--additions", "own"], { "own/requests/README.md": "" }, async (project) => {
      await project.says(/Watching spec and own\. Press Ctrl-C to stop\.\n/);
      const loyaltyTier = { description: "The tier of the card.", type: "string" };
      const sender = { title: "Sender", properties: { loyaltyTier } };
      project.write("own/requests/sender.json", JSON.stringify(sender));
      await project.says(/Wrote to generated\/: \d changed/);
      expect(readTypes(project)).toContain("loyaltyTier?: string;");
    }));

  it("shows where a file is broken, leaves the output alone, and continues when it is fixed", () =>
    withWatch(args, {}, async (project) => {
      await project.says(/Ctrl-C/);
      const before = readTypes(project);
      const fixed = describeAs(project, "Fixed.");
      project.write(event, fixed.replace("{", "{,"));
      await project.says(/events\/scanCode\.json:1:2 \(json-syntax\)\n {2}1 \| \{,/);
      expect(readTypes(project)).toBe(before);
      project.write(event, fixed);
      await project.says(/Wrote to generated\/: \d changed/);
      expect(readTypes(project)).toContain("Fixed.");
    }));

  it("leaves a file alone that somebody edited, and continues", () =>
    withWatch(args, {}, async (project) => {
      await project.says(/Ctrl-C/);
      const text = project.read(requests);
      project.write(requests, `${text}// mine\n`);
      project.write(event, describeAs(project, "Not yet."));
      await project.says(/generated\/types\/requests\.ts was edited after generation/);
      expect(project.read(requests)).toBe(`${text}// mine\n`);
    }));

  it("reads a config and its imports again, also after a mistake in them", () =>
    withWatch(
      ["--quiet"],
      { "mplus-codegen.config.ts": config, "fleet.ts": "export const oldest = ;\n" },
      async (project) => {
        await project.says(/cannot be read: ParseError: Unexpected token .*fleet\.ts:1:22/);
        await project.says(/^Watching mplus-codegen\.config\.ts\. Press Ctrl-C/m);
        project.write("fleet.ts", 'export const oldest = "50";\n');
        project.write("mplus-codegen.config.ts", `${config}\n`);
        await expect.poll(() => readStamp(project, "a"), soon).toContain('"minVersion": "50"');
        project.write("fleet.ts", 'export const oldest = "51";\n');
        project.write("mplus-codegen.config.ts", config.replace('out: "b"', 'out: "c"'));
        await expect.poll(() => readStamp(project, "c"), soon).toContain('"minVersion": "55"');
        expect(readStamp(project, "a")).toContain('"minVersion": "51"');
        project.write(event, describeAs(project, "In the spec of the config."));
        await expect
          .poll(() => project.read("c/types/requests.ts"), soon)
          .toContain("In the spec of the config.");
        expect((await project.interrupt()).stdout).toBe(
          "Watching mplus-codegen.config.ts. Press Ctrl-C to stop.\n",
        );
      },
    ));
});

/** A run takes a second. */
const soon = { timeout: 30_000 };

/** Empty while the folder is being written. */
function readStamp({ read }: WatchedProject, folder: string): string {
  try {
    return read(`${folder}/stamp.json`);
  } catch {
    return "";
  }
}
