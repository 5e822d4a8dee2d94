namespace FlashSale.Marketplace;

/// <summary>Which rules this program carries out.</summary>
public static class RulesVersion
{
    /// <summary>
    /// Raised whenever the same commands under the same policy lead to another state than before: a journal
    /// names it, because carried out under other rules it is another history.
    /// </summary>
    /// <remarks>0 stands for journals of before there was a version.</remarks>
    public const int Current = 1;
}
