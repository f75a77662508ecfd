export { reader } from "../desk.js";
