import { request as sendRequest, type IncomingMessage } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { verify } from "../../../templates/copied/receiver/signature.js";
import { goodBody, secret, signedHeaders } from "../receiver/fixture.js";

export interface Post {
  readonly method?: string;
  readonly body?: string | Buffer;
  /** The signed text, if it is not the body. */
  readonly signed?: string;
  readonly headers?: Record<string, string | string[] | undefined>;
}

export interface Answer {
  readonly status: number | undefined;
  readonly type: string | undefined;
  readonly headers: IncomingMessage["headers"];
  readonly text: string;
  readonly isSigned: boolean;
}

export async function post(port: number, path: string, post: Post = {}): Promise<Answer> {
  const { method = "POST", body = goodBody, signed = body, headers = {} } = post;
  const all: Post["headers"] = { ...signedHeaders(signed), ...headers };
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const client = sendRequest({ port, path, method, agent: false }, resolve).on("error", reject);
    for (const [name, value] of Object.entries(all)) if (value !== undefined) client.setHeader(name, value);
    client.end(body);
  });
  const answer = await text(response);
  const given = response.headers["x-mplus-signature"];
  return {
    status: response.statusCode,
    type: response.headers["content-type"],
    headers: response.headers,
    text: answer,
    isSigned: typeof given === "string" && verify(Buffer.from(answer), given, secret),
  };
}

export function head(line: string, headers: Record<string, string>): string {
  const all = { host: "localhost", ...signedHeaders(goodBody), ...headers };
  return `${line} HTTP/1.1\r\n${Object.entries(all)
    .map((header) => `${header.join(": ")}\r\n`)
    .join("")}\r\n`;
}

/** Resolves when the server closes the connection. */
export function raw(port: number, parts: readonly string[]): Promise<string> {
  const socket = connect(port, "127.0.0.1").setEncoding("utf8");
  let answer = "";
  return new Promise((resolve, reject) => {
    socket.on("data", (part: string) => (answer += part));
    // If the server closes before it has read everything, the connection is reset after the answer.
    socket.on("error", (error) => (answer === "" ? reject(error) : undefined));
    socket.on("close", () => resolve(answer));
    for (const part of parts) socket.write(part);
  });
}
