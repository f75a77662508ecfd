// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { RawRequest } from "../api/raw-message.js";
import type { Reply } from "../http/refusal.js";
import type { Settings } from "../settings/settings.js";

/** Answers the health check of a load balancer; undefined for any other request. */
export function answerHealthCheck(
  { healthCheck, requests }: Pick<Settings, "healthCheck" | "requests">,
  { method, event }: RawRequest,
): Reply | undefined {
  if (healthCheck === undefined || event !== healthCheck) return undefined;
  if (method !== "GET" && method !== "HEAD") return undefined;
  return requests.isClosing
    ? { status: 503, text: '{"status":"closing"}', code: undefined }
    : { status: 200, text: '{"status":"ok"}', code: undefined };
}
