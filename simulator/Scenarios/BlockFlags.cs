namespace FlashSale.Simulator;

/// <summary>Reads what is yes or no.</summary>
internal static class BlockFlags
{
    /// <summary>The value of a key that is true or false.</summary>
    public static bool Flag(this Block block, string key, bool fallback)
    {
        if (block.Find(key) is not { } value)
        {
            return fallback;
        }

        if (value.Form != YamlForm.Text || value.Quoted || value.Text is not ("true" or "false"))
        {
            block.Refuse(key, $"{value.Shown} is neither", "true or false");
            return fallback;
        }

        return value.Text == "true";
    }
}
