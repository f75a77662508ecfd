import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { createSmallSpec, object, type Shape } from "../../workbench/small-spec.js";
import type { Start } from "./cases.js";

interface Listed {
  readonly objects: Readonly<Record<string, { title: string; required?: string[]; properties: Shape }>>;
  readonly carries: object;
  readonly bodies: readonly object[];
}

const listed = parse(readFileSync(join(import.meta.dirname, "inlined-specs.yaml"), "utf8")) as Readonly<
  Record<"inlined" | "respelt", Listed>
>;

const toSubject = ({ objects, carries, bodies }: Listed) => ({
  spec: createSmallSpec({
    files: {
      "events/ping.json": { description: "A sign of life.", carries, answers: { pong: {} } },
      ...Object.fromEntries(
        Object.entries(objects).map(([path, { title, properties, required }]) => [
          path,
          object(title, properties, required),
        ]),
      ),
    },
  }),
  starts: bodies.map((document): Start => ({ event: "ping", body: "request", document })),
});

export const inlined = toSubject(listed.inlined);
export const respelt = toSubject(listed.respelt);
