namespace FlashSale.Simulator;

/// <summary>Reads keys of a study that are «true» or «false».</summary>
internal static class YesNoKeys
{
    /// <summary>Whether the key says «true»; «false» is as if it were not there.</summary>
    public static bool IsTrue(this Block block, string key) =>
        block.Choice<YesNo>(key, YesNo.False) == YesNo.True;

    private enum YesNo
    {
        True = 1,
        False,
    }
}
