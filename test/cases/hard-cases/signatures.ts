import { type HardCase, inFile } from "./hard-case.js";

const signature = inFile("conformance/cases/signatures.ts");
const path = inFile("conformance/cases/paths.ts");
const detail = inFile("conformance/cases/details.ts");
const transport = inFile("targets/adapters/transport.test.ts");
const verify = inFile("targets/receiver/signature.test.ts");
const order = inFile("targets/receiver/order.test.ts");
const options = inFile("targets/receiver/options.test.ts");
const lambda = inFile("targets/lambda/handler.test.ts");
const spelling = signature("a signature ${name} is refused");

/** Signatures that are none, or another body's. */
export const signatureCases: readonly HardCase[] = [
  { id: "R1", what: "no signature", tests: [signature("a missing signature is told from a wrong one")] },
  {
    id: "R2",
    what: "a signature of nothing",
    tests: [
      signature("an empty signature is a missing one"),
      signature("a signature of spaces is a missing one"),
    ],
  },
  {
    id: "R3",
    what: "two signatures",
    tests: [
      signature("two signatures are refused, though both are right"),
      signature("two signatures are refused, though the first is right"),
      signature("two signatures are refused, though the second is right"),
    ],
  },
  {
    id: "R4",
    what: "a list of signatures",
    tests: [
      order("an empty list of signatures"),
      order("a good signature twice"),
      order("is not made of headers that come as a list of one"),
      lambda("sees all of several headers %s: %o"),
      verify("takes %s for no signature"),
    ],
  },
  {
    id: "R5",
    what: "a good signature in another spelling",
    tests: [
      spelling,
      ...["without its padding", "with another last letter for the same bytes"].map(signature),
      ...["in the letters of URLs", "with a space inside", "in hexadecimal", "in upper case"].map(signature),
      verify("refuses another spelling of a good signature: %s"),
    ],
  },
  {
    id: "R6",
    what: "a signature beyond ASCII",
    tests: [
      spelling,
      ...["with an emoji after it", "with a letter of Latin-1 inside", "of nothing but emoji"].map(signature),
      verify("never throws on a signature, and takes one only"),
    ],
  },
  {
    id: "R7",
    what: "a header of 16 kB, and one that is larger than node takes",
    tests: [signature("of 6 kB"), order("a signature of 16 kB"), transport("a header of 20 kB")],
  },
  {
    id: "R8",
    what: "a signature behind a name or a version",
    tests: [spelling, signature("behind the name of the algorithm"), signature("behind a version")],
  },
  {
    id: "R9",
    what: "a good signature of another body",
    tests: [
      signature("a byte that was changed is noticed"),
      signature("a byte that was added is noticed"),
      signature("a byte that was taken away is noticed"),
      verify("refuses a body with any byte changed, added or taken away"),
    ],
  },
  {
    id: "R10",
    what: "a good body of another event",
    tests: [
      path("the event is that of the path, whatever the body holds"),
      detail("${event} without its ${object} has no details"),
    ],
  },
  {
    id: "R11",
    what: "a signature made with the text of the secret",
    tests: [
      signature("made with the text of the secret as the key"),
      options("has a hint where the key was a text of ours, and only there: %s"),
    ],
  },
];
