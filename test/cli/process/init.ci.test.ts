import { it } from "vitest";
import { addToServer, ownServers } from "./added-server.js";
import { makeOfEveryEvent, makeProject } from "./made-project.js";

it("init makes a project for express that compiles, passes its own tests, starts and stops, and takes another event", () =>
  makeProject("express"));

it("init makes a project of every event that passes its own tests", makeOfEveryEvent);

it.each(ownServers)("init adds to an Express server, which answers, in $name", addToServer);
