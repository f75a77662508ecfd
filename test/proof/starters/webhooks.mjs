import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** How a package manager installs the tool; Deno runs it with npx. */
const install = {
  npm: (tarball) => `npm install --prefer-offline --no-audit --no-fund --save-dev ${tarball}`,
  pnpm: (tarball) => `pnpm add --save-dev ${tarball}`,
  yarn: (tarball) => `yarn add --dev mplus-codegen@file:${tarball}`,
  bun: (tarball) => `bun add --dev ${tarball}`,
};

const call = {
  npm: () => "npx mplus-codegen",
  pnpm: () => "pnpm exec mplus-codegen",
  yarn: () => "yarn mplus-codegen",
  bun: () => "bunx mplus-codegen",
  deno: (tarball) => `npm exec --yes --package ${tarball} -- mplus-codegen`,
};

const factories = {
  express: { name: "createMplusRouter" },
  fastify: { name: "createMplusPlugin" },
  fetch: { name: "createMplusHandler", hasPath: true },
  hono: { name: "createMplusApp" },
  koa: { name: "createMplusMiddleware", hasPath: true },
  lambda: { name: "createMplusLambda", hasPath: true },
  node: { name: "createMplusListener", hasPath: true },
};

const options = ({ hasPath }) => `{
  ${hasPath ? `basePath: "/mplus",\n  ` : ""}subscriptions: { "shop-12": { secret: process.env["MPLUS_SECRET"] ?? "" } },
  handlers: {
    scanCode: ({ request }) =>
      request.scanCode.scannedCode.startsWith("LOYAL-")
        ? { scanCode: { recognized: true, relationNumber: 12 } }
        : { scanCode: { recognized: false } },
  },
}`;

const nestHandlers = (from) => `import { Injectable } from "@nestjs/common";
import { OnMplus, type MplusContext } from "${from}";

@Injectable()
export class ShopWebhooks {
  @OnMplus("scanCode")
  scanCode({ request }: MplusContext<"scanCode">) {
    return request.scanCode.scannedCode.startsWith("LOYAL-")
      ? { scanCode: { recognized: true, relationNumber: 12 } }
      : { scanCode: { recognized: false } };
  }
}
`;

/** Generates into a made starter, writes a handler beside it and mounts it, as the READMEs of the targets say. */
export function addWebhooks(row, { folder, tarball, run, extension }) {
  const must = (command) => {
    const { status, output } = run(command);
    if (status !== 0) throw new Error(output);
  };
  const { source, target, entry, packageManager } = row;
  const at = (path) => join(source, path);
  const ending = extension === "none" ? "" : `.${extension}`;
  if (install[packageManager]) must(install[packageManager](tarball));
  must(
    `${call[packageManager](tarball)} --quiet --target ${target} --min-version 48 --out ${at("mplus")} --import-extension ${extension} ${row.generate ?? ""}`,
  );

  const webhooks = at(row.webhooks);
  const from = `./mplus/${target}/index${ending}`;
  writeFileSync(join(folder, webhooks), toWebhooks(row, from));
  const path = join(folder, entry.file);
  mkdirSync(dirname(path), { recursive: true });
  const text = existsSync(path) ? readFileSync(path, "utf8") : "";
  if (!text.includes(entry.at)) throw new Error(`${entry.file} has no ${entry.at}`);
  // A function, because a string may have `$` in it.
  const edited = text.replace(entry.at, () => entry.put);
  writeFileSync(path, `${(entry.imports ?? "").replaceAll("{mplus}", from)}${edited}`);
  if (row.tidy) must(`${row.tidy} ${[webhooks, entry.file].map((file) => `"${file}"`).join(" ")}`);
  return extension;
}

function toWebhooks({ target, webhooks, isCommonJs }, from) {
  if (target === "nest") return nestHandlers(from);
  const factory = factories[target];
  const made = `${factory.name}(${options(factory)})`;
  if (isCommonJs && webhooks.endsWith(".js"))
    return `const { ${factory.name} } = require("${from}");\n\nexports.mplus = ${made};\n`;
  return `import { ${factory.name} } from "${from}";\n\nexport const mplus = ${made};\n`;
}
