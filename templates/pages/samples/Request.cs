using System;
using System.IO;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Tasks;

public static class Request
{
    private static readonly byte[] Secret =
        Convert.FromBase64String(Environment.GetEnvironmentVariable("MPLUS_SECRET") ?? "");

    public static int Main(string[] arguments)
    {
        if (Secret.Length == 0) throw new InvalidOperationException("MPLUS_SECRET is not set");
        return Send(arguments.Length > 0 ? arguments[0] : "startSession").GetAwaiter().GetResult();
    }

    private static async Task<int> Send(string name)
    {
        var port = Environment.GetEnvironmentVariable("PORT") ?? "3000";
        var body = File.ReadAllBytes($"{name}.json");
        using (var client = new HttpClient())
        using (var request = new HttpRequestMessage(HttpMethod.Post, $"http://localhost:{port}/{name}"))
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
            request.Headers.Add("X-Mplus-Subscription-Id", "shop-12");
            request.Headers.Add("X-Mplus-Signature", Sign(body));
            using (var response = await client.SendAsync(request))
            {
                return await Check(response);
            }
        }
    }

    private static async Task<int> Check(HttpResponseMessage response)
    {
        var answer = await response.Content.ReadAsByteArrayAsync();
        Console.WriteLine($"{(int)response.StatusCode} {Encoding.UTF8.GetString(answer)}");
        var signature = SignatureOf(response);
        if ((int)response.StatusCode != 200 && signature == "")
        {
            Console.WriteLine("The refusal is not signed: the receiver does not believe that the request comes from the till.");
            return 0;
        }
        if (IsGenuine(answer, signature)) return 0;
        Console.Error.WriteLine("The signature of the answer is missing or wrong.");
        return 1;
    }

    private static string SignatureOf(HttpResponseMessage response) =>
        response.Headers.TryGetValues("X-Mplus-Signature", out var values) ? string.Concat(values) : "";

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
}
