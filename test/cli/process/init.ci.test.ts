import { it } from "vitest";
import { makeProject } from "./made-project.js";

it("init makes a project for express that compiles, passes its own tests, starts and stops", () =>
  makeProject("express"));
