import * as z from "zod";

/** Checks answers strictly, because a shop rejects unknown properties. */

/** An object without unknown properties. The shape is a function so that bundlers can drop unused objects. */
export const object = <Shape extends z.ZodRawShape>(shape: () => Shape) => z.strictObject(shape());

/** An object with undocumented properties. */
export const openObject = <Shape extends z.ZodRawShape>(shape: () => Shape) => z.looseObject(shape());

/** A property that may be absent. An undefined property is not sent, so it counts as absent. */
export const optional = <Schema extends z.ZodType>(schema: Schema) => z.optional(schema);
