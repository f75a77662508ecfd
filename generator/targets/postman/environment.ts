import { settings } from "../../collection/settings.js";

/** The environment: where the server is, and who signs. */
export const environment = {
  name: "MplusKASSA webhooks, local",
  values: [
    { key: "baseUrl", value: settings.baseUrl, type: "default", enabled: true },
    { key: "subscriptionId", value: settings.subscriptionId, type: "default", enabled: true },
    { key: "secret", value: settings.secret, type: "secret", enabled: true },
  ],
  // What the app knows an environment by.
  _postman_variable_scope: "environment",
} as const;
