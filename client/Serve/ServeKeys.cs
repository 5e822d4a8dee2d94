using FlashSale.Dashboard;

namespace FlashSale.Client;

/// <summary>
/// The keys of callers, from the environment: a command line is seen by all.
/// </summary>
internal static class ServeKeys
{
    /// <summary>The variable of the key for buyers and sellers.</summary>
    public const string ApiKeyName = "FLASHSALE_API_KEY";

    /// <summary>The variable of the key for operators.</summary>
    public const string OperatorKeyName = "FLASHSALE_OPERATOR_KEY";

    /// <summary>The keys, or what is wrong with them; neither if none are set and none are needed.</summary>
    public static (ApiKeys? Keys, string? Problem) Read(string urls, Func<string, string?> environment)
    {
        var (apiKey, operatorKey) = (environment(ApiKeyName), environment(OperatorKeyName));
        if (apiKey is null && operatorKey is null)
        {
            return ServedUrls.AreLoopback(urls)
                ? (null, null)
                : (null, $"other machines can reach {urls}; set {ApiKeyName} and {OperatorKeyName}, or "
                    + $"listen on this machine only, as on {ServedUrls.Usual}");
        }

        if (apiKey is null || operatorKey is null)
        {
            return (null, $"{ApiKeyName} and {OperatorKeyName} belong together; one of them is not set");
        }

        try
        {
            return (new ApiKeys(apiKey, operatorKey), null);
        }
        catch (ArgumentException refusal)
        {
            return (null, $"{ApiKeyName} or {OperatorKeyName} cannot be used: {refusal.Message}");
        }
    }
}
