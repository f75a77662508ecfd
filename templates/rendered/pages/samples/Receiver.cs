using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Tasks;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

public static class Receiver
{
    // Secrets by subscription.
    private static readonly Dictionary<string, byte[]> Secrets = new Dictionary<string, byte[]>
    {
        ["shop-12"] = Convert.FromBase64String(Environment.GetEnvironmentVariable("MPLUS_SECRET") ?? ""),
    };

    // Maximum size of a body, in bytes.
    private const int Limit = 1024 * 1024;

    // Customers' relation numbers by card. Use your database.
    private static readonly Dictionary<string, long> Members =
        new Dictionary<string, long> { ["2900004815168"] = 20517 };

    // Number of polls by payment id. Use your database.
    private static readonly Dictionary<string, int> Polls = new Dictionary<string, int>();
    private const int Paid = 3;
    private const int Cancelled = -1;

    // The object of its own that an event must have.
    private static readonly Dictionary<string, string> Details = new Dictionary<string, string>
    {
        ["addSessionLine"] = "addSessionLine",
        ["customAction"] = "customAction",
        ["mergeSession"] = "mergeSession",
        ["removeSessionLine"] = "removeSessionLine",
        ["scanCode"] = "scanCode",
        ["selectRelation"] = "selectRelation",
        ["kitchenStartCourse"] = "course",
        ["kitchenCompleteCourse"] = "course",
        ["kitchenServeCourse"] = "course",
        ["startExternalPayment"] = "externalPayment",
        ["pollExternalPayment"] = "externalPayment",
        ["requestCancelExternalPayment"] = "externalPayment",
        ["cancelExternalPayment"] = "externalPayment",
    };

    // The event of each of the last bodies, by signature. Use your database.
    private static readonly Dictionary<string, string> Events = new Dictionary<string, string>();
    private static readonly Queue<string> Signatures = new Queue<string>();
    private const int Kept = 10000;

    public static void Main()
    {
        if (Secrets.Values.Any(secret => secret.Length < 16))
            throw new InvalidOperationException("MPLUS_SECRET must be set, to 16 bytes or more in base64");
        var port = Environment.GetEnvironmentVariable("PORT") ?? "3000";
        var listener = new HttpListener();
        listener.Prefixes.Add($"http://localhost:{port}/");
        listener.Start();
        Console.WriteLine($"Listening on http://localhost:{port}");
        while (true)
        {
            var context = listener.GetContext();
            Task.Run(() => Receive(context));
        }
    }

    private static async Task Receive(HttpListenerContext context)
    {
        try
        {
            var request = context.Request;
            var body = await Read(request.InputStream);
            var secret = FindSecret(request.Headers["X-Mplus-Subscription-Id"] ?? "");
            var signature = request.Headers["X-Mplus-Signature"] ?? "";
            var refusal = RefuseStranger(request.HttpMethod, secret, signature, body);
            var eventName = Path.GetFileName(request.Url.AbsolutePath);
            var (status, content) = refusal ?? RefuseReplay(eventName, signature) ?? Answer(eventName, body);
            // Never sign for a stranger: with one secret for both directions, they could post it back to us.
            Send(context.Response, status, content, refusal == null ? secret : null);
        }
        catch (Exception error)
        {
            Console.Error.WriteLine(error);
            context.Response.Abort();
        }
    }

    private static byte[] FindSecret(string subscription) =>
        Secrets.TryGetValue(subscription, out var secret) ? secret : null;

    // Rejects requests that are not signed with the subscription's secret.
    private static (int Status, object Content)? RefuseStranger(
        string method, byte[] secret, string signature, byte[] body)
    {
        if (method != "POST") return Refuse("METHOD_NOT_ALLOWED", "Events need POST.", 405);
        if (body.Length > Limit) return Refuse("BODY_TOO_LARGE", "The body is too large.", 413);
        if (secret == null) return Refuse("INVALID_SUBSCRIPTION_ID", "The subscription is unknown.");
        if (signature == "") return Refuse("NO_SIGNATURE", "The header X-Mplus-Signature is missing.");
        if (!IsGenuine(body, signature, secret))
            return Refuse("INVALID_SIGNATURE", "The signature does not match the body.");
        return null;
    }

