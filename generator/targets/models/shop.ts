import type { Definitions } from "../../schema/definitions.js";
import type { SchemaObject } from "../../schema/dialect.js";
import { referTo } from "./model-schema.js";

/** What the shop of the guide can do in a fleet: it may use no class that is not generated. */
export interface ShopParts {
  readonly hasForm: boolean;
  readonly hasPolling: boolean;
  readonly hasPrepayment: boolean;
  /** The class of what `startExternalPayment` answers, which may be one of its own. */
  readonly startedPayment: string;
}

/** What the shop of the guide can do, seen from the answers of the fleet. */
export const describeShop = (schemas: Definitions): ShopParts => ({
  hasForm: findAnswer(schemas, "StartPaymentResponse", "form") !== undefined,
  hasPolling: findAnswer(schemas, "StartPaymentResponse", "polling") !== undefined,
  hasPrepayment: findAnswer(schemas, "BackgroundPollResponse", "prepayTable") !== undefined,
  startedPayment:
    findAnswer(schemas, "StartExternalPaymentResponse", "externalPayment") ?? "ExternalPaymentAnswer",
});

/** The name of the class of a property. */
function findAnswer(schemas: Definitions, response: string, property: string): string | undefined {
  const properties = schemas.get(response)?.["properties"] as
    Readonly<Record<string, SchemaObject>> | undefined;
  const reference = properties?.[property]?.["$ref"];
  return [...schemas.keys()].find((name) => referTo(name) === reference);
}
