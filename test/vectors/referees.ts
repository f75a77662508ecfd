import { getOrCreate } from "../../generator/base/once.js";
import { isInFleet } from "../../generator/base/time/fleet.js";
import { parseRelease } from "../../generator/base/time/release.js";
import { existsAt } from "../../generator/base/time/spans.js";
import type { ObjectView } from "../../generator/contract/view/view.js";
import { findEvent, interpret, type Accepts } from "../laws/judges/interpreted.js";
import { fitsAt } from "../laws/judges/oracle.js";
import { createFleetJudge } from "../laws/judges/whole-fleet.js";
import type { Reading } from "../workbench/json-schema.js";
import type { Call } from "./interpreter.js";
import type { Subject } from "./vectors.js";

type CallWithoutBody = Omit<Call, "body">;

/**
 * Judges bodies without the table: by ajv with the view's schema, or by the model at the shop's release. Undefined for
 * calls that do not judge a body.
 */
export function createReferee({ model, fleet, mode, view }: Subject) {
  const judges = new Map<ObjectView, Accepts>();
  const byAjv = (object: ObjectView, reading: Reading): Accepts =>
    getOrCreate(judges, object, () => interpret(object, reading));
  const fitsFleet = createFleetJudge(model, fleet);
  return ({ call, event, options: { version, unsupported } = {} }: CallWithoutBody): Accepts | undefined => {
    if (call === "validateErrorRequest") return byAjv(view.errorRequest, "request");
    const inView = findEvent(view, event);
    const inModel = model.events.find(({ name }) => name === event);
    if (call === "validateRequest") return inView ? byAjv(inView.request, "request") : () => false;
    if (call !== "validateResponse" || unsupported === "drop") return undefined;
    if (!inView || !inModel) return () => false;
    if (version === undefined)
      return mode === "safe" ? byAjv(inView.response, "response") : (body) => fitsFleet(inModel, body);
    const release = parseRelease(version);
    if (release === undefined || !isInFleet(release, fleet)) return undefined;
    if (!existsAt(inModel.exists, release)) return () => false;
    if (mode === "safe") return byAjv(inView.response, "response");
    return (body) => fitsAt(inModel.response, body, { release, side: "response" });
  };
}