    // The URL is not signed, so a body belongs to the event for which it came first.
    private static (int Status, object Content)? RefuseReplay(string eventName, string signature)
    {
        lock (Events)
        {
            if (!Events.TryGetValue(signature, out var first))
            {
                Events[signature] = first = eventName;
                Signatures.Enqueue(signature);
                if (Signatures.Count > Kept) Events.Remove(Signatures.Dequeue());
            }
            if (first == eventName) return null;
        }
        return Refuse("INVALID_DATA", "The body came for another event before.");
    }

    // Answers the POS. An answer must never have `event` or `original`: it could be sent back as a request.
    private static (int Status, object Content) Answer(string eventName, byte[] body)
    {
        JObject request;
        try
        {
            request = Parse(body) as JObject;
        }
        catch (JsonException)
        {
            return Refuse("INVALID_JSON", "The body is not JSON.");
        }
        if (request?["error"] != null && request["original"] != null)
        {
            Console.Error.WriteLine($"The POS could not use an answer to {eventName}: {request["error"]}");
            return (200, new { });
        }
        // Signed, but not a request: somebody may have posted our own answer back.
        if (!(request?["event"] is JObject)) return Refuse("INVALID_DATA", "The body has no object `event`.");
        if (Details.TryGetValue(eventName, out var details) && request[details] == null)
            return Refuse("NO_EVENT_DETAILS", "The body has no object of its event.");
        try
        {
            return (200, Handle(eventName, request));
        }
        catch (Exception error)
        {
            Console.Error.WriteLine($"The body is not a valid {eventName}: {error}");
            return Refuse("INVALID_DATA", "The body is not a request of this event.");
        }
    }

    private static JToken Parse(byte[] body)
    {
        using (var text = new StreamReader(new MemoryStream(body)))
        using (var reader = new JsonTextReader(text) { DateParseHandling = DateParseHandling.None, MaxDepth = 100 })
        {
            var parsed = JToken.ReadFrom(reader);
            if (reader.Read()) throw new JsonReaderException("There is more than one value.");
            return parsed;
        }
    }

    private static object Handle(string eventName, JObject request)
    {
        var lines = request.SelectToken("session.lines")?.Children() ?? Enumerable.Empty<JToken>();
        var relation = (long?)request.SelectToken("session.relation.relationNumber");
        switch (eventName)
        {
            case "scanCode":
                // Not ours: the POS searches on, for example among its articles.
                if (!Members.TryGetValue(Find(request, "scanCode.scannedCode"), out var number))
                    return new { scanCode = new { recognized = false } };
                return new
                {
                    scanCode = new { recognized = true, relationNumber = number },
                    lineChanges = Discount(number, lines),
                };
            case "selectRelation":
                // Some sources show the relation or the line directly in the object.
                var selected = request["selectRelation"] as JObject;
                relation = (long?)(selected?["relation"] ?? selected)?.SelectToken("relationNumber");
                return new { lineChanges = Discount(relation, lines) };
            case "addSessionLine":
                var added = request.SelectToken("addSessionLine", true);
                var line = IsThere(added["line"]) ? added["line"] : added;
                return new { lineChanges = Discount(relation, new[] { line }) };
            case "startExternalPayment":
            case "pollExternalPayment":
            case "requestCancelExternalPayment":
            case "cancelExternalPayment":
                return new { externalPayment = Pay(eventName, Find(request, "externalPayment.externalPaymentId")) };
            case "completeSession":
                return new { receiptFooter = new { textBefore = "Thank you, and until next time" } };
            default:
                // Other events: nothing to do.
                return new { };
        }
    }

