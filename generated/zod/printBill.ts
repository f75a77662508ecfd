// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import * as z from "zod";
import * as request from "./parts/request.js";
import * as response from "./parts/response.js";
import { commonRequestSchema, printBillSchema, sessionSchema } from "./parts/requests.js";
import { commonResponseSchema, footerSchema } from "./parts/responses.js";

/** What the POS sends for `printBill`. */
export const printBillRequest = /* @__PURE__ */ request.object(() => ({
  ...commonRequestSchema.shape,
  /** The sale that the event is about. */
  session: sessionSchema,
  /** Earlier payments on the bill. The vendor names the object but none of its properties. */
  printBill: request.lenient(printBillSchema),
}));

/** What may be answered to `printBill`. */
export const printBillResponse = /* @__PURE__ */ response.object(() => ({
  ...commonResponseSchema.shape,
  /** One footer for the bill, or a list of them. */
  billFooter: response.optional(z.union([footerSchema, z.array(footerSchema)])),
}));
