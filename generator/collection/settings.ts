import { testSecret } from "../docs/samples/test-vectors.js";

/** What a client begins with: the server that the guides start, and the secret of the docs, which is public. */
export const settings = {
  baseUrl: "http://localhost:3000/mplus",
  subscriptionId: "shop-12",
  secret: testSecret,
} as const;
