// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import * as z from "zod";

/** Any text. The type knows the values that are known, so that an editor can offer them. */
export const openEnum = <Known extends string>() =>
  z.string() as unknown as z.ZodType<Known | (string & {}), Known | (string & {})>;
