namespace FlashSale.Simulator;

/// <summary>What sellers do whose listings are screened (rule LST-2; MODELS M2; all assumed).</summary>
public sealed record ScreenedSellerHabits
{
    /// <summary>The share of honest sellers who give a listing up when they are warned.</summary>
    public double HonestGiveUp { get; init; }

    /// <summary>The same of careless sellers.</summary>
    public double CarelessGiveUp { get; init; } = 0.7;

    /// <summary>The same of those who cheat: opportunists and professionals.</summary>
    public double CheatsGiveUp { get; init; } = 0.15;

    /// <summary>In which time a seller answers a warning.</summary>
    public TimeSpan AnswersWithin { get; init; } = TimeSpan.FromHours(12);

    /// <summary>How likely a listing gets another text and other pictures on a day.</summary>
    public double ChangesPerDay { get; init; } = 0.005;

    /// <summary>How many times as likely before a festival.</summary>
    public double FestivalFactor { get; init; } = 10;

    /// <summary>On how many days before it.</summary>
    public int FestivalDays { get; init; } = 7;

    /// <summary>How likely a refused listing comes again on a day, with another text.</summary>
    public double TriesAgainPerDay { get; init; } = 0.1;

    /// <summary>How likely a seller gives a listing up that is warned of.</summary>
    internal double GivesUp(SellerType type) => type switch
    {
        SellerType.Honest => HonestGiveUp,
        SellerType.Careless => CarelessGiveUp,
        _ => CheatsGiveUp,
    };

    internal static ScreenedSellerHabits Read(Block block)
    {
        var usual = new ScreenedSellerHabits();
        return new ScreenedSellerHabits
        {
            HonestGiveUp = block.Share("honestGiveUp", usual.HonestGiveUp),
            CarelessGiveUp = block.Share("carelessGiveUp", usual.CarelessGiveUp),
            CheatsGiveUp = block.Share("cheatsGiveUp", usual.CheatsGiveUp),
            AnswersWithin = block.Length(
                "answersWithin", usual.AnswersWithin, TimeSpan.Zero, TimeSpan.FromDays(365)),
            ChangesPerDay = block.Share("changesPerDay", usual.ChangesPerDay),
            FestivalFactor = block.Number("festivalFactor", usual.FestivalFactor, new(0, 1_000)),
            FestivalDays = (int)block.Count("festivalDays", usual.FestivalDays, 1, 60),
            TriesAgainPerDay = block.Share("triesAgainPerDay", usual.TriesAgainPerDay),
        };
    }
}
