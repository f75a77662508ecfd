import type { Draw } from "../../workbench/draw.js";
import { exampleBodies } from "../../emitted/validators/bodies.js";
import { listPaths, update, type JsonPath } from "../../workbench/json-paths.js";
import { loadRealModel } from "../../workbench/real-spec.js";
import { hostileValues } from "./hostile-values.js";

export interface HostileBody {
  readonly name: string;
  readonly event: string;
  readonly body: string;
}

interface Plan {
  readonly event: string;
  readonly document: unknown;
  readonly path: JsonPath;
  readonly value: string;
}

/** Yields every hostile value at every path of every example request, or a sample of this size. */
export function* drawHostileBodies(draw: Draw, amount: number): Generator<HostileBody> {
  const plans = exampleBodies(loadRealModel())
    .filter(({ body }) => body === "request")
    .flatMap(({ event, document }) =>
      listPaths(document).flatMap((path) =>
        Object.keys(hostileValues).map((value): Plan => ({ event, document, path, value })),
      ),
    );
  for (let left = Math.min(amount, plans.length); left > 0; left--) {
    const at = draw.below(plans.length);
    const plan = plans[at];
    const last = plans.pop();
    if (plan === undefined || last === undefined) return;
    if (at < plans.length) plans[at] = last;
    yield toBody(plan);
  }
}

const hole = "HOLE-0f8fad5b";

function toBody({ event, document, path, value }: Plan): HostileBody {
  const text = JSON.stringify(update(document, path, () => hole));
  const body = text.replace(`"${hole}"`, () => hostileValues[value] ?? "");
  return { name: `${event} with ${value} at /${path.join("/")}`, event, body };
}
