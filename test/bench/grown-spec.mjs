import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A spec with this many events, each with a request and an answer of its own; ours has 24 events. */
export function writeGrownSpec(folder, events) {
  const files = new Map([
    [
      "releases.json",
      { releases: ["10", "20", "30"].map((release) => ({ release, summary: "Something." })) },
    ],
    ["error-codes.json", { ...text("A fault."), title: "ErrorCode", "x-open": true, enum: ["OOPS"] }],
    ["requests/errorRequest.json", object("ErrorRequest", { error: text("The fault.") })],
    ["responses/error.json", object("ErrorAnswer", { code: { $ref: "error-codes.json" } })],
    [
      "envelope.json",
      { ...described, carries: {}, answers: { error: {} }, errorRequest: "requests/errorRequest.json" },
    ],
  ]);
  for (let n = 0; n < events; n++) {
    files.set(`requests/sent${n}.json`, object(`Sent${n}`, listProperties("sent", n)));
    files.set(`responses/given${n}.json`, object(`Given${n}`, listProperties("given", n)));
    files.set(`events/event${n}.json`, {
      ...described,
      carries: { [`sent${n}`]: { required: true } },
      answers: { [`given${n}`]: {} },
    });
    files.set(`examples/event${n}/usual.json`, {
      ...described,
      release: "30",
      request: { [`sent${n}`]: { name0: "A text." } },
      response: { [`given${n}`]: { name0: "A text." } },
    });
  }
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), JSON.stringify(content));
  }
}

const described = { description: "Something." };
const text = (description) => ({ description, type: "string" });
const object = (title, properties) => ({ title, ...described, type: "object", properties });

/** Properties of each type, some of a later release, and a list of objects. */
const listProperties = (prefix, n) => ({
  ...Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [
      `name${index}`,
      {
        ...text(`Property ${index}.`),
        type: ["string", "integer", "boolean"][index % 3],
        ...(index % 4 === 3 && { "x-added-in": ["20", "30"][index % 2] }),
      },
    ]),
  ),
  lines: {
    ...described,
    type: "array",
    items: object(`${prefix[0].toUpperCase()}${prefix.slice(1)}Line${n}`, { text: text("A text.") }),
  },
});
