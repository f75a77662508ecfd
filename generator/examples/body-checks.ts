import { createAjv, type Ajv, type ValidateFunction } from "../spec/ajv.js";
import { toRefereeDefinitions } from "../schema/schemas.js";
import type { ObjectView, View } from "../view/view.js";
import { listBodies } from "../view/walk.js";

/** The bodies of an example. */
export const bodies = ["request", "response", "errorRequest"] as const;
export type Body = (typeof bodies)[number];

/** What checks a body of this type. */
export type BodyChecks = (root: ObjectView, body: Body) => ValidateFunction;

/**
 * Creates what holds bodies against a view, requests as closely as answers: an example may hold nothing that the view does not
 * know. There is one ajv for each direction, in which the objects that many events share are compiled once.
 */
export function createBodyChecks(view: View): BodyChecks {
  const { requests, responses } = listBodies(view);
  const asked = createAjvFor(toRefereeDefinitions(requests, "closed"));
  const answered = createAjvFor(toRefereeDefinitions(responses, "response"));
  return (root, body) => {
    const ajv = body === "response" ? answered : asked;
    const validate = ajv.getSchema(`${schemaName}#/definitions/${root.name}`);
    if (!validate) throw new Error(`there is no schema of ${root.name}`);
    return validate;
  };
}

const schemaName = "contract";

function createAjvFor(definitions: object): Ajv {
  const ajv = createAjv({ allErrors: true, inlineRefs: false, validateSchema: false });
  ajv.addSchema({ definitions }, schemaName);
  return ajv;
}
