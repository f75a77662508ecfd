import type { MplusContext } from "../../../generated/receiver/index.js";
import type { StartPaymentResponse } from "../../../generated/types/index.js";

type Context = MplusContext<"startPayment">;

const birthdayCake = 7001;

const form = {
  id: "delivery",
  title: "Where to?",
  fields: [
    { id: "name", type: "text", required: true, label: "Name" },
    { id: "day", type: "date", required: true, label: "Day" },
  ],
} as const;

/** Before a payment, asks where to deliver a cake, or has the customer approve in an app. */
export function createCheckOut() {
  const asked = new Map<string, number>();

  /** Simulates an app in which the customer approves at the third poll. */
  function keepWaiting({ request: { event, session } }: Context): StartPaymentResponse {
    if (event.eventPolling !== true) return {};
    const times = (asked.get(session.sessionId) ?? 0) + 1;
    asked.set(session.sessionId, times);
    return times < 3
      ? { polling: { finished: false, message: "Waiting for the customer's approval" } }
      : { polling: { finished: true } };
  }

  return async (context: Context): Promise<StartPaymentResponse> => {
    const { request, ask } = context;
    const isDelivered = request.session.lines?.some(({ articleNumber }) => articleNumber === birthdayCake);
    // A POS that does not wait for the answer cannot ask its user.
    if (isDelivered !== true || !request.event.eventBlocking) return keepWaiting(context);
    const { cancelled = false, fields = [] } = await ask.form({ ...form, fields: [...form.fields] });
    const day = fields.find(({ id }) => id === "day")?.value ?? "";
    return { message: [{ message: cancelled ? "No delivery" : `Delivery on ${day}` }] };
  };
}
