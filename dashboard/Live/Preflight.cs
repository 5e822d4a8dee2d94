using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace FlashSale.Dashboard;

/// <summary>Is everything ready before the peak: clock, storage, limits, disk, the last audit.</summary>
internal sealed class Preflight(MarketApi api, LiveTelemetry live)
{
    private const long FreeBytesMin = 5L << 30;
    private const double WriteMsMax = 50;
    private const double MemoryShareMax = 0.8;

    /// <summary>Answers with all checks.</summary>
    public async Task Answer(HttpContext context)
    {
        List<ReadyCheck> checks = [.. Usual()];
        if (live.Options.Preflight is { } more)
        {
            checks.AddRange(await more(context.RequestAborted));
        }

        var scratch = JsonScratch.Take();
        Write(scratch.Writer, checks);
        scratch.SendTo(context.Response, StatusCodes.Status200OK, "application/json");
    }

    private static void Write(Utf8JsonWriter json, List<ReadyCheck> checks)
    {
        json.WriteStartObject();
        json.WriteBoolean("ready", checks.TrueForAll(check => check.IsReady));
        json.WriteObjects("checks", checks, check =>
        {
            json.WriteString("name", check.Name);
            json.WriteBoolean("ready", check.IsReady);
            json.WriteString("detail", check.Detail);
        });
        json.WriteEndObject();
    }

    private IEnumerable<ReadyCheck> Usual()
    {
        yield return new("market-answers", live.State is "live" or "paused", $"the market is {live.State}");
        yield return Memory();
        yield return Disk();
        yield return Writes();
        yield return LastAudit();
        yield return new(
            "keys", true, api.Options.Keys is null ? "only this machine may call" : "others need a key");
        yield return new("limits", true, string.Create(
            CultureInfo.InvariantCulture,
            $"{api.Options.Limits.ConnectionsMax:#,0} connections, {api.Options.Limits.StreamsMax:#,0} "
                + $"streams, {LiveStream.ViewersMax:#,0} viewers"));
        yield return new("alerts", live.Alerts.Alerts.All(alert => alert.IsOver), string.Create(
            CultureInfo.InvariantCulture,
            $"{live.Alerts.Alerts.Count(alert => !alert.IsOver)} open, {live.Options.Alerts.Count} rules"));
    }

    private static ReadyCheck Memory()
    {
        var memory = GC.GetGCMemoryInfo();
        var share = (double)memory.MemoryLoadBytes / Math.Max(1, memory.TotalAvailableMemoryBytes);
        return new("memory", share < MemoryShareMax, string.Create(
            CultureInfo.InvariantCulture,
            $"{share * 100:0} % of {memory.TotalAvailableMemoryBytes >> 20:#,0} MiB in use"));
    }

    private static ReadyCheck Disk()
    {
        var disk = new DriveInfo(Path.GetFullPath("."));
        return new("disk", disk.AvailableFreeSpace >= FreeBytesMin, string.Create(
            CultureInfo.InvariantCulture,
            $"{disk.AvailableFreeSpace >> 20:#,0} MiB free, {FreeBytesMin >> 20:#,0} wanted"));
    }

    private ReadyCheck Writes() => live.Host.Figures.WriteMsP99 is { } write
        ? new("storage", write <= WriteMsMax, string.Create(
            CultureInfo.InvariantCulture, $"99 of 100 writes within {write:0.0} ms, {WriteMsMax} wanted"))
        : new("storage", true, "no write in the last second");

    private ReadyCheck LastAudit() => live.Books.Last is { } last
        ? new("audit", last.Report.Passed, string.Create(
            CultureInfo.InvariantCulture,
            $"{last.Report.Checks.Count(check => check.Passed)} of {last.Report.Checks.Count} passed at "
                + $"{last.At.ToOffset(TimeSpan.FromHours(8)):d MMM HH:mm:ss}"))
        : new("audit", false, "none since the start");
}
