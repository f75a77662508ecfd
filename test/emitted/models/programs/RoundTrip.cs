using System;
using System.IO;
using Newtonsoft.Json;

public static class RoundTrip
{
    public static void Main()
    {
        foreach (var line in File.ReadAllLines("bodies.tsv"))
        {
            var parts = line.Split(new[] { '\t' }, 2);
            Console.WriteLine(JsonConvert.SerializeObject(Read(parts[1], "Mplus." + parts[0]), Mplus.Converter.Settings));
        }
    }

    private static object Read(string text, string type)
    {
        try
        {
            return JsonConvert.DeserializeObject(text, Type.GetType(type, true), Mplus.Converter.Settings);
        }
        catch (JsonException fault)
        {
            return fault.Message;
        }
    }
}
