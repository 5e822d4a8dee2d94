namespace FlashSale.Simulator;

/// <summary>Goods that were bought, sealed: only an appraiser can say what they are.</summary>
/// <param name="Sealed">What they are, as 1 and 0.</param>
internal readonly record struct Specimen(int Sealed);

/// <summary>
/// People who hold goods in their hands, or look at papers: they find out what goods are, and err at times.
/// What they find is all that the platform learns (rules TRU-1, TRU-3).
/// </summary>
internal sealed class Appraiser(SeasonRun run, HiddenTruth truth)
{
    private const int DaysPerKey = 1 << 12;

    /// <summary>Takes goods of a listing as they are sold now.</summary>
    public Specimen Take(int listing) => new(truth.IsFake(listing) ? 1 : 0);

    /// <summary>What an appraiser of some accuracy finds: whether they are fakes.</summary>
    /// <param name="goods">The goods.</param>
    /// <param name="accuracy">How often the appraiser is right.</param>
    /// <param name="key">Whose goods: an order, or listing and day.</param>
    public bool Finds(Specimen goods, double accuracy, long key) =>
        Draws.For(run.World.Seed, key, Streams.SeasonAppraisal).Happens(accuracy) == (goods.Sealed == 1);

    /// <summary>What somebody who looks at a listing on a day finds.</summary>
    public bool Finds(int listing, double accuracy, int day) =>
        Finds(Take(listing), accuracy, KeyOf(listing, day));

    /// <summary>Whether its seller has papers that it is genuine.</summary>
    public bool HasPapers(int listing, double share) => !truth.IsFake(listing)
        && Draws.For(run.World.Seed, listing, Streams.SeasonPapers).Happens(share);

    /// <summary>Whether a clean-up of a day takes a listing for a fake.</summary>
    public bool Suspects(int listing, CleanUp cleanUp, int day) =>
        Draws.For(run.World.Seed, KeyOf(listing, day), Streams.SeasonCleanUp)
            .Happens(truth.IsFake(listing) ? cleanUp.FindsShare : cleanUp.ErrorShare);

    private static long KeyOf(int listing, int day) => ((long)listing * DaysPerKey) + day;
}
