namespace FlashSale.Simulator;

/// <summary>The past that runs of a study share: the base's run up to a moment.</summary>
/// <param name="Key">Its name: the hash of all that decides it.</param>
/// <param name="Scenario">The base, with its seed.</param>
/// <param name="At">The moment, counted from midnight: what happens then is no part of it.</param>
public sealed record RunPast(string Key, IStudiedScenario Scenario, TimeSpan At)
{
    /// <summary>The last moment of it.</summary>
    internal TimeSpan Until => At - TimeSpan.FromMilliseconds(1);

    /// <summary>The past of a base.</summary>
    /// <param name="code">The hash of the code that will run it.</param>
    /// <param name="scenario">The base, with its seed.</param>
    /// <param name="at">The moment, counted from midnight.</param>
    public static RunPast Of(string code, IStudiedScenario scenario, TimeSpan at) =>
        new(RunKey.OfPast(code, scenario, at), scenario, at);
}
