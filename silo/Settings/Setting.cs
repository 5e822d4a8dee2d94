namespace FlashSale.Silo;

/// <summary>One thing that can be set: by an option, an environment variable or a file.</summary>
/// <param name="Name">
/// Its name in configuration: «Silo:{Name}» in a file, «Silo__{Name}» in the environment.
/// </param>
/// <param name="Option">
/// Its name on the command line; empty for a secret, which others could read there.
/// </param>
/// <param name="Placeholder">What stands for the value in the help.</param>
/// <param name="Meaning">What it is for.</param>
/// <param name="Allowed">Which values there are, in words.</param>
/// <param name="Usual">The value when nobody sets it; empty if there is none.</param>
internal sealed record Setting(
    string Name, string Option, string Placeholder, string Meaning, string Allowed, string Usual = "")
{
    /// <summary>The section that all settings stand in.</summary>
    public const string Section = "Silo";

    /// <summary>The whole key in configuration.</summary>
    public string Key => $"{Section}:{Name}";

    /// <summary>What messages call it.</summary>
    public string Title => Option.Length == 0 ? Key : $"{Option} ({Key})";
}
