import { type HardCase, inFile } from "./hard-case.js";

const content = inFile("conformance/cases/content.ts");
const path = inFile("conformance/cases/paths.ts");
const limit = inFile("conformance/cases/limits.ts");
const transport = inFile("targets/adapters/transport.test.ts");
const connection = inFile("targets/adapters/connection.test.ts");
const exchange = inFile("targets/adapters/exchange.test.ts");

/** Paths, methods and headers, and what is hardly HTTP. */
export const transportCases: readonly HardCase[] = [
  {
    id: "R27",
    what: "another spelling of a path",
    tests: [
      path("there is nothing at a path with ${name}"),
      path("${name} changes nothing"),
      path("dots in a path lead to no event"),
      path("the path may come with a host before it"),
      exchange("has one spelling of an event: %.40s"),
    ],
  },
  {
    id: "R28",
    what: "an event that every object has",
    tests: ["constructor", "__proto__", "toString"].map(path),
  },
  {
    id: "R29",
    what: "other methods, known and unknown",
    tests: [
      inFile("conformance/cases/methods.ts")("${method} is not how events are delivered"),
      inFile("conformance/cases/methods.ts")("HEAD gets the headers of the refusal and no body"),
      exchange("refuses %s"),
      transport("lets nobody connect through it"),
      transport("a method that nobody knows"),
    ],
  },
  {
    id: "R30",
    what: "spellings of the content type",
    tests: [
      content("a content type of JSON ${name} is taken"),
      content("a content type ${name} is refused"),
      content("a missing content type is told from a wrong one"),
      content("two content types are refused, though both are right"),
    ],
  },
  {
    id: "R31",
    what: "a body that is packed, or says so",
    tests: [
      content("a body in ${encoding} is not unpacked"),
      content("a body in gzip that breaks off is refused"),
      content("a body that only says it is in gzip is refused"),
      content("little that would unpack to much is refused"),
      content("a content encoding ${encoding} is refused"),
    ],
  },
  {
    id: "R32",
    what: "a body that is announced too large, and does not come",
    tests: [
      limit("a body that is announced too large is refused before it comes"),
      connection("answers a body that is declared too large at once"),
    ],
  },
  {
    id: "R33",
    what: "chunks without end",
    tests: [
      limit("a body in chunks of one byte more is not"),
      connection("stops reading a body that turns out too large"),
    ],
  },
  {
    id: "R34",
    what: "chunks that are malformed",
    tests: [
      "a chunk whose size is no number",
      "a chunk of a size beyond counting",
      "a trailer that is none",
      "a flood of extensions of a chunk",
    ].map(transport),
  },
  {
    id: "R35",
    what: "lengths that contradict",
    tests: [
      ...["a length and chunks", "two lengths", "a length below nothing", "a length in letters"].map(
        transport,
      ),
      transport("reads no further than a body's own length: the rest is another request, and none"),
    ],
  },
  {
    id: "R36",
    what: "a body that stalls",
    tests: [
      connection("stops waiting for a body that stalls"),
      limit("a body that does not come is not waited for without end"),
    ],
  },
  {
    id: "R37",
    what: "hundreds of slow senders at once",
    tests: [inFile("fuzz/stalled.test.ts")("%s closes, and answers the others")],
  },
  {
    id: "R38",
    what: "a client that goes away",
    tests: [
      connection("survives a client that goes away %s"),
      connection("survives a client that goes away while its subscription is looked up"),
      connection("tells the handler that the client has gone, and writes nothing"),
    ],
  },
  {
    id: "R39",
    what: "several requests on one connection",
    tests: [connection("keeps a connection in step: a refusal, then an event")],
  },
  {
    id: "R40",
    what: "a sender that would be asked first: node asks by itself, and our code refuses before it reads",
    tests: [
      transport("refuses a body that is too large at once, though node has asked for it"),
      transport("refuses what else is expected of it"),
      inFile("conformance/cases/headers.ts")("a sender that would rather be asked for its body is answered"),
    ],
  },
  {
    id: "R41",
    what: "another protocol at the door",
    tests: [
      transport("the greeting of HTTP/2"),
      transport("the greeting of TLS"),
      transport('${namesHost(kind) ? "refuses" : "answers"} a till of another time, which names no host'),
    ],
  },
];
