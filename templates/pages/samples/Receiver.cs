using System;
using System.IO;
using System.Net;
using System.Runtime.Serialization.Json;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Tasks;
using System.Xml;
using System.Xml.Linq;

public static class Receiver
{
    private static readonly byte[] Secret =
        Convert.FromBase64String(Environment.GetEnvironmentVariable("MPLUS_SECRET") ?? "");

    // The largest body that is taken, in bytes.
    private const int Limit = 1024 * 1024;

    private static readonly XmlDictionaryReaderQuotas JsonLimits = new XmlDictionaryReaderQuotas
    {
        MaxDepth = 100,
        MaxBytesPerRead = Limit,
        MaxNameTableCharCount = Limit,
        MaxStringContentLength = Limit,
    };

    public static void Main()
    {
        if (Secret.Length < 16)
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
            var refusal = RefuseStranger(request.HttpMethod, request.Headers["X-Mplus-Signature"] ?? "", body);
            var eventName = Path.GetFileName(request.Url.AbsolutePath);
            var (status, text) = refusal ?? Answer(eventName, body);
            // One secret signs both ways: what we sign for a stranger could be posted back to us as the till's.
            Send(context.Response, status, Encoding.UTF8.GetBytes(text), isSigned: refusal == null);
        }
        catch (Exception error)
        {
            Console.Error.WriteLine(error);
            context.Response.Abort();
        }
    }

    // Refuses whatever has not been signed with our secret.
    private static (int Status, string Text)? RefuseStranger(string method, string signature, byte[] body)
    {
        if (method != "POST") return Refuse("METHOD_NOT_ALLOWED", "Events come with POST.", 405);
        if (body.Length > Limit) return Refuse("BODY_TOO_LARGE", "The body is too large.", 413);
        if (signature == "") return Refuse("NO_SIGNATURE", "The header X-Mplus-Signature is missing.");
        if (!IsGenuine(body, signature))
            return Refuse("INVALID_SIGNATURE", "The signature does not fit the body.");
        return null;
    }

    // Answers the till. Never let an answer have `event` or `original`: these make a request.
    private static (int Status, string Text) Answer(string eventName, byte[] body)
    {
        XElement request;
        try
        {
            // The one reader of JSON that .NET and Mono share; it makes XML of it.
            using (var reader = JsonReaderWriterFactory.CreateJsonReader(body, JsonLimits))
                request = XElement.Load(reader);
        }
        catch (Exception)
        {
            return Refuse("INVALID_JSON", "The body is not JSON.");
        }
        if (request.Element("error") != null && request.Element("original") != null)
        {
            Console.Error.WriteLine($"The till could not use an answer to {eventName}: {request.Element("error")}");
            return (200, "{}");
        }
        // Signed, but no request: an answer of ours that somebody posts back.
        if ((string)request.Element("event")?.Attribute("type") != "object")
            return Refuse("INVALID_DATA", "The body has no object `event`.");
        // Here is the place for your own code: answer what the till should do. `eventName` is such as "startSession".
        return (200, "{}");
    }

    // Its texts are fixed: a refusal repeats nothing of the request. So they need no escaping.
    // Leave all other answers to a JSON serializer.
    private static (int Status, string Text) Refuse(string code, string message, int status = 400) =>
        (status, $"{{\"error\":{{\"code\":\"{code}\",\"message\":\"{message}\"}}}}");

    private static bool IsGenuine(byte[] body, string signature) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(signature),
            Encoding.UTF8.GetBytes(Sign(body)));

    private static string Sign(byte[] body)
    {
        using (var hmac = new HMACSHA256(Secret))
        {
            return Convert.ToBase64String(hmac.ComputeHash(body));
        }
    }

    // Reads a body, but little more of it than the limit.
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

    private static void Send(HttpListenerResponse response, int status, byte[] body, bool isSigned)
    {
        response.StatusCode = status;
        response.ContentType = "application/json";
        response.Headers["Allow"] = "POST";
        if (isSigned) response.Headers["X-Mplus-Signature"] = Sign(body);
        response.ContentLength64 = body.Length;
        response.OutputStream.Write(body, 0, body.Length);
        response.Close();
    }
}
