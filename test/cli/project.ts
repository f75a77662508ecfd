export * from "../workbench/project.js";
