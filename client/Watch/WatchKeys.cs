using FlashSale.Dashboard;

namespace FlashSale.Client;

/// <summary>The keys of whoever watches: where keys are set, viewers show one, as everywhere.</summary>
internal static class WatchKeys
{
    /// <summary>Reads them from the environment; false if the user was told a problem.</summary>
    public static bool TryRead(string urls, Terminal terminal, string verb, out ApiKeys? keys)
    {
        (keys, var problem) = ServeKeys.Read(urls, Environment.GetEnvironmentVariable);
        if (problem is not null)
        {
            terminal.Error.WriteLine($"flashsale {verb}: {problem}");
        }

        return problem is null;
    }
}
