using FlashSale.Simulator;

namespace FlashSale.Driver;

/// <summary>Enum members as files and pages have them: WholeLife is «whole-life».</summary>
public static class LoadWords
{
    /// <summary>The word of a member.</summary>
    public static string Of(Enum member) => Words.Of(member);
}
