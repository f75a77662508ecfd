// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import * as z from "zod";
import { openEnum } from "./open-enum.js";

/** Kind of device that the browser runs on. Only when one of the vendor's web apps sent the event. */
export const deviceTypeSchema = /* @__PURE__ */ openEnum<"Mobile" | "Tablet" | "Desktop" | "Bot">();

/**
 * What went wrong with a request or an answer. Other codes may come: the list we know has no end, and
 * receivers may make up their own.
 */
export const errorCodeSchema = /* @__PURE__ */ openEnum<
  | "NO_SIGNATURE"
  | "INVALID_SIGNATURE"
  | "INVALID_JSON"
  | "INVALID_DATA"
  | "NO_SUBSCRIPTION_ID"
  | "INVALID_SUBSCRIPTION_ID"
  | "NO_CONTENT_TYPE"
  | "INVALID_CONTENT_TYPE"
  | "NO_EVENT_DETAILS"
  | "NO_SCANNED_CODE"
  | "LINE_ALREADY_HAS_DISCOUNT"
  | "INVALID_LINE_ID"
  | "LINE_ID_ALREADY_EXISTS"
  | "INVALID_RELATION_NUMBER"
  | "INVALID_ARTICLE"
  | "INVALID_DISCOUNT_PERCENTAGE"
  | "INVALID_RECEIPT_FOOTER_CODE"
  | "INVALID_RECEIPT_FOOTER_CODE_TYPE"
  | "LINE_CHANGE_NOT_ALLOWED"
  | "LINE_ADDITION_NOT_ALLOWED"
  | "LINE_DELETION_NOT_ALLOWED"
>();

/** The program that sent the event. */
export const productNameSchema = /* @__PURE__ */ openEnum<"MplusQ" | "MplusQservice">();

/** For whom it is printed. Left out: `cardholder`. */
export const receiptTextTypeSchema = /* @__PURE__ */ z.enum(["cardholder", "merchant"]);

/** What kind of code it is. */
export const scanCodeTypeSchema = /* @__PURE__ */ openEnum<"barcode" | "rfid" | "qrcode">();

/** Sets how VAT is reckoned in this session. */
export const vatMethodSchema = /* @__PURE__ */ z.enum(["inclusive", "exclusive", "shifted"]);
