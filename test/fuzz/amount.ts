export * from "../workbench/amount.js";
