// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

/**
 * The passwords in the URL of a PostgreSQL, as they stand there and as they are meant. It also reads what is no URL: an
 * error that says so may quote it.
 */
export function findPasswords(url: string): readonly string[] {
  const start = url.indexOf("://");
  const end = url.lastIndexOf("@");
  const colon = url.indexOf(":", start + 3);
  const ofUser = start !== -1 && colon !== -1 && colon < end ? url.slice(colon + 1, end) : "";
  const [, query = ""] = url.split("?", 2);
  const parameters = (query.split("#", 1)[0] ?? "").split("&");
  const ofQuery = parameters.filter((each) => each.startsWith("password=")).map((each) => each.slice(9));
  const written = [ofUser, ...ofQuery];
  return [...new Set([...written, ...written.map(decode)])].filter((password) => password !== "");
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
