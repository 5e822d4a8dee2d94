namespace FlashSale.Simulator;

/// <summary>How long the checks of an application take, and what they cost the platform (IDN-1, IDN-2).
/// </summary>
public sealed record CertificateChecks
{
    /// <summary>How many checks there are: number, remittance, photo, place.</summary>
    internal const int Count = 4;

    /// <summary>The register looks up the number of a document (assumed).</summary>
    public TimeSpan IdNumber { get; init; } = TimeSpan.FromHours(1);

    /// <summary>A small remittance is confirmed (assumed).</summary>
    public TimeSpan Remittance { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Somebody looks at a photo (assumed).</summary>
    public TimeSpan Photo { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Somebody was at the place (assumed).</summary>
    public TimeSpan OnSite { get; init; } = TimeSpan.FromDays(7);

    /// <summary>How often a seller may hand in again after a check was failed (assumed).</summary>
    public int Retries { get; init; } = 3;

    /// <summary>What each check costs the platform, in yuan, in this order (assumed).</summary>
    public IReadOnlyList<double> Yuan { get; init; } = [1, 2, 10, 300];

    /// <summary>
    /// The share of consumer stores that must have the first certificate before anybody gets the second one
    /// (S0: 60–80 %).
    /// </summary>
    public double SecondClassFrom { get; init; } = 0.7;

    /// <summary>The place of a check among the numbers that are given for each.</summary>
    internal static int PlaceOf(ApplicationStatus check) => check - ApplicationStatus.IdNumber;

    internal static CertificateChecks Read(Block block)
    {
        var (usual, longest) = (new CertificateChecks(), TimeSpan.FromDays(365));
        return new CertificateChecks
        {
            IdNumber = block.Length("idNumber", usual.IdNumber, TimeSpan.Zero, longest),
            Remittance = block.Length("remittance", usual.Remittance, TimeSpan.Zero, longest),
            Photo = block.Length("photo", usual.Photo, TimeSpan.Zero, longest),
            OnSite = block.Length("onSite", usual.OnSite, TimeSpan.Zero, longest),
            Retries = (int)block.Count("retries", usual.Retries, 0, 100),
            Yuan = ReadEach(block, "yuan", usual.Yuan, new(0, 1_000_000)),
            SecondClassFrom = block.Share("secondClassFrom", usual.SecondClassFrom),
        };
    }

    /// <summary>Reads a number for each check.</summary>
    internal static IReadOnlyList<double> ReadEach(
        Block block, string key, IReadOnlyList<double> usual, NumberRange range)
    {
        var each = block.List(key, usual, Count, (node, where) => block.NumberOf(node, where, range) ?? 0);
        if (each.Count != Count)
        {
            block.Refuse(key, $"{each.Count} numbers", "four: idNumber, remittance, photo, onSite");
            return usual;
        }

        return each;
    }
}
