import { testReceiver } from "./start-receivers.js";
import { samples } from "./start-samples.js";
import { testSender } from "./start-senders.js";

// The languages that few machines have, with those that any has.
for (const sample of samples) {
  testReceiver(sample, sample.isRare ? samples : samples.filter(({ isRare }) => isRare));
  if (sample.isRare) testSender(sample);
}
