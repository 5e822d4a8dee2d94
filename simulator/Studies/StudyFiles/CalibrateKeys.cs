namespace FlashSale.Simulator;

/// <summary>The block «calibrate» of a study.</summary>
internal sealed record CalibrateKeys
{
    private const int StartsMax = 20;
    private const int EvaluationsLongest = 2_000;
    private const int ProfileLevelsMax = 41;
    private const int ScreenPointsMax = 10_000;

    /// <summary>What is fitted.</summary>
    public required IReadOnlyList<RangedFactor> Factors { get; init; }

    /// <summary>What a good fit is.</summary>
    public required IReadOnlyList<AskedLoss> Losses { get; init; }

    /// <summary>How many points the fluid model looks at; null without a screen.</summary>
    public int? ScreenPoints { get; init; }

    /// <summary>Whether each year is once left out and judged.</summary>
    public bool LeavesOut { get; init; }

    /// <summary>The places of the bases that no fit may see.</summary>
    public IReadOnlyList<int> HeldOut { get; init; } = [];

    /// <summary>From how many points a fit begins.</summary>
    public int Starts { get; init; }

    /// <summary>The most points that a fit looks at from one start.</summary>
    public int EvaluationsMax { get; init; }

    /// <summary>How many values of each factor the profile has.</summary>
    public int ProfileLevels { get; init; }

    /// <summary>The key of all draws of the design.</summary>
    public ulong DesignSeed { get; init; } = 1;

    /// <summary>
    /// Measures that the loss needs and the study does not have: errors, and figures beside published ones.
    /// </summary>
    public IReadOnlyList<AskedMeasure> FurtherMeasures(IReadOnlyList<AskedMeasure> measures) =>
    [
        .. Losses.Select(loss => loss.Measure)
            .Concat(Losses.Where(loss => loss.Figure is not null).Select(loss => new AskedMeasure
            {
                Name = loss.Figure!,
                Value = loss.Figure!,
                Place = loss.Measure.Place,
            }))
            .Where(measure => measures.All(one => one.Name != measure.Name)).DistinctBy(one => one.Name),
    ];

    /// <summary>The loss that the errors of a fluid day make, as far as it has them.</summary>
    public double ScreenLoss(IReadOnlyList<double?> errors) => ExactSum.Of(
    [
        .. Losses.Select(loss => (loss.Tolerance, At: FluidYear.PlaceOf(loss.Measure.Value)))
            .Where(one => one.At >= 0 && errors[one.At] is not null)
            .Select(one => errors[one.At]!.Value / one.Tolerance).Select(error => error * error),
    ]);

    /// <summary>Reads the block.</summary>
    /// <param name="block">The block «calibrate».</param>
    /// <param name="bases">The bases as the file names them.</param>
    /// <param name="measures">The measures of the study.</param>
    public static CalibrateKeys Read(
        Block block, IReadOnlyList<string> bases, IReadOnlyList<AskedMeasure> measures)
    {
        var losses = AskedLoss.ReadAll(block, measures);
        var heldOut = ReadHeldOut(block, bases);
        var leavesOut = block.Find("leaveOut") is { } word
            && block.ChoiceOf<LeftOut>(word, block.PathOf("leaveOut")) is not null;
        if (bases.Count - heldOut.Count < (leavesOut ? 2 : 1))
        {
            block.Refuse(leavesOut ? "leaveOut" : "holdOut",
                $"{bases.Count - heldOut.Count} years are left to fit",
                "more bases, or fewer that are held out");
        }

        return new CalibrateKeys
        {
            Factors = RangedFactor.ReadAll(block),
            Losses = losses,
            ScreenPoints = block.Section<int?>("screen", null, inner => ReadScreen(inner, losses)),
            LeavesOut = leavesOut,
            HeldOut = heldOut,
            Starts = (int)block.Count("starts", 1, 1, StartsMax),
            EvaluationsMax = (int)block.Count("evaluations", 40, 4, EvaluationsLongest),
            ProfileLevels = (int)block.Count("profile", 7, 3, ProfileLevelsMax),
        };
    }

    private static int? ReadScreen(Block block, IReadOnlyList<AskedLoss> losses)
    {
        block.Choice<ScreenModel>("model", null);
        if (losses.Count > 0
            && losses.All(loss => FluidYear.PlaceOf(loss.Measure.Value) < 0))
        {
            block.RefuseWhole("the fluid model has none of the loss's measures",
                $"no screen, or a loss with {string.Join(", ", FluidYear.Measures)}");
        }

        return (int)block.Count("points", null, 10, ScreenPointsMax);
    }

    private static IReadOnlyList<int> ReadHeldOut(Block block, IReadOnlyList<string> bases)
    {
        var names = block.Find("holdOut") is { Form: YamlForm.Text } one ? [one.Text]
            : block.List("holdOut", [], bases.Count, (item, _) => item.Text);
        foreach (var name in names.Where(name => !bases.Contains(name)))
        {
            block.Refuse("holdOut", $"«{name}» is no base of this study", string.Join(", ", bases));
        }

        return [.. Enumerable.Range(0, bases.Count).Where(place => names.Contains(bases[place]))];
    }

    private enum LeftOut
    {
        EachYear = 1,
    }

    private enum ScreenModel
    {
        Fluid = 1,
    }
}
