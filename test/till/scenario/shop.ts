export { answerWith, createCafe, secret, withShop, type Handlers } from "../desk.js";
