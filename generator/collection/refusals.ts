import type { Album } from "../lattice/album.js";
import type { EventSamples } from "./sample-requests.js";

/** A request that a server has to refuse. Each client has a script of this name, which spoils a request that was signed. */
export interface Refusal {
  readonly name: string;
  readonly title: string;
  readonly description: string;
}

/** Requests that somebody else could send: only a till's own may be taken. */
export const refusals: readonly Refusal[] = [
  {
    name: "altered-after-signing",
    title: "Altered after signing",
    description:
      "The body has a space more than the one that was signed, so it means the same. A server that takes this does not verify the signature over the bytes that came.",
  },
  {
    name: "another-secret",
    title: "Signed with another secret",
    description:
      "The signature is well made, with a secret that is drawn at random. A server that takes this lets anybody in who knows its address.",
  },
  {
    name: "no-signature",
    title: "Without a signature",
    description:
      "The header is not there. A server that takes this verifies signatures only where it is asked to.",
  },
];

/** The event whose first sample is spoilt: one that projects begin with, if the fleet has it; undefined if there are no events. */
export const chooseRefused = (
  events: readonly EventSamples[],
  { model }: Pick<Album, "model">,
): EventSamples | undefined => events.find(({ event }) => model.startWith.includes(event)) ?? events[0];
