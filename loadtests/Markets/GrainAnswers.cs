using System.Collections.Concurrent;
using FlashSale.Driver;

namespace FlashSale.LoadTests;

/// <summary>What the answers of grains are to a load test: the same words as those of the API.</summary>
internal static class GrainAnswers
{
    private static readonly ConcurrentDictionary<Enum, LoadAnswer> Known = new();

    /// <summary>Waits for an answer; a fault is one.</summary>
    public static async Task<LoadAnswer> Of<T>(ValueTask<T> pending)
        where T : struct, Enum
    {
        try
        {
            return Of(await pending);
        }
        catch (Exception fault) when (Faults.IsOne(fault))
        {
            return Of(fault);
        }
    }

    /// <summary>Waits for something to read; it is done when there is something.</summary>
    public static async Task<LoadAnswer> OfReading<T>(ValueTask<T> pending)
    {
        try
        {
            return await pending is null ? new LoadAnswer(LoadOutcome.Error, "unknown") : LoadAnswer.Done;
        }
        catch (Exception fault) when (Faults.IsOne(fault))
        {
            return Of(fault);
        }
    }

    /// <summary>What a member of a result is. The first one of each took effect.</summary>
    public static LoadAnswer Of<T>(T result)
        where T : struct, Enum => Known.GetOrAdd(result, static member => Make(member));

    private static LoadAnswer Of(Exception fault) => fault switch
    {
        MarketBusyException => new LoadAnswer(LoadOutcome.Throttled, "throttled"),
        TimeoutException => LoadAnswer.NoAnswer,
        _ => new LoadAnswer(LoadOutcome.Error, "halted"),
    };

    // Refused are those for which the API answers 409 or 402; a sound client never gets the rest.
    private static LoadAnswer Make(Enum member) => member switch
    {
        PayResult.Paid or PayResult.DepositPaid or PayResult.PaidInPart => LoadAnswer.Done,
        CheckoutResult.Throttled => Named(LoadOutcome.Throttled, member),
        CheckoutResult.SoldOut or CheckoutResult.LimitReached or CheckoutResult.PriceRisen
            or CheckoutResult.NotForSale or PayResult.SoldOut or PayResult.TooLate or PayResult.TooEarly
            or PayResult.LimitReached or PayResult.NotForSale
            or PayResult.InsufficientFunds or OrderResult.NotAllowed or OrderResult.Disputed
            or CartResult.Full or CartResult.NotForSale => Named(LoadOutcome.Refused, member),
        _ when Convert.ToByte(member, null) == 1 => LoadAnswer.Done,
        _ => Named(LoadOutcome.Error, member),
    };

    private static LoadAnswer Named(LoadOutcome outcome, Enum member) =>
        new(outcome, Words.Of(member));
}
