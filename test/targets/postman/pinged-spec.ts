import type { CheckedSpec } from "../../../generator/contract/read/checked-spec.js";
import { createSmallSpec, object } from "../../workbench/small-spec.js";

/** A spec of release 48 whose only event has these samples, by name: each holds its text and is described by it. */
export const createPingedSpec = (samples: Readonly<Record<string, string>>): CheckedSpec =>
  createSmallSpec({
    ping: object("Ping", { text: { type: "string" } }),
    files: {
      "releases.json": { releases: [{ release: "48", summary: "Something." }] },
      ...Object.fromEntries(
        Object.entries(samples).map(([name, text]) => [
          `examples/ping/${name}.json`,
          // The dialect lets no description be longer.
          { description: text.slice(0, 4000), release: "48", request: { ping: { text } } },
        ]),
      ),
    },
  });
