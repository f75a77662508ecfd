import * as z from "zod";

/** Any string. The type lists the known values for editors. */
export const openEnum = <Known extends string>() =>
  z.string() as unknown as z.ZodType<Known | (string & {}), Known | (string & {})>;
