namespace FlashSale.Grains;

/// <summary>
/// What a store calls a grain's state, beside the grain's key: the grain's type and the state's name.
/// </summary>
/// <remarks>
/// Orleans' own provider for databases tells states by their names and the grains' keys alone: two types of
/// grains that chose the same name for their states would share a row.
/// </remarks>
public static class GrainStateName
{
    /// <summary>How many characters a state's name and a grain's type may have together.</summary>
    public const int LengthMax = 512;

    /// <summary>How many characters a grain's key may have.</summary>
    public const int KeyLengthMax = 512;

    /// <summary>The name.</summary>
    /// <exception cref="ArgumentException">It is too long, or the grain's key is.</exception>
    public static string Of(string stateName, GrainId grain)
    {
        // A generic type has a backtick in its name, and the provider for databases cuts the rest off there.
        var name = $"{grain.Type}/{stateName}".Replace('`', '~');
        return name.Length <= LengthMax && grain.Key.ToString()!.Length <= KeyLengthMax
            ? name
            : throw new ArgumentException(
                $"The state «{name}» of the grain {grain} cannot be kept: a type and a state's name have "
                    + $"{LengthMax} characters at most, and a grain's key {KeyLengthMax}.",
                nameof(stateName));
    }
}
