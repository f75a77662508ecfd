import { writeFileSync } from "node:fs";
import { drawPicture, picturePath } from "./picture.js";

writeFileSync(picturePath, await drawPicture());
