import { getAt, isObject, omitProperties, putAt, type Json, type JsonObject } from "../../base/json.js";
import type { Release } from "../../base/time/release.js";
import type { EventModel, Model, ProductModel } from "../model/model.js";

/** A sample from which test data is made. */
export interface ShopSample {
  /** As one product sends it before it has asked anything. */
  readonly request: JsonObject;
  readonly response: unknown;
}

interface Shop {
  readonly release: Release;
  readonly product: ProductModel | undefined;
}

/**
 * The samples of an event for shops with a release, the fullest first. They come from releases that are not newer, if
 * there are any.
 */
export function listShopSamples(
  event: EventModel,
  { release, product }: Shop,
  model: Model,
): readonly ShopSample[] {
  const asked = model.envelope.request.properties.filter(({ required }) => required.length === 0);
  const unfilled = product?.sends.find(({ name }) => name === event.name)?.unfilled ?? [];
  const omitted = new Set([...asked.map(({ name }) => name), ...unfilled]);
  const samples = model.examples.flatMap(({ request, ...each }) =>
    each.event === event.name && isObject(request) ? [{ ...each, request }] : [],
  );
  const typical = preferred(samples, (each) => each.typical !== false);
  const first = preferred(typical, ({ request }) => !asked.some(({ name }) => Object.hasOwn(request, name)));
  return preferred(first, (each) => each.release <= release)
    .map(({ request, response }) => {
      const own = sayPolling(omitProperties(request, omitted), event, model);
      return { request: withParts(own, product, model.products), response };
    })
    .sort((a, b) => countParts(b.request) - countParts(a.request));
}

const preferred = <T>(all: readonly T[], isPreferred: (each: T) => boolean): readonly T[] => {
  const chosen = all.filter(isPreferred);
  return chosen.length > 0 ? chosen : all;
};

/** Independent of the texts, so that a longer text changes no choice. */
export const countParts = (value: Json): number =>
  typeof value === "object" && value !== null
    ? Object.values(value as Readonly<Record<string, Json>>).reduce<number>(
        (sum, part) => sum + countParts(part),
        1,
      )
    : 1;

/** Without an id, the first product that is documented to send the event. */
export const findProduct = (
  event: string,
  { products }: Pick<Model, "products">,
  id?: string,
): ProductModel | undefined =>
  products.find((each) =>
    id === undefined
      ? each.sends.some(({ name, standing }) => name === event && standing === "documented")
      : each.id === id,
  ) ?? products[0];

/** Older samples do not say that an event does not poll. Whether payments say so is an open question. */
function sayPolling(request: JsonObject, event: EventModel, { polling }: Model): JsonObject {
  if (!polling || event.pollingOptional) return request;
  const asks = [polling.asks.object, polling.asks.property];
  return getAt(request, asks) === undefined ? putAt(request, asks, false) : request;
}

/** Replaces what some product says of itself by what this one says. */
const withParts = (
  request: JsonObject,
  product: ProductModel | undefined,
  products: readonly ProductModel[],
): JsonObject =>
  Object.entries(product?.request ?? {}).reduce((body, [name, parts]) => {
    const ofSome = products.flatMap((each) => Object.keys(each.request?.[name] ?? {}));
    const old = body[name];
    const others = omitProperties(isObject(old) ? old : {}, new Set(ofSome));
    return putAt(body, [name], { ...others, ...(parts as JsonObject) });
  }, request);
