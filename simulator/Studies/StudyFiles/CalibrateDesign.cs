namespace FlashSale.Simulator;

/// <summary>
/// Factors that are fitted to published years, and what that fit is worth: the same without each year.
/// </summary>
/// <remarks>Every point is the same change of every base; a run of it is of one base.</remarks>
public sealed record CalibrateDesign : StudyDesign
{
    private readonly Lazy<FluidScreen?> _screen;

    private CalibrateDesign(CalibrateKeys keys, IReadOnlyList<Scenario> bases)
    {
        (Keys, Bases) = (keys, bases);
        _screen = new Lazy<FluidScreen?>(() => Keys.ScreenPoints is { } points
            ? FluidScreen.Of(
                LatinHypercube.Of(points, Keys.Factors.Count, Keys.DesignSeed).Points, Bases.Count, Day)
            : null);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Factors =>
        ["year", .. Keys.Factors.Select(factor => factor.Name)];

    /// <inheritdoc/>
    internal override ulong? DesignSeed => Keys.DesignSeed;

    /// <summary>What the file says.</summary>
    internal CalibrateKeys Keys { get; }

    /// <summary>The years, in the order of the file.</summary>
    internal IReadOnlyList<Scenario> Bases { get; }

    /// <summary>The screen by the fluid model; null if none is asked for.</summary>
    internal FluidScreen? Screen => _screen.Value;

    /// <summary>How the best point is looked for.</summary>
    internal CalibrationSearch Search => new(
        [.. Enumerable.Range(0, Bases.Count).Except(Keys.HeldOut)], Keys.LeavesOut, Keys.HeldOut, StartsOf,
        Keys.EvaluationsMax, Keys.ProfileLevels);

    /// <summary>As many as its fits may look at, the profiles, and the years that judge.</summary>
    public override long? RunsMax(Study study)
    {
        ArgumentNullException.ThrowIfNull(study);
        var (factors, fitted) = (Keys.Factors.Count, Bases.Count - Keys.HeldOut.Count);
        var searched = Keys.Starts * (Keys.EvaluationsMax + factors)
            * (fitted + (Keys.LeavesOut ? fitted * (fitted - 1) : 0));
        var judged = (factors * (Keys.ProfileLevels + 1) * fitted)
            + (Keys.LeavesOut ? fitted : 0) + Keys.HeldOut.Count;
        return study.Seeds.Count * (searched + judged);
    }

    /// <inheritdoc/>
    internal override IReadOnlyList<AskedPoint> Ends =>
    [
        .. Enumerable.Range(0, Bases.Count).SelectMany(year => Enumerable.Range(0, 2).Select(place =>
            PointAt([.. Keys.Factors.Select(_ => (double)place)], year))),
    ];

    /// <summary>Reads the block «calibrate».</summary>
    /// <param name="block">The whole study.</param>
    /// <param name="bases">The bases, each with its name in the file.</param>
    /// <param name="measures">The measures of the study.</param>
    /// <param name="seeds">How many seeds.</param>
    internal static CalibrateDesign Read(
        Block block, IReadOnlyList<(string Name, IStudiedScenario Scenario)> bases,
        IReadOnlyList<AskedMeasure> measures, int seeds)
    {
        if (seeds < 2)
        {
            block.Refuse("seeds", "one seed does not tell a worse loss from luck", "2 or more");
        }

        if (bases.FirstOrDefault(one => one.Scenario is not Scenario) is { Scenario: { } other })
        {
            block.Refuse("base", $"nothing of {other.Name} was published by the day",
                $"festivals: {string.Join(", ", ScenarioFiles.Shipped().Where(HasYear))}");
        }

        return new CalibrateDesign(
            block.RequiredSection("calibrate", inner => CalibrateKeys.Read(
                inner, [.. bases.Select(one => one.Name)], measures)) with
            {
                DesignSeed = DesignSeeds.Read(block),
            },
            [.. bases.Select(one => one.Scenario).OfType<Scenario>()]);
    }

    /// <inheritdoc/>
    internal override IReadOnlyList<AskedMeasure> FurtherMeasures(IReadOnlyList<AskedMeasure> measures) =>
        Keys.FurtherMeasures(measures);

    /// <summary>Every year needs a published figure that the loss knows.</summary>
    internal override IEnumerable<(string Field, string Wrong, string Allowed)> WrongWith(
        IReadOnlyList<StudyMeasure> measures) =>
        from year in Enumerable.Range(0, Bases.Count)
        where !Keys.Losses.Any(loss => measures.Any(measure =>
            measure.Name == loss.Measure.Name && measure.IsKnownIn(year)))
        select ("calibrate.loss", $"nothing of it is published of {Bases[year].Name}",
            "a year that has one of these figures, or another measure");

    /// <inheritdoc/>
    internal override IReadOnlyList<AskedRuns> Next(StudyRuns done)
    {
        var calibration = new StudyCalibration(this, done);
        return
        [
            .. calibration.Step.Wanted.DistinctBy(order => PointAt(order.Point, order.Year).Name)
                .OrderBy(order => order.Year).Select(calibration.Asked),
        ];
    }

    /// <inheritdoc/>
    internal override DesignFound? Found(StudyRuns done) => CalibrationFound.Of(this, done);

    /// <summary>The point of a year at coordinates of the unit cube.</summary>
    internal AskedPoint PointAt(IReadOnlyList<double> point, int year)
    {
        var changes = ChangesAt(point);
        var levels = LevelsOf(changes);
        return new AskedPoint(
            $"{Bases[year].Name}: {TextOf(levels)}",
            [new FactorLevel("year", Bases[year].Name, null), .. levels], changes)
        {
            Base = year,
        };
    }

    /// <summary>The values of the factors at coordinates of the unit cube.</summary>
    internal IReadOnlyList<FactorLevel> LevelsAt(IReadOnlyList<double> point) => LevelsOf(ChangesAt(point));

    /// <summary>Levels as people read them: «couriers 0.095, sustained 0.88».</summary>
    internal static string TextOf(IEnumerable<FactorLevel> levels) =>
        string.Join(", ", levels.Select(level => $"{level.Factor} {level.Text}"));

    private IReadOnlyList<ScenarioChange> ChangesAt(IReadOnlyList<double> point) =>
        [.. Keys.Factors.Select((factor, at) => factor.At(point[at]))];

    private IReadOnlyList<FactorLevel> LevelsOf(IReadOnlyList<ScenarioChange> changes) =>
        [.. Keys.Factors.Select((factor, at) => FactorLevel.Of(factor.Name, changes[at].Value.Text))];

    private static bool HasYear(string name) => name.StartsWith("double11-", StringComparison.Ordinal);

    // Without a screen a fit begins in the middle, then where a hypercube has points.
    private IReadOnlyList<IReadOnlyList<double>> StartsOf(int? without) => Screen is { } screen
        ? screen.Best(Search.Without(without), Keys.Starts)
        :
        [
            [.. Keys.Factors.Select(_ => 0.5)],
            .. LatinHypercube.Of(Keys.Starts, Keys.Factors.Count, Keys.DesignSeed).Points
                .Take(Keys.Starts - 1),
        ];

    // A point that the scenario reader refuses is none to begin at.
    private Func<IReadOnlyList<double>, double> Day(int year)
    {
        var day = new FluidYear();
        var changed = new ChangedScenario(Bases[year], "", new ProblemList(""));
        return point => changed.With(ChangesAt(point)) is Scenario scenario
            ? Keys.ScreenLoss(day.ErrorsOf(scenario)) : double.PositiveInfinity;
    }
}
