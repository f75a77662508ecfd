/** Whether a body is a page of HTML: something else than a receiver has answered. A byte order mark may stand before it. */
export const isHtmlPage = (text: string): boolean => /^\s*<(?:!doctype html|html|head|body)\b/i.test(text);
