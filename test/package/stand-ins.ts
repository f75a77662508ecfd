/**
 * Stand-ins for the libraries of docs/errors.md, which are no dependencies of ours: what the page uses of each, typed as
 * in the library. That of Sentry prints what it is given.
 */
const modules: Readonly<Record<string, readonly [types: string, code?: string]>> = {
  "@sentry/node": [
    `export function init(options: { dsn?: string | undefined; dataCollection?: { httpBodies?: string[] } }): unknown;
     export function captureException(error: unknown, hint?: {
       tags?: { [key: string]: number | string | boolean | bigint | symbol | null | undefined };
     }): string;`,
    `export const init = ({ dsn }) => console.log("Sentry.init", dsn);
     export const captureException = ({ message }, { tags }) =>
       console.log("Sentry.captureException", message, tags.eventName, tags.subscriptionId);`,
  ],
  "@opentelemetry/api": [
    `interface Span { isRecording(): boolean; recordException(exception: Error | string): void; end(): void }
     export const trace: {
       getTracer(name: string): { startSpan(name: string): Span };
       getActiveSpan(): Span | undefined;
     };`,
  ],
  winston: [
    `interface Entry { level: string; message: string; [key: string]: unknown }
     declare const winston: {
       createLogger(options: { transports: object[] }): { log(entry: Entry): unknown };
       transports: { Console: new () => object };
     };
     export default winston;`,
  ],
  "prom-client": [
    `export class Histogram<T extends string> {
       constructor(settings: { name: string; help: string; labelNames?: readonly T[] });
       observe(labels: Partial<Record<T, string | number>>, value: number): void;
     }`,
  ],
};

/** Files of a project. */
export const standIns = Object.entries(modules).flatMap(([name, [types, code = ""]]) => {
  const folder = `node_modules/${name}`;
  const about = { name, version: "1.0.0", type: "module", types: "./index.d.ts", exports: "./index.js" };
  return [
    [`${folder}/package.json`, JSON.stringify(about)],
    [`${folder}/index.d.ts`, types],
    [`${folder}/index.js`, code],
  ] as const;
});
