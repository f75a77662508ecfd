// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import * as z from "zod";
import * as request from "./parts/request.js";
import * as response from "./parts/response.js";
import {
  commonRequestSchema,
  completeSessionSchema,
  completeSessionSessionSchema,
} from "./parts/requests.js";
import { commonResponseSchema, footerSchema } from "./parts/responses.js";

/** What the POS sends for `completeSession`. */
export const completeSessionRequest = /* @__PURE__ */ request.object(() => ({
  ...commonRequestSchema.shape,
  /** The sale that the event is about. */
  session: completeSessionSessionSchema,
  /** How the sale was paid. */
  completeSession: request.optional(completeSessionSchema),
}));

/** What may be answered to `completeSession`. */
export const completeSessionResponse = /* @__PURE__ */ response.object(() => ({
  ...commonResponseSchema.shape,
  /** One footer for the receipt, or a list of them. */
  receiptFooter: response.optional(z.union([footerSchema, z.array(footerSchema)])),
}));
