// One part of the bench in a process of its own: `node part.mjs <name> [--quick] [--few]`; its figures go to the parent.
const [name, ...flags] = process.argv.slice(2);
const { run } = await import(`./parts/${name}.mjs`);
const figures = await run({ quick: flags.includes("--quick"), few: flags.includes("--few") });
process.send({ node: process.versions.node, figures }, () => process.disconnect());
