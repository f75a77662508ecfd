import { settings } from "../../collection/settings.js";

/** The environment: where the server is, and who signs. */
export const environment = {
  name: "MplusKASSA webhooks, local",
  values: Object.entries(settings).map(([key, value]) => ({
    key,
    value,
    type: key === "secret" ? "secret" : "default",
    enabled: true,
  })),
  // What the app knows an environment by.
  _postman_variable_scope: "environment",
} as const;
