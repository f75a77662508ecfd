import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { linkPackages } from "../../package/link-packages.js";
import { madeFrameworks } from "../../package/stranger/paths.js";
import { inProject } from "../project.js";
import { checkProject, makeProject } from "./made-project.js";

const someEvents =
  "scanCode,addSessionLine,removeSessionLine,backgroundPoll,completeSession,creditSession,startExternalPayment";

describe("init", () => {
  it.each(madeFrameworks.filter((name) => name !== "express"))(
    "makes a project for %s that compiles, passes its own tests, starts and stops",
    makeProject,
  );

  it.each([
    { name: "any shop", given: [] },
    { name: "shops of one old release", given: ["--max-version", "40", "--min-version", "40"] },
    { name: "shops of later releases than any example", given: ["--min-version", "59.4.2"] },
    { name: "shops of two releases", given: ["--versions", "16.2,59.5.2"] },
    { name: "gated answers", given: ["--min-version", "11.3", "--responses", "gated"] },
  ])("makes a project for several events and $name", async ({ given }) => {
    await inProject(async (project) => {
      const { code, stderr } = await project.call(
        ...["init", "express", "--dir", "deep/in/My Hooks", "--events", someEvents, ...given],
      );
      expect([code, stderr]).toEqual([0, ""]);
      const folder = join(project.folder, "deep/in/My Hooks");
      expect(JSON.parse(readFileSync(join(folder, "package.json"), "utf8"))).toMatchObject({
        name: "my-hooks",
        private: true,
      });
      expect(readdirSync(join(folder, "scenarios"))).toEqual(
        someEvents
          .split(",")
          .map((event) => `${event}.yaml`)
          .toSorted(),
      );
      linkPackages(folder);
      await checkProject(folder);
    });
  });
});
