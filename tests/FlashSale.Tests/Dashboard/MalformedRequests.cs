using System.Text;
using FlashSale.Tests.Engine;

namespace FlashSale.Tests.Dashboard;

/// <summary>Requests that no market can carry out, as many as wanted; the same for the same seed.</summary>
internal sealed class MalformedRequests(ulong seed)
{
    private static readonly (string Path, string Body)[] Sound =
    [
        ("checkouts/b7-3", """{"lines":[{"listing":"l0","units":1,"priceSeenFen":10000}]}"""),
        ("checkouts/b7-3/payment", """{"channel":"quick-pay"}"""),
        ("buyers/b7/cart/l0", """{"units":1,"priceSeenFen":10000}"""),
        ("listings/l1", """{"store":"s0","title":"A","category":0,"priceFen":100,"stock":5}"""),
        ("listings/l0/price", """{"priceFen":20000}"""),
        ("listings/l0/stock", """{"unitsInTotal":11}"""),
        ("stores/s1", """{"owner":"p1","market":"consumer","name":"B","depositFen":100000}"""),
        ("stores/s0/coupon", """{"offFen":100,"fromFen":1000}"""),
        ("orders/b7-3.0/lines/0/refund", """{"unitsInTotal":1}"""),
        ("orders/b7-3.0/rating",
            """{"credit":"good","asDescribed":5,"service":5,"dispatchSpeed":5,"deliverySpeed":5}"""),
        ("transfers/7", """{"kind":"buyer-top-up","buyer":"b7","amountFen":100}"""),
        ("switches/coupons-frozen", """{"on":true,"who":"ops","why":"peak"}"""),
    ];

    private static readonly string[] WrongNumbers =
    [
        "-1", "0", "1.0", "1e2", "9223372036854775808", "-9223372036854775809", "99999999999999999999999",
        "\"1\"", "null", "true", "[]", "{}", "1e400", "NaN",
    ];

    private static readonly string[] WrongIds =
    [
        "b", "b-1", "b7", "b7-", "b7-16777216", "b07-3", "b7-03", "b2147483648-1", "B7-3", "b7-3.120", "x7-3",
        "b7-3.", "%00", "b7%2F3", "..", "b7-3.0.0", "b9999999999999999999-1", "b７-3", "'", "b7-3%20",
    ];

    private readonly SplitMix64 _chance = new(seed);

    /// <summary>The next one.</summary>
    public (string Method, string Path, string Body, string ContentType) Next()
    {
        var (path, body) = Sound[_chance.Below(Sound.Length)];
        const string json = "application/json";
        return _chance.Below(9) switch
        {
            0 => ("PUT", path, body[.._chance.Below(body.Length)], json),
            1 => ("PUT", path, Broken(body), json),
            2 => ("PUT", path, WithNumber(body), json),
            3 => ("PUT", path, $"{body[..^1]},\"more\":{_chance.Below(9)}}}", json),
            4 => ("PUT", path, Twice(body), json),
            5 => ("PUT", path, Deep(), json),
            6 => ("PUT", $"checkouts/{WrongIds[_chance.Below(WrongIds.Length)]}", Sound[0].Body, json),
            7 => ("PUT", path, body, _chance.Pick("text/plain", "application/json; charset=utf-16")),
            _ => (_chance.Below(2) == 0 ? "POST" : "PATCH", path, body, json),
        };
    }

    /// <summary>A body that is larger than any may be.</summary>
    public static string Huge(int bytes) => $$"""{"lines":[{{new string(' ', bytes)}}]}""";

    // A letter that JSON does not know where it is put.
    private string Broken(string body) =>
        body.Insert(_chance.Below(body.Length - 1) + 1, "\u0001");

    // A number, or a text that stands for one of few words, that may not be there.
    private string WithNumber(string body)
    {
        var at = body.IndexOf("\":", StringComparison.Ordinal) + 2;
        var starts = Enumerable.Range(at, body.Length - at)
            .Where(index => body[index - 1] == ':' && body[index] is not ('[' or '{')).ToList();
        var start = starts[_chance.Below(starts.Count)];
        var end = start;
        while (body[end] is not (',' or '}'))
        {
            end++;
        }

        return string.Concat(body.AsSpan(0, start), Wrong(body[start..end]), body.AsSpan(end));
    }

    // 0 is a number that some members may have, and a text may be any text.
    private string Wrong(string value)
    {
        var wrong = WrongNumbers[_chance.Below(WrongNumbers.Length)];
        return value.StartsWith('"') || wrong is "0" or "true"
            ? "{\"" + wrong.Replace("\"", "", StringComparison.Ordinal) + "\":1}"
            : wrong;
    }

    private static string Twice(string body)
    {
        var first = body[1..(body.IndexOf("\":", StringComparison.Ordinal) + 2)];
        return $"{body[..^1]},{first}1}}";
    }

    private string Deep()
    {
        var depth = 17 + _chance.Below(2_000);
        return new StringBuilder().Insert(0, "{\"lines\":[", depth).Append('1').Insert(0, " ")
            .Append(string.Concat(Enumerable.Repeat("]}", depth))).ToString();
    }
}
