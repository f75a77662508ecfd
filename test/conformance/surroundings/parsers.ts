import { createRequire } from "node:module";
import express, { type RequestHandler } from "express";
import type { Middleware } from "koa";
import type { Case } from "../case.js";
import { cases } from "../cases/all.js";
import { mountKoa } from "../targets/koa.js";
import { onServer, type Mount, type TargetName } from "../targets/target.js";
import { behind } from "./compressors.js";
import { expressMounts, type Surrounded } from "./surrounding.js";

const bodyParser = createRequire(import.meta.url)("koa-bodyparser") as () => Middleware;

const keep = (toRawBody: (bytes: Buffer) => unknown): RequestHandler =>
  express.json({
    verify: (request, _response, bytes) => void Object.assign(request, { rawBody: toRawBody(bytes) }),
  });

const expressParsers: Readonly<Record<string, RequestHandler>> = {
  "express.raw()": express.raw({ type: () => true }),
  "express.text()": express.text({ type: () => true }),
  "express.json() that keeps a Buffer": keep((bytes) => bytes),
  "express.json() that keeps a Uint8Array": keep((bytes) => new Uint8Array(bytes)),
  "express.json() that keeps a text": keep(String),
};

/** Excludes cases that parsers reject themselves. */
function isParsed({ request: { body, framing, headers, method } }: Case): boolean {
  const isSmall = framing !== "withheld" && body.length < 100_000;
  const isEncoded = headers.some(
    ([name, value]) => /^content-encoding$/i.test(name) || value.includes("utf-16"),
  );
  return isSmall && !isEncoded && (isObject(body) || (body.length === 0 && method !== "POST"));
}

/** koa-bodyparser treats some JSON objects as attacks. */
function isObject(body: Uint8Array): boolean {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body);
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !text.includes("_proto__");
  } catch {
    return false;
  }
}

const asked = cases.filter(isParsed);

const parsed = (name: TargetName, parser: string, mount: Mount): Surrounded => ({
  ...onServer(name, mount),
  name: `${name} behind ${parser}`,
  like: [name],
  cases: asked,
});

export const parsers: readonly Surrounded[] = [
  ...Object.entries(expressParsers).flatMap(([parser, handler]) =>
    ["express 5", "express 4"].map((name) => {
      const mount = expressMounts[name];
      if (mount === undefined) throw new Error(`there is no ${name}`);
      return parsed(name as TargetName, parser, behind(mount, handler));
    }),
  ),
  parsed("koa", "koa-bodyparser", behind(mountKoa, bodyParser())),
];
