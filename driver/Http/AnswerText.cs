using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using FlashSale.Dashboard;

namespace FlashSale.Driver;

/// <summary>What the answers of the API are to a load test.</summary>
internal static class AnswerText
{
    private const int Ok = 200;
    private const int Throttled = 429;
    private const int Conflict = 409;
    private const int PaymentRequired = 402;

    private static readonly LoadAnswer Unreadable = new(LoadOutcome.Error, "unreadable-answer");

    private static readonly FrozenDictionary<string, LoadAnswer> Known = Refusals.All
        .Concat(RequestProblems.All)
        .ToFrozenDictionary(problem => problem.Uri, Of, StringComparer.Ordinal);

    /// <summary>Reads the answer to a single call.</summary>
    public static LoadAnswer Single(int status, ReadOnlySpan<byte> body)
    {
        if (status == Ok)
        {
            return LoadAnswer.Done;
        }

        var start = body.IndexOf("\"type\":\""u8);
        if (start < 0)
        {
            return new LoadAnswer(LoadOutcome.Error, FormattableString.Invariant($"status-{status}"));
        }

        var uri = body[(start + 8)..];
        return OfUri(uri[..Math.Max(0, uri.IndexOf((byte)'"'))]);
    }

    /// <summary>Reads the answers of a batch, in their order; false if they are none.</summary>
    public static bool TryReadBatch(ReadOnlySpan<byte> body, Span<LoadAnswer> answers)
    {
        var reader = new Utf8JsonReader(body);
        var count = 0;
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.StartObject && reader.CurrentDepth == 2)
                {
                    if (count == answers.Length)
                    {
                        return false;
                    }

                    answers[count++] = ReadOne(ref reader);
                }
            }
        }
        catch (JsonException)
        {
            return false;
        }

        return count == answers.Length;
    }

    /// <summary>What an answer of a stream is.</summary>
    public static LoadAnswer Of(in StreamAnswer answer) =>
        answer.Kind != 0
            ? Refusals.Find(answer.Kind, answer.Result) is { } refusal ? Of(refusal) : LoadAnswer.Done
            : Of(RequestProblems.Of((RequestFault)answer.Result));

    private static LoadAnswer ReadOne(ref Utf8JsonReader reader)
    {
        var answer = Unreadable;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isStatus = reader.ValueTextEquals("status"u8);
            var isType = !isStatus && reader.ValueTextEquals("type"u8);
            reader.Read();
            if (isStatus && reader.ValueSpan.SequenceEqual("200"u8))
            {
                answer = LoadAnswer.Done;
            }
            else if (isType)
            {
                answer = OfUri(reader.ValueSpan);
            }

            reader.Skip();
        }

        return answer;
    }

    private static LoadAnswer OfUri(ReadOnlySpan<byte> uri) =>
        Known.GetValueOrDefault(Encoding.UTF8.GetString(uri), Unreadable);

    // What a sound client with ids of its own never gets is an error of the test or of the market.
    private static LoadAnswer Of(ProblemType problem) => new(
        problem.Status == Throttled ? LoadOutcome.Throttled
        : problem.Status is Conflict or PaymentRequired && problem.Word != "id-reused" ? LoadOutcome.Refused
        : LoadOutcome.Error, problem.Word);
}
