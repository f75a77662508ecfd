import { it } from "vitest";
import { addToServer, makeProject } from "./made-project.js";

it("init makes a project for express that compiles, passes its own tests, starts and stops, and takes another event", () =>
  makeProject("express"));

it("init adds to a server of one's own, which works once what is printed is done", addToServer);
