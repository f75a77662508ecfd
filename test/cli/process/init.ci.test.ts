import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { linkPackages } from "../../package/link-packages.js";
import { inProject } from "../../workbench/project.js";
import { addToServer, ownServers } from "./added-server.js";
import { checkProject, makeOfEveryEvent, makeProject } from "./made-project.js";

it("init makes a project for express that compiles, passes its own tests, starts and stops, and takes another event", () =>
  makeProject("express"));

it("init makes a project of every event that passes its own tests", makeOfEveryEvent);

it.each([
  { name: "shops of one old release", given: ["--max-version", "40", "--min-version", "40"] },
  { name: "gated answers", given: ["--min-version", "11.3", "--responses", "gated"] },
])("init makes a project in a deep folder that passes its own tests, for $name", async ({ given }) => {
  await inProject(async (project) => {
    const events = "scanCode,addSessionLine,removeSessionLine,backgroundPoll,completeSession,creditSession";
    await project.call("init", "express", "--dir", "deep/in/My Hooks", "--events", events, ...given);
    const folder = join(project.folder, "deep/in/My Hooks");
    const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as object;
    expect(manifest).toMatchObject({ name: "my-hooks", private: true });
    linkPackages(folder);
    await checkProject(folder);
  });
});

it.each(ownServers)("init adds to an Express server, which answers, in $name", addToServer);
