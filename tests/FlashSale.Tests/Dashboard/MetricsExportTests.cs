using System.Diagnostics.Metrics;
using System.Text;
using FlashSale.Dashboard;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FlashSale.Tests.Dashboard;

/// <summary>Metrics reach a collector that is named, and a wrong name is refused.</summary>
public sealed class MetricsExportTests
{
    [Fact]
    public async Task A_collector_gets_the_metrics_of_the_market()
    {
        using var meter = new Meter("FlashSale.Test");
        var counter = meter.CreateCounter<long>("flashsale.test.kettles");
        var got = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var collector = Host();
        collector.MapPost("/v1/metrics", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            got.TrySetResult(Encoding.Latin1.GetString(body.ToArray()));
        });
        await collector.StartAsync();
        var builder = Builder();
        var variables = Only(MetricsExport.EndpointName, collector.Urls.Single());
        Assert.Null(MetricsExport.Read(variables, out var address));
        builder.Services.AddMetricsExport(address, "here", TimeSpan.FromHours(1));
        await using var host = builder.Build();
        await host.StartAsync();

        counter.Add(11);
        await host.StopAsync(); // sends what is left

        Assert.Contains("flashsale.test.kettles", await got.Task.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Theory]
    [InlineData(MetricsExport.EndpointName, "localhost")]
    [InlineData(MetricsExport.EndpointName, "ftp://localhost")]
    [InlineData(MetricsExport.MetricsEndpointName, "localhost:4318/v1/metrics")]
    public void A_wrong_address_is_refused_with_its_name_and_what_is_allowed(string name, string endpoint)
    {
        var problem = MetricsExport.Read(Only(name, endpoint), out _);

        Assert.StartsWith($"{name}: «{endpoint}»", problem, StringComparison.Ordinal);
        Assert.Contains("allowed", problem);
    }

    [Fact]
    public void Nothing_is_sent_unless_a_collector_is_named()
    {
        Assert.Null(MetricsExport.Read(_ => "", out var collector));
        Assert.Null(collector);
    }

    [Theory]
    [InlineData("http://one:4318", null, "http://one:4318/v1/metrics")]
    [InlineData("http://one:4318/otlp/", null, "http://one:4318/otlp/v1/metrics")]
    [InlineData(null, "http://two:9/metrics", "http://two:9/metrics")]
    [InlineData("http://one:4318", "http://two:9/metrics", "http://two:9/metrics")]
    [InlineData("nonsense", "http://two:9/metrics", "http://two:9/metrics")]
    public void The_address_for_metrics_goes_before_that_of_the_collector(
        string? collector, string? metrics, string expected)
    {
        Assert.Null(MetricsExport.Read(
            name => name == MetricsExport.EndpointName ? collector : metrics, out var address));

        Assert.Equal(expected, address!.AbsoluteUri);
    }

    private static Func<string, string?> Only(string name, string value) =>
        asked => asked == name ? value : null;

    private static WebApplication Host() => Builder().Build();

    private static WebApplicationBuilder Builder()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        return builder;
    }
}
