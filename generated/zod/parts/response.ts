// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import * as z from "zod";

/** How what a shop is answered is checked: strictly, as a shop refuses what it does not know. */

/**
 * An object, which may hold nothing but its properties. The shape comes as a function, so that a bundler can leave out
 * an object that nobody uses.
 */
export const object = <Shape extends z.ZodRawShape>(shape: () => Shape) => z.strictObject(shape());

/** An object of which not every property is documented. */
export const openObject = <Shape extends z.ZodRawShape>(shape: () => Shape) => z.looseObject(shape());

/** A property that may be absent. One that is undefined is not sent, and so counts as absent. */
export const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.optional(schema) as unknown as z.ZodExactOptional<Schema>;
