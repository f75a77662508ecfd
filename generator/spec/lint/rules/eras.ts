import { report } from "../../../problem/catalogue.js";
import type { Problem } from "../../../problem/problem.js";
import { placeInside } from "../../pointer.js";
import { toRelease } from "../../promised.js";
import type { VisitedSpec } from "../visit-shapes.js";

/** The eras of `x-was` ascend. */
export function erasAscend(spec: VisitedSpec): Problem[] {
  return spec.visits.flatMap(({ shape, place }) => {
    const eras = shape["x-was"] ?? [];
    return eras.flatMap(({ until }, index) => {
      const previous = eras[index - 1]?.until;
      return previous !== undefined && toRelease(previous) >= toRelease(until)
        ? [report("era-order", { until }, placeInside(place, "x-was", index, "until"))]
        : [];
    });
  });
}
