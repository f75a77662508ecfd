import { callBack } from "../../../generated/receiver/index.js";
import type { ExternalPayment, ExternalPaymentAnswer } from "../../../generated/types/index.js";

interface Payment {
  readonly callbackUrl: string | undefined;
  polls: number;
  /** Set once. */
  outcome?: "confirmed" | "cancelled";
}

/** Stands in for a payment provider: the customer has paid by this poll. */
const paidAtPoll = 3;

/** External payments. However often the POS polls, each id is one payment. */
export function createPayments() {
  const payments = new Map<string, Payment>();

  function tell(id: string): ExternalPaymentAnswer {
    const outcome = payments.get(id)?.outcome;
    if (outcome === undefined) return { externalPaymentId: id, message: "Waiting for the customer" };
    return { externalPaymentId: id, [outcome]: true };
  }

  return {
    start({ externalPaymentId: id, callbackUrl }: ExternalPayment): ExternalPaymentAnswer {
      const payment = payments.get(id) ?? { callbackUrl, polls: 0 };
      payments.set(id, payment);
      return { ...tell(id), started: true };
    },

    poll({ externalPaymentId: id }: ExternalPayment): ExternalPaymentAnswer {
      const payment = payments.get(id);
      if (payment && (payment.polls += 1) >= paidAtPoll) settle(payment, "confirmed");
      return tell(id);
    },

    cancel({ externalPaymentId: id }: ExternalPayment): ExternalPaymentAnswer {
      const payment = payments.get(id);
      if (payment) settle(payment, "cancelled");
      return tell(id);
    },
  };
}

/** Only the first outcome counts, so the POS is called once. */
function settle(payment: Payment, outcome: "confirmed" | "cancelled"): void {
  if (payment.outcome !== undefined) return;
  payment.outcome = outcome;
  if (payment.callbackUrl === undefined) return;
  // The URL comes from the request. Here, call only a till on this machine.
  const { origin, hostname } = new URL(payment.callbackUrl);
  const allowOrigins = ["127.0.0.1", "localhost"].includes(hostname) ? [origin] : [];
  // The till polls in any case, even if the call fails.
  callBack(payment.callbackUrl, { allowOrigins }).catch(() => undefined);
}
