import { receiver } from "./receiver.js";
import { http } from "./serve.js";
import { fixed, html, type WrongServer } from "./wrong-server.js";

export const serversInFront: readonly WrongServer[] = [
  ...[301, 302, 303, 307, 308].map((status) => ({
    name: `a redirect, ${status}`,
    start: fixed(status, { location: "https://shop.example/mplus/scanCode" }, ""),
    id: "redirect",
    says: `The server redirects (${status}) to "https://shop.example/mplus/scanCode"; no source says that a till follows.`,
  })),
  {
    name: "a slash at the end of the URL",
    start: http(receiver()),
    path: "/mplus/",
    id: "trailing-slash",
    says: "The URL ends in a slash, so that the till posts to /mplus//scanCode, where there is nothing (status 404).",
  },
  {
    name: "two slashes in a row",
    start: http(receiver()),
    path: "//mplus",
    id: "double-slash",
    says: "There is nothing at //mplus/scanCode (status 404): two slashes stand in a row.",
  },
  {
    name: "a URL without the path",
    start: http(receiver()),
    path: "",
    id: "path-missing",
    says: "There is nothing at /scanCode (status 404), and the endpoint URL has no path.",
  },
  {
    name: "a URL with another path",
    start: http(receiver()),
    path: "/Mplus/hooks",
    id: "not-found",
    says: "The server runs, and has nothing at /Mplus/hooks/scanCode for POST (status 404).",
  },
  {
    name: "a URL that has the event already",
    start: http(receiver()),
    path: "/mplus/scanCode",
    id: "event-in-url",
    says: "The URL ends in scanCode already, so that the till posts to /mplus/scanCode/scanCode.",
  },
  {
    name: "a login page",
    start: fixed(200, html, "<!DOCTYPE html><form><input name=p type='password'></form>"),
    id: "login",
    says: "A login page came (status 200): something before your receiver wants a password.",
  },
  {
    name: "a tunnel that asks for a click",
    start: fixed(200, html, "<!DOCTYPE html><title>You are about to visit x.ngrok-free.app</title>"),
    id: "tunnel",
    says: "The tunnel answers in the place of your server (status 200).",
  },
  {
    name: "a tunnel to nowhere",
    start: fixed(404, { ...html, "ngrok-error-code": "ERR_NGROK_3200" }, "offline"),
    id: "tunnel",
    says: 'The tunnel answers in the place of your server (status 404, "ERR_NGROK_3200").',
  },
  {
    name: "a website",
    start: fixed(200, html, "\n<html><body>Welcome</body></html>"),
    id: "html",
    says: "A web page came in the place of an answer (status 200, HTML).",
  },
  {
    name: "a password in front",
    start: fixed(401, { "www-authenticate": 'Basic realm="staging"' }, ""),
    id: "access",
    says: 'Access is denied (status 401) by something before the receiver, which wants "Basic realm=\\"staging\\"".',
  },
  {
    name: "a check for browsers",
    start: fixed(403, html, "<html>Forbidden</html>"),
    id: "access",
    says: "Access is denied (status 403), by something before the receiver or by the receiver itself.",
  },
  {
    name: "a server of files",
    start: fixed(405, { allow: "GET, HEAD" }, ""),
    id: "method",
    says: '/mplus/scanCode does not take POST (status 405, it takes "GET, HEAD").',
  },
  {
    name: "a server of files that knows no POST",
    start: fixed(501, html, "<!DOCTYPE HTML><title>Error response</title>"),
    id: "method",
    says: "/mplus/scanCode does not take POST (status 501).",
  },
  {
    name: "a proxy without a server behind",
    start: fixed(502, html, "<html><h1>502 Bad Gateway</h1></html>"),
    id: "gateway",
    says: "A proxy answers that it does not reach the server behind it (status 502).",
  },
  {
    name: "a proxy that speaks https at this port",
    start: fixed(400, html, "<html>400 The plain HTTP request was sent to HTTPS port</html>"),
    id: "tls",
    says: "The server speaks https at the port of http://HOST/mplus, and the URL says http.",
  },
];
