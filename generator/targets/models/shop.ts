import type { Definitions } from "../../schema/schemas.js";
import type { SchemaObject } from "../../schema/dialects.js";
import { indexReferences, type References } from "./model-schema.js";

/** What the shop of the guide can do in a fleet: it may use no class that is not generated. */
export interface ShopParts {
  readonly hasForm: boolean;
  readonly hasPolling: boolean;
  readonly hasPrepayment: boolean;
  /** The class of what `startExternalPayment` answers, which may be one of its own. */
  readonly startedPayment: string;
}

/** What the shop of the guide can do, seen from the answers of the fleet. */
export function describeShop(schemas: Definitions): ShopParts {
  const references = indexReferences(schemas);
  const findAnswer = (response: string, property: string): string | undefined =>
    findClass(schemas.get(response), property, references);
  return {
    hasForm: findAnswer("StartPaymentResponse", "form") !== undefined,
    hasPolling: findAnswer("StartPaymentResponse", "polling") !== undefined,
    hasPrepayment: findAnswer("BackgroundPollResponse", "prepayTable") !== undefined,
    startedPayment: findAnswer("StartExternalPaymentResponse", "externalPayment") ?? "ExternalPaymentAnswer",
  };
}

/** The name of the class of a property. */
function findClass(
  schema: SchemaObject | undefined,
  property: string,
  references: References,
): string | undefined {
  const properties = schema?.["properties"] as Readonly<Record<string, SchemaObject>> | undefined;
  const [name] = references.get(properties?.[property]?.["$ref"]) ?? [];
  return name;
}
