using System.Text.Json;

namespace FlashSale.Dashboard;

/// <summary>Writes answers as JSON: what took effect, or problem details.</summary>
internal static class AnswerWriter
{
    private static readonly JsonEncodedText Amount = JsonEncodedText.Encode("amountFen");
    private static readonly JsonEncodedText Detail = JsonEncodedText.Encode("detail");
    private static readonly JsonEncodedText Line = JsonEncodedText.Encode("line");
    private static readonly JsonEncodedText Orders = JsonEncodedText.Encode("orders");
    private static readonly JsonEncodedText PayBy = JsonEncodedText.Encode("payBy");
    private static readonly JsonEncodedText PriceNow = JsonEncodedText.Encode("priceNowFen");
    private static readonly JsonEncodedText Result = JsonEncodedText.Encode("result");
    private static readonly JsonEncodedText RetryAfter = JsonEncodedText.Encode("retryAfterMs");
    private static readonly JsonEncodedText Status = JsonEncodedText.Encode("status");
    private static readonly JsonEncodedText Title = JsonEncodedText.Encode("title");
    private static readonly JsonEncodedText Total = JsonEncodedText.Encode("totalFen");
    private static readonly JsonEncodedText Type = JsonEncodedText.Encode("type");

    /// <summary>Writes the members of an answer that took effect.</summary>
    public static void WriteDone(Utf8JsonWriter writer, MarketCommand command, in Answer answer)
    {
        writer.WriteString(Result, Refusals.WordOf(command.AnswerKind, answer.Result));
        switch (command.AnswerKind)
        {
            case AnswerKind.Checkout:
                var checkout = (MarketCommand<Checkout, CheckoutAnswer>)command;
                WriteOrders(writer, checkout.Command.Id, answer.Orders);
                writer.WriteNumber(Total, answer.Amount);
                writer.WriteString(PayBy, answer.At.UtcDateTime);
                break;
            case AnswerKind.Pay or AnswerKind.Refund:
                writer.WriteNumber(Amount, answer.Amount);
                break;
        }
    }

    /// <summary>Writes the members of problem details.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="problem">What is wrong.</param>
    /// <param name="detail">The case at hand, in words; null if there is no more to say.</param>
    /// <param name="retryAfter">When to try again; null if it is of no use.</param>
    public static void WriteProblem(
        Utf8JsonWriter writer, ProblemType problem, string? detail = null, TimeSpan? retryAfter = null)
    {
        writer.WriteString(Type, problem.EncodedUri);
        writer.WriteString(Title, problem.EncodedTitle);
        writer.WriteNumber(Status, problem.Status);
        if (detail is not null)
        {
            writer.WriteString(Detail, detail);
        }

        if (retryAfter is { } wait)
        {
            writer.WriteNumber(RetryAfter, (long)Math.Ceiling(wait.TotalMilliseconds));
        }
    }

    /// <summary>Writes the members of a refusal that say more than its type.</summary>
    public static void WriteRefused(Utf8JsonWriter writer, MarketCommand command, in Answer answer)
    {
        switch (command.AnswerKind)
        {
            case AnswerKind.Checkout:
                WriteRefusedCheckout(writer, answer);
                break;
            case AnswerKind.Pay or AnswerKind.Refund when answer.Amount != 0:
                writer.WriteNumber(Amount, answer.Amount);
                break;
            case AnswerKind.Listing when command is MarketCommand<Publish, ListingResult> publish
                && answer.Result == (byte)ListingResult.BadTerms:
                writer.WriteString(Detail, publish.Command.Terms.Problem());
                break;
        }
    }

    /// <summary>Writes the status of one answer of a batch.</summary>
    public static void WriteStatus(Utf8JsonWriter writer, int status) => writer.WriteNumber(Status, status);

    private static void WriteRefusedCheckout(Utf8JsonWriter writer, in Answer answer)
    {
        if (answer.Line >= 0)
        {
            writer.WriteNumber(Line, answer.Line);
        }

        if (answer.Result == (byte)CheckoutResult.PriceRisen)
        {
            writer.WriteNumber(PriceNow, answer.Amount);
        }
    }

    private static void WriteOrders(Utf8JsonWriter writer, CheckoutId checkout, int orders)
    {
        writer.WriteStartArray(Orders);
        for (var part = 0; part < orders; part++)
        {
            writer.WriteId(checkout.Order(part));
        }

        writer.WriteEndArray();
    }
}
