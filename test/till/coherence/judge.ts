import type { Body } from "./body.js";
import type { Circumstances } from "./coherence.js";
import { coherences } from "./coherences.js";

/** The contradictions within a request, as "event, release, coherence: what". */
export const judge = (body: Body, { event, release }: Circumstances): string[] =>
  coherences.flatMap(({ name, violated }) => {
    const what = violated(body, { event, release });
    return what === undefined ? [] : [`${event}, v${release}, ${name}: ${what}`];
  });
