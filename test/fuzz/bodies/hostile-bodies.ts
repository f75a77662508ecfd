import type { Draw } from "../../workbench/draw.js";
import { exampleBodies } from "../../emitted/validators/bodies.js";
import { listPaths, update } from "../../workbench/json-paths.js";
import { loadRealModel } from "../../workbench/real-spec.js";
import { hostileValues } from "./hostile-values.js";

export interface HostileBody {
  readonly name: string;
  readonly event: string;
  readonly body: string;
}

const hole = "HOLE-0f8fad5b";

/** Yields every hostile value at every path of every example request, or a sample of this size. */
export function* drawHostileBodies(draw: Draw, amount: number): Generator<HostileBody> {
  const plans = exampleBodies(loadRealModel())
    .filter(({ body }) => body === "request")
    .flatMap((example) =>
      listPaths(example.document).flatMap((path) =>
        Object.entries(hostileValues).map(([name, value]) => ({ ...example, path, name, value })),
      ),
    );
  for (let left = Math.min(amount, plans.length); left > 0; left--) {
    const [plan] = plans.splice(draw.below(plans.length), 1);
    if (plan === undefined) return;
    const { event, document, path, name, value } = plan;
    const text = JSON.stringify(update(document, path, () => hole));
    const body = text.replace(`"${hole}"`, () => value);
    yield { name: `${event} with ${name} at /${path.join("/")}`, event, body };
  }
}
