namespace FlashSale.Simulator;

/// <summary>What one order costs, and how silos scale: fitted from load tests (rule CAP-5).</summary>
public sealed record CapacityModel
{
    private const double ExceptShare = 0.01; // of the 99th percentile
    private const int SilosMax = 100_000;
    private const int Halvings = 60;

    /// <summary>What n silos do.</summary>
    public required ScalingLaw Law { get; init; }

    /// <summary>CPU cores of each silo.</summary>
    public required int CoresPerSilo { get; init; }

    /// <summary>CPU time of the silos for one order.</summary>
    public required double SiloMsPerOrder { get; init; }

    /// <summary>CPU time of the database for one order.</summary>
    public required double DatabaseMsPerOrder { get; init; }

    /// <summary>Rows written for one order; null if nobody counted.</summary>
    public double? RowsPerOrder { get; init; }

    /// <summary>The 99th percentile of the latency when hardly anybody waits.</summary>
    public required double LightMsP99 { get; init; }

    /// <summary>How much longer orders wait than random arrivals would make them; at least 1.</summary>
    public double WaitFactor { get; init; } = 1;

    /// <summary>Answers a question.</summary>
    /// <remarks>
    /// A silo is a line before its own cores: grains do not change silos. Silos and database each get half
    /// of what the latency leaves for waiting, so that a higher rate or a shorter latency never needs less.
    /// </remarks>
    public CapacityAnswer Answer(CapacityQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var silos = question.Silos ?? SmallestCluster(question) ?? BestCluster();
        var cores = SmallestDatabase(question, question.OrdersPerSecond);
        var sustained = Sustained(question, silos);
        var limits = Limits(question, silos, cores);
        return new CapacityAnswer
        {
            Result = LightMsP99 >= question.LatencyMsP99 ? PlanResult.TooSlow
                : !ClusterCarries(question, silos, question.OrdersPerSecond) ? PlanResult.TooFewSilos
                : RowsCarried(question) < question.OrdersPerSecond ? PlanResult.TooFewRows
                : PlanResult.Carries,
            Silos = silos,
            DatabaseCores = cores,
            SustainedPerSecond = sustained,
            LatencyMsP99 = LatencyAt(question.OrdersPerSecond, silos, cores),
            Limits = limits,
        };
    }

    /// <summary>The line before the cores of one silo of several.</summary>
    internal WaitingLine SiloLine(int silos, double ordersPerSecond) =>
        new(CoresPerSilo, CoresPerSilo * silos / Law.OrdersPerSecond(silos), ordersPerSecond / silos);

    /// <summary>The line before the database's cores.</summary>
    internal WaitingLine DatabaseLine(int cores, double ordersPerSecond) =>
        new(cores, DatabaseMsPerOrder / 1_000, ordersPerSecond);

    /// <summary>
    /// What both lines add to the 99th percentile with random arrivals, in ms: half of the one in a hundred
    /// may wait longer in either, whether or not the two waits have to do with each other.
    /// </summary>
    internal double WaitMs(double ordersPerSecond, int silos, int databaseCores)
    {
        var silo = SiloLine(silos, ordersPerSecond).WaitSeconds(ExceptShare / 2);
        var database = databaseCores == 0
            ? 0
            : DatabaseLine(databaseCores, ordersPerSecond).WaitSeconds(ExceptShare / 2);
        return 1_000 * (silo + database);
    }

    private double? LatencyAt(double ordersPerSecond, int silos, int databaseCores)
    {
        var latency = LightMsP99 + WaitFactor * WaitMs(ordersPerSecond, silos, databaseCores);
        return double.IsFinite(latency) ? latency : null;
    }

    private int BestCluster() => (int)Math.Min(SilosMax, Math.Round(Law.SilosUsefulMax));

    private int? SmallestCluster(CapacityQuestion question)
    {
        var (few, many) = (0, BestCluster());
        if (LightMsP99 >= question.LatencyMsP99 || !HasRoom(many))
        {
            return null;
        }

        while (many - few > 1) // up to the peak of the law more silos do more
        {
            var middle = few + (many - few) / 2;
            (few, many) = HasRoom(middle) ? (few, middle) : (middle, many);
        }

        for (var silos = many; silos <= BestCluster(); silos++)
        {
            if (ClusterCarries(question, silos, question.OrdersPerSecond))
            {
                return silos;
            }
        }

        return null;

        bool HasRoom(int silos) =>
            Law.OrdersPerSecond(silos) * (1 - question.Headroom) >= question.OrdersPerSecond;
    }

    private bool ClusterCarries(CapacityQuestion question, int silos, double ordersPerSecond) =>
        Law.OrdersPerSecond(silos) * (1 - question.Headroom) >= ordersPerSecond
        && Waits(question, SiloLine(silos, ordersPerSecond));

    // Whether a line's wait stays within its half of what the latency leaves.
    private bool Waits(CapacityQuestion question, WaitingLine line) =>
        1_000 * WaitFactor * line.WaitSeconds(ExceptShare / 2) <= (question.LatencyMsP99 - LightMsP99) / 2;

    private int SmallestDatabase(CapacityQuestion question, double ordersPerSecond)
    {
        var busy = ordersPerSecond * DatabaseMsPerOrder / 1_000;
        var cores = (int)Math.Min(int.MaxValue / 2, Math.Ceiling(busy / (1 - question.Headroom)));
        while (cores > 0 && LightMsP99 < question.LatencyMsP99
            && !Waits(question, DatabaseLine(cores, ordersPerSecond)))
        {
            cores++;
        }

        return cores;
    }

    private double RowsCarried(CapacityQuestion question) =>
        question.RowsPerSecondMax is { } most && RowsPerOrder is > 0 and var rows
            ? most * (1 - question.Headroom) / rows
            : double.PositiveInfinity;

    // The highest rate that the cluster carries: with it, everything below is carried too.
    private double Sustained(CapacityQuestion question, int silos)
    {
        var (carried, refused) = (0.0, Law.OrdersPerSecond(silos));
        for (var halving = 0; halving < Halvings; halving++)
        {
            var middle = (carried + refused) / 2;
            (carried, refused) = ClusterCarries(question, silos, middle)
                ? (middle, refused)
                : (carried, middle);
        }

        return Math.Min(carried, RowsCarried(question));
    }

    private List<CapacityLimit> Limits(CapacityQuestion question, int silos, int databaseCores)
    {
        var limits = new List<(string Part, double PerSecond)>
        {
            ("silos, by the scaling law", Law.OrdersPerSecond(silos)),
            ("silos, by their CPU alone", silos * CoresPerSilo * 1_000 / SiloMsPerOrder),
        };
        if (DatabaseMsPerOrder > 0)
        {
            limits.Add(("database cores", databaseCores * 1_000 / DatabaseMsPerOrder));
        }

        if (question.RowsPerSecondMax is { } most && RowsPerOrder is > 0 and var rows)
        {
            limits.Add(("rows written to disk", most / rows));
        }

        return [.. limits.OrderBy(limit => limit.PerSecond).Select(limit => new CapacityLimit(
            limit.Part, limit.PerSecond, question.OrdersPerSecond / limit.PerSecond))];
    }
}
