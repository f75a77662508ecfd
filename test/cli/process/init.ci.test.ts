import { it } from "vitest";
import { addToServer, makeProject } from "./made-project.js";

it("init makes a project for express that compiles, passes its own tests, starts and stops, and takes another event", () =>
  makeProject("express"));

it.each(["module", "commonjs"] as const)(
  "init adds to an Express server in TypeScript, type %s, which every compiler takes and which answers",
  addToServer,
);
