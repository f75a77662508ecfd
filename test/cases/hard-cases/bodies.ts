import { type HardCase, inFile } from "./hard-case.js";

const body = inFile("conformance/cases/bodies.ts");
const content = inFile("conformance/cases/content.ts");
const detail = inFile("conformance/cases/details.ts");
const order = inFile("targets/receiver/order.test.ts");
const handler = inFile("targets/receiver/handlers.test.ts");

/** Bodies that are no JSON, no event, or more than was meant. */
export const bodyCases: readonly HardCase[] = [
  {
    id: "R12",
    what: "an empty body, however it is said to be one",
    tests: [
      body("an empty body without any length is not JSON"),
      body("an empty body with a length of 0 is not JSON"),
      body("an empty body in chunks is not JSON"),
    ],
  },
  { id: "R13", what: "a byte order mark", tests: [body("behind a byte order mark")] },
  {
    id: "R14",
    what: "bytes that are no UTF-8",
    tests: [
      "with a byte that is no UTF-8",
      "with a character that is cut off",
      "with a character that is too long for itself",
      "with half a pair in UTF-8",
    ].map(body),
  },
  {
    id: "R15",
    what: "another encoding of text, in the bytes or only in the header",
    tests: [
      ...["in UTF-16", "in UTF-16 behind its mark", "in Latin-1"].map(body),
      content("with a charset of UTF-16 that its bytes are not"),
      content("with the charset of another time"),
    ],
  },
  {
    id: "R16",
    what: "each text of the JSON test suite, signed",
    tests: [
      inFile("fuzz/json-suite.test.ts")(
        "gets one verdict from every target: what is no JSON is INVALID_JSON, the rest is for the schema",
      ),
    ],
  },
  {
    id: "R17",
    what: "JSON that is no object",
    tests: [body("a body that is ${name} is no event"), order("${body.slice(0, 9)} for a body")],
  },
  {
    id: "R18",
    what: "a body of great depth",
    tests: [
      body("a body ${name}, 100 000 deep, is refused"),
      body("a depth of 100 000 in what nobody reads is no fault"),
      body("a depth of 100 000 that a handler falls over is the sender's fault"),
    ],
  },
  { id: "R19", what: "a key twice", tests: [body("of two properties of one name the last one counts")] },
  {
    id: "R20",
    what: "properties that could pollute a prototype",
    tests: [
      body("a property __proto__ is a property like others"),
      body("a property __proto__ in escapes is no other"),
      body("properties named as what every object has are no obstacle"),
      handler("gets __proto__ as data"),
    ],
  },
  {
    id: "R21",
    what: "numbers that JSON.parse would change, or that are written in other ways",
    tests: [
      body("${number} is refused where it would be changed"),
      body("1e400 is no whole number"),
      body("a number of 400 digits is no whole number that can be held"),
      body("a number below nothing by its sign only is nothing"),
      body("with a plus after a number"),
      body("a number may be written in other ways"),
      inFile("targets/receiver/lossless-json.test.ts")("reads $name"),
    ],
  },
  {
    id: "R22",
    what: "half a character, echoed",
    tests: [
      body("half a pair of UTF-16 stays an escape, so that the answer is UTF-8"),
      handler("may answer a lone surrogate: the signature is over the bytes that are sent"),
    ],
  },
  {
    id: "R23",
    what: "a body with a hundred thousand faults, or values to compare",
    tests: [
      body("of 100 000 faults the first one is told"),
      inFile("targets/validators/problems.test.ts")("reports no more than a hundred problems"),
      inFile("cases/broken-specs/foreign-keywords.ts")("uniqueItems"),
    ],
  },
  {
    id: "R24",
    what: "a very long text where a format is expected",
    tests: [
      body("a time of 500 kB is no more work than another"),
      detail("a format is a hint, over which no till need stand still"),
    ],
  },
  {
    id: "R25",
    what: "what a newer till may send",
    tests: [
      body("properties that the spec does not know are kept"),
      body("a value that a newer till may send is taken"),
      inFile("targets/receiver/unknown-parts.test.ts")("is kept, and reported part by part, with a count"),
    ],
  },
  {
    id: "R26",
    what: "a part that is missing, or of a wrong type",
    tests: [
      body("a wrong type is told by its place, and not by its value"),
      detail("a scan without ${name} is not what it should be"),
      order("names path and message of the first problem, and no value"),
    ],
  },
];
