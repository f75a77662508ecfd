import { expect, it } from "vitest";
import { createStartEvent } from "../../generator/init/start-event.js";
import { modelOf, viewOf } from "../contract/view/spec-of.js";

it("a project shows a look-up by an example in which something was found", () => {
  const text = { type: "string" };
  const toExample = (code: string, response: object) => ({
    description: "A ping.",
    release: "10",
    request: { ping: { code } },
    response,
  });
  const model = modelOf({
    releases: ["10"],
    ping: { code: text },
    pong: { name: text },
    event: { start: { answer: { pong: { name: "x" } }, lookUp: { by: "/ping/code", finds: "/pong/name" } } },
    files: {
      "examples/ping/a.json": toExample("unknown", { pong: {} }),
      "examples/ping/b.json": toExample("known", { pong: { name: "y" } }),
      "examples/ping/c.json": toExample("faulty", { error: {} }),
    },
  });
  const view = viewOf(model, "10..");
  const [ping] = view.events;
  expect(ping && createStartEvent(ping, view, model).lookUp).toEqual({
    at: { object: "ping", property: "code" },
    by: "known",
    found: "x",
  });
});
