namespace FlashSale.Driver;

/// <summary>What a market answered, as a load test counts it.</summary>
public enum LoadOutcome : byte
{
    /// <summary>It took effect.</summary>
    Done = 1,

    /// <summary>
    /// The market refused for a reason of business, such as sold out: an answer as good as any.
    /// </summary>
    Refused,

    /// <summary>The market takes no more at this moment (429).</summary>
    Throttled,

    /// <summary>No answer, a broken one, or one that a sound client never gets.</summary>
    Error,
}

/// <summary>An answer to one command.</summary>
/// <param name="Outcome">How it counts.</param>
/// <param name="Reason">
/// Why, in the words of the API: «sold-out». One of few texts: each is counted by itself.
/// </param>
public readonly record struct LoadAnswer(LoadOutcome Outcome, string Reason)
{
    /// <summary>Of a whole visit: the step that it ended with; null for the step that was asked.</summary>
    public LoadStep? Step { get; init; }

    /// <summary>The answer that it took effect.</summary>
    public static LoadAnswer Done => new(LoadOutcome.Done, "done");

    /// <summary>No answer came in time.</summary>
    public static LoadAnswer NoAnswer => new(LoadOutcome.Error, "no-answer");

    /// <summary>The connection was lost before the answer came.</summary>
    public static LoadAnswer ConnectionLost => new(LoadOutcome.Error, "connection-lost");
}
