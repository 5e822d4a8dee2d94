namespace FlashSale.Simulator;

/// <summary>When the buyers of a festival come to a checkout, given its facts alone (rule DEM-3).</summary>
/// <remarks>
/// Arrivals, not orders: who comes may be refused at the gateway and try again (DEM-4), and pays later or
/// never. Years differ only in their facts; see <see cref="DemandBehaviour"/>.
/// </remarks>
public sealed class DemandModel
{
    /// <summary>The length of the day, in ms: arrivals lie before it.</summary>
    public const long DayMs = 86_400_000;

    private const double DaySeconds = 86_400;
    private const int CellsPerHour = 6;

    private readonly DemandBehaviour _behaviour;
    private readonly Exponential _hammering;
    private readonly Lognormal _rush;
    private readonly Lognormal _presale;
    private readonly QuantileTable _browse;

    private DemandModel(FestivalFacts facts, DemandBehaviour behaviour)
    {
        _behaviour = behaviour;
        _hammering = new Exponential(behaviour.HammeringMeanSeconds);
        _rush = new Lognormal(behaviour.RushMedianSeconds, behaviour.RushSigma, DaySeconds);
        var opens = behaviour.PresaleOpensSeconds;
        _presale = new Lognormal(behaviour.PresaleMedianSeconds, behaviour.PresaleSigma, DaySeconds - opens);
        var mobile = MobileShares.Of(facts);
        _browse = BrowseTable(behaviour, behaviour.BrowseDecay + (behaviour.BrowseDecayMobile * mobile));
        (RushShare, PresaleShare) = Shares(facts, behaviour, mobile);
    }

    /// <summary>The share of orders that wait in carts for midnight.</summary>
    public double RushShare { get; }

    /// <summary>The share of orders that are presales.</summary>
    public double PresaleShare { get; }

    /// <summary>The share of all other orders.</summary>
    public double BrowseShare => Math.Max(0, 1 - RushShare - PresaleShare);

    /// <summary>The demand of a festival.</summary>
    /// <param name="facts">The festival.</param>
    /// <param name="behaviour">When people come; the fitted numbers unless given.</param>
    /// <exception cref="ArgumentException">The facts give shares that sum to more than 1.</exception>
    public static DemandModel For(FestivalFacts facts, DemandBehaviour? behaviour = null)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return new DemandModel(facts, behaviour ?? DemandBehaviour.Fitted);
    }

    /// <summary>
    /// The moment at which somebody comes, in ms after midnight, below <see cref="DayMs"/>.
    /// </summary>
    /// <param name="kind">Why they come.</param>
    /// <param name="uniform">A uniform number strictly between 0 and 1.</param>
    public long ArrivalAt(ArrivalKind kind, double uniform)
    {
        var seconds = kind switch
        {
            ArrivalKind.Rush => RushSeconds(uniform),
            ArrivalKind.Presale => _behaviour.PresaleOpensSeconds + _presale.Quantile(uniform),
            ArrivalKind.Browse => _browse.Quantile(uniform),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no kind of arrival"),
        };
        return Math.Min(DayMs - 1, (long)(seconds * 1_000));
    }

    /// <summary>The share of a kind that has come by a time in seconds after midnight.</summary>
    public double ShareBy(ArrivalKind kind, double seconds) => kind switch
    {
        ArrivalKind.Rush => _behaviour.HammeringShare * _hammering.Cdf(seconds)
            + (1 - _behaviour.HammeringShare) * _rush.Cdf(seconds),
        ArrivalKind.Presale => _presale.Cdf(seconds - _behaviour.PresaleOpensSeconds),
        ArrivalKind.Browse => _browse.Cdf(seconds),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no kind of arrival"),
    };

    /// <summary>The share of all that has come by a time in seconds after midnight.</summary>
    public double ShareBy(double seconds) =>
        RushShare * ShareBy(ArrivalKind.Rush, seconds)
        + PresaleShare * ShareBy(ArrivalKind.Presale, seconds)
        + BrowseShare * ShareBy(ArrivalKind.Browse, seconds);

    private double RushSeconds(double uniform)
    {
        var hammering = _behaviour.HammeringShare;
        return uniform < hammering
            ? _hammering.Quantile(uniform / hammering)
            : _rush.Quantile((uniform - hammering) / (1 - hammering));
    }

    private static (double Rush, double Presale) Shares(
        FestivalFacts facts, DemandBehaviour behaviour, double mobile)
    {
        if (facts.RushShare + facts.PresaleShare > FestivalFacts.SharesMax)
        {
            throw new ArgumentException("rush and presale sum to more than 1", nameof(facts));
        }

        // An estimate gives way to what is known.
        var years = behaviour.PresaleFullYear - behaviour.PresaleNoneYear;
        var grown = Math.Clamp((facts.Year - behaviour.PresaleNoneYear) / (double)years, 0, 1);
        var presale = facts.PresaleShare
            ?? Math.Min(behaviour.PresaleShareMax * grown, 1 - (facts.RushShare ?? 0));
        var rush = facts.RushShare
            ?? Math.Min(behaviour.RushShareBase + behaviour.RushShareMobile * mobile, 1 - presale);
        return (rush, presale);
    }

    private static QuantileTable BrowseTable(DemandBehaviour behaviour, double decay)
    {
        var hours = behaviour.OrdinaryHours.Count;
        var seconds = new double[hours * CellsPerHour + 1];
        var shares = new double[seconds.Length];
        for (var cell = 1; cell < seconds.Length; cell++)
        {
            seconds[cell] = DaySeconds * cell / (seconds.Length - 1);
            var middle = (cell - 0.5) / (seconds.Length - 1);
            shares[cell] = shares[cell - 1] + behaviour.OrdinaryHours[(cell - 1) / CellsPerHour]
                * ExactMath.Exp(-decay * middle);
        }

        var sum = shares[^1];
        for (var cell = 0; cell < shares.Length; cell++)
        {
            shares[cell] /= sum;
        }

        return new QuantileTable(shares, seconds);
    }
}
