import type { Direction } from "../../../model/model.js";

/** A way of recording what went over the wire: where the parts of an exchange stand in a record. */
export interface Shape {
  /** Where the event is named: a text, a URL or path that ends with it, or the folder of the file. */
  readonly event: { readonly text: Path } | { readonly url: Path } | "folder";
  /** A text that every record of this shape has, if that tells it from others. */
  readonly mark?: Path;
  /** Where the bodies are, as objects, or as the texts that they were sent as. */
  readonly bodies: readonly BodyPlace[];
  /** If there are records of this shape that have nothing to do with webhooks: where it says which method a request has. */
  readonly method?: Path;
}

export interface BodyPlace {
  readonly side: Direction | "report";
  readonly at: Path;
  /** Where it says that the text is in base64: with this word, or with `true`. */
  readonly base64?: Path;
}

type Path = readonly string[];

/** The shapes that are understood, the first that fits counts. A request without anything around it is understood, too. */
export const shapes: readonly Shape[] = [
  // A line of a trace, of the till on the desk or of a receiver, or an event with its bodies as objects or as texts.
  {
    event: { text: ["event"] },
    bodies: [
      { side: "request", at: ["request"] },
      { side: "response", at: ["answer"] },
      { side: "response", at: ["response"] },
      { side: "report", at: ["errorRequest"] },
      { side: "report", at: ["report", "request"] },
    ],
  },
  // An example of the spec, in the folder of its event.
  {
    event: "folder",
    mark: ["release"],
    bodies: [
      { side: "request", at: ["request"] },
      { side: "response", at: ["response"] },
      { side: "report", at: ["errorRequest"] },
    ],
  },
  // An entry of a HAR, as browsers and proxies save it.
  {
    event: { url: ["request", "url"] },
    method: ["request", "method"],
    bodies: [
      { side: "request", at: ["request", "postData", "text"], base64: ["request", "postData", "encoding"] },
      { side: "response", at: ["response", "content", "text"], base64: ["response", "content", "encoding"] },
    ],
  },
  // A request as a server logs it, or as AWS Lambda hands it over, with its URL or path and its body as a text.
  ...["url", "rawPath", "path"].map((name): Shape => ({
    event: { url: [name] },
    mark: ["body"],
    bodies: [{ side: "request", at: ["body"], base64: ["isBase64Encoded"] }],
  })),
];
