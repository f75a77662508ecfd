import { indexModel } from "../../../generator/drift/judge/known.js";
import { buildModel } from "../../../generator/model/build.js";
import { createSmallSpec, object } from "../../workbench/small-spec.js";

const item = object("Item", { size: { type: "integer" }, note: { type: "string", "x-added-in": "20" } }, [
  "size",
]);

const ping = object(
  "Ping",
  {
    id: { type: "string", format: "uuid" },
    count: { type: "integer" },
    big: { type: "integer", format: "int64" },
    price: { type: "number" },
    kind: { title: "Kind", type: "string", enum: ["a", "b"] },
    late: { type: "boolean", "x-added-in": "20" },
    gone: { type: "boolean", "x-removed-in": "20" },
    plan: { type: "boolean", "x-planned": true },
    rumour: { type: "boolean", "x-seen": "another API" },
    items: { type: "array", items: item },
  },
  ["id"],
);

/** What a small spec knows: `ping` comes with both events, `echo` with one of them, since 30. */
export const shop = indexModel(
  buildModel(
    createSmallSpec({
      ping,
      files: {
        "requests/echo.json": { ...object("Echo", { text: { type: "string" } }), "x-added-in": "30" },
        "events/pingBack.json": {
          description: "A sign of life that comes back.",
          "x-added-in": "30",
          carries: { ping: { required: true }, echo: {} },
          answers: { pong: {} },
        },
      },
    }),
  ),
);
