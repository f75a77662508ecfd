import type { CheckedSpec } from "../../../generator/contract/read/checked-spec.js";
import { createSmallSpec, object } from "../../workbench/small-spec.js";

/** A spec of release 48 with a single event and these samples, by name. Each sample's text is also its description. */
export const createPingedSpec = (samples: Readonly<Record<string, string>>): CheckedSpec =>
  createSmallSpec({
    ping: object("Ping", { text: { type: "string" } }),
    files: {
      "releases.json": { releases: [{ release: "48", summary: "Something." }] },
      ...Object.fromEntries(
        Object.entries(samples).map(([name, text]) => [
          `examples/ping/${name}.json`,
          // The dialect rejects longer descriptions.
          { description: text.slice(0, 4000), release: "48", request: { ping: { text } } },
        ]),
      ),
    },
  });
