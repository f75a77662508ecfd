// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import * as request from "./parts/request.js";
import * as response from "./parts/response.js";
import {
  cafeteriaOrderSchema,
  commonRequestSchema,
  courseSchema,
  orderSchema,
  tableOrderSchema,
  tableSchema,
} from "./parts/requests.js";
import { commonResponseSchema } from "./parts/responses.js";

/** What the POS sends for `kitchenCompleteCourse`. */
export const kitchenCompleteCourseRequest = /* @__PURE__ */ request.object(() => ({
  ...commonRequestSchema.shape,
  /** The course that the kitchen is working on. */
  course: courseSchema,
  /** The table that the course is for. */
  table: request.optional(tableSchema),
  /** The table order that the course belongs to. */
  tableOrder: request.optional(tableOrderSchema),
  /** The cafeteria order that the course belongs to. */
  cafeteriaOrder: request.optional(cafeteriaOrderSchema),
  /** An order. The vendor names the object but none of its properties, nor an event that carries it. */
  order: request.lenient(orderSchema),
}));

/** What may be answered to `kitchenCompleteCourse`. */
export const kitchenCompleteCourseResponse = /* @__PURE__ */ response.object(() => ({
  ...commonResponseSchema.shape,
}));