    private static string Find(JToken token, string path)
    {
        var found = token.SelectToken(path, true);
        return found.Type == JTokenType.String ? (string)found : throw new JsonException($"{path} is not a string.");
    }

    // Gives members 5%, except on text lines, returns and discounted lines.
    private static object Discount(long? relation, IEnumerable<JToken> lines)
    {
        if (relation == null || !Members.ContainsValue(relation.Value)) return null;
        var changes = lines
            .Where(line => IsThere(line["articleNumber"]) && ((decimal?)line["quantity"] ?? 1) > 0)
            .Where(line => ((decimal?)line["discountPercentage"] ?? 0) == 0
                && ((decimal?)line["discountAmount"] ?? 0) == 0
                && !IsThere(line["externalDiscount"]))
            .Select(line => Find(line, "lineId"))
            .Select(id => new
            {
                lineId = id,
                externalDiscount = new
                {
                    // The same line gets the same id, so a repeated request gets the same answer.
                    discountId = MakeId(id),
                    discountDescription = "Members' discount",
                    discountPercentage = 5,
                },
            })
            .ToList();
        return changes.Count > 0 ? changes : null;
    }

    // Treats null as missing, everywhere.
    private static bool IsThere(JToken token) => token != null && token.Type != JTokenType.Null;

    private static Guid MakeId(string name) =>
        new Guid(SHA256.Create().ComputeHash(Encoding.UTF8.GetBytes(name)).Take(16).ToArray());

    // Returns the state of a payment. Start and stop it at your payment provider here.
    private static object Pay(string eventName, string id)
    {
        lock (Polls)
        {
            if (!Polls.TryGetValue(id, out var polls) && eventName == "pollExternalPayment")
                return new { externalPaymentId = id, message = "Not known here: cancel, and see if it was paid" };
            // The first outcome counts. In this example, the customer has paid at the third poll.
            if (eventName != "startExternalPayment" && polls != Paid && polls != Cancelled)
                polls = eventName == "pollExternalPayment" ? polls + 1 : Cancelled;
            Polls[id] = polls;
            if (eventName == "startExternalPayment") return new { externalPaymentId = id, started = true };
            if (polls == Paid) return new { externalPaymentId = id, confirmed = true };
            if (polls == Cancelled) return new { externalPaymentId = id, cancelled = true };
            return new { externalPaymentId = id, message = "Waiting for the customer" };
        }
    }

    // Rejections have fixed texts and repeat nothing from the request.
    private static (int Status, object Content) Refuse(string code, string message, int status = 400) =>
        (status, new { error = new { code, message } });

    private static bool IsGenuine(byte[] body, string signature, byte[] secret) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(signature),
            Encoding.UTF8.GetBytes(Sign(body, secret)));

    private static string Sign(byte[] body, byte[] secret) =>
        Convert.ToBase64String(new HMACSHA256(secret).ComputeHash(body));

    // Reads a body, up to little more than the limit.
    private static async Task<byte[]> Read(Stream stream)
    {
        using (var memory = new MemoryStream())
        {
            var chunk = new byte[64 * 1024];
            int size;
            while (memory.Length <= Limit && (size = await stream.ReadAsync(chunk, 0, chunk.Length)) > 0)
                memory.Write(chunk, 0, size);
            return memory.ToArray();
        }
    }

    private static void Send(HttpListenerResponse response, int status, object content, byte[] secret)
    {
        // Omits nulls.
        var settings = new JsonSerializerSettings { NullValueHandling = NullValueHandling.Ignore };
        var body = Encoding.UTF8.GetBytes(JsonConvert.SerializeObject(content, settings));
        response.StatusCode = status;
        response.ContentType = "application/json";
        response.Headers["Allow"] = "POST";
        if (secret != null) response.Headers["X-Mplus-Signature"] = Sign(body, secret);
        response.ContentLength64 = body.Length;
        response.OutputStream.Write(body, 0, body.Length);
        response.Close();
    }
}
