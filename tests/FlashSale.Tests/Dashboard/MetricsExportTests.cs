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
        Assert.Null(MetricsExport.Read(collector.Urls.Single(), out var address));
        builder.Services.AddMetricsExport(address, "here", TimeSpan.FromHours(1));
        await using var host = builder.Build();
        await host.StartAsync();

        counter.Add(11);
        await host.StopAsync(); // sends what is left

        Assert.Contains("flashsale.test.kettles", await got.Task.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("ftp://localhost")]
    public void A_wrong_address_is_refused_with_its_name_and_what_is_allowed(string endpoint)
    {
        var problem = MetricsExport.Read(endpoint, out _);

        Assert.Contains(MetricsExport.EndpointName, problem);
        Assert.Contains("allowed", problem);
    }

    [Fact]
    public void Nothing_is_sent_unless_a_collector_is_named()
    {
        Assert.Null(MetricsExport.Read("", out var collector));
        Assert.Null(collector);
    }

    private static WebApplication Host() => Builder().Build();

    private static WebApplicationBuilder Builder()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        return builder;
    }
}
