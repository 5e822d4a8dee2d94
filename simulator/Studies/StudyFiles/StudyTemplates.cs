namespace FlashSale.Simulator;

/// <summary>Study files to begin with, one for each design.</summary>
public static class StudyTemplates
{
    /// <summary>The designs that have one.</summary>
    public static IReadOnlyList<string> Designs { get; } =
        ["arms", "vary", "find", "breakEven", "select", "sample", "sensitivity", "calibrate"];

    /// <summary>The text of a design's file.</summary>
    public static string Of(string design) => Resource.Text($"study-{design}.yaml");
}
