using System;
using System.IO;
using Newtonsoft.Json;

public static class RoundTrip
{
    public static void Main()
    {
        var settings = Mplus.Converter.Settings;
        foreach (var line in File.ReadAllLines("bodies.tsv"))
        {
            var parts = line.Split(new[] { '\t' }, 2);
            var type = Type.GetType("Mplus." + parts[0], true);
            Console.WriteLine(JsonConvert.SerializeObject(JsonConvert.DeserializeObject(parts[1], type, settings), settings));
        }
    }
}
