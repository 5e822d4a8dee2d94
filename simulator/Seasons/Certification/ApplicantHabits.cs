namespace FlashSale.Simulator;

/// <summary>
/// What sellers do who are asked for a certificate (rules IDN-1 to IDN-4; MODELS M1). All numbers are assumed
/// unless they say otherwise.
/// </summary>
public sealed record ApplicantHabits
{
    /// <summary>
    /// How much larger the shares of opportunists and professionals are among those who want to enter than
    /// among the sellers of the start.
    /// </summary>
    public double EntrantsFactor { get; init; } = 2;

    /// <summary>The share of sellers who give up at each check.</summary>
    public IReadOnlyList<double> DropOut { get; init; } = [0.005, 0.03, 0.04, 0.08];

    /// <summary>How likely a seller under its own name passes each check.</summary>
    public IReadOnlyList<double> Passes { get; init; } = [0.99, 0.97, 0.95, 0.98];

    /// <summary>How likely a borrowed or forged identity passes each check.</summary>
    public IReadOnlyList<double> CheatPasses { get; init; } = [0.95, 0.60, 0.25, 0.50];

    /// <summary>What an identity costs a cheat, in yuan; each attempt needs one.</summary>
    public double IdentityYuan { get; init; } = 300;

    /// <summary>What a store costs a cheat without a certificate, in yuan.</summary>
    public double NameYuan { get; init; } = 50;

    /// <summary>
    /// What a store is worth to a professional until it is closed, in yuan, in half of the cases (fitted to
    /// the −60 to −70 % of S0).
    /// </summary>
    public double WorthYuan { get; init; } = 1_450;

    /// <summary>The standard deviation of ln(worth) (fitted too).</summary>
    public double WorthSpread { get; init; } = 0.9;

    /// <summary>Identities that a professional buys at most for one store.</summary>
    public int Attempts { get; init; } = 30;

    /// <summary>
    /// How often a professional who is asked for a certificate tries again under another name, where not all
    /// new sellers are asked.
    /// </summary>
    public int GapTries { get; init; } = 2;

    /// <summary>How likely a link between two names of one person is seen, by account and device.</summary>
    public double LinkFound { get; init; } = 0.7;

    /// <summary>How many times as much an opportunist loses by a closure under its own certified name.
    /// </summary>
    public double LossFactor { get; init; } = 4;

    /// <summary>The share of opportunists who come back after a closure, if they can.</summary>
    public double ReturnsShare { get; init; } = 0.5;

    /// <summary>In which time a seller hands in what a check asks for.</summary>
    public TimeSpan HandsInWithin { get; init; } = TimeSpan.FromDays(1);

    /// <summary>The share of certified sellers who want the second certificate too (rule IDN-3).</summary>
    public double SecondClassShare { get; init; } = 0.3;

    /// <summary>What a certificate costs a professional on average, in yuan.</summary>
    /// <param name="needsPlace">Whether somebody looks at the place.</param>
    /// <param name="isBarred">Whether the person is barred, and must not be recognised.</param>
    internal double CertificateYuan(bool needsPlace, bool isBarred)
    {
        var passes = CheatPasses[0] * CheatPasses[1] * CheatPasses[2] * (needsPlace ? CheatPasses[3] : 1)
            * (isBarred ? 1 - LinkFound : 1);
        return passes <= 0 ? double.PositiveInfinity : IdentityYuan / passes;
    }

    internal static ApplicantHabits Read(Block block)
    {
        var (usual, yuan) = (new ApplicantHabits(), new NumberRange(0, 1_000_000));
        return new ApplicantHabits
        {
            EntrantsFactor = block.Number("entrantsFactor", usual.EntrantsFactor, new(0, 10)),
            DropOut = CertificateChecks.ReadEach(block, "dropOut", usual.DropOut, NumberRange.Share),
            Passes = CertificateChecks.ReadEach(block, "passes", usual.Passes, NumberRange.Share),
            CheatPasses = CertificateChecks.ReadEach(
                block, "cheatPasses", usual.CheatPasses, NumberRange.Share),
            IdentityYuan = block.Number("identityYuan", usual.IdentityYuan, yuan),
            NameYuan = block.Number("nameYuan", usual.NameYuan, yuan),
            WorthYuan = block.Number("worthYuan", usual.WorthYuan, new(0.01, 1_000_000)),
            WorthSpread = block.Number("worthSpread", usual.WorthSpread, new(0.01, 10)),
            Attempts = (int)block.Count("attempts", usual.Attempts, 1, 1_000),
            GapTries = (int)block.Count("gapTries", usual.GapTries, 0, 100),
            LinkFound = block.Share("linkFound", usual.LinkFound),
            LossFactor = block.Number("lossFactor", usual.LossFactor, new(0, 1_000)),
            ReturnsShare = block.Share("returnsShare", usual.ReturnsShare),
            HandsInWithin = block.Length(
                "handsInWithin", usual.HandsInWithin, TimeSpan.Zero, TimeSpan.FromDays(365)),
            SecondClassShare = block.Share("secondClassShare", usual.SecondClassShare),
        };
    }
}
