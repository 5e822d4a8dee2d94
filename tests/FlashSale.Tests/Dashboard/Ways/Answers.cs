using System.Text.Json.Nodes;
using FlashSale.Dashboard;

namespace FlashSale.Tests.Dashboard;

/// <summary>Answers of the API, made answers of the port again.</summary>
internal static class Answers
{
    /// <summary>Reads an answer in JSON: a single one or one of a batch.</summary>
    public static T Read<T>(JsonNode body, DateTimeOffset now)
    {
        var word = ((string?)body["result"] ?? (string?)body["type"])!.Split('/')[^1];
        var amount = Money.FromFen((long?)body["amountFen"] ?? 0);
        object answer = typeof(T) == typeof(CheckoutAnswer) ? new CheckoutAnswer(
                Member<CheckoutResult>(word), body["orders"]?.AsArray().Count ?? 0,
                Money.FromFen((long?)body["totalFen"] ?? (long?)body["priceNowFen"] ?? 0),
                (int?)body["line"] ?? -1, MomentOf(body, now))
            : typeof(T) == typeof(PayAnswer) ? new PayAnswer(Member<PayResult>(word), amount)
            : typeof(T) == typeof(RefundAnswer) ? new RefundAnswer(Member<RefundResult>(word), amount)
            : MemberOf(typeof(T), word);
        return (T)answer;
    }

    /// <summary>Reads an answer of a stream.</summary>
    public static T Read<T>(StreamAnswer answer)
    {
        Assert.NotEqual(default, answer.Kind);
        var amount = Money.FromFen(answer.Amount);
        object read = typeof(T) == typeof(CheckoutAnswer) ? new CheckoutAnswer(
                (CheckoutResult)answer.Result, answer.Orders, amount, answer.Line,
                answer.AtMs == 0 ? default : DateTimeOffset.FromUnixTimeMilliseconds(answer.AtMs))
            : typeof(T) == typeof(PayAnswer) ? new PayAnswer((PayResult)answer.Result, amount)
            : typeof(T) == typeof(RefundAnswer) ? new RefundAnswer((RefundResult)answer.Result, amount)
            : Enum.ToObject(typeof(T), answer.Result);
        return (T)read;
    }

    // A client of HTTP is told how long to wait, the port until when.
    private static DateTimeOffset MomentOf(JsonNode body, DateTimeOffset now)
    {
        if ((long?)body["retryAfterMs"] is { } wait)
        {
            return DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds() + wait);
        }

        return (DateTimeOffset?)body["payBy"] ?? default;
    }

    private static T Member<T>(string word) => (T)MemberOf(typeof(T), word);

    private static object MemberOf(Type type, string word) =>
        Enum.GetValues(type).Cast<object>().Single(member => Words.Of(member.ToString()!) == word);
}
