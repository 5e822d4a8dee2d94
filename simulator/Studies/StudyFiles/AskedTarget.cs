namespace FlashSale.Simulator;

/// <summary>What a measure is to be: the block «suchThat» of a search.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="IsBelow">Whether below the value, else above.</param>
/// <param name="Value">The value, in the unit of the measure.</param>
/// <param name="ShareOfFestivals">In which share of runs; null for on average.</param>
/// <param name="Words">The condition as a clause: «fewer than 1 % pay too late»; or empty.</param>
internal sealed record AskedTarget(
    string Measure, bool IsBelow, double Value, double? ShareOfFestivals, string Words)
{
    /// <summary>Reads the block.</summary>
    public static AskedTarget Read(Block block, IReadOnlyList<AskedMeasure> measures)
    {
        var measure = AskedMeasure.Named(block, "measure", measures);
        var below = block.OptionalNumber("below", new(-1e18, 1e18));
        var above = block.OptionalNumber("above", new(-1e18, 1e18));
        if (block.Find("below") is null == block.Find("above") is null)
        {
            block.RefuseWhole(
                below is null ? "the target is not said" : "two targets are said",
                "below: or above:, with a number in the unit of the measure");
        }

        var share = block.OptionalNumber("inShareOfFestivals", new(0.5, 0.999));
        if (measure is { IsEvent: true } && share is null)
        {
            block.Refuse("measure", $"{measure.Name} is a yes or no of each run, and has no mean to bound",
                "above: 0.5 with inShareOfFestivals, for so many runs in which it happens");
        }

        return new AskedTarget(
            measure?.Name ?? "", below is not null, below ?? above ?? 0, share, block.Text("words", "", 200));
    }

    /// <summary>As study.json has it.</summary>
    public TargetSearched Found(bool isLessReference) =>
        new(IsBelow, Value, ShareOfFestivals, isLessReference);
}
