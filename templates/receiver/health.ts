import type { RawRequest } from "./raw-message.js";
import type { Reply } from "./refusal.js";
import type { Settings } from "./settings.js";

/** Answers a load balancer that asks whether this receiver takes requests; undefined for everything else. */
export function answerHealthCheck(
  { healthCheck, traffic }: Pick<Settings, "healthCheck" | "traffic">,
  { method, event }: RawRequest,
): Reply | undefined {
  if (healthCheck === undefined || event !== healthCheck) return undefined;
  if (method !== "GET" && method !== "HEAD") return undefined;
  return traffic.isClosing
    ? { status: 503, text: '{"status":"closing"}', code: undefined }
    : { status: 200, text: '{"status":"ok"}', code: undefined };
}
