namespace FlashSale.Dashboard;

/// <summary>What a host says on the console about where things are, one line each.</summary>
public static class Addresses
{
    /// <summary>The lines.</summary>
    /// <param name="urls">Where HTTP is served; the first is shown.</param>
    /// <param name="collector">Where metrics are sent; null for nowhere.</param>
    public static IEnumerable<string> Lines(IEnumerable<string> urls, Uri? collector)
    {
        ArgumentNullException.ThrowIfNull(urls);
        var url = urls.First().TrimEnd('/');
        yield return $"  API      {url}{MarketApi.Root} (what it offers: {url}{MarketApi.Root}/openapi.json)";
        yield return $"  pages    {url}/ and {url}/ops";
        yield return $"  metrics  {url}{MetricsExport.ScrapePath}"
            + (collector is null ? "" : $", and sent to {collector}");
        yield return $"  health   {url}/health/ready";
    }
}
