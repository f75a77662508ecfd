export * from "../workbench/run.js";
