// Other libraries for signed webhooks, used as documented. Each has its own kind of signature, verifies it over
// the body's text, and parses the body.
import { Webhooks } from "@octokit/webhooks";
import { Webhook } from "standardwebhooks";
import Stripe from "stripe";
import { secret } from "./deliveries.mjs";

/** Each entry takes a body, and returns a function that turns the body's bytes into the event or a promise of it. */
export const libraries = {
  async "@octokit/webhooks"(body) {
    const webhooks = new Webhooks({ secret });
    let event;
    webhooks.on("push", ({ payload }) => void (event = payload));
    const signature = await webhooks.sign(body.toString());
    return async (bytes) => {
      await webhooks.verifyAndReceive({ id: "1", name: "push", payload: bytes.toString(), signature });
      return event;
    };
  },
  standardwebhooks(body) {
    const webhook = new Webhook(secret);
    const now = new Date();
    const headers = {
      "webhook-id": "1",
      "webhook-timestamp": String(Math.floor(now.getTime() / 1000)),
      "webhook-signature": webhook.sign("1", now, body.toString()),
    };
    return (bytes) => webhook.verify(bytes.toString(), headers);
  },
  stripe(body) {
    const { webhooks } = new Stripe("sk_test_none");
    const header = webhooks.generateTestHeaderString({ payload: body.toString(), secret });
    return (bytes) => webhooks.constructEvent(bytes, header, secret);
  },
};
