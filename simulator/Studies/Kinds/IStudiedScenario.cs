namespace FlashSale.Simulator;

/// <summary>A scenario that a study can run.</summary>
public interface IStudiedScenario
{
    /// <summary>The name, in kebab-case.</summary>
    string Name { get; }

    /// <summary>The seed of all draws.</summary>
    ulong Seed { get; }

    /// <summary>The share of people that is simulated.</summary>
    double Scale { get; }

    /// <summary>Two equal hashes are the same scenario.</summary>
    string Hash { get; }

    /// <summary>What studies do with scenarios of its kind.</summary>
    StudiedKind Studied { get; }

    /// <summary>The same on another seed.</summary>
    IStudiedScenario OnSeed(ulong seed);

    /// <summary>The same at another scale; null where all people are simulated.</summary>
    IStudiedScenario? AtScale(double scale);
}
