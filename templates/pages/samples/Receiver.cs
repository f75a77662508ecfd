using System;
using System.IO;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Tasks;

public static class Receiver
{
    private static readonly byte[] Secret =
        Convert.FromBase64String(Environment.GetEnvironmentVariable("MPLUS_SECRET") ?? "");

    public static void Main()
    {
        if (Secret.Length == 0) throw new InvalidOperationException("MPLUS_SECRET is not set");
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

    private static void Receive(HttpListenerContext context)
    {
        try
        {
            var body = ReadAll(context.Request.InputStream);
            var signature = context.Request.Headers["X-Mplus-Signature"] ?? "";
            var (status, text) = Answer(context.Request.HttpMethod, signature, body);
            Send(context.Response, status, Encoding.UTF8.GetBytes(text));
        }
        catch (Exception error)
        {
            Console.Error.WriteLine(error);
            context.Response.Abort();
        }
    }

    private static (int Status, string Text) Answer(string method, string signature, byte[] body)
    {
        if (method != "POST") return Refuse("METHOD_NOT_ALLOWED", "Events come with POST.", 405);
        if (signature == "") return Refuse("NO_SIGNATURE", "The header X-Mplus-Signature is missing.");
        if (!IsGenuine(body, signature))
            return Refuse("INVALID_SIGNATURE", "The signature does not fit the body.");
        // Only here is the body to be trusted: parse it, and answer what the till should do.
        return (200, "{}");
    }

    // Both texts are our own and need no escaping. Leave all other answers to a JSON serializer.
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

    private static byte[] ReadAll(Stream stream)
    {
        using (var memory = new MemoryStream())
        {
            stream.CopyTo(memory);
            return memory.ToArray();
        }
    }

    private static void Send(HttpListenerResponse response, int status, byte[] body)
    {
        response.StatusCode = status;
        response.ContentType = "application/json";
        response.Headers["Allow"] = "POST";
        response.Headers["X-Mplus-Signature"] = Sign(body);
        response.ContentLength64 = body.Length;
        response.OutputStream.Write(body, 0, body.Length);
        response.Close();
    }
}
