namespace FlashSale.Tests.Engine;

/// <summary>The names that clients of generated histories give to their requests.</summary>
internal static class Requests
{
    public static string[] All { get; } = ["first", "8e03978e-40d5-43e8"];

    /// <summary>The key that a name was made of.</summary>
    public static string KeyOf(RequestId request) => All.Single(key => RequestId.Of(key) == request);
}
